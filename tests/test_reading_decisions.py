"""Every named test of a line decides its own example, and none before it does."""

from __future__ import annotations

from typing import Any, TypeAlias

import pytest

from postlint import Linter
from postlint.readers.lines import bold, heading_form, run_in
from postlint.readers.lines.bold import BOLD
from postlint.readers.lines.bullets import bullet_length
from postlint.readers.lines.heading_capitals import CAPITALS
from postlint.readers.lines.heading_colon import COLON
from postlint.readers.lines.heading_form import FORM
from postlint.readers.lines.heading_words import WORDS
from postlint.readers.lines.judging import judge
from postlint.readers.lines.line import Around, Line
from postlint.text.decisions import Decision, Way, first_that_holds

AnyDecision: TypeAlias = Decision[Any, Any, Any]


def line_of(example: heading_form.Example) -> Line:
    around = Around(
        above=example.above,
        below=example.below,
        adjacent=example.adjacent,
        after_heading=example.after_heading,
        bullet_below=bool(example.below) and bullet_length(example.below) > 0,
        headed=example.headed,
        piece=example.piece,
        questionnaire=example.questionnaire,
        alike=example.alike,
    )
    return Line(example.text, around)


@pytest.mark.parametrize("test", FORM, ids=lambda test: test.name)
def test_a_row_that_its_form_rules_out_is_no_heading(test: AnyDecision) -> None:
    line = line_of(test.example)
    assert first_that_holds(FORM, line) is test
    assert judge(line.text, line.around) is None


@pytest.mark.parametrize("test", WORDS, ids=lambda test: test.name)
def test_a_plain_row_is_decided_by_the_test_that_shows_it(test: AnyDecision) -> None:
    line = line_of(test.example)
    assert first_that_holds(FORM, line) is None
    line.look_up()
    assert not line.capitals
    assert not line.colon
    assert first_that_holds(WORDS, line) is test
    heading = judge(line.text, line.around)
    assert (heading is None) is (test.answer is None)


@pytest.mark.parametrize(
    ("tests", "test"),
    [(tests, test) for tests in (CAPITALS, COLON) for test in tests],
    ids=lambda test: getattr(test, "name", ""),
)
def test_a_row_in_capitals_or_with_a_colon_is_decided_by_the_test_that_shows_it(
    tests: tuple[AnyDecision, ...], test: AnyDecision
) -> None:
    line = line_of(test.example)
    assert first_that_holds(FORM, line) is None
    line.look_up()
    assert line.capitals is (tests is CAPITALS)
    assert line.capitals or line.colon
    assert first_that_holds(tests, line) is test
    heading = judge(line.text, line.around)
    assert (heading is None) is (test.answer is None)


@pytest.mark.parametrize("step", run_in.BEGINNINGS, ids=lambda step: step.name)
def test_a_line_is_read_by_the_first_step_that_finds_something_run_in(
    step: Way[run_in.Beginning, run_in.Ran, run_in.Beginning],
) -> None:
    finds = [each for each in run_in.BEGINNINGS if each.read(step.example) is not None]
    assert finds[:1] == [step]
    assert run_in.run_in(*step.example[:2], alone=step.example.alone) == step.read(step.example)


def named_of(example: run_in.Beginning) -> run_in.NamedRow:
    text = example.text
    return run_in.NamedRow(text, text.index(":"), example.section, alone=example.alone)


@pytest.mark.parametrize("test", BOLD, ids=lambda test: test.name)
def test_a_bold_name_is_decided_by_the_test_that_shows_it(test: AnyDecision) -> None:
    assert first_that_holds(BOLD, test.example) is test
    assert bold.bold_name(test.example) is test.answer


def test_a_bold_name_is_the_same_in_plain_text_and_in_a_page() -> None:
    found = run_in.run_in("**Of the hall:** the brass one", None, alone=False)
    assert found is not None
    assert found[0] is bold.bold_name(bold.BoldName("Of the hall", "the brass one"))


@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_a_sentence_in_bold_is_no_heading(kind: str) -> None:
    stress = "The hall is closed on all days of the week but one"
    for line, heads in ((stress, False), ("Papers of the hall", True), (f"{stress}:", True)):
        text = f"# Clerk\n\n**{line}**\n\nThe clerk keeps the papers.\n"
        sections = Linter().read(text, kind=kind).sections
        words = [each.heading.text.rstrip(":") for each in sections if each.heading is not None]
        assert (line.rstrip(":") in words) is heads


@pytest.mark.parametrize("test", run_in.NO_NAME, ids=lambda test: test.name)
def test_what_names_nothing_is_not_run_in(test: AnyDecision) -> None:
    assert first_that_holds(run_in.NO_NAME, named_of(test.example)) is test


@pytest.mark.parametrize("test", run_in.NAMES, ids=lambda test: test.name)
def test_words_before_a_colon_are_decided_by_the_test_that_shows_them(
    test: AnyDecision,
) -> None:
    named = named_of(test.example)
    assert first_that_holds(run_in.NO_NAME, named) is None
    named.look_up()
    assert first_that_holds(run_in.NAMES, named) is test
    found = run_in.run_in(test.example.text, test.example.section, alone=test.example.alone)
    assert (found[0] if found else None) is test.answer


@pytest.mark.parametrize(
    "tests", [BOLD, FORM, CAPITALS, COLON, WORDS, run_in.NO_NAME, run_in.NAMES]
)
def test_no_two_tests_have_one_name(tests: tuple[AnyDecision, ...]) -> None:
    assert len({test.name for test in tests}) == len(tests)
