"""Where the characters of a Word file's flat text stand in the file.

The library that reads Word files does not say where its words come from. The
file is converted a second time with a number written before each of its texts
(the elements `w:t`); what is between the numbers then tells.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

from attrs import frozen

from postlint.errors import Unreadable
from postlint.readers.word import convert, read_page
from postlint.readers.word.package import DOCUMENT, ENTITIES, WORDS, has_entities
from postlint.text.source import Origin, Span

# Characters that are nobody's: the last ones of the last private plane.
_OPEN, _CLOSE = "\U0010fff0", "\U0010fff1"
_NUMBER = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
# How the library writes characters that HTML keeps for itself.
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


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
    page, _, body = read_page(data)
    numbered, texts = _number(data)
    found = _spots(convert(numbered), page.source, texts)
    return Trace(
        text=page.flat.text(),
        body=body,
        spots=_of_flat(page.flat.origin(), found),
        count=len(texts),
    )


def _number(data: bytes) -> tuple[bytes, list[str]]:
    """Return the file with a number before each text of the document, and the texts."""
    out = BytesIO()
    texts: list[str] = []
    with ZipFile(BytesIO(data)) as package, ZipFile(out, "w", ZIP_STORED) as copy:
        for info in package.infolist():
            part = package.read(info)
            if info.filename == DOCUMENT:
                if has_entities(part):
                    raise Unreadable(ENTITIES)
                root = ElementTree.fromstring(part)  # noqa: S314  # no entities, see above
                for element in root.iter(f"{WORDS}t"):
                    words = element.text or ""
                    if words:
                        element.text = f"{_OPEN}{len(texts)}{_CLOSE}{words}"
                    texts.append(words)
                part = ElementTree.tostring(root)
            copy.writestr(info.filename, part)
    return out.getvalue(), texts


def _spots(numbered: str, html: str, texts: list[str]) -> dict[int, Spot]:
    """Return the characters of the document by their offsets in the HTML.

    Nothing is known of a file where the numbers changed more than themselves.
    """
    if _NUMBER.sub("", numbered) != html:
        return {}
    found: dict[int, Spot] = {}
    gone = 0
    for match in _NUMBER.finditer(numbered):
        place = match.start() - gone
        gone += match.end() - match.start()
        number = int(match[1])
        for at, char in enumerate(texts[number]):
            for _ in _ESCAPED.get(char, char):
                found[place] = Spot(number, at)
                place += 1
    return found


def _of_flat(origin: Origin, found: dict[int, Spot]) -> tuple[tuple[Spot, Spot] | None, ...]:
    spots: list[tuple[Spot, Spot] | None] = []
    for offset in range(origin.size):
        start, end = origin.span(Span(offset, offset + 1))
        first, last = found.get(start), found.get(end - 1)
        known = start < end and first is not None and last is not None
        spots.append((first, last) if known else None)  # type: ignore[arg-type]  # known, see above
    return tuple(spots)
