"""EQTY026: tell applicants for school posts that a record check is required.

## What it checks
Whether a school's advertisement speaks of a background check, fingerprints or clearances.
In Vermont the law wants applications of schools to say it: a warning there, and information where
the posting leads to a form; elsewhere the rule says it as information.

## Why
Applicants who know of the check bring what it needs.

## When not to use it
Outside Vermont nearly every school would be told, so the rule is off unless it is selected.

## Fix safety
No fix: which check the law of the place wants is the employer's to name.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    Reach,
    RuleMeta,
    SectionKind,
    Severity,
    Stability,
    StatedRule,
    advertises,
    laws,
    laws_on,
    phrases,
    reaching,
    schools,
    united_states,
)

_RULE = "background-check-unexplained"
_SUBJECT = "record-checks"


class BackgroundCheckUnexplained(StatedRule):
    """Tell applicants for school posts that a record check is required."""

    meta = RuleMeta(
        code="EQTY026",
        name=_RULE,
        summary="A school's posting does not speak of the record check.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={"missing": "The check of records that school posts need is not spoken of."},
        authority=laws(on=_SUBJECT),
        advice="Say which check is made and when.",
        why="Applicants should know of the check before they apply.",
        since="0.1",
        tags=frozenset({"application"}),
        stability=Stability.PREVIEW,
        default_on=False,
    )
    applies = (united_states, schools, advertises)
    phrases = phrases(__package__, "equity", _RULE)
    said = "The check is spoken of."
    places = (SectionKind.HOW_TO_APPLY,)

    def asking(self, case: Case) -> tuple[Reach, ...]:
        """Return the laws that want the check told."""
        return reaching(case, laws_on(_SUBJECT))

    def nothing(self, case: Case, found: tuple[Reach, ...]) -> Finding:
        """Return that it is not told: information where a form for applications may tell it."""
        missing = self.missing(case, found)
        return missing._replace(severity=Severity.INFO) if case.hits[f"{_RULE}.form"] else missing
