"""Tables in plain text whose columns are parted by tabs, by blanks or by bars.

A table of duties has a head that says so, or marks and shares beside its
statements; a form has names in one row and their values in the next. Both are
read as tables are anywhere. Columns that blanks keep apart are read so where
the words of each row are as many as the names above them, or begin under them. What else
has tabs or wide blanks in it is left to the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from postlint.document.headings import heading_kind, is_heading
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.readers.base import Reading
from postlint.readers.blocks import Block
from postlint.readers.lines.bullets import bullet_length
from postlint.readers.pages.columns import Cell, name_work
from postlint.readers.pages.criteria import names_criteria
from postlint.readers.pages.page import Page
from postlint.readers.pages.tables import add_table
from postlint.readers.plain.blocks import plain_blocks
from postlint.text.patterns import pattern
from postlint.text.source import Span

_BLANKS = " \t\r\xa0"
_LONGEST_NAME = 40


class _Row:
    """A line in cells: their places, without the blanks around them."""

    def __init__(
        self,
        data: str,
        start: int,
        stop: int,
        cell: re.Pattern[str] | None = None,
        sign: str = "\t",
    ) -> None:
        self.start, self.stop = start, stop
        self.cells: list[tuple[int, int]] = []
        if cell is not None:
            self.cells = [found.span() for found in cell.finditer(data, start, stop)]
            return
        at = start
        for piece in data[start:stop].split(sign):
            words = piece.strip(_BLANKS)
            begin = at + len(piece) - len(piece.lstrip(_BLANKS)) if words else at
            self.cells.append((begin, begin + len(words)))
            at += len(piece) + 1


def read_tabbed(data: str) -> Reading | None:
    """Return the reading of a text with such tables, or `None` where it has none."""
    tables = [table for rows in _runs(data) for table in _tables(data, rows)]
    tables = sorted((*tables, *_aligned(data), *_barred(data)), key=lambda rows: rows[0].start)
    if not tables:
        return None
    page = Page(data)
    flat = page.flat
    stretches: list[Span] = []
    at = 0
    for rows in tables:
        flat.copy(at, rows[0].start)
        flat.insert("\n")
        begin = flat.size
        head = _heading_above(flat.text())
        if head is not None:
            page.blocks.append(head)  # only for the table to see
        add_table(page, [_cells(page, row) for row in rows], header=True)
        if head is not None:
            page.blocks.remove(head)
        stretches.append(Span(begin, flat.size))
        flat.insert("\n")
        at = rows[-1].stop
    flat.copy(at, len(data))
    page.blocks = list(_merged(page.blocks, flat.text(), stretches))
    return page.reading()


def _heading_above(text: str) -> Block | None:
    """Return the last line of a text, if it heads duties."""
    words = text.rstrip()
    begin = words.rfind("\n") + 1
    if heading_kind(words[begin:].strip()) is not SectionKind.DUTIES:
        return None
    return Block("head", begin, begin, len(words), 2)


def _merged(tables: list[Block], text: str, stretches: list[Span]) -> list[Block]:
    """Return the blocks of the tables, and of the lines around them, in order."""
    around = [
        block
        for block in plain_blocks(text)
        if block.kind != "blank"
        and not any(each.overlaps(Span(block.start, block.stop)) for each in stretches)
    ]
    blocks = sorted((*around, *tables), key=lambda block: block.start)
    for block in blocks:
        block.settled = True
    return blocks


def _cells(page: Page, row: _Row) -> list[Cell]:
    return [
        Cell(page.source[start:stop], partial(_write, page, start, stop))
        for start, stop in row.cells
    ]


def _write(page: Page, start: int, stop: int) -> int:
    page.flat.copy(start, stop)
    return 0


def _runs(data: str) -> list[list[_Row]]:
    """Return the lines that follow one another and have tabs between words."""
    runs: list[list[_Row]] = [[]]
    for start, stop, words in _lines(data):
        if "\t" in words:
            runs[-1].append(_Row(data, start, stop))
        elif runs[-1]:
            runs.append([])
    return [rows for rows in runs if len(rows) > 1]


def _lines(data: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each line begins and ends, and its words; an empty one ends the last table."""
    start = 0
    for line in [*data.split("\n"), ""]:
        yield start, start + len(line), line.strip(_BLANKS)
        start += len(line) + 1


def _tables(data: str, rows: list[_Row]) -> Iterator[list[_Row]]:
    """Yield the forms and the tables of duties in lines with tabs; the rest is a list's."""
    place = 0
    while place + 1 < len(rows):
        above, below = (_words(data, row) for row in rows[place : place + 2])
        pair = _are_names(above) and len(below) <= len(above)
        more = [_words(data, row) for row in rows[place + 2 : place + 3]]
        # More rows of values are an index of jobs, and no form of one.
        index = any(len(row) == len(above) and not _are_names(row) for row in more)
        if pair and not index and not any(map(is_field_name, below)):
            yield rows[place : place + 2]
            place += 2
        elif _names_rows(above):
            yield rows[place:]
            return
        else:
            place += 1


# "Supervisor ........ Hatchery Manager"
_LEADERS = "...."
_LED = pattern(r"[ \t]*([^\s.][^.\n]{0,39}?)[ ]?\.{4,}[ ]*([^\s.][^\n]*?)[ \t\r]*(?=\n|\Z)")
# "|----|:---:|", "+----+----+": what rules off the rows of a table, and has no words.
_RULE = pattern(r"[-+|:= \t\r\xa0]+")


