"""Where the leadership rules look for what a posting says of the work."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from math import inf

from postlint.document.kinds import SectionKind
from postlint.document.posting import Section
from postlint.facts.base import Case
from postlint.source import Span

# Text before the first heading is a summary in most postings.
_WORK = frozenset({SectionKind.DUTIES, SectionKind.OVERVIEW, SectionKind.SUPERVISION, None})
_ASKED = frozenset(
    {
        SectionKind.EDUCATION_EXPERIENCE,
        SectionKind.KNOWLEDGE_SKILLS,
        SectionKind.LICENCES,
        SectionKind.PREFERRED,
        SectionKind.QUALIFICATIONS,
    }
)
# "Distinguishing characteristics of the class" describe the work, whatever kind they are.
_CHARACTER = "distinguishing"


def work_sections(case: Case) -> tuple[Section, ...]:
    """Return the sections that describe the work: duties first, then summary and the like."""
    work = (section for section in case.posting.sections if _is_work(section))
    return tuple(sorted(work, key=lambda section: section.kind is not SectionKind.DUTIES))


def asked_sections(case: Case) -> tuple[Section, ...]:
    """Return the sections that say what is asked of applicants."""
    return tuple(section for section in case.posting.sections if section.kind in _ASKED)


def _is_work(section: Section) -> bool:
    if section.kind in _WORK:
        return True
    heading = section.heading.text.lower() if section.heading else ""
    return heading.startswith(_CHARACTER)


def places(case: Case, key: str, sections: tuple[Section, ...], *, but: str = "") -> Iterator[Span]:
    """Yield where phrases of a key stand in sections; not inside a phrase of the key `but`."""
    elsewhere = case.hits[but] if but else ()
    for section in sections:
        for span in case.hits.within(key, section.span):
            if not any(other.overlaps(span) for other in elsewhere):
                yield span


def first(case: Case, key: str, sections: tuple[Section, ...], *, but: str = "") -> Span | None:
    """Return the first of `places`, or `None`."""
    return next(places(case, key, sections, but=but), None)


def sentence_of(case: Case, span: Span) -> Span:
    """Return the sentence a span stands in, else the span itself."""
    sentences = case.posting.sentences
    place = bisect_right(sentences, (span.start, inf)) - 1
    if place >= 0 and span.start < sentences[place].end:
        return sentences[place]
    return span
