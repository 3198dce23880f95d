"""LEAD007: ask the head of school technology to know schools.

## What it checks
Whether what is asked of applicants mentions schools anywhere: K-12, a district, classrooms,
teaching
experience, instructional technology, public education.
"High school diploma" and "vocational school" are credentials and show nothing.
Duties are not read here.

## Why
Few people are schooled in both technology and education; a posting that asks for one half gets it.
Ask for knowledge "gained in any role" or prefer it: requiring employment in schools narrows the
pool
for no reason, and a teaching licence is never needed.

## When not to use it
Where a peer in the same cabinet brings the knowledge of schools.

## Fix safety
No fix: what to ask for is the district's choice.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    asked_sections,
    first_in,
    gap_span,
    laws,
    phrases,
)
from postlint_rules.leadership._profile import off_for_schools

_RULE = "education-context-missing"


class EducationContextMissing(Rule):
    """Ask the head of school technology to know schools."""

    meta = RuleMeta(
        code="LEAD007",
        name=_RULE,
        summary="No knowledge of schools is asked for.",
        severity=Severity.INFO,
        messages={"no-schools": "Nothing asked of applicants has to do with schools."},
        authority=laws("cosn-outline", "education-week"),
        since="0.1",
        tags=frozenset({"qualifications", "instruction"}),
        profiles=frozenset({"k12"}),
    )
    phrases = phrases(__package__, "duties", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for schools among what is asked."""
        reason = off_for_schools(case)
        if reason is not None:
            yield NotApplicable(reason)
            return
        asked = asked_sections(case)
        if not asked:
            yield NotApplicable("The posting has no section on what is asked of applicants.")
            return
        context = first_in(case, f"{_RULE}.context", asked, but=f"{_RULE}.but")
        if context is not None:
            words = case.posting.passage(context).text
            yield Passed(f"Applicants are asked about '{words}'.", (context,))
            return
        place = gap_span(
            case.posting,
            SectionKind.QUALIFICATIONS,
            SectionKind.KNOWLEDGE_SKILLS,
            SectionKind.EDUCATION_EXPERIENCE,
        )
        yield Finding("no-schools", place)
