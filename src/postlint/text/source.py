"""Where things are in a text: spans, lines, columns, UTF-16 units.

Inside postlint a place is a `Span`, a half-open pair of code-point offsets.
Lines and columns exist only at the edges, and are worked out here.

Markdown, HTML and JSON wrap a posting's words in signs that are not words.
They are checked as a flat text of their words, and an `Origin` knows where
each stretch of it stands in what the user gave; Word and PDF files have no
text of their own, and `Places` names the paragraph or page instead.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.values import field, frozen

# The newlines of a posting. Form feeds and U+2028 stand inside a line:
# pasted postings contain them, and editors do not break lines there.
NEWLINE = pattern(r"\r\n|\n|\r")
_CLOSING = pattern(r"(?:\s*</[A-Za-z][\w-]*\s*>)+")
# All that `str.isspace` says yes to; looking for them took a start-up longer than it may.
WHITE_SPACE = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0"
    "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)


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


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return what spans cover, in order; those that overlap become one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return tuple(found)


def touches(apart: Sequence[Span], span: Span) -> bool:
    """Say whether a span shares a character with one of these, which stand apart and in order."""
    place = bisect_left(apart, (span.end,)) - 1
    return place >= 0 and apart[place].overlaps(span)


class Position(NamedTuple):
    """A line and a column, both counted from 1; columns count code points."""

    line: int
    column: int


class Range(NamedTuple):
    """The lines and columns of a span; the end is exclusive."""

    start: Position
    end: Position


@frozen(slots=False)
class Origin:
    """Where the stretches of a flat text stand in the text the user gave.

    Stretch `i` begins at `flat[i]` and stands at `[starts[i], ends[i])` of
    `text`. A stretch as long as its place was copied, character for character;
    any other stands for its place as a whole: a blank for `&nbsp;`, a newline
    for nothing at all. `size` is the length of the flat text.
    """

    text: str
    flat: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    size: int

    def span(self, span: Span) -> Span:
        """Return where a span of the flat text stands in the given text."""
        start = self.offset(span.start)
        if span.end <= span.start:
            return Span(start, start)
        index = bisect_right(self.flat, span.end - 1) - 1
        end = self.ends[index]
        if self._copied(index):
            end = self.starts[index] + span.end - self.flat[index]
        if end < start:
            # Text that was brought into another order than it has in the source.
            index = bisect_right(self.flat, span.start) - 1
            end = self.ends[index]
        return Span(start, end)

    def offset(self, offset: int) -> int:
        """Return the place in the given text of an offset of the flat text."""
        if not self.flat:
            return 0
        if offset >= self.size:
            return self.ends[-1]
        index = bisect_right(self.flat, offset) - 1
        if self._copied(index):
            return self.starts[index] + offset - self.flat[index]
        return self.starts[index]

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a range of the flat text that lie in one stretch each."""
        index = bisect_right(self.flat, start) - 1
        while start < end:
            after = self.flat[index + 1] if index + 1 < len(self.flat) else self.size
            yield start, min(after, end)
            start, index = after, index + 1

    def flat_offset(self, place: int) -> int:
        """Return the offset of the first character that stands at or after a place."""
        starts, order = self._by_place
        at = bisect_right(starts, place) - 1
        # Where stretches stand for nothing, several begin at one place.
        if at >= 0:
            index = order[at]
            if place < self.ends[index]:
                inside = place - self.starts[index] if self._copied(index) else 0
                return self.flat[index] + inside
        at = bisect_left(starts, place)
        return self.flat[order[at]] if at < len(order) else self.size

    def _copied(self, index: int) -> bool:
        return self._length(index) == self.ends[index] - self.starts[index]

    def _length(self, index: int) -> int:
        after = self.flat[index + 1] if index + 1 < len(self.flat) else self.size
        return after - self.flat[index]

    @cached_property
    def _by_place(self) -> tuple[list[int], list[int]]:
        order = sorted(
            (i for i in range(len(self.flat)) if self.ends[i] > self.starts[i]),
            key=self.starts.__getitem__,
        )
        return [self.starts[i] for i in order], order


class Places(NamedTuple):
    """What to call the parts of a text that has no lines a user could look up.

    The part that begins at `starts[i]` is called `names[i]`: `page 2, line 14`.
    Offsets are those of the text the reader made, all postings of a file in it.
    """

    starts: tuple[int, ...]
    names: tuple[str, ...]

    def name(self, offset: int) -> str | None:
        """Return what the part an offset stands in is called."""
        index = bisect_right(self.starts, offset) - 1
        return self.names[index] if index >= 0 else None


