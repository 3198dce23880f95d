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


def table(page: Page, lines: list[TableLine], index: int) -> int:
    """Add a table with a delimiter row; return the line after it, 0 where there is none."""
    source = page.source
    if index + 1 >= len(lines):
        return 0
    start, end, _ = lines[index]
    below = lines[index + 1]
    rule = source[below[0] : below[1]].strip()
    if "-" not in rule or "|" not in rule + source[start:end] or not _DELIMITER.match(rule):
        return 0
    if source[start:end].count("|") == 0:
        return 0
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
        cells.append(Cell(words.strip(), partial(inline, page, left, right)))
        at = bar + 1
    return cells
