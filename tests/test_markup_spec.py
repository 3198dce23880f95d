"""The specification of the markup holds, example by example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lark import Lark

from postlint import Linter
from postlint.readers.base import Lexeme
from postlint.syntax import read_markup
from postlint.syntax.grammar import grammar
from postlint.syntax.markup import MAX_DEPTH, Indenter
from postlint.syntax.parser import parse_markup
from postlint.syntax.tree import Node
from trees import SPECIFICATION, VISIBLE, Example, outline, says, specification

EXAMPLES = list(specification())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"example-{example.name}")
def test_the_tree_is_the_one_the_specification_shows(example: Example) -> None:
    assert outline(example.source) == example.tree, example.place


@pytest.mark.parametrize(
    "example",
    [example for example in EXAMPLES if example.says],
    ids=lambda example: f"example-{example.name}",
)
def test_the_posting_says_what_the_specification_shows(example: Example) -> None:
    assert says(read_markup(example.source)) == example.says, example.place


def test_examples_are_numbered_from_one_without_a_gap() -> None:
    assert [example.name for example in EXAMPLES] == [str(n + 1) for n in range(len(EXAMPLES))]


def test_no_fence_is_left_out_by_a_slip() -> None:
    text = SPECIFICATION.read_text("utf-8")
    assert len(re.findall("^````", text, re.MULTILINE)) == 2 * len(EXAMPLES)


def test_no_example_is_there_twice() -> None:
    sources = [(example.source, bool(example.says)) for example in EXAMPLES]
    assert len(sources) == len(set(sources))


def test_every_terminal_and_rule_has_an_example() -> None:
    """What the grammar names, the specification shows; empty edges show as nesting."""
    shown = "".join(example.tree for example in EXAMPLES)
    text = re.sub(r"//[^\n]*", "", grammar())
    rules = re.findall(r"^([a-z]\w*):", text, re.MULTILINE)
    terminals = re.findall(r"^([A-Z]\w*)\.\d+:", text, re.MULTILINE)
    kept = Indenter.always_accept
    missing = [name for name in rules if f"({name}" not in shown]
    missing += [name for name in terminals if not re.search(rf"\b{name}\b", shown)]
    # A level of heading is like the next.
    levels = {f"{kind}{level}" for kind in ("section", "H") for level in range(1, 7)}
    assert set(missing) - levels == set(kept)


def test_no_sign_stands_in_an_example_for_itself() -> None:
    """The characters shown by signs never stand in the page as they are."""
    text = SPECIFICATION.read_text("utf-8")
    assert not set(text) & set(VISIBLE)


def test_the_grammar_has_no_conflict() -> None:
    """Lark in strict mode raises on any conflict, also on those it would settle in silence."""
    pytest.importorskip("interegular", reason="lark's strict mode needs interegular")
    Lark(grammar(), parser="lalr", lexer="basic", start="posting", postlex=Indenter(), strict=True)


def _depth(node: Node | Lexeme) -> int:
    if isinstance(node, Lexeme):
        return 0
    return 1 + max((_depth(child) for child in node.children), default=0)


def test_nesting_stops_at_the_depth_the_specification_names() -> None:
    text = "".join(" " * depth + "- word\n" for depth in range(MAX_DEPTH + 20))
    assert _depth(parse_markup(text)) == MAX_DEPTH + 1
    assert "thirty-two" in SPECIFICATION.read_text("utf-8")
    assert MAX_DEPTH == 32


EXAMPLES_FOLDER = SPECIFICATION.parents[1] / "examples"


@pytest.mark.parametrize(
    "path",
    sorted(path for path in EXAMPLES_FOLDER.iterdir() if path.suffix in {".posting", ".md"}),
    ids=lambda path: path.name,
)
def test_a_posting_in_markup_reads_the_same_as_markdown(path: Path) -> None:
    text = path.read_text("utf-8")
    linter = Linter()
    markup, markdown = (linter.read(text, kind=kind) for kind in ("markup", "markdown"))
    assert markup.title is not None
    assert markdown.title is not None
    assert markup.title.text == markdown.title.text
    for posting in (markup, markdown):
        assert posting.notices == ()
    assert [duty.text.text for duty in markup.duties] == [d.text.text for d in markdown.duties]
    assert [len(duty.markers) for duty in markup.duties] == [
        len(d.markers) for d in markdown.duties
    ]
    assert [f.key.text for f in markup.fields] == [f.key.text for f in markdown.fields]
    # Emphasis may be a heading to one and a label to the other; headings with signs agree.
    heads = [
        [(s.level, s.heading.text, s.kind) for s in posting.sections if s.heading]
        for posting in (markup, markdown)
    ]
    assert set(heads[0]) <= set(heads[1])
