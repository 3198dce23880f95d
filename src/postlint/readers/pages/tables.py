"""What the rows of a table say: fields, duties with a mark or a share, or lines."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TypeAlias

from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.document.openings import opening_kind
from postlint.readers.blocks import Block
from postlint.readers.lines.bullets import bullet_length
from postlint.readers.pages.columns import (
    Cell,
    DutyColumns,
    columns_of,
    marks_duty,
    names_columns,
    says_duty,
)
from postlint.readers.pages.criteria import add_criteria, add_marked, are_marked, criteria_of
from postlint.readers.pages.headed_tables import (
    OF_WORK,
    add_jobs,
    add_part,
    add_sections,
    are_beside,
    are_sections,
    gathered,
    jobs_column,
)
from postlint.readers.pages.page import Page
from postlint.text.decisions import Way, first_answer

# A row of so few words alone, in a table of duties, says what the rows below it are about.
_TOPIC = 6
_LONGEST_NAME = 70
_LONGEST_VALUE = 300
# A name above or beside its value is no longer.
_SHORT_NAME = 40


class Table:
    """A table of a page, every row with words in it.

    `header` says that its source, and what stands there, makes the first row the others' head.
    """

    def __init__(self, page: Page, rows: list[list[Cell]], *, header: bool) -> None:
        self.page = page
        self.rows = rows
        self.width = max(len(row) for row in rows)
        self.header = header and not _is_body(rows[0])

    @cached_property
    def head(self) -> list[Cell]:
        """The names of the columns, empty where there are none."""
        return self.rows[0] if self.header or names_columns(self.rows) else []

    @cached_property
    def below(self) -> list[list[Cell]]:
        """The rows below the head."""
        return self.rows[1:] if self.head else self.rows

    @cached_property
    def columns(self) -> DutyColumns | None:
        """What the columns of a table of duties hold, `None` for another."""
        return columns_of(self.page, self.head, self.below, self.width)

    @cached_property
    def body(self) -> list[list[Cell]]:
        """The rows that say something: all of them where the head is a field as the others are."""
        paired = self.width == _BESIDE or _are_pairs(self.rows, self.width)
        fields = self.header and paired and any(map(_names, self.head[::2]))
        return self.rows if fields else self.below


def add_table(page: Page, rows: list[list[Cell]], *, header: bool) -> None:
    """Add a table's rows to a page. `header` says that the first row heads the others."""
    filled = gathered([row for row in rows if any(cell.words for cell in row)])
    add = first_answer(FORMS, Table(page, filled, header=header)) if filled else None
    if add is not None:
        add()


# What adds a table to its page.
_Adds: TypeAlias = Callable[[], None]


def _named(table: Table) -> _Adds | None:
    """Add the name of the whole table, over those of its columns, before the rest."""
    names = _filled(table.rows[1]) if len(table.rows) > _BESIDE else []
    if len(_filled(table.rows[0])) != 1 or len(names) < _BESIDE:
        return None
    figures = any(char.isdigit() for cell in names for char in cell.words)
    return None if figures or not names_columns(table.rows[1:]) else partial(_add_named, table)


def _add_named(table: Table) -> None:
    name = _filled(table.rows[0])[0]
    _block(table.page, "head" if heading_kind(name.words) is not None else "text", name)
    add_table(table.page, table.rows[1:], header=True)


def _filled(row: list[Cell]) -> list[Cell]:
    return [cell for cell in row if cell.words]


def names_duties(rows: list[list[Cell]]) -> bool:
    """Say whether the first row names columns, one of them of duties."""
    names = _filled(rows[0])
    return len(names) > 1 and names_columns(rows) and any(says_duty(cell.words) for cell in names)


def _lines(table: Table) -> _Adds | None:
    return partial(_add_lines, table.page, table.rows) if table.width == 1 else None


def _add_lines(page: Page, rows: list[list[Cell]]) -> None:
    for row in rows:
        _line(page, row)


def _beside(table: Table) -> _Adds | None:
    return partial(_add_beside, table) if are_beside(table.rows, table.width) else None


def _add_beside(table: Table) -> None:
    for name, value in table.rows:
        heads = _heads_work(name.words) or _heads_sentence(name.words, value.words)
        (add_part if heads else _pair)(table.page, name, value)


def _heads_sentence(name: str, value: str) -> bool:
    """Say whether a name beside a sentence is the heading of it, and no field's."""
    return value.endswith(".") and value.count(" ") >= _LEAST_BLANKS and not is_field_name(name)


