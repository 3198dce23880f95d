"""While somebody types, what was read before stands in for nothing that the edit has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given, settings, strategies as st

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
PIECES = [
    *WORDS, "\n\n", "\r\n", "\r\n\r\n", "\r", " \n", "\n \n", "---\n", "===", "Pay: 1\n", "%% note",
    "<!-- ", " -->", "%% postlint: ignore X\n", "**Bold**\n",
    "1. ", "## Duties\n", "\t", "\x0b", "\u2028",
]  # fmt: skip


def said(text: str) -> tuple[Any, ...]:
    """Return all that a check says, with what each duty was taken for."""
    report = LINTER.check(text, path="typed.posting", kind="markup")
    return report.diagnostics, report.outcomes, dict(report.facts), dict(report.measures)


def forget() -> None:
    """Forget what is remembered from one text to the next."""
    judging._judged.clear()
    markers.marker_start.cache_clear()
    parser.parse_markup.cache_clear()
    parser._cut.cache_clear()


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


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_lines_are_cut_one_by_one_as_the_whole_text_is(text: str) -> None:
    whole = [(token.type, token.start_pos, str(token)) for token in parser._lexer().lex(text)]
    for _ in range(2):  # and from memory
        found = [(token.type, token.start_pos, str(token)) for token in parser.terminals(text)]
        assert found == whole


def test_a_duty_that_stands_elsewhere_is_judged_once() -> None:
    forget()
    duties = ["Leads the network team.", "Repairs printers.", "Leads the network team."]
    first = judging.classify_all(duties)
    assert len(judging._judged) == 2
    assert judging.classify_all(duties[::-1])[0].evidence == first[0].evidence
    for number in range(judging._REMEMBERED + 1):
        judging.classify(f"Repairs printer {number}.")
    assert len(judging._judged) <= judging._REMEMBERED
