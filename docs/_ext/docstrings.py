"""Docstrings of postlint are Markdown in a small way; Sphinx is given what they mean.

Three things differ: code in single backticks, tables, and indented examples
after a colon.
"""

from __future__ import annotations

import re

_CODE = re.compile(r"(?<![`:\w])`([^`\n]+)`(?!`)")
_ROW = re.compile(r"\s*\|(.*)\|\s*\Z")
_RULER = re.compile(r"[\s|:-]+\Z")


def to_rst(lines: list[str]) -> list[str]:
    """Return the lines of a docstring as reStructuredText."""
    out: list[str] = []
    rows: list[list[str]] = []
    example = False
    for line in [*lines, ""]:
        row = _ROW.match(line)
        if row:
            if not _RULER.match(line):
                rows.append([cell.strip() for cell in row[1].split("|")])
            continue
        if rows:
            out += _table(rows)
            rows = []
        indented = line.startswith("    ") and bool(line.strip())
        if indented and not example and out and not out[-1].strip():
            example = True
            if not line.lstrip().startswith(">>>"):
                out += ["::", ""]
        elif line.strip() and not indented:
            example = False
        out.append(line if example else _coded(line))
    return out


def _coded(text: str) -> str:
    return _CODE.sub(r"``\1``", text)


def _table(rows: list[list[str]]) -> list[str]:
    out = [".. list-table::", "   :header-rows: 1", ""]
    for row in rows:
        for number, cell in enumerate(row):
            lead = "   * -" if number == 0 else "     -"
            out.append(f"{lead} {_coded(cell)}")
    return [*out, ""]
