"""Which words lead to the full description of a post."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.facts import full_description

LINTER = Linter(select=["LEAD001"])


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        ("For the complete job listing and to apply, follow the link.", True),
        ("Position Description - Officer 9 (PDF)", True),
        ("More details can be found in the position description.", True),
        ("A complete job description, with its demands, may be read at the office.", True),
        ("To view the complete listing and to apply, click here.", True),
        ("For a detailed listing of our benefits, open the menu.", False),
        ("Give a complete description of your work at each employer.", False),
        ("This is not a complete job description.", False),
        ("The clerk works as described in this job description.", False),
        ("Our page has a complete listing of open posts.", False),
    ],
)
def test_a_text_leads_to_its_full_description(words: str, leads: bool) -> None:
    report = LINTER.check(f"# Clerk\n\n## Duties\n\n- Keeps the rolls.\n\n## More\n\n{words}\n")
    assert report[full_description].value is leads
