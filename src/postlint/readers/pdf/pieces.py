"""The pieces of a row: words that stand together, and how their letters are set."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from postlint.readers.pdf.columns import Piece, open_at
from postlint.text.characters import closed

# Letters so many of their heights apart are set wide, and words so many times as far.
_SET_WIDE, _WORDS_APART, _LEAST_SPACED = 0.2, 1.8, 5
# So many blanks of a page tell how it parts words; fewer tell nothing.
_BLANKS_SEEN, _FEW_BLANKS = 120, 8


def writes_blanks(handle: object, text: str) -> bool:
    """Say whether a page has its blanks written, as most do, and not only left open."""
    if max(text, default="") > "\uffff":
        return False  # offsets would have to be counted anew
    made = seen = 0
    at = text.find(" ")
    while at != -1 and seen < _BLANKS_SEEN:
        seen += 1
        made += pdfium.FPDFText_IsGenerated(handle, at) == 1
        at = text.find(" ", at + 1)
    return seen > _FEW_BLANKS and 3 * made < seen


def pieces(handle: object, words: str, at: int, *, written: bool) -> Iterator[Piece]:
    """Yield the pieces of a row, parted where the page leaves it open.

    Where there is nothing between words but the page, the library puts a blank.
    """
    first = at + len(words) - len(words.lstrip())
    last = at + len(words.rstrip()) - 1
    size = _size(handle, first, last, bullet=not words.lstrip()[0].isalnum())
    if max(words) > "\uffff":
        # Offsets would have to be counted anew behind each such character.
        yield _piece(handle, words.strip(), first, last, size)
        return
    stripped = words.strip()
    if stripped.isupper() and len(stripped) >= _LEAST_SPACED:
        whole = _close(handle, first, stripped)
        if whole != stripped:
            yield _piece(handle, whole, first, last, size)
            return
    begin = first
    apart = False
    blank = words.find(" ", first - at)
    while blank != -1 and at + blank < last:
        place = at + blank
        if pdfium.FPDFText_IsGenerated(handle, place) == 1:
            _, right, _, _ = _box(handle, place - 1)
            left, _, _, _ = _box(handle, place + 1)
            if left - right > open_at(size, written=written):
                piece = _piece(handle, words[begin - at : blank].strip(), begin, place - 1, size)
                yield piece._replace(apart=apart)
                begin, apart = place + 1, written
        blank = words.find(" ", blank + 1)
    piece = _piece(handle, words[begin - at : last + 1 - at].strip(), begin, last, size)
    yield piece._replace(apart=apart)


def _close(handle: object, at: int, words: str) -> str:
    """Return words in capitals without the blanks that wide-set letters seem to have.

    Letters set apart are so by much of their height; words further still.
    """
    boxes = [
        (char, *_box(handle, at + index)) for index, char in enumerate(words) if not char.isspace()
    ]
    gaps = [right[1] - left[2] for left, right in pairwise(boxes)]
    heights = [top - bottom for _, _, _, bottom, top in boxes]
    if not gaps or median(gaps) < _SET_WIDE * median(heights):
        return closed(words)
    edge = _WORDS_APART * median(gaps)
    return "".join(
        (" " if gap > edge else "") + box[0] for gap, box in zip([0.0, *gaps], boxes, strict=True)
    )


def _piece(handle: object, words: str, first: int, last: int, size: float) -> Piece:
    left, _, _, top = _box(handle, first)
    _, right, _, _ = _box(handle, last)
    # The line that letters stand on: a "g" reaches below it, and is no lower than its fellows.
    across, line = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(handle, first, across, line)
    return Piece(first, words, size, left, right, line.value, top)


def _box(handle: object, index: int) -> tuple[float, float, float, float]:
    """Return left, right, bottom and top of a character; zeros where it has no place."""
    left, right = ctypes.c_double(), ctypes.c_double()
    bottom, top = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
    return left.value, right.value, bottom.value, top.value


def _size(handle: object, first: int, last: int, *, bullet: bool) -> float:
    middle = float(pdfium.FPDFText_GetFontSize(handle, (first + last + 1) // 2))
    # A bullet is of another font, and small capitals begin with a larger letter.
    return middle if bullet else max(middle, float(pdfium.FPDFText_GetFontSize(handle, first)))


def weight_of(handle: object, index: int) -> int:
    """Return how heavy a character's font is; its name tells where its weight does not."""
    weight = int(pdfium.FPDFText_GetFontWeight(handle, index))
    buffer = ctypes.create_string_buffer(128)
    length = pdfium.FPDFText_GetFontInfo(handle, index, buffer, 128, None)
    name = buffer.value.lower() if 0 < length <= 128 else b""
    if any(word in name for word in (b"bold", b"black", b"heavy", b"semibold", b"demi")):
        return max(weight, 700)
    return weight if weight > 0 else 400
