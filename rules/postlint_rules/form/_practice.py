"""Where the rules of this family can be kept."""

from collections.abc import Iterable
from functools import partial

import postlint.rules as kit

# What the metas of the family have in common.
form = partial(
    kit.RuleMeta,
    authority=kit.laws("postlint-markup"),
    default_on=False,
)
# Kinds of source whose text is the writer's own, and is written back as it stands.
_TEXTS = frozenset({"markup", "markdown", "text"})
_NOT_A_TEXT = kit.NotApplicable(
    "The form of a text is looked at in plain text, Markdown and the markup."
)


def in_a_text(case: kit.Case) -> kit.NotApplicable | None:
    """Let a rule about form speak of sources whose text is the writer's own."""
    return None if case.posting.reader in _TEXTS else _NOT_A_TEXT


def rewritten(title: str, edits: Iterable[kit.Edit]) -> tuple[kit.Fix, ...]:
    """Return the fix of a form: safe, because the words stay."""
    return (kit.Fix(title, tuple(edits), kit.Applicability.SAFE),)
