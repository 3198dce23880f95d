"""EQTY002: say what the employer does for equity and inclusion.

## What it checks
For school technology leaders, and for employers that declare
`employer.equity-commitment-expected = true`: whether a sentence outside the
legal statement says what the employer does, values or expects for equity and inclusion.
The legal notice of equal opportunity is not such a sentence; `eeo-statement-missing` asks for that
one.
Where the law limits diversity statements and the employer is in its scope, the rule says nothing.

## Why
The notice says what the employer will not do; a commitment says what it does.
Districts that ask for one in their own policy want to know where it is missing.
Nobody is asked for one by a general law, and the rule never advises asking applicants for a
statement.

## When not to use it
Where the employer's policy asks for none: declare `employer.equity-commitment-expected = false`.

## Fix safety
An unsafe fix adds a sentence that is a placeholder for what the employer does.
A commitment is the employer's to make; the placeholder is a finding until it is filled in.
"""

from __future__ import annotations

from postlint.rules import (
    CannotTell,
    Case,
    Finding,
    Fix,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    add_section,
    facts,
    gap_span,
    gaps_of,
    inserted,
    laws,
)
from postlint_rules.equity._requests import request_law

_WORDS = (
    "Our commitment to equity and inclusion: [say what the employer does, such as how it hires, "
    "develops and keeps people]."
)


class EquityCommitmentMissing(Rule):
    """Say what the employer does for equity and inclusion."""

    meta = RuleMeta(
        code="EQTY002",
        name="equity-commitment-missing",
        summary="Nothing says what the employer does for equity and inclusion.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={
            "missing": "No sentence says what the employer does for equity or inclusion.",
            "expected": (
                "No sentence says what the employer does for equity or inclusion, and its policy "
                "expects one."
            ),
        },
        authority=laws(
            "local-policy",
            "us-tx-statements-schools",
            "us-tx-statements-colleges",
            "us-ut-statements",
            "us-fl-statements",
            "us-nh-statements",
        ),
        advice="Say in a sentence what you do for equity and inclusion.",
        why="A statement of law says nothing about practice.",
        since="0.1",
        tags=frozenset({"equity"}),
    )

    def check(self, case: Case) -> Outcomes:
        """Look for a commitment where one is expected and nothing restricts it."""
        expected = case.employer.equity_commitment_expected
        if expected is False or (expected is None and case[facts.profile].value != "k12"):
            yield NotApplicable("Nobody expects a commitment of this employer.")
            return
        limit = request_law(case)
        place = "" if limit is None else facts.place_name(limit.law.jurisdiction)
        if limit is not None and limit.in_scope:
            yield NotApplicable(f"Silent, because of a limit in {place}.")
            return
        commitment = case[facts.equity_commitment]
        if commitment.value:
            yield Passed("The text says what is done for equity or inclusion.", commitment.spans)
        elif limit is not None:
            yield CannotTell(
                f"the place or kind of employer; {place} limits some, so that one may be out of "
                "place",
                authority=(limit.law,),
            )
        elif gaps := gaps_of(case.posting, SectionKind.EQUAL_OPPORTUNITY, SectionKind.ORGANIZATION):
            yield inserted(gaps, "the commitment")
        else:
            message, severity = "missing", None
            if expected:
                message, severity = "expected", Severity.WARNING
            span = gap_span(case, SectionKind.EQUAL_OPPORTUNITY, SectionKind.ORGANIZATION)
            yield Finding(message, span, severity=severity, fixes=_statement(case))


def _statement(case: Case) -> tuple[Fix, ...]:
    return add_section(case.posting, SectionKind.EQUAL_OPPORTUNITY, "Equity and inclusion", _WORDS)