def _headed_cells(table: Table) -> _Adds | None:
    """Add a layout whose cells each begin with the heading of what stands in them."""
    cells = [cell for row in table.rows for cell in _filled(row)]
    if len(cells) < _BESIDE or not all(cell.parts and _heads_cell(cell.parts[0]) for cell in cells):
        return None
    kinds = [heading_kind(cell.parts[0].words) for cell in cells]
    works = not OF_WORK.isdisjoint(kinds) and 2 * kinds.count(None) <= len(kinds)
    return partial(_add_headed_cells, table.page, cells) if works else None


def _heads_cell(first: Cell) -> bool:
    return len(first.words) <= _SHORT_NAME and first.words[-1] not in ".;"


def _add_headed_cells(page: Page, cells: list[Cell]) -> None:
    for cell in cells:
        add_part(page, cell.parts[0], *cell.parts[1:])


def _values_below(table: Table) -> _Adds | None:
    return partial(_add_pairs, table) if _are_below(table.rows, table.width) else None


def _add_pairs(table: Table) -> None:
    for upper, lower in zip(table.rows[::2], table.rows[1::2], strict=True):
        for name, value in zip(upper, lower, strict=False):
            _pair(table.page, name, value)


def _jobs(table: Table) -> _Adds | None:
    """Add jobs that stand in the rows of a table, one posting each."""
    head, below = table.rows[0], table.rows[1:]
    place = jobs_column(head, below)
    if place is None and not head[0].words and all(len(row) == table.width for row in table.rows):
        # Jobs side by side, and what is said of them in rows: the same, laid on its side.
        head, *below = (list(column) for column in zip(*table.rows, strict=True))
        place = jobs_column(head, below)
    return None if place is None else partial(add_jobs, table.page, head, below, place)


def _sections_beside(table: Table) -> _Adds | None:
    """Add columns that are sections: duties beside what is asked for them."""
    head, below = table.rows[0], table.rows[1:]
    if not are_sections(head, below, table.width):
        return None
    return partial(add_sections, table.page, head, below)


def _criteria(table: Table) -> _Adds | None:
    """Add what is asked of applicants by whether it is essential or desirable."""
    head, below = table.rows[0], table.rows[1:]
    where = criteria_of(head, below)
    return None if where is None else partial(add_criteria, table.page, head, below, where)


def _marked(table: Table) -> _Adds | None:
    """Add rows beside which a mark stands in one of several columns."""
    head, below = table.rows[0], table.rows[1:]
    return partial(add_marked, table.page, head, below) if are_marked(head, below) else None


def _duties(table: Table) -> _Adds | None:
    return None if table.columns is None else partial(_add_duties, table, table.columns)


def _add_duties(table: Table, columns: DutyColumns) -> None:
    if table.head:
        _headed(table.page, table.head, columns.statement)
    for row in table.below:
        _duty(table.page, row, columns)


def _head_alone(table: Table) -> _Adds | None:
    return None if table.body else partial(_line, table.page, table.head)


def _headed_parts(table: Table) -> _Adds | None:
    pairs = [row for row in table.body if len(row) == _BESIDE] if table.width == _BESIDE else []
    return partial(_add_parts, table) if any(_heads_parts(*row) for row in pairs) else None


def _add_parts(table: Table) -> None:
    for row in table.body:
        _sections(table.page, row)


def _rows(table: Table) -> _Adds:
    return partial(_add_rows, table)


def _add_rows(table: Table) -> None:
    pairs = _are_pairs(table.body, table.width)
    if table.head and table.body is table.below and all(map(_ends_in_figure, table.below)):
        _line(table.page, table.head)  # "Step | Hourly": what the figures below it are
    for row in table.body:
        _row(table.page, row, table.width, pairs=pairs)


def _ends_in_figure(row: list[Cell]) -> bool:
    """Say whether a row's last cell is a number or a sum of money."""
    return row[-1].words.lstrip("$£€ ")[:1].isdigit()


_BESIDE, _LEAST_PART, _LEAST_PROSE = 2, 18, 60


def _heads_parts(name: Cell, value: Cell) -> bool:
    """Say whether a name stands beside several statements."""
    long = len(value.words) >= _LEAST_PART * len(value.parts) > _LEAST_PART
    return long and 0 < len(name.words) <= _LONGEST_NAME and not is_field_name(name.words)


