"""Lark's tables for the grammar file, cached for every user.

Lark's types stay here and in `parser`, which cuts the markup by lark's own lexer.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import lark
from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from postlint.cache import remember
from postlint.syntax.grammar import digest, grammar
from postlint.syntax.markup import Indenter


@cache
def tables() -> dict[str, Any]:
    """Return lark's tables for the grammar, worked out once for every user.

    Working them out costs more than all else at start-up.
    """
    text = grammar()
    key = f"lark-{lark.__version__}-{digest(text)}-2"
    worked: dict[str, Any] = remember("grammar", key, lambda: _work_out(text))
    return worked


def _work_out(text: str) -> dict[str, Any]:
    # The indenter names terminals to keep that no rule has; it is set again on loading.
    made = Lark(text, parser="lalr", lexer="basic", start="posting", postlex=Indenter())
    data, memo = made.memo_serialize([TerminalDef, Rule])
    data["options"]["postlex"] = None
    return {"data": data, "memo": memo}


def moves() -> tuple[Any, ...]:
    """Return the tables of the grammar as `lalr` takes them."""
    known = tables()
    memo, parser = known["memo"], known["data"]["parser"]["parser"]
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
