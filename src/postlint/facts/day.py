"""The day by whose law a posting is judged: its own, else a declared one, else today."""

from __future__ import annotations

from datetime import (
    date as Date,  # noqa: N812  # a day has a `date` of its own
    timedelta,
)
from typing import Final, Literal

from postlint.facts.base import Case, Fact, fact
from postlint.text.records import NamedTuple

# A posting that closes on a day was written within so many days before it.
_OPEN_FOR: Final = timedelta(days=365)


class Day(NamedTuple):
    """A day, the earliest it may be, and where it comes from.

    The two differ where only a closing day is known: the posting is not
    younger than that, and hardly a year older.
    """

    date: Date
    since: Date
    origin: Literal["posted", "closing", "declared", "today"]

    @property
    def stated(self) -> bool:
        """Whether the posting or the user says it; an error needs that."""
        return self.origin != "today"


@fact("judged_on")
def judged_on(case: Case) -> Fact[Day]:
    """Return the day whose law applies, and who said it.

    The day a posting went up is its own; a closing day bounds it, or the first review, and a day
    that the user declared settles it within those bounds. Else it is the declared day, and else
    the day of the check.
    """
    from postlint.facts.closing import closing_date, review_date  # noqa: PLC0415  # as below
    from postlint.facts.terms import posting_date  # noqa: PLC0415  # few checks ask

    posted = case[posting_date]
    if posted.value is not None:
        return Fact(Day(posted.value, posted.value, "posted"), posted.spans)
    closes = case[closing_date]
    if closes.value is None and closes.known:
        closes = case[review_date]
    declared = case.employer.as_of
    if closes.value is not None:
        last = closes.value
        since = last - _OPEN_FOR
        if declared is None or not since <= declared <= last:
            return Fact(Day(last, since, "closing"), closes.spans)
    if declared is not None:
        return Fact(Day(declared, declared, "declared"))
    return Fact(Day(case.today, case.today, "today"), missing="the day the posting was written")
