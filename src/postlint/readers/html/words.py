"""The words of HTML as they look, gathered into blocks: where one begins and what it is."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from itertools import chain

from postlint.readers.lines.bullets import bullet_length
from postlint.readers.pages.page import Page
from postlint.readers.pages.templates import tag_at
from postlint.text.characters import Edit, cleaned, odd_characters, spaced_letters
from postlint.text.patterns import pattern

_PIECE = pattern(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|[ \t\r\n\f]+|\{\{|\{%|<%"
)


class WordWriter:
    """Adds words to a page, and ends the block they belong to.

    Which block that is (a heading, an item, a cell) is decided by whoever reads the tags.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.source = page.source
        self.lists = 0
        self.item = 0  # the level of an item that has no words yet
        self.boxed = 0  # how many of the lists open are boxes with a heading in each
        self.number = ""  # of the item that has no words yet
        self.shown = 0  # how long the number is that the block begins with
        self.head = 0  # the level of the heading the words belong to
        self.bold = 0
        self.pre = 0
        self.depth = 0  # of tables and cells
        # The block being written.
        self.start = page.flat.size
        self.filled = False
        self.blank: tuple[int, int] | None = None
        self.lead = 0
        self.edge = 0
        self.close = False
        self.spread = False  # its letters are set apart

    def _space(self, start: int, end: int) -> None:
        if self.filled and self.blank is None:
            self.blank = (start, end)

    def _text(self, start: int, end: int) -> None:
        """Add a text's words; blanks between them become one, unless they are preserved."""
        source = self.source
        at = start
        for piece in _PIECE.finditer(source, start, end):
            begin, stop = piece.span()
            if begin < at:
                continue
            char = source[begin]
            if char in " \t\r\n\f":
                if stop - begin == 1 and char == " " and at < begin and stop < end:
                    continue  # one blank between words stays where it is
                self._word(at, begin)
                at = stop
                if self.pre and not self.depth and ("\n" in piece[0] or "\r" in piece[0]):
                    self._end(begin)
                    self.close = True
                else:
                    self._space(begin, stop)
                continue
            if char == "&":
                text = entity(source, begin, stop)
                if text == source[begin:stop]:
                    continue
                self._word(at, begin)
                at = stop
                if text == "\xa0" and not self.filled:
                    continue
                self._insert(text, begin, stop)
                continue
            tag = tag_at(source, begin, end)
            if tag is None:
                continue
            self._word(at, begin)
            at = tag.end
            if tag.name or tag.values:
                self._before(tag.start)
                self.page.tag(tag, self.page.flat.copy)
                self._after()
        self._word(at, end)

    def _word(self, start: int, end: int) -> None:
        if start < end:
            self._before(start)
            flat = self.page.flat
            # A page's text was looked at as a whole; a Word file's comes here as it is.
            at = start
            words = self.source[start:end]
            edits = odd_characters(words)
            if words[1:4:2] == "  " or (self.spread and words[1:2] == " "):
                edits = chain(self._spread(words), edits)
            for low, high, seen in edits:
                flat.copy(at, start + low)
                flat.replace(seen, start + low, start + high)
                at = start + high
            flat.copy(at, end)
            self._after()

    def _spread(self, words: str) -> Iterator[Edit]:
        """Yield the blanks between letters that are set apart: "C L E R K", and "O F" behind it."""
        letters = words[::2]
        if self.spread and letters.isalpha() and not words[1::2].strip(" "):
            yield from ((at, at + 1, "") for at in range(1, len(words), 2))
            return
        for edit in spaced_letters(words):
            self.spread = True
            yield edit

    def _insert(self, text: str, start: int, end: int) -> None:
        self._before(start)
        self.page.flat.replace(text, start, end)
        if not text.isspace():
            self._after()

    def _before(self, start: int) -> None:
        """Make what stands before words that start here: an item's number, the blank met last."""
        if self.item and self.number and not self.filled and not self.head:
            self.page.flat.replace(self.number, start, start)
            self.shown, self.number = len(self.number), ""
        if self.blank is not None:
            tab = self.page.tabs and "\t" in self.source[self.blank[0] : self.blank[1]]
            self.page.flat.replace("\t" if tab else " ", *self.blank)
            self.blank = None

    def _after(self) -> None:
        self.filled = True
        if self.lead < 2:
            if self.bold:
                self.lead, self.edge = 1, self.page.flat.size
            else:
                self.lead = 2

    def _end(self, at: int) -> None:
        """End the block being written, if it has words."""
        flat = self.page.flat
        self.blank = None
        if not self.filled:
            self.start = flat.size
            self.lead = self.edge = 0
            return
        start, kind, level, words = self.start, "text", self.lists, self.start
        if self.head:
            kind, level = "head", self.head
            self.item = 0  # an item with a heading in it is a box, and what is below stands in none
            self.boxed = self.boxed or self.lists
        elif self.item:
            level, words, self.item = self.item - self.boxed, start + self.shown, 0
            kind = "item"
        else:
            length = self._bullet()
            level = self.lists - self.boxed
            if length:
                kind, words, level = "item", start + length, level + 1
        self.shown = 0
        flat.replace("\n", at, at)
        block = self.page.add(kind, start, words, level)
        block.bold = self.edge
        block.close = self.close
        self.start = flat.size
        self.filled = self.spread = False
        self.lead = self.edge = 0

    def _bullet(self) -> int:
        """Return how long the bullet that was typed before the words is, 0 for none."""
        opening = self.page.flat.peek(self.start)
        text = opening.lstrip()
        if not text or (
            text[0].isalpha() and text[0] not in "oüâïivx" and text[1:2] not in (".", ")")
        ):
            return 0
        length = bullet_length(text)
        if length and length < len(text):
            return length + len(opening) - len(text)
        return 0


_JOINERS = ("\u200c", "\u200d")
_BEYOND_LATIN = "\u0250"


def entity(source: str, start: int, end: int) -> str:
    """Return the characters an HTML entity stands for; odd ones stand for themselves."""
    text = unescape(source[start:end])
    # A joiner is of the letters around it: between Latin ones it is nothing.
    if text in _JOINERS and source[start - 1 : start] < _BEYOND_LATIN:
        return ""
    # NUL and lone surrogates are no text.
    return "�" if text == "\0" or "\ud800" <= text[:1] <= "\udfff" else cleaned(text)
