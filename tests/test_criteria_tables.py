"""Tables that mark each criterion as essential or desirable, in all that they are written in."""

from __future__ import annotations

from typing import Any

import pytest

from documents import pdf, word
from postlint import Report, check
from postlint.linter import Linter

LINTER = Linter()
HEAD = (
    "Harbor Archivist",
    "Duties",
    "Keeps the logs.",
    "Lends the charts.",
    "Person specification",
)
ROWS = (
    ("Criteria", "Essential", "Desirable"),
    ("A postgraduate degree in archives", "", "X"),
    ("Experience of cataloguing", "X", ""),
    ("A steady hand", "✓", ""),
)


def _markdown() -> Report:
    title, duties, first, second, asked = HEAD
    rows = "\n".join(f"| {' | '.join(row)} |" for row in (ROWS[0], ("---",) * 3, *ROWS[1:]))
    text = f"# {title}\n\n## {duties}\n\n- {first}\n- {second}\n\n## {asked}\n\n{rows}\n"
    return LINTER.check(text, path="a.md")


def _html(rows: Any = ROWS) -> Report:
    title, duties, first, second, asked = HEAD
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return LINTER.check(
        f"<h1>{title}</h1><h2>{duties}</h2><ul><li>{first}</li><li>{second}</li></ul>"
        f"<h2>{asked}</h2><table>{table}</table>",
        kind="html",
    )


def _text(rows: Any = ROWS) -> Report:
    title, duties, first, second, asked = HEAD
    table = "\n".join(f"{name:45}{one:12}{two}".rstrip() for name, one, two in rows)
    return check(f"{title}\n\n{duties}\n\n- {first}\n- {second}\n\n{asked}\n{table}\n")


def _tabs() -> Report:
    title, duties, first, second, asked = HEAD
    table = "\n".join("\t".join(row) for row in ROWS)
    return check(f"{title}\n\n{duties}\n\n- {first}\n- {second}\n\n{asked}\n\n{table}\n")


def _word() -> Report:
    title, duties, first, second, asked = HEAD

    def build(document: Any) -> None:
        document.add_heading(title, 0)
        document.add_heading(duties, 1)
        for duty in (first, second):
            document.add_paragraph(duty, style="List Bullet")
        document.add_heading(asked, 1)
        table = document.add_table(rows=0, cols=3)
        for row in ROWS:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words

    return LINTER.check_all(word(build), path="a.docx")[0]


def _pdf(rows: Any = ROWS) -> Report:
    title, duties, first, second, asked = HEAD
    lines = [
        (title, 60.0, 740.0, 18.0, True),
        (duties, 60.0, 700.0, 13.0, True),
        (f"• {first}", 60.0, 680.0, 11.0, False),
        (f"• {second}", 60.0, 664.0, 11.0, False),
        (asked, 60.0, 630.0, 13.0, True),
    ]
    for number, row in enumerate(rows):
        lines += [
            (words.replace("✓", "X"), left, 606.0 - 18 * number, 11.0, not number)
            for words, left in zip(row, (60.0, 300.0, 400.0), strict=True)
            if words
        ]
    return LINTER.check_all(pdf([lines]), path="a.pdf")[0]


def _sections(report: Report) -> list[tuple[str, str, list[str]]]:
    """Return what is asked: each heading, its kind, and what stands below it."""
    found = []
    for section in report.posting.sections:
        items = [item.text.text.lstrip("• ") for item in section.items()]
        if section.heading is not None and section.kind is not None and items:
            found.append((section.heading.text, section.kind.value, items))
    return found[1:]


ASKED = [
    ("Essential", "qualifications", ["Experience of cataloguing", "A steady hand"]),
    ("Desirable", "preferred", ["A postgraduate degree in archives"]),
]


@pytest.mark.parametrize("read", [_markdown, _html, _text, _tabs, _word, _pdf])
def test_a_cross_says_what_its_column_says(read: Any) -> None:
    report = read()
    assert _sections(report) == ASKED
    assert report.facts.degree.value == "preferred"


@pytest.mark.parametrize("read", [_html, _text, _pdf])
def test_criteria_may_stand_below_no_name(read: Any) -> None:
    assert _sections(read((("", "Essential", "Desirable"), *ROWS[1:]))) == ASKED


def test_no_is_no_mark_and_required_is_another_name_for_it() -> None:
    rows = (("Requirement", "Required", "Preferred"), ("A degree", "No", "Yes"), *_yes("A car"))
    assert [kind for _, kind, _ in _sections(_html(rows))] == ["qualifications", "preferred"]


def _yes(name: str) -> tuple[tuple[str, str, str], ...]:
    return ((name, "Yes", "No"), ("A boat", "Yes", "No"))


def test_criteria_written_below_the_names_keep_their_topics() -> None:
    rows = (
        ("", "Essential", "Desirable"),
        ("Skills", "A steady hand", "Latin"),
        ("Experience", "Two years in a record office", "Work with children"),
    )
    assert _sections(_html(rows)) == [
        ("Essential", "qualifications", ["A steady hand", "Two years in a record office"]),
        ("Desirable", "preferred", ["Latin", "Work with children"]),
    ]


def test_topics_among_criteria_end_no_table() -> None:
    rows = (ROWS[0], ("Learning", "", ""), ROWS[1], ("Work", "", ""), *ROWS[2:])
    assert _sections(_text(rows)) == ASKED


def test_a_mark_says_what_the_name_over_it_says_of_any_demand() -> None:
    rows = (
        ("Demand", "Never", "Now and then", "Often"),
        ("Sitting", "", "", "X"),
        ("Climbing", "X", "", ""),
        ("Lifting 20 pounds", "", "x", "No"),
    )
    title, duties, first, second, _ = HEAD
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    report = LINTER.check(
        f"<h1>{title}</h1><h2>{duties}</h2><ul><li>{first}</li><li>{second}</li></ul>"
        f"<h2>Physical demands</h2><table>{table}</table>",
        kind="html",
    )
    text = report.source.text
    demands = [text[slice(*item.span)].strip() for item in report.posting.sections[-1].items()]
    assert demands == ["Sitting: Often", "Climbing: Never", "Lifting 20 pounds: Now and then"]
    found = Linter(select=["ADA007"]).check(text, path="a.txt").diagnostics
    assert all("limbing" not in one.message for one in found)
