"""Each test that decides whose line a verb of reporting states decides the example it shows."""

from __future__ import annotations

import re

import pytest

from postlint import Linter
from postlint.facts.base import Case
from postlint.facts.reporting.subjects import SUBJECTS, Clause, SubjectDecision
from postlint.facts.reporting.supervisor import after_pair, named_supervisor
from postlint.facts.reporting.verbs import (
    NO_LINE,
    NO_SUPERVISOR,
    Stated,
    StatedDecision,
    verb_line,
)
from postlint.text.decisions import first_that_holds

LINTER = Linter()


def _case(body: str) -> Case:
    report = LINTER.check(f"# Records Clerk\n\n{body}", path="a.md")
    case = report._case
    assert isinstance(case, Case)
    return case


@pytest.mark.parametrize("test", SUBJECTS, ids=lambda test: test.name)
def test_a_test_decides_its_example(test: SubjectDecision) -> None:
    case = _case(test.example)
    forms = ("report", "reports", "reporting", "responsible", "direct")
    at = max(i for i, word in enumerate(case.words.words) if word in forms[:4] or word == "direct")
    start = max(
        (m.end() for m in re.finditer(r"\n\n|^- ", case.text[: case.words.starts[at]], re.M)),
        default=0,
    )
    first = next(i for i, place in enumerate(case.words.starts) if place >= start)
    if "direct" in case.words.words[first:at]:
        at = case.words.words.index("direct", first)
    clause = Clause(case, first, at)
    assert first_that_holds(SUBJECTS, clause) is test


def _stated(body: str) -> Stated:
    case = _case(body)
    *_, place = (at for key in ("verb", "slip") for at in case.hits.places(f"reporting.{key}"))
    return Stated(case, *place)


@pytest.mark.parametrize("test", NO_LINE, ids=lambda test: test.name)
def test_a_verb_that_states_no_line_is_shown(test: StatedDecision) -> None:
    stated = _stated(test.example)
    assert first_that_holds(NO_LINE, stated) is test
    assert verb_line(stated.case, stated.first, stated.stop) is None


@pytest.mark.parametrize("test", NO_SUPERVISOR, ids=lambda test: test.name)
def test_a_name_that_is_no_supervisor_is_shown(test: StatedDecision) -> None:
    stated = _stated(test.example)
    assert first_that_holds(NO_LINE, stated) is None
    assert stated.subject is not None
    limit = stated.bounds.stop
    name, _ = named_supervisor(
        stated.case, after_pair(stated.case, stated.stop, limit), max(limit, stated.stop)
    )
    assert name is not None
    stated.name = name
    assert first_that_holds(NO_SUPERVISOR, stated) is test
    assert verb_line(stated.case, stated.first, stated.stop) is None


@pytest.mark.parametrize("tests", [SUBJECTS, NO_LINE, NO_SUPERVISOR])
def test_no_two_tests_have_one_name(tests: tuple[SubjectDecision | StatedDecision, ...]) -> None:
    assert len({test.name for test in tests}) == len(tests)
