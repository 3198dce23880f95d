"""Marks of essential duties, in the shapes people give them."""

from __future__ import annotations

import pytest

from postlint import Linter, Report, Verdict
from postlint.facts.essential import duty_essential, essential, essential_device, essential_legend

_AFTER = "\nQualifications\n\n• Five years of experience.\n• A degree in horticulture.\n"


def check(duties: str) -> Report:
    """Check a posting whose duties stand as they are given."""
    return Linter().check(f"Director of Parks\n\nDuties\n\n{duties}{_AFTER}")


def verdict(report: Report, code: str) -> Verdict:
    return next(record.verdict for record in report.outcomes if record.code == code)


STARRED = [
    # At the end of the words, with a footnote that looks like another item.
    "• Plans the parks' budget*\n• Hires the crews*\n• Sits in meetings\n\n* Essential function\n",
    # Before the words, behind a number or a bullet.
    (
        "Duties with a star are essential functions.\n\n"
        "1. *Plans the parks' budget\n2. *Hires the crews\n3. Sits in meetings\n"
    ),
    # Before the number.
    (
        "*1. Plans the parks' budget\n*2. Hires the crews\n3. Sits in meetings\n\n"
        "* Denotes an essential function\n"
    ),
]
LETTERED = [
    (
        "(E) Plans the parks' budget\n(E) Hires the crews\n(M) Sits in meetings\n\n"
        "E: essential function; M: marginal function\n"
    ),
    (
        "1. Plans the parks' budget - Essential\n2. Hires the crews - Essential\n"
        "3. Sits in meetings - Marginal\n"
    ),
    (
        "• Essential: Plans the parks' budget\n• Essential: Hires the crews\n"
        "• Non-essential: Sits in meetings\n"
    ),
    "• Plans the parks' budget    E\n• Hires the crews    E\n• Sits in meetings    M\n",
]


@pytest.mark.parametrize("duties", [*STARRED, *LETTERED])
def test_marks_at_either_end_are_read(duties: str) -> None:
    """Three duties, of which two are marked; what explains the mark is none."""
    report = check(duties)
    assert report[essential].value == "per-duty"
    assert report[duty_essential].value == (True, True, False)
    assert verdict(report, "ADA001") is Verdict.PASS


@pytest.mark.parametrize("duties", STARRED)
def test_what_a_star_means_is_read(duties: str) -> None:
    """The footnote, or the sentence above the list."""
    report = check(duties)
    assert "ssential function" in (report[essential_legend].value or "")
    assert verdict(report, "ADA002") is Verdict.PASS


def test_numbering_by_letters_is_no_mark() -> None:
    """A list has one item (E)."""
    report = check("".join(f"({letter}) Keeps the {letter} roll\n" for letter in "ABCDEF"))
    assert report[essential].value == "none"


def test_days_of_the_week_are_no_marks() -> None:
    """A bare M says nothing where nothing is marked E."""
    report = check("• M - F opens the gates\n• M - S waters the beds\n• Prunes the roses\n")
    assert set(report[duty_essential].value) == {None}
    assert not report[essential_device].value.marginal_marks


def test_a_lone_star_at_the_end_of_a_text_is_read() -> None:
    """Nothing stands behind it."""
    text = "Director of Parks\n\nDuties (* marks essential functions)\n\n1. Plans\n2. Hires\n3. *"
    assert Linter().check(text)[essential].value == "section"


def test_a_star_that_is_the_lists_own_bullet_is_no_mark() -> None:
    """Every duty has one."""
    report = check("* Plans the budget\n* Hires the crews\n\nA star marks an essential function.\n")
    assert set(report[duty_essential].value) == {None}


def test_a_heading_explains_the_letter_in_it() -> None:
    """It heads all duties, and says what the letter behind some of them means."""
    text = (
        "# Director of Parks\n\n## Essential functions (E) and other duties\n\n"
        "- Plans the budget. (E)\n- Hires the crews. (E)\n- Sits in meetings.\n"
    )
    report = Linter().check(text)
    assert report[duty_essential].value == (True, True, False)
    assert verdict(report, "ADA002") is Verdict.PASS


def test_a_heading_with_a_letter_explains_nothing_that_is_missed() -> None:
    """Where no duty bears the letter, the heading is what marks them."""
    text = "Director of Parks\n\nESSENTIAL FUNCTIONS (E)\n\n• Plans the budget\n• Hires the crews\n"
    report = Linter().check(text + _AFTER)
    assert report[essential].value == "section"
    assert verdict(report, "ADA002") is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    "sentence",
    ["Essential functions are in bold.", "Italicized duties are not essential to the job."],
)
def test_how_words_are_set_is_not_read(sentence: str) -> None:
    """The text says that bold marks them; which words were bold it no longer shows."""
    report = check(f"{sentence}\n\n• Plans the budget\n• Hires the crews\n• Sits in meetings\n")
    assert verdict(report, "ADA001") is Verdict.CANNOT_TELL
