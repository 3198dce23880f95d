"""Each test that decides about statements of equal opportunity decides the example it shows."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.facts.around import sentence_at
from postlint.facts.base import Case
from postlint.facts.equal_opportunity import (
    DISCRIMINATE,
    EQUAL,
    Anchored,
    StatementDecision,
    equal_opportunity,
)
from postlint.facts.equity import NO_COMMITMENT, EquitySentence, equity_commitment
from postlint.text.decisions import Decision, first_that_holds

LINTER = Linter()
CASES = [
    *(pytest.param("statements.equal", EQUAL, test, id=f"equal: {test.name}") for test in EQUAL),
    *(
        pytest.param("statements.discriminate", DISCRIMINATE, test, id=f"refusal: {test.name}")
        for test in DISCRIMINATE
    ),
]


@pytest.mark.parametrize(("key", "tests", "test"), CASES)
def test_a_test_decides_its_example(
    key: str, tests: tuple[StatementDecision, ...], test: StatementDecision
) -> None:
    report = LINTER.check(f"# Records Clerk\n\n{test.example}", path="a.md")
    case = report._case
    assert isinstance(case, Case)
    (anchor, *_) = case.hits[key]
    assert first_that_holds(tests, Anchored(case, anchor)) is test
    assert bool(case[equal_opportunity].value) is (test.answer is not None)


@pytest.mark.parametrize("decision", NO_COMMITMENT, ids=lambda decision: decision.name)
def test_a_decision_finds_no_commitment_in_its_example(
    decision: Decision[EquitySentence, None, str],
) -> None:
    case = LINTER.check(f"# Records Clerk\n\n{decision.example}", path="a.md")._case
    assert isinstance(case, Case)
    (place, *_) = case.hits["statements.equity"]
    sentence = EquitySentence(case, sentence_at(case, place.start))
    decides = first_that_holds(NO_COMMITMENT, sentence)
    assert decides is not None
    assert decides.name == decision.name
    assert case[equity_commitment].value is None
