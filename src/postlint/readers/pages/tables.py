"""What the rows of a table say: fields, duties with a mark or a share, or lines.

A cell means what its column says it means: *No* under "Essential" is no mark,
a number under "#" is the item's number, and a name above a value names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.document.openings import opening_kind
from postlint.readers.blocks import Block
from postlint.readers.pages.page import Page
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

_MARK = pattern(
    r"(?i)\(?(?:E|EF|M|NE|N|X|Y|Yes|No|True|False|Essential|Marginal|Non-?essential|[*†‡✓✔☑☒☐✗✘–—-])\)?\Z"
)
_SHARE = pattern(r"[~<>≤≥]?\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?%\Z|\d{1,3}\Z")
_NUMBER = pattern(r"(?:#|no\.?\s?)?\d{1,2}[.)]?\Z", re.IGNORECASE)
_SAYS_MARK = pattern(r"(?i)\b(?:essential|marginal|e\s?/\s?m|e\s?/\s?ne|ef|ada)\b")
_SAYS_MARGINAL = pattern(r"(?i)\b(?:marginal|non-?essential|not essential)\b")
_SAYS_ESSENTIAL = pattern(r"(?i)(?<!non-)(?<!non)(?<!not )\bessential\b|\be\s?/|\bef\b|\bada\b")
_SAYS_SHARE = pattern(r"(?i)%|\bper\s?cent|\bpercent|\bshare\b|\btime\b")
_SAYS_NUMBER = pattern(r"(?i)(?:#|no\.?|nr\.?|number|item|rank|order)\Z")
# What a cell says that sets no mark.
_UNMARKED = frozenset("no n false ☐ ✗ ✘ – — -".split())
# Letters that mark duties under whatever name, where some are essential.
_LETTERS = (frozenset({"E", "M"}), frozenset({"E", "N"}), frozenset({"E", "NE"}))
_SAYS_CLASS = pattern(r"(?i)(?:type|class|code|category|rating|mark|e)?\Z")
# A row of so few words alone, in a table of duties, says what the rows below it are about.
_TOPIC = 6
_LONGEST_NAME = 70
_LONGEST_VALUE = 300
# A cell this long is a layout's, not a table's.
_STATEMENT = 18
# A name above or beside its value is no longer.
_SHORT_NAME = 40


class Cell(NamedTuple):
    """A cell: its words as they look, and what adds them to the page.

    `write` returns where bold words at its start end, 0 for none.
    """

    words: str
    write: Callable[[], int]


class _Columns(NamedTuple):
    """Which columns of a table of duties hold what; `None` for none."""

    statement: int
    mark: int | None
    share: int | None
    number: int | None
    # The name over the column of marks.
    marks: str
    # Columns that say no more than the marks do: what is not essential is marginal.
    beside: tuple[int, ...]


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
    head = rows[0] if header or _is_head(rows) else []
    body = rows[1:] if head else rows
    columns = _columns(page, head, body, width)
    if columns is not None:
        for row in body:
            _duty(page, row, columns)
        return
    if header and any(map(_names, head[::2])) and (width == 2 or _are_pairs(rows, width)):
        body = rows  # a table of fields that Markdown made a head of
    if not body:
        _line(page, head)
        return
    pairs = _are_pairs(body, width)
    for row in body:
        _row(page, row, width, pairs=pairs)


def _names(cell: Cell) -> bool:
    return is_field_name(cell.words.rstrip(":")) or cell.words.endswith(":")


def _are_below(rows: list[list[Cell]], width: int) -> bool:
    """Say whether names stand in one row and their values in the next."""
    if len(rows) % 2 or any(len(row) != width for row in rows):
        return False
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        said = [cell for cell in upper if cell.words]
        if len(said) < 2 or not all(_names(cell) for cell in said):
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


def _is_head(rows: list[list[Cell]]) -> bool:
    """Say whether the first row names the columns."""
    words = [cell.words for cell in rows[0]]
    if len(rows) < 2 or not all(len(word) < 60 for word in words):
        return False
    return any(_SAYS_MARK.search(word) or "%" in word or _says_duty(word) for word in words)


def _is_body(row: list[Cell]) -> bool:
    """Say whether a row that Markdown made a head of is a row as any other.

    It has one cell filled in, names with their values, or a duty.
    """
    said = [cell for cell in row if cell.words]
    if len(said) == 1 or all(map(_is_whole, said)):
        return True
    return any(
        cell.words.count(" ") >= _LEAST_BLANKS
        and opening_kind(cell.words[:60]) is SectionKind.DUTIES
        for cell in said
    )


_LEAST_BLANKS = 3


def _says_duty(name: str) -> bool:
    return 0 < len(name) < 60 and heading_kind(name) is SectionKind.DUTIES


def _columns(page: Page, head: list[Cell], body: list[list[Cell]], width: int) -> _Columns | None:
    """Return which columns hold marks, shares, numbers and statements; `None` for no duties."""
    marks = shares = numbers = statements = None
    beside: list[int] = []
    named = False
    longest = _STATEMENT
    for column in range(width):
        words = [row[column].words for row in body if column < len(row)]
        said = [word for word in words if word]
        if not said:
            continue
        name = head[column].words if column < len(head) else ""
        if all(map(_MARK.match, said)) and (
            not head or _SAYS_MARK.search(name) or _are_letters(name, said)
        ):
            if marks is None or _is_marginal(head[marks].words if head else ""):
                marks, other = column, marks
            else:
                other = column
            if other is not None:
                beside.append(other)
        elif all(map(_SHARE.match, said)) and (
            _SAYS_SHARE.search(name) or all("%" in word for word in said)
        ):
            shares = column
        elif all(map(_NUMBER.match, said)) and (not name or _SAYS_NUMBER.match(name)):
            numbers = column
        else:
            mean = sum(map(len, said)) // len(said)
            # The column called after duties holds them, however short they are.
            if _says_duty(name) and not named and mean > 1:
                named, longest, statements = True, mean, column
            elif not named and mean > longest:
                longest, statements = mean, column
    if statements is None:
        return None
    of_duties = named or marks is not None or shares is not None
    if not of_duties and not _are_duties(page, body, statements):
        return None
    over = head[marks].words if marks is not None and marks < len(head) else ""
    return _Columns(statements, marks, shares, numbers, over, tuple(beside))


def _is_marginal(name: str) -> bool:
    """Say whether what is marked in a column so named is not essential."""
    return bool(_SAYS_MARGINAL.search(name)) and not _SAYS_ESSENTIAL.search(name)


def _are_letters(name: str, said: list[str]) -> bool:
    letters = {word.strip("()").upper() for word in said}
    known = any("E" in letters and letters <= both for both in _LETTERS)
    return known and _SAYS_CLASS.match(name) is not None


def _are_duties(page: Page, body: list[list[Cell]], column: int) -> bool:
    """Say whether a column under a heading of duties opens as duties do."""
    for block in reversed(page.blocks):
        if block.kind == "head":
            words = page.flat.text()[block.words : block.stop]
            if heading_kind(words.strip()) is not SectionKind.DUTIES:
                return False
            said = [row[column].words for row in body if column < len(row)]
            opened = [opening_kind(words[:60]) is SectionKind.DUTIES for words in said]
            return sum(opened) * 2 > len(opened)
    return False


def _duty(page: Page, row: list[Cell], columns: _Columns) -> None:
    """Add a row as an item: its number, its area as a label, its words, and its mark last."""
    statement, mark, share, number, over, beside = columns
    flat = page.flat
    if _is_topic(row):
        at = flat.size
        next(cell for cell in row if cell.words).write()
        flat.insert("\n")
        page.blocks.append(Block("head", at, at, flat.size, 3))
        return
    if statement >= len(row) or not row[statement].words:
        _line(page, row)
        return
    at = words = flat.size
    if number is not None and number < len(row) and row[number].words:
        row[number].write()
        flat.insert(" ")
        words = flat.size
    label = 0
    for cell in row[:statement]:
        aside = (mark, share, number, *beside)
        if cell.words and cell not in [_at(row, column) for column in aside]:
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
            flat.insert(")")
        elif column > statement:
            flat.insert(" | ")
            cell.write()
    sign = _at(row, mark)
    begin = 0
    if sign is not None and sign.words and _marks(sign.words, over):
        begin = flat.size
        flat.insert(" ")
        sign.write()
    flat.insert("\n")
    block = page.add("item", at, words, 1)
    block.bold, block.label, block.mark = 0 if label else bold, label, begin
    silent = [] if begin else [sign]
    for unsaid in (*silent, *(_at(row, column) for column in beside)):
        if unsaid is not None and unsaid.words:
            # It was read, and says that there is no mark.
            aside_at = flat.size
            unsaid.write()
            flat.insert("\n")
            page.add("noise", aside_at, aside_at)


def _is_topic(row: list[Cell]) -> bool:
    """Say whether a row of a table of duties has one name in it and nothing else."""
    said = [cell.words for cell in row if cell.words]
    if len(said) != 1 or said[0][-1] in ".;" or not said[0][0].isupper():
        return False
    blanks = said[0].count(" ")
    # One word is no statement, though it may be a verb's.
    return blanks < _TOPIC and (not blanks or opening_kind(said[0][:60]) is not SectionKind.DUTIES)


def _at(row: list[Cell], column: int | None) -> Cell | None:
    return row[column] if column is not None and column < len(row) else None


def _marks(sign: str, over: str) -> bool:
    """Say whether what stands in a column of marks marks a duty, given the column's name."""
    if _is_marginal(over):
        return False
    bare = sign.strip("() ").lower()
    # "N" is a letter of its own where the column's letters are E and N.
    return bare not in _UNMARKED or (bare == "n" and "/" in over and "y" not in over.lower())


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
        and _says_duty(name.rstrip(":"))
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
