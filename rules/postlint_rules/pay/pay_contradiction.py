"""PAY020: let the figures of the pay agree.

## What it checks
Two ranges of one unit that differ, neither within the other; a year, a month or two weeks of pay
that an hour of it cannot come to; and a rise that ends below the pay it begins from.
Pay by grade, step, level, shift or place may differ, and so may a hiring range within the range of
the class.
An hour is held against a year of 700 to 2,200 hours, so that part-time and school years agree.

## Why
Applicants take the higher figure for the offer, and the employer means the lower.
A posting that gives two answers has given none.

## When not to use it
For a text that gathers several posts.

## Fix safety
No fix: which figure holds is the employer's to say.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    Severity,
    advertises,
    laws,
    mark,
    quoted,
)
from postlint_rules.pay._figures import contradictions
from postlint_rules.pay._pay import of_two_units, paid


class PayContradiction(Rule):
    """Let the figures of the pay agree."""

    meta = RuleMeta(
        code="PAY020",
        name="pay-contradiction",
        summary="Figures of the pay contradict one another.",
        severity=Severity.WARNING,
        messages={
            "ranges": "'{words}' and '{other}' are two answers to what the post pays.",
            "units": "'{words}' does not come to '{other}'.",
            "rise": "'{words}' is a rise that ends below '{other}'.",
        },
        authority=laws("pay-arithmetic"),
        advice="Keep the right figure and take the other out.",
        why="Two answers to one question are no answer.",
        since="0.1",
        tags=frozenset({"pay"}),
    )
    applies = (advertises,)

    def check(self, case: Case) -> Outcomes:
        """Hold the statements against one another."""
        stated = [one for one in paid(case) if not of_two_units(one)]
        if len(stated) < 2:
            yield NotApplicable("The posting does not state pay twice.")
            return
        found = tuple(contradictions(case, stated))
        for message, one, other in found:
            words = {"other": quoted(case.posting, other.span)}
            yield mark(
                case, message, one.span, words, again=(other.span,), also="The other figure."
            )
        if not found:
            yield Passed("The figures of the pay agree.", tuple(one.span for one in stated[:4]))
