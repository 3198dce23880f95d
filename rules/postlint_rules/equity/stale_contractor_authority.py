"""EQTY009: cite authorities that are in force.

## What it checks
Executive Order 11246 cited as a duty, and "affirmative action employer".
Consent decrees and state law that asks for affirmative action pass where they are named.

## Why
The order was revoked on 21 January 2025; the duties on veterans and disability stand on statutes of
their own.
A posting that cites it says something that no longer holds.

## Sources
- EO 14173, sec. 3(b); read in summaries, and final rules are pending.
- 41 CFR 60-300 and 60-741 for what remains; read 2026-11-21.

## When not to use it
Under a consent decree, or a state law such as Connecticut's for its agencies.

## Fix safety
No fix: the statement is the employer's declaration.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from postlint.facts.base import Case
from postlint.facts.statements import equal_opportunity
from postlint.rules.rule import NotApplicable, Outcome, Passed, RuleMeta
from postlint.text.diagnostics import Severity
from postlint_rules._place import of_united_states_law
from postlint_rules._terms import TermRule, term_phrases
from postlint_rules.equity._law import CONTRACTORS, REVOKED

_RULE = "stale-contractor-authority"
_REVOKED_ON = date(2025, 1, 21)


@of_united_states_law
class StaleContractorAuthority(TermRule):
    """Cite authorities that are in force."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="EQTY009",
        name=_RULE,
        summary="A revoked authority is cited as a duty.",
        severity=Severity.WARNING,
        highest=Severity.WARNING,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(REVOKED, CONTRACTORS),
        since="0.1",
        tags=frozenset({"equal-opportunity"}),
    )
    phrases = term_phrases("equity", _RULE)
    family = "equity"
    clean = "The statement cites no revoked authority."

    def exempt(self, case: Case) -> str:
        """Leave out postings from before the revocation."""
        day = case.employer.as_of
        if day is not None and day < _REVOKED_ON:
            return "The posting's day is before the order was revoked."
        return ""

    def in_order(self, case: Case) -> Outcome:
        """Pass with the statement as evidence, where there is one."""
        statements = case[equal_opportunity]
        if statements.value:
            return Passed(self.clean, statements.spans)
        return NotApplicable("The text has no statement of equal opportunity.")
