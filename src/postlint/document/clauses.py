"""Statements that stand in one sentence, parted by semicolons."""

from __future__ import annotations

from postlint.document.kinds import SectionKind
from postlint.document.openings import opening_kind
from postlint.text.patterns import pattern
from postlint.text.source import Span

_PARTED = pattern(r";\s+(?:(?:and|or)\s+)?(?:(?:may|will|also)\s+)?")
# Who and where stand before the dash in a newsletter's line.
_DASH = pattern(r"\s[-\u2013\u2014]\s+")
_LEAST = 3


def split_clauses(said: str, span: Span) -> list[Span]:
    """Return the clauses of a sentence that each state something done; none where it has none.

    "Plans the budget; leads nine people; and answers to the council." Most of what
    follows a semicolon must open with a verb: a list of names has semicolons, too.
    """
    text = said[span.start : span.end]
    if text.count(";") < _LEAST - 1:
        return []
    starts = [0, *(match.end() for match in _PARTED.finditer(text))]
    ends = [*(match.start() for match in _PARTED.finditer(text)), len(text)]
    if len(starts) < _LEAST:
        return []
    opened = [_opens(text[start : start + 60]) for start in starts[1:]]
    if sum(opened) * 3 < len(opened) * 2:
        return []
    for dash in _DASH.finditer(text, 0, ends[0]):
        if _opens(text[dash.end() : dash.end() + 60]):
            starts[0] = dash.end()
            break
    return [
        Span(span.start + start, span.start + end)
        for start, end in zip(starts, ends, strict=True)
        if text[start:end].strip()
    ]


def _opens(words: str) -> bool:
    if opening_kind(words) is SectionKind.DUTIES:
        return True
    # "With the help of the clerk, conducts a review": what leads in ends with a comma.
    lead, comma, rest = words.partition(", ")
    return bool(comma) and lead.count(" ") < 9 and opening_kind(rest) is SectionKind.DUTIES
