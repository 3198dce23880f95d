"""A statement below a list has no heading of its own, and belongs to no section above it."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.document.kinds import SectionKind
from postlint.facts.equal_opportunity import nondiscrimination

LINTER = Linter()
LIST = "Head Gardener\n\nQualifications\n\n• Five years of experience.\n• A driver's license.\n\n"


@pytest.mark.parametrize(
    "statement",
    [
        "We provide equal employment opportunities to all employees and applicants.",
        "The borough is committed to equal employment opportunity for all.",
        "The borough adheres to a policy of nondiscrimination in employment.",
        "The borough prohibits unlawful discrimination because of race, color or sex.",
        "An Equal Opportunity Agency",
    ],
)
def test_a_statement_ends_what_applicants_need(statement: str) -> None:
    """It is the employer's, and none of the qualifications."""
    report = LINTER.check(LIST + statement + "\n")
    assert report[nondiscrimination].value == statement


def test_a_statement_in_prose_below_duties_is_the_employers() -> None:
    """What the holder of the post ensures is a duty, and stays one."""
    text = "Head Gardener\n\nDuties\n\n• Plans the beds.\n• Trains the crew.\n\n{}\n"
    own = "We are committed to equal opportunity for everybody who works here."
    duty = "The gardener ensures equal opportunity for all members of the crew."
    of = {
        line: LINTER.check(text.format(line)).posting.section_at(text.index("{")).kind
        for line in (own, duty)
    }
    assert of == {own: SectionKind.EQUAL_OPPORTUNITY, duty: SectionKind.DUTIES}
