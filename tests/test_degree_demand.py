"""Each decision about a degree decides the example it shows, and none before it does."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.facts.base import Case
from postlint.facts.degree_demand import (
    DEMANDS,
    NO_DEGREES,
    DegreeDecision,
    DegreeWords,
    is_required,
    named_degrees,
)
from postlint.text.decisions import Decision, first_that_holds

LINTER = Linter()


@pytest.mark.parametrize("decision", DEMANDS, ids=lambda decision: decision.name)
def test_a_decision_decides_its_example(decision: DegreeDecision) -> None:
    *_, last = named_degrees(_case(decision.example))
    decides = first_that_holds(DEMANDS, last)
    assert decides is not None
    assert decides.name == decision.name


def test_a_degree_that_none_decides_is_required() -> None:
    (named,) = named_degrees(_case("You have a bachelor's degree in botany.\n"))
    assert first_that_holds(DEMANDS, named) is None
    assert is_required(named) is True


@pytest.mark.parametrize("decision", NO_DEGREES, ids=lambda decision: decision.name)
def test_words_that_are_no_degree_are_ruled_out(
    decision: Decision[DegreeWords, None, str],
) -> None:
    case = _case(decision.example)
    *_, last = case.hits["qualifications.degree"]
    assert first_that_holds(NO_DEGREES, DegreeWords(case, last)) is decision


def _case(body: str) -> Case:
    case = LINTER.check(f"# Records Clerk\n\n{body}", path="a.md")._case
    assert isinstance(case, Case)
    return case
