"""Tables whose head names jobs or sections, and names that stand beside lists of what they head."""

from __future__ import annotations

import pytest

from documents import pdf, word
from postlint import Linter, Report
from reading import duties, kinds

LINTER = Linter()


def page(text: str) -> Report:
    return LINTER.check(text, kind="html")


JOBS = (
    ("Job title", "What you do", "What you need", "Pay"),
    ("Lock Keeper", "Opens the gates for barges.", "A steady hand.", "$19 an hour"),
    ("Toll Collector", "Takes tolls at the weir.", "Honest with money.", "$16 an hour"),
)


def _html() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in JOBS)
    return f"<h1>Work on the canal</h1><table>{rows}</table>".encode()


def _markdown() -> bytes:
    head, *rows = ("|" + "|".join(row) + "|\n" for row in JOBS)
    return ("# Work on the canal\n\n" + head + "|---|---|---|---|\n" + "".join(rows)).encode()


def _word() -> bytes:
    def build(document: object) -> None:
        table = document.add_table(rows=0, cols=len(JOBS[0]))  # type: ignore[attr-defined]
        for row in JOBS:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words

    return word(build)


@pytest.mark.parametrize(
    ("data", "path"), [(_html(), "a.html"), (_markdown(), "a.md"), (_word(), "a.docx")]
)
def test_a_job_in_each_row_is_a_posting_of_its_own(data: bytes, path: str) -> None:
    reports = LINTER.check_all(data, path=path)
    assert [report.facts["title"].value for report in reports] == ["Lock Keeper", "Toll Collector"]
    assert [duties(report) for report in reports] == [
        ["Opens the gates for barges."],
        ["Takes tolls at the weir."],
    ]
    assert [report.facts["pay"].value for report in reports] == ["single", "single"]


def test_an_index_of_jobs_that_says_of_none_what_it_is_is_left_a_table() -> None:
    text = (
        "# Careers\n\n| Position | Town | Hours |\n|---|---|---|\n"
        "| Lock Keeper | Elm | Full |\n| Toll Collector | Ash | Part |\n"
    )
    assert len(LINTER.check_all(text, path="a.md")) == 1


def test_duties_beside_demands_are_two_sections() -> None:
    report = page(
        "<h1>Net Mender</h1><table><tr><th>Duties</th><th>Requirements</th></tr>"
        "<tr><td><ul><li>Mends nets.</li><li>Dries sails.</li></ul></td>"
        "<td><ul><li>Nimble fingers.</li><li>No fear of water.</li></ul></td></tr></table>"
    )
    assert kinds(report) == [("Duties", "duties"), ("Requirements", "qualifications")]
    assert duties(report) == ["Mends nets.", "Dries sails."]


@pytest.mark.parametrize(
    "table",
    [
        (
            "<dl><dt>Unit</dt><dd>Quay</dd><dt>Duties</dt><dd>Mends nets.</dd><dd>Dries sails.</dd>"
            "<dt>Requirements</dt><dd>Nimble fingers.</dd><dd>No fear of water.</dd></dl>"
        ),
        (
            "<table><tr><td rowspan=2>Duties</td><td>Mends nets.</td></tr><tr><td>Dries sails.</td>"
            "</tr><tr><td rowspan=2>Requirements</td><td>Nimble fingers.</td></tr>"
            "<tr><td>No fear of water.</td></tr></table>"
        ),
        (
            "<table><tr><td>Duties</td><td>- Mends nets.<br>- Dries sails.</td></tr>"
            "<tr><td>Requirements</td><td>- Nimble fingers.<br>- Fond of water.</td></tr></table>"
        ),
    ],
    ids=["terms", "a name beside several rows", "lines in a cell"],
)
def test_a_name_beside_several_statements_heads_them(table: str) -> None:
    report = page(f"<h1>Net Mender</h1>{table}")
    assert kinds(report) == [("Duties", "duties"), ("Requirements", "qualifications")]
    assert duties(report) == ["Mends nets.", "Dries sails."]


def test_lines_in_cells_one_below_the_other_are_lines() -> None:
    report = page(
        "<h1>Net Mender</h1><table><tr><td><b>Duties</b><br>- Mends nets.<br>- Dries sails.<br>"
        "<br><b>Requirements</b><br>- Nimble fingers.</td></tr></table>"
    )
    assert kinds(report) == [("Duties", "duties"), ("Requirements", "qualifications")]
    assert duties(report) == ["Mends nets.", "Dries sails."]


def test_what_is_done_stands_beside_how_often() -> None:
    report = page(
        "<h1>Net Mender</h1><table><tr><th>What</th><th>How often</th></tr>"
        "<tr><td>Mends nets</td><td>Daily</td></tr><tr><td>Dries sails</td><td>Weekly</td></tr>"
        "<tr><td>Counts corks</td><td>Yearly</td></tr></table>"
    )
    assert [words.split(" | ")[0] for words in duties(report)] == [
        "Mends nets",
        "Dries sails",
        "Counts corks",
    ]


def test_headings_set_apart_keep_their_numbers_and_are_headings() -> None:
    def build(document: object) -> None:
        for number, (name, *lines) in enumerate(
            (
                ("DUTIES", "Mends nets.", "Dries sails.", "Counts corks."),
                ("REQUIREMENTS", "Nimble fingers."),
            ),
            1,
        ):
            paragraph = document.add_paragraph()  # type: ignore[attr-defined]
            paragraph.add_run(f"{number}. {name}").bold = True
            for line in lines:
                document.add_paragraph(line)  # type: ignore[attr-defined]

    report = LINTER.check_all(word(build), path="a.docx")[0]
    assert kinds(report) == [("DUTIES", "duties"), ("REQUIREMENTS", "qualifications")]
    assert duties(report) == ["Mends nets.", "Dries sails.", "Counts corks."]