@frozen(slots=False)
class SourceText:
    """A text and the places of its lines.

    `text` is what is checked; every `Span` points into it. `given` is what the
    user gave: the same text, save where a reader took words out of the signs
    around them. Positions, ranges, lines and columns are those of `given`.
    `path` is how the user named it, or `None` for a text that has no file.
    `part` tells one of several postings in a source from the others: `[2]`.
    """

    text: str
    path: str | None = None
    part: str = field(default="", kw_only=True)
    origin: Origin | None = field(default=None, kw_only=True, repr=False)
    places: Places | None = field(default=None, kw_only=True, repr=False)

    @property
    def name(self) -> str:
        """What a person calls it: `jobs.json[2]`; a text without a file is `-`."""
        return f"{self.path or '-'}{self.part}"

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        # Only what is shown has lines; most checks of many files show little.
        return _line_starts(self.given)

    @property
    def given(self) -> str:
        """The text the user gave."""
        return self.text if self.origin is None else self.origin.text

    def given_span(self, span: Span) -> Span:
        """Return where a span stands in the text the user gave.

        An empty span is where something may be inserted: behind the tags that
        close there, so that it never comes to stand inside an element that ends.
        """
        if self.origin is None:
            return span
        place = self.origin.span(span)
        if span.end <= span.start and (behind := _CLOSING.match(self.given, place.start)):
            return Span(behind.end(), behind.end())
        return place

    def is_copy(self, span: Span) -> bool:
        """Say whether a span can be written over in the text the user gave.

        It can where its characters stand there one by one, however its lines
        end, and where there is such a text at all; something can be inserted
        between neighbours and where a line ends.
        """
        if self.places is not None:
            return False
        place = self.given_span(span)
        if self.origin is not None and span.end <= span.start:
            around = self.text[max(0, span.start - 1) : span.start + 1]
            if around == self.given[max(0, place.start - 1) : place.start + 1]:
                return True
            end = NEWLINE.search(self.given, place.start)
            return not self.given[place.start : end.start() if end else None].strip()
        return NEWLINE.sub("\n", self.given[place.start : place.end]) == self.slice(span)

    def place(self, span: Span) -> str | None:
        """Return the name of the paragraph or page a span stands in, where it has one."""
        return None if self.places is None else self.places.name(self.given_span(span).start)

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
        return self._position(offset if self.origin is None else self.origin.offset(offset))

    def _position(self, place: int) -> Position:
        line = bisect_right(self._starts, place)
        return Position(line, place - self._starts[line - 1] + 1)

    def range(self, span: Span) -> Range:
        """Return the lines and columns of a span."""
        if self.origin is None:
            return Range(self.position(span.start), self.position(span.end))
        self.position(span.start), self.position(span.end)  # they raise outside the text
        place = self.given_span(span)
        return Range(self._position(place.start), self._position(place.end))

    def _line(self, line: int) -> Span:
        """Return the place of a line counted from 1, without its newline."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.given)
        while end > start and self.given[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def line_span(self, line: int) -> Span:
        """Return the span of a line counted from 1, without its newline."""
        place = self._line(line)
        if self.origin is None:
            return place
        return Span(self.origin.flat_offset(place.start), self.origin.flat_offset(place.end))

    def line(self, line: int) -> str:
        """Return the given text of a line counted from 1, without its newline."""
        place = self._line(line)
        return self.given[place.start : place.end]

    def slice(self, span: Span) -> str:
        """Return the characters of a span."""
        return self.text[span.start : span.end]

    def utf16_column(self, offset: int) -> int:
        """Return how many UTF-16 code units stand before an offset on its line, from 0."""
        line, column = self.position(offset)
        start = self._starts[line - 1]
        return utf16_length(self.given[start : start + column - 1])

    def offset_at_utf16(self, line: int, column: int) -> int:
        """Return the offset of a UTF-16 column (from 0) on a line (from 1).

        A column past the end of the line gives the line's end; one inside a
        surrogate pair gives the start of its character, as LSP asks.
        """
        span = self._line(line)
        units = 0
        place = span.end
        for at in range(span.start, span.end):
            units += 2 if ord(self.given[at]) > 0xFFFF else 1
            if units > column:
                place = at
                break
        return place if self.origin is None else self.origin.flat_offset(place)


@lru_cache(maxsize=2)
def _line_starts(text: str) -> tuple[int, ...]:
    """Return where lines begin; the postings of one source ask for the same ones."""
    return (0, *[match.end() for match in NEWLINE.finditer(text)])


def line_end(text: str, offset: int) -> int:
    """Return where the line ends that an offset stands on, before its newline."""
    found = NEWLINE.search(text, offset)
    return len(text) if found is None else found.start()


def utf16_length(text: str) -> int:
    """Return the number of UTF-16 code units of a text; lone surrogates count one."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


# What stands where words are left out.
CUT = "…"


def quote(source: SourceText, span: Span, most: int = 120) -> str:
    """Return the words of a span on one line, cut in the middle when they are many."""
    # Only so much is looked at, however long the span is.
    if span.end - span.start > 4 * most:
        raw = source.text[span.start : span.start + 4 * most]
        cut = True
    else:
        raw, cut = source.slice(span), False
    words = " ".join(raw.split())
    if len(words) > most:
        words, cut = words[: most - 1].rstrip(), True
    return words + CUT if cut else words
