"""CSV: the rows of a sheet as values, each with its place."""

from __future__ import annotations

import re
from functools import cache

from postlint.errors import Unreadable
from postlint.readers.exports import names
from postlint.readers.jobposting.values import Array, Entry, Object, Scalar

_SIGNS = ",;\t|"


@cache
def _cell(sign: str) -> re.Pattern[str]:
    sign = re.escape(sign)
    return re.compile(
        rf'(?:"(?P<quoted>(?:[^"]++|"")*+)"[^{sign}\r\n]*|(?P<bare>[^{sign}\r\n]*+))'
        rf"(?P<end>{sign}|\r\n|\n|\r|\Z)"
    )


def read_columns(source: str) -> Array:
    """Return the rows below the first as objects whose keys are the first row's cells."""
    start = 1 if source[:1] == "\ufeff" else 0
    rows = _rows(source, start)
    if not rows:
        return Array()
    heads = rows[0]
    found = Array()
    for row in rows[1:]:
        entries: dict[str, Entry] = {}
        for head, cell in zip(heads, row, strict=False):
            name = source[head.start : head.end].strip()
            if name:
                entries.setdefault(name, Entry(head, cell))
        if any(cell.end > cell.start for cell in row):
            found.values.append(Object(entries))
    return found


def named_columns(rows: Array, text: str | None, title: str | None) -> Array:
    """Return rows whose columns of these names are the text and the title, and no others are.

    Raises `Unreadable` for a column that is not there.
    """
    for column in (text, title):
        if column is not None:
            _look_for(rows, column)
    found = Array()
    for row in rows.values:
        if not isinstance(row, Object):
            continue
        entries = {
            name: entry
            for name, entry in row.entries.items()
            if not (text and names.bare_name(name) in names.TEXTS)
            and not (title and names.bare_name(name) in names.TITLES)
        }
        for column, name in ((title, "title"), (text, "description")):
            if column is not None and (entry := row.entries.get(_called(row, column))):
                entries[name] = entry
        found.values.append(Object(entries))
    return found


def _called(row: Object, column: str) -> str:
    """Return the name a row has for a column, whatever its capitals."""
    wanted = column.strip().casefold()
    return next((name for name in row.entries if name.casefold() == wanted), column)


def _look_for(rows: Array, column: str) -> None:
    heads = [name for row in rows.values if isinstance(row, Object) for name in row.entries]
    known = list(dict.fromkeys(heads))
    if rows.values and column.strip().casefold() not in {name.casefold() for name in known}:
        shown = ", ".join(f"'{name}'" for name in known[:_SHOWN])
        raise Unreadable(f"it has no column '{column}'; its columns are {shown}")


_SHOWN = 12


def _rows(source: str, start: int) -> list[list[Scalar]]:
    line = re.split(r"[\r\n]", source[start : start + 4000], maxsplit=1)[0]
    sign = max(_SIGNS, key=line.count)
    pattern = _cell(sign)
    rows: list[list[Scalar]] = []
    row: list[Scalar] = []
    at = start
    while at < len(source):
        match = pattern.match(source, at)
        if match is None:  # a quote that is never closed: the rest is its cell
            row.append(Scalar(at + 1, len(source), is_string=True, form="csv"))
            break
        name = "bare" if match["quoted"] is None else "quoted"
        row.append(
            Scalar(*match.span(name), is_string=True, form="csv" if name[0] == "q" else "raw")
        )
        at = match.end()
        if match["end"] != sign:
            rows.append(row)
            row = []
    if row:
        rows.append(row)
    return rows
