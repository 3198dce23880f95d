"""Layouts that no reader knew: names with a full stop, roles of elements, tables of areas."""

from __future__ import annotations

import json
from typing import Any

import pytest

from documents import pdf, word
from postlint import Report, check
from postlint.document.kinds import SectionKind
from postlint.linter import Linter
from reading import duties, kinds, outline, read

LINTER = Linter()


def page(text: str) -> Report:
    return LINTER.check(text, kind="html")


def lines(*rows: tuple[str, float, bool], apart: float = 22.0) -> Report:
    """Check a PDF file of rows: words, size, bold."""
    set_rows = [
        (words, 60.0, 740.0 - number * apart, size, heavy)
        for number, (words, size, heavy) in enumerate(rows)
    ]
    return LINTER.check_all(pdf([set_rows]), path="a.pdf")[0]


# ------------------------------------------------------------ names with a full stop


def test_a_bold_line_that_is_a_known_heading_and_a_full_stop_is_one() -> None:
    report = page(
        "<h1>Harbor Clerk</h1><p><b>Your tasks.</b></p><p>File the logs.</p>"
        "<p>Audit the crates.</p>"
        "<p><b>Requirements.</b></p><p>Two years in a port.</p>"
    )
    assert kinds(report) == [("Your tasks.", "duties"), ("Requirements.", "qualifications")]
    assert duties(report) == ["File the logs.", "Audit the crates."]


def test_names_with_a_full_stop_before_what_they_name_are_fields_and_headings() -> None:
    report = check(
        "Harbor Clerk\n\nPosition Summary. The clerk keeps the logs of every boat in the port.\n\n"
        "Reports to. Harbor Master\n\nSalary. $21.40 an hour\n\nTypical Duties.\n\n"
        "• Files the logs.\n• Audits the crates.\n• Answers the captains.\n"
    )
    assert report.facts.reports_to.value == "Reports to. Harbor Master"
    assert ("Typical Duties.", "duties") in kinds(report)
    assert len(duties(report)) == 3


def test_a_sentence_that_ends_with_such_a_name_is_none() -> None:
    text = (
        "# Harbor Clerk\n\nThe clerk works on each quay with the people of the Planning\n"
        "Department. The harbor master answers for every log that is kept there.\n"
    )
    assert not read(text, "text").fields


# ------------------------------------------------------------ web pages


def test_elements_are_what_their_role_says() -> None:
    report = page(
        '<div role="heading" aria-level="1">Harbor Clerk</div>'
        '<div role="heading" aria-level="2">What you will do</div>'
        '<div role="list"><div role="listitem">File the logs</div>'
        '<div role="listitem">Audit the crates</div></div>'
        '<span role="heading" aria-level="2">What you bring</span><p>Two years in a port.</p>'
    )
    assert report.facts.title.value == "Harbor Clerk"
    assert kinds(report) == [("What you will do", "duties"), ("What you bring", "qualifications")]
    assert duties(report) == ["File the logs", "Audit the crates"]


# ------------------------------------------------------------ sections


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("TL;DR", "overview"),
        ("Mission of the post", "overview"),
        ("Who is the Port of Elm?", "organization"),
        ("Who are we?", "organization"),
        ("Who is eligible?", "qualifications"),
    ],
)
def test_headings_say_what_their_section_is_about(heading: str, kind: str) -> None:
    text = f"# Harbor Clerk\n\n## {heading}\n\nIt has nine quays.\n\n## Duties\n\n- Files logs.\n"
    assert (heading, kind) in kinds(check(text))


def test_the_employers_statement_does_not_say_what_the_section_above_it_is_about() -> None:
    report = check(
        "# Harbor Clerk\n\n## Duties\n\n- Files the logs.\n\n## Terms\n\n"
        "The salary is $41,000 a year, paid each month.\n\n"
        "The port does not discriminate on the basis of race, sex or disability.\n"
    )
    assert ("Terms", "compensation") in kinds(report)
    assert report.facts.nondiscrimination.value is not None


def test_a_summary_beside_rows_without_bullets_states_no_duty_of_its_own() -> None:
    report = check(
        "# Harbor Clerk\n\n## Purpose\n\nThe clerk keeps the port's logs and leads its archive.\n\n"
        "## Duties\n\nFile the logs of all boats\n\nAudit the crates on the quay\n\n"
        "Answer the captains\n\n## Requirements\n\n- Two years in a port.\n"
    )
    assert duties(report) == [
        "File the logs of all boats",
        "Audit the crates on the quay",
        "Answer the captains",
    ]


# ------------------------------------------------------------ tables


