"""Forms whose columns points or bars part, and lists whose first row lost its sign."""

from __future__ import annotations

import pytest

from postlint.linter import Linter
from reading import duties, kinds

LINTER = Linter()


def _told(text: str) -> list[object]:
    report = LINTER.check(text, path="a.txt")
    return [report.facts[name].value for name in ("title", "reports_to", "closing")]


@pytest.mark.parametrize("sign", [" ........ ", " | ", "......"])
def test_points_and_bars_part_names_from_values(sign: str) -> None:
    form = [("Position", "Saw Filer"), ("Supervisor", "Mill Manager"), ("Closing date", "May 3")]
    rows = "\n".join(
        f"{name}{sign}{value}, 2027" if "May" in value else f"{name}{sign}{value}"
        for name, value in form
    )
    assert _told(f"{rows}\n\nDuties\n\n- Files band saws.\n- Grinds teeth.\n") == [
        "Saw Filer",
        "Supervisor: Mill Manager",
        "Closing date: May 3, 2027",
    ]


def test_headings_beside_their_text_are_names_of_a_form_too() -> None:
    report = LINTER.check(
        "Ice Cutter\n\nOverview | Cuts blocks for the fish market.\n"
        "Duties | Reads charts with the foreman; writes to buyers about prices; cleans the saw.\n"
        "Supervisor | Ice House Foreman\nPay | $20 per hour\n",
        path="a.txt",
    )
    assert duties(report) == [
        "Reads charts with the foreman",
        "writes to buyers about prices",
        "cleans the saw.",
    ]
    assert report.facts["title"].value == "Ice Cutter"


def test_a_table_of_contents_is_no_form() -> None:
    report = LINTER.check(
        "Ice Cutter\n\nDuties ........ 2\nAppendix ........ 3\nMaps ........ 4\n\n"
        "Duties\n\n- Cuts blocks.\n- Stacks them.\n",
        path="a.txt",
    )
    assert duties(report) == ["Cuts blocks.", "Stacks them."]


def test_wide_blanks_part_a_supervisor_from_the_field_before_it() -> None:
    text = "Ice Cutter\n\nDivision    Markets    Reports to    {}\n\nDuties\n\n- Cuts blocks.\n"
    assert _told(text.format("Market Master"))[1] == "Reports to Market Master"
    assert _told(text.format("Grade    12"))[1] is None


def test_the_first_row_of_a_list_may_lack_its_sign() -> None:
    text = "Ice Cutter\n\nDuties\n\n{}\n\n- Stacks the blocks.\n- Plans the week.\n"
    report = LINTER.check(text.format("Hauls ice to the market."), path="a.txt")
    assert duties(report)[0] == "Hauls ice to the market."
    for other in ("The cutter works alone.", "Hauls ice. It is cold."):
        report = LINTER.check(text.format(other), path="a.txt")
        assert duties(report) == ["Stacks the blocks.", "Plans the week."]


def test_requirements_to_enter_head_their_section_without_blank_rows() -> None:
    report = LINTER.check(
        "Ice Cutter\n\nGeneral Description\nCuts ice for the market.\nTypical Tasks\n"
        "Saws blocks on the lake.\nStacks them in straw.\nOils the saw.\n"
        "Entry Requirements\nHigh school diploma.\nClean driving record.\n",
        path="a.txt",
    )
    assert kinds(report)[-3:] == [
        ("General Description", "overview"),
        ("Typical Tasks", "duties"),
        ("Entry Requirements", "qualifications"),
    ]
    assert len(report.posting.duties) == 3


def test_letters_set_apart_before_a_colon_are_a_heading() -> None:
    report = LINTER.check(
        "S A W Y E R\n\nD U T I E S :\n\n- Saws planks.\n- Oils the blade.\n\n"
        "B A S I C   R E Q U I R E M E N T S :\n\n- A steady hand.\n",
        path="a.txt",
    )
    assert [kind for _, kind in kinds(report)][-2:] == ["duties", "qualifications"]
    assert duties(report) == ["Saws planks.", "Oils the blade."]


def test_numbered_headings_part_lists_numbered_below_them() -> None:
    report = LINTER.check(
        "Sawyer\n\n1. What you do\n1.1 Saw planks to order.\n1.2 Oil the blade.\n"
        "2. What we need from you\n2.1 Two years in a mill.\n2.2 Good balance.\n"
        "3. What we give\n3.1 Union scale.\n3.2 Boots and gloves.\n",
        path="a.txt",
    )
    assert [kind for _, kind in kinds(report)][-3:] == ["duties", "qualifications", "benefits"]
    assert duties(report) == ["Saw planks to order.", "Oil the blade."]


def test_a_statement_with_parts_of_its_own_stays_a_duty() -> None:
    report = LINTER.check(
        "Sawyer\n\nDUTIES\n\n1. Saws planks to order.\n1.1 Marks the logs.\n1.2 Sets the blade.\n"
        "2. Oils the machines.\n2.1 Cleans the chain.\n2.2 Fills the cups.\n",
        path="a.txt",
    )
    assert [kind for _, kind in kinds(report)][-1:] == ["duties"]
    assert "Oils the machines." in duties(report)
