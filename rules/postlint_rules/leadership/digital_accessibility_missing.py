"""LEAD014: make the head of a public body's technology answer for digital accessibility.

## What it checks
For state and local public bodies, school districts among them, whether the duties, the summary or
what is asked of applicants name web or digital accessibility, WCAG, section 508 or assistive
technology.
"Accessible" counts beside a word for what is digital and one for disability; the accessibility of
buildings does not, nor does a statement on accommodation.
Information, and a warning when the day the posting is judged by has reached the date of compliance:
26 April 2028, or 26 April 2027 with `large = true` for a body that serves 50,000 people or more.

## Why
Public bodies must make their web content and apps conform, and somebody must answer for it.
No rule asks the posting to say who.

## When not to use it
Where an accessibility coordinator is named elsewhere.

## Fix safety
The unsafe fix adds a duty.
"""

from __future__ import annotations

from datetime import date

from postlint.rules import (
    Case,
    NamedRule,
    RuleMeta,
    Section,
    Severity,
    Span,
    facts,
    has_duties,
    law,
    laws,
    phrases,
    places_in,
    public_bodies,
    requirement_sections,
    sentence_of,
    united_states,
    work_sections,
)

_RULE = "digital-accessibility-missing"


class DigitalAccessibilityMissing(NamedRule):
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
    applies = (united_states, has_duties, public_bodies)
    phrases = phrases(__package__, "duties", _RULE)
    question = "whether the post answers for digital accessibility"
    named = ("named", "loose")
    said = "The posting names '{words}'."
    missing = "not-named"
    example = "Lead the conformance of websites, apps and documents with WCAG 2.1 AA."
    large: bool = False

    def read(self, case: Case) -> tuple[Section, ...]:
        """Return the work and what is asked of applicants."""
        return (*work_sections(case), *requirement_sections(case))

    def find(self, case: Case, key: str, read: tuple[Section, ...], but: str) -> Span | None:
        """Return a name, or "accessible" beside words for what is digital and for disability."""
        beside = (f"{_RULE}.digital", f"{_RULE}.disability") if key.endswith(".loose") else ()
        for span in places_in(case, key, read, but=but):
            if all(case.hits.within(one, sentence_of(case, span)) for one in beside):
                return span
        return None

    def gravity(self, case: Case) -> Severity:
        """Return a warning once the date of compliance has come."""
        due = law("us-web-accessibility").figures["large" if self.large else "small"]
        day = case[facts.judged_on].value
        reached = day.stated and day.since >= date.fromisoformat(due)
        return Severity.WARNING if reached else Severity.INFO
