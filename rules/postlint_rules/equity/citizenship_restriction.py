"""EQTY021: ask for authorization to work, not for citizenship.

## What it checks
Words that limit the post to citizens or holders of one status, and "citizens preferred".
A sentence that names a law, a clearance, a contract or an office of voters passes, and federal
employers are not asked.

## Why
With four employees or more a citizenship limit needs a law, regulation, order or government
contract that asks for it.
An employer may prefer a citizen only among the equally qualified.

## Sources
- 8 U.S.C. 1324b(a)(1)-(4); 28 CFR 44.200; 29 CFR 1606.5; read 2026-11-21.
- An error only for employers declared to have four people or more.

## When not to use it
For peace officers and other posts that a law reserves for citizens.

## Fix safety
No fix: the law that asks for it, or its absence, is the employer's to know.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.facts.base import Case
from postlint.facts.context import employer_kind
from postlint.facts.declared import EmployerKind
from postlint.rules.rule import RuleMeta
from postlint.text.diagnostics import Severity
from postlint_rules._place import of_united_states_law
from postlint_rules._terms import TermRule, term_phrases
from postlint_rules.equity._law import CITIZENSHIP

_RULE = "citizenship-restriction"


@of_united_states_law
class CitizenshipRestriction(TermRule):
    """Ask for authorization to work, not for citizenship."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="EQTY021",
        name=_RULE,
        summary="The post is limited to citizens.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(CITIZENSHIP,),
        since="0.1",
        tags=frozenset({"language"}),
    )
    phrases = term_phrases("equity", _RULE)
    family = "equity"
    clean = "Nothing limits the post to citizens."

    least_employees: int = 4

    def exempt(self, case: Case) -> str:
        """Leave out federal employers, whose posts are reserved by orders of their own."""
        if case[employer_kind].value is EmployerKind.FEDERAL:
            return "A federal employer may be bound by an order that asks for citizens."
        return ""
