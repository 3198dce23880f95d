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
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    facts,
    gap_span,
    laws,
    laws_on,
    past,
    phrases,
    public_bodies,
    reaching,
    united_states,
)

_RULE = "veterans-preference-missing"
_SUBJECT = "veterans-preference"


class VeteransPreferenceMissing(Rule):
    """Say that veterans are preferred, where the law of public employment does."""

    meta = RuleMeta(
        code="EQTY012",
        name=_RULE,
        summary="A public posting does not speak of veterans' preference.",
        severity=Severity.INFO,
        messages={"missing": "Veterans' preference is not spoken of; {place} grants it."},
        authority=laws(on=_SUBJECT),
        advice="Say that veterans' preference applies and how to claim it.",
        why="Veterans must know of the preference to claim it.",
        since="0.1",
        tags=frozenset({"equal-opportunity"}),
    )
    applies = (united_states, public_bodies)
    phrases = phrases(__package__, "equity", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for veterans where a law prefers them."""
        found = reaching(case, laws_on(_SUBJECT))
        said = case.hits[f"{_RULE}.veterans"]
        if (old := past(found)) is not None:
            yield old
        elif not found:
            yield NotApplicable("No law of veterans' preference that was read is of the place.")
        elif said:
            yield Passed("Veterans' preference is spoken of.", said[:1], (found[0].law,))
        else:
            words = {"place": facts.place_name(found[0].law.jurisdiction)}
            span = gap_span(case.posting, SectionKind.HOW_TO_APPLY, SectionKind.EQUAL_OPPORTUNITY)
            yield Finding("missing", span, words, authority=(found[0].law,))
