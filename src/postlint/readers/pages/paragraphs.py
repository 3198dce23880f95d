"""Paragraphs that were several lines when they were written: headings, a list, fields in a row."""

from __future__ import annotations

from itertools import pairwise

from postlint.document.kinds import SectionKind
from postlint.document.openings import opening_kind
from postlint.readers.blocks import Block
from postlint.readers.lines.anew import heads_among, heads_between
from postlint.readers.lines.fields import BARS, bars
from postlint.readers.pages.outline import Outline


def headed(outline: Outline, index: int, words: str) -> bool:
    """Read a paragraph in which lines of their own are headings; say whether it is one.

    What a page shows as one paragraph was often several lines when it was written; its
    last line may head the list below it.
    """
    block = outline.blocks[index]
    if block.level or "\n" not in words:
        return False
    following = outline.next(index)
    lines = _lines_of(outline, block)
    leads = following is not None and following.kind == "item"
    texts = [outline.text[start:end].strip() for start, end in lines]
    heads = [
        place
        for place, line in enumerate(texts[: len(texts) if leads else -1])
        if (heads_among(line) and place + 1 < len(texts))
        or heads_between(
            line,
            texts[place - 1] if place else "",
            texts[place + 1] if place + 1 < len(texts) else ":",
        )
    ]
    if not heads:
        return False
    bounds = sorted({0, len(lines), *heads, *(place + 1 for place in heads)})
    for first, stop in pairwise(bounds):
        start, end = lines[first][0], lines[stop - 1][1]
        begin = block.start if first == 0 else start
        part = Block("text", begin, block.words if first == 0 else start, end)
        if first in heads:
            outline.heading(part, outline.level + 1, end)
        elif stop - first < 2 or not _is_list(outline, part):  # two lines
            outline.out.append(part)
    return True


def _lines_of(outline: Outline, block: Block) -> list[tuple[int, int]]:
    """Return where the lines of a paragraph with words start and end."""
    lines: list[tuple[int, int]] = []
    at = block.words
    while at < block.stop:
        end = outline.text.find("\n", at, block.stop)
        end = block.stop if end < 0 else end + 1
        if outline.text[at:end].strip():
            lines.append((at, end))
        at = end
    return lines


def listed(outline: Outline, index: int, words: str) -> bool:
    """Read a paragraph whose lines are a list without bullets; say whether they are."""
    block = outline.blocks[index]
    return not block.level and "\n" in words and _is_list(outline, block)


def _is_list(outline: Outline, block: Block) -> bool:
    """Add the lines of a paragraph as items where they are a list; say whether they are.

    Most open as duties do, and none breaks off where a line is wrapped.
    """
    lines = _lines_of(outline, block)
    texts = [outline.text[start:end].strip() for start, end in lines]
    if len(texts) < 3 or any(not line[0].isupper() or line[-1] in ",:" for line in texts):
        return False
    # What has several sentences to a line is paragraphs.
    if sum(". " in line for line in texts) * 4 > len(texts):
        return False
    opened = sum(opening_kind(line[:60]) is SectionKind.DUTIES for line in texts)
    if opened * 3 < len(texts) * 2:
        return False
    outline.out.extend(Block("item", start, start, end, 1) for start, end in lines)
    return True


def barred(outline: Outline, index: int, words: str) -> bool:
    """Read a line of fields with bars between them; say whether it is one."""
    block = outline.blocks[index]
    if block.level or "\n" in words or not ("\t" in words or any(bar in words for bar in BARS)):
        return False
    places = bars(words)
    first = outline.text.index(words, block.words, block.stop)
    start = block.start
    for place in (*places, len(words)) if places else ():
        end = first + place if place < len(words) else block.stop
        value = outline.value(outline.text.index(":", start, end), end)
        outline.out.append(Block("field", start, value, end))
        if place < len(words):
            outline.out.append(Block("noise", end, end, end + 1))
        start = end + 1
    return bool(places)
