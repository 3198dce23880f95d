"""Fields that stand on one line with bars between them."""

from __future__ import annotations

from functools import cache

import pytest

from postlint import Linter

KINDS = ("text", "markdown", "html")


@cache
def linter() -> Linter:
    return Linter()


def fields(kind: str, line: str) -> list[tuple[str, str]]:
    if kind == "html":
        text = f"<h1>Bus Mechanic</h1><p>{line}</p><h2>Duties</h2><ul><li>Mends.</li></ul>"
    elif kind == "markdown":
        text = f"# Bus Mechanic\n\n{line}\n\n## Duties\n\n- Mends.\n"
    else:
        text = f"BUS MECHANIC\n\n{line}\n\nDUTIES\n- Mends.\n- Paints.\n"
    posting = linter().read(text, kind=kind)
    for field in posting.fields:
        # Each points at its own words, and no bar is part of any.
        assert posting.text[slice(*field.value.span)].startswith(field.value.text.split()[0])
    return [(field.key.text, field.value.text) for field in posting.fields]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Team: Depot | Location: Bend", [("Team", "Depot"), ("Location", "Bend")]),
        (
            "Location: Bend, OR  |  Grade: 7 | Yard: North",
            [("Location", "Bend, OR"), ("Grade", "7"), ("Yard", "North")],
        ),
        (
            "FLSA status: Exempt | Reports to: Fleet Manager",
            [("FLSA status", "Exempt"), ("Reports to", "Fleet Manager")],
        ),
    ],
)
def test_each_name_and_value_between_bars_is_a_field(
    kind: str, line: str, found: list[tuple[str, str]]
) -> None:
    assert fields(kind, line) == found


@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_bold_names_are_fields_too(kind: str) -> None:
    assert fields(kind, "**Location:** Bend | **Grade:** 7") == [
        ("Location", "Bend"),
        ("Grade", "7"),
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "line",
    [
        "Reports to: Fleet Manager | Depot Manager",
        "Location: Bend | apply by: post",
        "Location: Bend|Salem",
        f"Location: Bend | Salem: {'and on other days the depot that is nearest to home ' * 2}",
    ],
)
def test_other_bars_stay_in_the_value(kind: str, line: str) -> None:
    found = fields(kind, line)
    assert [value for _, value in found if "|" in value] or found == []
    assert len(found) < 2


@pytest.mark.parametrize("kind", KINDS)
def test_bars_between_unknown_names_part_nothing(kind: str) -> None:
    assert len(fields(kind, "Mend: the brakes | Paint: the doors")) < 2