def test_a_table_of_areas_and_what_is_done_states_duties_without_a_heading() -> None:
    rows = [
        ("Area", "What is done"),
        ("Logs", "File the logs of all boats"),
        ("Crates", "Audit the crates on the quay"),
        ("Captains", "Answer the captains"),
    ]
    markdown = "# Harbor Clerk\n\n" + "\n".join(f"| {a} | {b} |" for a, b in rows)
    markdown = markdown.replace("done |\n", "done |\n|---|---|\n") + "\n\n## Skills\n\n- Order.\n"

    def build(document: Any) -> None:
        document.add_heading("Harbor Clerk", 1)
        table = document.add_table(rows=0, cols=2)
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        document.add_heading("Skills", 2)

    for report in (check(markdown), LINTER.check_all(word(build), path="a.docx")[0]):
        assert duties(report) == [words for _, words in rows[1:]]


def test_a_table_of_areas_and_what_is_known_states_none() -> None:
    rows = "| Area | Level |\n|---|---|\n| Law | Sound grasp of harbor law |\n"
    text = f"# Harbor Clerk\n\n{rows}| Boats | Long years at sea |\n| Maps | Some use of maps |\n"
    assert not check(text).posting.duties


# ------------------------------------------------------------ titles


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("# Job: Harbor Clerk", "Harbor Clerk"),
        ("# Position: Harbor Clerk", "Harbor Clerk"),
        ("Port of Elm is hiring: Harbor Clerk", "Harbor Clerk"),
    ],
)
def test_a_title_stands_behind_what_names_it(line: str, title: str) -> None:
    report = check(f"{line}\n\n## Duties\n\n- Files the logs.\n\n## Requirements\n\n- A degree.\n")
    assert report.facts.title.value == title


def test_a_title_in_two_lines_of_large_type_is_one() -> None:
    body = [(words, 10.0, False) for words in ("Duties", "- Files the logs.", "- Audits crates.")]
    report = lines(("Senior Harbor", 20.0, True), ("Engineer", 20.0, True), *body)
    assert report.facts.title.value == "Senior Harbor Engineer"


# ------------------------------------------------------------ pdf


def test_short_names_beside_each_other_are_no_bullet_and_its_words() -> None:
    rows = [
        ("Harbor Clerk", 60.0, 740.0, 18.0, True),
        ("Pay", 60.0, 700.0, 9.0, True),
        ("Closes", 330.0, 700.0, 9.0, True),
        ("$41,000 a year", 60.0, 686.0, 9.0, False),
        ("May 14, 2027", 330.0, 686.0, 9.0, False),
        ("Duties", 60.0, 650.0, 12.0, True),
        ("- Files the logs of all boats.", 60.0, 634.0, 9.0, False),
        ("- Audits the crates on the quay.", 60.0, 620.0, 9.0, False),
    ]
    report = LINTER.check_all(pdf([rows]), path="a.pdf")[0]
    assert "Closes = May 14, 2027" in outline(report.posting)
    assert "Pay = $41,000 a year" in outline(report.posting)


# ------------------------------------------------------------ markdown and text


def test_keys_of_front_matter_are_names_of_fields_however_they_are_nested() -> None:
    body = "\n## Duties\n\n- Files the logs.\n\n## Requirements\n\n- Two years in a port.\n"
    flat = f"---\ntitle: Harbor Clerk\nreports_to: Harbor Master\n---\n{body}"
    held = (
        "job:\n  title: Harbor Clerk\n  supervisor: Harbor Master\n  closing_date: May 14, 2027\n"
    )
    nested = check(f"---\n{held}---\n{body}")
    assert check(flat).facts.reports_to.value == "reports to: Harbor Master"
    assert nested.facts.title.value == "Harbor Clerk"
    assert nested.facts.reports_to.value == "supervisor: Harbor Master"
    assert nested.facts.closing.value == "closing date: May 14, 2027"


def test_a_table_between_bars_is_one_in_a_text_file_too() -> None:
    text = (
        "Harbor Clerk\n\nDUTIES\n\n| No. | Duty | Essential |\n|---|---|---|\n"
        "| 1 | Files the logs of all boats | Yes |\n| 2 | Audits the crates | No |\n\n"
        "REQUIREMENTS\n\n- Two years in a port.\n"
    )
    report = LINTER.check_all(text.encode(), path="a.txt")[0]
    assert duties(report) == ["Files the logs of all boats", "Audits the crates"]
    assert ("REQUIREMENTS", "qualifications") in kinds(report)


