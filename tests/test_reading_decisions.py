"""Every named test of the plain reader decides its own example, and none before it does."""

from __future__ import annotations

import pytest

from postlint.readers.plain import fields, heading_tests
from postlint.readers.plain.bullets import bullet_length
from postlint.readers.plain.headings import Around, Line
from postlint.readers.plain.judging import judge


def line_of(example: heading_tests.Example) -> Line:
    around = Around(
        above=example.above,
        below=example.below,
        adjacent=example.adjacent,
        after_heading=example.after_heading,
        bullet_below=bool(example.below) and bullet_length(example.below) > 0,
        headed=example.headed,
        piece=example.piece,
        asked=example.asked,
    )
    return Line(example.text, around)


@pytest.mark.parametrize("test", heading_tests.FORM, ids=lambda test: test.name)
def test_a_row_that_its_form_rules_out_is_no_heading(test: heading_tests.Test) -> None:
    line = line_of(test.example)
    assert heading_tests.first_that_holds(heading_tests.FORM, line) is test
    assert judge(line.text, line.around) is None


@pytest.mark.parametrize("test", heading_tests.PLAIN, ids=lambda test: test.name)
def test_a_plain_row_is_decided_by_the_test_that_shows_it(test: heading_tests.Test) -> None:
    line = line_of(test.example)
    assert heading_tests.first_that_holds(heading_tests.FORM, line) is None
    line.look_up()
    assert not line.capitals
    assert not line.colon
    assert heading_tests.first_that_holds(heading_tests.PLAIN, line) is test
    heading = judge(line.text, line.around)
    assert (heading is None) is (test.style is None)


def named_of(example: fields.Example) -> fields.Named:
    text = example.text
    return fields.Named(text, text.index(":"), example.section, alone=example.alone)


@pytest.mark.parametrize("test", fields.NO_NAME, ids=lambda test: test.name)
def test_what_names_nothing_is_not_run_in(test: fields.Test) -> None:
    assert fields.first_that_holds(fields.NO_NAME, named_of(test.example)) is test


@pytest.mark.parametrize("test", fields.NAMES, ids=lambda test: test.name)
def test_words_before_a_colon_are_decided_by_the_test_that_shows_them(test: fields.Test) -> None:
    named = named_of(test.example)
    assert fields.first_that_holds(fields.NO_NAME, named) is None
    named.look_up()
    assert fields.first_that_holds(fields.NAMES, named) is test
    found = fields.run_in(test.example.text, test.example.section, alone=test.example.alone)
    assert (found[0] if found else None) is test.what


@pytest.mark.parametrize(
    "tests", [heading_tests.FORM, heading_tests.PLAIN, fields.NO_NAME, fields.NAMES]
)
def test_no_two_tests_have_one_name(tests: tuple[heading_tests.Test, ...]) -> None:
    assert len({test.name for test in tests}) == len(tests)
