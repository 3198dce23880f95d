"""LEAD010: say whom the head of technology leads.

## What it checks
Whether the duties or the summary say that the post supervises, evaluates, hires or leads people,
and
whether a number or a list of posts or units says whom.
Nothing about leading people is a warning; leading people of unstated number and kind is
information.
"Under the supervision of" is the post's own line, and supervising students or projects is other
work.

## Why
Whom a post leads says more about its size than its title does.
Customarily directing two or more employees is also an element of the executive exemption, so the
scope supports the post's overtime status.

## When not to use it
For a school whose head of technology works alone; then the posting may say so.

## Fix safety
No fix: only the employer knows the team.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from postlint.rules import (
    Case,
    Finding,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    facts,
    gap_span,
    has_duties,
    laws,
    pattern,
    phrases,
    places_in,
    sentence_of,
    work_sections,
)

_RULE = "supervision-scope-missing"
# Between "leads" and "the entire technology staff" stand at most so many characters.
_OBJECT = 45
_REACH = 250
_NUMBERS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|\\d[\\d,]{0,5}"
)
_PEOPLE = (
    "staff|employees|people|professionals|technicians|managers|persons|direct reports|members|"
    "FTEs?|full-time|supervisors|specialists|engineers|analysts|positions"
)


@cache
def _number_of_people() -> re.Pattern[str]:
    # Compiled when first needed: it costs more than the rest of this module.
    return re.compile(
        rf"\b(?:{_NUMBERS})\+?(?:\s+[\w-]+){{0,3}}?\s+(?:{_PEOPLE})\b"
        rf"|\b(?:staff|team|department|division|group) of (?:\w+ ){{0,3}}?(?:{_NUMBERS})\b",
        re.IGNORECASE,
    )


# "Supervises: Network Administrator, two technicians"; "Supervisor: …" is the post's own line.
_FIELD = pattern(
    r"(?:supervises|supervision (?:exercised|given)|direct reports?)[*_]*: ?[*_]* ?",
    re.IGNORECASE,
)
# "Staff: 35", under a heading such as "Dimensions".
_SIZE = pattern(r"(?:staff|employees|ftes?): {0,3}\d[\d,]{0,5}", re.IGNORECASE)


class SupervisionScopeMissing(Rule):
    """Say whom the head of technology leads."""

    meta = RuleMeta(
        code="LEAD010",
        name=_RULE,
        summary="No statement of whom the post leads.",
        severity=Severity.WARNING,
        messages={
            "no-people": "No duty says that the post leads or supervises anybody.",
            "no-scope": "'{words}' gives neither a number nor the posts or units that are led.",
        },
        authority=laws("cosn-outline", "us-executive-exemption"),
        advice="Write how many people the post leads, and which posts.",
        why="Applicants judge a leader's post by whom it leads.",
        since="0.1",
        tags=frozenset({"duties", "supervision"}),
        profiles=frozenset({"k12", "public"}),
    )
    applies = (has_duties,)
    phrases = phrases(__package__, "duties", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for people who are led, and for how many or which."""
        listed = self._listed(case)
        if listed is not None:
            words = case.posting.passage(listed).text
            yield Passed(f"The post leads people, and '{words}' says whom.", (listed,))
            return
        found = (*self._supervision(case), *self._leading(case))
        if not found:
            yield Finding("no-people", gap_span(case.posting, SectionKind.DUTIES))
            return
        for span in found:
            scope = self._scope(case, span)
            if scope is not None:
                words = case.posting.passage(scope).text
                yield Passed(f"The post leads people, and '{words}' says whom.", (span, scope))
                return
        words = case.posting.passage(found[0]).text
        size = _size(case)
        if size is not None:
            said = case.posting.passage(size).text
            yield Passed(f"The post leads people: '{said}'.", (found[0], size))
        elif case[facts.document_kind].value == "class-spec":
            yield Passed(f"The class leads people: '{words}'.", found[:1])
        else:
            yield Finding("no-scope", found[0], {"words": words}, severity=Severity.INFO)

    def _supervision(self, case: Case) -> Iterator[Span]:
        yield from places_in(case, f"{_RULE}.supervision", work_sections(case), but=f"{_RULE}.but")

    def _leading(self, case: Case) -> Iterator[Span]:
        """Yield verbs that lead with the people who are their object."""
        for verb in places_in(case, f"{_RULE}.leads", work_sections(case), but=f"{_RULE}.but"):
            limit = min(verb.end + _OBJECT, sentence_of(case, verb).end)
            people = case.hits.within(f"{_RULE}.people", Span(verb.end, max(verb.end, limit)))
            if people:
                yield Span(verb.start, _run_of(people))

    def _listed(self, case: Case) -> Span | None:
        """Return who stands in a field such as "Supervises: two technicians", wherever it is."""
        for span in case.hits[f"{_RULE}.supervision"]:
            field = _FIELD.match(case.text, span.start)
            if field is not None:
                named = Span(field.end(), min(len(case.text), field.end() + _REACH))
                posts = case.hits.within(f"{_RULE}.scope", sentence_of(case, named))
                if posts:
                    return posts[0]
        return None

    def _scope(self, case: Case, span: Span) -> Span | None:
        """Return a number of people, or a post or unit that is led, in the same sentence."""
        sentence = sentence_of(case, span)
        start = max(sentence.start, span.start - _REACH)
        end = max(start, min(sentence.end, span.end + _REACH))
        number = _number_of_people().search(case.text, start, end)
        if number is not None:
            return Span(*number.span())
        posts = case.hits.within(f"{_RULE}.scope", Span(span.start, end))
        return posts[0] if posts else None


def _size(case: Case) -> Span | None:
    """Return a line that gives the number of staff."""
    for span in places_in(case, f"{_RULE}.people", work_sections(case, and_other=True)):
        size = _SIZE.match(case.text, span.start)
        if size is not None:
            return Span(*size.span())
    return None


def _run_of(people: tuple[Span, ...]) -> int:
    """Return where words for people end that follow one another: "department personnel"."""
    end = people[0].end
    for span in people[1:]:
        if span.start > end + 1:
            break
        end = span.end
    return end
