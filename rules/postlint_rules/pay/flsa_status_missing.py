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
    Finding,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Stability,
    facts,
    gap_span,
    laws,
    united_states,
)
from postlint_rules.pay._pay import advertises


class FlsaStatusMissing(Rule):
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

    def check(self, case: Case) -> Outcomes:
        """Look for the status."""
        status = case[facts.flsa]
        if status.value:
            yield Passed("The overtime status is stated.", status.spans)
        else:
            yield Finding("missing", gap_span(case.posting, SectionKind.COMPENSATION))
