"""When applications close, as words and as a day."""

from datetime import date

import pytest

from postlint import Linter
from postlint.engine.report import Report
from postlint.facts import closing, closing_date, judged_on

LINTER = Linter()


def check(line: str) -> Report:
    """Check a short posting with a line about its closing."""
    return LINTER.check(f"# Ferry clerk\n\n{line}\n\n## Duties\n\n- Sells tickets.\n", path="a.md")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Closes: April 9, 2027", date(2027, 4, 9)),
        ("Closing Date: Friday, 9 April 2027 at noon", date(2027, 4, 9)),
        ("Closing date: 4/9/2027", date(2027, 4, 9)),
        ("Advertised until\n2027-04-09", date(2027, 4, 9)),
        ("Application Due: 04/09/2027", date(2027, 4, 9)),
        ("Apply to: the Harbor Office, 4 Elm Street, Elm, by April 9, 2027", date(2027, 4, 9)),
        # A sentence says more than a board's own field.
        (
            "Application due: 4/8/2027\n\nSend your application no later than 9 April 2027.",
            date(2027, 4, 9),
        ),
        ("Closing date: 2027-04-09T00:00:00Z", date(2027, 4, 9)),
        ("Applications must be received by Friday, April 9, 2027.", date(2027, 4, 9)),
        ("Send your CV and a letter by 5 p.m. on April 9th, 2027.", date(2027, 4, 9)),
        ("Please send an application\nin English no later than 9th April 2027.", date(2027, 4, 9)),
        ("Best consideration by April 9, 2027.", date(2027, 4, 9)),
        ("closedate: 2027-04-09", date(2027, 4, 9)),
        ("Apply by the last day of April 2027.", date(2027, 4, 30)),
        ("Applications accepted: April 1-9, 2027", date(2027, 4, 9)),
        ("Your letter must reach us by 5.00pm on Friday, 9th April 2027.", date(2027, 4, 9)),
        (
            "Letters must reach us by the close of business on Friday, 9 April 2027.",
            date(2027, 4, 9),
        ),
        ("Apply no later than 5 p.m. (PST) on April 9, 2027.", date(2027, 4, 9)),
        ("Applications received after 9 April 2027 will not be read.", date(2027, 4, 9)),
        ("Last day for receipt of applications: April 9th, 2027", date(2027, 4, 9)),
        ("by 4:00p.m. on Friday April 9, 2027", date(2027, 4, 9)),
    ],
)
def test_a_closing_day_has_its_year(line: str, day: date) -> None:
    """The words and the day are whole, whatever stands between them."""
    report = check(line)
    assert "27" in str(report[closing].value)
    assert report[closing_date].value == day
    assert report[judged_on].value.origin == "closing"


def test_without_its_year_the_day_is_not_known() -> None:
    """The words are there; which year is meant, nobody can tell."""
    report = check("Closing date: April 9")
    assert report[closing].value == "Closing date: April 9"
    assert report[closing_date].value is None
    assert report[closing_date].missing == "the year of the closing date"


@pytest.mark.parametrize(
    "line",
    [
        "Open until filled.",
        "Screening of applications begins at once and continues until the position is ﬁlled.",
        "We accept applications until the right person is found.",
        "Closing Date: Until suitable candidate found",
        "Recruitment is continuous.",
        "This posting may close without prior notice.",
    ],
)
def test_what_stays_open_has_no_day(line: str) -> None:
    """It is said, and it is no date."""
    report = check(line)
    assert report[closing].value
    assert report[closing_date].value is None
    assert report[closing_date].known


@pytest.mark.parametrize(
    "line",
    [
        "Applicants will be notified of interviews by May 3, 2027.",
        "Completes the audit by June 30, 2027.",
        "The new ferry sails by May 1, 2027.",
        "School closes on June 9, 2027.",
        "Registration for the sailing camp closes May 2, 2027.",
        "The deadline for harbour permits is May 2, 2027.",
    ],
)
def test_other_days_do_not_close(line: str) -> None:
    """By then something else is done."""
    assert check(line)[closing].value is None
