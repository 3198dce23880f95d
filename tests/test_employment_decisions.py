"""Each decision about words of a kind of employment decides the example it shows."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.facts._employment import OF_THIS_JOB, EmploymentWords, words_of_kinds
from postlint.facts.base import Case
from postlint.text.decisions import Decision, first_that_holds

LINTER = Linter()


@pytest.mark.parametrize("decision", OF_THIS_JOB, ids=lambda decision: decision.name)
def test_a_decision_decides_its_example(decision: Decision[EmploymentWords, bool, str]) -> None:
    case = LINTER.check(f"# Records Clerk\n\n{decision.example}", path="a.md")._case
    assert isinstance(case, Case)
    place, key = min(words_of_kinds(case))
    decides = first_that_holds(OF_THIS_JOB, EmploymentWords(case, place, key))
    assert decides is not None
    assert decides.name == decision.name


def test_what_none_decides_is_said_of_the_post() -> None:
    text = "# Records Clerk\n\nThe hall of the town is seeking a new clerk for a full-time post.\n"
    case = LINTER.check(text, path="a.md")._case
    assert isinstance(case, Case)
    ((place, key),) = words_of_kinds(case)
    assert first_that_holds(OF_THIS_JOB, EmploymentWords(case, place, key)) is None
