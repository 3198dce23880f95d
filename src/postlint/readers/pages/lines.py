"""Paragraphs of one line, and of one topic, read as plain text is read."""

from __future__ import annotations

from postlint.document.headings import heading_kind, heading_match
from postlint.document.kinds import SectionKind
from postlint.readers.blocks import Block
from postlint.readers.lines.bold import may_head
from postlint.readers.lines.fields import is_left_blank
from postlint.readers.lines.judging import judge
from postlint.readers.lines.line import Around, RunIn
from postlint.readers.lines.run_in import run_in
from postlint.readers.pages.outline import Outline
from postlint.readers.plain.headings import framed

_LONGEST_HEADING = 110
_LONGEST_VALUE = 100
_SHORT_VALUE = 50
_SURE_SHARE = 0.9
_TRIM = " :*_\t\xa0"


def line(outline: Outline, index: int, words: str) -> bool:
    """Read a paragraph of one line; say whether it is more than a paragraph."""
    block = outline.blocks[index]
    if block.level or "\n" in words:
        return False
    following = outline.next(index)
    if words[0] in _FRAMES and following is not None and _framed(outline, block, words):
        return True
    if left_blank(outline, block, words, following):
        return True
    if following is not None and _is_heading(outline, index, words, following):
        outline.heading(block, outline.level + 1, block.stop)
        return True
    found = run_in(words, outline.kind, alone=outline.alone(block))
    if found is None:
        return False
    what, _, rest = found
    value = block.words + rest
    heads = what is RunIn.HEADING
    short = heads and len(words) - rest < _SHORT_VALUE and words[-1] != "."
    if what is RunIn.FIELD or (short and not _heads_duties(words[:rest])):
        outline.field(block, value)
        return True
    if heads and (short or not outline.explicit or _is_topic(outline, words, rest)):
        outline.run_in(block, value)
        return True
    return False


# What is drawn before and behind a heading: "--- Duties ---".
_FRAMES = frozenset("-=~_*")


def _framed(outline: Outline, block: Block, words: str) -> bool:
    """Read a heading between signs that frame it; say whether it is one."""
    banner = framed(words)
    if banner is None or not may_head(banner.words):
        return False
    stop, end = block.stop, block.words + len(banner.lead) + len(banner.words)
    block.words += len(banner.lead)
    outline.heading(block, outline.level + 1, end)
    outline.out.append(Block("noise", end, end, stop))
    return True


def _heads_duties(words: str) -> bool:
    """Say whether words head duties: "Duties – feeds horses" is short, and no field."""
    dashed = words.rstrip(" \t\xa0")[-1:] in "-–—"
    return dashed and heading_kind(words.strip(" \t\xa0-–—")) is SectionKind.DUTIES


def _is_heading(outline: Outline, index: int, words: str, following: Block) -> bool:
    block = outline.blocks[index]
    below = outline.opening(following)
    if not below or len(words) > _LONGEST_HEADING:
        return False
    last = outline.last()
    around = Around(
        above=outline.opening(last) if block.close and last is not None else "",
        below=below,
        adjacent=following.close,
        after_heading=last is not None and last.kind == "head",
        bullet_below=following.kind == "item",
        headed=True,
        piece=False,
        questionnaire=False,
        alike=outline.alike.get(index),
    )
    heading = judge(words, around)
    if heading is None:
        return False
    known = heading.match is not None and (words.isupper() or heading.match.share >= 0.3)
    return known or not outline.explicit


def topic(outline: Outline, index: int, words: str) -> bool:
    """Read a paragraph of several lines with a heading run in; say whether it is one."""
    block = outline.blocks[index]
    if block.level or block.bold or "\n" not in words:
        return False
    found = run_in(words, outline.kind, alone=outline.alone(block))
    if found is None or found[0] is not RunIn.HEADING:
        return False
    rest = found[2]
    if outline.explicit and not _is_topic(outline, words, rest):
        return False
    outline.run_in(block, block.words + rest)
    return True


def _is_topic(outline: Outline, words: str, rest: int) -> bool:
    """Say whether words run in head a paragraph in a page that has headings of its own."""
    known = heading_match(words[:rest].rstrip(_TRIM))
    sure = known is not None and known.share >= _SURE_SHARE
    return (sure or outline.kind is SectionKind.DUTIES) and len(words) - rest >= _LONGEST_VALUE


def left_blank(outline: Outline, block: Block, words: str, following: Block | None) -> bool:
    """Read a name and a colon that nobody filled in; say whether it is that."""
    name = words.rstrip("*_")
    if name[-1:] != ":" or block.stop - block.words <= len(words):
        return False
    ends = following is None or following.kind in ("head", "field")
    below = "" if following is None else outline.opening(following).lstrip("*_")
    below = below.replace(":**", ":").replace("**:", ":")
    if not is_left_blank(name[:-1], below, ends=ends):
        return False
    outline.field(block, block.stop)
    return True
