"""Tables of a PDF file, whose cells stand in one line with wide blanks between them.

A form has names in one line and their values in the next; a table of duties has
a line that names its columns. Both are written out as lines that say the same:
"Name: value", and an item for each duty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from attrs import evolve

from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.readers.blocks import Block
from postlint.readers.pages.columns import Cell, name_work
from postlint.readers.pages.criteria import names_criteria
from postlint.readers.pages.page import Page
from postlint.readers.pages.tables import add_table
from postlint.readers.pdf.line import LinePart, PdfLine
from postlint.readers.pdf.wrapped import names_of, rows_below
from postlint.readers.plain.tabbed import heads_columns
from postlint.text.patterns import pattern

_BETWEEN = pattern(r"\s{3,}|\t")
# "# Duty", "% Duty": a sign stands too near to the next name to be a cell of its own.
_NUMBERS = pattern(r"(#|%|No\.) ?(?=[A-Z])")
_FORM = 2
_LIGHT = 400


def written_out(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines of a file with its forms and tables of duties as lines of their own."""
    done: list[PdfLine] = []
    at = 0
    while at < len(lines):
        stop, rows = _table(lines, at)
        if not rows:
            done.append(lines[at])
            at += 1
            continue
        under = any(heading_kind(line.text.strip()) is SectionKind.DUTIES for line in done[-1:])
        written = list(_written(rows, under=under))
        for number, (words, heads, label, mark) in enumerate(written):
            line = lines[min(at + number, stop - 1)]
            # What heads the rows below it stands out, as it would without a table.
            done.append(
                evolve(line, text=words, weight=_LIGHT, heads=heads, label=label, mark=mark)
            )
        at = stop
    return done


def _table(lines: Sequence[PdfLine], at: int) -> tuple[int, list[list[str]]]:
    """Return where a table that begins at a line stops, and its rows; none where none begins."""
    head = _BETWEEN.split(lines[at].text.strip())
    number = _NUMBERS.match(head[0])
    if number is not None:
        head = [number[1], head[0][number.end() :], *head[1:]]
    stop, rows = _below_names(lines, at)
    if not rows and names_criteria(head):
        return _criteria(lines, at, head)
    if rows or len(head) < _FORM or not heads_columns(head):
        return stop, rows
    rows = [head]
    stop = at + 1
    while stop < len(lines):
        cells = _BETWEEN.split(lines[stop].text.strip())
        if len(cells) != len(head) or any(map(is_field_name, cells)):
            break
        rows.append(cells)
        stop += 1
    form = len(rows) == _FORM and all(map(is_field_name, head))
    duties = name_work(head)
    names = _apart(lines[at].parts, head)
    if duties and names:
        below, wrapped = rows_below(lines, at, names)
        if below > stop:
            return below, [head, *wrapped]
    duties = duties and len(rows) > 1
    return (stop, rows) if form or duties else (at, [])


def _criteria(lines: Sequence[PdfLine], at: int, head: list[str]) -> tuple[int, list[list[str]]]:
    """Return where a table of essential and desirable criteria stops, and its rows."""
    names = lines[at].parts
    if len(names) != len(head) or at + 1 == len(lines):
        return at, []
    left = lines[at + 1].left
    if left < names[0].left - _LEAST_COLUMN:  # the criteria stand below no name
        head, names = ["", *head], (LinePart("", left, left), *names)
    stop, rows = rows_below(lines, at, names)
    return (stop, [head, *rows]) if rows else (at, [])


# Nearer than this to a name a cell is under it, in points.
_LEAST_COLUMN = 40.0


def _below_names(lines: Sequence[PdfLine], at: int) -> tuple[int, list[list[str]]]:
    """Return where a table of duties stops whose names go on in further lines, and its rows."""
    if len(lines[at].parts) < _FORM:
        return at, []
    stop, names = names_of(lines, at)
    head = [name.text for name in names]
    if stop - at < _FORM or not (heads_columns(head) and name_work(head)):
        return at, []
    below, rows = rows_below(lines, stop - 1, names)
    return (below, [head, *rows]) if rows else (at, [])


def _apart(line_parts: tuple[LinePart, ...], head: Sequence[str]) -> tuple[LinePart, ...]:
    """Return where the names of columns stand: "# Duty" is set as one stretch and is two names."""
    first = line_parts[0] if line_parts else None
    if first is not None and len(line_parts) + 1 == len(head):
        edge = first.left + (first.right - first.left) * (len(head[0]) + 1) / len(first.text)
        number = LinePart(head[0], first.left, edge - 1)
        return (number, LinePart(head[1], edge, first.right), *line_parts[1:])
    return line_parts if len(line_parts) == len(head) else ()


def _written(rows: list[list[str]], *, under: bool) -> Iterator[tuple[str, bool, int, int]]:
    """Yield the lines of a table, its items with bullets.

    Beside each stands whether it is a heading, and where its label ends and its mark begins, or 0.
    What says that there is no mark is left out.
    """
    page = Page(" ")
    flat = page.flat
    if under:
        flat.insert("Duties\n")
        page.blocks.append(Block("head", 0, 0, flat.size, 2))
    first = flat.size

    def write(words: str) -> int:
        flat.insert(words)
        return 0

    add_table(
        page, [[Cell(words, partial(write, words)) for words in row] for row in rows], header=True
    )
    text = flat.text()
    for block in page.blocks:
        if block.start >= first and block.kind != "noise":
            # A number before an item's words is how a page shows it.
            bullet, start = ("• ", block.words) if block.kind == "item" else ("", block.start)
            words = bullet + text[start : block.stop].strip()
            by = len(bullet) - start
            yield (
                words,
                block.kind == "head",
                block.label and block.label + by,
                block.mark and block.mark + by,
            )
