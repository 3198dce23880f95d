"""Layouts that part a posting otherwise than a list below a heading, each in a few lines."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from reading import outline, read

LINTER = Linter()


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Drop us a line if", None),
        ("You will feel at home if", SectionKind.QUALIFICATIONS),
        ("Join us if", SectionKind.QUALIFICATIONS),
        ("Nice if", SectionKind.PREFERRED),
        ("A night at the mill", SectionKind.DUTIES),
        ("An ordinary afternoon", SectionKind.DUTIES),
        ("Your evenings", SectionKind.DUTIES),
        ("Where the hours go", SectionKind.DUTIES),
        ("Mill rules", SectionKind.WORKING_CONDITIONS),
        ("Beyond pay", SectionKind.BENEFITS),
        ("What a miller earns", SectionKind.COMPENSATION),
    ],
)
def test_a_heading_in_its_own_words(heading: str, kind: SectionKind | None) -> None:
    assert heading_kind(heading) is kind


def titles(text: str, path: str) -> list[str | None]:
    return [report.facts["title"].value for report in LINTER.check_all(text, path=path)]


def duties(text: str, path: str = "a.txt") -> list[str]:
    return [duty.text.text for duty in LINTER.check(text, path=path).posting.duties]


def test_lines_over_the_same_fields_are_jobs_whatever_they_are_called() -> None:
    text = (
        "<p>Mill Foreman</p><p>Pay: $24 an hour</p><p>Reports to: Director</p><p>Runs it.</p>"
        "<p>Sack Stitch</p><p>Pay: $18 an hour</p><p>Reports to: Mill Foreman</p><p>Sews.</p>"
    )
    assert len(LINTER.read_all(text, kind="html")) == 2


def test_notices_that_begin_in_capitals_are_each_a_posting() -> None:
    text = (
        "MILL WEEKLY\n\nSTONE DRESSER. The mill needs a dresser to cut stones and true them by"
        " hand. $31 an hour. Closes May 4, 2027.\n\n"
        "SACK SEWER. The mill needs a sewer to mend sacks. $17 an hour. Closes May 9, 2027.\n"
    )
    assert titles(text, "a.txt") == ["STONE DRESSER", "SACK SEWER"]


def test_a_paragraph_below_a_job_tells_of_it() -> None:
    text = (
        "# Mill jobs\n\n### Stone Dresser\nCuts stones and trues them. $31 an hour.\n\n"
        "### Sack Sewer\nMends sacks for the mill. $17 an hour.\n"
    )
    assert titles(text, "a.md") == ["Stone Dresser", "Sack Sewer"]


@pytest.mark.parametrize(
    "line", ["Reports to: Director of\n  Mills", "Reports to: Director of Flour and\nMills"]
)
def test_a_value_goes_on_where_its_line_breaks_off(line: str) -> None:
    report = LINTER.check(f"Miller\n\n{line}\n\nDuties\n- Grinds rye.\n- Sifts.\n", path="a.txt")
    assert report.facts["reports_to"].value == " ".join(line.split())


def test_a_name_over_two_fields_is_not_drawn_into_them() -> None:
    got = outline(read("Miller\n\nGrade: A\nDepartment: Mills\nHours:\n  40\n", "text"))
    assert "Grade = A" in got
    assert "Department = Mills" in got


GRINDS = ["Grinds rye.", "Sifts flour.", "Bags bran."]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", "<h1>Miller</h1><p>Duties: ▪ Grinds rye. ▪ Sifts flour. ▪ Bags bran.</p>"),
        (
            "a.html",
            "<h1>Miller</h1><h2>Duties</h2><p>• Grinds rye. • Sifts flour. • Bags bran.</p>",
        ),
        ("a.txt", "Miller\n\nDuties • Grinds rye. • Sifts flour. • Bags bran.\n"),
        ("a.txt", "Miller\n\nDuties\n~ Grinds rye.\n~ Sifts flour.\n~ Bags bran.\n"),
        (
            "a.txt",
            "Miller\n\nTHE WORK. Grinds rye. Sifts flour. Bags bran.\nTHE PAY. $20 an hour.\n",
        ),
        ("a.txt", "Miller\n\nWhat you do -\nGrinds rye.\nSifts flour.\nBags bran.\n"),
        (
            "a.txt",
            "Mill Clerk Summary: Mills. Duties: Grinds rye. Sifts flour. Bags bran. Pay: $9.",
        ),
        ("a.html", "<h1>Miller</h1><p>Grinds rye.</p><p>Sifts flour.</p><p>Bags bran.</p>"),
        (
            "a.txt",
            "Miller\n\nI. DUTIES\nA. Stones\n1. Grinds rye.\n2. Sifts flour.\n3. Bags bran.\n",
        ),
        (
            "a.html",
            (
                "<h1>Miller</h1><table><tr><td>a)</td><td>Grinds rye.</td></tr><tr><td>b)</td>"
                "<td>Sifts flour.</td></tr><tr><td>c)</td><td>Bags bran.</td></tr></table>"
            ),
        ),
        (
            "a.html",
            (
                "<h1>Miller</h1><table><tr><td>Your shift<br>Grinds rye.<br>Sifts flour.<br>"
                "Bags bran.</td><td>You have<br>A strong back.<br>Good eyes.</td></tr></table>"
            ),
        ),
    ],
)
def test_duties_however_they_are_laid_out(path: str, text: str) -> None:
    assert duties(text, path) == GRINDS


def test_a_dash_parts_the_words_of_one_item() -> None:
    page = "<h1>Miller</h1><h2>Openings</h2><ul><li>- Fen Mill - Stone Dresser</li></ul>"
    assert "* - Fen Mill - Stone Dresser" in outline(read(page, "html"))


def test_a_colon_list_in_a_hanging_indent_is_one_paragraph() -> None:
    text = (
        "Miller\n\nDuties: opens gates; logs carts;\n    paints rails.\nRequirements: strength.\n"
    )
    assert duties(text) == ["opens gates", "logs carts", "paints rails."]


def test_a_topic_of_one_word_is_no_duty() -> None:
    text = "Miller\n\nDuties\n\nGates\nOpens gates.\nLogs carts.\n\nRails\nPaints rails.\n"
    assert duties(text) == ["Opens gates.", "Logs carts.", "Paints rails."]


def test_pay_steps_stay_fields_of_a_table() -> None:
    steps = "<tr><td>1</td><td>$19.00</td></tr><tr><td>2</td><td>$20.00</td></tr>"
    page = f"<h1>Miller</h1><table>{steps}</table>"
    assert "1 = $19.00" in outline(read(page, "html"))


def test_a_heading_word_behind_another_ends_no_title() -> None:
    text = "Clerk\n\nExecutive Core Qualifications: Leads. Pay: $9. Closes: May. Grade: 4.\n"
    assert not any(
        line.endswith("Core Qualifications") and "Executive" not in line
        for line in outline(read(text, "text"))
    )


def test_sentences_of_work_below_a_vague_heading_are_duties() -> None:
    text = "Miller\n\nTHE JOB. Opens gates. Logs carts. Paints rails.\nTHE PAY. $20 an hour.\n"
    assert duties(text) == ["Opens gates.", "Logs carts.", "Paints rails."]


def test_words_before_the_paragraphs_of_a_cell_are_its_heading() -> None:
    cells = (
        "<td><b>Your role</b><p>Opens gates.</p><p>Logs carts.</p></td>"
        "<td><b>Your profile</b><p>A strong back.</p><p>Good eyes.</p></td>"
    )
    page = f"<h1>Miller</h1><table><tr>{cells}</tr></table>"
    assert duties(page, "a.html") == ["Opens gates.", "Logs carts."]


def test_a_rate_and_a_supervisor_below_two_lines_part_two_jobs() -> None:
    one = "<p>Pay rate: $21</p><p>Reports to: Mill Manager</p><p>You grind rye and sift it.</p>"
    page = f"<p>Night Miller</p>{one}<p>Sack Sewer</p>{one}"
    assert len(LINTER.read_all(page.replace("Pay rate", "Rate"), kind="html")) == 2


def test_a_roman_number_in_a_column_of_its_own_is_the_items() -> None:
    rows = "".join(
        f"<tr><td>{number}.</td><td>{duty}</td></tr>"
        for number, duty in (("i", "Opens gates."), ("ii", "Logs carts."), ("iii", "Paints it."))
    )
    page = f"<h1>Miller</h1><table>{rows}</table>"
    assert duties(page, "a.html") == ["Opens gates.", "Logs carts.", "Paints it."]


def test_a_heading_that_ends_in_what_is_sought_is_the_title() -> None:
    text = "# Rye Grinder\n\nThe mill wants a grinder to open gates and log carts. $20 an hour.\n"
    assert LINTER.check(text, path="a.md").facts["title"].value == "Rye Grinder"
