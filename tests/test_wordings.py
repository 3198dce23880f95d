"""Rules about words on sentences nobody put into their tables, each in an ordinary posting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from postlint import Employer, Linter

_SENTENCES = Path(__file__).parent / "corpus" / "wordings.txt"
_HEAD = re.compile(r"(\S+)(?: \[(\w)\])?(?: @(\S+))?$")
_EQUAL = (
    "Larkspur Library Services is an equal opportunity employer. We consider every applicant "
    "without regard to race, color, religion, sex, national origin, age, disability, genetic "
    "information, or veteran status. Call 555-0100 for help in applying."
)
_POSTING = """# {t}

Employer: Larkspur Library Services
Salary: $58,000 - $74,000 per year, with dental and health insurance
Closing date: March 14, 2027

## About the post

Larkspur Library Services keeps nine branches and one van on the road, and this office looks \
after all that they need from day to day.

## Duties

- Plans the weekly schedule of the nine branches.
- Answers questions from the public by telephone and by letter.
- Prepares the quarterly report for the board of trustees.
- Checks invoices and passes them on for payment.
{d}
## Qualifications

- Bachelor's degree, or four years of work that taught the same.
- Two years of work in an office that serves the public.
{q}
## Physical Demands

- Moves boxes of up to 30 pounds, with or without reasonable accommodation.
{p}
## Benefits

Health insurance, a pension after five years, and twelve days of leave are part of the post.{b}

## How to Apply

Send a letter and a resume to jobs@larkspur.example by the closing date.{a}

## Equal Opportunity

{e}
"""


def _sentences() -> Iterator[tuple[str, str, str, bool, str]]:
    code, section, place = "", "", ""
    for line in _SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith(("+ ", "- ")):
            yield code, section, place, line[0] == "+", line[2:]
        elif head := _HEAD.match(line):
            code, section, place = head[1], head[2] or "q", head[3] or ""


@cache
def _linter(place: str) -> Linter:
    codes = sorted({code for code, *_ in _sentences()})
    return Linter(select=codes, employer=Employer(jurisdictions=(place,)) if place else None)


@pytest.mark.parametrize(("code", "section", "place", "found", "sentence"), list(_sentences()))
def test_a_rule_about_words(
    code: str, section: str, place: str, found: bool, sentence: str
) -> None:
    """It finds what it is about in other words, and leaves other senses of the words alone."""
    parts = dict.fromkeys("dqpba", "") | {"t": "Library Operations Officer", "e": _EQUAL}
    if section in "dqp":
        parts[section] = f"- {sentence}\n"
    elif section == "e":
        parts["e"] = f"{sentence} Call 555-0100 for help in applying."
    else:
        parts[section] = sentence if section == "t" else f" {sentence}"
    text = _POSTING.format(**parts)
    start = text.index(sentence)
    places = [
        span
        for one in _linter(place).check(text).diagnostics
        if one.code == code
        for span in (one.span, *(other.span for other in one.related))
    ]
    inside = any(start <= span.start < start + len(sentence) for span in places)
    assert inside is found
