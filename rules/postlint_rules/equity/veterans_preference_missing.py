"""EQTY012: say that veterans are preferred, where the law of public employment does.

## What it checks
Whether a public employer's posting in Oregon speaks of veterans' preference.
Other states have such laws that were not opened for this work, and of them nothing is said.

## Why
Veterans have to claim the preference, and only those who know of it do.

## When not to use it
Where the form for applications says it.

## Fix safety
No fix: how the preference is claimed is the employer's to state.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Reach,
    RuleMeta,
    SectionKind,
    Severity,
    StatedRule,
    facts,
    laws,
    laws_on,
    phrases,
    public_bodies,
    reaching,
    united_states,
)

_RULE = "veterans-preference-missing"
_SUBJECT = "veterans-preference"


class VeteransPreferenceMissing(StatedRule):
    """Say that veterans are preferred, where the law of public employment does."""

    meta = RuleMeta(
        code="EQTY012",
        name=_RULE,
        summary="A public posting does not speak of veterans' preference.",
        severity=Severity.INFO,
        messages={"missing": "Veterans' preference is not spoken of{law}."},
        authority=laws(on=_SUBJECT),
        advice="Say that veterans' preference applies and how to claim it.",
        why="Veterans must know of the preference to claim it.",
        since="0.1",
        tags=frozenset({"equal-opportunity"}),
    )
    applies = (united_states, public_bodies)
    phrases = phrases(__package__, "equity", _RULE)
    said = "Veterans' preference is spoken of."
    unasked = "No law of veterans' preference that was read is of the place."
    places = (SectionKind.HOW_TO_APPLY, SectionKind.EQUAL_OPPORTUNITY)

    def asking(self, case: Case) -> tuple[Reach, ...]:
        """Return the laws that prefer veterans."""
        return reaching(case, laws_on(_SUBJECT))

    def law(self, found: tuple[Reach, ...]) -> str:
        """Return whose law grants the preference: it asks no posting to say so."""
        return f"; {facts.place_name(found[0].law.jurisdiction)} grants it"
