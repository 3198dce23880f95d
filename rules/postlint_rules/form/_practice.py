"""Where the rules of this family can be kept."""

from __future__ import annotations

from postlint.rules import Case, NotApplicable

# Kinds of source whose text is the writer's own, and is written back as it stands.
_TEXTS = frozenset({"markup", "markdown", "text"})
_NOT_A_TEXT = NotApplicable(
    "The form of a text is looked at in plain text, Markdown and the markup."
)


def in_a_text(case: Case) -> NotApplicable | None:
    """Let a rule about form speak of sources whose text is the writer's own."""
    return None if case.posting.reader in _TEXTS else _NOT_A_TEXT
