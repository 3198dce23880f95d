"""What is left to decide of blocks gathered from rows: how deep they stand, and their marks."""

from __future__ import annotations

from postlint.document.kinds import SectionKind
from postlint.document.markers import ENDS_MARKER, marker_start
from postlint.document.openings import opening_kind
from postlint.readers.blocks import Block
from postlint.readers.plain.gathered import FIRST_NUMBERS, UNREAD, RowBlock
from postlint.readers.plain.rows import Row

_DEEPEST = 8


def settle(blocks: list[RowBlock], data: str) -> list[Block]:
    """Return the blocks of a text with their levels and marks, headings without formatting."""
    out: list[Block] = []
    # One entry for each item that is open: its indent, glyph and last words.
    open_items: list[tuple[int, str, str]] = []
    for block in blocks:
        out.append(block)
        kind = block.kind
        if kind in UNREAD:
            continue
        if kind == "item":
            block.level = _depth(open_items, block)
        elif open_items:
            if kind == "text" and _continues(open_items, block):
                block.level = len(open_items)
            else:
                open_items.clear()
        last = block.last
        if last is not None and last.text[-1] in ENDS_MARKER:
            if kind == "item" or (kind == "text" and block.section is SectionKind.DUTIES):
                block.mark = _mark(block, last, data)
        elif block.tail and block.tail < block.stop:
            out.append(Block("noise", block.tail, block.tail, block.stop))
            block.stop = block.tail
    return out


def _mark(block: RowBlock, last: Row, data: str) -> int:
    """Return where the essential-duty mark at the end of a block's last row begins."""
    low = max(last.first, block.words if block.kind == "item" else block.start, block.label)
    mark = marker_start(data[low : last.last])
    return 0 if mark is None else low + mark


def _depth(open_items: list[tuple[int, str, str]], block: RowBlock) -> int:
    """Return how many lists an item stands in, and take it in as open."""
    stack = open_items
    entry = (block.indent, block.glyph, block.text)
    if stack and stack[-1][:2] == entry[:2]:  # as most items are
        stack[-1] = entry
        return len(stack)
    while stack and not _is_child(stack[-1], block):
        indent, glyph, _ = stack.pop()
        if glyph == block.glyph and block.indent >= indent - 1:
            break  # a sibling
        if not any(each[1] == block.glyph for each in stack) and block.indent >= indent:
            break  # another glyph at the same place
    del stack[_DEEPEST:]
    stack.append(entry)
    return len(stack)


def _is_child(parent: tuple[int, str, str], block: RowBlock) -> bool:
    indent, glyph, text = parent
    if not block.glyph:
        return False
    if not glyph:
        # Under an item without a bullet, a bullet set in is its child.
        return block.indent > indent
    if glyph == block.glyph:
        return block.indent > indent + 1
    if block.indent != indent:
        return block.indent > indent
    return text[-1:] in ":-" or (glyph in FIRST_NUMBERS and _names_topic(text))


def _names_topic(text: str) -> bool:
    """Say whether an item names what those below are about: "Filing", and not "Files maps"."""
    if not text[-1:].isalpha():
        return False
    return text.partition(" ")[0].endswith("ing") or opening_kind(text[:60]) is None


def _continues(open_items: list[tuple[int, str, str]], block: RowBlock) -> bool:
    """Say whether a paragraph goes on with the open item, across a page's edge."""
    return (
        block.text[:1].islower()
        and open_items[-1][2][-1:] not in (".", ":", ";")
        and len(open_items) <= _DEEPEST
    )
