"""Items that are none: names over the items in them, and fields with a bullet."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.document.headings import heading_match
from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.document.labels import is_field_name
from postlint.document.openings import opening_kind
from postlint.readers.blocks import Block
from postlint.readers.lines.bold import may_head
from postlint.readers.lines.bullets import glyph
from postlint.readers.pages.outline import UNREAD, Outline

# What ends in a full stop and has more blanks than this is a sentence.
_SENTENCE = 3
_LONGEST_GROUP = 200
_LONGEST_NAME, _LONGEST_VALUE = 70, 100
_MOST_BLANKS = 14
# A field whose name is not bold.
_LONGEST_PLAIN = 120


def item(outline: Outline, index: int) -> None:
    """Read an item: as one, or as the heading or field it is."""
    block = outline.blocks[index]
    if index in outline.romans or (
        block.words > block.start and _is_numbered_heading(outline, index)
    ):
        outline.heading(block, outline.level + 1, block.stop)
        return
    if index in outline.groups:
        outline.group_depth = 0
        base = outline.soft or outline.level
        if outline.out and _under_group(outline):
            base = outline.soft - 1
        depth = block.level
        outline.heading(block, base + 1, block.stop)
        outline.group_depth = depth
        outline.grouped = True
        return
    if outline.group_depth:
        if block.level > outline.group_depth:
            block.level -= outline.group_depth
        else:
            outline.group_depth = 0
    if index in outline.fields:
        end = outline.end(block)
        value = outline.value(outline.text.find(":", block.words, end), end)
        # The bullet of a field is formatting.
        if block.words > block.start:
            outline.out.append(Block("noise", block.start, block.start, block.words))
        outline.out.append(Block("field", block.words, value, block.stop))
        return
    outline.out.append(block)


def parted(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks with each item by itself that a line holds: "Duties: • Files. • Lends."."""
    for mark in _MARKS if not text.isascii() else ():
        if f" {mark} " in text:
            blocks = [part for block in blocks for part in _parted(text, block, mark)]
    return blocks


# A dash may part the words of one item, too.
_MARKS = "•·●▪■◦∙➢➤►▶✓✔❖"


def _parted(text: str, block: Block, mark: str) -> Iterator[Block]:
    """Yield a block up to the first mark inside it, and what each mark opens."""
    yield block
    at = text.find(f" {mark} ", block.words, block.stop)
    opens = at > 0 and (
        text[block.start : block.words].strip() == mark
        or text[at - 1] in ":."
        or _names_section(text[block.words : at])
    )
    while at > 0 and opens and block.kind in ("item", "text"):
        rest = Block("item", at + 1, at + 3, block.stop, block.level or 1)
        block.stop = at + 1
        yield rest
        block = rest
        at = text.find(f" {mark} ", block.words, block.stop)


def _names_section(words: str) -> bool:
    """Say whether words before a bullet are a heading whole: "Duties • Files. • Lends."."""
    known = heading_match(words.strip()) if len(words) < _LONGEST_NAME else None
    return known is not None and known.share >= _WHOLE


def _is_numbered_heading(outline: Outline, index: int) -> bool:
    """Say whether an item is a heading with its number: "2. PRINCIPAL DUTIES", set apart."""
    block = outline.blocks[index]
    mark = outline.text[block.start : block.words]
    number = mark.strip(" \t\xa0.()")
    zero = number.endswith(".0")  # "2.0 Duties" over "2.1 Files papers"
    if block.level > 1 or not (zero or number.isalnum()):
        return False
    words, following = outline.words(block), outline.next(index)
    if following is None:
        return False
    below = outline.text[following.start : following.words] if following.kind == "item" else ""
    if _numbers(below) and not zero and glyph(below) == glyph(mark):
        return False
    loud = words.isupper() or block.bold >= outline.end(block)
    if not may_head(words) or (not loud and words.count(" ") > _MOST_PLAIN):
        return False
    known = heading_match(words.strip(" :*_"))
    if known is None or known.share < _WHOLE:
        return False
    return loud or known.weight >= _SURE or known.kind in REQUIREMENTS


