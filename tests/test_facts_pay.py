"""What a post pays, statement by statement."""

import pytest

from postlint import Linter
from postlint.engine.report import Report
from postlint.engine.values import report_values
from postlint.facts import pay, pay_statements
from postlint.facts.money import figure
from postlint.facts.payment import PayStatement

LINTER = Linter()


def check(line: str) -> Report:
    """Check a short posting with a line about pay."""
    return LINTER.check(
        f"# Ferry clerk\n\n{line}\n\n## Duties\n\n- Sells tickets.\n- Answers the telephone.\n",
        path="clerk.md",
    )


def stated(line: str) -> tuple[PayStatement, ...]:
    """Return the statements of pay of a line."""
    told: tuple[PayStatement, ...] = check(line)[pay_statements].value
    return told


@pytest.mark.parametrize(
    ("line", "low", "high", "currency", "unit"),
    [
        ("Salary: $52,000 - $61,000 a year", 52_000, 61_000, "USD", "year"),
        ("Pay: between twenty-two and twenty-six pounds per hour", 22, 26, "GBP", "hour"),
        ("Forty thousand to fifty-two thousand dollars a year", 40_000, 52_000, "USD", "year"),
        ("Salary from £23,500 rising to £26,100 per annum", 23_500, 26_100, "GBP", "year"),
        ("Salary: $72-$78k", 72_000, 78_000, "USD", None),
        ("Pay: 64k-71k", 64_000, 71_000, None, None),
        ("Salary: £24-£31K per annum", 24_000, 31_000, "GBP", "year"),
        ("Salary: £18-19kPA DOE", 18_000, 19_000, "GBP", "year"),
        (
            "A gross monthly salary between € 3.204,50 and € 4.410,75.",
            3204.5,
            4410.75,
            "EUR",
            "month",
        ),
        ("The salary is 3900 - 4700 EUR/month.", 3900, 4700, "EUR", "month"),
        ("Pay: 11 000 - 14 500 PLN gross a month", 11_000, 14_500, "PLN", "month"),
        ("Salary: GBP 21,340-£24,115", 21_340, 24_115, "GBP", None),
        ("Salary: C$71,000 to C$80,000", 71_000, 80_000, "CAD", None),
        ("The daily contract rate is £380-420.", 380, 420, "GBP", "day"),
        ("Salary: $61, 500 – $70,250", 61_500, 70_250, "USD", None),
        ("Hourly rate: $21.75 to $26.10", 21.75, 26.1, "USD", "hour"),
        ("Between $44,000 and $53,000 annually", 44_000, 53_000, "USD", "year"),
        ("Annual pay 47,200-55,900", 47_200, 55_900, None, "year"),
        ("Salary 31.00 to 38.00 HOUR hourly", 31, 38, None, "hour"),
        # How long one works is not what pay is for.
        ("Hours: 35 hours per week | Salary: $61,000-$72,500", 61_000, 72_500, "USD", None),
        ("24 hrs/wk; $17-$21", 17, 21, "USD", None),
    ],
)
def test_both_ends_of_a_range_are_read(
    line: str, low: float, high: float, currency: str | None, unit: str | None
) -> None:
    """Signs and codes, points and blanks, a shared k, whatever the time it is paid for."""
    report = check(line)
    (one,) = report[pay_statements].value
    assert (one.low, one.high, one.currency, one.unit) == (low, high, currency, unit)
    assert one.basis == "base"
    assert report[pay].value == "range"


@pytest.mark.parametrize("blank", ["\n", "\t", "\xa0", " ", "\r\n"])
def test_a_blank_inside_an_amount_does_not_stop_the_reading(blank: str) -> None:
    """A number broken behind its comma is one number."""
    (one,) = stated(f"Salary: $83,{blank}400 a year")
    assert one.low == 83_400


@pytest.mark.parametrize(
    ("line", "openness", "low", "high"),
    [
        ("We pay up to $90K.", "up to", None, 90_000),
        ("Salary starts at $48,500.", "from", 48_500, None),
        ("Hourly pay: $19.50+", "and above", 19.5, None),
        ("Salary: $58,000 and up", "and above", 58_000, None),
        ("Salary: $58,000 a year", None, 58_000, None),
    ],
)
def test_a_single_figure_says_on_which_side_it_is_open(
    line: str, openness: str | None, low: float | None, high: float | None
) -> None:
    """What is only the top is no low end."""
    (one,) = stated(line)
    assert (one.openness, one.low, one.high) == (openness, low, high)


