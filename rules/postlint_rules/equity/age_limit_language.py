"""EQTY017: ask for skill, not for an age.

## What it checks
Ages above which nobody may apply, phrases the regulation names ("recent college graduate", "young"
said of workers), and their close variants.
Pupils, programs for graduates, insurance and minimum ages are not meant.

## Why
An advertisement may not indicate a preference or limit by age.
In schools nearly every "young" is about pupils, so only the words for workers count.

## Sources
- 29 U.S.C. 623(e), (f)(1); 29 CFR 1625.4; read 2026-11-21.
- An error only for employers declared to have 20 people or more; public employers are covered at
  any size.

## When not to use it
For public-safety posts with a lawful maximum age (29 U.S.C. 623(j)).

## Fix safety
No fix: what is meant has to be said as a skill.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.facts.base import Case
from postlint.rules.rule import RuleMeta
from postlint.text.diagnostics import Severity
from postlint_rules._terms import TermRule, term_phrases
from postlint_rules.equity._law import AGE_ADVERTISING

_RULE = "age-limit-language"


class AgeLimitLanguage(TermRule):
    """Ask for skill, not for an age."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="EQTY017",
        name=_RULE,
        summary="An age is set or preferred.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(AGE_ADVERTISING,),
        since="0.1",
        tags=frozenset({"language"}),
    )
    phrases = term_phrases("equity", _RULE)
    family = "equity"
    clean = "Nothing sets or prefers an age."

    least_employees: int = 20

    def floor(self, case: Case) -> int | None:
        """Return no floor for public employers, who are covered at any size."""
        public = case.employer.kind is not None and case.employer.kind.public
        return None if public else self.least_employees