def test_a_bare_number_under_percent_is_a_share() -> None:
    table = "| Duty | % of Time |\n|---|---|\n| Files the logs | 70 |\n| Audits crates | 30 |\n"
    assert duties(check(f"# Harbor Clerk\n\n{table}")) == [
        "Files the logs (70%)",
        "Audits crates (30%)",
    ]


# ------------------------------------------------------------ exports

_JOB = {
    "title": "Harbor Clerk",
    "summary": "The clerk keeps the logs of the port.",
    "duties": ["Files the logs of all boats", "Audits the crates on the quay"],
}


def exported(job: dict[str, object]) -> Report:
    return LINTER.check_all(json.dumps({"jobs": [job]}).encode(), path="a.json")[0]


def test_texts_under_names_of_an_employers_own_are_read_under_them() -> None:
    report = exported(
        {
            **_JOB,
            "preferredQualifications": "Some years at sea, and a sailing licence.",
            "physical_demands": "Climbs ladders of ten feet with a log under one arm.",
            "eeoStatement": "The port is an equal opportunity employer.",
            "immediateSupervisor": "Harbor Master",
            "closing": "May 14, 2027",
        }
    )
    assert ("Preferred qualifications", "preferred") in kinds(report)
    assert ("Physical demands", "physical") in kinds(report)
    assert report.facts.nondiscrimination.value is not None
    assert report.facts.reports_to.value == "Immediate supervisor: Harbor Master"
    assert report.facts.closing_date.value is not None


def test_lists_stand_under_the_headings_beside_them() -> None:
    sections = [
        {"heading": "What you will do", "items": _JOB["duties"]},
        {"heading": "What you bring", "items": ["Two years in a port", "A head for heights"]},
    ]
    report = exported({"name": "Harbor Clerk", "sections": sections})
    assert duties(report) == _JOB["duties"]
    assert ("What you bring", "qualifications") in kinds(report)


def test_descriptions_of_a_feed_have_a_name_and_a_value() -> None:
    parts = "".join(
        f"<jobDescription><name>{name}</name><value><![CDATA[<ul><li>{value}</li></ul>]]></value>"
        "</jobDescription>"
        for name, value in (("Your tasks", "File the logs"), ("Your profile", "Years in a port"))
    )
    feed = (
        "<?xml version='1.0'?><jobs><position><name>Harbor Clerk</name>"
        f"<jobDescriptions>{parts}</jobDescriptions></position></jobs>"
    )
    report = LINTER.check_all(feed.encode(), path="a.xml")[0]
    assert report.facts.title.value == "Harbor Clerk"
    assert duties(report) == ["File the logs"]


# ------------------------------------------------------------ blanks and lost line ends


def test_what_a_form_asks_for_is_neither_a_supervisor_nor_a_duty() -> None:
    report = check(
        "# Harbor Clerk\n\nReports to: [Insert title of supervisor]\n\n## Duties\n\n"
        "- Files the logs.\n- [Add further duties here]\n- Insert duty here\n- ...\n"
        "- (Add more as needed)\n"
    )
    assert report.facts.reports_to.value is None
    assert duties(report) == ["Files the logs."]


def test_headings_between_words_are_found_where_all_line_ends_are_lost() -> None:
    report = LINTER.check_all(
        b"Harbor Clerk Port of Elm Reports to: Harbor Master Salary: $41,000 per year Position"
        b" Summary The clerk keeps the logs of each boat that calls. Essential Duties Files the"
        b" logs of all boats. Audits the crates on the quay. Answers the captains. Prepares the"
        b" weekly report. Minimum Qualifications High school diploma. Two years in a port."
        b" How to Apply Send a letter by May 14, 2027.",
        path="a.txt",
    )[0]
    assert [kind for _, kind in kinds(report)] == [
        "overview",
        "duties",
        "qualifications",
        "how-to-apply",
    ]
    assert len(duties(report)) == 4


def test_names_in_the_middle_of_an_advertisement_of_one_paragraph_begin_its_parts() -> None:
    report = LINTER.check_all(
        b"The Port of Elm seeks a harbor clerk for its quay. Duties: Files the logs of all\n"
        b"boats. Audits the crates on the quay. Answers captains who call.\nQualifications:"
        b" high school diploma; two years in a port; a licence to sail boats. Salary: $41,000 a\n"
        b"year. Send a letter by May 14, 2027.\n",
        path="a.txt",
    )[0]
    assert [kind for _, kind in kinds(report)] == ["duties", "qualifications"]
    assert len(duties(report)) == 3


# ------------------------------------------------------------ several postings, letterheads


