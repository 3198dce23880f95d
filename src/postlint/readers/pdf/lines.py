"""The lines of a PDF file, as its pages set them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from attrs import evolve

from postlint.errors import Unreadable
from postlint.readers.pdf.columns import Row, in_order, line_parts, words as words_of
from postlint.readers.pdf.forms import fields_of, place
from postlint.readers.pdf.line import PdfLine
from postlint.readers.pdf.pieces import is_upright, laid_again, pieces, weight_of, writes_blanks
from postlint.text.characters import is_divided, word_counts

# No posting has more; a book is not read to its end to find that out.
_MOST_PAGES = 60
_MOST_CHARACTERS = 400_000
_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
# What the library puts for a hyphen at the end of a line.
_HYPHEN = "\ufffe"
_AROUND = re.compile(rf"([^\W\d_]+){_HYPHEN}([^\W\d_]+)")


def read_lines(data: bytes) -> tuple[list[list[PdfLine]], list[int]]:
    """Return the lines of a file, page by page, and which pages are pictures.

    Raises `Unreadable` for a file that is protected or damaged.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        why = str(error).lower()
        if "password" in why or "security" in why:
            raise Unreadable("it is protected by a password") from error
        raise Unreadable("it is a damaged PDF file") from error
    try:
        pages: list[list[PdfLine]] = []
        pictures: list[int] = []
        characters = 0
        for index in range(min(len(document), _MOST_PAGES)):
            lines = list(_page(document, index))
            characters += sum(len(line.text) for line in lines)
            pages.append(lines)
            if not lines and _is_picture(document, index):
                pictures.append(index + 1)
            if characters > _MOST_CHARACTERS:
                break
        return pages, pictures
    except pypdfium2.PdfiumError as error:
        raise Unreadable("it is a damaged PDF file") from error
    finally:
        document.close()


def joined(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Return lines with words whole that a line's end divided.

    The library takes the two lines for one and leaves a sign for the hyphen;
    whether it was one of the word's own is settled by the document's other words.
    """
    if not any(_HYPHEN in line.text for line in lines):
        return list(lines)
    known = word_counts("\n".join(line.text for line in lines))

    def whole(match: re.Match[str]) -> str:
        left, right = match.groups()
        # "one-on-" is a compound already.
        divided = not match.string[: match.start()].endswith("-")
        divided = divided and is_divided(left, right, known)
        return f"{left}{right}" if divided else f"{left}-{right}"

    def rejoined(text: str) -> str:
        return _AROUND.sub(whole, text).replace(_HYPHEN, "-")

    return [evolve(line, text=rejoined(line.text)) for line in lines]


def _is_picture(document: pypdfium2.PdfDocument, index: int) -> bool:
    """Say whether a page without words has something on it all the same."""
    page = document[index]
    try:
        return bool(pdfium.FPDFPage_CountObjects(page.raw) > 0)
    finally:
        page.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> Iterator[PdfLine]:
    page = document[index]
    textpage = page.get_textpage()
    try:
        count = min(textpage.count_chars(), _MOST_CHARACTERS)
        text = textpage.get_text_range(0, count) if count else ""
        written = writes_blanks(textpage.raw, text)
        at = 0
        rows: list[Row] = []
        if is_upright(text):
            rows, text = [row for row in laid_again(textpage.raw, count) if row], ""
        for words in re.split(r"(\r\n|\r|\n)", text):
            if words.strip():
                rows.append(list(pieces(textpage.raw, words, at, written=written)))
            # Characters beyond the basic plane count twice there.
            at += len(words) + sum(1 for char in words if char > "\uffff")
        for field in fields_of(page.raw):
            place(rows, field)
        for number, row in enumerate(in_order(rows), 1):
            yield _line(textpage.raw, index + 1, number, row)
    finally:
        textpage.close()
        page.close()


def _line(handle: object, page: int, number: int, row: Row) -> PdfLine:
    first = row[0]
    weight = min(
        weight_of(handle, at) if piece.at >= 0 else 400
        for piece in row
        for at in (piece.at, piece.at + len(piece.text) // 2)
    )
    words, doubled = _undoubled(words_of(row))
    if doubled:
        weight = 700
    if max(words) >= "ﬀ":
        words = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], words)
    return PdfLine(
        page=page,
        number=number,
        text=words,
        size=round(max(row, key=lambda piece: len(piece.text)).size, 1),
        weight=weight,
        left=first.left,
        right=row[-1].right,
        top=first.top,
        bottom=first.bottom,
        parts=tuple(line_parts(row)) if len(row) > 1 else (),
    )


def _undoubled(words: str) -> tuple[str, bool]:
    """Return a line's words once where they are set twice, a hair apart, to look bold."""
    # The blanks are set twice as well.
    parts = words.split(" ")
    twice = [part for part in parts if len(part) > 3 and part[::2] == part[1::2]]
    if not twice or 5 * sum(map(len, twice)) < 4 * len("".join(parts)):
        return words, False
    once = (part[::2] if part[::2] == part[1::2] else part for part in parts if part)
    return " ".join(once), True
