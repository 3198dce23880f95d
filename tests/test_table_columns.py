"""A cell is read with its column, and a blank that nobody filled in is empty."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.document.posting import Posting
from postlint.syntax.write import to_markup

LINTER = Linter()


def read(text: str, kind: str = "markdown") -> Posting:
    return LINTER.read(text, kind=kind)


def fields(posting: Posting) -> list[tuple[str, str]]:
    return [(field.key.text, field.value.text) for field in posting.fields]


def table(*rows: str, heading: str = "Duties") -> str:
    first, *others = rows
    line = "|" + "---|" * (first.count("|") - 1)
    return "\n".join(["# Fleet Manager", "", f"## {heading}", "", first, line, *others, ""])


@pytest.mark.parametrize("name", ["Essential", "Essential?", "Essential (Y/N)", "ADA essential"])
@pytest.mark.parametrize(("yes", "no"), [("Yes", "No"), ("Y", "N"), ("x", "-"), ("☒", "☐")])
def test_no_under_essential_is_no_mark(name: str, yes: str, no: str) -> None:
    """What says no marks nothing, and nothing is written after the duty."""
    posting = read(
        table(f"| Duty | {name} |", f"| Plans the routes. | {yes} |", f"| Washes vans. | {no} |")
    )
    marks = [[mark.essential for mark in duty.markers] for duty in posting.duties]
    assert marks == [[True], []]
    assert "- Plans the routes. (essential)\n- Washes vans.\n" in to_markup(posting)


def test_yes_under_marginal_does_not_make_a_duty_essential() -> None:
    posting = read(table("| Duty | Marginal |", "| Plans the routes. | No |", "| Washes. | Yes |"))
    assert [duty.markers for duty in posting.duties] == [(), ()]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            ("| Area | Duty |", "| Routes | Plans them. |", "| People | Leads nine drivers. |"),
            [("Routes", "Plans them."), ("People", "Leads nine drivers.")],
        ),
        (
            ("| # | Duty |", "| 1 | Plans the routes. |", "| 2 | Leads nine drivers. |"),
            [(None, "Plans the routes."), (None, "Leads nine drivers.")],
        ),
        (
            ("| Duty | % |", "| Plans the routes. | 60% |", "| Leads nine drivers. | 40% |"),
            [(None, "Plans the routes. (60%)"), (None, "Leads nine drivers. (40%)")],
        ),
        (
            (
                "| Area | Duty | Essential |",
                "| Vans | Washes them. | No |",
                "| Pay | Pays. | Yes |",
            ),
            [("Vans", "Washes them."), ("Pay", "Pays.")],
        ),
        (
            (
                "| What | How much |",
                "| Plans all routes. | much |",
                "| Leads the nine drivers. | less |",
            ),
            [(None, "Plans all routes. | much"), (None, "Leads the nine drivers. | less")],
        ),
    ],
)
def test_a_table_of_duties_has_any_columns(
    rows: tuple[str, ...], said: list[tuple[str | None, str]]
) -> None:
    """The column called after duties, or that opens as they do, holds them; areas are labels."""
    duties = read(table(*rows)).duties
    assert [(duty.label.text if duty.label else None, duty.text.text) for duty in duties] == said


def test_names_may_stand_above_their_values() -> None:
    text = "# Clerk\n\n| Reports to | Salary grade |\n|---|---|\n| Head of Roads | R 7 |\n"
    assert fields(read(text)) == [("Reports to", "Head of Roads"), ("Salary grade", "R 7")]


def test_four_columns_may_be_names_and_values() -> None:
    """Some of the names are known, and no value is the name of anything."""
    rows = [("Work unit", "Yard", "Job title", "Fitter"), ("Reports to", "", "Duration", "Ongoing")]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    posting = read(f"<h1>Fitter</h1><table>{cells}</table><h2>Duties</h2><p>Fits.</p>", "html")
    assert fields(posting) == [
        ("Work unit", "Yard"),
        ("Job title", "Fitter"),
        ("Reports to", ""),
        ("Duration", "Ongoing"),
    ]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("markdown", "# Fitter\n\nReports to:\n\n## Duties\n\n- Fits pipes.\n"),
        ("markdown", "# Fitter\n\n**Reports to:**\n**Grade:** 7\n\n## Duties\n\n- Fits pipes.\n"),
        ("html", "<h1>Fitter</h1><p>Reports to:</p><h2>Duties</h2><p>Fits.</p>"),
        ("text", "Pipe Fitter\n\nReports to:\n\nDUTIES\n- Fits pipes.\n- Mends them.\n"),
        ("text", "Pipe Fitter\n\nReports to:\nGrade: 7\n\nDuties:\n- Fits pipes.\n"),
    ],
)
def test_a_name_that_nobody_filled_in_is_empty(kind: str, text: str) -> None:
    """It never takes the next heading or the next field for its value."""
    posting = read(text, kind)
    assert fields(posting)[0] == ("Reports to", "")
    assert [s.heading.text for s in posting.sections if s.heading and s.level > 1][:1] in (
        ["Duties"],
        ["DUTIES"],
    )


@pytest.mark.parametrize("text", ["**Grade:** -", "**Grade:**- \n\nGrade: ----", "| Grade: | - |"])
def test_a_name_with_a_sign_for_a_value_is_read(text: str) -> None:
    assert not [notice for notice in read(text).notices if notice.message_id == "reader-failed"]


@pytest.mark.parametrize("title", ["Duties of the Post", "WORK OF THE SHOP"])
def test_a_table_may_have_a_name_of_its_own_above_those_of_its_columns(title: str) -> None:
    rows = [
        [title, ""],
        ["Duty", "Essential"],
        ["Plans the routes.", "Yes"],
        ["Washes vans.", "No"],
    ]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    posting = read(f"<h1>Fleet Manager</h1><h2>Duties</h2><table>{cells}</table>", "html")
    assert [duty.text.text for duty in posting.duties] == ["Plans the routes.", "Washes vans."]
    assert [[mark.essential for mark in duty.markers] for duty in posting.duties] == [[True], []]


def test_a_topic_above_the_first_row_of_duties_is_no_name_of_the_table() -> None:
    rows = "".join(
        f"<tr><td>{left}</td><td>{right}</td></tr>"
        for left, right in (
            ("Routes", ""),
            ("Plans the routes of all vans.", "60%"),
            ("Washes the vans each week.", "40%"),
        )
    )
    found = read(f"<h1>Fleet Manager</h1><h2>Duties</h2><table>{rows}</table>", "html").duties
    assert [duty.text.text for duty in found] == [
        "Plans the routes of all vans. (60%)",
        "Washes the vans each week. (40%)",
    ]


def test_paragraphs_of_a_cell_are_duties_each() -> None:
    """What goes on in the next paragraph of a cell and does nothing new is the same duty."""
    table = (
        "<h1>Fleet Manager</h1><table><tr><th>Area</th><th>Duties</th></tr>"
        "<tr><td>Routes</td><td><p>Plans the routes.</p><p>Tells the drivers.</p></td></tr>"
        "<tr><td>Vans</td><td><p>Washes vans.</p><p>In winter also their garage.</p></td></tr>"
        "</table>"
    )
    duties = [duty.text.text for duty in read(table, "html").duties]
    assert duties[:2] == ["Plans the routes.", "Tells the drivers."]
    assert duties[2].startswith("Washes vans.")
    assert len(duties) == 3


def test_a_list_in_a_cell_of_duties_is_a_duty_an_item() -> None:
    table = (
        "<h1>Fleet Manager</h1><table><tr><td>Responsibility area</td><td>Key duties</td></tr>"
        "<tr><td>Routes</td><td><ul><li>Plans the routes.</li><li>Tells the drivers.</li></ul>"
        "</td></tr><tr><td>Vans</td><td>Washes vans.</td></tr></table>"
    )
    duties = [duty.text.text for duty in read(table, "html").duties]
    assert duties == ["Plans the routes.", "Tells the drivers.", "Washes vans."]


def test_a_heading_beside_its_list_is_no_column() -> None:
    """A page laid out as a table has the name of a section on the left of it."""
    posting = LINTER.read(
        "<h1>Fleet Manager</h1><table><tr><th>Key duties</th><td><ul><li>Plans the routes</li>"
        "<li>Washes vans</li></ul></td></tr><tr><th>Requirements</th><td><ul><li>A license</li>"
        "</ul></td></tr></table>",
        kind="html",
    )
    assert [duty.text.text for duty in posting.duties] == ["Plans the routes", "Washes vans"]


@pytest.mark.parametrize("name", ["No.", "#", "Item"])
def test_numbered_descriptions_under_duties_are_duties(name: str) -> None:
    """The number says which, and the column beside it what is done."""
    text = table(f"| {name} | Description |", "| 1 | Plans the routes. |", "| 2 | Washes vans. |")
    assert [duty.text.text for duty in read(text).duties] == ["Plans the routes.", "Washes vans."]
