"""Where the leadership rules look for what a posting says of the work."""

from __future__ import annotations

from collections.abc import Iterator

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

NO_DUTIES = "The posting lists no duties."


def work_sections(case: Case) -> tuple[Section, ...]:
    """Return the sections that describe the work: duties, summary, characteristics."""
    return tuple(section for section in case.posting.sections if _is_work(section))


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
