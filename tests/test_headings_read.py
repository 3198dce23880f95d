"""Which lines head sections and which do not, by how a posting is set rather than its words."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.document.kinds import SectionKind

LINTER = Linter()
REST = "Fen College keeps a map room of forty thousand sheets, lends them, and answers its readers."


def _headings(text: str, path: str = "a.txt") -> list[tuple[str, SectionKind | None]]:
    sections = LINTER.check(text, path=path).posting.sections
    return [(each.heading.text, each.kind) for each in sections if each.heading is not None]


def _words(text: str, path: str = "a.txt") -> list[str]:
    return [words for words, _ in _headings(text, path)]


@pytest.mark.parametrize(
    "heading",
    [
        "# {{ page.title }}",
        "# {{page.title}}\n\n{% include map.html %}",
        "# Fen College - Map Librarian",
        "# Fen College\n\n### Map Librarian",
    ],
)
def test_the_title_said_once_more_heads_no_section(heading: str) -> None:
    """A page's own heading is the title, whoever wrote it out and whatever stands before it."""
    front = '---\ntitle: "Fen College - Map Librarian"\ndate: 2027-01-04\n---\n\n'
    text = f"{front}{heading}\n\n{REST}\n\n## Duties\n\n- Keeps the maps.\n- Answers readers.\n"
    kinds = dict(_headings(text, "a.md"))
    assert kinds.pop("Duties") is SectionKind.DUTIES
    assert all(kind is None for words, kind in kinds.items() if "Librarian" in words)


def test_a_heading_about_the_post_is_not_its_title() -> None:
    """Words before the title's make another heading of it, where no sign sets them apart."""
    text = f"# Map Librarian\n\n{REST}\n\n## About the Map Librarian\n\n{REST}\n"
    words, kind = _headings(text, "a.md")[1]
    assert words == "About the Map Librarian"
    assert kind is not None


@pytest.mark.parametrize(
    "listed",
    [
        "open days:\n  - link: https://fen.example/a\n    date: 2027-01-04\n",
        "talks:\n- room: Hall\n  day: Monday\n- room: Loft\n  day: Friday\n",
        "Offices:\n  - city: Fenton\n    zip: 04101\n    phone: none\n",
    ],
)
def test_records_in_front_matter_are_data(listed: str) -> None:
    """A list whose items name their parts heads nothing; its parts are fields."""
    text = f"---\ntitle: Map Librarian\n{listed}---\n\n## Duties\n\n- Keeps the maps.\n"
    report = LINTER.check(text, path="a.md")
    assert _words(text, "a.md") == ["Duties"]
    assert len(report.posting.fields) > 2


def test_a_list_of_records_that_hold_lists_is_still_read_as_lines() -> None:
    """Duties that somebody grouped in front matter are not lost as data."""
    goals = "key objectives:\n  - title: Keep maps\n    items:\n      - Catalogs new sheets.\n"
    text = f"---\ntitle: Map Librarian\n{goals}---\n\n{REST}\n"
    assert "key objectives" in _words(text, "a.md")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (f"{REST}\nResponsibilities\n{REST}", ["Responsibilities"]),
        (f"{REST}\nQualifications\nA degree in geography or library science.", ["Qualifications"]),
        (f"{REST}\nDuties include:\n\n- Keeps maps.\n- Answers readers.", ["Duties include"]),
        (f"The clerk shares these\nResponsibilities\n{REST}", []),
    ],
)
def test_a_line_of_known_words_in_a_paragraph(lines: str, found: list[str]) -> None:
    """It heads what is below it where a sentence ends above and another stands below."""
    text = f"# Map Librarian\n\n### Description\n\n{lines}\n"
    assert _words(text, "a.md")[2:] == found


@pytest.mark.parametrize(
    "heading",
    [
        "A few things the college is proud to have:",
        "By the end of your first year:",
        "Reasons you may like us:",
    ],
)
def test_a_line_with_a_colon_apart_from_the_rest_heads_the_rows_below_it(heading: str) -> None:
    """Its words need not be known; rows without bullets are rows."""
    text = f"Map Librarian\n\n{REST}\n\n{heading}\nKeep the maps\nLend the maps\nClean the maps\n"
    assert _words(text)[-1] == heading.rstrip(":")


@pytest.mark.parametrize(
    "line",
    [
        "If you have questions, please write to:",
        "To see the full description, follow this link:",
        "These are due on Monday:",
        "The college works together with:",
    ],
)
def test_a_line_that_speaks_to_the_applicant_or_goes_on_heads_nothing(line: str) -> None:
    """Such a line belongs to the paragraph it ends."""
    text = f"Map Librarian\n\n{REST}\n\n{line}\nThe map room\nFenton\n"
    assert line.rstrip(":") not in _words(text)
