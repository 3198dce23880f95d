"""Trees of the lexemes that readers yield, by the tables lark makes of the grammar.

An LALR parser is its tables and a loop around them. The tables are lark's, of
the same grammar file that the markup is read by; the loop is here, because a
reader's lexemes need nothing else of lark: importing it and what its own loop
does for a general token cost more than all the rest of reading a text.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from postlint.cache import remember
from postlint.errors import ReaderFault
from postlint.readers.base import Lexeme
from postlint.syntax.grammar import digest, grammar
from postlint.syntax.tree import Node
from postlint.text.records import NamedTuple, record

_END = "$END"


class _Moves(NamedTuple):
    """The tables, by state.

    `actions[state][terminal]` is the state to go to, or `~rule` where a rule
    ends before the terminal; `gotos[state][rule's name]` is the state to go to
    when it has. A rule is its name, how many parts it has, and three answers:
    whether its parts are those of the rule it stands in, as those of `_blocks` are;
    whether it is itself and one part more, as `_blocks` followed by an item is;
    whether none of its parts is a rule whose parts are its own.
    """

    start: int
    end: int
    actions: tuple[dict[str, int], ...]
    gotos: tuple[dict[str, int], ...]
    rules: tuple[tuple[str, int, bool, bool, bool], ...]


@cache
def _moves() -> _Moves:
    """Return the tables, worked out once for every user."""

    def work_out() -> Any:
        from postlint.syntax.tables import moves  # noqa: PLC0415  # lark is rarely needed here

        return moves()

    return _Moves(*remember("moves", f"{digest(grammar())}-3", work_out))


def parse_lexemes(lexemes: Iterable[Lexeme], length: int) -> Node:
    """Return the tree of a reader's lexemes over a text of the given length.

    Raises `ReaderFault` when the lexemes are not a posting of the grammar or
    do not cover the text; that is a fault of the reader, never of the text.
    """
    state, final, actions, gotos, rules = _moves()
    states = [state]
    # A node or lexeme each; a list is the parts of a rule that will be another's.
    values: list[Any] = []
    offset = 0
    last = Lexeme(_END, length, length)
    for lexeme in (*lexemes, last):
        kind, start, end = lexeme
        if start != offset or end < offset:
            raise _gap(lexeme, offset, length)
        offset = end
        try:
            move = actions[state][kind]
            while move < 0:
                name, size, spread, grows, plain = rules[~move]
                if grows:
                    # What every line ends in: the list it stands in has one more.
                    part = values.pop()
                    values[-1].append(part)
                    states.pop()
                    move = actions[states[-1]][kind]
                    continue
                parts = values[-size:] if size else []
                if size:
                    del values[-size:], states[-size:]
                if not plain:
                    parts = _flat(parts)
                values.append(parts if spread else _node(name, parts))
                state = gotos[states[-1]][name]
                states.append(state)
                if state == final and lexeme is last:
                    tree: Node = values[0]
                    return tree._replace(start=0, end=length)
                move = actions[state][kind]
        except KeyError:
            raise ReaderFault(f"{kind} cannot stand here") from None
        state = move
        states.append(state)
        values.append(lexeme)
    raise ReaderFault("a posting cannot end here")


def _gap(lexeme: Lexeme, offset: int, length: int) -> ReaderFault:
    kind, start, _ = lexeme
    if kind == _END and start == length:
        return ReaderFault(f"the lexemes end at {offset} of {length} characters")
    return ReaderFault(f"the lexeme {kind} at {start} does not follow offset {offset}")


def _flat(parts: list[Any]) -> list[Node | Lexeme]:
    """Return the parts of a rule in order, with those of the rules in it in their places."""
    # A rule that repeats has all its earlier parts first: they are not copied.
    found: list[Node | Lexeme] = parts[0] if type(parts[0]) is list else parts[:1]
    for part in parts[1:]:
        if type(part) is list:
            found += part
        else:
            found.append(part)
    return found


def _node(kind: str, parts: list[Node | Lexeme]) -> Node:
    if not parts:
        return Node(kind, 0, 0, ())
    return record(Node, (kind, parts[0].start, parts[-1].end, tuple(parts)))
