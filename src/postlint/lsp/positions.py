"""Places as editors count them: lines from 0, columns in the units they asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from postlint.text.source import NEWLINE, Span

Encoding = PositionEncodingKind | str


def _more(char: str, encoding: Encoding) -> int:
    """Return how many units beyond one a character has."""
    if encoding == PositionEncodingKind.Utf32:
        return 0
    if encoding == PositionEncodingKind.Utf8:
        return len(char.encode("utf-8", "surrogatepass")) - 1
    return int(char > "\uffff")


class SourceLines:
    r"""The lines of a text, for going between offsets and an editor's positions.

    Lines end at `\r\n`, `\n` and `\r`, as the protocol says, and nowhere
    else; pygls's own also end at form feeds and U+2028.
    """

    def __init__(self, text: str, encoding: Encoding = PositionEncodingKind.Utf16) -> None:
        self.text = text
        self.encoding = encoding
        self._starts = [0, *[match.end() for match in NEWLINE.finditer(text)]]
        # Where characters of several units stand, and how many more than one all up to each have.
        self._wide: list[int] = []
        self._sums = [0]
        if not text.isascii():
            for place, char in enumerate(text):
                if char > "\x7f" and (more := _more(char, encoding)):
                    self._wide.append(place)
                    self._sums.append(self._sums[-1] + more)

    @property
    def count(self) -> int:
        """The number of lines; at least one."""
        return len(self._starts)

    def line_start(self, line: int) -> int:
        """Return the offset at which a line, from 0, begins."""
        return self._starts[line]

    def line_text(self, line: int) -> str:
        """Return a line, from 0, without its newline."""
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def _units(self, start: int, end: int) -> int:
        """Return how many units stand between two offsets."""
        if not self._wide:
            return end - start
        wide, sums = self._wide, self._sums
        return end - start + sums[bisect_left(wide, end)] - sums[bisect_left(wide, start)]

    def position(self, offset: int) -> Position:
        """Return the position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._units(self._starts[line], offset))

    def offset(self, position: Position) -> int:
        """Return the offset of a position; one past a line's end is its end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start = self._starts[position.line]
        offsets = range(start, start + len(self.line_text(position.line)) + 1)
        wanted = max(0, position.character)
        return start + bisect_right(offsets, wanted, key=lambda end: self._units(start, end)) - 1

    def range(self, span: Span) -> Range:
        """Return the range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def span(self, range_: Range) -> Span:
        """Return the span of a range."""
        return Span(self.offset(range_.start), self.offset(range_.end))
