"""Names and values that stand one below the other in a page."""

from __future__ import annotations

from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.readers.blocks import Block
from postlint.readers.lines.fields import may_be_value
from postlint.readers.pages.outline import Outline

_LONGEST_NAME = 50
# Kinds of names that head no section where a value stands below them.
_OF_FIELDS = (None, SectionKind.SUPERVISION, SectionKind.OTHER)


def spread_fields(outline: Outline) -> list[Block]:
    """Return the blocks with names and values that stand one below the other as fields."""
    out: list[Block] = []
    blocks = outline.blocks
    index, count = 0, len(blocks)
    while index < count:
        block = blocks[index]
        index += 1
        if block.kind == "text" and block.level == 0 and index < count and not block.settled:
            value = blocks[index]
            if value.kind == "text" and value.level == 0 and _is_spread(outline, block, value):
                out.append(Block("field", block.start, value.words, value.stop))
                index += 1
                continue
        out.append(block)
    return out


def _is_spread(outline: Outline, block: Block, value: Block) -> bool:
    """Say whether one block names what the next one says."""
    if value.bold or block.stop - block.words > _LONGEST_NAME:
        return False
    name = outline.words(block).rstrip(" :\xa0")
    words = outline.words(value)
    # "Position Title:" in bold type heads no section, and "Salary:" may.
    heads = heading_kind(name) not in _OF_FIELDS
    if block.bold and (heads or not _ends_named(outline, block)):
        return False
    return (
        name[:1].isupper()
        and is_field_name(name)
        and words != ""
        and may_be_value(words)
        and not is_field_name(words)
    )


def _ends_named(outline: Outline, block: Block) -> bool:
    """Say whether a block is a name in bold type to its colon."""
    return outline.end(block) <= block.bold + 1 and outline.text[: block.stop].rstrip()[-1:] == ":"
