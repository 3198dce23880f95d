"""A form of fields and duties says the same as Markdown, web page and Word."""

from __future__ import annotations

from html import escape
from typing import Any, NamedTuple

import pytest

from documents import word
from postlint import Linter, Report
from postlint.facts.essential import duty_essential

pytest.importorskip("docx")

LINTER = Linter()
PLANS, LEADS, WASHES = (
    "Plans bus routes with the schools.",
    "Leads nine drivers and rates their work.",
    "Washes vans when asked.",
)
DUTIES = [PLANS, LEADS, WASHES]
Rows = list[list[str]]


class Form(NamedTuple):
    """Tables above the duties, the table of duties, and what a reader finds in both.

    A row with fewer cells than its table has is one cell over all columns.
    """

    head: Rows
    duties: Rows
    essential: list[bool | None]
    supervisor: str | None = None
    flsa: str | None = None


NONE: list[bool | None] = [None, None, None]
SOME: list[bool | None] = [True, True, False]
PLAIN = [["Duty"], *([duty] for duty in DUTIES)]


def _marked(name: str, *signs: str) -> Rows:
    return [["Duty", name], *([duty, sign] for duty, sign in zip(DUTIES, signs, strict=True))]


FORMS = {
    "yes and no": Form([], _marked("Essential", "Y", "Yes", "N"), SOME),
    "true and false": Form([], _marked("Is essential", "true", "TRUE", "false"), SOME),
    "signs and a dash": Form([], _marked("Essential", "✓", "✔", "–"), SOME),
    "letters under a vague name": Form([], _marked("Type", "E", "E", "M"), SOME),
    "other numbers": Form([], _marked("Hours", "20", "15", "5"), NONE),
    "two columns of boxes": Form(
        [],
        [
            ["Duty", "Essential", "Marginal"],
            [PLANS, "☒", "☐"],
            [LEADS, "☒", "☐"],
            [WASHES, "☐", "☒"],
        ],
        SOME,
    ),
    "two columns, the marginal one first": Form(
        [],
        [
            ["Duty", "Non-essential", "Essential"],
            [PLANS, "", "X"],
            [LEADS, "", "x"],
            [WASHES, "X", ""],
        ],
        SOME,
    ),
    "the mark before the duty": Form(
        [],
        [["Essential Function?", "Duty"], ["Yes", PLANS], ["Yes", LEADS], ["No", WASHES]],
        SOME,
    ),
    "rows of topics": Form(
        [],
        [["Duty", "% of time"], ["Routes"], [PLANS, "40%"], ["Our People"], [LEADS, "50%"],
         [WASHES, "10%"]],
        NONE,
    ),
    "numbers without a name": Form([], [["1", PLANS], ["2", LEADS], ["3", WASHES]], NONE),
    "names above values": Form(
        [["Grade", "Reports To", "FLSA"], ["12", "Head of Roads", "Exempt"]],
        PLAIN, NONE, "Head of Roads", "exempt",
    ),
    "names and values in one cell": Form(
        [["Reports to: Head of Roads", "Grade: 12"], ["Department: Roads", "FLSA: Exempt"]],
        PLAIN, NONE, "Head of Roads", "exempt",
    ),
    "four columns": Form(
        [["Reports To", "Head of Roads", "Grade", "12"], ["FLSA", "Exempt", "Shift", "Days"]],
        PLAIN, NONE, "Head of Roads", "exempt",
    ),
    "a blank supervisor": Form([["Reports to:", ""], ["Department:", "Roads"]], PLAIN, NONE),
    "a dash for a supervisor": Form([["Reports to", "—"], ["Grade", "12"]], PLAIN, NONE),
    "boxes beside a name": Form(
        [["Reports to:", ""], ["FLSA:", "☐ Exempt ☒ Non-exempt"]], PLAIN, NONE, None, "nonexempt"
    ),
    "boxes that nobody checked": Form(
        [["Grade:", "12"], ["FLSA:", "☐ Exempt ☐ Non-exempt"]], PLAIN, NONE
    ),
    "one cell over all": Form(
        [["Roads Department"], ["Reports to", "Head of Roads"], ["Grade", "12"]],
        PLAIN, NONE, "Head of Roads",
    ),
}  # fmt: skip


def _markdown(form: Form) -> str:
    parts = ["# Fleet Manager"]
    for heading, rows in (("", form.head), ("## Duties", form.duties)):
        width = max(map(len, rows), default=0)
        if heading:
            parts.append(heading)
        lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
        if lines:
            parts.append("\n".join([lines[0], f"|{'---|' * width}", *lines[1:]]))
    return "\n\n".join(parts) + "\n"


def _page(form: Form) -> str:
    parts = ["<h1>Fleet Manager</h1>"]
    for heading, rows in (("", form.head), ("<h2>Duties</h2>", form.duties)):
        width = max(map(len, rows), default=0)
        parts += [heading, "<table>"] if rows else []
        for row in rows:
            span = f' colspan="{width}"' if len(row) < width else ""
            cells = "".join(f"<td{span}>{escape(cell)}</td>" for cell in row)
            parts.append(f"<tr>{cells}</tr>")
        parts += ["</table>"] if rows else []
    return "\n".join(parts)


def _word(form: Form) -> bytes:
    def build(document: Any) -> None:
        document.add_heading("Fleet Manager", 0)
        for heading, rows in (("", form.head), ("Duties", form.duties)):
            if heading:
                document.add_heading(heading, 1)
            if not rows:
                continue
            width = max(map(len, rows))
            table = document.add_table(rows=len(rows), cols=width)
            for line, row in enumerate(rows):
                if len(row) < width:
                    table.cell(line, 0).merge(table.cell(line, width - 1))
                for column, cell in enumerate(row):
                    table.cell(line, column).text = cell

    return word(build)


def _reports(form: Form) -> dict[str, Report]:
    return {
        "markdown": LINTER.check(_markdown(form), kind="markdown"),
        "html": LINTER.check(_page(form), kind="html"),
        "word": LINTER.check_bytes(_word(form)),
    }


@pytest.mark.parametrize("name", FORMS)
def test_a_form_says_the_same_in_every_format(name: str) -> None:
    """A cell is read with its column, whichever format holds the table."""
    form = FORMS[name]
    for kind, report in _reports(form).items():
        said = [duty.text.text for duty in report.posting.duties]
        assert len(said) == len(DUTIES), kind
        assert all(map(str.startswith, said, DUTIES)), kind
        assert list(report[duty_essential].value) == form.essential, kind
        assert report.facts["title"].value == "Fleet Manager", kind
        assert report.facts["flsa"].value == form.flsa, kind
        told = report.facts["reports_to"].value
        assert (told is None) if form.supervisor is None else form.supervisor in told, kind
