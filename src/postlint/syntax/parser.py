"""The markup, cut by lark's own lexer and put together by the grammar's tables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from lark import Lark

from postlint.readers.base import Lexeme
from postlint.syntax.lalr import parse_lexemes
from postlint.syntax.markup import Indenter
from postlint.syntax.tables import tables
from postlint.syntax.tree import Node


@cache
def _lexer() -> Lark:
    known = tables()
    data = known["data"]
    options = {**data["options"], "postlex": Indenter()}
    made: Lark = Lark.load({"data": {**data, "options": options}, "memo": known["memo"]})
    # Lark makes a lexer anew for every text that is only to be lexed; it has this one already.
    made.lexer = made.parser.lexer.lexer
    return made


@lru_cache(maxsize=1)  # an editor asks for its colours right after the check
def parse_markup(text: str) -> Node:
    """Return the tree of a text in postlint's markup. Any text has one."""
    tokens: Iterator[Any] = _lexer().lex(text)
    lexemes = [Lexeme(token.type, token.start_pos, token.end_pos) for token in tokens]
    return parse_lexemes(lexemes, len(text))
