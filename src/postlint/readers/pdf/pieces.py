"""The pieces of a row: words that stand together, and how their letters are set."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from statistics import median

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from postlint.readers.pdf.columns import Piece, open_at
from postlint.text.characters import closed
from postlint.text.patterns import pattern

# Letters so many of their heights apart are set wide, and words so many times as far.
_SET_WIDE, _WORDS_APART, _LEAST_SPACED = 0.2, 1.8, 5
# How a page parts words is read from so many of its blanks; from fewer it cannot be.
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
    blanks = [at + index for index, char in enumerate(words) if char == " "]
    made = {place for place in blanks if pdfium.FPDFText_IsGenerated(handle, place) == 1}
    # A row without a blank of its own may leave all of them open; of a small page,
    # the row may tell what the page does not.
    own = len(made) < len(blanks)
    opened = open_at(size, written=written or own, own=written and own)
    written = written or own
    blank = words.find(" ", first - at)
    while blank != -1 and at + blank < last:
        place = at + blank
        if place in made:
            _, right, _, _ = _box(handle, place - 1)
            left, _, _, _ = _box(handle, place + 1)
            if left - right > opened:
                piece = _piece(handle, words[begin - at : blank].strip(), begin, place - 1, size)
                yield piece._replace(apart=apart)
                begin, apart = place + 1, written
        blank = words.find(" ", blank + 1)
    piece = _piece(handle, words[begin - at : last + 1 - at].strip(), begin, last, size)
    yield piece._replace(apart=apart)


# Letters that stand one above the other, as the library has a page it takes for Japanese.
_UPRIGHT = pattern(r"(?:[^\W\d_]\r\n){5}")
# Letters further apart than this part of their size are of two words; rows, than this.
_WORD_GAP, _ROW_GAP = 0.16, 0.5


def is_upright(text: str) -> bool:
    """Say whether the library took the lines of a page for columns of upright letters.

    It does so with small pages whose words stand in narrow stretches.
    """
    return _UPRIGHT.search(text) is not None


def laid_again(handle: object, count: int) -> Iterator[list[Piece]]:
    """Yield the rows of such a page, gathered from where each letter stands."""
    row: list[tuple[int, str]] = []
    height, end = 0.0, 0.0
    for at in range(count):
        char = chr(pdfium.FPDFText_GetUnicode(handle, at))
        if pdfium.FPDFText_IsGenerated(handle, at) == 1 or char in "\r\n\0":
            continue
        across, line = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(handle, at, across, line)
        size = size_of(handle, at)
        if row and (abs(line.value - height) > _ROW_GAP * size or across.value < end - size):
            yield list(_row_pieces(handle, row))
            row = []
        height, end = line.value, across.value
        row.append((at, char))
    if row:
        yield list(_row_pieces(handle, row))


def _row_pieces(handle: object, row: list[tuple[int, str]]) -> Iterator[Piece]:
    """Yield the pieces of a row of letters, each with its index."""
    while row and row[-1][1].isspace():
        row.pop()
    while row and row[0][1].isspace():
        row.pop(0)
    if not row:
        return
    size = _size(handle, row[0][0], row[-1][0], bullet=not row[0][1].isalnum())
    begin, words, blank = row[0][0], row[0][1], False
    apart = False
    for (before, _), (at, char) in pairwise(row):
        blank = blank or char.isspace()
        if char.isspace():
            continue
        gap = _box(handle, at)[0] - _box(handle, before)[1]
        if not blank and gap > open_at(size, written=False):
            yield _piece(handle, words, begin, before, size)._replace(apart=apart)
            begin, words, apart = at, char, True
        else:
            words += f" {char}" if blank or gap > _WORD_GAP * size else char
        blank = False
    yield _piece(handle, words, begin, row[-1][0], size)._replace(apart=apart)


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
    at = (first + last + 1) // 2
    # A blank that the library put there has no size.
    while at > first and pdfium.FPDFText_IsGenerated(handle, at) == 1:
        at -= 1
    middle = size_of(handle, at)
    # A bullet is of another font, and small capitals begin with a larger letter.
    return middle if bullet else max(middle, size_of(handle, first))


def size_of(handle: object, index: int) -> float:
    """Return how large a letter is set: many files say 1 and scale the page, or a part of it."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(handle, index, matrix)
    stated = float(pdfium.FPDFText_GetFontSize(handle, index))
    return stated * (hypot(matrix.c, matrix.d) or 1.0)


def weight_of(handle: object, index: int) -> int:
    """Return how heavy a character's font is; its name tells where its weight does not."""
    weight = int(pdfium.FPDFText_GetFontWeight(handle, index))
    buffer = ctypes.create_string_buffer(128)
    length = pdfium.FPDFText_GetFontInfo(handle, index, buffer, 128, None)
    name = buffer.value.lower() if 0 < length <= 128 else b""
    if any(word in name for word in (b"bold", b"black", b"heavy", b"semibold", b"demi")):
        return max(weight, 700)
    return weight if weight > 0 else 400
