"""The blocks gathered so far of a text, and what stands around a row."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.document.kinds import SectionKind
from postlint.document.labels import is_farewell
from postlint.readers.blocks import Block
from postlint.readers.lines.alike import (
    AT_TOP,
    LONGEST_ALIKE,
    ROMANS,
    ShortLine,
    alike,
    may_be_heading,
)
from postlint.readers.lines.bullets import bullet_length, glyph, roman_length
from postlint.readers.lines.line import Around, Heading, bare, heads_section
from postlint.readers.plain.levels import Levels
from postlint.readers.plain.rows import Row
from postlint.readers.plain.wrapping import wrap_width
from postlint.text.records import record


class RowBlock(Block):
    """A block gathered from rows, with what its rows show.

    `text` is the first row of the words, `last` the last one; `glyph` and
    `indent` are those of its bullet; `tail` is where formatting after a heading's
    words begins, 0 for none; `section` is the kind of section it stands in.
    """

    indent = 0
    glyph = ""
    tail = 0
    last: Row | None = None
    section: SectionKind | None = None

    def __init__(self, kind: str, start: int, words: int, stop: int, text: str = "") -> None:
        # As the base does; a text has hundreds, and a call of it costs as much again.
        self.kind = kind
        self.start = start
        self.words = words
        self.stop = stop
        self.level = 0
        self.text = text


# What stands between the words of a posting and is none of them.
UNREAD = frozenset({"blank", "noise", "comment", "directive"})


def _short_lines(rows: list[Row]) -> Iterator[ShortLine]:
    """Yield the short rows that may be headings and stand apart from what is above them."""
    worded = [index for index, row in enumerate(rows) if row.text and not row.noise]
    # Without blank rows, what stands over a list is apart from what is above it.
    crowded = bool(worded) and len(worded) == worded[-1] - worded[0] + 1
    for number in range(1, len(worded) - 1):
        index = worded[number]
        text = rows[index].text
        if len(text) > LONGEST_ALIKE or not (
            text[0].isupper() or text[0].isdigit() or text[:2] in _SMALL_ROMAN
        ):
            continue
        length = bullet_length(text)
        if not length and text[0] in _OF_ROMANS:
            length = roman_length(text)
        mark = glyph(text[:length]) if length else ""
        if (length and mark not in FIRST_NUMBERS) or not rows[index].whole:
            continue
        last, at = worded[number - 1], worded[number + 1]
        above, below = rows[last].text, rows[at].text
        item = bullet_length(above) > 0
        inner = bullet_length(below)
        known = crowded and " " in text and heads_section(text)
        # A Roman number sets apart, and so do known words where no blank row does.
        gap = rows[index - 1].text == "" or known or mark in ROMANS
        apart = gap or (not length and (item or (crowded and inner > 0)))
        words = text[length:]
        listed = inner > 0 and glyph(below[:inner]) == mark
        if apart and not listed and may_be_heading(words):
            ended = item or known or number <= AT_TOP or (last > 0 and rows[last - 1].text != "")
            under = at + 1 < len(rows) and rows[at + 1].text != ""
            close = at == index + 1
            yield ShortLine(index, words, above, ended, below, inner > 0, under, close, mark)


_SMALL_ROMAN = frozenset("i. i) ii iv v. v) vi ix x. x) (i (v (x (I (V (X".split())
_OF_ROMANS = "IVX"
FIRST_NUMBERS = ROMANS | {"1", "A"}


def _signature(rows: list[Row]) -> range:
    """Return the rows in which who wrote a letter signs it, with a post that is not open."""
    last = len(rows) - 1
    for _ in range(_LAST_ROWS):
        while last > 0 and not rows[last].text:
            last -= 1
        if last <= 0:
            break
        text = rows[last].text
        if is_farewell(text):
            return range(last + 1, len(rows))
        if len(text) > LONGEST_ALIKE or heads_section(text):
            break  # "Benefits" below a "Thank you!" heads what follows
        last -= 1
    return range(0)


# A name, a post, an office, where it is, and how it is reached.
_LAST_ROWS = 9


class Gathered:
    """What of a text is gathered: its rows, the blocks so far, and the headings open.

    `titled` says that a title or a known heading was met, `questionnaire` that a
    questionnaire has begun. `width` is where lines are wrapped, 0 for nowhere.
    `signature` are the rows below a letter's farewell.
    """

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self.width = wrap_width(rows)
        self.blocks: list[RowBlock] = []
        self.levels = Levels()
        self.titled = False
        self.questionnaire = False
        self.signature = _signature(rows)
        self.alike = alike(_short_lines(rows))

    def below(self, index: int) -> int:
        """Return the next row with words of the posting's own."""
        rows = self.rows
        count = len(rows)
        index += 1
        while index < count and (not rows[index].text or rows[index].noise):
            index += 1
        return index

    def remarked(self, index: int, below: int) -> bool:
        """Say whether a remark stands between two rows."""
        return any(row.remark for row in self.rows[index + 1 : below])

    def above(self, index: int) -> str:
        """Return the row directly above, as far as this one may stand in a row with it."""
        if not index or not self.blocks:
            return ""
        row = self.rows[index - 1]
        if row.noise or not row.whole:
            return ""
        # What a field or a bulleted item ends with is not a row of a list.
        block = self.blocks[-1]
        return "" if block.kind == "field" or block.glyph else row.text

    def around(self, index: int) -> Around:
        """Return what stands around a row that may be a heading."""
        rows = self.rows
        at = self.below(index)
        below = rows[at].text if at < len(rows) else ""
        around = (
            self.above(index),
            below,
            at == index + 1,
            bool(self.blocks) and self.blocks[-1].kind == "head",
            bool(below) and bullet_length(below) > 0,
            self.titled,
            index > 0 and not rows[index - 1].whole,
            self.questionnaire,
            self.alike.get(index),
        )
        return record(Around, around)

    def heading(
        self,
        start: int,
        words: int,
        stop: int,
        text: str,
        heading: Heading,
        *,
        tail: int = 0,
        level: int = 0,
    ) -> None:
        """Add a heading, and take it in as open.

        `tail` is where formatting behind it begins; `level` is given where the text shows it.
        """
        block = RowBlock("head", start, words, stop, bare(text))
        block.tail = tail
        block.level = self.levels.place(block.text, heading, self.empty(), level)
        self.blocks.append(block)
        self.titled = self.titled or heading.match is not None

    def empty(self) -> bool:
        """Say whether nothing but blanks stands under the heading before."""
        for block in reversed(self.blocks):
            if block.kind == "head":
                return True
            if block.kind not in UNREAD:
                return False
        return False
