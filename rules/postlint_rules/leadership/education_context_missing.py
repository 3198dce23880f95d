"""LEAD007: ask the head of school technology to know schools.

## What it checks
Whether what is asked of applicants mentions schools anywhere: K-12, a district, classrooms,
teaching experience, instructional technology, public education.
"High school diploma" and "vocational school" are credentials and show nothing.
Duties are not read here.

## Why
Few people are schooled in both technology and education; a posting that asks for one half gets it.
Ask for knowledge "gained in any role" or prefer it: requiring employment in schools narrows the
pool for no reason, and a teaching licence is never needed.

## When not to use it
Where a peer in the same cabinet brings the knowledge of schools.

## Fix safety
No fix: what to ask for is the district's choice.
"""

from __future__ import annotations

from collections.abc import Sequence

from postlint.rules import (
    Case,
    Duty,
    NamedRule,
    RuleMeta,
    Section,
    SectionKind,
    Severity,
    Span,
    gap_span,
    laws,
    phrases,
    requirement_sections,
)
from postlint_rules.leadership._profile import asks_something

_RULE = "education-context-missing"


class EducationContextMissing(NamedRule):
    """Ask the head of school technology to know schools."""

    meta = RuleMeta(
        code="LEAD007",
        name=_RULE,
        summary="No knowledge of schools is asked for.",
        severity=Severity.INFO,
        messages={"no-schools": "Nothing asked of applicants has to do with schools."},
        authority=laws("cosn-outline", "education-week"),
        advice="Ask for knowledge of schools and how they work.",
        why="Schools differ from offices in law, calendar and people.",
        since="0.1",
        tags=frozenset({"qualifications", "instruction"}),
        profiles=frozenset({"k12"}),
    )
    applies = (asks_something,)
    also_asked = True
    phrases = phrases(__package__, "duties", _RULE)
    named = ("context",)
    said = "Applicants are asked about '{words}'."
    question = "whether knowledge of schools is asked for"
    missing = "no-schools"

    def read(self, case: Case) -> Sequence[Section | Duty]:
        """Return what is asked of applicants; duties are not read here."""
        return requirement_sections(case)

    def place(self, case: Case) -> Span:
        """Return the heading of what is asked."""
        kinds = SectionKind.QUALIFICATIONS, SectionKind.KNOWLEDGE_SKILLS
        return gap_span(case, *kinds, SectionKind.EDUCATION_EXPERIENCE)
