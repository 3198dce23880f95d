"""Blocks written out as the grammar's terminals: the one way to them, for every reader."""

from __future__ import annotations

from collections.abc import Iterable

from postlint.readers.base import Lexeme
from postlint.readers.blocks import Block
from postlint.text.records import record

_DEEPEST = 32
# What stands between the words of a posting, and neither opens nor closes a list.
_ASIDE = {"blank": "BLANK", "noise": "NOISE", "comment": "COMMENT", "directive": "DIRECTIVE"}


def lexemes(text: str, blocks: Iterable[Block]) -> list[Lexeme]:
    """Return the terminals of a text from its start to its end, given its blocks in order.

    What stands between blocks is blank, or else none of the posting's words.
    """
    out: list[Lexeme] = []
    lists = _Lists(out)
    aside: list[Lexeme] = []
    end = 0
    for block in blocks:
        kind, start, stop = block.kind, block.start, block.stop
        if start > end:
            aside.append(_between(text, end, start))
        end = stop
        name = _ASIDE.get(kind)
        if name is not None:
            aside.append(record(Lexeme, (name, start, stop)))
            continue
        if kind == "item":
            if lists.last != block.level or lists.open:  # most items are beside another
                lists.item(block.level)
        elif lists.last:
            lists.inside(block.level if kind == "text" else 0)
        if aside:
            out.extend(aside)
            aside.clear()
        _write(block, out)
    lists.inside(0)
    out.extend(aside)
    if end < len(text):
        out.append(_between(text, end, len(text)))
    return out


def _write(block: Block, out: list[Lexeme]) -> None:
    """Add the terminals of a block with words: what it begins with, its words, and its mark."""
    kind, start, words, stop = block.kind, block.start, block.words, block.stop
    name = f"H{block.level}" if kind == "head" else _BEGINS.get(kind)
    if name is not None:
        out.append(record(Lexeme, (name, start, words)))
        start = words
    if kind in ("head", "field"):
        out.append(record(Lexeme, ("LINE", start, stop)))
        return
    if block.label > start:
        out.append(record(Lexeme, ("LABEL", start, block.label)))
        start = block.label
    if start < block.mark < stop:
        out.append(record(Lexeme, ("LINE", start, block.mark)))
        out.append(record(Lexeme, ("MARK", block.mark, stop)))
    else:
        out.append(record(Lexeme, ("LINE", start, stop)))


_BEGINS = {"field": "KEY", "item": "BULLET"}


def _between(text: str, start: int, end: int) -> Lexeme:
    return Lexeme("BLANK" if text[start:end].isspace() else "NOISE", start, end)


class _Lists:
    """The items that are open, and the edges of what is nested in them.

    What is nested is open in each of them but the last, and in that one where
    `open` says so; `last` is its level, 0 for none.
    """

    def __init__(self, out: list[Lexeme]) -> None:
        self.out = out
        self.depths: list[int] = []
        self.last = 0
        self.open = False

    def item(self, level: int) -> None:
        """Close and open what leads to an item, and take it in as open."""
        level = min(level, _DEEPEST)
        self._close(level)
        self._open()
        self.depths.append(level)
        self.last = level
        self.open = False

    def inside(self, level: int) -> None:
        """Close and open what leads to words in so many items, 0 for none."""
        self._close(level + 1 if level else 0)
        if level:
            self._open()

    def _close(self, level: int) -> None:
        while self.last and self.last >= level:
            self.depths.pop()
            if self.open:
                self._edge("DEDENT")
            self.last = self.depths[-1] if self.depths else 0
            self.open = self.last > 0

    def _open(self) -> None:
        if self.last and not self.open:
            self._edge("INDENT")
            self.open = True

    def _edge(self, kind: str) -> None:
        at = self.out[-1].end
        self.out.append(record(Lexeme, (kind, at, at)))
