"""The lines of a PDF file, as its pages set them."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from attrs import evolve, frozen

from postlint.errors import Unreadable
from postlint.readers.pdf.columns import Piece, Row, in_order, open_at
from postlint.readers.pdf.columns import words as words_of
from postlint.text.characters import closed, is_divided
from postlint.text.characters import words_of as document_words

# No posting has more; a book is not read to its end to find that out.
_MOST_PAGES = 60
_MOST_CHARACTERS = 400_000
_MOST_FIELDS = 400
_EDGE_LINES = 3
# Letters so many of their heights apart are set wide, and words so many times as far.
_SET_WIDE, _WORDS_APART, _LEAST_SPACED = 0.2, 1.8, 5
# So many blanks of a page tell how it parts words; fewer tell nothing.
_BLANKS_SEEN, _FEW_BLANKS = 120, 8
# A line so many times as large as the body is a title.
_LARGE = 1.2
# So many words in small letters are part of a sentence.
_SENTENCE = 4
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
# What the library puts for a hyphen at the end of a line.
_HYPHEN = "\ufffe"
_AROUND = re.compile(rf"([^\W\d_]+){_HYPHEN}([^\W\d_]+)")


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
    right: float
    top: float
    bottom: float


def read_lines(data: bytes) -> tuple[list[list[PdfLine]], list[int]]:
    """Return the lines of a file, page by page, and which pages are pictures.

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
    whether it was one of the word's own is told by the document's other words.
    """
    if not any(_HYPHEN in line.text for line in lines):
        return list(lines)
    known = document_words("\n".join(line.text for line in lines))

    def whole(match: re.Match[str]) -> str:
        left, right = match.groups()
        return f"{left}{right}" if is_divided(left, right, known) else f"{left}-{right}"

    def mended(text: str) -> str:
        return _AROUND.sub(whole, text).replace(_HYPHEN, "-")

    return [evolve(line, text=mended(line.text)) for line in lines]


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
        written = _writes_blanks(textpage.raw, text)
        at = 0
        rows: list[Row] = []
        for words in re.split(r"(\r\n|\r|\n)", text):
            if words.strip():
                rows.append(list(_pieces(textpage.raw, words, at, written=written)))
            # Characters beyond the basic plane count twice there.
            at += len(words) + sum(1 for char in words if char > "\uffff")
        for field in _fields(page.raw):
            _place(rows, field)
        for number, row in enumerate(in_order(rows), 1):
            yield _line(textpage.raw, index + 1, number, row)
    finally:
        textpage.close()
        page.close()


def _fields(page: object) -> Iterator[Piece]:
    """Yield what was typed into the fields of a form, and which boxes are checked."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_FIELDS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetSubtype(annotation) != pdfium.FPDF_ANNOT_WIDGET:
                continue
            words = " ".join(_string(annotation, b"V").split())
            if _string(annotation, b"FT") == "Btn":
                words = "☐" if _string(annotation, b"AS") in ("", "Off") else "☒"
            box = pdfium.FS_RECTF()
            if words and pdfium.FPDFAnnot_GetRect(annotation, box):
                size = min(12.0, abs(box.top - box.bottom))
                yield Piece(-1, words, size, box.left, box.right, box.bottom, box.top)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _string(annotation: object, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length <= _MOST_CHARACTERS:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")


def _place(rows: list[Row], field: Piece) -> None:
    """Put the words of a field on the row beside which it stands."""
    middle = (field.bottom + field.top) / 2
    for row in rows:
        low, high = row[0].bottom, max(row[0].top, row[0].bottom + row[0].size)
        if low - 2 <= middle <= high + 2:
            row.append(field._replace(bottom=low))
            row.sort(key=lambda piece: piece.left)
            return
    rows.append([field])


def _writes_blanks(handle: object, text: str) -> bool:
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


def _pieces(handle: object, words: str, at: int, *, written: bool) -> Iterator[Piece]:
    """Yield the pieces of a row, parted where the page leaves it open.

    Where there is nothing between words but the page, the library puts a blank.
    """
    first = at + len(words) - len(words.lstrip())
    last = at + len(words.rstrip()) - 1
    size = _size(handle, first, last)
    if max(words) > "\uffff":
        # Offsets would have to be counted anew behind each such character.
        yield _piece(handle, words.strip(), first, last, size)
        return
    said = words.strip()
    if said.isupper() and len(said) >= _LEAST_SPACED:
        whole = _close(handle, first, said)
        if whole != said:
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
    left, _, bottom, top = _box(handle, first)
    _, right, _, _ = _box(handle, last)
    return Piece(first, words, size, left, right, bottom, top)


def _box(handle: object, index: int) -> tuple[float, float, float, float]:
    """Return left, right, bottom and top of a character; zeros where it has no place."""
    left, right = ctypes.c_double(), ctypes.c_double()
    bottom, top = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
    return left.value, right.value, bottom.value, top.value


def _size(handle: object, first: int, last: int) -> float:
    # The first letters may be a bullet of another font: look at one in the middle too.
    middle = (first + last + 1) // 2
    return float(
        max(
            pdfium.FPDFText_GetFontSize(handle, first),
            pdfium.FPDFText_GetFontSize(handle, middle),
        )
    )


def _line(handle: object, page: int, number: int, row: Row) -> PdfLine:
    first = row[0]
    weight = min(
        _weight(handle, at) if piece.at >= 0 else 400
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
        size=round(max(piece.size for piece in row), 1),
        weight=weight,
        left=first.left,
        right=row[-1].right,
        top=first.top,
        bottom=first.bottom,
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
    """Return the lines of all pages without running heads and feet and page numbers.

    What is set larger than the body is a title, though it stands on every page,
    and a statement in a page's foot is said of the post: each is kept once.
    """
    seen: dict[tuple[bool, str], list[int]] = {}
    edges = [_edges(lines) for lines in pages]
    for tops, bottoms in edges:
        for head, lines in ((True, tops), (False, bottoms)):
            for key in dict.fromkeys((head, _shape(line)) for line in lines):
                seen.setdefault(key, []).append(lines[0].page)
    least = 2 if len(pages) < 5 else len(pages) // 2
    running = {key: where for key, where in seen.items() if len(where) >= least}
    body = _usual_size(pages)
    told: set[str] = set()
    kept: list[PdfLine] = []
    for lines, (tops, bottoms) in zip(pages, edges, strict=True):
        states = any((False, _shape(line)) in running and _is_said(line) for line in bottoms)
        for line in lines:
            head, foot = line in tops, line in bottoms
            shape = _shape(line)
            if (head or foot) and _is_furniture(line.text.strip()):
                continue
            if head and (True, shape) in running:
                if line.size <= body * _LARGE or shape in told:
                    continue
                told.add(shape)
            elif (
                foot
                and (False, shape) in running
                # On the last page nothing goes on behind it.
                and not (states and line.page == running[(False, shape)][-1])
            ):
                continue
            kept.append(line)
    return kept


def _usual_size(pages: list[list[PdfLine]]) -> float:
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_said(line: PdfLine) -> bool:
    """Say whether a line at the foot of pages is part of a sentence."""
    words = [word for word in line.text.split() if word.isalpha() and word.islower()]
    return len(words) >= _SENTENCE


def _edges(lines: list[PdfLine]) -> tuple[list[PdfLine], list[PdfLine]]:
    """Return the highest and the lowest lines of a page, wherever the file sets them."""
    down = sorted(lines, key=lambda line: -line.bottom)
    return down[:_EDGE_LINES], down[-_EDGE_LINES:]


def _shape(line: PdfLine) -> str:
    return _DIGITS.sub("0", line.text.strip().lower())


def _is_furniture(words: str) -> bool:
    """Say whether a line at the edge of a page is of the page and not of the posting."""
    bare = _ADDRESS.sub("", words).strip()
    if not bare:
        return True
    return bool(_PAGE_NUMBER.fullmatch(bare) or _PRINTED.fullmatch(bare))