# ------------------------------------------------------------ PDF


BESIDE = [
    ("Location", 34.0, 700.0, 11.0, True),
    ("Elm Quay", 34.0, 688.0, 11.0, False),
    ("Reports to", 34.0, 664.0, 11.0, True),
    ("Quay Master", 34.0, 652.0, 11.0, False),
    ("Pay", 34.0, 628.0, 11.0, True),
    ("$21 per hour", 34.0, 616.0, 11.0, False),
    ("Net Mender", 207.0, 742.0, 18.0, True),
    ("Duties", 207.0, 712.0, 13.0, True),
    ("Mends nets.", 236.0, 686.0, 11.0, False),
    ("Dries sails.", 236.0, 674.0, 11.0, False),
]


@pytest.mark.parametrize("scaled", [False, True])
def test_a_small_page_with_a_box_at_its_side_is_read_in_words(scaled: bool) -> None:
    facts = LINTER.check_all(pdf([BESIDE], scaled=scaled), path="a.pdf")[0].facts
    assert facts["title"].value == "Net Mender"
    assert "Quay Master" in str(facts["reports_to"].value)
    assert facts["pay"].value == "single"


def test_letters_are_as_large_as_they_are_seen() -> None:
    rows = [
        ("Net Mender", 60.0, 740.0, 18.0, False),
        ("Essential Duties", 60.0, 700.0, 14.0, False),
        (
            "Mends nets of the whole fleet and sees that none is lost in the harbor.",
            60.0,
            680.0,
            11.0,
            False,
        ),
        (
            "Dries sails on the quay when the sun is out and the wind is from the land.",
            60.0,
            664.0,
            11.0,
            False,
        ),
    ]
    large, scaled = (
        LINTER.check_all(pdf([rows], scaled=scaled), path="a.pdf")[0] for scaled in (False, True)
    )
    assert scaled.source.text == large.source.text
    assert kinds(scaled) == kinds(large) == [("Essential Duties", "duties")]


def test_jobs_side_by_side_are_postings_too() -> None:
    text = (
        "<h1>Work on the canal</h1><table><tr><th></th><th>Lock Keeper</th><th>Toll Collector</th>"
        "</tr><tr><th>Duties</th><td>Opens the gates for barges.</td><td>Takes tolls at the weir."
        "</td></tr><tr><th>Pay</th><td>$19 an hour</td><td>$16 an hour</td></tr></table>"
    )
    reports = LINTER.check_all(text, path="a.html")
    assert [report.facts["title"].value for report in reports] == ["Lock Keeper", "Toll Collector"]


def test_a_name_over_two_columns_is_that_of_the_statements() -> None:
    report = page(
        "<h1>Net Mender</h1><table><tr><th colspan=2>Essential duties</th><th>Percent</th></tr>"
        "<tr><td>1</td><td>Mends nets.</td><td>50</td></tr><tr><td>2</td><td>Dries sails.</td>"
        "<td>30</td></tr><tr><td>3</td><td>Counts corks.</td><td>20</td></tr></table>"
    )
    assert [words.split(" (")[0].rstrip(".") for words in duties(report)] == [
        "Mends nets",
        "Dries sails",
        "Counts corks",
    ]


@pytest.mark.parametrize("scaled", [False, True])
def test_a_small_page_parts_its_cells_where_a_row_has_blanks_of_its_own(scaled: bool) -> None:
    rows = [
        ("Position", 65.0, 742.0, 12.0, True),
        ("Reports to", 156.0, 742.0, 12.0, True),
        ("Grade", 232.0, 742.0, 12.0, True),
        ("Net Mender Two", 40.0, 719.0, 12.0, False),
        ("Quay Master", 148.0, 719.0, 12.0, False),
        ("4", 240.0, 719.0, 12.0, False),
        ("Duties", 35.0, 686.0, 13.0, True),
        ("Mends nets.", 34.0, 660.0, 11.0, False),
    ]
    facts = LINTER.check_all(pdf([rows], scaled=scaled), path="a.pdf")[0].facts
    assert facts["title"].value == "Net Mender Two"
    assert "Quay Master" in str(facts["reports_to"].value)


def test_rows_of_a_pdf_that_are_jobs_are_postings_of_their_own() -> None:
    lefts = (40.0, 160.0, 340.0, 480.0)
    rows = [
        (words, left, 700.0 - 22 * number, 12.0, number == 0)
        for number, row in enumerate(JOBS)
        for words, left in zip(row, lefts, strict=True)
    ]
    data = pdf([[("Work on the canal", 40.0, 740.0, 17.0, True), *rows]])
    reports = LINTER.check_all(data, path="a.pdf")
    assert [report.facts["title"].value for report in reports] == ["Lock Keeper", "Toll Collector"]


def test_a_field_beside_lists_stays_a_field() -> None:
    report = page(
        "<h1>Net Mender</h1><table><tr><th>Duties</th><td><ul><li>Mends nets.</li><li>Dries sails."
        "</li></ul></td></tr><tr><th>Requirements</th><td><ul><li>Nimble fingers.</li></ul></td>"
        "</tr><tr><th>Salary</th><td>$39,000</td></tr></table>"
    )
    assert kinds(report) == [("Duties", "duties"), ("Requirements", "qualifications")]
    assert report.facts["pay"].value == "single"
