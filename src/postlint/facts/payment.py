"""What can be said of pay, as reports have it."""

from __future__ import annotations

from typing import Literal

from postlint.text.records import NamedTuple
from postlint.text.source import Span

PayUnit = Literal[
    "hour", "day", "week", "two weeks", "half month", "month", "year", "course", "session", "piece"
]
PayBasis = Literal["base", "stipend", "bonus", "allowance"]
PayOpenness = Literal["up to", "from", "and above"]


class PayGrade(NamedTuple):
    """A place in a pay plan: the plan's word, the grade, its steps, and the series of the work.

    "GS-0301-15" is grade 15 of series 0301; "Range 14, Step 1-7" is grade 14,
    steps 1-7.
    """

    span: Span
    plan: str
    grade: str
    step: str | None = None
    series: str | None = None


class PayStatement(NamedTuple):
    """One statement of what the post pays.

    `low` and `high` are the figures as they stand, in their order; of a single
    figure `low` alone is given where pay begins there or is that, `high` alone
    where it goes up to there. All are `None` where only a `grade` is given.
    `unit` and `currency` are `None` where the text does not say them.
    `by_experience` is true where the words beside it make pay depend on
    experience or qualifications.
    """

    span: Span
    low: float | None = None
    high: float | None = None
    currency: str | None = None
    unit: PayUnit | None = None
    basis: PayBasis = "base"
    openness: PayOpenness | None = None
    by_experience: bool = False
    grade: PayGrade | None = None

    @property
    def is_range(self) -> bool:
        """Whether two figures that differ are given."""
        return self.low is not None and self.high is not None and self.low != self.high

    @property
    def amounts(self) -> tuple[float, ...]:
        """The figures it gives, none where it gives a grade alone."""
        return tuple(value for value in (self.low, self.high) if value is not None)
