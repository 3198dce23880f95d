"""ADA008: state a demand by its result, not by a part of the body.

## What it checks
Where a text says that people must see, hear, walk or stand, sit or stand for long periods, or see
and hear "to" do something: whether the same sentence says "with or without reasonable
accommodation".
Demands of speaking a language are not meant.

## Why
What the work needs is information received, a site reached, a load moved.
How a person does that may be by another way than the usual one.

## Sources
- 29 CFR pt. 1630 app., 1630.10: vision, hearing, walking and lifting requirements are criteria to
  be justified; read 2026-11-21.
- EEOC and JAN advice to state the result and not the manner; not opened for this work, so nothing
  here is more than a warning.

## When not to use it
Where a federal or state standard sets the demand, as for bus drivers and police.

## Fix safety
No fix: only the employer knows what result is needed.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.facts.base import Case
from postlint.facts.physical import physical_demands
from postlint.rules.rule import NotApplicable, Outcome, Passed, RuleMeta
from postlint.text.diagnostics import Severity
from postlint_rules._place import of_united_states_law
from postlint_rules._terms import TermRule, term_phrases
from postlint_rules.ada._law import APPENDIX, RESULT_NOT_MANNER

_RULE = "physical-demand-manner"


@of_united_states_law
class PhysicalDemandManner(TermRule):
    """State a demand by its result, not by a part of the body."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="ADA008",
        name=_RULE,
        summary="A demand is stated as a body part or sense and not as a result.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(APPENDIX, RESULT_NOT_MANNER),
        since="0.1",
        tags=frozenset({"physical-demands"}),
    )
    phrases = term_phrases("ada", _RULE)
    family = "ada"
    clean = "The demands name results."

    def in_order(self, case: Case) -> Outcome:
        """Pass with the demands as evidence, where there are any."""
        demands = case[physical_demands]
        if demands.value:
            return Passed(self.clean, demands.spans)
        return NotApplicable("The posting states no physical demands.")
