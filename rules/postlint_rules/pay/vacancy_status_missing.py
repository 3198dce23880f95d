"""PAY019: say in Ontario whether there is a vacancy.

## What it checks
Whether a posting for work in Ontario says that it is, or is not, for an existing vacancy.
Elsewhere no law asks for it that was found in force.

## Why
Employers of 25 people or more owe the statement in Ontario since 2026, so that nobody applies for a
post that is not there.

## When not to use it
For postings to the employer's own staff.
"""

import postlint.rules as kit
from postlint_rules.pay._law import PostingRule


class VacancyStatusMissing(PostingRule):
    meta = kit.RuleMeta(
        code="PAY019",
        summary="Nothing says whether there is a vacancy.",
        highest=kit.Severity.ERROR,
        messages={"missing": "Whether this is for an existing vacancy is not stated{law}."},
        authority=kit.laws("ca-on-pay-in-posting"),
        advice="Say whether there is a vacancy now.",
        why="Some laws ask for it, and applicants wonder.",
        tags=frozenset({"application"}),
        stability=kit.Stability.PREVIEW,
        default_on=False,
    )
    passing = "Whether there is a vacancy is stated."
    unreached = "No law that asks for it is known to reach the posting."
    terms = ("vacancy",)
    places = (kit.SectionKind.HOW_TO_APPLY,)
