"""LEAD011: give somebody the privacy of the people whose data it is.

## What it checks
For schools, whether the duties or what is asked of applicants name student-data privacy or the
governance of data: FERPA, COPPA, CIPA, state acts, a privacy officer, data-sharing agreements.
For cities and counties, whether they name public records, breaches of data or their governance.
For schools nothing of the kind is a warning; only "confidentiality" or "applicable laws", or a
training everybody takes, is information, and so is every finding outside schools.

## Why
Districts answer for what their vendors do with student data.
No law asks the posting to say so; the laws below are what the role carries out.

## When not to use it
Where another officer is named for privacy.

## Fix safety
No fix: only the employer knows who answers for privacy.
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
    work_sections,
)
from postlint_rules.leadership._profile import at_school, off_without_duties

_RULE = "data-privacy-governance-missing"


class DataPrivacyGovernanceMissing(Rule):
    """Give somebody the privacy of the people whose data it is."""

    meta = RuleMeta(
        code="LEAD011",
        name=_RULE,
        summary="No responsibility for privacy and data governance.",
        severity=Severity.WARNING,
        messages={
            "no-privacy": "Nothing names student-data privacy or data governance.",
            "no-records": "Nothing names public records, data breaches or data governance.",
            "generic": "'{words}' is general; nothing names {subject}.",
            "onboarding": "'{words}' is a training; nothing names {subject} as part of the work.",
        },
        authority=laws("us-ferpa", "us-coppa", "us-cipa", "state-privacy-acts", "cosn-outline"),
        since="0.1",
        tags=frozenset({"duties", "privacy"}),
        profiles=frozenset({"k12", "public"}),
    )
    phrases = phrases(__package__, "duties", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for privacy in the work and in what is asked."""
        reason = off_without_duties(case)
        if reason is not None:
            yield NotApplicable(reason)
            return
        school = at_school(case)
        read = (*work_sections(case), *asked_sections(case))
        onboarding = f"{_RULE}.onboarding"
        keys = ("privacy",) if school else ("privacy", "records")
        for key in keys:
            named = first_in(case, f"{_RULE}.{key}", read, but=onboarding)
            if named is not None:
                words = case.posting.passage(named).text
                yield Passed(f"The posting names '{words}'.", (named,))
                return
        subject = (
            "student-data privacy or data governance"
            if school
            else "public records, data breaches or data governance"
        )
        for message, key in (("onboarding", onboarding), ("generic", f"{_RULE}.generic")):
            span = first_in(case, key, read)
            if span is not None:
                data = {"words": case.posting.passage(span).text, "subject": subject}
                yield Finding(message, span, data, severity=Severity.INFO)
                return
        place = gap_span(case.posting, SectionKind.DUTIES)
        if school:
            yield Finding("no-privacy", place)
        else:
            # The acts above speak of students; what a city answers for is less settled.
            yield Finding("no-records", place, severity=Severity.INFO)
