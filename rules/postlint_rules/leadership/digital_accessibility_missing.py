"""LEAD014: make the head of a public body's technology answer for digital accessibility.

## What it checks
For state and local public bodies, school districts among them, whether the duties, the summary or
what is asked of applicants name web or digital accessibility, WCAG, section 508 or assistive
technology.
"Accessible" counts beside a word for what is digital or for disability; the accessibility of
buildings does not, nor does a statement on accommodation.
Information, and a warning when the day the posting is judged by has reached the date of compliance:
26 April 2028, or 26 April 2027 with `large = true` for a body that serves 50,000 people or more.

## Why
Public bodies must make their web content and apps conform, and somebody must answer for it.
No rule asks the posting to say who.

## When not to use it
Where an accessibility coordinator is named elsewhere.

## Fix safety
No fix: only the employer knows who answers for accessibility.
"""

from __future__ import annotations

from datetime import date

from postlint.rules import (
    CannotTell,
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    facts,
    first_in,
    gap_span,
    has_duties,
    law,
    laws,
    phrases,
    places_in,
    requirement_sections,
    sentence_of,
    united_states,
    work_sections,
)

_RULE = "digital-accessibility-missing"


class DigitalAccessibilityMissing(Rule):
    """Make the head of a public body's technology answer for digital accessibility."""

    meta = RuleMeta(
        code="LEAD014",
        name=_RULE,
        summary="No web-accessibility duty at a public body.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={
            "not-named": "Nothing names the accessibility of the web content and apps.",
        },
        authority=laws("us-web-accessibility"),
        advice="Add a duty for the accessibility of web content and apps.",
        why="Public bodies must make their web content accessible.",
        since="0.1",
        tags=frozenset({"duties", "accessibility"}),
        profiles=frozenset({"k12", "public"}),
    )
    applies = (united_states, has_duties)
    phrases = phrases(__package__, "duties", _RULE)
    large: bool = False

    def check(self, case: Case) -> Outcomes:
        """Look for digital accessibility."""
        kind = case[facts.employer_kind].value
        if kind is not None and not kind.public:
            yield NotApplicable("The employer is not a public body.")
            return
        named = _named(case)
        if named is not None:
            words = case.posting.passage(named).text
            yield Passed(f"The posting names '{words}'.", (named,))
        elif kind is None and case[facts.profile].value != "public":
            yield CannotTell("whether the employer is a public body")
        else:
            place = gap_span(case.posting, SectionKind.DUTIES)
            yield Finding("not-named", place, severity=self._severity(case))

    def _severity(self, case: Case) -> Severity:
        due = law("us-web-accessibility").figures["large" if self.large else "small"]
        day = case[facts.judged_on].value
        reached = day.stated and day.since >= date.fromisoformat(due)
        return Severity.WARNING if reached else Severity.INFO


def _named(case: Case) -> Span | None:
    read = (*work_sections(case), *requirement_sections(case))
    named = first_in(case, f"{_RULE}.named", read)
    if named is not None:
        return named
    for span in places_in(case, f"{_RULE}.loose", read):
        sentence = sentence_of(case, span)
        beside = (f"{_RULE}.digital", f"{_RULE}.disability")
        if all(case.hits.within(key, sentence) for key in beside):
            return span
    return None
