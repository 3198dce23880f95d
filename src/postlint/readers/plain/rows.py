"""The rows of a text: its lines, and the pieces of lines that hold several.

Rows follow one another without gap, as lexemes must. Newlines are `\\r\\n`,
`\\n` and `\\r`; form feeds and U+2028 are blanks inside a row.
"""

from __future__ import annotations

from postlint.readers.plain.cuts import cut_points
from postlint.source import NEWLINE

# Characters that print nothing and that `str.strip` leaves standing.
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_EDGE = " \t\r\n\x0b\x0c\x85\xa0\u2028\u2029" + _INVISIBLE


class Row:
    """One row: where it starts and stops, and its words without the blanks around them.

    `start` and `stop` take in indent and newline; `first` and `last` are the
    offsets of the words, `text`. `whole` says the row ends where its line ends.
    """

    __slots__ = ("first", "indent", "last", "noise", "start", "stop", "text", "whole")

    def __init__(self, start: int, stop: int, first: int, text: str, whole: bool) -> None:
        self.start = start
        self.stop = stop
        self.first = first
        self.last = first + len(text)
        self.text = text
        self.indent = first - start
        self.whole = whole
        self.noise = False


def split_rows(data: str) -> list[Row]:
    """Return the rows of a text."""
    rows: list[Row] = []
    numbered = "1. " in data and "2." in data
    start = 0
    if "\r" in data:
        ends = [match.end() for match in NEWLINE.finditer(data)]
        if not ends or ends[-1] < len(data):
            ends.append(len(data))
        for stop in ends:
            _add(rows, data[start:stop], start, stop, numbered)
            start = stop
        return rows
    last = len(data)
    for line in data.split("\n"):
        stop = start + len(line) + 1
        if stop > last:
            if not line:
                break
            stop = last
        _add(rows, line, start, stop, numbered)
        start = stop
    return rows


def _add(rows: list[Row], line: str, start: int, stop: int, numbered: bool) -> None:
    text = line.strip()
    if not text:
        rows.append(Row(start, stop, stop, "", True))
        return
    if text[0] in _INVISIBLE or text[-1] in _INVISIBLE:
        text = text.strip(_EDGE)
        if not text:
            rows.append(Row(start, stop, stop, "", True))
            return
    first = start + line.find(text[0]) if line[0] != text[0] else start
    points = cut_points(text, numbered=numbered)
    if not points:
        rows.append(Row(start, stop, first, text, True))
        return
    bounds = [0, *points, len(text)]
    for index in range(len(bounds) - 1):
        piece = text[bounds[index] : bounds[index + 1]]
        words = piece.strip(_EDGE)
        end = first + bounds[index + 1] if index < len(points) else stop
        begin = start if index == 0 else first + bounds[index]
        lead = len(piece) - len(piece.lstrip(_EDGE)) if words else end - begin
        offset = first + bounds[index] + lead if words else end
        rows.append(Row(begin, end, offset, words, index == len(points)))
