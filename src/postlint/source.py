"""Where things are in a text: spans, lines, columns, UTF-16 units.

Inside postlint a place is a `Span`, a half-open pair of code-point offsets.
Lines and columns exist only at the edges, and are worked out here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from attrs import frozen

# The newlines of a posting. Form feeds and U+2028 stand inside a line:
# pasted postings contain them, and editors do not break lines there.
NEWLINE = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A half-open range of code-point offsets, `[start, end)`."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Say whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class Position(NamedTuple):
    """A line and a column, both counted from 1; columns count code points."""

    line: int
    column: int


class Range(NamedTuple):
    """The lines and columns of a span; the end is exclusive."""

    start: Position
    end: Position


@frozen
class SourceText:
    """A text and the places of its lines.

    `path` is how the user named it, or `None` for a text that has no file.
    """

    text: str
    path: str | None = None

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return (0, *[match.end() for match in NEWLINE.finditer(self.text)])

    @property
    def line_count(self) -> int:
        """The number of lines; a text that ends in a newline has an empty last one."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset, both from 1.

        Raises `ValueError` when the offset lies outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside a text of {len(self.text)} characters")
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def range(self, span: Span) -> Range:
        """Return the lines and columns of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def line_span(self, line: int) -> Span:
        """Return the span of a line counted from 1, without its newline."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def line(self, line: int) -> str:
        """Return the text of a line counted from 1, without its newline."""
        return self.slice(self.line_span(line))

    def slice(self, span: Span) -> str:
        """Return the characters of a span."""
        return self.text[span.start : span.end]

    def utf16_column(self, offset: int) -> int:
        """Return how many UTF-16 code units stand before an offset on its line, from 0."""
        start = self._starts[self.position(offset).line - 1]
        return utf16_length(self.text[start:offset])

    def offset_at_utf16(self, line: int, column: int) -> int:
        """Return the offset of a UTF-16 column (from 0) on a line (from 1).

        A column past the end of the line gives the line's end; one inside a
        surrogate pair gives the start of its character, as LSP asks.
        """
        span = self.line_span(line)
        units = 0
        for offset in range(span.start, span.end):
            units += 2 if ord(self.text[offset]) > 0xFFFF else 1
            if units > column:
                return offset
        return span.end


def utf16_length(text: str) -> int:
    """Return the number of UTF-16 code units of a text; lone surrogates count one."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)
