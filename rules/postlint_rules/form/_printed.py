"""What printing and copying leave of the edges of pages."""

from collections.abc import Iterator
from itertools import pairwise

import postlint.rules as kit

# A line with its newline: "Page 3 of 4", "Page 3", "- 3 -", "3/4", "3 of 4".
_PAGE = kit.pattern(
    r"(?i)(?<![^\r\n])[ \t\xa0]*(?:page[ \t\xa0]+(\d{1,3})[ \t\xa0]+of[ \t\xa0]+(\d{1,3})"
    r"|(\d{1,2})(?:/| of )\d{1,2}|page[ \t\xa0]+(\d{1,3})|[-–—][ ]?(\d{1,3})[ ]?[-–—])"
    r"[ \t\xa0]*(?:\r\n|\n|\r|\Z)"
)
# "University of Alder 1 of 5 https://…"
_EDGE = kit.pattern(
    r"(?<![^\r\n])[^\r\n]{0,80}\b(?P<page>\d{1,3})(?: of |/)\d{1,3}[ \t]+https?://[^\r\n]*(?:\r\n|\n|\r|\Z)"
)
_BLANK_ABOVE = kit.pattern(r"(?:\r\n|\n|\r)[ \t\xa0]*(?:\r\n|\n|\r)\Z")
# What a browser prints beside a page's number: the address, or the day and hour.
_BESIDE = kit.pattern(r"\s*(?:https?://|\d{1,2}/\d{1,2}/\d\d)")
_ABOVE = kit.pattern(r"https?://\S+\s*\Z")
_BLANK_BELOW = kit.pattern(r"[ \t\xa0]*(?:\r\n|\n|\r)")


def numbers(text: str) -> Iterator[kit.Span]:
    """Yield the lines that are surely a page's number."""
    unsure: list[tuple[int, kit.Span]] = []
    for match in _PAGE.finditer(text):
        span = kit.Span(match.start(), match.end())
        if match[1]:
            if 1 <= int(match[1]) <= int(match[2]):
                yield span
        else:
            unsure.append((int(match[3] or match[4] or match[5]), span))
    if len(unsure) > 1 and all(one[0] < other[0] for one, other in pairwise(unsure)):
        yield from (span for _, span in unsure)


def printed(text: str) -> Iterator[kit.Span]:
    """Yield the lines a browser printed at the edge of each page: "3 of 4" beside an address."""
    found = list(_EDGE.finditer(text))
    numbers = [int(match["page"]) for match in found]
    if len(found) > 1 and numbers == list(range(numbers[0], numbers[0] + len(found))):
        yield from (kit.Span(*match.span()) for match in found)


def with_blank(text: str, span: kit.Span) -> kit.Span:
    """Return a line, and the blank line below it where one stands above it too."""
    above, below = _BLANK_ABOVE.search(text, max(0, span.start - 40), span.start), None
    if above is not None or not text[: span.start].strip():
        below = _BLANK_BELOW.match(text, span.end)
    return span if below is None else kit.Span(span.start, below.end())


def by_browser(text: str, span: kit.Span) -> bool:
    """Say whether a browser printed a page's number, with more beside it."""
    if _BESIDE.match(text, span.end) is not None:
        return True
    return _ABOVE.search(text, max(0, span.start - 200), span.start) is not None
