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
The unsafe fix adds a duty with a blank to fill in.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    NamedRule,
    RuleMeta,
    Section,
    Severity,
    has_duties,
    laws,
    phrases,
    requirement_sections,
    work_sections,
)
from postlint_rules.leadership._profile import at_school

_RULE = "data-privacy-governance-missing"


class DataPrivacyGovernanceMissing(NamedRule):
    """Give somebody the privacy of the people whose data it is."""

    meta = RuleMeta(
        code="LEAD011",
        name=_RULE,
        summary="No responsibility for privacy and data governance.",
        severity=Severity.WARNING,
        messages={
            "no-privacy": "Nothing names {subject}.",
            "generic": "'{words}' is general; nothing names {subject}.",
            "onboarding": "'{words}' is a training; nothing names {subject} as part of the work.",
        },
        advice="Say who answers for the data of the people served.",
        why="The employer answers for what vendors do with data.",
        authority=laws("us-ferpa", "us-coppa", "us-cipa", "state-privacy-acts", "cosn-outline"),
        since="0.1",
        tags=frozenset({"duties", "privacy"}),
        profiles=frozenset({"k12", "public"}),
    )
    applies = (has_duties,)
    phrases = phrases(__package__, "duties", _RULE)
    question = "whether the post answers for data"
    but = "onboarding"
    weak = (("onboarding", "onboarding"), ("generic", "generic"))
    said = "The posting names '{words}'."
    missing = "no-privacy"
    example = "Answer for the privacy and governance of data under [the acts that apply]."

    def keys(self, case: Case) -> tuple[str, ...]:
        """Return what is enough: for a city, public records too."""
        return ("privacy",) if at_school(case) else ("privacy", "records")

    def read(self, case: Case) -> tuple[Section, ...]:
        """Return the work and what is asked of applicants."""
        return (*work_sections(case), *requirement_sections(case))

    def data(self, case: Case) -> dict[str, object]:
        """Return what would be named."""
        subject = "student-data privacy" if at_school(case) else "public records, data breaches"
        return {"subject": f"{subject} or data governance"}

    def gravity(self, case: Case) -> Severity | None:
        """Lower it outside schools: of a city less is settled than the acts on students say."""
        return None if at_school(case) else Severity.INFO
