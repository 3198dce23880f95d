"""ADA009: leave out standards of body and health.

## What it checks
Words that set a standard for the body or for health: "able-bodied", "free from disability", "in
good health", "no physical limitations", "physically fit", "perfect attendance".
Health insurance, public health and the health of pupils, animals or collections are not meant.

## Why
The words turn away people who could do the work, and say nothing about the work.

## Sources
- 42 U.S.C. 12112(a), (b)(6); 29 CFR 1630.4(a)(1)(i), 1630.10(a); read 2026-11-21.
- 34 CFR 104.11(b)(1), 104.13, for recipients of federal education funds; read 2026-11-21.
- "Good health" and "no physical limitations" only tend to screen people out, and the employer may
  prove the need: a warning.

## When not to use it
Where a law sets a medical standard for the work.

## Fix safety
No fix: what the work needs has to be said in its place.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.rules.rule import RuleMeta
from postlint.text.diagnostics import Severity
from postlint_rules._terms import TermRule, term_phrases
from postlint_rules.ada._law import ADVERTISING, CRITERIA, RECIPIENTS

_RULE = "able-bodied-language"


class AbleBodiedLanguage(TermRule):
    """Leave out standards of body and health."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="ADA009",
        name=_RULE,
        summary="A standard of body or health leaves people out.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(CRITERIA, ADVERTISING, RECIPIENTS),
        since="0.1",
        tags=frozenset({"language"}),
    )
    phrases = term_phrases("ada", _RULE)
    family = "ada"
    clean = "No standard of body or health stands in the text."

    least_employees: int = 15
