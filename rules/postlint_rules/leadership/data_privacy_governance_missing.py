"""LEAD011: give somebody the privacy of the people whose data it is.

## What it checks
For schools, whether the duties or what is asked of applicants name student-data privacy or the
governance of data: FERPA, COPPA, CIPA, state acts, a privacy officer, data-sharing agreements.
For cities and counties, whether they name public records, breaches of data or their governance.
For schools nothing of the kind is a warning; only a training everybody takes is information, and so
is every finding outside schools.
The head of a part, such as security, is not asked.

## Why
Districts answer for what their vendors do with student data.
Most postings of cities and counties name none of it, which is why it is information there.
No law asks the posting to say so; the laws below are what the role carries out.

## When not to use it
Where another officer is named for privacy.

## Fix safety
The unsafe fix adds a duty with a blank to fill in.
"""

import postlint.rules as kit
from postlint_rules.leadership._profile import at_school, in_full, leadership_meta, whole_function


class DataPrivacyGovernanceMissing(kit.NamedRule):
    meta = leadership_meta(
        code="LEAD011",
        summary="No responsibility for privacy and data governance.",
        severity=kit.Severity.WARNING,
        messages={
            "no-privacy": "Neither duties nor requirements name {subject}, or laws and records in "
            "general.",
            "onboarding": "'{words}' is a training; nothing names {subject} as part of the work.",
        },
        advice="Say who answers for the data of the people served.",
        why="The employer answers for what vendors do with data.",
        authority=kit.laws("us-ferpa", "us-coppa", "us-cipa", "state-privacy-acts", "cosn-outline"),
        tags=frozenset({"duties", "privacy"}),
    )
    applies = (kit.united_states, kit.has_duties, whole_function)
    in_requirements = True
    question = "whether the post answers for data"
    idle_by_hand = "by_hand"
    beside = (("whose", "keeping"),)
    but = "onboarding"
    weak = (("onboarding", "onboarding"),)
    passing = "The posting names '{words}'."
    example = "Answer for the privacy and governance of data under [the acts that apply]."

    def keys(self, case: kit.Case) -> tuple[str, ...]:
        """Return what is enough: for a city, public records too."""
        spared = ("privacy", "whose")
        return spared if at_school(case) else (*spared, "records")

    def data(self, case: kit.Case) -> dict[str, object]:
        """Return what would be named."""
        subject = "student-data privacy" if at_school(case) else "public records, data breaches"
        return {"subject": f"{subject} or data governance"}

    def gravity(self, case: kit.Case) -> kit.Severity | None:
        """Lower it outside schools: of a city less is settled than the acts on students say."""
        return super().gravity(case) if at_school(case) else kit.Severity.INFO

    def unsettled(self, case: kit.Case, but: str) -> kit.CannotTell | None:
        """Return why nobody can tell; a bulletin names few of the duties of its class."""
        return super().unsettled(case, but) or in_full(case)
