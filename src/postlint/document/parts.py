"""The parts a posting is made of: passages, fields, paragraphs, items, sections, duties.

Every value is frozen and knows its span in the source. Texts are given with
their white space made single blanks; the span points at the text as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from postlint.document.kinds import SectionKind
from postlint.document.markers import Marker
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

_HEADING_SIGNS = pattern(r"(?m)^[ \t]*#{1,6}[ \t]+")


class Passage(NamedTuple):
    """Words of the posting and where they stand."""

    text: str
    span: Span


class Field(NamedTuple):
    """A line such as `Reports to: Superintendent`."""

    key: Passage
    value: Passage
    span: Span


class Paragraph(NamedTuple):
    """Running text. `label` holds words run in at its start, such as a bold lead."""

    text: Passage
    span: Span
    label: Passage | None = None
    markers: tuple[Marker, ...] = ()


class Item(NamedTuple):
    """One item of a list: its own words, its markers, and what is nested in it.

    `text` leaves out bullet, label and markers. `misplaced` is true where a
    marker stands before the item's end.
    """

    text: Passage
    span: Span
    label: Passage | None = None
    markers: tuple[Marker, ...] = ()
    misplaced: bool = False
    blocks: tuple[SectionBlock, ...] = ()


SectionBlock: TypeAlias = Field | Paragraph | Item


class Section(NamedTuple):
    """A heading and what stands under it, up to the next heading.

    The text before the first heading is a section without a heading, of kind
    `None` and level 0. `span` ends where the next heading begins, so sections
    never overlap; `parent` is the index of the section this one is nested in.
    """

    heading: Passage | None
    kind: SectionKind | None
    level: int
    span: Span
    blocks: tuple[SectionBlock, ...]
    parent: int | None = None

    def items(self) -> Iterator[Item]:
        """Yield the items of the section, nested ones after the one they are in."""
        return (block for block in walk(self.blocks) if isinstance(block, Item))

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the section, those inside items included."""
        return (block for block in walk(self.blocks) if isinstance(block, Paragraph))


class Duty(NamedTuple):
    """One statement of what the job holder does.

    `section` is the index of the section it stands in. `from_list` is false
    where the posting has no list of duties and running text was read instead.
    """

    text: Passage
    section: int
    label: Passage | None = None
    markers: tuple[Marker, ...] = ()
    misplaced: bool = False
    from_list: bool = True

    @property
    def span(self) -> Span:
        """Where the duty's words stand, without bullet and markers."""
        return self.text.span


class Directive(NamedTuple):
    """A comment addressed to postlint: `%% postlint: ignore CODE -- reason`."""

    text: str
    span: Span


def walk(blocks: tuple[SectionBlock, ...]) -> Iterator[SectionBlock]:
    """Yield blocks in the order of the text, nested ones after their item."""
    for block in blocks:
        yield block
        if isinstance(block, Item) and block.blocks:
            yield from walk(block.blocks)


def passage(text: str, span: Span) -> Passage:
    """Return the words of a span of a text, trimmed of white space and of a heading's signs."""
    raw = text[span.start : span.end]
    start = span.start + len(raw) - len(raw.lstrip())
    end = span.end - len(raw) + len(raw.rstrip())
    if "#" in raw:
        opening = _HEADING_SIGNS.match(text, start, end)
        start = opening.end() if opening else start
        raw = _HEADING_SIGNS.sub("", raw)
    return Passage(" ".join(raw.split()), Span(start, max(start, end)))
