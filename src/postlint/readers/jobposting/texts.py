"""The running texts of a posting: each under its heading, as HTML or as plain text."""

from __future__ import annotations

from postlint.readers.blocks import Block
from postlint.readers.html.whole import read_page
from postlint.readers.jobposting.lines import LineWriter
from postlint.readers.jobposting.names import names_of
from postlint.readers.jobposting.strings import has_tags, unescaped, without_second_escape
from postlint.readers.jobposting.values import Array, Entry, Object, Scalar, Value, unwrapped
from postlint.readers.pages.page import Page

_LONG = 160


class Texts:
    """Adds the texts of a posting to a page."""

    def __init__(self, page: Page, lines: LineWriter) -> None:
        self.page = page
        self.flat = page.flat
        self.source = page.source
        self.lines = lines

    def section(self, entry: Entry, heading: str) -> None:
        """Add a property's text, under a heading where it has none of its own."""
        value = entry.value
        at = self.flat.size
        before = self.flat.mark()
        blocks = len(self.page.blocks)
        if entry.headed:
            self.lines.line(entry.key)
            self.flat.insert("\n")
            self.page.add("head", at, at, 2)
        elif heading:
            self.flat.replace(heading, entry.key.start, entry.key.end)
            self.flat.insert("\n")
            self.page.add("head", at, at, 2)
        words = self.flat.size
        self._text(value)
        if self.flat.size == words:
            self.flat.reset(before)
            del self.page.blocks[blocks:]

    def _text(self, value: Value) -> None:
        value = unwrapped(value)
        if isinstance(value, Scalar):
            self._words(value)
        elif isinstance(value, Array):
            for part in value.values:
                self._item(part)
        else:
            self._requirement(value)

    def _item(self, value: Value) -> None:
        """Add a member of an array as an item, or as text where it is long."""
        scalars = [value] if isinstance(value, Scalar) else list(names_of(value))
        for scalar in scalars:
            raw = self.lines.raw(scalar)
            if len(raw) > 4 * _LONG or "<" in raw:
                self._words(scalar)
                continue
            at = self.flat.size
            self.lines.line(scalar)
            if self.flat.size > at:
                self.flat.insert("\n")
                self.page.add("item", at, at, 1)

    def _requirement(self, value: Object) -> None:
        """Add an object such as an `OccupationalExperienceRequirements`."""
        months = value.entries.get("monthsOfExperience")
        if months is not None and isinstance(months.value, Scalar):
            at = self.flat.size
            raw = self.lines.raw(months.value)
            # Digits of other scripts and thousands of them are no number of months.
            count = int(raw) if raw.isdecimal() and len(raw) < 5 else 0
            if count and count % 12 == 0:
                years = count // 12
                words = f"{years} year{'s' if years > 1 else ''} of experience"
            else:
                words = f"{raw} months of experience"
            self.flat.replace(words, months.value.start, months.value.end)
            self.flat.insert("\n")
            self.page.add("text", at, at)
            return
        for scalar in names_of(value):
            at = self.flat.size
            self.lines.line(scalar)
            if self.flat.size > at:
                self.flat.insert("\n")
                self.page.add("text", at, at)

    def _words(self, scalar: Scalar) -> None:
        """Add a long text: as HTML where it is that, else as plain text."""
        if not scalar.is_string:
            return
        characters = without_second_escape(unescaped(self.source, scalar))
        text = characters.text()
        if not text.strip():
            return
        inner = Page(text)
        if has_tags(text) or "&" in text:
            read_page(inner)
        else:
            inner.flat.copy(0, len(text))
            inner.plain_text()
        inner.settle()
        through = characters.origin()
        shift = self.flat.size
        self.flat.graft(inner.flat, through)
        self.flat.insert("\n")
        self.page.gaps.extend(gap.moved(shift) for gap in inner.gaps)
        for block in inner.blocks:
            self.page.blocks.append(_moved(block, shift))


def _moved(block: Block, shift: int) -> Block:
    moved = Block(
        block.kind, block.start + shift, block.words + shift, block.stop + shift, block.level
    )
    if moved.kind == "head":
        moved.level = min(6, max(2, block.level))
    moved.bold = block.bold + shift if block.bold else 0
    moved.mark = block.mark + shift if block.mark else 0
    moved.label = block.label + shift if block.label else 0
    moved.settled = block.settled
    moved.close = block.close
    return moved
