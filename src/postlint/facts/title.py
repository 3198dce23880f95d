"""The job title."""

from __future__ import annotations

from postlint.facts.base import Case, Fact, fact


@fact("title")
def title(case: Case) -> Fact[str | None]:
    """Return the job title as the text has it."""
    words = case.posting.title
    return Fact(None) if words is None else Fact(words.text, (words.span,))
