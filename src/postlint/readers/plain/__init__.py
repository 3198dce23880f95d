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
from postlint.text.patterns import pattern

__all__ = ["PlainReader"]


# A row of words kept apart by blanks, which may be the names of a form.
_NAMES = pattern(r"[ ]*[A-Z#%][A-Za-z/#%. ]{0,30}?(?:[ ]{3,}[A-Z%#][A-Za-z/#%. ?]{0,30}?)+[ \r]*")


class PlainReader:
    """Reads plain text. Any text reads; nothing of it is lost."""

    kind = "text"
    suffixes = (".txt", ".text")

    def read(self, data: str) -> Reading:
        """Label a text with the grammar's terminals."""
        if "\t" in data or "|" in data or "...." in data or ("   " in data and _has_names(data)):
            from postlint.readers.plain.tabbed import read_tabbed  # noqa: PLC0415  # few texts have columns

            tabbed = read_tabbed(data)
            if tabbed is not None:
                return tabbed
        return Reading(text=data, lexemes=lexemes(data, plain_blocks(data)))


def _has_names(data: str) -> bool:
    """Say whether a line is a row of words kept apart by blanks, with another below it."""
    *lines, _ = data.split("\n")
    return any(
        "   " in line and "   " in line.lstrip(" ") and _NAMES.fullmatch(line) for line in lines
    )
