"""Lines gathered into paragraphs and items, and parted where one is of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.document.headings import heading_match
from postlint.document.labels import is_field_name
from postlint.readers.lines.line import is_title_case
from postlint.readers.markdown.inline import inline
from postlint.readers.markdown.tables import TableLine
from postlint.readers.pages.page import Page
from postlint.text.patterns import pattern

BULLET = pattern(
    r"(?:[-*+•●▪◦○■–·‣⁃∙➢➤✓✔\uf0b7\uf0a7]|\d{1,3}[.)]|\(\d{1,2}\)|[a-zA-Z][.)]|\([a-z]\))"
    r"(?:([ \t\xa0]+)(?=\S)|[ \t]*\Z)"
)
_BREAK = pattern(r"(?i)(?:\\|<br ?/?>)\Z")
# '**Travel requirement:**', '**Location**: Hull' at the start of a line of its own.
_NAMED = pattern(r"[*_]{1,2}[A-Za-z][^*_\n]{0,90}(?::[*_]{1,2}|[*_]{1,2}:)")
_ALL_BOLD = pattern(r"(\*\*|__)(?=\S)[^*_\n]{1,120}(?:\*\*|__):?[ \t]*\Z")
_KEY = pattern(r"([A-Z][^:|*\[\]]{1,48}):[ \t]+\S")
# A name and a value in an item of front matter: 'date: 2027-02-13'.
_PAIR = pattern(r"[a-z][\w-]{0,20}(?: [\w-]{1,20})?:[ \t]+(?=\S)")


class Gathering:
    """A stretch of Markdown being read, and the paragraph or item that is open.

    `data` says that the stretch is a list in front matter.
    """

    def __init__(self, page: Page, *, data: bool) -> None:
        self.page = page
        self.source = page.source
        self.data = data
        self.lines: list[TableLine] = []
        # The open items: the column of the bullet, and of the words behind it.
        self.items: list[tuple[int, int]] = []
        # The paragraph or item being gathered: its lines, bullet first.
        self.open: list[TableLine] = []
        self.bullet: int | None = None
        self.blank = False
        # The sign of the fence that was opened last, while it is open.
        self.fence = ""
        self.end = 0
        # What was looked for to the end of the text and not found.
        self.absent: set[str] = set()

    def _flush(self) -> None:
        """Add the paragraph or item gathered so far."""
        if not self.open:
            return
        lines, bullet = self.open, self.bullet
        self.open, self.bullet = [], None
        level = len(self.items)
        if self.data and bullet is not None and self._pairs(bullet, lines):
            return
        if bullet is not None:
            flat = self.page.flat
            at = flat.size
            flat.copy(lines[0][0], bullet)
            if bullet >= lines[0][1]:
                # A bullet alone on its line belongs to the words below it.
                self.page.line_end(lines[0][1], lines[0][2])
                lines = lines[1:]
                if not lines:
                    self.page.add("noise", at, at)
                    return
            else:
                lines[0] = (bullet, *lines[0][1:])
            pieces = list(self._pieces(lines))
            self._add("item", at, pieces[0], level)
            for piece in pieces[1:]:
                self._add("text", flat.size, piece, level, close=True)
            return
        for count, piece in enumerate(self._pieces(lines)):
            self._add("text", self.page.flat.size, piece, level, close=count > 0)

    def _pairs(self, bullet: int, lines: list[TableLine]) -> bool:
        """Add an item of front matter that is names and values as fields; say whether it is."""
        page, flat, source = self.page, self.page.flat, self.source
        starts = [bullet, *(start for start, _, _ in lines[1:])]
        pairs = [
            _PAIR.match(source, start, end)
            for start, (_, end, _) in zip(starts, lines, strict=True)
        ]
        if not all(pairs):
            return False
        for pair, (_, end, stop) in zip(pairs, lines, strict=True):
            if pair is not None:
                at = flat.size
                flat.copy(pair.start(), pair.end())
                words = flat.size
                flat.copy(pair.end(), end)
                page.line_end(end, stop)
                page.add("field", at, words)
        return True

    def _pieces(self, lines: list[TableLine]) -> Iterator[list[TableLine]]:
        """Yield the lines of a paragraph, parted where a line is one of its own."""
        source = self.source
        piece: list[TableLine] = []
        alone = False
        for line in lines:
            start, end, _ = line
            char = source[start]
            named = (char in "*_" and _NAMED.match(source, start, end)) or (
                char.isupper() and (self._is_key(start, end) or _heads(source, start, end))
            )
            if piece and (alone or named):
                yield piece
                piece = []
            piece.append(line)
            alone = bool(
                (char in "*_" and len(piece) == 1 and _ALL_BOLD.match(source, start, end))
                or _BREAK.search(source, max(start, end - 6), end)
                or (source[end - 2 : end] == "  " and end - start > 2)
                or (named and char not in "*_")
            )
        if piece:
            yield piece

    def _is_key(self, start: int, end: int) -> bool:
        key = _KEY.match(self.source, start, end)
        return key is not None and end - start < 140 and is_field_name(key[1])

    def _add(
        self, kind: str, at: int, lines: list[TableLine], level: int, *, close: bool = False
    ) -> None:
        """Add a block of the words of some lines; its bullet is in the flat text already."""
        page, flat, source = self.page, self.page.flat, self.source
        words = flat.size
        bold = 0
        start, end, stop = lines[0]
        count = len(lines)
        index = 1
        while True:
            # Lines that follow one another in the source are read as one stretch.
            while index < count and not source[stop : lines[index][0]].strip():
                end, stop = lines[index][1:]
                index += 1
            end = _without_break(source, start, end)
            found = inline(page, start, end)
            bold = bold or (found if start == lines[0][0] else 0)
            page.line_end(end, stop)
            if index >= count:
                break
            start, end, stop = lines[index]
            index += 1
        block = page.add(kind, at, words, level)
        block.bold = bold
        block.close = close

    def _opens_item(self, bullet: re.Match[str]) -> bool:
        """Say whether a bullet is one, seeing what stands above it."""
        sign = bullet[0].strip()
        if bullet[1] is None and not self.items and sign not in "-*+•●▪":
            return False
        if not sign[0].isalnum() and sign[0] != "(":
            # A dash in running text that was broken before it.
            return not (sign == "–" and self.open and self.bullet is None and not self._colon())
        if sign[0].isalpha():
            return not (self.open and self.bullet is None) and not sign[0].isupper()
        if self.open and self.bullet is None and not self.items:
            return self._colon() or sign.strip("().") == "1"
        return True

    def _colon(self) -> bool:
        """Say whether the line above may end before a list: by its sign, or all bold as a name."""
        start, end, _ = self.open[-1]
        ended = self.source[start:end].rstrip().endswith((":", ".", ";"))
        return ended or _ALL_BOLD.match(self.source, start, end) is not None

    def _start_item(
        self, start: int, first: int, bullet: re.Match[str], end: int, stop: int
    ) -> None:
        self._flush()
        column = _column(self.source, start, first)
        while self.items and column < self.items[-1][0] + 2:
            self.items.pop()
        self.items.append((column, column + bullet.end() - first))
        self.bullet = bullet.end()
        self.open = [(first, end, stop)]
        self.blank = False

    def _continue(self, start: int, first: int, end: int, stop: int) -> None:
        """Take a line of text into the paragraph or item above it, or start a paragraph."""
        if not self.open:
            column = _column(self.source, start, first)
            while self.items and self.blank and column < self.items[-1][0] + 2:
                self.items.pop()
        self.open.append((first, end, stop))
        self.blank = False


_LONGEST_HEAD, _SURE, _WEIGHTY = 40, 0.95, 4


def _heads(source: str, start: int, end: int) -> bool:
    """Say whether a line is all of a known heading, whose own line the page gave it."""
    if end - start > _LONGEST_HEAD or not source[end - 1].isalpha():
        return False
    words = source[start:end]
    match = heading_match(words) if is_title_case(words) else None
    return match is not None and match.share >= _SURE and match.weight >= _WEIGHTY


def _column(source: str, start: int, first: int) -> int:
    column = 0
    for char in source[start:first]:
        column += 4 - column % 4 if char == "\t" else 1
    return column


def _without_break(source: str, start: int, end: int) -> int:
    """Return where a line's words end: before a sign that breaks the line, and blanks."""
    match = _BREAK.search(source, max(start, end - 6), end)
    if match is not None:
        end = match.start()
    while end > start and source[end - 1] in " \t":
        end -= 1
    return end
