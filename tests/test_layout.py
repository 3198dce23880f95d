"""The formatter writes markup in one way, keeps its words and comments, and settles at once."""

# ruff: noqa: E501 (inputs stand on one line, as they would in a file)
from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from postlint.syntax import read_markup
from postlint.syntax.format import format_markup
from reading import outline

MESSY = """\


Network Manager
===============
**Reports to:**   Director
Salary:  $90,000
  a year


##   Duties ##
* Leads the team. “E”
%% ask Dana
    * Hires staff
   and trains them.
* Plans
  the budget.
  (E)
+ Stocks the cart. [NE]
1. One
2) Two
## Pay
Paid twice a month.
"""
TIDY = """\
# Network Manager

Reports to: Director
Salary: $90,000
  a year

## Duties

- Leads the team. (E)
  %% ask Dana
  - Hires staff
    and trains them.
- Plans
  the budget. (E)
- Stocks the cart. (NE)
1. One
2) Two

## Pay

Paid twice a month.
"""


def test_a_messy_posting_is_written_in_one_way() -> None:
    assert format_markup(MESSY) == TIDY
    assert format_markup(TIDY) == TIDY


def test_front_matter_and_newlines_stay() -> None:
    text = "---\r\ntitle: Clerk  \r\nlist:\r\n  - One\r\n---\r\n#  Clerk\r\n- Files.\r\n"
    assert format_markup(text) == (
        "---\r\ntitle: Clerk\r\nlist:\r\n  - One\r\n---\r\n\r\n# Clerk\r\n\r\n- Files.\r\n"
    )


@pytest.mark.parametrize(
    "text",
    ["", "Words.\n", "  Grade: 14\n", "    # Archivist\n", "  **Indented**\n", "Pay is competitive.*\n",
     "- Leads (E)\n  and plans.\n", "**Strategy for all of us here:** Leads.\n", "> Quoted\n", "#Slip\n"],
)  # fmt: skip
def test_what_is_in_order_is_left_alone(text: str) -> None:
    assert format_markup(text) == text


_LINES = st.lists(
    st.sampled_from(
        ["# Clerk", "##  Duties ##", "### Pay:", "Salary:  $7", "**Grade:** 7", "* Leads. “E”", "  - Plans.", "- **A.** Files.",
         "Words here.", "  more words", "", "", "%% postlint: ignore ADA002 -- x", "  %% note", "**Bold line**", "1. One",
         " (E)", "===", "---", "Grade:", "*", "(E)", "🏥 x", "    # far", "  Key: x", "- Leads.*", "<!-- c -->", "\t- Tab", "a. b"]
    ),
    max_size=25,
).map("\n".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(_LINES)
def test_formatting_keeps_the_meaning_and_the_comments_and_settles(text: str) -> None:
    new = format_markup(text)
    assert outline(read_markup(new)) == outline(read_markup(text)) or new == text
    assert [found.text for found in read_markup(new).directives] == [
        found.text for found in read_markup(text).directives
    ]
    assert new.count("%% note") == text.count("%% note")
    assert new.count("<!-- c -->") == text.count("<!-- c -->")
    assert format_markup(new) == new


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_formatted(text: str) -> None:
    new = format_markup(text)
    assert format_markup(new) == new


EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.posting"))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_examples_keep_their_words(file: Path) -> None:
    text = file.read_text("utf-8")
    new = format_markup(text)
    assert new.split() == text.split() or outline(read_markup(new)) == outline(read_markup(text))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_front_matter_that_is_never_closed_is_read_at_once(newline: str) -> None:
    text = "---\n" + "a\n" * 400
    began = time.process_time()
    format_markup(text.replace("\n", newline))
    assert time.process_time() - began < 5  # it doubled with every line
