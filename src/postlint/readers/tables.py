"""What the rows of a table say: fields, duties with a mark or a share, or lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from postlint.document.labels import is_field_name
from postlint.readers.blocks import Block
from postlint.readers.page import Page
from postlint.text.patterns import pattern

_MARK = pattern(
    r"(?i)\(?(?:E|EF|M|NE|N|X|Y|Yes|No|Essential|Marginal|Non-?essential|[*†‡✓✔☑☒])\)?\Z"
)
_SHARE = pattern(r"[~<>≤≥]?\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?%\Z|\d{1,3}\Z")
_SAYS_MARK = pattern(r"(?i)\b(?:essential|marginal|e\s?/\s?m|e\s?/\s?ne|ef|ada)\b")
_SAYS_SHARE = pattern(r"(?i)%|\bper\s?cent|\bpercent|\bshare\b|\btime\b")
_NO = frozenset({"no", "n"})
_LONGEST_NAME = 70
_LONGEST_VALUE = 300
# A cell this long is a layout's, not a table's.
_STATEMENT = 18


class Cell(NamedTuple):
    """A cell: its words as they look, and what adds them to the page.

    `write` returns where bold words at its start end, 0 for none.
    """

    words: str
    write: Callable[[], int]


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
    head = rows[0] if header or _is_head(rows) else []
    body = rows[1:] if head else rows
    columns = _columns(head, body, width)
    marks, shares, statements = columns
    if statements is not None and (marks is not None or shares is not None):
        for row in body:
            _duty(page, row, statements, marks, shares)
        return
    if header and width == 2 and head and _names(head):
        body = rows  # a table of fields that Markdown made a head of
    if not body:
        _line(page, head)
        return
    for row in body:
        _row(page, row, width)


def _is_head(rows: list[list[Cell]]) -> bool:
    """Say whether the first row names the columns."""
    words = [cell.words for cell in rows[0]]
    return (
        len(rows) > 1
        and any(_SAYS_MARK.search(word) or "%" in word for word in words)
        and all(len(word) < 60 for word in words)
    )


def _names(row: list[Cell]) -> bool:
    return is_field_name(row[0].words) or row[0].words.endswith(":")


def _columns(
    head: list[Cell], body: list[list[Cell]], width: int
) -> tuple[int | None, int | None, int | None]:
    """Return which columns hold marks, shares and statements."""
    marks = shares = statements = None
    longest = _STATEMENT
    for column in range(width):
        words = [row[column].words for row in body if column < len(row)]
        said = [word for word in words if word]
        if not said:
            continue
        name = head[column].words if column < len(head) else ""
        if all(_MARK.match(word) for word in said) and (not head or _SAYS_MARK.search(name)):
            marks = column
        elif all(_SHARE.match(word) for word in said) and (
            _SAYS_SHARE.search(name) or all("%" in word for word in said)
        ):
            shares = column
        else:
            mean = sum(map(len, said)) // len(said)
            if mean > longest:
                longest, statements = mean, column
    return marks, shares, statements


def _duty(page: Page, row: list[Cell], statement: int, mark: int | None, share: int | None) -> None:
    """Add a row as an item, its mark last."""
    flat = page.flat
    if statement >= len(row) or not row[statement].words:
        _line(page, row)
        return
    at = flat.size
    bold = row[statement].write()
    for column, cell in enumerate(row):
        if column not in (statement, mark) and cell.words:
            flat.insert(" (" if column == share else " | ")
            cell.write()
            if column == share:
                flat.insert(")")
    begin = 0
    if mark is not None and mark < len(row) and row[mark].words:
        begin = flat.size
        flat.insert(" ")
        row[mark].write()
    flat.insert("\n")
    block = page.add("item", at, at, 1)
    block.bold, block.mark = bold, begin


def _row(page: Page, row: list[Cell], width: int) -> None:
    """Add a row as fields where it is that, else as a line."""
    cells = [cell for cell in row if cell.words]
    pairs = list(zip(row[::2], row[1::2], strict=False))
    if len(cells) == 1:
        _line(page, cells)
    elif width == 2 and len(cells) == 2 and len(cells[0].words) <= _LONGEST_NAME:
        _pair(page, cells[0], cells[1])
    elif len(row) % 2 == 0 and all(
        not name.words or is_field_name(name.words.rstrip(":")) or name.words.endswith(":")
        for name, _ in pairs
    ):
        for name, value in pairs:
            if name.words and value.words:
                _pair(page, name, value)
            elif name.words:
                _line(page, [name])
    else:
        _line(page, cells)


def _pair(page: Page, name: Cell, value: Cell) -> None:
    """Add a name and a value: a field, or a heading where the value is long."""
    flat = page.flat
    at = flat.size
    name.write()
    if len(value.words) > _LONGEST_VALUE:
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
    value.write()
    flat.insert("\n")
    page.add("field", at, words)


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
