"""The rows of a page in the order a person reads them.

A PDF file sets words at places. The library joins what stands on one height
to a row and keeps the order of the file; here rows are parted where they are
wide open, columns of prose are read one after the other, and a page of one
column from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.readers.pdf.line import LinePart
from postlint.text.records import NamedTuple

# A gap is so many times the letters' height: between columns, and between a
# field and the next on its row. Justified lines open their blanks less.
_OPEN, _WIDE, _CELL, _CELL_OF_WORDS = 1.2, 2.5, 0.35, 0.5
_LEAST_GUTTER = 6.0
_LEAST_ROWS = 4
_SAME_EDGE, _LONGEST_NAME = 3.0, 40
# Columns of prose are that wide on the mean, in characters; cells are not.
_PROSE = 18
_BULLET = 3
_LINE = 0.9
_COLUMN = "    "


class Piece(NamedTuple):
    """Words on one height without a gap: where they start in the page's text, and their box."""

    at: int
    text: str
    size: float
    left: float
    right: float
    bottom: float
    top: float
    # Whether nothing but the page is between it and the piece before it, where blanks are written.
    apart: bool = False


Row = list[Piece]


def in_order(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a page as they are read, gutters of prose taken apart."""
    rows = [_without_bullets(row) for row in rows]
    if _is_shuffled(rows):
        rows.sort(key=lambda row: -row[0].bottom)
    return list(_columns(rows))


def words(row: Row) -> str:
    """Return the words of a row, wide gaps as blanks that part columns."""
    return _COLUMN.join(part.text for part in line_parts(row))


def line_parts(row: Row) -> Iterator[LinePart]:
    """Yield the words of a row between its wide gaps."""
    whole = LinePart(row[0].text, row[0].left, row[0].right)
    for before, piece in pairwise(row):
        if piece.apart or piece.left - before.right > _WIDE * max(before.size, piece.size):
            yield whole
            whole = LinePart(piece.text, piece.left, piece.right)
        else:
            whole = LinePart(f"{whole.text} {piece.text}", whole.left, piece.right)
    yield whole


def open_at(size: float, *, written: bool, own: bool = False) -> float:
    """Return how wide a gap is that parts two pieces of a row.

    Where the blanks between words are `written`, a gap that is none of them parts cells;
    the surer where the row has blanks of its `own`.
    """
    if not written:
        return _OPEN * size
    return (_CELL if own else _CELL_OF_WORDS) * size


def _without_bullets(row: Row) -> Row:
    """Return a row whose bullets are joined to their words."""
    out: Row = []
    for piece in row:
        if out and _is_bullet(out[-1].text):
            first = out.pop()
            words = f"{first.text} {piece.text}"
            piece = piece._replace(  # noqa: PLW2901
                at=first.at, text=words, left=first.left, apart=first.apart
            )
        out.append(piece)
    return out


def _is_bullet(words: str) -> bool:
    """Say whether words on their own are a bullet, a number or a letter before an item."""
    alone = len(words) == 1 or not words.isalpha()  # "Pay" is a name
    return len(words) <= _BULLET and alone and not words.isdigit()


def _is_shuffled(rows: Sequence[Row]) -> bool:
    """Say whether a page of one column is not set from top to bottom."""
    steps = [above[0].bottom - below[0].bottom for above, below in pairwise(rows)]
    if all(step >= 0 for step in steps):
        return False
    # Rows closer than any that follow one another in the file stand side by side, or
    # one lies over the others, as the buttons of a printed web page do.
    least = min((step for step in steps if step > 0), default=0.0)
    heights = sorted(row[0].bottom for row in rows)
    return all(high - low > max(_LINE * least, 1.0) for low, high in pairwise(heights))


def _columns(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows; where two columns of prose stand side by side, one after the other."""
    index = 0
    while index < len(rows):
        beside = _names_beside(rows, index)
        if beside > index:
            yield from _parted(rows[index:beside])
            index = beside
            continue
        stop = _gutter(rows, index) if len(rows[index]) == 2 else index
        if stop == index:
            yield rows[index]
            index += 1
            continue
        edge = min(row[1].left for row in rows[index:stop] if len(row) == 2)
        for left in (True, False):
            for row in rows[index:stop]:
                side = [piece for piece in row if (piece.left < edge) == left]
                if side:
                    yield side
        index = stop


def _gutter(rows: Sequence[Row], first: int) -> int:
    """Return where the rows end that stand in two columns of prose from `first` on."""
    low, high = 0.0, float("inf")
    index = first
    both: list[Row] = []
    last = first
    while index < len(rows):
        row = rows[index]
        if len(row) > 2:
            break
        if len(row) == 2:
            left, right = row[0].right, row[1].left
        elif row[0].left >= high - 1:
            left, right = low, row[0].left
        else:
            left, right = row[0].right, high
        left, right = max(low, left), min(high, right)
        if right - left < _LEAST_GUTTER:
            break
        low, high = left, right
        index += 1
        if len(row) == 2:
            both.append(row)
            last = index
    # What stands below the last row with two columns may be the end of the longer one.
    stop = index if index == len(rows) else last
    if len(both) < _LEAST_ROWS or 2 * len(both) < stop - first:
        return first
    return stop if _is_prose(both) else first


def _is_prose(rows: Sequence[Row]) -> bool:
    """Say whether both columns are prose: long, and not names with values."""
    named = sum(":" in piece.text[:40] for row in rows for piece in row)
    return 2 * named < len(rows) and all(
        sum(len(row[side].text) for row in rows) >= _PROSE * len(rows) for side in (0, 1)
    )


def _names_beside(rows: Sequence[Row], first: int) -> int:
    """Return where the rows end in which names stand beside what they head, from `first` on.

    What is beside a name goes on below it, at the same edge, and has more lines than
    there are names, or duties among it: a form has a name for each value.
    """
    if len(rows[first]) != 2:
        return first
    edge = rows[first][1].left
    names = below = more = works = 0
    index = first
    while index < len(rows):
        row = rows[index]
        if len(row) > 2 or abs(row[-1].left - edge) > _SAME_EDGE:
            break
        if len(row) == 2:
            goes_on = names > 0 and row[0].text[0].islower()
            if row[0].right > edge - _LEAST_GUTTER or not (goes_on or _may_name(row[0].text)):
                break
            names += not goes_on
            more += goes_on
            works += heading_kind(row[0].text) is SectionKind.DUTIES
        else:
            below += 1
        index += 1
    # Names of more lines than two are a column of prose.
    several = below + more >= names or works > 0
    return index if several and names > max(1, more - 1) and below else first


def _may_name(words: str) -> bool:
    return len(words) <= _LONGEST_NAME and words[0].isupper() and not is_field_name(words)


def _parted(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield each name, of one line or of several, as a row of its own before what is beside it."""
    beside: list[Row] = []
    name: Row = []
    for row in rows:
        if len(row) > 1 and not row[0].text[0].islower():
            yield from (name, *beside) if name else ()
            name, beside = row[:1], []
        elif len(row) > 1:
            name = [name[0]._replace(text=f"{name[0].text} {row[0].text}")]
        beside.append(row[-1:])
    yield from (name, *beside)
