"""PAY016: say whether the post earns overtime.

## What it checks
Whether "exempt", "non-exempt" or "eligible for overtime" stands anywhere.

## Why
It tells whether long weeks are paid.
No law asks a posting for it, so the rule is off unless it is selected.

## When not to use it
Almost everywhere: three postings in four do not say it.

## Fix safety
No fix: the status follows from the duties and the pay.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Outcome,
    Passed,
    Reach,
    RuleMeta,
    SectionKind,
    Severity,
    Stability,
    StatedRule,
    advertises,
    facts,
    laws,
    united_states,
)


class FlsaStatusMissing(StatedRule):
    """Say whether the post earns overtime."""

    meta = RuleMeta(
        code="PAY016",
        name="flsa-status-missing",
        summary="Nothing says whether the post earns overtime.",
        severity=Severity.INFO,
        messages={"missing": "Neither exempt nor non-exempt from overtime is stated."},
        authority=laws("us-overtime-status"),
        advice="Write exempt or non-exempt.",
        why="It decides whether overtime is paid.",
        since="0.1",
        tags=frozenset({"pay"}),
        stability=Stability.PREVIEW,
        default_on=False,
    )
    applies = (united_states, advertises)
    said = "The overtime status is stated."
    places = (SectionKind.COMPENSATION,)

    def answer(self, case: Case, found: tuple[Reach, ...]) -> Outcome | None:  # noqa: ARG002
        """Look for the status."""
        status = case[facts.flsa]
        return Passed(self.said, status.spans) if status.value else None