def _sections(page: Page, row: list[Cell]) -> None:
    """Add a row of a table whose names stand beside what they head."""
    filled = _filled(row)
    if len(filled) < _BESIDE or is_field_name(row[0].words) or len(row[0].words) > _LONGEST_NAME:
        _row(page, row, _BESIDE, pairs=False)
        return
    name, value = row
    if not page.blocks and heading_kind(name.words) is None:
        _line(page, row)  # a letterhead: who writes, and where
        return
    sentence = _heads_sentence(name.words, value.words)
    if not (value.parts or sentence) and len(value.words) < _LEAST_PROSE:
        _pair(page, name, value)
        return
    _block(page, "head", name)
    for part in value.parts or (value,):
        _block(page, "item" if value.parts else "text", part)


def _block(page: Page, kind: str, cell: Cell) -> None:
    """Add the words of a cell as a heading, an item or a paragraph of their own."""
    at = page.flat.size
    bold = cell.write()
    page.flat.insert("\n")
    level = {"head": 3, "item": 1}.get(kind, 0)
    block = Block(kind, at, at, page.flat.size, level)
    block.bold = 0 if kind == "head" else bold
    page.blocks.append(block)


def _names(cell: Cell) -> bool:
    return is_field_name(cell.words.rstrip(":")) or cell.words.endswith(":")


def _are_below(rows: list[list[Cell]], width: int) -> bool:
    """Say whether names stand in one row and their values in the next."""
    if len(rows) % 2 or any(len(row) != width for row in rows):
        return False
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        filled = _filled(upper)
        if len(filled) < 2 or not all(_names(cell) for cell in filled):
            return False
        if any(_names(cell) for cell in lower if cell.words):
            return False
    return True


def _are_pairs(rows: list[list[Cell]], width: int) -> bool:
    """Say whether every other column names what stands beside it.

    It is enough that some names are known, where no value is the name of anything.
    """
    if width % 2:
        return False
    names = [cell for row in rows for cell in row[::2] if cell.words]
    values = [cell for row in rows for cell in row[1::2] if cell.words]
    if any(len(cell.words) > _SHORT_NAME or not cell.words[0].isupper() for cell in names):
        return False
    known = sum(_names(cell) for cell in names)
    return known * 3 >= len(names) > 1 and not any(_names(cell) for cell in values)


def _is_body(row: list[Cell]) -> bool:
    """Say whether a row that Markdown made a head of is a row as any other.

    It has one cell filled in, names with their values, or a duty.
    """
    filled = _filled(row)
    if len(filled) == 1 or all(map(_is_whole, filled)):
        return True
    return any(
        cell.words.count(" ") >= _LEAST_BLANKS
        and opening_kind(cell.words[:60]) is SectionKind.DUTIES
        for cell in filled
    )


_LEAST_BLANKS = 3


def _headed(page: Page, head: list[Cell], statement: int) -> None:
    """Add the name of a column of duties as their heading, where none stands over them.

    "What" says so only beside "How often".
    """
    called = [name for name in (head[statement], *head) if says_duty(name.words)]
    names = called[:1] or _filled(head)
    if not says_duty(" ".join(name.words for name in names)):
        return
    over = page.blocks[-1:] if page.blocks and page.blocks[-1].kind == "text" else []
    over += [block for block in reversed(page.blocks) if block.kind == "head"][:1]
    for above in over:
        words = page.flat.text()[above.words : above.stop].strip()
        if heading_kind(words) is SectionKind.DUTIES:
            return
    at = page.flat.size
    for count, name in enumerate(names):
        page.flat.insert(" | " if count else "")
        name.write()
    page.flat.insert("\n")
    page.blocks.append(Block("head", at, at, page.flat.size, 3))


