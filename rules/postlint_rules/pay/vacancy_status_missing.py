"""PAY019: say in Ontario whether there is a vacancy.

## What it checks
Whether a posting for work in Ontario says that it is, or is not, for an existing vacancy.
Elsewhere no law asks for it that was found in force.

## Why
Employers of 25 people or more owe the statement in Ontario since 2026, so that nobody applies for a
post that is not there.

## When not to use it
For postings to the employer's own staff.

## Fix safety
No fix: only the employer knows.
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
    Stability,
    gap_span,
    laws,
    past,
    phrases,
)
from postlint_rules.pay._law import asking, clause, severity
from postlint_rules.pay._pay import advertises

_RULE = "vacancy-status-missing"


class VacancyStatusMissing(Rule):
    """Say in Ontario whether there is a vacancy."""

    meta = RuleMeta(
        code="PAY019",
        name=_RULE,
        summary="Nothing says whether there is a vacancy.",
        severity=Severity.INFO,
        highest=Severity.ERROR,
        messages={"missing": "Whether this is for an existing vacancy is not stated{law}."},
        authority=laws("ca-on-pay-in-posting"),
        advice="Say whether there is a vacancy now.",
        why="Some laws ask for it, and applicants wonder.",
        since="0.1",
        tags=frozenset({"application"}),
        stability=Stability.PREVIEW,
        default_on=False,
    )
    applies = (advertises,)
    phrases = phrases(__package__, "pay", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for the statement where the law asks for it."""
        found = asking(case, "vacancy")
        said = case.hits[f"{_RULE}.vacancy"]
        if not found:
            yield NotApplicable("No law that asks for it is known to reach the posting.")
        elif said:
            yield Passed("Whether there is a vacancy is stated.", said[:1], (found[0].law,))
        elif (old := past(found)) is not None:
            yield old
        else:
            span = gap_span(case.posting, SectionKind.HOW_TO_APPLY)
            grave = severity(found, Severity.INFO)
            rests = (found[0].law,)
            yield Finding("missing", span, {"law": clause(found)}, severity=grave, authority=rests)
