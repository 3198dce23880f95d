"""ADA011: do not ask applicants about disability or health.

## What it checks
Requests that applicants disclose a disability or medical condition, send medical records, or tell
of claims for injuries.
A voluntary form for self-identification, a statement that nothing need be disclosed, and an offer
of accommodation are not meant.

## Why
Before an offer an employer may ask whether a person can do the functions of the job, and not
whether they have a disability.

## Sources
- 42 U.S.C. 12112(d)(2)(A); 29 CFR 1630.13(a); read 2026-11-21.
- 34 CFR 104.14, for recipients of federal education funds; read 2026-11-21.
- 42 U.S.C. 2000ff-1(b), for family medical history; read 2026-11-21.

## When not to use it
Where a local program invites voluntary disclosure on a form of its own.

## Fix safety
No fix: what to ask instead is the employer's decision.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.rules.rule import RuleMeta
from postlint.text.diagnostics import Severity
from postlint_rules._place import of_united_states_law
from postlint_rules._terms import TermRule, term_phrases
from postlint_rules.ada._law import FAMILY_HISTORY, INQUIRY, RECIPIENTS

_RULE = "disability-inquiry"


@of_united_states_law
class DisabilityInquiry(TermRule):
    """Do not ask applicants about disability or health."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="ADA011",
        name=_RULE,
        summary="Applicants are asked about disability or health.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(INQUIRY, RECIPIENTS, FAMILY_HISTORY),
        since="0.1",
        tags=frozenset({"application"}),
    )
    phrases = term_phrases("ada", _RULE)
    family = "ada"
    clean = "Nothing asks applicants about disability or health."

    least_employees: int = 15
