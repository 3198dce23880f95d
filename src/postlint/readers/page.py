"""A page being read: its flat text, its blocks, and the places where text is missing."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

from postlint.diagnostics import Finding
from postlint.document.gaps import Gap
from postlint.readers.base import Reading
from postlint.readers.blocks import Block
from postlint.readers.flat import Flat
from postlint.readers.outline import lexemes
from postlint.readers.plain import PlainReader
from postlint.readers.templates import Tag
from postlint.source import Span

# What stands in the flat text where text is put in later.
_MISSING = "…"


class Page:
    """Collects what a reader finds in one source.

    `variables` are the page's own values by name, as front matter gives them:
    the offsets where each stands.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.flat = Flat(source)
        self.blocks: list[Block] = []
        self.gaps: list[Gap] = []
        self.slips: list[tuple[str, int, int]] = []
        self.variables: dict[str, tuple[int, int]] = {}

    def reading(self) -> Reading:
        """Return the finished reading."""
        text = self.flat.text()
        if self._is_bare():
            # Nothing is set apart but lines: they are read as plain text is.
            found = list(PlainReader().read(text).lexemes)
        else:
            found = lexemes(text, self.blocks)
        notices = tuple(
            Finding(name, Span(start, end), {"words": text[start:end]})
            for name, start, end in self.slips
        )
        return Reading(
            text=text,
            lexemes=found,
            notices=notices,
            origin=self.flat.origin(),
            gaps=tuple(self.gaps),
        )

    def _is_bare(self) -> bool:
        """Say whether the source gives its words no form at all."""
        return len(self.blocks) > 0 and all(
            block.kind == "text" and block.bold == 0 and block.level == 0 for block in self.blocks
        )

    def add(self, kind: str, start: int, words: int, level: int = 0) -> Block:
        """Add a block that ends where the flat text ends now."""
        block = Block(kind, start, words, self.flat.size, level)
        self.blocks.append(block)
        return block

    def line_end(self, end: int, stop: int) -> None:
        """End a line of the flat text with the source's newline, or with one of our own."""
        if stop > end:
            self.flat.keep(end, stop)
        else:
            self.flat.put("\n", end, end)

    def tag(self, tag: Tag, inner: Callable[[int, int], None]) -> None:
        """Add what a template tag shows, or a sign that something is missing."""
        flat = self.flat
        value = self.variables.get(tag.name.removeprefix("page.").replace("_", " "))
        if value is None:
            value = self.variables.get(tag.name.removeprefix("page."))
        if value is not None:
            flat.put(self.source[value[0] : value[1]], tag.start, tag.end)
        elif tag.values:
            for count, (start, end) in enumerate(tag.values):
                if count:
                    flat.put(" - ", start, start)
                inner(start, end)
        elif tag.name:
            at = flat.size
            flat.put(_MISSING, tag.start, tag.end)
            self.gaps.append(Gap(tag.name, Span(at, flat.size)))

    def field_of(self, tag: Tag, end: int, stop: int) -> None:
        """Add a tag that stands alone and shows its arguments, as a field of its own name."""
        flat = self.flat
        start = flat.size
        words = Gap(tag.name, Span(0, 0)).words.capitalize()
        flat.put(f"{words}: ", tag.name_at, tag.name_at + len(tag.name))
        value = flat.size
        self.tag(tag, flat.keep)
        self.line_end(end, stop)
        self.add("field", start, value)


def entity(source: str, start: int, end: int) -> str:
    """Return the characters an HTML entity stands for; odd ones stand for themselves."""
    text = unescape(source[start:end])
    # NUL and lone surrogates are no text.
    return "�" if text == "\0" or "\ud800" <= text[:1] <= "\udfff" else text
