"""Paragraphs that begin in bold: a field, a heading run in before words, a heading alone."""

from __future__ import annotations

from postlint.document.headings import HeadingMatch, heading_match
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.document.openings import opening_kind
from postlint.document.titles import names_job
from postlint.readers.blocks import Block
from postlint.readers.pages.lines import left_blank
from postlint.readers.pages.outline import Outline

_LONGEST_HEADING = 120
_LONGEST_NAME = 80
_LONGEST_VALUE = 100
_SHORT_VALUE = 50
_ENDS = ".!,;"
# Names in front of a remark, which head nothing.
_REMARKS = frozenset(
    {"note", "please note", "important", "nb", "reminder", "tip", "example", "e.g"}
)


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
    if not name or len(name) > _LONGEST_NAME or sign not in ":.-–—|?" or name.lower() in _REMARKS:
        return False
    said = text[value : outline.end(block)]
    if sign == ":" and _is_field(outline, name, said):
        outline.field(block, value)
        return True
    if _heads(outline, heading_match(name), said):
        outline.run_in(block, value)
        return True
    return False


def _heads(outline: Outline, known: HeadingMatch | None, said: str) -> bool:
    """Say whether a bold name heads what it stands before, by what both say."""
    duties = outline.kind is SectionKind.DUTIES
    if known is not None and known.share >= 0.5:
        of_duty = duties and opening_kind(said[:60]) is SectionKind.DUTIES
        if known.kind is SectionKind.DUTIES or not of_duty:
            return True
    return not duties and len(said) >= _LONGEST_VALUE


def _is_field(outline: Outline, name: str, said: str) -> bool:
    if is_field_name(name):
        return len(said) < 2 * _LONGEST_VALUE
    if len(said) > _LONGEST_VALUE or name.count(" ") > 5 or "\n" in said.strip():
        return False
    if outline.kind is SectionKind.DUTIES and opening_kind(said[:60]) is SectionKind.DUTIES:
        return False
    return not (said.rstrip().endswith((".", ";")) and said.count(" ") > 7)


def _bold_line(outline: Outline, index: int, words: str) -> bool:
    """Read a paragraph that is all bold."""
    block = outline.blocks[index]
    if len(words) > _LONGEST_HEADING or words[-1] in _ENDS or block.level > 1:
        return False
    following = outline.next(index)
    if following is None:
        return False
    if left_blank(outline, block, words, following) or _bold_field(outline, block, words):
        return True
    bare = words.strip(" :*_\xa0")
    if not any(map(str.isalpha, bare)):
        return False
    known = heading_match(bare)
    if not outline.titled and known is None and names_job(bare) and not outline.said_anything():
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
    said = outline.text[block.bold : block.stop].strip(" :\n\xa0")
    return lead.endswith(":") and 0 < len(said) < _SHORT_VALUE
