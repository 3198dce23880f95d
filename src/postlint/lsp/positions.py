"""Places as editors count them: lines from 0, columns in the units they asked for."""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from postlint.text.source import NEWLINE, Span

Encoding = PositionEncodingKind | str


def units(text: str, encoding: Encoding) -> int:
    """Return how many units of an encoding a text has."""
    if encoding == PositionEncodingKind.Utf32:
        return len(text)
    if text.isascii():
        return len(text)
    if encoding == PositionEncodingKind.Utf8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


class Lines:
    r"""The lines of a text, for going between offsets and an editor's positions.

    Lines end at `\r\n`, `\n` and `\r`, as the protocol says, and nowhere
    else; pygls's own also end at form feeds and U+2028.
    """

    def __init__(self, text: str, encoding: Encoding = PositionEncodingKind.Utf16) -> None:
        self.text = text
        self.encoding = encoding
        self._starts = [0, *[match.end() for match in NEWLINE.finditer(text)]]

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

    def position(self, offset: int) -> Position:
        """Return the position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, units(self.text[self._starts[line] : offset], self.encoding))

    def offset(self, position: Position) -> int:
        """Return the offset of a position; one past a line's end is its end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start = self._starts[position.line]
        line = self.line_text(position.line)
        if line.isascii() or self.encoding == PositionEncodingKind.Utf32:
            return start + min(position.character, len(line))
        passed = 0
        for index, char in enumerate(line):
            passed += units(char, self.encoding)
            if passed > position.character:
                return start + index
        return start + len(line)

    def range(self, span: Span) -> Range:
        """Return the range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def span(self, range_: Range) -> Span:
        """Return the span of a range."""
        return Span(self.offset(range_.start), self.offset(range_.end))
