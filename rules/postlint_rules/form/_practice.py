"""What the rules of this family rest on, and where they can be kept."""

from __future__ import annotations

from postlint.facts.base import Case
from postlint.rules.rule import Authority, Basis, Confidence

MARKUP = Authority(
    citation="The markup of postlint, docs/markup.md: canonical forms",
    date="2026",
    confidence=Confidence.LOW,
    basis=Basis.PRIMARY,
)
# Kinds of source whose text is the writer's own, and is written back as it stands.
_TEXTS = frozenset({"markup", "markdown", "text"})


def not_a_text(case: Case) -> str:
    """Return why a source's form is not looked at, or nothing where it is."""
    if case.posting.reader in _TEXTS:
        return ""
    return "The form of a text is looked at in plain text, Markdown and the markup."
