"""Where the characters of a Word file's flat text stand in the file: in which of its texts."""

from __future__ import annotations

from attrs import frozen

from postlint.readers.word import read_page
from postlint.text.records import NamedTuple
from postlint.text.source import Origin, Span

# How characters are written that HTML keeps for itself.
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


class Spot(NamedTuple):
    """A character of a Word file: which text of the document, and where in it."""

    text: int
    at: int


@frozen(kw_only=True)
class Trace:
    """Where each character of a flat text stands in the Word file.

    `spots` has the first and the last character of the file that each of
    `text` stands for, and `None` for what the body of the file has no
    character for: margins, notes, breaks, what was put between cells.
    `body` is the part of the text between the margins; `count` is how many
    texts the document has.
    """

    text: str
    body: Span
    spots: tuple[tuple[Spot, Spot] | None, ...]
    count: int


def trace(data: bytes) -> Trace:
    """Return where the words of a Word file stand in it. Raises `Unreadable`."""
    page, body, converted = read_page(data)
    found: dict[int, Spot] = {}
    for place, number, words in converted.texts:
        at = place
        for index, char in enumerate(words):
            for _ in _ESCAPED.get(char, char):
                found[at] = Spot(number, index)
                at += 1
    return Trace(
        text=page.flat.text(),
        body=body,
        spots=_of_flat(page.flat.origin(), found),
        count=converted.count,
    )


def _of_flat(origin: Origin, found: dict[int, Spot]) -> tuple[tuple[Spot, Spot] | None, ...]:
    spots: list[tuple[Spot, Spot] | None] = []
    for offset in range(origin.size):
        start, end = origin.span(Span(offset, offset + 1))
        first, last = found.get(start), found.get(end - 1)
        known = start < end and first is not None and last is not None
        spots.append((first, last) if known else None)  # type: ignore[arg-type]  # known, see above
    return tuple(spots)