def _duty(page: Page, row: list[Cell], columns: DutyColumns) -> None:
    """Add a row as an item: its number, its area as a label, its words, and its mark last."""
    if _is_topic(row):
        _block(page, "head", next(cell for cell in row if cell.words))
        return
    if columns.statement >= len(row) or not row[columns.statement].words:
        _line(page, row)
        return
    flat = page.flat
    at = words = flat.size
    numbered = _at(row, columns.number)
    if numbered is not None and numbered.words:
        numbered.write()
        flat.insert(" ")
        words = flat.size
    label = _labels(page, row, columns)
    parts = row[columns.statement].parts
    if len(parts) < _BESIDE or 2 * sum(map(_opens_duty, parts)) <= len(parts):
        parts = (row[columns.statement],)
    begins = flat.size
    bold = parts[0].write()
    if words == at == begins:
        words += bullet_length(flat.peek(at) or " ")  # "1. Files papers" in the cell itself
    _behind_duty(page, row, columns)
    symbol = _at(row, columns.mark)
    begin = 0
    if symbol is not None and symbol.words and marks_duty(symbol.words, columns.marks):
        begin = flat.size
        flat.insert(" ")
        symbol.write()
    flat.insert("\n")
    block = page.add("item", at, words, 1)
    block.bold, block.label, block.mark = 0 if label else bold, label, begin
    for part in parts[1:]:
        _block(page, "item", part)
    silent = [] if begin else [symbol]
    for unsaid in (*silent, *(_at(row, column) for column in columns.beside)):
        if unsaid is not None and unsaid.words:
            # The cell was read, and says that there is no mark.
            aside_at = flat.size
            unsaid.write()
            flat.insert("\n")
            page.add("noise", aside_at, aside_at)


def _opens_duty(cell: Cell) -> bool:
    return opening_kind(cell.words[:60]) is SectionKind.DUTIES


def _labels(page: Page, row: list[Cell], columns: DutyColumns) -> int:
    """Write the cells before a statement as its label; return where that ends, 0 for none."""
    known = (columns.mark, columns.share, columns.number, *columns.beside)
    asides = [_at(row, column) for column in known]
    end = 0
    for cell in row[: columns.statement]:
        if cell.words and cell not in asides:
            cell.write()
            page.flat.insert(" " if cell.words.endswith(":") else ": ")
            end = page.flat.size
    return end


def _behind_duty(page: Page, row: list[Cell], columns: DutyColumns) -> None:
    """Write the share of a duty behind it, in brackets, and what other cells behind it say."""
    written = (columns.statement, columns.mark, columns.number, *columns.beside)
    for column, cell in enumerate(row):
        if column in written or not cell.words:
            continue
        if column == columns.share:
            page.flat.insert(" (")
            cell.write()
            page.flat.insert(")" if "%" in cell.words else f"{columns.sign})")
        elif column > columns.statement:
            page.flat.insert(" | ")
            cell.write()


def _is_topic(row: list[Cell]) -> bool:
    """Say whether a row of a table of duties has one name in it and nothing else."""
    filled = [cell.words for cell in row if cell.words]
    if len(filled) != 1 or filled[0][-1] in ".;" or not filled[0][0].isupper():
        return False
    blanks = filled[0].count(" ")
    # One word is no statement, though it may be a verb's.
    return blanks < _TOPIC and (
        not blanks or opening_kind(filled[0][:60]) is not SectionKind.DUTIES
    )


def _at(row: list[Cell], column: int | None) -> Cell | None:
    return row[column] if column is not None and column < len(row) else None


def _row(page: Page, row: list[Cell], width: int, *, pairs: bool) -> None:
    """Add a row as fields where it is that, else as a line."""
    cells = [cell for cell in row if cell.words]
    if len(cells) == 1 and not _names(cells[0]):
        _line(page, cells)
    elif all(map(_is_whole, cells)):
        for cell in cells:
            _whole(page, cell)
    elif width == 2 and len(cells) == 2 and len(cells[0].words) <= _LONGEST_NAME:
        _pair(page, cells[0], cells[1])
    elif len(row) % 2 == 0 and (pairs or all(not n.words or _names(n) for n in row[::2])):
        for name, value in zip(row[::2], row[1::2], strict=True):
            _pair(page, name, value)
    else:
        _line(page, cells)


def _is_whole(cell: Cell) -> bool:
    """Say whether a cell holds a known name and its value: "Grade: 12"."""
    name, colon, value = cell.words.partition(":")
    return bool(colon and value.strip()) and "\n" not in cell.words and is_field_name(name)


def _whole(page: Page, cell: Cell) -> None:
    flat = page.flat
    at = flat.size
    cell.write()
    written = flat.text()[at : flat.size]
    value = at + written.find(":") + 1
    value += len(flat.text()[value:]) - len(flat.text()[value:].lstrip())
    flat.insert("\n")
    page.add("field", at, value)


