"""PAY012: say when the posting was written.

## What it checks
Whether the posting says the day it was published or opened, or at least the last day to apply.
The days a class was approved or revised are none.

## Why
Every law with a first day needs it; without one the posting is judged by the day of the check, and
no finding about a law of that kind is an error.

## When not to use it
Where the board shows the day beside each posting, or `as-of` is declared.
"""

import postlint.rules as kit


class PostingDateMissing(kit.StatedRule):
    meta = kit.RuleMeta(
        code="PAY012",
        summary="Nothing says when the posting was written.",
        messages={
            "missing": "Neither the day of the posting nor a last day to apply is stated, so that "
            "nobody can tell how old it is.",
            "no-year": "'{words}' names no year, and the day of the posting is not stated, so "
            "that nobody can tell how old it is.",
        },
        authority=kit.laws("pay-practice"),
        advice="State the day the posting was published.",
        why="Readers cannot tell an old posting from a new one.",
        tags=frozenset({"application"}),
        stability=kit.Stability.PREVIEW,
        default_on=False,
    )
    applies = (kit.advertises,)
    passing = "The day of the posting is stated."

    def answer(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome | None:  # noqa: ARG002
        posted = case[kit.facts.posting_date]
        if posted.value is not None:
            return kit.Passed(self.passing, posted.spans)
        # The last day to apply bounds it, or the first of review, whatever day was declared.
        closes, judged = case[kit.facts.closing_date], case[kit.judged_on]
        dated = closes.spans if closes.value is not None else judged.spans
        if closes.value is None and judged.value.origin != "closing":
            return None
        return kit.Passed("A day to apply by is stated, and dates the posting.", dated)

    def nothing(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome:
        """Return what is missing: the day, or only the year of the last day to apply."""
        closes = case[kit.facts.closing]
        if closes.spans and _DAY.search(case.text, *closes.spans[0]):
            return self.missing(case, found, "no-year", at=closes.spans[0])
        return self.missing(case, found)


_DAY = kit.pattern(r"\d")
