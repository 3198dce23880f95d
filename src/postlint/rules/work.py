"""Where a posting speaks of the work, and of what is asked of applicants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from postlint.document.headings import heading_kind
from postlint.document.kinds import BOILERPLATE, OF_THE_WORK, REQUIREMENTS, SectionKind
from postlint.document.openings import opening_kind
from postlint.document.parts import Duty, Section
from postlint.facts.base import Case
from postlint.facts.duties.values import DutyClass
from postlint.facts.duty_counts import counted_duties
from postlint.facts.requirements import (
    required_sections as _required_of,
    requirement_sections as _required_sections,
)
from postlint.facts.title import title
from postlint.text.patterns import pattern
from postlint.text.source import Span, touches

# What stands under these is never a duty.
_APART = BOILERPLATE | {
    SectionKind.COMPENSATION,
    SectionKind.ORGANIZATION,
    SectionKind.PHYSICAL,
}
# "Distinguishing characteristics of the class" describe the work, whatever kind they are.
_CHARACTER = "distinguishing"
# What may stand before "ability to" and the like.
_VERB_OF_DEMAND = pattern(
    r"(?i)\A\W*(?:(?:this|the) \w+ )?(?:requires?|must have|must possess)\s+(?:an?\s+)?"
)
# A line that is longer than this is a page.
_LINE = 400


def work_sections(case: Case) -> tuple[Section, ...]:
    """Return the sections that describe the work: duties first, then summary and the like."""
    work = [section for section in case.posting.sections if _is_work(section)]
    work.sort(key=lambda section: section.kind is not SectionKind.DUTIES)
    return tuple(work)


def work_places(case: Case) -> tuple[Section | Duty, ...]:
    """Return the sections that describe the work, and the duties that stand in others.

    A list that runs on below "Hiring timeline" is still the list of duties.
    """
    work = work_sections(case)
    spans = sorted(section.span for section in work)
    return (*work, *(one for one in case.posting.duties if not touches(spans, one.span)))


def requirement_sections(case: Case) -> tuple[Section, ...]:
    """Return the sections that say what is asked of applicants."""
    return _required_sections(case.posting)


def required_sections(case: Case) -> tuple[Section, ...]:
    """Return the sections that say what applicants must have: no wish, nor anything below one."""
    return _required_of(case.posting)


def unread_sections(case: Case) -> tuple[Section, ...]:
    """Return the sections that are about neither the work nor anything else that is known.

    A duty that stands under a heading nobody understands is still a duty. The name of the
    employer, on a line below the title, is such a heading, whatever the words below it tell.
    """
    work, known = work_sections(case), (*REQUIREMENTS, *_APART)
    sections = case.posting.sections
    return tuple(
        one for one in sections if (one.kind not in known or _is_named(one)) and one not in work
    )


def _is_named(section: Section) -> bool:
    heading = section.heading if section.kind is SectionKind.ORGANIZATION else None
    return heading is not None and heading_kind(heading.text) is None


# What a sentence about the post begins with, besides a rank that its title names.
_HOLDER = "position|role|post|job|incumbent|employee|jobholder|successful candidate"
_RANKS = frozenset(
    "director officer chief manager coordinator administrator superintendent head lead leader"
    " supervisor president cio cto cito".split()
)


def tells_of_post(case: Case, span: Span) -> bool:
    """Say whether words stand in a paragraph about the post, from the sentence that names it on.

    "This position leads a team of six" is about the work under any heading.
    """
    words = (case[title].value or "").lower().replace(",", " ").split()
    begins = max(0, case.text.rfind("\n\n", 0, span.start))
    about = _about_post(frozenset(_RANKS.intersection(words)))
    return about.search(case.text, begins, span.start) is not None


@lru_cache(maxsize=64)
def _about_post(ranks: frozenset[str]) -> re.Pattern[str]:
    nouns = "|".join((_HOLDER, *sorted(ranks)))
    return pattern(
        r"(?i)(?:\A|[.!?:]\s|\n)\s*(?:(?:(?:in|as)\s+)?(?:this|the|our|your|an?)\s+"
        rf"(?:[\w’'&,/-]+\s+){{0,6}}?(?:{nouns})\b|you(?:['’]ll| will| are| lead)\b)"
    )


def _is_work(section: Section) -> bool:
    if section.kind in OF_THE_WORK:
        return True
    heading = section.heading.text.lower() if section.heading else ""
    return heading.startswith(_CHARACTER)


def duties_of_applicants(case: Case) -> tuple[Span, ...]:
    """Return what stands among the duties and is asked of applicants: "Ability to plan ahead"."""
    duties = case.posting.duties
    return tuple(one.span for one in duties if opening_kind(one.text.text) in REQUIREMENTS)


def asks(case: Case, sentence: Span) -> bool:
    """Say whether a sentence asks something of applicants: "Requires ability to plan ahead"."""
    words = _VERB_OF_DEMAND.sub(
        "", case.text[sentence.start : min(sentence.end, sentence.start + _LINE)]
    )
    if _NUMBER.match(words) and not _STUDIED.search(words):
        return False  # "One budget that each body can read" is asked of nobody
    return opening_kind(words) in REQUIREMENTS


_NUMBER = pattern(r"(?i)\W*(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_STUDIED = pattern(
    r"(?i)\b(?:years?|months?|semesters?|credits?|hours?|units?|experience|degrees?|courses?|college"
    r"|licen[cs]es?|certifica\w+|references?)\b"
)


def hands_on_spans(case: Case) -> tuple[Span, ...]:
    """Return the duties that are work done with one's own hands, as words of theirs say.

    "Protects data" names a thing and no handling; "Plans for incidents" has a word for leading.
    """
    return tuple(
        duty.span
        for duty, found in case[counted_duties].value
        if found.bucket == "D"
        and _loud(found, "technical") >= max(_loud(found, "leadership"), _SURE)
    )


# A verb of handling, or two things: one thing alone may be anybody's.
_SURE = 0.75


def _loud(found: DutyClass, label: str) -> float:
    return sum([each.weight for each in found.evidence if each.label == label])


def around(case: Case, span: Span, before: int, behind: int | None = None) -> Span:
    """Return a span with so many characters before it, and as many or others behind it."""
    end = span.end + (before if behind is None else behind)
    return Span(max(0, span.start - before), min(len(case.text), end))


def places_in(
    case: Case, key: str, places: Iterable[Section | Duty], *, but: str = ""
) -> Iterator[Span]:
    """Yield where phrases of a key stand in some places; not inside a phrase of the key `but`."""
    elsewhere = case.hits[but] if but else ()
    for place in places:
        for span in case.hits.within(key, place.span):
            if not touches(elsewhere, span):
                yield span


def first_in(
    case: Case, key: str, places: Iterable[Section | Duty], *, but: str = ""
) -> Span | None:
    """Return the first of `places_in`, or `None`."""
    return next(places_in(case, key, places, but=but), None)


def sentence_of(case: Case, span: Span) -> Span:
    """Return the sentence a span stands in; for a heading or the name of a field, its line."""
    sentence = case.posting.running.at(span.start)
    if sentence is not None:
        return sentence
    text = case.text
    before, after = max(0, span.start - _LINE), min(len(text), span.end + _LINE)
    start = max(text.rfind(mark, before, span.start) for mark in "\r\n") + 1 or before
    ends = (text.find(mark, span.end, after) for mark in "\r\n")
    return Span(start, min((end for end in ends if end >= 0), default=after))
