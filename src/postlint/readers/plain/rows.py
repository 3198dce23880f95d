r"""The rows of a text: its lines, and the pieces of lines that hold several.

Rows follow one another without gap, as lexemes must. Newlines are `\r\n`,
`\n` and `\r`; form feeds are blanks inside a row.
"""

from __future__ import annotations

from itertools import pairwise

from postlint.readers.lines.fields import BARS
from postlint.readers.plain.cuts import cut_points, has_dashed, is_one
from postlint.text.patterns import pattern
from postlint.text.source import NEWLINE

# Characters that print nothing and that `str.strip` leaves standing.
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_EDGE = " \t\r\n\x0b\x0c\x85\xa0\u2028\u2029" + _INVISIBLE


class Row:
    """One row: where it starts and stops, and its words without the blanks around them.

    `start` and `stop` take in indent and newline; `first` and `last` are the
    offsets of the words, `text`. `whole` says the row ends where its line ends.
    `noise` is set where the words are not the posting's. A row without words
    may have a `remark` instead, which is `comment` or `directive`. `barred`
    says that bars part the fields of the line.
    """

    noise = False
    remark = ""
    whole = True
    barred = False

    def __init__(self, start: int, stop: int, first: int, text: str) -> None:
        self.start = start
        self.stop = stop
        self.first = first
        self.last = first + len(text)
        self.text = text

    @property
    def indent(self) -> int:
        """How far the words are set in."""
        return self.first - self.start


def split_rows(data: str) -> list[Row]:
    """Return the rows of a text."""
    rows: list[Row] = []
    numbered = "1. " in data and "2." in data
    dashed = "\n- " in data and data.count(" - ") > 2 and has_dashed(data)
    solid = _is_solid(data)
    if "\r" in data:
        stops = [match.end() for match in NEWLINE.finditer(data)]
        lines = [data[low:high] for low, high in pairwise([0, *stops, len(data)])]
        width = 0
    else:
        lines = data.split("\n")
        width = 1
    start = 0
    final = len(lines) - 1
    for number, line in enumerate(lines):
        stop = start + len(line)
        if number < final:
            stop += width
        elif stop == start:
            break
        text = line.strip()
        if not text:
            rows.append(Row(start, stop, stop, ""))
        elif text[0] <= "\x7f" >= text[-1] and is_one(
            text, numbered=numbered, dashed=dashed, solid=solid
        ):
            # What nearly every line is.
            first = start if line[0] == text[0] else start + line.index(text[0])
            rows.append(Row(start, stop, first, text))
        else:
            shown, words = line, line.strip(_EDGE)
            if words and _PICTURES.match(words[0]):
                beside = {row[:1] for at in (number - 1, number + 1) for row in lines[at : at + 1]}
                shown, words = _undecorated(line, words, beside)
            points = (
                cut_points(words, numbered=numbered, dashed=dashed, solid=solid) if words else []
            )
            _add(rows, shown, start, stop, points)
        start = stop
    if not _FIRST.isdisjoint([row.text[:2] for row in rows]):
        _set_stops(rows)
    return rows


# How a number without a stop begins a row.
_FIRST = frozenset({"1 ", "1\t", "1\xa0"})
_BARE_NUMBER = pattern(r"\d{1,2}(?=[ \t\xa0]+[A-Z]\S*[ ]\S+[ ]\S)")
_LEAST_NUMBERED, _MOST_BETWEEN = 3, 8


def _set_stops(rows: list[Row]) -> None:
    """Put a stop behind the numbers of rows that count from one: "1   Files the papers"."""
    counted: list[tuple[int, Row, int]] = []
    for at, row in enumerate(rows):
        found = _BARE_NUMBER.match(row.text) if row.text[:1].isdigit() else None
        if found is None:
            continue
        number = int(found[0])
        if counted and (number != len(counted) + 1 or at - counted[-1][0] > _MOST_BETWEEN):
            _stopped(counted)
            counted = []
        if number == len(counted) + 1:
            counted.append((at, row, found.end()))
    _stopped(counted)


def _stopped(counted: list[tuple[int, Row, int]]) -> None:
    if len(counted) >= _LEAST_NUMBERED:
        for _, row, end in counted:
            row.text = f"{row.text[:end]}.{row.text[end + 1 :]}"


# Pictures, with the signs that vary and join them.
_SIGNS = "\u2600-\u26ff\u2702-\u2712\u2728-\u2757\u2b00-\u2bff\U0001f000-\U0001faff"
_PICTURES = pattern(rf"[{_SIGNS}]")
_BEFORE = pattern(rf"[{_SIGNS}\ufe0f\u200d\s]+(?=\S)")
_BEHIND = pattern(rf"[{_SIGNS}\ufe0f\u200d\s]+\Z")
_LABELLED = pattern(r"[^\s:][^:\n]{0,24}: ")


def _undecorated(line: str, words: str, beside: set[str]) -> tuple[str, str]:
    """Return a line and its words with blanks for the pictures before and around them.

    "📍 Where: Hull", "🥐 Baker 🥐". One that a neighbour has too opens an item, but for a label.
    """
    before = _BEFORE.match(words)
    bare = words[before.end() :] if before is not None else words
    if before is not None and words[0] in beside and _LABELLED.match(bare) is None:
        return line, words
    bare = _BEHIND.sub("", bare)
    if not any(map(str.isalnum, bare)):
        return line, words
    begin = line.index(words) + len(words) - len(words[before.end() if before else 0 :])
    return " " * begin + bare + " " * (len(line) - begin - len(bare)), bare


def _is_solid(data: str) -> bool:
    """Say whether a text is one paragraph of several lines, as an advertisement in a paper is."""
    words = data[:_LOOK].strip()
    if "\n" not in words or "\n\n" in words or "\r" in words or "\t" in words:
        return False
    lines = words.split("\n")
    return 2 * sum(len(line) > _FULL for line in lines) > len(lines)


_LOOK, _FULL = 4000, 60


_BARS = frozenset(map(str.strip, BARS))


def _add(rows: list[Row], line: str, start: int, stop: int, points: list[int]) -> None:
    """Add the rows of a line that may have several, or has blanks `strip` does not know."""
    text = line.strip(_EDGE)
    if not text:
        rows.append(Row(start, stop, stop, ""))
        return
    first = start + line.index(text[0])
    if not points:
        rows.append(Row(start, stop, first, text))
        return
    bounds = [0, *points, len(text)]
    barred = any(text[low:high] in _BARS for low, high in pairwise(bounds))
    for index in range(len(bounds) - 1):
        piece = text[bounds[index] : bounds[index + 1]]
        words = piece.strip(_EDGE)
        end = first + bounds[index + 1] if index < len(points) else stop
        begin = start if index == 0 else first + bounds[index]
        offset = first + bounds[index] + piece.index(words[0]) if words else end
        row = Row(begin, end, offset, words)
        row.whole = index == len(points)
        if barred:
            row.barred = True
            row.noise = words in _BARS
        rows.append(row)
