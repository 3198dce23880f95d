"""Names and values that stand one below the other in a page."""

from __future__ import annotations

from postlint.document.labels import is_field_name
from postlint.readers.blocks import Block
from postlint.readers.pages.outline import Outline

_LONGEST_NAME, _LONGEST_VALUE = 50, 100


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
    if block.stop - block.words > _LONGEST_NAME or value.stop - value.words > _LONGEST_VALUE:
        return False
    name = outline.text[block.words : block.stop].strip()
    said = outline.text[value.words : value.stop].strip()
    bare = name.rstrip(" :\xa0")
    if not bare or not bare[0].isupper() or not said or not is_field_name(bare):
        return False
    if (
        block.bold
        or value.bold
        or said[-1] == ":"
        or is_field_name(said.rstrip(":"))
        or ":" in said[:30]
    ):
        return False
    return not (said[-1] == "." and said.count(" ") > 4)
