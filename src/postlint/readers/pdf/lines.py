"""The lines of a PDF file, as its pages set them."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from attrs import frozen

from postlint.errors import Unreadable

# No posting has more; a book is not read to its end to find that out.
_MOST_PAGES = 60
_MOST_CHARACTERS = 400_000
_EDGE_LINES = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?i)(?:page\s*)?\d{1,3}\s*(?:of|/)\s*\d{1,3}|page\s+\d{1,3}|[-–—]?\s?\d{1,3}\s?[-–—]?"
)
_ADDRESS = re.compile(r"(?i)(?:https?|file)://\S+")
_PRINTED = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d{2}(?:\s?[AP]M)?.*|\d{1,2}/\d{1,2}/\d{2,4}"
)
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


@frozen(kw_only=True)
class PdfLine:
    """A line: its page and number from 1, its words, and how it is set.

    `size` is the height of its letters, `weight` that of its font (400 is
    regular), `left`, `top` and `bottom` its place in points from below.
    """

    page: int
    number: int
    text: str
    size: float
    weight: int
    left: float
    top: float
    bottom: float


def read_lines(data: bytes) -> list[list[PdfLine]]:
    """Return the lines of a file, page by page.

    Raises `Unreadable` for a file that is protected or damaged.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("it is protected by a password") from error
        raise Unreadable("it is a damaged PDF file") from error
    try:
        pages: list[list[PdfLine]] = []
        characters = 0
        for index in range(min(len(document), _MOST_PAGES)):
            lines = list(_page(document, index))
            characters += sum(len(line.text) for line in lines)
            pages.append(lines)
            if characters > _MOST_CHARACTERS:
                break
        return pages
    except pypdfium2.PdfiumError as error:
        raise Unreadable("it is a damaged PDF file") from error
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> Iterator[PdfLine]:
    page = document[index]
    textpage = page.get_textpage()
    try:
        count = min(textpage.count_chars(), _MOST_CHARACTERS)
        text = textpage.get_text_range(0, count) if count else ""
        at = 0
        number = 0
        for words in re.split(r"(\r\n|\r|\n)", text):
            if words.strip():
                number += 1
                yield _line(textpage, index + 1, number, words, at)
            # Characters beyond the basic plane count twice there.
            at += len(words) + sum(1 for char in words if char > "￿")
    finally:
        textpage.close()
        page.close()


def _line(textpage: pypdfium2.PdfTextPage, page: int, number: int, words: str, at: int) -> PdfLine:
    handle = textpage.raw
    # The first letters may be a bullet of another font: look at one in the middle too.
    first = at + len(words) - len(words.lstrip())
    middle = first + len(words.strip()) // 2
    left, right = ctypes.c_double(), ctypes.c_double()
    bottom, top = ctypes.c_double(), ctypes.c_double()
    found = pdfium.FPDFText_GetCharBox(handle, first, left, right, bottom, top)
    size = max(
        pdfium.FPDFText_GetFontSize(handle, first), pdfium.FPDFText_GetFontSize(handle, middle)
    )
    weight = min(_weight(handle, first), _weight(handle, middle))
    words, doubled = _undoubled(words)
    if doubled:
        weight = 700
    if max(words) >= "ﬀ":
        words = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], words)
        words = words.replace("\ufffe", "-")  # a hyphen at the end of a line
    return PdfLine(
        page=page,
        number=number,
        text=words,
        size=round(size, 1),
        weight=weight,
        left=left.value if found else 0.0,
        top=top.value if found else 0.0,
        bottom=bottom.value if found else 0.0,
    )


def _undoubled(words: str) -> tuple[str, bool]:
    """Return a line's words once where they are set twice, a hair apart, to look bold."""
    parts = words.split(" ")
    twice = [part for part in parts if len(part) > 3 and part[::2] == part[1::2]]
    if not twice or 5 * sum(map(len, twice)) < 4 * len("".join(parts)):
        return words, False
    return " ".join(part[::2] if part[::2] == part[1::2] else part for part in parts), True


def _weight(handle: object, index: int) -> int:
    """Return how heavy a character's font is; its name tells where its weight does not."""
    weight = int(pdfium.FPDFText_GetFontWeight(handle, index))
    buffer = ctypes.create_string_buffer(128)
    length = pdfium.FPDFText_GetFontInfo(handle, index, buffer, 128, None)
    name = buffer.value.lower() if 0 < length <= 128 else b""
    if any(word in name for word in (b"bold", b"black", b"heavy", b"semibold", b"demi")):
        return max(weight, 700)
    return weight if weight > 0 else 400


def drop_running(pages: list[list[PdfLine]]) -> list[PdfLine]:
    """Return the lines of all pages without running heads and feet and page numbers."""
    seen: dict[tuple[bool, str], set[int]] = {}
    for lines in pages:
        for line in lines[:_EDGE_LINES]:
            seen.setdefault((True, _shape(line)), set()).add(line.page)
        for line in lines[-_EDGE_LINES:]:
            seen.setdefault((False, _shape(line)), set()).add(line.page)
    least = 2 if len(pages) < 5 else len(pages) // 2
    running = {shape for shape, where in seen.items() if len(where) >= least}
    kept: list[PdfLine] = []
    for lines in pages:
        count = len(lines)
        for index, line in enumerate(lines):
            head, foot = index < _EDGE_LINES, index >= count - _EDGE_LINES
            shape = _shape(line)
            if (
                (head and (True, shape) in running)
                or (foot and (False, shape) in running)
                or ((head or foot) and _is_furniture(line.text.strip()))
            ):
                continue
            kept.append(line)
    return kept


def _shape(line: PdfLine) -> str:
    return _DIGITS.sub("0", line.text.strip().lower())


def _is_furniture(words: str) -> bool:
    """Say whether a line at the edge of a page is of the page and not of the posting."""
    bare = _ADDRESS.sub("", words).strip()
    if not bare:
        return True
    return bool(_PAGE_NUMBER.fullmatch(bare) or _PRINTED.fullmatch(bare))
