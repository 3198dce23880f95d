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

from collections.abc import Iterator
from typing import ClassVar

from attrs import evolve

from postlint.diagnostics import Severity
from postlint.document.kinds import SectionKind
from postlint.facts.base import Case
from postlint.rule import NotApplicable, Outcome, Passed, Rule, RuleMeta
from postlint_rules._terms import matches, term_finding, term_phrases
from postlint_rules.equity._law import INQUIRY_GUIDANCE, INQUIRY_MARRIAGE, INQUIRY_SEX

_RULE = "protected-status-inquiry"


class ProtectedStatusInquiry(Rule):
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

    def check(self, case: Case) -> Iterator[Outcome]:
        """Look for the terms of the table."""
        found = False
        for match in matches(case, "equity", _RULE):
            found = True
            finding = term_finding(case, match)
            # The rule for recipients is on marital status; a declared one is bound by it.
            if match.term.name == "marital" and case.employer.recipient:
                finding = evolve(finding, severity=Severity.ERROR)
            yield finding
        if not found:
            told = case.posting.of_kind(SectionKind.HOW_TO_APPLY)
            places = tuple(one.heading.span for one in told if one.heading is not None)
            if places:
                yield Passed("Nothing asks applicants for a protected trait.", places)
            else:
                yield NotApplicable("The text does not say how to apply.")
