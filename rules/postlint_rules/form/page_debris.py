"""FORM004: take out what a page left behind.

## What it checks
Lines that are nothing but a page's number, "Page 3 of 4", left by printing or copying; "- 3 -" and
"Page 3" where at least two of them count upwards.
In plain text and the markup also blanks at the ends of lines, reported once.
In Markdown two blanks at a line's end break the line, so they stay.

## Why
Such lines stand in the middle of sentences, where programs that read the posting take them for
words of it.

## When not to use it
The rule is off unless it is chosen.

## Fix safety
Safe: a page's number says nothing of the post, and blanks at a line's end cannot be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from postlint.rules import (
    Applicability,
    Case,
    Edit,
    Finding,
    Fix,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    Severity,
    Span,
    laws,
    pattern,
)
from postlint_rules.form._practice import in_a_text

# A line with its newline: "Page 3 of 4", "Page 3", "- 3 -".
_PAGE = pattern(
    r"(?<![^\r\n])[ \t\xa0]*(?:page[ \t\xa0]+(\d{1,3})[ \t\xa0]+of[ \t\xa0]+(\d{1,3})"
    r"|page[ \t\xa0]+(\d{1,3})|[-–—][ ]?(\d{1,3})[ ]?[-–—])[ \t\xa0]*(?:\r\n|\n|\r|\Z)",
    re.IGNORECASE,
)
_BLANK_ABOVE = pattern(r"(?:\r\n|\n|\r)[ \t\xa0]*(?:\r\n|\n|\r)\Z")
_BLANK_BELOW = pattern(r"[ \t\xa0]*(?:\r\n|\n|\r)")
_TAIL = pattern(r"(?<=[^\s])[ \t\xa0]+(?=[\r\n])")


class PageDebris(Rule):
    """Take out what a page left behind."""

    meta = RuleMeta(
        code="FORM004",
        name="page-debris",
        summary="Page numbers or blanks at the ends of lines were left behind.",
        severity=Severity.INFO,
        messages={
            "page": "'{words}' is the number of a page and no part of the posting.",
            "blanks": "{lines} in blanks.",
        },
        authority=laws("postlint-markup"),
        why="Leftovers of printing are read aloud by screen readers.",
        since="0.1",
        tags=frozenset({"form"}),
        default_on=False,
    )
    applies = (in_a_text,)

    def check(self, case: Case) -> Outcomes:
        """Look for lines that only count pages, and for blanks at the ends of lines."""
        found = False
        for span in _pages(case.text):
            found = True
            words = case.posting.passage(span)
            edit = Edit(_with_blank(case.text, span), "")
            fix = Fix("Take out the page's number", (edit,), Applicability.SAFE)
            yield Finding("page", words.span, {"words": words.text}, fixes=(fix,))
        tails = _tails(case) if case.posting.reader != "markdown" else []
        if tails:
            found = True
            edits = tuple(Edit(span, "") for span in tails)
            fix = Fix("Take out the blanks at the ends of lines", edits, Applicability.SAFE)
            count = "1 line ends" if len(tails) == 1 else f"{len(tails)} lines end"
            yield Finding("blanks", tails[0], {"lines": count}, fixes=(fix,))
        if not found:
            yield Passed("No page's number stands in the text.")


def _pages(text: str) -> Iterator[Span]:
    """Yield the lines that are surely a page's number."""
    unsure: list[tuple[int, Span]] = []
    for match in _PAGE.finditer(text):
        span = Span(match.start(), match.end())
        if match[1]:
            if 1 <= int(match[1]) <= int(match[2]):
                yield span
        else:
            unsure.append((int(match[3] or match[4]), span))
    if len(unsure) > 1 and all(one[0] < other[0] for one, other in pairwise(unsure)):
        yield from (span for _, span in unsure)


def _with_blank(text: str, span: Span) -> Span:
    """Return a line, and the blank line below it where one stands above it too."""
    above, below = _BLANK_ABOVE.search(text, max(0, span.start - 40), span.start), None
    if above is not None or not text[: span.start].strip():
        below = _BLANK_BELOW.match(text, span.end)
    return span if below is None else Span(span.start, below.end())


def _tails(case: Case) -> list[Span]:
    return [Span(match.start(), match.end()) for match in _TAIL.finditer(case.text)]
