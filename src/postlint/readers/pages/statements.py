"""The label at the start of what a paragraph or an item states, and the mark at its end."""

from __future__ import annotations

from postlint.document.markers import marker_start
from postlint.readers.blocks import Block
from postlint.readers.lines.labels import label_length
from postlint.readers.pages.outline import Outline

_TAIL = 200
_LONGEST_LABEL = 140


def finish(outline: Outline, block: Block) -> None:
    """Set the label and the mark of an item or a paragraph."""
    if not block.label:
        block.label = _label(outline, block)
    if not block.mark:
        text, stop = outline.text, block.stop
        start = block.label or (block.words if block.kind == "item" else block.start)
        low = max(start, stop - _TAIL)
        low = max(low, text.rfind("\n", low, stop - 1) + 1)
        at = marker_start(text[low:stop].rstrip("\r\n"))
        block.mark = 0 if at is None else low + at


def _label(outline: Outline, block: Block) -> int:
    """Return where a label at the start of the words ends, 0 for none."""
    text = outline.text
    end = block.words + len(text[block.words : block.mark or block.stop].rstrip())
    if block.bold:
        value = outline.value(block.bold, end)
        sign = text[block.words : value].strip()[-1:]
        labels = value < end and sign in ":.-–—" and value - block.words < _LONGEST_LABEL
        return value if labels else 0
    if block.kind != "item" or end <= block.words:
        return 0
    length = label_length(text[block.words : min(end, block.words + _TAIL)])
    return block.words + length if 0 < length < end - block.words else 0
