"""Which benefits come with a post, and how a posting speaks of them."""

from __future__ import annotations

from datetime import date

import pytest

from postlint.facts import Benefits, benefits
from postlint.facts.base import Case
from postlint.facts.declared import Employer
from postlint.linter import Linter

TEXT = "# Clerk\n\n## Duties\n\n- {duty}\n\n## Benefits\n\n{line}\n"


def said(line: str, duty: str = "Files papers.") -> Benefits:
    linter = Linter()
    posting = linter.read(TEXT.format(line=line, duty=duty))
    return Case(posting, linter._plan.book, Employer(), date(2026, 11, 29))[benefits].value


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Medical, dental and vision insurance.", {"health"}),
        ("A 401(k) with matching.", {"retirement"}),
        ("403(b), 457(b).", {"retirement"}),
        ("State pension and 20 days of vacation.", {"retirement", "time off"}),
        ("Life insurance; tuition assistance.", {"other"}),
        ("A great place in health care.", set()),
        ("Tell us of a medical accommodation you need.", set()),
        ("A benefits package.", set()),
    ],
)
def test_kinds_are_named_by_what_they_are(line: str, named: set[str]) -> None:
    assert said(line).named == named


def test_what_the_work_is_about_comes_with_no_post() -> None:
    assert said("None.", "Administers retirement plans and medical leave.").named == frozenset()


def test_praise_open_ends_and_refusals_are_told_apart() -> None:
    told = said("A generous benefits package: dental insurance, a pension and more.")
    assert told.praise
    assert told.open_ends
    assert not told.denied
    assert said("This post comes with no benefits.").denied
