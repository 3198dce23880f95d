"""On which line of a TOML file a key stands. Python's TOML reader does not say."""

from __future__ import annotations

import re

from postlint.text.source import NEWLINE

_HEADER = re.compile(r"[ \t]*(\[\[?)([^\[\]]+)\]")
_KEY = re.compile(
    r"[ \t]*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:[ \t]*\.[ \t]*(?:[\w-]+|\"[^\"]*\"))*)[ \t]*="
)
_PART = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")


def line_of(text: str, path: tuple[str | int, ...]) -> int | None:
    """Return the line, from 1, of the key nearest to a path, or `None` for none of it."""
    best: tuple[int, int] | None = None
    table: tuple[str | int, ...] = ()
    counts: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(NEWLINE.split(text), start=1):
        if header := _HEADER.match(line):
            names = _parts(header[2])
            table = tuple(names)
            if header[1] == "[[":
                index = counts.get(tuple(names), -1) + 1
                counts[tuple(names)] = index
                table = (*names, index)
            shared = table
        elif key := _KEY.match(line):
            shared = (*table, *_parts(key[1]))
        else:
            continue
        common = _common(shared, path)
        # A deeper match is nearer; a key below the path (its table's) is not it.
        if common == len(shared) and common and (best is None or common > best[0]):
            best = (common, number)
    return None if best is None else best[1]


def _parts(words: str) -> list[str]:
    return [part.strip("\"'") for part in _PART.findall(words)]


def _common(one: tuple[str | int, ...], other: tuple[str | int, ...]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