@pytest.mark.parametrize(
    "line",
    [
        "Salary: W-6 Step 1 $29.14 - Step 8 $36.02 per hour",
        "Salary: $29.14 (Step 1) to $36.02 (Step 8) per hour",
        "Pay: from Step A ($29.14/hour) to Step H ($36.02/hour)",
        "Wage: Min $29.14 / Mid $32.50 / Max $36.02 hourly",
    ],
)
def test_steps_and_a_middle_leave_a_range_whole(line: str) -> None:
    """A step's number between two ends is no figure of pay, and a middle is no end."""
    (one,) = stated(line)
    assert (one.low, one.high, one.unit) == (29.14, 36.02, "hour")


def test_the_thousands_behind_a_bare_range_are_meant_of_both() -> None:
    """ "96–112k" behind a word for pay."""
    (one,) = stated("Pay: 96–112k")
    assert (one.low, one.high) == (96_000, 112_000)


def test_pay_may_depend_on_experience() -> None:
    """The words beside a figure are kept with it."""
    assert stated("Salary: $50,000, depending on experience")[0].by_experience
    assert not stated("Salary: $50,000 a year")[0].by_experience


@pytest.mark.parametrize(
    ("line", "basis"),
    [
        ("You get a €900 annual learning budget.", "allowance"),
        ("A $120 monthly home-office stipend.", "allowance"),
        ("A sign-on bonus of $4,000.", "bonus"),
        ("Stipend: $2,500 per season", "stipend"),
    ],
)
def test_what_is_paid_besides_is_told_apart(line: str, basis: str) -> None:
    """A stipend may be the pay; an allowance and a bonus are not."""
    report = check(line)
    assert [one.basis for one in report[pay_statements].value] == [basis]
    assert report[pay].value == ("single" if basis == "stipend" else "none")


@pytest.mark.parametrize(
    "line",
    [
        "Fraud costs the harbours >$3 trillion annually.",
        "The company has a turnover of $80,000 a year.",
        "Reviews contracts of $95,000 a year.",
        "Counts deposits of $11,000 to $21,000 daily.",
        "Rents kayaks at $35 per hour.",
        "Our 401k plan and paid training open doors.",
        "One year of experience gained at the GS-12 level.",
    ],
)
def test_other_money_and_grades_are_not_pay(line: str) -> None:
    """Costs, turnover, pension plans and grades of earlier work."""
    report = check(line)
    assert report[pay_statements].value == ()
    assert report[pay].value == "none"


@pytest.mark.parametrize(
    ("line", "grade", "step", "series"),
    [
        ("Series and grade: GS-0343-11", "11", None, "0343"),
        ("GS-0343 series, GS-12", "12", None, None),
        ("Range 18, Step 2-6", "18", "2-6", None),
        ("Pay Grade: 14", "14", None, None),
    ],
)
def test_series_grade_and_step_are_told_apart(
    line: str, grade: str, step: str | None, series: str | None
) -> None:
    """Four figures are a series, two a grade."""
    report = check(line)
    (one,) = report[pay_statements].value
    assert one.grade is not None
    assert (one.grade.grade, one.grade.step, one.grade.series) == (grade, step, series)
    assert report[pay].value == "grade-only"


def test_a_grade_stands_with_its_amounts() -> None:
    """Both are in one statement."""
    (one,) = stated("Salary: Range 18, Step 2-6 ($3,900 - $4,800 monthly)")
    assert one.grade is not None
    assert (one.grade.grade, one.low, one.unit) == ("18", 3900, "month")


def test_a_rise_is_a_statement_of_its_own() -> None:
    """What is paid later is not the end of a range."""
    first, second = stated("Salary $40,000 - $45,000 plus a bonus. Rises to $49,000 later.")
    assert first.is_range
    assert second.amounts == (49_000,)


def test_statements_are_plain_values_in_reports() -> None:
    """Readers of JSON get every part by name."""
    value = report_values(check("Pay: $20 - $24 an hour"))["facts"]["pay_statements"]["value"]
    assert value[0]["low"] == 20
    assert value[0]["unit"] == "hour"
    assert set(value[0]) == {
        "span", "low", "high", "currency", "unit", "basis", "openness", "by_experience", "grade",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "points", "value"),
    [("1.250", True, 1250), ("28.125", False, 28.125), ("5.103,90", True, 5103.9)],
)
def test_points_are_read_as_the_currency_has_them(words: str, points: bool, value: float) -> None:
    """A point between thousands of euros is a decimal point in dollars."""
    assert figure(words, points=points) == value