def _pair(page: Page, name: Cell, value: Cell) -> None:
    """Add a name and a value: a field, or a heading where the value is long."""
    if not name.words:
        if value.words:
            _line(page, [value])
        return
    if value.parts and _heads_work(name.words):
        add_part(page, name, value)
        return
    flat = page.flat
    at = flat.size
    name.write()
    if value.words[:1].isalpha() and bullet_length(f"{name.words} A") == len(name.words) + 1:
        # A number in a column of its own is the item's beside it.
        flat.insert(" ")
        words = flat.size
        value.write()
        flat.insert("\n")
        page.add("item", at, words, 1)
        return
    if len(value.words) > _LONGEST_VALUE or _heads_duties(name.words, value.words):
        flat.insert("\n")
        head = Block("head", at, at, flat.size, 3)
        page.blocks.append(head)
        at = flat.size
        bold = value.write()
        flat.insert("\n")
        page.add("text", at, at).bold = bold
        return
    flat.insert(" " if name.words.endswith(":") else ": ")
    words = flat.size
    number = bullet_length(name.words) if name.words[0].isdigit() else 0
    if number:
        page.blocks.append(Block("noise", at, at, at + number))
    # A blank left blank is a field all the same, with nothing in it.
    if value.words:
        value.write()
    flat.insert("\n")
    page.add("field", at + number, words)


def _heads_duties(name: str, value: str) -> bool:
    """Say whether a name beside a cell is the heading of the duties in it."""
    duties = says_duty(name.rstrip(":")) and not is_field_name(name.rstrip(":"))
    return duties and (len(value) > _SHORT_NAME or opening_kind(value) is SectionKind.DUTIES)


def _heads_work(name: str) -> bool:
    """Say whether a name is that of duties or of what is asked, over statements of them."""
    name = name.rstrip(":")
    return heading_kind(name) in OF_WORK and not is_field_name(name)


def _line(page: Page, cells: list[Cell]) -> None:
    """Add cells as one line of text."""
    flat = page.flat
    at = flat.size
    bold = 0
    shown = [cell for cell in cells if cell.words]
    for count, cell in enumerate(shown):
        if count:
            flat.insert(" | ")
        found = cell.write()
        bold = bold if count else found
    flat.insert("\n")
    page.add("text", at, at).bold = bold if len(shown) == 1 else 0


# What a table is, each with rows that it is the first to describe.
FORMS: tuple[Way[Table, _Adds, list[list[str]]], ...] = (
    Way(
        "a name above those of the columns",
        _named,
        [["Duties of the post"], ["Duty", "Essential"], ["Files the deeds.", "Yes"]],
    ),
    Way("lines", _lines, [["Files the deeds."], ["Lends the maps."]]),
    Way(
        "cells that each have a heading",
        _headed_cells,
        [["Duties\nFiles the deeds.\nLends the maps.", "Requirements\nA steady hand."]],
    ),
    Way(
        "duties and demands beside their names",
        _beside,
        [["Duties", "Files the deeds.\nLends the maps."], ["Requirements", "A steady hand."]],
    ),
    Way(
        "what is essential beside what is desirable",
        _criteria,
        [["", "Essential", "Desirable"], ["A steady hand", "X", ""], ["Latin", "", "X"]],
    ),
    Way(
        "a job in each row",
        _jobs,
        [["Job", "Duties"], ["Clerk", "Files the deeds."], ["Page", "Lends the maps."]],
    ),
    Way(
        "sections side by side",
        _sections_beside,
        [["Duties", "Requirements"], ["Files the deeds.", "A steady hand."]],
    ),
    Way("names above their values", _values_below, [["Grade:", "Department:"], ["7", "Roads"]]),
    Way(
        "duties with their marks and shares",
        _duties,
        [["Duty", "%"], ["Files the deeds of the whole county.", "60"], ["Lends the maps.", "40"]],
    ),
    Way(
        "marks in columns that say what they mean",
        _marked,
        [["Demand", "Never", "Often"], ["Sitting", "", "X"], ["Climbing", "X", ""]],
    ),
    Way("a head and nothing below it", _head_alone, [["Pay", "Hours", "Place"]]),
    Way(
        "names beside what they head",
        _headed_parts,
        [
            ["Who we are", "A house by the sea."],
            ["Leave", "Paid leave for all of us.\nA room by the sea."],
        ],
    ),
    Way("rows of fields or of lines", _rows, [["Of", "By"], ["Grade", "7"], ["Team", "Roads"]]),
)
