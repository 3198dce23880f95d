"""What the blocks of a page are: what bold lines, labels and groups mean.

Pages are written by hand: a heading is as often a bold line as a heading, a
table of fields as often a list of bold names. What each is, form and words
tell together, as they do in plain text.
"""

from __future__ import annotations

from collections.abc import Callable

from postlint.document.headings import heading_kind
from postlint.document.remarks import is_directive
from postlint.document.titles import is_job_title, names_job
from postlint.readers.blocks import Block
from postlint.readers.pages.bold import bold
from postlint.readers.pages.fields import spread_fields
from postlint.readers.pages.items import field_items, groups, item, parted
from postlint.readers.pages.lines import line, topic
from postlint.readers.pages.outline import Outline
from postlint.readers.pages.paragraphs import barred, headed, listed
from postlint.readers.pages.statements import finish


def decide(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks of a page with what each of them is decided."""
    outline = Outline(text, blocks)
    outline.blocks = parted(text, spread_fields(outline))
    outline.groups, outline.fields = groups(outline), field_items(outline)
    for index, block in enumerate(outline.blocks):
        kind = block.kind
        if kind == "head":
            _head(outline, block)
        elif block.settled:
            outline.out.append(block)
        elif kind == "item":
            item(outline, index)
        elif kind == "text":
            _text(outline, index, block)
        else:
            outline.out.append(block)
    for block in outline.out:
        if block.kind in ("item", "text") and not block.settled:
            finish(outline, block)
    return outline.out


def _head(outline: Outline, block: Block) -> None:
    """Take in a heading of the source's own; the first words may name the job."""
    outline.group_depth = 0
    outline.soft = 0
    words = outline.bare(block)
    if not outline.titled and not outline.has_words():
        if names_job(words) and heading_kind(words) is None:
            outline.titles = block.level
            block.level = 1
            outline.titled = True
    elif block.level == outline.titles and is_job_title(words) and heading_kind(words) is None:
        block.level = 1  # another job of the page, set as the first is
    outline.level = block.level
    outline.note(outline.bare(block))
    outline.out.append(block)


def _directive(outline: Outline, index: int, words: str) -> bool:
    """Read a paragraph that is addressed to postlint; say whether it is one."""
    if words[0] not in "[%" or not is_directive(words):
        return False
    block = outline.blocks[index]
    block.kind = "directive"
    outline.out.append(block)
    return True


def _numbered(outline: Outline, index: int, _: str) -> bool:
    """Read a paragraph as a heading with a Roman number, where the page's are numbered so."""
    if index not in outline.romans:
        return False
    block = outline.blocks[index]
    outline.heading(block, outline.level + 1, block.stop)
    return True


# What a paragraph may be more than a paragraph, in order: the first that reads it decides.
_READINGS: tuple[Callable[[Outline, int, str], bool], ...] = (
    _directive, _numbered, barred, headed, listed, bold, topic, line,
)  # fmt: skip


def _text(outline: Outline, index: int, block: Block) -> None:
    """Read a paragraph as what it is, or else as one."""
    if outline.group_depth and block.level < outline.group_depth:
        outline.group_depth = 0
    elif outline.group_depth:
        block.level -= outline.group_depth
    words = outline.words(block)
    if not words or not any(read(outline, index, words) for read in _READINGS):
        outline.out.append(block)
