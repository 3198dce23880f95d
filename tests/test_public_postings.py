"""Facts of public postings as boards and pages flatten them, in small texts of the same make."""

from __future__ import annotations

from typing import Any

import pytest

from postlint import Linter
from postlint.engine.report import Report

LINTER = Linter(select=("LEAD001", "ADA001"))


def check(text: str) -> Report:
    return LINTER.check(text, path="a.txt")


def clerk(line: str) -> str:
    return f"# Records Clerk\n\n{line}\n\n## Duties\n\n- Files papers.\n- Answers callers.\n"


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        (
            "employment_type",
            clerk("Weekly hours: to be agreed, about 18 hours per week"),
            "part-time",
        ),
        ("employment_type", clerk("The Clerk works 12 hours per week."), "part-time"),
        ("employment_type", clerk("This position is 40 hours per week."), None),
        ("employment_type", clerk("Plans lessons of 10 hours per week for apprentices."), None),
        ("title", "# Bus Driver $900 Signing Bonus\n\n## Duties\n\n- Drives.\n", "Bus Driver"),
        ("title", "# Deputy Bursar September 2027\n\n## Duties\n\n- Pays.\n", "Deputy Bursar"),
        ("title", "# Clerk May Fair 2027\n\n## Duties\n\n- Files.\n", "Clerk May Fair 2027"),
        (
            "pay",
            clerk("Salary: The approved salary schedule is on the office's page."),
            "grade-only",
        ),
        ("pay", clerk("Maintains the approved salary schedule."), "none"),
        (
            "degree",
            "Requirements :\nThe Clerk should have a bachelor's degree.\nStaff led :\nNone.\n",
            "required",
        ),
        ("sector", clerk("Fen District School Board.\n\nA diploma at a community college."), "k12"),
        (
            "sector",
            clerk("Council employs two hundred people.\n\nOffers follow the Local Government Act."),
            "city-county",
        ),
        ("jurisdiction", clerk("You will teach at key stage 2 beside the headteacher."), "GB"),
        ("jurisdiction", clerk("Location: Fenmouth, LE19 4QQ"), "GB"),
    ],
)
def test_a_fact(fact: str, text: str, value: object) -> None:
    """A fact is read as a person reads it, and what only looks like it is left alone."""
    found: Any = check(text).facts[fact].value
    assert (", ".join(found) or None if isinstance(found, tuple) else found) == value


def test_the_licence_of_a_state() -> None:
    """A licence to drive in a state tells of the state, whatever it is called there."""
    licence = clerk("Holds a valid Georgia Motor Vehicle Operator's License.")
    assert check(licence).facts["jurisdiction"].value == ("US-GA",)


def test_pay_pro_rata_is_for_a_year() -> None:
    """Between a range and its time may stand that it is for a whole post."""
    (stated,) = (
        check(clerk("Salary: £19,500 to £22,400 pro rata per annum")).facts["pay_statements"].value
    )
    assert (stated.low, stated.high, stated.unit) == (19_500, 22_400, "year")


def test_what_stays_is_no_wage() -> None:
    """Sums under the heading of a bonus are bonuses; under pay and bonus they may be either."""
    once = "## Retention incentive\n\nAfter a year the Clerk receives $900 with the pay check.\n"
    stated = check(clerk("Salary: $42,000 a year") + once).facts["pay_statements"].value
    assert [one.basis for one in stated] == ["base", "bonus"]
    both = "## Pay and bonus\n\n$42,000 a year\n"
    stated = check(clerk("Full time") + both).facts["pay_statements"].value
    assert [one.basis for one in stated] == ["base"]


def test_one_degree_named_twice() -> None:
    """Where a degree is had and which one it is are one demand."""
    asked = clerk("Graduation from an accredited college or university with a bachelor's degree.")
    (degree,) = check(asked).facts["degrees"].value
    assert degree.level == "bachelor"


def test_a_rule_with_its_days_is_no_posting() -> None:
    """A board's procedure tells when it was adopted, and offers nobody a post."""
    rule = (
        "Original Adopted Date 03/02/2021\nLast Reviewed 05/06/2024\n\nProcedure 12: Home work\n\n"
        "For the purposes of this procedure, remote work is work done from home.\n\nApproval\n\n"
        "An employee's supervisor will approve remote work only where the work allows it.\n"
    )
    assert check(rule).facts["is_posting"].value is False


def test_a_first_item_grown_to_its_heading() -> None:
    """Pages drop the line between a heading and a list's first item, and leave its dash."""
    flattened = (
        "Education and Experience- A school diploma;\n- A clean licence.\n"
        "Position Responsibilities- Drives the van;\n- Sets up rooms;\n- Mends chairs.\n"
    )
    report = check(f"Position: Room Steward\n\n{flattened}")
    assert [duty.text.text for duty in report.posting.duties] == [
        "Drives the van;",
        "Sets up rooms;",
        "Mends chairs.",
    ]


def test_what_is_no_duty_among_duties() -> None:
    """What a list is said of, and what is said of the list, are no duties of it."""
    duties = (
        "Duties\n\nI. To greet guests and callers of the house, the Porter:\n\n"
        "- Opens the gate at seven.\n- Answers the telephone of the lodge.\n\n"
        "* The above information is intended to outline the general nature of the duties.\n"
    )
    found = check(f"Porter\n\n{duties}").posting.duties
    assert [duty.text.text.split()[0] for duty in found] == ["Opens", "Answers"]


def test_who_is_supervised_may_be_the_work() -> None:
    """A heading about the supervision of campers heads duties, and not who reports to whom."""
    text = (
        "Camp Leader\n\nResponsibilities\nCamp day\n- Open the gate\n- Raise the flag\n"
        "Camper supervision and games\n- Help to settle quarrels\n- Lead games\n"
        "Qualifications\n- First aid\n"
    )
    assert len(check(text).posting.duties) == 4
