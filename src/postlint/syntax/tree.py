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


def render(node: Node, text: str | None = None) -> str:
    """Write a tree as nested brackets, one node a line; leaves with their text when given."""
    lines: list[str] = []
    # An explicit stack: how deep a tree is must not depend on Python's.
    stack: list[tuple[Node | Lexeme, int]] = [(node, 0)]
    while stack:
        part, depth = stack.pop()
        if isinstance(part, Lexeme):
            words = "" if text is None else f" {text[part.start : part.end]!r}"
            lines.append(f"{'  ' * depth}{part.kind}{words}")
        else:
            lines.append(f"{'  ' * depth}({part.kind})")
            stack.extend((child, depth + 1) for child in reversed(part.children))
    return "\n".join(lines)
