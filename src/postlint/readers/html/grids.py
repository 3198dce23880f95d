"""Where the cells of a table stand, and the terms of a list of terms."""

from __future__ import annotations

from typing import TypeAlias

from postlint.readers.html.tokens import (
    CLOSE,
    HEADS,
    LISTS,
    OPEN,
    Token,
)
from postlint.readers.pages.columns import Cell
from postlint.text.patterns import pattern

_ROWSPAN = pattern(r"(?i)\browspan\s*=\s*[\"']?\s*([1-9]\d{0,2})")
_COLSPAN = pattern(r"(?i)\bcolspan\s*=\s*[\"']?\s*([1-9]\d{0,2})")
_MOST_SPANNED = 100
# A row of one cell over all columns names the table, and none of them.
_LEAST_NAMES = 2
# What stands below a cell of several rows.
_NOTHING = Cell("", int)
_LAYOUT_CELL = 1200
_LONGEST_LIST = 6000
# The tokens of cells, from one index to another, row by row.
Rows: TypeAlias = list[list[tuple[int, int]]]


def rows(tokens: list[Token], first: int, last: int, *, lists: bool = False) -> Rows | None:
    """Return where the cells of a table are, row by row; `None` for a layout's.

    What has lists in it is one, unless `lists` says that they may stand in its cells.
    """
    found: Rows = []
    cell = 0
    for index in range(first + 1, last + 1):
        token = tokens[index]
        name = token.name
        if token.kind not in (OPEN, CLOSE):
            continue
        barred = name == "table" or name in HEADS or (name in LISTS and not lists)
        if token.kind == OPEN and barred:
            return None
        if name in ("td", "th", "tr", "table", "tbody", "thead", "tfoot"):
            if cell:
                if token.start - tokens[cell].start > (_LONGEST_LIST if lists else _LAYOUT_CELL):
                    return None
                (found or [[]])[-1].append((cell + 1, index))
                cell = 0
            if token.kind == OPEN and name == "tr":
                found.append([])
            elif token.kind == OPEN and name in ("td", "th"):
                if not found:
                    found.append([])
                cell = index
    found = [row for row in found if row]
    alone = all(len(row) == 1 for row in found)
    # One cell below the other, lines in them: a page is laid out so, and nothing is told by it.
    if alone and any(token.kind == OPEN and token.name == "br" for token in tokens[first:last]):
        return None
    return found


def terms(tokens: list[Token], first: int, last: int) -> Rows | None:
    """Return where the terms of a list of terms are, each with what it means."""
    found: Rows = []
    begin = 0
    for index in range(first + 1, last + 1):
        token = tokens[index]
        name = token.name
        if token.kind not in (OPEN, CLOSE):
            continue
        if token.kind == OPEN and (name in ("dl", "table") or name in HEADS or name in LISTS):
            return None
        if name in ("dt", "dd", "dl", "div"):
            if begin:
                term = tokens[begin].name == "dt"
                if token.start - tokens[begin].start > _LAYOUT_CELL:
                    return None
                if term or not found:
                    found.append([(begin + 1, index)])
                elif len(found[-1]) > 1:
                    found[-1][1] = (found[-1][1][0], index)  # one more of what the term means
                else:
                    found[-1].append((begin + 1, index))
                begin = 0
            if token.kind == OPEN and name in ("dt", "dd"):
                begin = index
    return found


def spread(
    source: str, tokens: list[Token], rows: list[list[tuple[Cell, int]]]
) -> list[list[Cell]]:
    """Return rows in which every cell stands in its column, below cells of many rows too."""
    found: list[list[Cell]] = []
    below: dict[int, int] = {}  # how many rows more a column is taken
    for row in rows:
        cells: list[Cell] = []
        for cell, first in row:
            _pass_over(cells, below)
            tag = tokens[first - 1]
            match = _ROWSPAN.search(source, tag.start, tag.end)
            if match is not None:
                below[len(cells)] = min(int(match[1]), _MOST_SPANNED) - 1
            cells.append(cell)
        _pass_over(cells, below)
        found.append(cells)
    if len(found) > 1 and len(found[0]) < max(map(len, found)):
        _spread_head(source, found[0], [tokens[first - 1] for _, first in rows[0]])
    return found


def _spread_head(source: str, head: list[Cell], tags: list[Token]) -> None:
    """Put each name of a head over the last of the columns it spans: a number stands before."""
    if len(head) != len(tags) or len(head) < _LEAST_NAMES:
        return
    for place in reversed(range(len(head))):
        spans = _COLSPAN.search(source, tags[place].start, tags[place].end)
        if spans is not None:
            head[place:place] = [_NOTHING] * (min(int(spans[1]), _MOST_SPANNED) - 1)


def _pass_over(cells: list[Cell], below: dict[int, int]) -> None:
    """Add nothing in each column that a cell of an earlier row takes."""
    while below.get(len(cells), 0):
        below[len(cells)] -= 1
        cells.append(_NOTHING)
