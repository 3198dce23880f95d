"""Numbers and bullets around headings: "2.0 Duties", "A) Duties" over "1.", "Duties • a • b"."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.document.kinds import SectionKind

DECIMAL = """Pool Attendant

1.0 Position Summary
Keeps two pools safe for swimmers of every age.
2.0 Duties
2.1 Tests the water each morning.
2.2 Hoses the decks at night.
3.0 Qualifications
3.1 A lifeguard card.
3.2 A clean record.
"""
ONE_LINE = (
    "<h1>Pool Attendant</h1><p>Duties • Tests the water. • Hoses the decks.</p>"
    "<p>Qualifications • A lifeguard card. • A clean record.</p>"
)
OTHER_NUMBERS = (
    "<h1>Pool Attendant</h1><p>A) Duties</p><p>1. Tests the water.</p><p>2. Hoses the decks.</p>"
    "<p>B) Qualifications</p><p>1. A lifeguard card.</p><p>2. A clean record.</p>"
)


def _page(text: str) -> str:
    title, *lines = [line for line in text.splitlines() if line]
    return f"<h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize(
    ("source", "path"),
    [
        (DECIMAL, "pool.txt"),
        (_page(DECIMAL), "pool.html"),
        (ONE_LINE, "pool.html"),
        (OTHER_NUMBERS, "pool.html"),
    ],
)
def test_a_numbered_or_bulleted_heading_opens_its_section(source: str, path: str) -> None:
    """Each head opens its section, whose items stay its own."""
    posting = Linter().check(source, path=path).posting
    kinds = [section.kind for section in posting.sections if section.kind]
    assert kinds[-2:] == [SectionKind.DUTIES, SectionKind.QUALIFICATIONS]
    assert [duty.text.text.split()[0] for duty in posting.duties] == ["Tests", "Hoses"]
    required = posting.sections[-1].blocks
    assert len(required) == 2
    assert {type(block).__name__ for block in required} == {"Item"}


def test_a_list_numbered_through_keeps_its_items() -> None:
    """A known word in a numbered list is an item among items, and no heading."""
    source = (
        "<h1>Pool Attendant</h1><h2>What you learn</h2>"
        "<p>1. Training</p><p>2. Duties</p><p>3. Safety</p>"
    )
    posting = Linter().check(source, path="pool.html").posting
    assert all(section.kind is not SectionKind.DUTIES for section in posting.sections)
