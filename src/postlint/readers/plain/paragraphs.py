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
    rows, width = so_far.rows, so_far.width
    count = len(rows)
    row = first = rows[index]
    index += 1
    hanging = block.indent + 1 if block.kind == "item" else 10_000
    duties = so_far.levels.kind is SectionKind.DUTIES
    while index < count and row.whole:
        below = rows[index]
        text = below.text
        if not text:
            # A sentence broken by a blank row goes on in small letters.
            if index + 1 >= count or row.text[-1] in _ENDS or block.kind == "field" or below.remark:
                break
            below = rows[index + 1]
            text = below.text
            if not text or below.noise or not text[0].islower() or not width or bullet_length(text):
                break
            index += 1
        elif below.noise:
            break
        if block.kind == "field" and not (
            (text[0].islower() and (width or below.indent > first.indent)) or is_open(row.text)
        ):
            break
        if text[0] in "#=%" or bullet_length(text):
            break
        if ":" in text and is_field_name(text.partition(":")[0]):
            break
        hangs = below.indent > hanging and row.text[-1] not in ".:;"
        signed = index in so_far.signature
        inner = (
            row.text[-1] == ";"
            and block.kind != "item"
            and text[0].islower()
            and below.indent > first.indent
        )
        goes_on = signed or hangs or inner or continues(row, text, width)
        if not (goes_on or _between(so_far, index, block, row, text)):
            break
        if not (signed or text[0].islower()) and begins_anew(text, row.text, duties=duties):
            break
        # A line that fills its column may stand over a heading as well.
        if not (signed or hangs) and _heads(so_far, index, row):
            break
        row = below
        block.stop = row.stop
        index += 1
    block.last = row
    return index


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