def _numbers(mark: str) -> bool:
    return mark.strip(" \t\xa0.()").isalnum()


_WHOLE = 0.9
# What is set as all else is a heading for its words alone.
_SURE, _MOST_PLAIN = 4, 2


def _under_group(outline: Outline) -> bool:
    """Say whether the last heading recognised by its looks was such a group itself."""
    for out in reversed(outline.out):
        if out.kind == "head":
            return outline.grouped and out.level == outline.soft and outline.soft > 0
    return False


def groups(outline: Outline) -> frozenset[int]:
    """Return the items that head the items nested in them.

    A list is one of groups when nearly all of its items have a list in them.
    """
    found: set[int] = set()
    blocks = outline.blocks
    index, count = 0, len(blocks)
    while index < count:
        if blocks[index].kind != "item" or blocks[index].level != 1 or blocks[index].settled:
            index += 1
            continue
        tops: list[int] = []
        while index < count and _in_list(blocks[index]):
            if blocks[index].kind == "item" and blocks[index].level == 1:
                tops.append(index)
            index += 1
        parents = [
            top
            for top in tops
            if (below := outline.next(top)) and below.kind == "item" and below.level > 1
        ]
        if len(parents) > 1 and len(parents) * 4 >= len(tops) * 3:
            names = [top for top in parents if not _states(outline, top)]
            # Sentences with their details below them are statements, and no names.
            if 2 * len(names) > len(parents):
                found.update(
                    top for top in names if len(outline.words(blocks[top])) <= _LONGEST_GROUP
                )
    return frozenset(found)


def _states(outline: Outline, index: int) -> bool:
    words = outline.words(outline.blocks[index])
    if words[-1:] != ".":
        return False
    return words.count(" ") >= _SENTENCE or opening_kind(words) is SectionKind.DUTIES


def field_items(outline: Outline) -> frozenset[int]:
    """Return the items that are fields: a bold name, a colon, a short value."""
    found: set[int] = set()
    run: list[tuple[int, bool, bool]] = []
    for index, block in enumerate([*outline.blocks, Block("head", 0, 0, 0)]):
        if block.kind == "item" and block.level == 1 and not (block.settled or block.label):
            run.append((index, *_named(outline, block)))
            continue
        if block.kind in UNREAD:
            continue
        if run:
            named = sum(is_named for _, is_named, _ in run)
            for place, is_named, known in run:
                if is_named and (known or (named == len(run) and named > 1)):
                    found.add(place)
            run = []
    return frozenset(found)


def _named(outline: Outline, block: Block) -> tuple[bool, bool]:
    """Say whether an item is a name with a short value, and whether the name is known."""
    parts = _name_and_value(outline, block)
    if parts is None:
        return False, False
    name, value = parts
    known = is_field_name(name)
    return (known or block.bold > 0) and _is_short_value(value), known


def _name_and_value(outline: Outline, block: Block) -> tuple[str, str] | None:
    """Return what stands before a colon and behind it, where bold words end there if any do."""
    words = outline.text[block.words : block.stop].rstrip()
    colon = words.find(":", 0, _LONGEST_NAME)
    if colon < 1 or (not block.bold and len(words) > _LONGEST_PLAIN):
        return None
    if block.bold and abs(block.bold - block.words - colon) > 2:
        return None
    return words[:colon], words[colon + 1 :].strip(" \t\xa0*_")


def _is_short_value(value: str) -> bool:
    return (
        0 < len(value) <= _LONGEST_VALUE
        and value.count(" ") <= _MOST_BLANKS
        and opening_kind(value[:60]) is not SectionKind.DUTIES
    )


def _in_list(block: Block) -> bool:
    kind = block.kind
    return kind == "item" or kind in UNREAD or (kind == "text" and block.level > 0)
