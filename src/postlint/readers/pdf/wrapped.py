"""Rows of a table whose cells go on over several lines, recognised by where their words stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve

from postlint.document.headings import heading_kind
from postlint.readers.pdf.line import LinePart, PdfLine
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

# Words at heights no further apart stand on one line, in points.
_ONE_LINE: Final = 2.0
# Lines so many times as far apart as those of one cell are two rows, or two things.
_APART, _BELOW, _LEADING = 1.2, 1.7, 1.3
# Rows stand close up to so many times the least distance.
_ROOM: Final = 1.05
# What stands under a name begins no further outside of it, in heights of its letters.
_OUTSIDE: Final = 1.0
_ENDS: Final = ".;!?)"


class _Line(NamedTuple):
    """A line of a table: its page, its height there, and what it has under each name."""

    page: int
    bottom: float
    cells: tuple[str, ...]


def names_of(lines: Sequence[PdfLine], at: int) -> tuple[int, tuple[LinePart, ...]]:
    """Return where the names of columns end that begin in a line, and the names.

    They are set heavier than what stands below them, and may go on in its next lines.
    """
    first, stop = lines[at], at
    columns: list[list[tuple[float, LinePart]]] = []
    while stop < len(lines) and stop - at < _MOST_LINES and first.parts and first.weight >= _HEAVY:
        line = lines[stop]
        near = line.page == first.page and abs(first.bottom - line.bottom) < _NEAR * line.size
        if line.weight < _HEAVY or line.size != first.size or not near:
            break
        for part in _parts(line):
            column = next((one for one in columns if _overlap(one[0][1], part)), None)
            if column is None:
                columns.append([(line.bottom, part)])
            else:
                column.append((line.bottom, part))
        stop += 1
    names = []
    for column in columns:
        column.sort(key=lambda each: -each[0])
        parts = [part for _, part in column]
        left, right = min(part.left for part in parts), max(part.right for part in parts)
        names.append(LinePart(" ".join(part.text for part in parts), left, right))
    return stop, tuple(sorted(names, key=lambda name: name.left))


# Names of columns have no more lines, and stand no further apart.
_MOST_LINES: Final = 8
_NEAR: Final = 4.0
_HEAVY: Final = 600


def _overlap(one: LinePart, two: LinePart) -> bool:
    return min(one.right, two.right) > max(one.left, two.left)


def rows_below(
    lines: Sequence[PdfLine], at: int, names: tuple[LinePart, ...]
) -> tuple[int, list[list[str]]]:
    """Return where the table ends whose columns a line names, and its rows without the names.

    Where most rows have words in one column alone, the line names none, and there are no rows.
    """
    found: list[_Line] = []
    table_lines: list[PdfLine] = []
    # A name may stand in the middle over its column: what is under it says how wide that is.
    widths = [(name.left, name.right) for name in names]
    before, widest = lines[at], 0.0
    figures = _OF_FIGURES.match(names[0].text) is not None
    stop = at + 1
    for each in lines[at + 1 :]:
        line = _without_figure(each) if figures else each
        if line.text != lines[at].text:  # as on the next page
            drop = before.bottom - line.bottom if before.page == line.page else 0.0
            cells = _cells(line, widths)
            far = drop > _BELOW * max(widest, _LEADING * line.size)
            if cells is None or (found and (far or line.size > _LARGER * before.size)):
                break
            found.append(_Line(line.page, line.bottom, cells))
            table_lines.append(line)
            if drop > 0 or before.page != line.page:
                before, widest = line, max(widest, drop)
        stop += 1
    rows = _rows(_level(_by_edges(table_lines, len(names)) or found))
    wide = sum(len(list(filter(None, row))) > 1 for row in rows)
    return (stop, rows) if 2 * wide > len(rows) else (at, [])


_LARGER: Final = 1.1
_OF_FIGURES: Final = pattern(r"(?i)%|per ?cent|time\b|share\b")
_FIGURE: Final = pattern(r"\d{1,3} ?% +(?=\S)")


def _without_figure(line: PdfLine) -> PdfLine:
    """Return a line with a share apart from the statement that a narrow column sets it next to."""
    first, *rest = _parts(line)
    found = _FIGURE.match(first.text)
    if found is None:
        return line
    edge = first.left + (first.right - first.left) * found.end() / len(first.text)
    share = LinePart(found[0].rstrip(), first.left, edge - 1)
    stated = LinePart(first.text[found.end() :], edge, first.right)
    return evolve(line, parts=(share, stated, *rest))


def _cells(line: PdfLine, widths: list[tuple[float, float]]) -> tuple[str, ...] | None:
    """Return what a line has in each column; `None` where it is no part of the table."""
    parts = _parts(line)
    if len(parts) == 1 and heading_kind(parts[0].text.strip(" :")) is not None:
        return None
    cells = [""] * len(widths)
    for part in parts:
        apart = [max(left - part.right, part.left - right) for left, right in widths]
        place = apart.index(min(apart))
        if cells[place] or apart[place] > _OUTSIDE * line.size:
            return None
        cells[place] = part.text
        left, right = widths[place]
        widths[place] = min(left, part.left), max(right, part.right)
    return tuple(cells)


def _by_edges(lines: list[PdfLine], width: int) -> list[_Line]:
    """Return lines whose words begin at as many edges as there are columns; else none."""
    lefts = sorted(part.left for line in lines for part in _parts(line))
    edges = [right for left, right in pairwise([-_EDGE, *lefts]) if right - left > _EDGE]
    if len(edges) != width:
        return []
    found = []
    for line in lines:
        cells = [""] * width
        for part in _parts(line):
            cells[bisect_right(edges, part.left) - 1] = part.text
        found.append(_Line(line.page, line.bottom, tuple(cells)))
    return found


_EDGE: Final = 4.0


def _parts(line: PdfLine) -> tuple[LinePart, ...]:
    return line.parts or (LinePart(line.text.strip(), line.left, line.right),)


def _level(lines: list[_Line]) -> list[_Line]:
    """Return lines from top to bottom, those at one height as one: a file sets cell by cell."""
    level: list[_Line] = []
    for line in sorted(lines, key=lambda line: (line.page, -line.bottom)):
        if level and _stand_beside(level[-1], line):
            cells = zip(level[-1].cells, line.cells, strict=True)
            level[-1] = level[-1]._replace(cells=tuple(one or two for one, two in cells))
        else:
            level.append(line)
    return level


def _stand_beside(left: _Line, right: _Line) -> bool:
    level = left.page == right.page and left.bottom - right.bottom < _ONE_LINE
    return level and not any(map(all, zip(left.cells, right.cells, strict=True)))


def _rows(lines: list[_Line]) -> list[list[str]]:
    """Return the rows that lines make together: a statement each, and what stands beside it."""
    if not lines:
        return []
    width = len(lines[0].cells)
    statement = max(range(width), key=lambda place: sum(len(line.cells[place]) for line in lines))
    stated = [line for line in lines if line.cells[statement]]
    begins = _begins(stated, statement)
    parts: list[list[_Line]] = []
    for line in stated:
        if line in begins:
            parts.append([])
        parts[-1].append(line)
    for line in lines:
        if not line.cells[statement]:
            parts[_beside(line, parts)].append(line)
    return [
        [" ".join(filter(None, (line.cells[place] for line in part))) for place in range(width)]
        for part in parts
    ]


def _begins(lines: list[_Line], statement: int) -> set[_Line]:
    """Return the lines with which rows begin: further below, or what was said above had ended."""
    gaps = {
        below: above.bottom - below.bottom
        for above, below in pairwise(lines)
        if above.page == below.page
    }
    least = min(gaps.values(), default=0.0)
    apart = any(gap > _APART * least for gap in gaps.values())
    # What stands beside the first lines of rows alone, set as high as they are.
    beside = [line for line in lines if any(line.cells[:statement] + line.cells[statement + 1 :])]
    tops = set(beside) if beside[:1] == lines[:1] and len(beside) > 1 else set()

    def begins(above: _Line, below: _Line) -> bool:
        if apart and gaps.get(below, _APART * least + 1) > _APART * least:
            return True
        if below.cells[statement][0].islower() or (apart and gaps[below] < _ROOM * least):
            return False
        return below in tops or above.cells[statement][-1] in _ENDS

    return {lines[0], *(below for above, below in pairwise(lines) if begins(above, below))}


def _beside(line: _Line, parts: list[list[_Line]]) -> int:
    """Return which row a line without a statement belongs to: the one at its height, or near it."""

    def far(place: int) -> float:
        heights = [one.bottom for one in parts[place] if one.page == line.page]
        if not heights:
            return float("inf")
        return max(0.0, line.bottom - max(heights), min(heights) - line.bottom)

    return min(range(len(parts)), key=far)
