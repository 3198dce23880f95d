"""The terms of the work: where, since when advertised, at what distance, as what employment.

What is worked out stands in modules that are read when one of these is asked
for, which a plain check never does.
"""

from __future__ import annotations

from datetime import date

from postlint.facts._data import phrases
from postlint.facts.base import Case, Fact, fact
from postlint.facts.work import EmploymentType, Remote


@fact("place", phrases=phrases("terms"))
def place(case: Case) -> Fact[str | None]:
    """Return where the work is, as the text has it.

    It is not known where a name is shared by two cities and nothing says which.
    """
    from postlint.facts._places import place_of  # noqa: PLC0415  # few checks ask

    return place_of(case)


@fact("posting_date")
def posting_date(case: Case) -> Fact[date | None]:
    """Return the day the posting was published or opened, as it says itself.

    It is the day by whose law the posting is judged; see `judged_on`.
    """
    from postlint.facts._dates import posted  # noqa: PLC0415  # few checks ask

    return posted(case)


@fact("remote")
def remote(case: Case) -> Fact[Remote | None]:
    """Return whether the work is done from afar, partly so, or on site.

    Most postings do not say it, and then it is not known.
    """
    from postlint.facts._distance import remote_of  # noqa: PLC0415  # few checks ask

    return remote_of(case)


@fact("employment_type")
def employment_type(case: Case) -> Fact[tuple[EmploymentType, ...]]:
    """Return the kinds of employment it is, in the order of the text."""
    from postlint.facts._employment import types_of  # noqa: PLC0415  # few checks ask

    return types_of(case)