def test_a_statement_at_the_foot_of_a_page_of_openings_is_said_of_each() -> None:
    page_of = "".join(
        f"<h2>{title}</h2><p>Reports to: Harbor Master</p><h3>Duties</h3><ul><li>{duty}</li></ul>"
        "<h3>Qualifications</h3><ul><li>Two years in a port.</li></ul>"
        for title, duty in (("Harbor Clerk", "Files the logs."), ("Crane Driver", "Lifts crates."))
    )
    text = (
        f"<h1>Openings at the Port of Elm</h1>{page_of}"
        "<p>The Port of Elm is an equal opportunity employer.</p>"
    )
    reports = LINTER.check_all(text.encode(), path="a.html")
    assert [report.facts.title.value for report in reports] == ["Harbor Clerk", "Crane Driver"]
    assert all(report.facts.nondiscrimination.value is not None for report in reports)


def test_a_letterhead_in_a_table_heads_nothing() -> None:
    def build(document: Any) -> None:
        name, address = document.add_table(rows=1, cols=2).rows[0].cells
        name.text = "Town of Elm"
        address.text = "Human Resources Department"
        address.add_paragraph("14 Quay Street, Elm, Oregon 97301")
        document.add_heading("Harbor Clerk", 1)
        document.add_heading("Duties", 2)
        document.add_paragraph("Files the logs.", style="List Bullet")

    report = LINTER.check_all(word(build), path="a.docx")[0]
    assert report.facts.title.value == "Harbor Clerk"
    assert kinds(report) == [("Duties", "duties")]


def test_roman_numbers_before_paragraphs_are_those_of_items() -> None:
    rows = ("i) File the logs", "ii) Audit the crates", "iii) Answer the captains")
    report = page(f"<h1>Harbor Clerk</h1><h2>Duties</h2>{''.join(f'<p>{r}</p>' for r in rows)}")
    assert duties(report) == ["File the logs", "Audit the crates", "Answer the captains"]


def test_a_list_of_clauses_below_a_short_word_on_benefits_is_of_the_post() -> None:
    report = check(
        "# Harbor Clerk\n\n## Benefits\n\nFull package.\n\nThe port has nine quays.\n\n"
        "You will file the logs of all boats; audit the crates on the quay; and answer captains.\n"
        "\n## Requirements\n\n- Two years in a port.\n"
    )
    assert len(duties(report)) == 3


def test_an_employer_in_brackets_is_no_part_of_a_title() -> None:
    report = check("# Harbor Clerk (Town of Elm)\n\n## Duties\n\n- Files the logs.\n")
    assert report.facts.title.value == "Harbor Clerk"


# ------------------------------------------------------------ forms and copies of boards


def test_a_short_form_at_the_end_of_a_value_ends_no_sentence() -> None:
    report = check(
        "POSITION:  Classroom Aide\nHOURS:  6 a day\n"
        "RATE OF PAY:  As agreed with the guild, Class III, $17.84 - $21.06/hr.\n"
        "REPORTS TO:  Head Aide\n\nDUTIES\n1.  Reads with pupils.\n2.  Keeps the record.\n"
    )
    assert [field.key.text for field in report.posting.fields] == [
        "POSITION",
        "HOURS",
        "RATE OF PAY",
        "REPORTS TO",
    ]
    assert kinds(report) == [("DUTIES", "duties")]


def test_a_job_and_its_title_are_a_field() -> None:
    report = check("Company: Tern Boatworks LLC\nJob: Hull Fitter\nWage: $24-$31/hour\n")
    assert report.facts.title.value == "Hull Fitter"
    assert [field.key.text for field in report.posting.fields] == ["Company", "Job", "Wage"]


def test_a_long_row_beside_rows_that_run_on_is_not_wrapped() -> None:
    text = (
        "Dock Manager\n\n"
        "The dock manager leads the people of the dock and answers to the harbor master for all"
        " that is kept, lent or mended there, from the first boat in the morning to the last.\n"
        "\nWhat you'll bring\n\n"
        "A bachelor's degree in shipping or a like field, or an equal mix of study and dock work\n"
        "Five years in a harbor\n"
        "A license to steer the tender that brings crews to their boats\n"
        "Patience with those who come late and want to sail at once\n"
    )
    section = read(text, "text").sections[-1]
    assert len(section.blocks) == 4


def test_fields_below_a_statement_do_not_keep_it_in_the_section_above() -> None:
    report = check(
        "# Dock Clerk\n\n## Duties\n\n- Files the logs.\n- Audits the crates.\n\n"
        "Tern County is an equal opportunity employer.\n\nJob type: Full-time\n"
    )
    assert [section.kind for section in report.posting.sections[-2:]] == [
        SectionKind.DUTIES,
        SectionKind.EQUAL_OPPORTUNITY,
    ]


