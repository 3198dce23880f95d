"""While somebody types, what was read before stands in for nothing that the edit has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from postlint import Linter
from postlint.document import markers
from postlint.facts.duties import judging
from postlint.syntax import parser

TEXTS = [
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent.parent / "examples").glob("*.posting"))
]
LINTER = Linter()
WORDS = [
    "a",
    " ",
    "\n",
    "- ",
    "(E)",
    " (E)\n",
    "# ",
    "Leads the team. ",
    "\n\n",
    "*",
    "é",
    "ﬁ",
    "😀",
]


def said(text: str) -> tuple[Any, ...]:
    """Return all that a check says, with what each duty was taken for."""
    report = LINTER.check(text, path="typed.posting", kind="markup")
    return report.diagnostics, report.outcomes, dict(report.facts), dict(report.measures)


def forget() -> None:
    """Forget what is remembered from one text to the next."""
    judging._judged.clear()
    markers.marker_start.cache_clear()
    parser.parse_markup.cache_clear()


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(TEXTS),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(WORDS)),
        min_size=1,
        max_size=4,
    ),
)
def test_a_text_typed_letter_by_letter_is_answered_as_one_read_for_the_first_time(
    text: str, edits: list[tuple[float, int, str]]
) -> None:
    forget()
    said(text)
    for place, cut, words in edits:
        at = int(place * len(text))
        text = text[:at] + words + text[at + cut :]
        warm = said(text)
    forget()
    assert warm == said(text)


def test_a_duty_that_stands_elsewhere_is_judged_once() -> None:
    forget()
    duties = ["Leads the network team.", "Repairs printers.", "Leads the network team."]
    first = judging.classify_all(duties)
    assert len(judging._judged) == 2
    assert judging.classify_all(duties[::-1])[0].evidence == first[0].evidence
    for number in range(judging._REMEMBERED + 1):
        judging.classify(f"Repairs printer {number}.")
    assert len(judging._judged) <= judging._REMEMBERED
