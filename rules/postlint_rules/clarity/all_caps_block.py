"""CLAR013: write sentences in small letters.

## What it checks
Whether twelve words in a row (`least`), outside a heading, stand in capitals.
There is one finding, and it lists the other places.

## Why
Words in capitals are read more slowly, and some screen readers spell them.

## When not to use it
Where a law prescribes capitals for a notice.

## Fix safety
No fix: names and abbreviations keep their capitals.
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.rules import (
    Case,
    Finding,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    Severity,
    Span,
    laws,
    pattern,
    quoted,
)

_RUN = pattern(r"[A-Z][A-Z0-9,.'’&()/ \t-]*(?:[ \t\n]+[A-Z0-9][A-Z0-9,.'’&()/-]*)+(?![a-z])")
_WORD = pattern(r"[A-Z]{2,}")
_SHOWN = 4


class AllCapsBlock(Rule):
    """Write sentences in small letters."""

    meta = RuleMeta(
        code="CLAR013",
        name="all-caps-block",
        summary="A sentence stands in capitals.",
        severity=Severity.INFO,
        messages={"capitals": "'{words}' and what follows stand in capitals: {count} words."},
        authority=laws("us-plain-language"),
        advice="Write the sentence in small letters, and bold what matters.",
        why="Capitals are slow to read, and screen readers spell them.",
        since="0.1",
    )
    least: int = 12

    def check(self, case: Case) -> Outcomes:
        """Look for runs of words in capitals."""
        found = list(_blocks(case, self.least))
        if not found:
            yield Passed(f"No {self.least} words in a row stand in capitals.")
            return
        span, count = found[0]
        data = {"words": quoted(case.posting, span), "count": count}
        related = tuple(Related(other, "So do these.") for other, _ in found[1 : _SHOWN + 1])
        yield Finding("capitals", span, data, related=related)


def _blocks(case: Case, least: int) -> Iterator[tuple[Span, int]]:
    headings = [one.heading.span for one in case.posting.sections if one.heading is not None]
    if case.posting.title is not None:
        headings.append(case.posting.title.span)
    for match in _RUN.finditer(case.text):
        span = Span(*match.span())
        count = len(_WORD.findall(match[0]))
        lines = match[0].count("\n") + 1
        # Short lines in capitals are headings and menus.
        if count >= least * (1 if lines == 1 else 2) and not any(map(span.overlaps, headings)):
            yield case.posting.passage(span).span, count
