"""What is typed and checked in the fields of a form, beside which it stands."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from postlint.readers.pdf.columns import Piece, Row

_MOST_CHARACTERS = 400_000
_MOST_FIELDS = 400


def fields_of(page: object) -> Iterator[Piece]:
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


def place(rows: list[Row], field: Piece) -> None:
    """Put the words of a field on the row beside which it stands."""
    middle = (field.bottom + field.top) / 2
    for row in rows:
        low, high = row[0].bottom, max(row[0].top, row[0].bottom + row[0].size)
        if low - 2 <= middle <= high + 2:
            row.append(field._replace(bottom=low))
            row.sort(key=lambda piece: piece.left)
            return
    rows.append([field])
