"""Paragraphs: the rows that go on with one another, and what is run in before them."""

from __future__ import annotations

from postlint.document.headings import heading_match
from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.document.labels import is_field_name
from postlint.readers.lines.anew import begins_anew
from postlint.readers.lines.bullets import bullet_length, glyph
from postlint.readers.lines.line import Heading, RunIn, Style, bare, is_title_case
from postlint.readers.plain.gathered import Gathered, RowBlock
from postlint.readers.plain.rows import Row
from postlint.readers.plain.wrapping import continues, is_open

_ENDS = frozenset(".:;?!")


def paragraph(so_far: Gathered, index: int, start: int, words: int, text: str) -> int:
    """Read a paragraph that begins in a row; return the row after it."""
    row = so_far.rows[index]
    block = RowBlock("text", start, words, row.stop, text)
    block.indent = row.indent
    so_far.blocks.append(block)
    return absorb(so_far, index, block)


def run_in_words(
    so_far: Gathered, index: int, text: str, first: int, found: tuple[RunIn, int, int]
) -> int:
    """Read words run in at `first`, `text`, and what they stand before."""
    row = so_far.rows[index]
    what, end, rest = found
    at = first + rest
    if what is RunIn.FIELD or row.barred:
        block = RowBlock("field", row.start, at, row.stop, text[rest:])
        so_far.blocks.append(block)
        return absorb(so_far, index, block)
    if what is RunIn.HEADING:
        lead = len(text) - len(text.lstrip("*_"))
        key = text[lead:end]
        heading = Heading(Style.RUN_IN, True, heading_match(bare(key)))
        so_far.heading(row.start, first + lead, at, key, heading)
        return paragraph(so_far, index, at, at, text[rest:])
    done = paragraph(so_far, index, row.start, first, text)
    so_far.blocks[-1].label = at
    return done


def absorb(so_far: Gathered, index: int, block: RowBlock) -> int:
    """Take in the rows that continue the block; return the first that does not."""
    rows = so_far.rows
    row = first = rows[index]
    index += 1
    while index < len(rows) and row.whole:
        index, near = _below(so_far, index, row, block)
        if not near or _is_other(rows[index], first, row, block, so_far.width):
            break
        if not _goes_on(so_far, index, first, row, block):
            break
        row = rows[index]
        block.stop = row.stop
        index += 1
    block.last = row
    return index


def _below(so_far: Gathered, index: int, row: Row, block: RowBlock) -> tuple[int, bool]:
    """Return the row below, and whether nothing stands between.

    A sentence broken by a blank row goes on in small letters.
    """
    rows = so_far.rows
    below = rows[index]
    if below.text:
        return index, not below.noise
    last = index + 1 >= len(rows)
    if last or row.text[-1] in _ENDS or block.kind == "field" or below.remark:
        return index, False
    after = rows[index + 1]
    broken = after.text and not after.noise and after.text[0].islower() and so_far.width
    if not broken or bullet_length(after.text):
        return index, False
    return index + 1, True


def _is_other(below: Row, first: Row, row: Row, block: RowBlock, width: int) -> bool:
    """Say whether a row begins something of its own: a heading, an item, a field."""
    text = below.text
    if block.kind == "field":
        under = text[0].islower() and (width or below.indent > first.indent)
        if not (under or is_open(row.text)):
            return True
    if text[0] in "#=%" or bullet_length(text):
        return True
    return ":" in text and is_field_name(text.partition(":")[0])


def _goes_on(so_far: Gathered, index: int, first: Row, row: Row, block: RowBlock) -> bool:
    """Say whether a row that may be of the block is."""
    below, is_item = so_far.rows[index], block.kind == "item"
    text, end = below.text, row.text[-1]
    signed = index in so_far.signature
    hangs = is_item and below.indent > block.indent + 1 and end not in ".:;"
    inner = end == ";" and not is_item and text[0].islower() and below.indent > first.indent
    goes_on = signed or hangs or inner or continues(row, text, so_far.width)
    if not (goes_on or _between(so_far, index, block, row, text)):
        return False
    duties = so_far.levels.kind is SectionKind.DUTIES
    if not (signed or text[0].islower()) and begins_anew(text, row.text, duties=duties):
        return False
    # A line that fills its column may stand over a heading as well.
    return signed or hangs or not _heads(so_far, index, row)


_LONGEST_HEAD = 40
_SURE = 0.95


def _heads(so_far: Gathered, index: int, above: Row) -> bool:
    """Say whether a row is all of a heading of duties or demands, over a row that begins anew."""
    text = so_far.rows[index].text
    if len(text) > _LONGEST_HEAD or not is_title_case(text) or is_open(above.text):
        return False
    below = so_far.rows[index + 1].text if index + 1 < len(so_far.rows) else ""
    match = heading_match(text) if below and not below[0].islower() else None
    decided = match is not None and (match.kind is SectionKind.DUTIES or match.kind in REQUIREMENTS)
    return decided and match is not None and match.share >= _SURE


def _between(so_far: Gathered, index: int, block: RowBlock, row: Row, text: str) -> bool:
    """Say whether a row without a bullet stands between bulleted ones, in mid-sentence."""
    if not block.glyph or row.last - row.start < 60 or row.text[-1] in _ENDS or text[-1] == ":":
        return False
    after = so_far.rows[index + 1].text if index + 1 < len(so_far.rows) else ""
    if not after or not bullet_length(after) or glyph(after[: bullet_length(after)]) != block.glyph:
        return False
    return heading_match(text) is None
