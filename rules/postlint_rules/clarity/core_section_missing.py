"""CLAR011: give duties and qualifications.

## What it checks
Whether a posting has what every posting needs: duties, and what is asked of applicants.
There is one finding for what is missing.
Where no duties were read and the text speaks of work all the same, or has a few lines without
headings, the rule cannot tell.
A list that is announced and does not follow, "the following minimum qualifications:" or a heading
"Qualifications" with nothing behind it where nothing else is asked, is a warning of its own.

## Why
Nobody can decide to apply without them.

## When not to use it
For notices that only point to the full posting.
"""

from collections.abc import Iterator

import postlint.rules as kit
from postlint_rules.clarity._text import few_lines, speaks_of_work

_CORE = (kit.SectionKind.DUTIES, kit.SectionKind.QUALIFICATIONS)
_ANNOUNCES = kit.pattern(
    r"(?i)\b(?:following|as follows|these|below)\b[^.:]{0,80}"
    r"(?:qualifications?|requirements?|duties|responsibilities|functions|skills)[^.:]{0,40}:\s*\Z"
)
_OF_WORK_TOO = kit.pattern(r"(?i)ability|knowledge|requir|skills")
_DEMANDS = kit.pattern(
    r"(?i)\b(?:must (?:have|be|possess)"
    r"|require[sd]?(?<!as required)(?<!be required)(?! (?:by|to (?!have|hold|possess|be))\b)"
    r"|qualifications?|experience (?:in|with)|degree"
    r"|qualified(?! (?:applicant|candidate|individual|person))|ability to|knowledge of|skills"
    r"|you(?:['’]ll)? (?:need|should have) (?:an?|at least|some|\d+|one|two|three|four|five)"
    r"|diploma|(?:a|is) must|(?:we|you) need(?=:)|you hold an?|is (?:essential|desir|prefer)\w*"
    r"|(?:active|valid|current|clean) (?:\w+ ){0,2}licen[sc]e"
    r"|(?:\d+\+?|two|three|four|five|six|seven) (?:years|seasons) (?:in|at|on|beside) an?"
    r"|(?:years?|months?|seasons?)\b[^.\n]{3,50}(?:wanted|needed|please))\b"
)


class CoreSectionMissing(kit.Rule):
    meta = kit.RuleMeta(
        code="CLAR011",
        summary="The posting lacks its duties or its qualifications.",
        severity=kit.Severity.WARNING,
        messages={
            "missing": "Nothing was found that gives {parts}.",
            "empty": "'{words}' announces a list, and none follows.",
        },
        authority=kit.laws("hiring-practice"),
        advice="Add it under a heading of its own.",
        why="Applicants look for these sections before anything else.",
    )

    def check(self, case: kit.Case) -> kit.Outcomes:
        posting, asks = case.posting, _has_requirements(case)
        bare = () if asks else tuple(_bare(case))
        empty = [*_announced(case), *bare]
        for span in empty:
            yield kit.mark(case, "empty", span)
        has = {
            "the duties of the post": posting.duties,
            "what is asked of applicants": asks or bare,
        }
        parts = [part for part, found in has.items() if not found]
        if not posting.duties and (work := speaks_of_work(case)):
            yield kit.CannotTell("the duties of the post: none were read", (work,))
        elif parts and (gaps := kit.gaps_of(posting, *_CORE)):
            yield kit.inserted(gaps, " and ".join(parts))
        elif parts and (short := kit.not_an_abstract(case)):
            yield short
        elif parts and (leads := case[kit.facts.full_description]).value:
            words = kit.quoted(posting, leads.spans[0])
            yield kit.CannotTell(f"what the text says to which '{words}' leads", leads.spans)
        elif parts and few_lines(case, _CORE):
            yield kit.CannotTell(
                f"whether a few lines without headings give {', nor '.join(parts)}"
            )
        elif parts:
            yield kit.Finding("missing", kit.gap_span(posting), {"parts": ", nor ".join(parts)})
        elif not empty:
            yield kit.Passed("There are duties and qualifications.")


def _has_requirements(case: kit.Case) -> bool:
    """Say whether anything is asked of applicants, under a heading or in running text."""
    bare = tuple(_bare(case))
    if len(kit.requirement_sections(case)) > len(bare):
        return True
    if case[kit.facts.degrees].value or case[kit.facts.experience].value:
        return True
    # A heading with nothing below it names what it does not say, and a duty what is done.
    idle = (*bare, *(duty.span for duty in case.posting.duties if duty.from_list))
    found = _DEMANDS.finditer(case.text)
    spans = ((kit.Span(*m.span()), idle if _OF_WORK_TOO.match(m[0]) else bare) for m in found)
    return any(not kit.touches(nowhere, span) for span, nowhere in spans)


def _bare(case: kit.Case) -> Iterator[kit.Span]:
    """Yield the headings over what is asked of applicants under which nothing stands."""
    sections = case.posting.sections
    asking = kit.requirement_sections(case)
    for place, section in enumerate(sections):
        if section.heading is None or section.blocks or section not in asking:
            continue
        following = sections[place + 1] if place + 1 < len(sections) else None
        if not _goes_on(section, following):
            yield section.heading.span


def _goes_on(section: kit.Section, following: kit.Section | None) -> bool:
    """Say whether the next heading may stand over what a section announces."""
    return following is not None and (
        following.level > section.level or following.kind in (section.kind, kit.SectionKind.OTHER)
    )


def _announced(case: kit.Case) -> Iterator[kit.Span]:
    sections = case.posting.sections
    for place, section in enumerate(sections):
        if not section.blocks or isinstance(section.blocks[-1], kit.Item):
            continue
        last = section.blocks[-1]
        text = case.text[last.span.start : last.span.end].rstrip()
        following = sections[place + 1] if place + 1 < len(sections) else None
        # A heading below it may head the list; one at its level or above begins something else.
        announced = text.endswith(":") and not _goes_on(section, following)
        if announced and (found := _ANNOUNCES.search(text)):
            yield kit.Span(last.span.start + found.start(), last.span.start + len(text))
