"""The grammar says of every case in its corpus what the case shows, to the character."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import trees
from postlint.readers.base import Lexeme
from postlint.syntax.parser import parse_markup
from postlint.syntax.tree import Node
from trees import Example, corpus, exact

CASES = list(corpus())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_tree_is_the_one_the_case_shows(case: Example) -> None:
    assert exact(case.source) == case.tree, case.place


def _leaves(node: Node) -> list[Lexeme]:
    return [
        leaf
        for child in node.children
        for leaf in ([child] if isinstance(child, Lexeme) else _leaves(child))
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_leaves_are_the_text(case: Example) -> None:
    text = case.source
    assert "".join(text[leaf.start : leaf.end] for leaf in _leaves(parse_markup(text))) == text


def test_every_case_has_a_name_and_a_source_of_its_own() -> None:
    for what in ("name", "source"):
        counts = Counter(getattr(case, what) for case in CASES)
        assert [thing for thing, count in counts.items() if count > 1] == []


def test_the_corpus_is_there() -> None:
    assert len(CASES) >= 40


def test_the_loader_refuses_text_outside_a_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "bad.txt").write_text("a line before\n===\nA name\n===\ntext\n\n---\n(posting)\n")
    monkeypatch.setattr(trees, "CORPUS", folder)
    with pytest.raises(ValueError, match="a line before"):
        list(corpus())
