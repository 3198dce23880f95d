"""EQTY011: do not ask applicants for protected traits.

## What it checks
Requests that applicants state race, sex, religion, birthplace, marital status or children, identify
as a member of a group in their papers, or attach a photograph.
A separate voluntary form passes.
Asking for marital status is an error for a declared recipient of federal education funds.

## Why
What the panel has seen it cannot unsee, and a question asked is evidence that the answer mattered.
Voluntary data belong on a form of their own.

## Sources
- 29 CFR 1604.7, inquiries on sex; read 2026-11-21.
- 34 CFR 106.60(a), marital status, for recipients of federal education funds; read 2026-11-21 in
  its print of 2024.
- EEOC guidance on pre-employment inquiries; not opened for this work.

## When not to use it
Where the request is on a voluntary form the panel does not see.

## Fix safety
No fix: what applicants send is the employer's decision.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.document.kinds import SectionKind
from postlint.facts.base import Case
from postlint.rules.rule import NotApplicable, Outcome, Passed, RuleMeta
from postlint.text.diagnostics import Finding, Severity
from postlint_rules._place import of_united_states_law
from postlint_rules._terms import Match, TermRule, term_phrases
from postlint_rules.equity._law import INQUIRY_GUIDANCE, INQUIRY_MARRIAGE, INQUIRY_SEX

_RULE = "protected-status-inquiry"


@of_united_states_law
class ProtectedStatusInquiry(TermRule):
    """Do not ask applicants for protected traits."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="EQTY011",
        name=_RULE,
        summary="Applicants are asked for a protected trait.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(INQUIRY_SEX, INQUIRY_MARRIAGE, INQUIRY_GUIDANCE),
        since="0.1",
        tags=frozenset({"application"}),
    )
    phrases = term_phrases("equity", _RULE)
    family = "equity"
    clean = "Nothing asks applicants for a protected trait."

    def finding(self, case: Case, match: Match) -> Finding:
        """Return an error for marital status where a declared recipient asks: a rule binds it."""
        finding = super().finding(case, match)
        if match.term.name == "marital" and case.employer.recipient:
            return finding._replace(severity=Severity.ERROR)
        return finding

    def in_order(self, case: Case) -> Outcome:
        """Pass with the way to apply as evidence, where the text has it."""
        told = case.posting.of_kind(SectionKind.HOW_TO_APPLY)
        places = tuple(one.heading.span for one in told if one.heading is not None)
        if places:
            return Passed(self.clean, places)
        return NotApplicable("The text does not say how to apply.")