def _barred(data: str) -> Iterator[list[_Row]]:
    """Yield the forms and tables of duties in lines that bars, or points, part into cells."""
    if "|" not in data and _LEADERS not in data:
        return
    table: list[_Row] = []
    for start, stop, words in _lines(data):
        led = _LED.match(data, start, stop) if _LEADERS in words else None
        if led is not None and not led[2].isdigit():  # no page of a list of contents
            row = _Row(data, start, start)
            row.cells, row.stop = [led.span(1), led.span(2)], stop
            table.append(row)
        elif "|" in words and not _RULE.fullmatch(words):
            begins = data.index(words, start)
            first = begins + words.startswith("|")
            last = begins + len(words) - words.endswith("|")
            row = _Row(data, first, last, sign="|")
            row.start, row.stop = start, stop
            table.append(row)
        elif not words or not _RULE.fullmatch(words):
            if len(table) > 1 and _says_what(data, table):
                yield table
            table = []


def _says_what(data: str, table: list[_Row]) -> bool:
    """Say whether rows are a form, a name beside each value, or a table of duties."""
    head = _words(data, table[0])
    wide = len(head)
    if wide < _FORM or any(len(row.cells) != wide for row in table):
        return False
    names = [word.rstrip(":") for row in table for word in _words(data, row)[::2]]
    known = sum(is_field_name(name) or is_heading(name, share=1.0) for name in names)
    form = any(map(is_field_name, names)) and 2 * known > len(names)
    barred = "|" in data[table[0].start : table[0].stop]
    return (wide % 2 == 0 and form) or (barred and _heads_duties(head))


# Words with no more than one blank between them.
_CELL = pattern(r"[^ \t\r\xa0]+(?: [^ \t\r\xa0]+)*")
_WIDE = "   "


def _aligned(data: str) -> Iterator[list[_Row]]:
    """Yield the forms and tables of duties in lines that wide blanks part into cells."""
    if _WIDE not in data:
        return
    table: list[_Row] = []
    for start, stop, words in _lines(data):
        row = None
        if words and (table or _WIDE in words) and "\t" not in words:
            row = _Row(data, start, stop, _CELL)
        placed = _under(table[0], row) if table and row is not None else None
        if placed is None and row is not None and _is_topic(data, table, row):
            placed = row
        if placed is not None and not any(map(is_field_name, _words(data, placed))):
            table.append(placed)
            row = None
        else:
            yield from _whole(data, table)
            table = []
        names = _words(data, row) if row is not None and _WIDE in words else []
        if row is not None and names_criteria(names):
            if row.cells[0][0] - start > _ASIDE:
                row.cells.insert(0, (start, start))  # the criteria stand below no name
            table = [row]
        elif row is not None and names and heads_columns(names):
            table = [row]


def _is_topic(data: str, table: list[_Row], row: _Row) -> bool:
    """Say whether a row among criteria says what those below it are about."""
    if not table or not names_criteria(_words(data, table[0])):
        return False
    filled = [words for words in _words(data, row) if words]
    return len(filled) == 1 and len(filled[0]) <= _LONGEST_NAME


def _whole(data: str, table: list[_Row]) -> Iterator[list[_Row]]:
    """Yield a form of two rows, or a table of duties; other rows are a list's."""
    if len(table) > 1 and (len(table) == _FORM or _names_rows(_words(data, table[0]))):
        yield table


def _names_rows(words: list[str]) -> bool:
    """Say whether names stand over columns of any number of rows."""
    return names_criteria(words) or _heads_duties(words)


_FORM = 2


def heads_columns(cells: list[str]) -> bool:
    """Say whether a row's cells are names of fields, or name columns and one of them duties."""
    return _are_names(cells) or (len(cells) > 1 and _heads_duties(cells))


def _under(above: _Row, below: _Row) -> _Row | None:
    """Return a row with a cell for each name above it, `None` where words are under none."""
    if len(below.cells) == len(above.cells):
        return below
    begins = [start - above.start for start, _ in above.cells]
    cells = [(below.start, below.start) for _ in begins]
    for start, stop in below.cells:
        at = start - below.start
        column = max((n for n, begin in enumerate(begins) if begin <= at + 1), default=None)
        last = column is not None and column + 1 == len(begins)
        if column is None or cells[column][0] != cells[column][1]:
            return None
        if at - begins[column] > _ASIDE or not (last or stop - below.start < begins[column + 1]):
            return None
        cells[column] = (start, stop)
    below.cells = cells
    return below if sum(low < high for low, high in cells) > 1 else None


# A value may begin so many characters from where its name does.
_ASIDE = 6


def _words(data: str, row: _Row) -> list[str]:
    return [data[start:stop] for start, stop in row.cells]


def _are_names(words: list[str]) -> bool:
    """Say whether a line has names of fields in its cells and nothing else."""
    filled = [word for word in words if word]
    return len(filled) > 1 and all(map(is_field_name, filled))


_SHORTENED = frozenset({"No.", "Nr.", "Pct.", "Freq."})


def _heads_duties(words: list[str]) -> bool:
    """Say whether a line names columns, and one of them is of duties.

    A bullet and its tab before "Duties" open an item, and no table.
    """
    if words[0] and bullet_length(f"{words[0]}\t"):
        return False
    if not all(0 < len(word) <= _LONGEST_NAME for word in words):
        return False
    if any(word[-1] in ".;:" and word not in _SHORTENED for word in words):
        return False
    return name_work(words)
