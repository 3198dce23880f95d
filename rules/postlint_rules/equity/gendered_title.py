"""EQTY013: use titles for everyone.

## What it checks
Titles of trades for one sex ("foreman", "salesman", "cleaning lady"), titles that law or agreement
may fix ("ombudsman", "journeyman"), and words such as "manpower".
The chairman of a named board, compensation law and surnames are not meant.

## Why
A title for one sex can read as a preference for it; alone it is evidence and no breach.
A word for everyone exists.

## Sources
- 42 U.S.C. 2000e-3(b); 29 CFR 1604.5; 34 CFR 106.59; read 2026-11-21.

## When not to use it
Where a statute, licence or collective agreement fixes the title.

## Fix safety
No fix: a title may be fixed elsewhere.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.rules.rule import RuleMeta
from postlint.text.diagnostics import Severity
from postlint_rules._terms import TermRule, term_phrases
from postlint_rules.equity._law import SEX_ADVERTISING

_RULE = "gendered-title"


class GenderedTitle(TermRule):
    """Use titles for everyone."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="EQTY013",
        name=_RULE,
        summary="A title is for one sex.",
        severity=Severity.WARNING,
        highest=Severity.WARNING,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(SEX_ADVERTISING,),
        since="0.1",
        tags=frozenset({"language"}),
    )
    phrases = term_phrases("equity", _RULE)
    family = "equity"
    clean = "No title is for one sex only."
