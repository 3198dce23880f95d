"""FORM004: take out what a page left behind.

## What it checks
Lines that are nothing but a page's number, "Page 3 of 4", left by printing or copying; "- 3 -" and
"Page 3" where at least two of them count upwards.
In the markup also blanks at the ends of lines, reported once: there a person keeps the lines.

## Why
Such lines stand in the middle of sentences, where programs that read the posting take them for
words of it.

## When not to use it
The rule is off unless it is chosen.

## Fix safety
Safe: a page's number says nothing of the post, and blanks at a line's end cannot be seen.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import postlint.rules as kit
from postlint_rules.form._practice import in_a_text

# A line with its newline: "Page 3 of 4", "Page 3", "- 3 -".
_PAGE = kit.pattern(
    r"(?<![^\r\n])[ \t\xa0]*(?:page[ \t\xa0]+(\d{1,3})[ \t\xa0]+of[ \t\xa0]+(\d{1,3})"
    r"|page[ \t\xa0]+(\d{1,3})|[-–—][ ]?(\d{1,3})[ ]?[-–—])[ \t\xa0]*(?:\r\n|\n|\r|\Z)",
    re.IGNORECASE,
)
# "University of Alder 1 of 5 https://…"
_EDGE = kit.pattern(
    r"(?<![^\r\n])[^\r\n]{0,80}\b(?P<page>\d{1,3})(?: of |/)\d{1,3}[ \t]+https?://[^\r\n]*(?:\r\n|\n|\r|\Z)"
)
_BLANK_ABOVE = kit.pattern(r"(?:\r\n|\n|\r)[ \t\xa0]*(?:\r\n|\n|\r)\Z")
_BLANK_BELOW = kit.pattern(r"[ \t\xa0]*(?:\r\n|\n|\r)")
_TAIL = kit.pattern(r"(?<=[^\s])[ \t\xa0]+(?=[\r\n])")


class PageDebris(kit.Rule):
    meta = kit.RuleMeta(
        code="FORM004",
        summary="Page numbers or blanks at the ends of lines were left behind.",
        severity=kit.Severity.INFO,
        messages={
            "page": "'{words}' is a page's number, left by printing or copying.",
            "blanks": "{lines} in blanks.",
        },
        authority=kit.laws("postlint-markup"),
        why="Leftovers of printing are read aloud by screen readers.",
        default_on=False,
    )
    applies = (in_a_text,)

    def check(self, case: kit.Case) -> kit.Outcomes:
        found = False
        for span in _pages(case.text):
            found = True
            words = case.posting.passage(span)
            edit = kit.Edit(_with_blank(case.text, span), "")
            fix = kit.Fix("Take out the page's number", (edit,), kit.Applicability.SAFE)
            yield kit.Finding("page", words.span, {"words": words.text}, fixes=(fix,))
        for span in _printed(case.text):
            found = True
            words = case.posting.passage(span)
            fix = kit.Fix("Take out the line", (kit.Edit(span, ""),))
            yield kit.Finding("page", words.span, {"words": words.text}, fixes=(fix,))
        tails = _tails(case) if case.posting.reader == "markup" else []
        if tails:
            found = True
            edits = tuple(kit.Edit(span, "") for span in tails)
            fix = kit.Fix("Take out the blanks at the ends of lines", edits, kit.Applicability.SAFE)
            count = "1 line ends" if len(tails) == 1 else f"{len(tails)} lines end"
            yield kit.Finding("blanks", tails[0], {"lines": count}, fixes=(fix,))
        if not found:
            yield kit.Passed(
                "No line is a page's number: 'Page 3 of 4', 'Page 3', '- 3 -', "
                "or '3 of 4' beside an address."
            )


def _pages(text: str) -> Iterator[kit.Span]:
    """Yield the lines that are surely a page's number."""
    unsure: list[tuple[int, kit.Span]] = []
    for match in _PAGE.finditer(text):
        span = kit.Span(match.start(), match.end())
        if match[1]:
            if 1 <= int(match[1]) <= int(match[2]):
                yield span
        else:
            unsure.append((int(match[3] or match[4]), span))
    if len(unsure) > 1 and all(one[0] < other[0] for one, other in pairwise(unsure)):
        yield from (span for _, span in unsure)


def _printed(text: str) -> Iterator[kit.Span]:
    """Yield the lines a browser printed at the edge of each page: "3 of 4" beside an address."""
    found = list(_EDGE.finditer(text))
    numbers = [int(match["page"]) for match in found]
    if len(found) > 1 and numbers == list(range(numbers[0], numbers[0] + len(found))):
        yield from (kit.Span(*match.span()) for match in found)


def _with_blank(text: str, span: kit.Span) -> kit.Span:
    """Return a line, and the blank line below it where one stands above it too."""
    above, below = _BLANK_ABOVE.search(text, max(0, span.start - 40), span.start), None
    if above is not None or not text[: span.start].strip():
        below = _BLANK_BELOW.match(text, span.end)
    return span if below is None else kit.Span(span.start, below.end())


def _tails(case: kit.Case) -> list[kit.Span]:
    return [kit.Span(match.start(), match.end()) for match in _TAIL.finditer(case.text)]
