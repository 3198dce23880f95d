"""One posting in every shape postings are pasted in: the same sections and duties are found."""

# ruff: noqa: E501 (glued text stands on one line, as it would in a file)
from __future__ import annotations

import textwrap

import pytest

from postlint import Linter
from postlint.document.kinds import SectionKind
from postlint.document.posting import Posting

LINTER = Linter()

TITLE = "Network Services Manager"
SUMMARY = (
    "The manager looks after the wires, radios and switches of the schools of Hull. She has a "
    "crew of six, and answers for all that joins one school to another by day and by night."
)
DUTIES = [
    "Leads six technicians who keep the networks of twenty-two schools in order, and coaches them through the year.",
    "Plans the yearly budget for switches and radios with the principals and presents it to the board each spring.",
    "Negotiates contracts with the firms that bring the lines to the schools, and measures what they deliver.",
    "Writes the plan by which the schools go on when the lines are cut, and tests it twice a year with all of them.",
]
NEEDS = [
    "A bachelor's degree in computing, or six years of work that taught the same things.",
    "Three years of experience leading people who work with their hands and with ladders.",
]
PAY = "The salary is $84,000 to $97,000 per year, with a pension and health insurance."
SECTIONS = [SectionKind.DUTIES, SectionKind.QUALIFICATIONS]


def shape(
    bullet: str,
    line: str = "\n",
    heads: tuple[str, str, str] = ("Duties", "Minimum qualifications", "Pay"),
) -> str:
    """Return the posting with bullets and headings of a kind."""
    duties = line.join(f"{bullet}{duty}" for duty in DUTIES)
    needs = line.join(f"{bullet}{need}" for need in NEEDS)
    return f"{TITLE}\n\n{SUMMARY}\n\n{heads[0]}\n\n{duties}\n\n{heads[1]}\n\n{needs}\n\n{heads[2]}\n\n{PAY}\n"


def wrapped(width: int, bullet: str = "• ") -> str:
    """Return the posting with lines broken at a width, as mail programs break them."""
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_on_hyphens=False))
        for line in shape(bullet).split("\n")
    )


def found(posting: Posting) -> list[str]:
    return [" ".join(duty.text.text.split()) for duty in posting.duties]


def kinds(posting: Posting) -> list[SectionKind]:
    return [
        section.kind for section in posting.sections if section.heading and section.kind in SECTIONS
    ]


def check(text: str, **options: str) -> Posting:
    posting = LINTER.read(text, **{"kind": "text", **options})
    assert found(posting) == DUTIES
    assert kinds(posting) == SECTIONS
    assert LINTER.check_posting(posting).is_posting
    return posting


@pytest.mark.parametrize("bullet", ["• ", "- ", "* ", "\uf0b7 ", "o ", "1. ", "•\n", ""])
def test_bullets_of_any_kind_and_none(bullet: str) -> None:
    """Without bullets it is one sentence a line."""
    check(shape(bullet))


@pytest.mark.parametrize("line", ["\n\n", "\r\n", "\r\n\r\n", "\n \n"])
def test_lines_apart_and_newlines_of_any_kind(line: str) -> None:
    check(shape("- ", line))


@pytest.mark.parametrize(
    "heads",
    [
        ("DUTIES", "MINIMUM QUALIFICATIONS", "PAY"),
        ("Duties:", "Minimum qualifications:", "Pay:"),
        ("What you will do", "What you need to bring", "What we offer"),
        ("**Essential Functions**", "**Requirements**", "**Compensation**"),
    ],
)
def test_headings_of_any_kind(heads: tuple[str, str, str]) -> None:
    check(shape("• ", heads=heads))


@pytest.mark.parametrize("width", [60, 66, 72, 80, 90, 100, 110])
@pytest.mark.parametrize("bullet", ["• ", "- ", "1. "])
def test_hard_wrapped_at_any_width(width: int, bullet: str) -> None:
    check(wrapped(width, bullet))


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_hard_wrapped_with_a_blank_line_behind_every_item(width: int) -> None:
    text = "\n".join(wrapped(width).split("\n"))
    check(text.replace("\n•", "\n\n•"))


def test_one_glued_line() -> None:
    """Headings and bullets follow one another without a blank or a newline."""
    text = (
        f"{TITLE}{SUMMARY}Duties:{''.join(f'• {duty}' for duty in DUTIES)}"
        f"Minimum qualifications:{''.join(f'• {need}' for need in NEEDS)}Pay:{PAY}"
    )
    posting = LINTER.read(text, kind="text")
    assert found(posting) == DUTIES
    assert kinds(posting) == SECTIONS


def test_one_glued_line_without_bullets() -> None:
    text = (
        f"{SUMMARY} Duties: {' '.join(DUTIES)} Minimum Qualifications: {' '.join(NEEDS)} Pay: {PAY}"
    )
    posting = LINTER.read(text, kind="text")
    assert found(posting) == DUTIES
    assert kinds(posting) == SECTIONS


_TWO_COLUMNS = """\
Job Title:        Network Services Manager      Department:    Technology
Reports to:       Chief Technology Officer      FLSA Status:   Exempt
Salary:           $84,000 - $97,000             Location:      Hull
Opening Date:     04/01/2026                    Closing Date:  05/01/2026

"""


@pytest.mark.parametrize("joint", ["      ", "\t"])
def test_two_columns_of_fields(joint: str) -> None:
    rows = [
        joint.join(part.strip() for part in (line[:46], line[46:]))
        for line in _TWO_COLUMNS.strip().split("\n")
    ]
    posting = check("\n".join(rows) + "\n\n" + shape("• ").partition("\n\n")[2])
    said = {field.key.text: " ".join(field.value.text.split()) for field in posting.fields}
    assert said["Reports to"] == "Chief Technology Officer"
    assert said["FLSA Status"] == "Exempt"
    assert said["Closing Date"] == "05/01/2026"
    assert said["Salary"] == "$84,000 - $97,000"


_QUESTIONS = """\

Network Services Manager Supplemental Questionnaire

* 1. Which of these best describes your highest degree?
    O High school diploma
    O Bachelor's degree
    O Master's degree

* 2. How many years have you led a crew of technicians?
    O Less than three years
    O Three years or more

* 3. Tell us of a network you planned, how you paid for it, and what went wrong.

* Required Question
"""
_TERMS = """\

Terms of use

By using this job board you agree to be bound by these rules. You are responsible for the account you open here and for what is done with it. We may close an account at any time.

Privacy

We keep the resumes you upload for two years. We may share them with firms that help us run this board.

Cookies

This site uses cookies to remember you.

Sign in | Saved jobs | Help | © 2026 Harbor Jobs. All rights reserved.
"""


@pytest.mark.parametrize("behind", [_QUESTIONS, _TERMS, _QUESTIONS + _TERMS])
@pytest.mark.parametrize("bullet", ["• ", ""])
def test_a_questionnaire_or_terms_of_use_behind(behind: str, bullet: str) -> None:
    """They bring no duties, and do not make the posting something else."""
    check(shape(bullet) + behind)
