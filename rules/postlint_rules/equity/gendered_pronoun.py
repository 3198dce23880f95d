"""EQTY014: speak of the future holder without naming a sex.

## What it checks
"He", "his" and "she" for the person who will hold the post, in sentences that speak of the
incumbent, the candidate or the post; paired pronouns as information.
Sentences about a named person, a founder or an office holder are not meant.

## Why
A pronoun for one sex suggests that the employer expects one.
"They", "you" or the noun says the same for everyone.

## Sources
- 42 U.S.C. 2000e-3(b); 29 CFR 1604.5; read 2026-11-21.
- Paired pronouns: style.

## When not to use it
For texts about named people.

## Fix safety
No fix: the sentence has to be read again as a whole.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.rules.rule import RuleMeta
from postlint.text.diagnostics import Severity
from postlint_rules._terms import Match, TermRule, term_phrases
from postlint_rules.equity._law import SEX_ADVERTISING

_RULE = "gendered-pronoun"


class GenderedPronoun(TermRule):
    """Speak of the future holder without naming a sex."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="EQTY014",
        name=_RULE,
        summary="A pronoun gives the future holder a sex.",
        severity=Severity.WARNING,
        highest=Severity.WARNING,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(SEX_ADVERTISING,),
        since="0.1",
        tags=frozenset({"language"}),
    )
    phrases = term_phrases("equity", _RULE)
    family = "equity"
    clean = "No pronoun gives the future holder a sex."

    def matter(self, match: Match) -> str:
        """Return the pronoun: a text says "his or her" often; once is enough to change it."""
        return match.words.lower()
