"""Reads plain text, the kind of source most real postings come in.

The text is read in four steps, each a module: `rows` (lines, and pieces of
lines that hold several), `gather` (the blocks that rows make: headings, fields,
items, paragraphs), `items` (lists that have lost their bullets), `nesting`
(how deep items stand, and their marks).
"""

from __future__ import annotations

from postlint.readers.base import Reading
from postlint.readers.blocks import Block
from postlint.readers.plain.furniture import mark_furniture
from postlint.readers.plain.gather import gather
from postlint.readers.plain.items import find_items
from postlint.readers.plain.nesting import settle
from postlint.readers.plain.rows import split_rows
from postlint.readers.terminals import lexemes

__all__ = ["PlainReader", "plain_blocks"]


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


def plain_blocks(data: str, *, comments: bool = True) -> list[Block]:
    """Return the blocks of a text, all decided.

    Without `comments` only directives are remarks: the text is what a page shows.
    """
    said = data
    if "%%" in data or "[postlint:" in data or "<!--" in data:
        from postlint.readers.plain.remarks import (  # noqa: PLC0415  # few texts have them
            mark_remarks,
            without_comments,
        )

        said = without_comments(data) if comments else data
        rows = mark_remarks(split_rows(said), data, comments=comments)
    else:
        rows = split_rows(data)
    mark_furniture(rows)
    return settle(find_items(gather(rows), said), said)
