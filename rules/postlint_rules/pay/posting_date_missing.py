"""PAY012: say when the posting was written.

## What it checks
Whether the posting says the day it was published or opened.
The days a class was approved or revised are none.

## Why
Every law with a first day needs it; without one the posting is judged by the day of the check, and
no finding about a law of that kind is an error.

## When not to use it
Where the board shows the day beside each posting, or `as-of` is declared.

## Fix safety
No fix: the day is the employer's to state.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Outcome,
    Passed,
    Reach,
    RuleMeta,
    Severity,
    Stability,
    StatedRule,
    advertises,
    facts,
    laws,
)


class PostingDateMissing(StatedRule):
    """Say when the posting was written."""

    meta = RuleMeta(
        code="PAY012",
        name="posting-date-missing",
        summary="Nothing says when the posting was written.",
        severity=Severity.INFO,
        messages={"missing": "The day the posting was published is not stated."},
        authority=laws("pay-practice"),
        advice="State the day the posting was published.",
        why="Readers cannot tell an old posting from a new one.",
        since="0.1",
        tags=frozenset({"application"}),
        stability=Stability.PREVIEW,
        default_on=False,
    )
    applies = (advertises,)
    said = "The day of the posting is stated."

    def answer(self, case: Case, found: tuple[Reach, ...]) -> Outcome | None:  # noqa: ARG002
        """Look for the day."""
        posted = case[facts.posting_date]
        return None if posted.value is None else Passed(self.said, posted.spans)
