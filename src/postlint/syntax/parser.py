"""The markup, cut by lark's own lexer and put together by the grammar's tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from lark import Lark

from postlint.readers.base import Lexeme
from postlint.syntax.lalr import parse_lexemes
from postlint.syntax.markup import Indenter, MarkupToken, token_of
from postlint.syntax.tables import tables
from postlint.syntax.tree import Node
from postlint.text.records import record

# Where a line begins that no terminal reaches into from the lines above: it is neither blank
# nor the ruler under a heading. What stands in it is cut the same wherever it stands, save
# inside a remark of many lines.
_LINE = re.compile(r"\n(?=[^\s=-]|- )")
_MANY_LINES = re.compile(r"<!--|\[postlint:[^\[\]\r\n]*+[\r\n]")
# Pieces held, and the characters of each: no more is, however long somebody types.
_REMEMBERED = 2000
_LONGEST = 1000


@cache
def _lexer() -> Lark:
    known = tables()
    made: Lark = Lark.load({"data": known["data"], "memo": known["memo"]})
    # Lark makes a lexer anew for every text that is only to be lexed; it has this one already.
    made.lexer = made.parser.lexer
    return made


@lru_cache(maxsize=1)  # an editor asks for its colours right after the check
def parse_markup(text: str) -> Node:
    """Return the tree of a text in postlint's markup. Any text has one."""
    tokens: Iterator[Any] = Indenter().process(terminals(text))
    lexemes = [record(Lexeme, (token.type, token.start_pos, token.end_pos)) for token in tokens]
    return parse_lexemes(lexemes, len(text))


def terminals(text: str) -> Iterator[MarkupToken]:
    """Yield what lark's lexer cuts a text into; lines that were cut before are not again."""
    breaks = [] if _MANY_LINES.search(text) else [each.end() for each in _LINE.finditer(text)]
    for start, end in pairwise([0, *breaks, len(text)]):
        place = start
        for kind, value in (_cut if end - start <= _LONGEST else _cut_anew)(text[start:end]):
            yield token_of(kind, value, place)
            place += len(value)


def _cut_anew(lines: str) -> tuple[tuple[str, str], ...]:
    return tuple([(token.type, str(token)) for token in _lexer().lex(lines)])


_cut = lru_cache(maxsize=_REMEMBERED)(_cut_anew)  # whoever types changes one line of a posting
