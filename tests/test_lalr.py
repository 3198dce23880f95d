"""Lexemes give the tree that lark itself makes of them, and are refused where lark refuses them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given, strategies as st
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer

from postlint.errors import ReaderFault
from postlint.readers.base import Lexeme
from postlint.readers.plain import PlainReader
from postlint.syntax.grammar import grammar
from postlint.syntax.lalr import parse_lexemes
from postlint.syntax.markup import Indenter
from postlint.syntax.parser import parse_markup
from postlint.syntax.tree import Node
from strategies import TEXTS, law

KINDS = (
    "H1 H2 H3 H6 KEY BULLET LABEL LINE MORE MARK BLANK NOISE COMMENT DIRECTIVE SLIP INDENT DEDENT"
).split()


class Given(Lexer):
    """Lark's door for lexers of others: lets lexemes in as they are."""

    def __init__(self, conf: object) -> None:
        """Take lark's configuration, of which nothing is needed."""

    def lex(self, data: Any) -> Iterator[Token]:  # type: ignore[override]
        for lexeme in data:
            yield Token(lexeme.kind, "", start_pos=lexeme.start, end_pos=lexeme.end)


@cache
def lark() -> Lark:
    return Lark(grammar(), parser="lalr", lexer=Given, start="posting")


def outline(part: Node | Lexeme | Tree[Token] | Token) -> Any:
    """Return what both kinds of tree have: names, leaves and their places."""
    if isinstance(part, Node):
        return part.kind, [outline(child) for child in part.children]
    if isinstance(part, Tree):
        return str(part.data), [outline(child) for child in part.children]
    if isinstance(part, Token):
        return part.type, part.start_pos, part.end_pos
    return part.kind, part.start, part.end


class LarksIndenter(Indenter):
    """The same step, with tokens as lark's own parser wants them."""

    def process(self, stream: Iterator[Any]) -> Iterator[Any]:
        for token in super().process(stream):
            yield Token(token.type, token, start_pos=token.start_pos, end_pos=token.end_pos)


@cache
def lark_for_markup() -> Lark:
    return Lark(grammar(), parser="lalr", lexer="basic", start="posting", postlex=LarksIndenter())


@law
@given(TEXTS)
def test_markup_gets_the_tree_that_lark_gives_it(text: str) -> None:
    assert outline(parse_markup(text)) == outline(lark_for_markup().parse(text))


@law
@given(TEXTS)
def test_a_text_gets_the_tree_that_lark_gives_it(text: str) -> None:
    reading = PlainReader().read(text)
    lexemes = list(reading.lexemes)
    tree: Any = lark().parse(lexemes)
    # Tables parted by tabs are read as a text of their words.
    assert outline(parse_lexemes(lexemes, len(reading.text))) == outline(tree)


@law
@given(st.lists(st.sampled_from(KINDS), max_size=12))
def test_any_order_of_lexemes_is_read_or_refused_as_by_lark(kinds: list[str]) -> None:
    lexemes = [Lexeme(kind, at, at + 1) for at, kind in enumerate(kinds)]
    try:
        tree: Any = lark().parse(lexemes)
    except UnexpectedInput:
        with pytest.raises(ReaderFault, match="cannot stand here"):
            parse_lexemes(lexemes, len(lexemes))
    else:
        assert outline(parse_lexemes(lexemes, len(lexemes))) == outline(tree)


@pytest.mark.parametrize(
    ("lexemes", "length", "said"),
    [
        ([], 1, "the lexemes end at 0 of 1 characters"),
        ([Lexeme("LINE", 0, 2)], 1, "the lexemes end at 2 of 1 characters"),
        ([Lexeme("LINE", 1, 2)], 2, "the lexeme LINE at 1 does not follow offset 0"),
        ([Lexeme("LINE", 0, 1), Lexeme("LINE", 1, 0)], 1, "does not follow offset 1"),
        ([Lexeme("_blocks", 0, 1)], 1, "_blocks cannot stand here"),
        ([Lexeme("$END", 0, 1)], 1, "$END cannot stand here"),
        ([Lexeme("BULLET", 0, 1)], 1, "$END cannot stand here"),
    ],
)
def test_lexemes_that_are_no_posting_are_a_fault_of_their_reader(
    lexemes: list[Lexeme], length: int, said: str
) -> None:
    with pytest.raises(ReaderFault) as caught:
        parse_lexemes(lexemes, length)
    assert said in str(caught.value)
