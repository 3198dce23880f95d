"""What the rows of a table say: fields, duties with a mark or a share, or lines."""

from __future__ import annotations

from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.document.openings import opening_kind
from postlint.readers.blocks import Block
from postlint.readers.pages.columns import (
    Cell,
    DutyColumns,
    columns_of,
    marks_duty,
    names_columns,
    says_duty,
)
from postlint.readers.pages.page import Page

# A row of so few words alone, in a table of duties, says what the rows below it are about.
_TOPIC = 6
_LONGEST_NAME = 70
_LONGEST_VALUE = 300
# A name above or beside its value is no longer.
_SHORT_NAME = 40


def add_table(page: Page, rows: list[list[Cell]], *, header: bool) -> None:
    """Add a table's rows to a page. `header` says that the first row heads the others."""
    rows = [row for row in rows if any(cell.words for cell in row)]
    if not rows:
        return
    width = max(len(row) for row in rows)
    if width == 1:
        for row in rows:
            _line(page, row)
        return
    if _are_below(rows, width):
        for upper, lower in zip(rows[::2], rows[1::2], strict=True):
            for name, value in zip(upper, lower, strict=False):
                _pair(page, name, value)
        return
    header = header and not _is_body(rows[0])
    head = rows[0] if header or names_columns(rows) else []
    body = rows[1:] if head else rows
    columns = columns_of(page, head, body, width)
    if columns is not None:
        if head:
            _headed(page, head[columns.statement])
        for row in body:
            _duty(page, row, columns)
        return
    if header and any(map(_names, head[::2])) and (width == 2 or _are_pairs(rows, width)):
        body = rows  # a table of fields that Markdown made a head of
    if not body:
        _line(page, head)
        return
    if width == _BESIDE and any(_heads_parts(*row) for row in body if len(row) == _BESIDE):
        for row in body:
            _sections(page, row)
        return
    pairs = _are_pairs(body, width)
    for row in body:
        _row(page, row, width, pairs=pairs)


_BESIDE, _LEAST_PART, _LEAST_PROSE = 2, 18, 60


def _heads_parts(name: Cell, value: Cell) -> bool:
    """Say whether a name stands beside several statements."""
    long = len(value.words) >= _LEAST_PART * len(value.parts) > _LEAST_PART
    return long and 0 < len(name.words) <= _LONGEST_NAME and not is_field_name(name.words)


def _sections(page: Page, row: list[Cell]) -> None:
    """Add a row of a table whose names stand beside what they head."""
    filled = [cell for cell in row if cell.words]
    if len(filled) < _BESIDE or is_field_name(row[0].words) or len(row[0].words) > _LONGEST_NAME:
        _row(page, row, _BESIDE, pairs=False)
        return
    name, value = row
    if not page.blocks and heading_kind(name.words) is None:
        _line(page, row)  # a letterhead: who writes, and where
        return
    if not value.parts and len(value.words) < _LEAST_PROSE:
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
        filled = [cell for cell in upper if cell.words]
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
    filled = [cell for cell in row if cell.words]
    if len(filled) == 1 or all(map(_is_whole, filled)):
        return True
    return any(
        cell.words.count(" ") >= _LEAST_BLANKS
        and opening_kind(cell.words[:60]) is SectionKind.DUTIES
        for cell in filled
    )


_LEAST_BLANKS = 3


def _headed(page: Page, name: Cell) -> None:
    """Add the name of a column of duties as their heading, where none stands over them."""
    if not says_duty(name.words):
        return
    over = page.blocks[-1:] if page.blocks and page.blocks[-1].kind == "text" else []
    over += [block for block in reversed(page.blocks) if block.kind == "head"][:1]
    for above in over:
        words = page.flat.text()[above.words : above.stop].strip()
        if heading_kind(words) is SectionKind.DUTIES:
            return
    _block(page, "head", name)


def _duty(page: Page, row: list[Cell], columns: DutyColumns) -> None:
    """Add a row as an item: its number, its area as a label, its words, and its mark last."""
    statement, mark, share, number, over, beside, sign = columns
    flat = page.flat
    if _is_topic(row):
        _block(page, "head", next(cell for cell in row if cell.words))
        return
    if statement >= len(row) or not row[statement].words:
        _line(page, row)
        return
    at = words = flat.size
    numbered = _at(row, number)
    if numbered is not None and numbered.words:
        numbered.write()
        flat.insert(" ")
        words = flat.size
    label = 0
    asides = [_at(row, column) for column in (mark, share, number, *beside)]
    for cell in row[:statement]:
        if cell.words and cell not in asides:
            cell.write()
            flat.insert(" " if cell.words.endswith(":") else ": ")
            label = flat.size
    bold = row[statement].write()
    for column, cell in enumerate(row):
        if column in (statement, mark, number, *beside) or not cell.words:
            continue
        if column == share:
            flat.insert(" (")
            cell.write()
            flat.insert(")" if "%" in cell.words else f"{sign})")
        elif column > statement:
            flat.insert(" | ")
            cell.write()
    symbol = _at(row, mark)
    begin = 0
    if symbol is not None and symbol.words and marks_duty(symbol.words, over):
        begin = flat.size
        flat.insert(" ")
        symbol.write()
    flat.insert("\n")
    block = page.add("item", at, words, 1)
    block.bold, block.label, block.mark = 0 if label else bold, label, begin
    silent = [] if begin else [symbol]
    for unsaid in (*silent, *(_at(row, column) for column in beside)):
        if unsaid is not None and unsaid.words:
            # It was read, and says that there is no mark.
            aside_at = flat.size
            unsaid.write()
            flat.insert("\n")
            page.add("noise", aside_at, aside_at)


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
    flat = page.flat
    at = flat.size
    name.write()
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
    # A blank left blank is a field all the same, with nothing in it.
    if value.words:
        value.write()
    flat.insert("\n")
    page.add("field", at, words)


def _heads_duties(name: str, value: str) -> bool:
    """Say whether a name beside a cell is the heading of the duties in it."""
    return (
        len(value) > _SHORT_NAME
        and says_duty(name.rstrip(":"))
        and not is_field_name(name.rstrip(":"))
    )


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
