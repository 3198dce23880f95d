"""Paragraphs that begin in bold: a field, a heading run in before words, a heading alone."""

from __future__ import annotations

from postlint.document.headings import heading_match
from postlint.document.labels import is_field_name
from postlint.document.titles import ends_in_doer, names_job
from postlint.readers.blocks import Block
from postlint.readers.lines.bold import BoldName, bold_name, may_head
from postlint.readers.lines.line import RunIn
from postlint.readers.pages.lines import left_blank
from postlint.readers.pages.outline import Outline

_SHORT_VALUE = 50


def bold(outline: Outline, index: int, words: str) -> bool:
    """Read a paragraph that begins in bold; say whether it is more than a paragraph."""
    block = outline.blocks[index]
    if not block.bold:
        return False
    end = outline.end(block)
    value = outline.value(block.bold, end)
    if value >= end:
        return _bold_line(outline, index, words)
    return not block.level and _bold_name(outline, block, value)


def _bold_name(outline: Outline, block: Block, value: int) -> bool:
    """Read a bold name and what it stands before."""
    text = outline.text
    name = text[block.words : block.bold].strip().rstrip(":.-–— \t\xa0")
    sign = text[block.words : value].strip()[-1:]
    what = bold_name(BoldName(name, text[value : outline.end(block)], outline.kind, sign))
    if what is RunIn.FIELD:
        outline.field(block, value)
    elif what is RunIn.HEADING:
        outline.run_in(block, value)
    else:
        return False
    return True


def _bold_line(outline: Outline, index: int, words: str) -> bool:
    """Read a paragraph that is all bold."""
    block = outline.blocks[index]
    following = outline.next(index)
    if following is None or block.level > 1 or not may_head(words):
        return False
    if left_blank(outline, block, words, following) or _bold_field(outline, block, words):
        return True
    bare = words.strip(" :*_\xa0")
    known = heading_match(bare)
    job = known is None and (names_job(bare) or ends_in_doer(bare))
    if not outline.titled and job and not outline.has_words():
        outline.titled = True
        outline.heading(block, 1, block.stop)
        outline.soft = 0
        return True
    if known is None and (
        (words[-1] != ":" and _is_bold(outline, following))
        or (not bare.isupper() and _names_value(outline, following))
    ):
        return False
    outline.heading(block, outline.level + 1, block.stop)
    return True


def _bold_field(outline: Outline, block: Block, words: str) -> bool:
    """Read a field that is all bold."""
    colon = words.find(":")
    if not 0 < colon < len(words) - 1 or not is_field_name(words[:colon]):
        return False
    end = outline.end(block)
    value = outline.value(block.words + colon, end)
    # A dash alone is a value: nothing.
    outline.field(block, value if value < end else block.words + colon + 1)
    return True


def _is_bold(outline: Outline, block: Block) -> bool:
    """Say whether a paragraph is all bold, as the lines of an address or a motto are."""
    return block.kind == "text" and 0 < outline.end(block) <= block.bold


def _names_value(outline: Outline, block: Block) -> bool:
    """Say whether a paragraph is a bold name and a short value."""
    if block.kind != "text" or not block.bold:
        return False
    lead = outline.text[block.words : block.bold + 1].rstrip()
    rest = outline.text[block.bold : block.stop].strip(" :\n\xa0")
    return lead.endswith(":") and 0 < len(rest) < _SHORT_VALUE
