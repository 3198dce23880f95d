"""The tree of a posting: nodes named after the grammar's rules, lexemes as leaves."""

from __future__ import annotations

from postlint.readers.base import Lexeme
from postlint.text.records import NamedTuple


class Node(NamedTuple):
    """One rule of the grammar and what it consists of, in order.

    `start` and `end` are half-open offsets; children follow one another
    without a gap, so a node's text is the text of its leaves.
    """

    kind: str
    start: int
    end: int
    children: tuple[Node | Lexeme, ...]
