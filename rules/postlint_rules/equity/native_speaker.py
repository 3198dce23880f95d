"""EQTY020: ask how well a language is spoken, not where it was learned.

## What it checks
"Native speaker", "mother tongue", "no accent", and birth in a country.
Native Americans, software and pupils are not meant.

## Why
Where a language was learned is bound to national origin; how well it is spoken is not.
The rule on accents says such demands may discriminate, so they are a warning; only birth is more.

## Sources
- 42 U.S.C. 2000e-3(b); 29 CFR 1606.1, 1606.6(b)(1); read 2026-11-21. No text read names "native
  speaker".

## When not to use it
In quotations.

## Fix safety
No fix: only the employer knows which level the work needs.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.rules.rule import RuleMeta
from postlint.text.diagnostics import Severity
from postlint_rules._terms import TermRule, term_phrases
from postlint_rules.equity._law import ORIGIN

_RULE = "native-speaker"


class NativeSpeaker(TermRule):
    """Ask how well a language is spoken, not where it was learned."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="EQTY020",
        name=_RULE,
        summary="A language is asked for by birth.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(ORIGIN,),
        since="0.1",
        tags=frozenset({"language"}),
    )
    phrases = term_phrases("equity", _RULE)
    family = "equity"
    clean = "No language is asked for by birth."

    least_employees: int = 15
