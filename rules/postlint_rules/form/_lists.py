"""The bullets of a text, list by list."""

from collections.abc import Iterator

import postlint.rules as kit

# The signs of one list and where they stand.
Bullets = list[tuple[kit.Span, str]]
# How far an item may stand in from its line's start.
_INDENT = 40


def lists_of(case: kit.Case) -> Iterator[Bullets]:
    """Yield the bullets of each list: items that follow one another at one level."""
    for section in case.posting.sections:
        yield from _lists(case, section.blocks)


def _lists(case: kit.Case, blocks: tuple[kit.SectionBlock, ...]) -> Iterator[Bullets]:
    bullets: Bullets = []
    for block in blocks:
        if not isinstance(block, kit.Item):
            if bullets:
                yield bullets
            bullets = []
            continue
        if (found := _bullet(case, block)) is not None:
            bullets.append(found)
        yield from _lists(case, block.blocks)
    if bullets:
        yield bullets


def _bullet(case: kit.Case, item: kit.Item) -> tuple[kit.Span, str] | None:
    """Return an item's sign and where it stands; none for numbers and letters."""
    words = item.label.span if item.label is not None else item.text.span
    sign = case.text[item.span.start : words.start].rstrip()
    if not sign or any(char.isalnum() for char in sign):
        return None
    # Where a copy lost its line ends, a dash within a line may be one between words.
    line = case.text[max(0, item.span.start - _INDENT) : item.span.start]
    if line.strip(" \t\xa0>")[-1:] not in ("", "\n", "\r"):
        return None
    return kit.Span(item.span.start, item.span.start + len(sign)), sign
