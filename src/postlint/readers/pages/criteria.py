"""Tables of what is asked: each criterion marked as essential or desirable, or written there.

A cross under "Desirable" says that the criterion beside it is only wished for, so the rows are
read column by column: what is essential under its name, and then what is desirable.
"""

from __future__ import annotations

from typing import Final

from postlint.readers.pages.columns import Cell, is_mark, sets_mark
from postlint.readers.pages.headed_tables import add_head
from postlint.readers.pages.page import Page
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

_DEMANDED = pattern(r"(?i)(?:essential|required|minimum|must[ -]have)s?(?: criteria)?\Z")
_WISHED = pattern(r"(?i)(?:desirable|desired|preferred|nice[ -]to[ -]have)s?(?: criteria)?\Z")
# A criterion is longer than its topic and its number.
_FEWEST: Final = 2


class Criteria(NamedTuple):
    """Where a table has its criteria; `statement` is `None` where they stand under those names."""

    columns: tuple[int, ...]
    statement: int | None


def names_criteria(names: list[str]) -> bool:
    """Say whether names of columns part what is essential from what is desirable."""
    return any(map(_DEMANDED.match, names)) and any(map(_WISHED.match, names))


def criteria_of(head: list[Cell], below: list[list[Cell]]) -> Criteria | None:
    """Return where the criteria of a table stand, `None` for another table."""
    names = [cell.words.strip(" :*") for cell in head]
    if not below or not names_criteria(names):
        return None
    columns = tuple(
        place for place, name in enumerate(names) if _DEMANDED.match(name) or _WISHED.match(name)
    )
    if not all(map(is_mark, _filled(below, columns))):
        return Criteria(columns, None) if len(columns) == _FEWEST else None
    others = [place for place in range(len(names)) if place not in columns]
    sizes = {place: sum(map(len, _filled(below, (place,)))) for place in others}
    statement = max(sizes, key=sizes.__getitem__, default=None)
    return None if statement is None else Criteria(columns, statement)


def _filled(rows: list[list[Cell]], columns: tuple[int, ...]) -> list[str]:
    cells = [row[place].words for row in rows for place in columns if place < len(row)]
    return [words for words in cells if words]


def are_marked(head: list[Cell], below: list[list[Cell]]) -> bool:
    """Say whether each row of a table has its marks in columns that say what these mean.

    "Climbing" with a cross under "Never", beside "Lifting" with one under "Often".
    """
    names = [cell.words for cell in head]
    if len(names) <= _FEWEST or not all(names[1:]) or len(below) < _FEWEST:
        return False
    marks = [[cell.words for cell in row[1:] if cell.words] for row in below]
    return (
        any(marks)
        and all(row and row[0].words for row in below)
        and all(is_mark(words) for row in marks for words in row)
    )


def add_marked(page: Page, head: list[Cell], below: list[list[Cell]]) -> None:
    """Add each row as an item: what it names, and the columns that are marked beside it."""
    for row in below:
        at = page.flat.size
        row[0].write()
        marked = [
            name for name, cell in zip(head[1:], row[1:], strict=False) if sets_mark(cell.words)
        ]
        for number, name in enumerate(marked):
            page.flat.insert(", " if number else ": ")
            name.write()
        page.flat.insert("\n")
        page.add("item" if marked else "text", at, at, 1 if marked else 0)


def add_criteria(page: Page, head: list[Cell], below: list[list[Cell]], where: Criteria) -> None:
    """Add what is essential under its name, then what is desirable, and nothing twice."""
    marked: list[list[list[Cell]]] = [[] for _ in where.columns]
    for row in below:
        found = [n for n, place in enumerate(where.columns) if _says(row, place, where)]
        if where.statement is None:
            for number in found:
                marked[number].append(row)
        elif found:
            marked[found[0]].append(row)
        else:
            _line(page, row)  # a topic, or a criterion that nobody marked
    for place, rows in zip(where.columns, marked, strict=True):
        if rows:
            add_head(page, head[place], _LEVEL)
        for row in rows:
            _add_row(page, row, place, where)


_LEVEL: Final = 3


def _says(row: list[Cell], place: int, where: Criteria) -> bool:
    words = row[place].words if place < len(row) else ""
    return bool(words) and (where.statement is None or sets_mark(words))


def _add_row(page: Page, row: list[Cell], place: int, where: Criteria) -> None:
    statement = row[place if where.statement is None else where.statement]
    topics = [cell for cell in row[: min(where.columns)] if cell.words and cell is not statement]
    for number, part in enumerate(statement.parts or (statement,)):
        flat = page.flat
        at = words = flat.size
        for topic in () if number else topics:
            topic.write()
            flat.insert(": ")
            words = flat.size
        bold = part.write()
        flat.insert("\n")
        block = page.add("item", at, at, 1)
        block.bold, block.label = bold if words == at else 0, words if words > at else 0
    # How it is assessed, and other columns: read, and no part of what is asked.
    for other in row[max(where.columns) + 1 :]:
        if other.words and other is not statement:
            aside = page.flat.size
            other.write()
            page.flat.insert("\n")
            page.add("noise", aside, aside)


def _line(page: Page, row: list[Cell]) -> None:
    at = page.flat.size
    for number, cell in enumerate(cell for cell in row if cell.words):
        page.flat.insert(" | " if number else "")
        cell.write()
    page.flat.insert("\n")
    page.add("text", at, at)