@pytest.mark.parametrize("blank", [" ", "   ", "\t"])
def test_rows_that_count_without_a_stop_are_items(blank: str) -> None:
    rows = ("Keep the logs of the port.", "Lend charts, and mend them.", "Train the pilots' mates.")
    text = "Harbor Archivist\n\nMain accountabilities\n" + "".join(
        f"{number}{blank}{row}\n" for number, row in enumerate(rows, 1)
    )
    assert duties(check(text)) == list(rows)


def test_whom_a_post_is_responsible_for_is_a_field_and_what_for_is_work() -> None:
    form = "Job title:  Harbor Archivist\nResponsible to:  Dean\nResponsible for{}\nGrade:  7\n"
    people = check(form.format("    Two clerks (one of them at sea)"))
    assert "Responsible for" in [field.key.text for field in people.posting.fields]
    work = check(form.format(": keeping the logs of the port"))
    assert "Responsible for" not in [field.key.text for field in work.posting.fields]


def test_a_heading_in_capitals_over_a_list_may_have_a_figure() -> None:
    report = check(
        "HARBOR ARCHIVIST\n\nTHE POST\nThe archivist keeps the logs.\n\n"
        "PRIORITIES FOR THE FIRST 18 MONTHS\n- Mend the charts of the bay\n- Train two clerks\n\n"
        "THE PERSON\n- Two years in a record office\n"
    )
    assert ("PRIORITIES FOR THE FIRST 18 MONTHS", "duties") in kinds(report)


def test_under_whom_one_is_responsible_for_what_heads_duties() -> None:
    report = check(
        "Harbor Archivist\n\nReporting to the Dean of Ships, the archivist is responsible for:\n"
        "- first help to captains\n- lending charts\n- running the scanner\n"
    )
    assert len(duties(report)) == 3
    assert report.facts.reports_to.value is not None


def test_praise_of_pay_below_its_heading_is_quoted_without_it() -> None:
    report = check(
        "HARBOR ARCHIVIST\n\nDUTIES\n- Keeps the logs.\n- Lends charts.\n\nCOMPENSATION\n"
        "Competitive base with incentive.\n"
    )
    found = [one.message for one in report.diagnostics if one.code == "PAY001"]
    assert found
    assert "COMPENSATION" not in found[0]


def test_what_stands_under_additional_duties_is_not_essential() -> None:
    report = check(
        "FLEET MECHANIC\n\nDUTIES AND RESPONSIBILITIES\nEssential Functions\n"
        "Diagnoses and repairs engines.\nRoad tests vehicles.\nAdditional Duties\n"
        "Plows snow as needed.\nPerforms other related work as required.\n\n"
        "STANDARDS REQUIRED TO PERFORM ESSENTIAL JOB FUNCTIONS\n"
        "Physical Requirements: Must exert up to 100 pounds of force.\n"
    )
    assert ("Additional Duties", "duties") in kinds(report)
    assert len(duties(report)) == 4
    assert not [one for one in report.diagnostics if one.code == "ADA004"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Line cook - $17-20/hr + tips", "Line cook"),
        ("Cashier $15/hr", "Cashier"),
        ("Porter £11.90 an hour", "Porter"),
    ],
)
def test_a_title_ends_before_what_is_paid(line: str, title: str) -> None:
    report = check(f"NOW HIRING at Tern's!\n\n{line}\n\n- work the line\n- keep it clean\n")
    assert report.facts.title.value == title


def test_whoever_hires_for_a_house_of_their_own_offers_a_post() -> None:
    report = check(
        "Hello! We're Tern & Tide, a shop for charts. I'm finally hiring a second full-time"
        " chartseller.\n\nThe job: You'd open the shop, mend charts and receive shipments.\n\n"
        "The pay: $19/hour, and a stipend of $250/month for health care.\n\n"
        "The person: You know the bay.\n\nTo apply, write to us at hello@tern.example.\n"
    )
    assert report.facts.is_posting.value
    assert report.facts.title.value == "chartseller"
    assert not [one for one in report.diagnostics if one.code == "PAY020"]


def test_terms_parted_by_points_are_the_posts() -> None:
    report = check(
        "# Dock Manager\n\nShire of Tern · Level 9 · $112,480 · Full-time, ongoing\n\n"
        "## Duties\n\n- Runs the dock.\n- Trains the crew.\n"
    )
    assert report.facts.employment_type.value == ("full-time",)
