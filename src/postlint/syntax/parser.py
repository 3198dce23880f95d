"""Lark and the grammar file: the one place that knows both.

`parse_markup` cuts the markup by lark's own lexer, and `moves` gives the tables
that `lalr` reads lexemes by, those of the markup and of all other sources.
Lark's types stay here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import lark
from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from postlint.cache import remember
from postlint.readers.base import Lexeme
from postlint.syntax.lalr import digest, grammar, parse_lexemes
from postlint.syntax.markup import Indenter
from postlint.syntax.tree import Node


@cache
def _tables() -> dict[str, Any]:
    """Return lark's tables for the grammar, worked out once for every user.

    Working them out costs more than all else at start-up.
    """
    text = grammar()
    key = f"lark-{lark.__version__}-{digest(text)}-2"
    tables: dict[str, Any] = remember("grammar", key, lambda: _work_out(text))
    return tables


def _work_out(text: str) -> dict[str, Any]:
    # The indenter names terminals to keep that no rule has; it is put in place again on loading.
    made = Lark(text, parser="lalr", lexer="basic", start="posting", postlex=Indenter())
    data, memo = made.memo_serialize([TerminalDef, Rule])
    data["options"]["postlex"] = None
    return {"data": data, "memo": memo}


def moves() -> tuple[Any, ...]:
    """Return the tables of the grammar as `lalr` takes them."""
    tables = _tables()
    memo, parser = tables["memo"], tables["data"]["parser"]["parser"]
    names: dict[int, str] = parser["tokens"]
    rules: list[tuple[str, int, bool, bool, bool]] = []
    numbers: dict[int, int] = {}
    actions: list[dict[str, int]] = []
    gotos: list[dict[str, int]] = []
    for state in range(len(parser["states"])):
        terminals: dict[str, int] = {}
        nonterminals: dict[str, int] = {}
        for symbol, (reduces, target) in parser["states"][state].items():
            if not reduces:
                kind = names[symbol]
                (terminals if kind.isupper() else nonterminals)[kind] = target
                continue
            number = target["@"]
            if number not in numbers:
                numbers[number] = len(rules)
                rules.append(_rule_of(memo[number]))
            terminals[names[symbol]] = ~numbers[number]
        actions.append(terminals)
        gotos.append(nonterminals)
    (start,), (end,) = parser["start_states"].values(), parser["end_states"].values()
    return start, end, tuple(actions), tuple(gotos), tuple(rules)


def _rule_of(stored: dict[str, Any]) -> tuple[str, int, bool, bool, bool]:
    name = stored["origin"]["name"]
    parts = [part["name"] for part in stored["expansion"]]
    spread = [part.startswith("_") for part in parts]
    grows = len(parts) == 2 and parts[0] == name and not spread[1]
    return name, len(parts), name.startswith("_"), grows, not any(spread)


@cache
def _lexer() -> Lark:
    tables = _tables()
    data = tables["data"]
    options = {**data["options"], "postlex": Indenter()}
    made: Lark = Lark.load({"data": {**data, "options": options}, "memo": tables["memo"]})
    # Lark makes a lexer anew for every text that is only to be lexed; it has this one already.
    made.lexer = made.parser.lexer.lexer
    return made


@lru_cache(maxsize=1)  # an editor asks for its colours right after the check
def parse_markup(text: str) -> Node:
    """Return the tree of a text in postlint's markup. Any text has one."""
    tokens: Iterator[Any] = _lexer().lex(text)
    lexemes = [Lexeme(token.type, token.start_pos, token.end_pos) for token in tokens]
    return parse_lexemes(lexemes, len(text))
