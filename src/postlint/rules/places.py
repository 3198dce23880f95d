"""Where to show what is missing: a gap has no place of its own.

It is shown at the heading of the section it should be in, else at the title,
else at the first line; never at an empty span, never at the end of the file.
"""

from __future__ import annotations

from postlint.document.kinds import SectionKind
from postlint.document.posting import Posting
from postlint.text.source import Span

_LONGEST = 80


def gap_span(posting: Posting, *kinds: SectionKind) -> Span:
    """Return where to show that something is missing.

    The kinds are tried in the order given; the first section of a kind that
    has a heading is it.
    """
    for kind in kinds:
        for section in posting.sections:
            if section.kind is kind and section.heading is not None:
                return section.heading.span
    if posting.title is not None:
        return posting.title.span
    return posting.anchor if not posting.said.strip() else _first_line(posting.said)


def gap_places(posting: Posting) -> frozenset[Span]:
    """Return every place where `gap_span` may show that something is missing."""
    headings = [one.heading.span for one in posting.sections if one.heading is not None]
    return frozenset([gap_span(posting), *headings])


def _first_line(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    ends = [end for end in (text.find("\n", start), text.find("\r", start)) if end >= 0]
    line = text[start : min(ends, default=len(text))].rstrip()
    if len(line) > _LONGEST:
        # A posting that is one line is not shown whole.
        line = line[:_LONGEST].rsplit(" ", 1)[0].rstrip()
    return Span(start, start + len(line))
