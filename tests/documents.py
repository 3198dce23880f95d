"""Word and PDF files made on the spot, for the tests of their readers."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile


def word(build: Any) -> bytes:
    """Return a Word file; `build` gets python-docx's document."""
    import docx  # noqa: PLC0415

    document = docx.Document()
    build(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    """Return a zip archive."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def pdf(
    pages: Iterable[Iterable[tuple[str, float, float, float, bool]]], *, scaled: bool = False
) -> bytes:
    """Return a PDF file of lines: words, left, bottom, size, bold.

    `scaled` says that letters are set in size 1 and the page is scaled to theirs.
    """
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    regular = add(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    bold = add(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    tree = 3 + 2 * len(list(pages := [list(page) for page in pages]))
    for lines in pages:
        stream = b"BT\n"
        for words, left, bottom, size, heavy in lines:
            font = b"F2" if heavy else b"F1"
            shown = (
                words.encode("cp1252")
                .replace(b"\\", b"\\\\")
                .replace(b"(", b"\\(")
                .replace(b")", b"\\)")
            )
            said, scale = (1, size) if scaled else (size, 1)
            stream += b"/%s %g Tf %g 0 0 %g %g %g Tm (%s) Tj\n" % (
                font, said, scale, scale, left, bottom, shown
            )  # fmt: skip
        stream += b"ET"
        content = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(
            add(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
                b"/Resources << /Font << /F1 %d 0 R /F2 %d 0 R >> >> >>"
                % (tree, content, regular, bold)
            )
        )
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    assert add(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(kids))) == tree
    root = add(b"<< /Type /Catalog /Pages %d 0 R >>" % tree)
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        root,
        len(out),
    )
    return out + table + trailer


def write(folder: Path, name: str, text: str) -> Path:
    """Write a file below a folder, and the folders it stands in."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
