"""The blocks of a plain text, from its lines to the last decision."""

from __future__ import annotations

from postlint.readers.blocks import Block
from postlint.readers.plain.furniture import mark_furniture
from postlint.readers.plain.gather import gather
from postlint.readers.plain.items import find_items
from postlint.readers.plain.nesting import settle
from postlint.readers.plain.rows import split_rows


def plain_blocks(data: str, *, comments: bool = True) -> list[Block]:
    """Return the blocks of a text, all decided.

    Without `comments` only directives are remarks: the text is what a page shows.
    """
    content = data
    # One character is found much sooner than several, and most texts have none of these.
    if (
        ("%" in data and "%%" in data)
        or ("[" in data and "[postlint:" in data)
        or ("<" in data and "<!--" in data)
    ):
        from postlint.readers.plain.remarks import (  # noqa: PLC0415  # few texts have them
            mark_remarks,
            without_comments,
        )

        content = without_comments(data) if comments else data
        rows = mark_remarks(split_rows(content), data, comments=comments)
    else:
        rows = split_rows(data)
    if "essage" in data and ("orwarded message" in data or "riginal Message" in data):
        from postlint.readers.plain.remarks import mark_cover  # noqa: PLC0415  # few are mails

        mark_cover(rows, data)
    mark_furniture(rows, data)
    return settle(find_items(gather(rows), content), content)
