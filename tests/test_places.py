"""Where what is missing is shown, and how findings at one place are brought together."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.document.kinds import SectionKind
from postlint.facts.base import Case
from postlint.rules.places import gap_span
from postlint.text.diagnostics import MissingAt, by_place

LINTER = Linter()
DUTIES = "Duties\n\n- Leads the clerks.\n- Plans the year.\n- Checks the rolls.\n"


def shown(text: str, *kinds: SectionKind) -> str:
    """Return the words at which something is shown to be missing."""
    report = LINTER.check(text)
    case = report._case
    assert isinstance(case, Case)
    span = gap_span(case, *kinds)
    assert isinstance(span, MissingAt)
    return report.source.slice(span)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (f"County Clerk\n\n{DUTIES}", SectionKind.DUTIES, "Duties"),
        (f"County Clerk\n\n{DUTIES}", SectionKind.BENEFITS, "County Clerk"),
        # A part of the duties under a name of its own does not name them.
        (
            "# County Clerk\n\n## Duties\n\n### Rolls\n\n- Keeps the rolls.\n- Mends them.\n",
            SectionKind.DUTIES,
            "Duties",
        ),
        # A deadline and a letter are details of how to apply.
        (
            f"County Clerk\n\n{DUTIES}\nFiling Deadline\n\nFriday, 4 June.\n",
            SectionKind.HOW_TO_APPLY,
            "County Clerk",
        ),
        (
            f"County Clerk\n\n{DUTIES}\nHow to Apply\n\nSend a letter.\n",
            SectionKind.HOW_TO_APPLY,
            "How to Apply",
        ),
        # A banner is drawn and no title.
        (
            f"=== JOB DETAILS ===\n\n{DUTIES}\nQualifications\n\n- Knows the law.\n",
            SectionKind.BENEFITS,
            "Duties",
        ),
    ],
)
def test_a_gap_is_shown_where_it_should_stand(text: str, kind: SectionKind, words: str) -> None:
    assert shown(text, kind) == words


def test_a_text_without_title_and_headings_shows_gaps_where_it_speaks_of_the_job() -> None:
    text = (
        "Rivers connect us all. We are looking for somebody who keeps the rolls in order. "
        "Applicants need two years of experience."
    )
    assert shown(text).startswith("We are looking for somebody")


def test_what_one_place_lacks_is_brought_together() -> None:
    report = LINTER.check(f"County Clerk\n\n{DUTIES}\nQualifications\n\n- He knows the law.\n")
    groups = by_place(report.diagnostics)
    assert sum(len(group) for group in groups) == len(report.diagnostics)
    spans = [group[0].span for group in groups if group[0].missing]
    assert len(spans) == len(set(spans))
    assert any(len(group) > 1 for group in groups)
    assert all(len(group) == 1 for group in groups if not group[0].missing)
