"""Tables in plain text with tabs between their columns."""

from __future__ import annotations

from postlint import Linter
from postlint.engine.report import Report

LINTER = Linter(select=("LEAD001", "ADA001"))
TITLE = "Network Technician\n\n"
REST = "\nQualifications\n- A diploma.\n"


def _check(text: str) -> Report:
    return LINTER.check(text, path="a.txt")


def _marked(report: Report) -> list[tuple[str, bool | None]]:
    """Return each duty's first word and whether it is marked essential."""
    return [
        (duty.text.text.split()[0], next((mark.essential for mark in duty.markers), None))
        for duty in report.posting.duties
    ]


def test_a_mark_stands_in_its_column() -> None:
    report = _check(
        f"{TITLE}Duty\tEssential\nPulls cable through the ceilings.\tYes\n"
        f"Orders toner for the office.\tNo\nAnswers tickets.\tYes\n{REST}"
    )
    assert _marked(report) == [("Pulls", True), ("Orders", None), ("Answers", True)]


def test_letters_and_shares_stand_before_and_behind() -> None:
    report = _check(
        f"{TITLE}E/M\tDuty\t%\nE\tPulls cable through the ceilings.\t60\n"
        f"M\tOrders toner for the office.\t5\nE\tAnswers tickets.\t35\n{REST}"
    )
    assert _marked(report) == [("Pulls", True), ("Orders", False), ("Answers", True)]


def test_values_stand_below_their_names() -> None:
    report = _check(
        "Job Title\tDepartment\tReports To\nNetwork Technician\tInformation\tIT Manager\n\n"
        "FLSA Status\tSalary\tCloses\nNon-exempt\t$28.00 - $33.00 per hour\tMay 3, 2027\n\n"
        f"Duties\n- Pulls cable.\n- Answers tickets.\n{REST}"
    )
    told = {name: report.facts[name].value for name in ("title", "reports_to", "flsa", "closing")}
    assert told == {
        "title": "Network Technician",
        "reports_to": "Reports To: IT Manager",
        "flsa": "nonexempt",
        "closing": "Closes: May 3, 2027",
    }


def test_a_finding_points_into_the_given_text() -> None:
    text = (
        f"{TITLE}Duty\tEssential\nPulls cable for Ely.\tYes\nOrders toner for Fen.\tNo\n"
        "Answers tickets for Elm.\tYes\n"
    )
    report = _check(text + REST)
    span = report.posting.duties[1].span
    given = report.source.given_span(span)
    assert (text + REST)[given.start : given.end] == "Orders toner for Fen."


def test_lines_with_tabs_that_are_no_table_stay_lines() -> None:
    text = (
        f"{TITLE}Reports to:\tIT Manager\nSalary:\t$40,000\n\nDuties\n•\tPulls cable.\n•\tMends.\n"
    )
    report = _check(text)
    assert report.source.text == text
    assert report.facts["reports_to"].value is not None
    assert len(report.posting.duties) == 2


def test_fields_side_by_side_on_one_line_are_each_read() -> None:
    """One blank between them, as a page that lost its columns has it."""
    report = _check(
        "Job Title: Network Technician Department: Information FLSA Status: Non-exempt\n"
        f"Reports To: IT Manager Status: Full-Time\n\nDuties\n- Pulls cable.\n- Files.\n{REST}"
    )
    told = [(field.key.text, field.value.text) for field in report.posting.fields]
    assert told == [
        ("Job Title", "Network Technician"),
        ("Department", "Information"),
        ("FLSA Status", "Non-exempt"),
        ("Reports To", "IT Manager"),
        ("Status", "Full-Time"),
    ]


def test_a_name_inside_a_value_begins_no_field() -> None:
    """What goes on with a word or a comma is of the value."""
    for line in (
        "Position: Head of Department: Roads",
        "Contact: Ann Marsh, Title: Editor: Maps",
        "Job Title: Clerk Bargaining Date: May 2, 2019",
    ):
        report = _check(f"{line}\n\nDuties\n- Pulls cable.\n- Files.\n{REST}")
        assert [field.key.text for field in report.posting.fields] == [line.partition(":")[0]]
