"""Each decision whether an amount is pay decides the example it shows."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.facts.base import Case
from postlint.facts.money import amounts
from postlint.facts.wages import WAGES, Figure
from postlint.text.decisions import Decision, first_that_holds

LINTER = Linter()


@pytest.mark.parametrize("decision", WAGES, ids=lambda decision: decision.name)
def test_a_decision_decides_its_example(decision: Decision[Figure, bool, str]) -> None:
    case = LINTER.check(f"# Records Clerk\n\n{decision.example}", path="a.md")._case
    assert isinstance(case, Case)
    *_, last = amounts(case)
    figure = Figure(case, last)
    assert figure.other is None
    assert first_that_holds(WAGES, figure) is decision


def test_no_two_decisions_have_one_name() -> None:
    assert len({decision.name for decision in WAGES}) == len(WAGES)
