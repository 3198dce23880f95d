"""LEAD009: say that the head of technology answers for money.

## What it checks
Whether a duty or the summary has to do with a budget, purchasing, contracts, capital, E-rate or
other funding.
Budgeting systems are software, a fiscal year is a year, and a budget among the qualifications is no
duty.

## Why
Money is the part of the work that others check, and that tells a head from a technician.

## When not to use it
Where the budget is held by another office and the posting says so.

## Fix safety
The unsafe fix adds a duty with a blank to fill in.
"""

from __future__ import annotations

from postlint.rules import NamedRule, RuleMeta, Severity, has_duties, laws, phrases

_RULE = "budget-responsibility-missing"


class BudgetResponsibilityMissing(NamedRule):
    """Say that the head of technology answers for money."""

    meta = RuleMeta(
        code="LEAD009",
        name=_RULE,
        summary="No duty has to do with money.",
        severity=Severity.WARNING,
        messages={"no-budget": "No duty has to do with a budget, purchasing or funding."},
        advice="Name the budget that the post prepares or manages.",
        why="Who holds the money leads the work.",
        authority=laws("cosn-outline", "us-e-rate"),
        since="0.1",
        tags=frozenset({"duties", "budget"}),
        profiles=frozenset({"k12", "public"}),
    )
    applies = (has_duties,)
    phrases = phrases(__package__, "duties", _RULE)
    question = "whether a duty has to do with money"
    named = ("budget",)
    missing = "no-budget"
    example = "Prepare and manage the technology budget of [amount]."
