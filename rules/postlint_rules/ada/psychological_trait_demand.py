"""ADA013: ask for behavior, not for a state of mind.

## What it checks
Demands for "emotional stability", being "mentally stable", "mental toughness" and the like.
The stability of systems and the emotional stability of pupils are not meant.

## Why
Such words read as a standard of mental health.
The behavior the work needs can be named and seen: keeping sound judgment under pressure.

## Sources
- 29 CFR 1630.10(a); 29 CFR 1630.2(h)(2); read 2026-11-21.

## When not to use it
For police and fire posts with psychological standards set by law.

## Fix safety
No fix: only the employer knows which behavior is meant.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.facts.base import Case
from postlint.facts.physical import physical_demands
from postlint.rules.rule import NotApplicable, Outcome, Passed, RuleMeta
from postlint.text.diagnostics import Severity
from postlint_rules._terms import TermRule, term_phrases
from postlint_rules.ada._law import CRITERIA, IMPAIRMENT

_RULE = "psychological-trait-demand"


class PsychologicalTraitDemand(TermRule):
    """Ask for behavior, not for a state of mind."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="ADA013",
        name=_RULE,
        summary="A trait of mind is demanded in place of behavior.",
        severity=Severity.WARNING,
        highest=Severity.WARNING,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(CRITERIA, IMPAIRMENT),
        since="0.1",
        tags=frozenset({"language"}),
    )
    phrases = term_phrases("ada", _RULE)
    family = "ada"
    clean = "No demand speaks of a state of mind."

    def in_order(self, case: Case) -> Outcome:
        """Pass with the demands as evidence, where there are any."""
        demands = case[physical_demands]
        if demands.value:
            return Passed(self.clean, demands.spans)
        return NotApplicable("The posting states no demands of body or mind.")
