"""Reads plain text, the kind of source most real postings come in.

The text is read in four steps, each a module that `blocks` asks in turn: `rows`
(lines, and pieces of lines that hold several), `gather` (the blocks that rows
make: headings, fields, items, paragraphs), `items` (lists that have lost their
bullets), `nesting` (how deep items stand, and their marks).
"""

from __future__ import annotations

from postlint.readers.base import Reading
from postlint.readers.plain.blocks import plain_blocks
from postlint.readers.terminals import lexemes

__all__ = ["PlainReader"]


class PlainReader:
    """Reads plain text. Any text reads; nothing of it is lost."""

    kind = "text"
    suffixes = (".txt", ".text")

    def read(self, data: str) -> Reading:
        """Label a text with the grammar's terminals."""
        if "\t" in data:
            from postlint.readers.plain.tabbed import read_tabbed  # noqa: PLC0415  # few texts have tabs

            tabbed = read_tabbed(data)
            if tabbed is not None:
                return tabbed
        return Reading(text=data, lexemes=lexemes(data, plain_blocks(data)))
