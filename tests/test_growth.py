"""Twice the text is twice the work: counted in calls, which no busy machine changes.

`benchmarks/growth.py` measures every family of text in seconds; here stand
those that once grew faster, and the two functions that keep them from it.
"""

from __future__ import annotations

import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from lsprotocol.types import Position

from postlint.lsp.positions import SourceLines
from postlint.text.source import Span, merged, touches

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import growth

SIZE = 16_000
# In proportion it is 2 and a little less, for what every text costs.
TOO_MUCH = 2.05

spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 6)).map(lambda at: Span(at[0], at[0] + at[1]))
)


@given(spans, spans)
def test_to_touch_stretches_is_to_overlap_a_span(some: list[Span], others: list[Span]) -> None:
    stretches = merged(some)
    assert {n for one in some for n in range(*one)} == {n for one in stretches for n in range(*one)}
    assert all(one.end <= other.start for one, other in pairwise(stretches))
    for other in others:
        assert touches(stretches, other) == any(one.overlaps(other) for one in some)


@given(
    st.text("a\u00e9\u201c\U0001f3eb\n\r", max_size=30),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
)
def test_positions_are_those_of_a_slow_count(text: str, encoding: str) -> None:
    lines = SourceLines(text, encoding)
    for offset in range(len(text) + 1):
        found = lines.position(offset)
        before = text[lines.line_start(found.line) : offset]
        size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
        codec = encoding if size == 1 else f"{encoding}-le"
        assert found.character == len(before.encode(codec)) // size
        if not before.endswith(("\r", "\n")):
            assert lines.offset(found) == offset
            # Inside a character of several units it is where the character begins.
            assert lines.offset(Position(found.line, found.character + 1)) >= offset
        assert lines.offset(Position(found.line, 1000)) == lines.line_start(found.line) + len(
            lines.line_text(found.line)
        )


@cache
def tasks() -> dict[str, growth.Task]:
    return {task.name: task for task in (*growth.catalogue(), *growth.operations())}


@pytest.mark.parametrize(
    "name",
    [
        "case of ADA007",
        "case of EQTY032",
        "case of QUAL006",
        "case of QUAL010",
        "words of ADA008",
        "one word of EQTY005",
        "html: fields",
        "text: pairs",
        "check: postings",
        "editor: quotes",
        "editor: zero-width signs",
        "editor: open directives",
    ],
)
def test_what_grew_too_fast_grows_with_the_text(name: str) -> None:
    task = tasks()[name]
    first, second = growth.called(task, SIZE)
    assert second <= TOO_MUCH * first, second / first
