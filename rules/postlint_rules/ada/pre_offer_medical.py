"""ADA012: say that a medical examination follows a conditional offer.

## What it checks
Medical and physical examinations that a text puts before the offer, calls "pre-employment", or
gives no stage for.
A test for illegal drugs is not a medical examination and is not meant.

## Why
An examination is allowed after a conditional offer, when everyone entering the job class takes it.
A text that leaves out the stage makes people think otherwise.

## Sources
- 42 U.S.C. 12112(d)(3); 29 CFR 1630.14(b), 1630.16(c)(1); read 2026-11-21.

## When not to use it
For transport workers under 49 CFR part 40, and where a statute sets the examination.

## Fix safety
No fix: the stage of the examination is the employer's to state.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.rules.rule import RuleMeta
from postlint.text.diagnostics import Severity
from postlint_rules._place import of_united_states_law
from postlint_rules._terms import TermRule, term_phrases
from postlint_rules.ada._law import EXAMINATION, RECIPIENTS

_RULE = "pre-offer-medical"


@of_united_states_law
class PreOfferMedical(TermRule):
    """Say that a medical examination follows a conditional offer."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="ADA012",
        name=_RULE,
        summary="A medical examination is not said to follow the offer.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(EXAMINATION, RECIPIENTS),
        since="0.1",
        tags=frozenset({"application"}),
    )
    phrases = term_phrases("ada", _RULE)
    family = "ada"
    clean = "No medical examination stands before the offer."

    least_employees: int = 15
