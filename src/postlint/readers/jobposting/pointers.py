"""Where words of a posting stand in the JSON it was read from: a pointer, and offsets.

A program that holds the object has no use for offsets into its text: it wants
the key, and the place in the string under that key.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from postlint.readers.jobposting.values import Object, Scalar, Value, read_json
from postlint.text.records import NamedTuple
from postlint.text.source import SourceText, Span


class JsonPlace(NamedTuple):
    """A stretch of a string in a JSON value.

    `pointer` is a JSON pointer (RFC 6901) to the string; `start` and `end` are
    half-open offsets in it as a program holds it, in code points and without escapes.
    """

    pointer: str
    start: int
    end: int


def json_place(source: SourceText, span: Span) -> JsonPlace | None:
    """Return where a span stands in the JSON a posting was read from, or `None`.

    A span over several strings is cut at the end of its first.
    """
    origin = source.origin
    text = source.text if origin is None else origin.text
    given = span if origin is None else origin.span(span)
    scalars = _scalars(text)
    at = bisect_right(scalars, given.start, key=lambda found: found[0].start) - 1
    if at < 0:
        return None
    scalar, pointer = scalars[at]
    if given.start > scalar.end:
        return None
    start = _decoded(text, scalar, given.start)
    return JsonPlace(pointer, start, max(start, _decoded(text, scalar, given.end)))


def _decoded(text: str, scalar: Scalar, offset: int) -> int:
    """Return how many characters of a string's value stand before an offset of the text."""
    written = text[scalar.start : min(offset, scalar.end)]
    if "\\" not in written:
        return len(written)
    return len(json.loads(f'"{written}"', strict=False))


@lru_cache(maxsize=8)
def _scalars(text: str) -> tuple[tuple[Scalar, str], ...]:
    """Return the scalars of a JSON text with their pointers, in the order of the text."""
    start = 1 if text[:1] == "\ufeff" else 0
    value = read_json(text, start, len(text)).value
    found = [] if value is None else list(_walk(value, ""))
    return tuple(sorted(found, key=lambda each: each[0].start))


def _walk(value: Value, pointer: str) -> Iterator[tuple[Scalar, str]]:
    if isinstance(value, Scalar):
        yield value, pointer
    elif isinstance(value, Object):
        for key, entry in value.entries.items():
            yield from _walk(entry.value, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}")
    else:
        for number, each in enumerate(value.values):
            yield from _walk(each, f"{pointer}/{number}")
