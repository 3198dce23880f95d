"""EQTY015: ask for people, not for men or women.

## What it checks
Words that limit the post to one sex or prefer one, and names for workers such as "office girl".
A bona fide occupational qualification passes where it is named; teams and pupils are not meant.

## Why
An advertisement may not indicate a preference for a sex.

## Sources
- 42 U.S.C. 2000e-3(b); 29 CFR 1604.5; 34 CFR 106.59, 106.61; read 2026-11-21.
- An error only for employers declared to have 15 people or more.

## When not to use it
Where sex is a bona fide occupational qualification that counsel has confirmed.

## Fix safety
No fix: the limit is the employer's to lift.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.rules.rule import RuleMeta
from postlint.text.diagnostics import Severity
from postlint_rules._terms import TermRule, term_phrases
from postlint_rules.equity._law import SEX_ADVERTISING

_RULE = "sex-preference"


class SexPreference(TermRule):
    """Ask for people, not for men or women."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="EQTY015",
        name=_RULE,
        summary="The post is limited to a sex or prefers one.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(SEX_ADVERTISING,),
        since="0.1",
        tags=frozenset({"language"}),
    )
    phrases = term_phrases("equity", _RULE)
    family = "equity"
    clean = "Nothing limits the post to a sex."

    least_employees: int = 15
