"""How the lines of a posting look on a page: headings, items with their bullets, labels in bold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import Factory, frozen

from postlint.document.parts import Field, Item, SectionBlock
from postlint.document.posting import Posting
from postlint.text.source import Span

_DEEPEST = 3


@frozen
class LineLook:
    """How one line looks: `kind` is a class of the style sheet, `begin` where its words begin.

    Signs of the markup before it are not shown: the page shows what they mean.
    """

    kind: str
    begin: int


@frozen
class Looks:
    """How the lines of a posting look, by their number, and which words are bold."""

    lines: Mapping[int, LineLook] = Factory(dict)
    bold: tuple[Span, ...] = ()


def looks_of(posting: Posting) -> Looks:
    """Return how the lines of a posting look."""
    source = posting.source
    lines: dict[int, LineLook] = {}
    bold: list[Span] = []
    for section in posting.sections:
        if section.heading is not None:
            span = section.heading.span
            kind = "title" if posting.title and span.overlaps(posting.title.span) else "head"
            line = source.position(span.start).line
            begins = [source.position(block.span.start).line for block in section.blocks[:1]]
            if kind == "head" and line in begins:
                bold.append(span)  # "Duties: the clerk …": the words behind head nothing
            else:
                lines.setdefault(line, LineLook(kind, span.start))
        for block, depth in _each(section.blocks, 0):
            if isinstance(block, Field):
                bold.append(block.key.span)
                continue
            if block.label is not None:
                bold.append(block.label.span)
            if not isinstance(block, Item):
                continue
            begin = (block.label or block.text).span.start
            sign = source.text[block.span.start : begin].strip()
            numbered = any(char.isalnum() for char in sign)
            if numbered:
                begin -= len(source.text[block.span.start : begin].lstrip())
            first = source.position(begin).line
            last = source.position(max(block.text.span.end - 1, begin)).line
            place = f"item depth{min(depth, _DEEPEST)}"
            lines.setdefault(first, LineLook(place if numbered else f"{place} bullet", begin))
            for line in range(first + 1, last + 1):
                lines.setdefault(line, LineLook(place, -1))
    return Looks(lines, tuple(sorted(bold)))


def _each(blocks: Iterable[SectionBlock], depth: int) -> Iterator[tuple[SectionBlock, int]]:
    for block in blocks:
        yield block, depth
        if isinstance(block, Item):
            yield from _each(block.blocks, depth + 1)
