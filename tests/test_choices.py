"""What a form prints and nobody checked is not said."""

from __future__ import annotations

import pytest

from postlint import Linter

LINTER = Linter()
FRAME = "# Fleet Clerk\n\nFLSA status: {}\n\n## Duties\n\n- Keeps files.\n- Answers letters.\n"


@pytest.mark.parametrize("kind", ["markup", "markdown", "text"])
@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ("[ ] Exempt [X] Non-exempt", "nonexempt"),
        ("[x] Exempt [ ] Non-exempt", "exempt"),
        ("\u2610 Exempt \u2612 Non-exempt", "nonexempt"),
        ("Exempt [ ] Non-exempt [X]", "nonexempt"),
        ("[ ] Exempt [ ] Non-exempt", None),
        ("\u2610 Exempt \u2610 Non-exempt", None),
        ("circle one: Exempt   Nonexempt", None),
        ("Exempt (Y/N): N", "nonexempt"),
        ("Overtime exempt? \u2610 Yes \u2612 No", "nonexempt"),
        ("Exempt from overtime? [x] Yes [ ] No", "exempt"),
        ("Exempt: Yes / No", None),
    ],
)
def test_a_row_of_boxes_says_what_is_checked(kind: str, choices: str, said: str | None) -> None:
    """A row in which nothing is checked says nothing."""
    report = LINTER.check(FRAME.format(choices), kind=kind)
    assert report.facts["flsa"].value == said
    assert report.source.given == FRAME.format(choices)


def test_a_list_of_boxes_says_what_is_checked() -> None:
    text = "Fleet Clerk\n\nDuties\n- Keeps files.\n- Sends letters.\n\nPlace\n{} At the yard\n"
    text += "{} At home\n"
    one = LINTER.read(text.format("\u2612", "\u2610"), kind="text")
    assert "At the yard" in one.content
    assert "At home" not in one.content
    # Where none is checked they are bullets.
    none = LINTER.read(text.format("\u2610", "\u2610"), kind="text")
    assert "At home" in none.content


def test_brackets_in_a_sentence_are_no_boxes() -> None:
    text = FRAME.format("exempt") + "\nSend [your] letter [1] and [ ] nothing else.\n"
    assert "nothing else" in LINTER.read(text, kind="markup").content
