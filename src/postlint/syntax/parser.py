"""Lark and the grammar file: the one place that knows both.

`parse_markup` reads the markup with lark's own lexer, and `moves` gives the
tables that `lalr` reads the lexemes of all other sources by. Both give the same
`Node`s, and lark's types stay here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

import lark
from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from postlint.cache import remember
from postlint.readers.base import Lexeme
from postlint.syntax.lalr import digest, grammar
from postlint.syntax.markup import Indenter
from postlint.syntax.tree import Node

_RULES = (
    "posting", "section1", "section2", "section3", "section4", "section5", "section6",
    "heading", "field", "item", "paragraph",
)  # fmt: skip


def _collector(kind: str) -> Callable[[list[Any]], Node]:
    """Return what lark calls when it has seen all of a rule."""

    def collect(children: list[Any]) -> Node:
        parts = tuple(
            [
                child if type(child) is Node else Lexeme(child.type, child.start_pos, child.end_pos)
                for child in children
            ]
        )
        if not parts:
            return Node(kind, 0, 0, ())
        return Node(kind, parts[0].start, parts[-1].end, parts)

    return collect


class _Nodes:
    """Builds nodes while lark parses, so that no tree of lark's is ever made."""


for _rule in _RULES:
    setattr(_Nodes, _rule, staticmethod(_collector(_rule)))


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
def _markup_parser() -> Lark:
    tables = _tables()
    data = tables["data"]
    options = {**data["options"], "transformer": _Nodes(), "postlex": Indenter()}
    made: Lark = Lark.load({"data": {**data, "options": options}, "memo": tables["memo"]})
    return made


@lru_cache(maxsize=1)  # an editor asks for its colours right after the check
def parse_markup(text: str) -> Node:
    """Return the tree of a text in postlint's markup. Any text has one."""
    return _whole(_markup_parser().parse(text), len(text))


def _whole(tree: object, length: int) -> Node:
    """Return the root over the whole text: an empty posting has no place of its own."""
    if not isinstance(tree, Node):
        raise TypeError("the grammar's start rule made no node")
    return tree._replace(start=0, end=length)
