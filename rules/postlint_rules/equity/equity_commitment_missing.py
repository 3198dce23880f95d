"""EQTY002: say what the employer does for equity and inclusion.

## What it checks
For school technology leaders, and for employers that declare `equity_commitment_expected = true`:
whether a sentence outside the legal statement says what the employer does, values or expects for
equity and inclusion.
The legal notice of equal opportunity is not such a sentence; `eeo-statement-missing` asks for that
one.
Where the law limits diversity statements and the employer is in its scope, the rule says nothing.

## Why
The notice says what the employer will not do; a commitment says what it does.
Districts that ask for one in their own policy want to know where it is missing.
Nobody is asked for one by a general law, and the rule never advises asking applicants for a
statement.

## Sources
- Local board policy, where there is one; no general authority.
- Tex. Educ. Code 11.005, Utah HB 261 (2024), Fla. Stat. 1004.06 and New Hampshire HB 2 (2025) are
  why the rule is silent there.

## When not to use it
Where the employer's policy asks for none: declare `equity_commitment_expected = false`.

## Fix safety
An unsafe fix adds a sentence that is a placeholder for what the employer does.
A commitment is the employer's to make; the placeholder is a finding until it is filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from postlint.document.kinds import SectionKind
from postlint.document.places import gap_span
from postlint.facts.base import Case
from postlint.facts.context import profile
from postlint.facts.statements import equity_commitment
from postlint.rules.rule import CannotTell, NotApplicable, Outcome, Passed, Rule, RuleMeta
from postlint.text.diagnostics import Finding, Fix, Severity
from postlint_rules._text import gaps_of, put_in
from postlint_rules.equity._law import FLORIDA, LOCAL_POLICY, NEW_HAMPSHIRE, TEXAS, UTAH
from postlint_rules.equity._limits import reach


class EquityCommitmentMissing(Rule):
    """Say what the employer does for equity and inclusion."""

    meta: ClassVar[RuleMeta] = RuleMeta(
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
        authority=(LOCAL_POLICY, TEXAS, UTAH, FLORIDA, NEW_HAMPSHIRE),
        since="0.1",
        tags=frozenset({"equity"}),
    )

    def check(self, case: Case) -> Iterator[Outcome]:
        """Look for a commitment where one is expected and nothing restricts it."""
        expected = case.employer.equity_commitment_expected
        if expected is False or (expected is None and case[profile].value != "k12"):
            yield NotApplicable("Nobody expects a commitment of this employer.")
            return
        limit = reach(case)
        if limit.limit is not None:
            yield NotApplicable(f"Silent, because of a limit in {limit.limit.name}.")
            return
        commitment = case[equity_commitment]
        if commitment.value:
            yield Passed("The text says what is done for equity or inclusion.", commitment.spans)
        elif limit.possible is not None:
            yield CannotTell(
                f"The place or kind of employer; {limit.possible.name} limits some, so that one "
                "may be out of place."
            )
        elif gaps := gaps_of(case.posting, SectionKind.EQUAL_OPPORTUNITY, SectionKind.ORGANIZATION):
            yield put_in(gaps, "the commitment")
        else:
            place = gap_span(case.posting, SectionKind.EQUAL_OPPORTUNITY, SectionKind.ORGANIZATION)
            message, severity = "missing", None
            if expected:
                message, severity = "expected", Severity.WARNING
            yield Finding(message, place, severity=severity, fixes=_statement(case))


def _statement(case: Case) -> tuple[Fix, ...]:
    from postlint_rules._inserts import EQUITY, add_section  # noqa: PLC0415  # for gaps alone

    return add_section(case.posting, SectionKind.EQUAL_OPPORTUNITY, "Equity and inclusion", EQUITY)
