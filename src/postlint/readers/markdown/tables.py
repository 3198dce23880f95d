"""Tables of Markdown: cells between bars, under a row that rules them off."""

from __future__ import annotations

from functools import partial
from typing import TypeAlias

from postlint.readers.markdown.inline import inline
from postlint.readers.pages.columns import Cell
from postlint.readers.pages.page import Page
from postlint.readers.pages.tables import add_table
from postlint.text.patterns import pattern

_DELIMITER = pattern(r"\|?[ \t]*:?-{1,}:?[ \t]*(?:\|[ \t]*:?-{1,}:?[ \t]*)*\|?[ \t]*\Z")
# A line: where it starts, where its characters end, where the next one starts.
TableLine: TypeAlias = tuple[int, int, int]


def heads_table(source: str, lines: list[TableLine], index: int) -> bool:
    """Say whether a line has cells and the one below it rules them off."""
    if index + 1 >= len(lines):
        return False
    start, end, _ = lines[index]
    below = lines[index + 1]
    rule = source[below[0] : below[1]].strip()
    ruled = "-" in rule and _DELIMITER.match(rule) is not None
    return ruled and "|" in source[start:end]


def table(page: Page, lines: list[TableLine], index: int) -> int:
    """Add the table that a line heads; return the line after it."""
    source = page.source
    start, end, _ = lines[index]
    rows = [_cells(page, start, end)]
    at = index + 2
    while at < len(lines):
        start, end, _ = lines[at]
        if "|" not in source[start:end]:
            break
        rows.append(_cells(page, start, end))
        at += 1
    add_table(page, rows, header=True)
    return at


def _cells(page: Page, start: int, end: int) -> list[Cell]:
    """Return the cells of a row."""
    source = page.source
    text = source[start:end]
    last = start + len(text.rstrip())
    first = start + len(text) - len(text.lstrip())
    if source[first:last].startswith("|"):
        first += 1
    if source[first:last].endswith("|") and source[last - 2 : last] != "\\|":
        last -= 1
    cells: list[Cell] = []
    at = first
    while at <= last:
        bar = source.find("|", at, last)
        while bar > at and source[bar - 1] == "\\":
            bar = source.find("|", bar + 1, last)
        bar = last if bar == -1 else bar
        words = source[at:bar]
        left = at + len(words) - len(words.lstrip())
        right = max(left, at + len(words.rstrip()))
        cells.append(_cell(page, left, right))
        at = bar + 1
    return cells


_BREAK = pattern(r"(?i)[ \t]*<br ?/?>[ \t]*")


def _cell(page: Page, start: int, end: int) -> Cell:
    """Return a cell, with its lines as parts where it has several."""
    whole = plain_cell(page, start, end)
    if "<" not in whole.words:
        return whole
    breaks = list(_BREAK.finditer(page.source, start, end))
    starts = [start, *(found.end() for found in breaks)]
    ends = [*(found.start() for found in breaks), end]
    lines = zip(starts, ends, strict=True)
    parts = tuple(plain_cell(page, low, high) for low, high in lines if low < high)
    return whole._replace(parts=parts) if len(parts) > 1 else whole


def plain_cell(page: Page, start: int, end: int) -> Cell:
    """Return a cell of the words of a stretch."""
    return Cell(page.source[start:end].strip(" \t*_"), partial(inline, page, start, end))
