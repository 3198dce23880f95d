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

import postlint.rules as kit
from postlint_rules.leadership._money import MoneyRule
from postlint_rules.leadership._profile import at_home, leadership_meta


class BudgetResponsibilityMissing(MoneyRule):
    meta = leadership_meta(
        code="LEAD009",
        summary="No duty has to do with money.",
        severity=kit.Severity.WARNING,
        messages={
            "no-budget": "No duty has to do with money; none names a budget, cost, vendor or fund."
        },
        advice="Name the budget that the post prepares or manages.",
        why="Who holds the money leads the work.",
        authority=kit.laws("cosn-outline", "us-e-rate"),
        tags=frozenset({"duties", "budget"}),
    )
    applies = (at_home, kit.has_duties)
    question = "whether a duty has to do with money"
    named = ("budget", "money")
    beside = (("money", "governs"),)
    example = "Prepare and manage the technology budget of [amount]."
