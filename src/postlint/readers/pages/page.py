"""A page being read: its flat text, its blocks, and the places where text is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from postlint.document.gaps import Gap
from postlint.readers.base import Reading
from postlint.readers.blocks import Block
from postlint.readers.flat import Flat
from postlint.readers.pages.decide import decide
from postlint.readers.pages.templates import Tag
from postlint.readers.plain.blocks import plain_blocks
from postlint.readers.terminals import lexemes
from postlint.text.diagnostics import Finding
from postlint.text.source import Span

# What stands in the flat text where text is inserted later.
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
        self.notices: list[Finding] = []
        self._remarks: list[tuple[str, dict[str, object]]] = []
        self.variables: dict[str, tuple[int, int]] = {}
        # Whether a tab is more than a blank: it parts a name from its value.
        self.tabs = False

    def reading(self) -> Reading:
        """Return the finished reading."""
        self.settle()
        text = self.flat.text()
        self.notices.extend(self._findings(text))
        return Reading(
            text=text,
            lexemes=lexemes(text, decide(text, self.blocks)),
            notices=tuple(self.notices),
            origin=self.flat.origin(),
            gaps=tuple(self.gaps),
        )

    def slip(self, name: str, **data: object) -> None:
        """Say something about the source as a whole; it is shown at its first words."""
        self._remarks.append((name, data))

    def _findings(self, text: str) -> Iterator[Finding]:
        for name, start, end in self.slips:
            yield Finding(name, Span(start, end), {"words": text[start:end]})
        if self._remarks:
            first = len(text) - len(text.lstrip())
            end = text.find("\n", first, first + 200)
            last = min(len(text), first + 200) if end == -1 else end
            for name, data in self._remarks:
                yield Finding(name, Span(first, last), data)

    def plain_text(self) -> None:
        """Read what is in the flat text, or else the whole source, as plain text is read."""
        if not self.flat.size:
            self.flat.copy(0, len(self.source))
        text = self.flat.text()
        self.blocks = [
            block for block in plain_blocks(text, comments=False) if block.kind != "blank"
        ]
        for block in self.blocks:
            block.settled = True

    def settle(self) -> None:
        """Read lines as plain text where nothing but lines is set apart."""
        if self._is_bare():
            self.plain_text()

    def _is_bare(self) -> bool:
        """Say whether the source gives its words no form at all."""
        return len(self.blocks) > 0 and all(
            block.kind == "text"
            and block.bold == 0
            and block.mark == 0
            and block.level == 0
            and not block.settled
            for block in self.blocks
        )

    def add(self, kind: str, start: int, words: int, level: int = 0) -> Block:
        """Add a block that ends where the flat text ends now."""
        block = Block(kind, start, words, self.flat.size, level)
        self.blocks.append(block)
        return block

    def line_end(self, end: int, stop: int) -> None:
        """End a line of the flat text with the source's newline, or with one of our own."""
        if stop > end:
            self.flat.copy(end, stop)
        else:
            self.flat.replace("\n", end, end)

    def tag(self, tag: Tag, inner: Callable[[int, int], None]) -> None:
        """Add what a template tag shows, or a sign that something is missing."""
        flat = self.flat
        value = self.variables.get(tag.name.removeprefix("page.").replace("_", " "))
        if value is None:
            value = self.variables.get(tag.name.removeprefix("page."))
        if value is not None:
            flat.replace(self.source[value[0] : value[1]], tag.start, tag.end)
        elif tag.values:
            for count, (start, end) in enumerate(tag.values):
                if count:
                    flat.replace(" - ", start, start)
                inner(start, end)
        elif tag.name:
            at = flat.size
            flat.replace(_MISSING, tag.start, tag.end)
            self.gaps.append(Gap(tag.name, Span(at, flat.size)))

    def field_of(self, tag: Tag, end: int, stop: int) -> None:
        """Add a tag that stands alone and shows its arguments, as a field of its own name."""
        flat = self.flat
        start = flat.size
        words = Gap(tag.name, Span(0, 0)).words.capitalize()
        flat.replace(f"{words}: ", tag.name_at, tag.name_at + len(tag.name))
        value = flat.size
        self.tag(tag, flat.copy)
        self.line_end(end, stop)
        self.add("field", start, value)
