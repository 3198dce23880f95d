"""From bytes to text: encodings, byte order marks, and what is not text at all."""

from __future__ import annotations

import codecs

from postlint.errors import SourceError
from postlint.text.diagnostics import Finding
from postlint.text.source import Span

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How much of a file is looked at to tell whether it is text.
_LOOK = 8192


def decode(data: bytes, path: str) -> tuple[str, tuple[Finding, ...]]:
    """Return the text of a file's bytes, and what had to be given up to read them.

    UTF-8 is expected; a byte order mark says otherwise; bytes that are not
    UTF-8 are read as Windows-1252, which old postings are saved in. Raises
    `SourceError` for bytes that are no text.
    """
    encoding, mark = encoding_of(data, path)
    return _tolerant(data[len(mark) :], encoding)


def encoding_of(data: bytes, path: str) -> tuple[str, bytes]:
    """Return the encoding of a file's bytes and the byte order mark they begin with.

    Raises `SourceError` for bytes that are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, mark
    if b"\0" in data[:_LOOK]:
        encoding = _wide(data[:_LOOK])
        if encoding:
            return encoding, b""
        raise SourceError(path, "it is a binary file, not text")
    if data.isascii():
        return "utf-8", b""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252" if _mostly_single(data) else "utf-8", b""
    return "utf-8", b""


def _wide(data: bytes) -> str:
    """Return the UTF-16 a text without a mark is in, seen from where its zeros stand."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    half = len(data) // 2
    if odd * 10 > half * 7 and even * 10 < half:
        return "utf-16-le"
    if even * 10 > half * 7 and odd * 10 < half:
        return "utf-16-be"
    return ""


def _mostly_single(data: bytes) -> bool:
    """Say whether the bytes above ASCII stand alone, as they do in one-byte encodings."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    whole = sum(1 for char in text if ord(char) > 127) - broken
    return broken > whole


def _tolerant(data: bytes, encoding: str) -> tuple[str, tuple[Finding, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    count = text.count("\N{REPLACEMENT CHARACTER}")
    place = text.index("\N{REPLACEMENT CHARACTER}")
    finding = Finding(
        "damaged-bytes",
        Span(place, place + 1),
        {"count": count, "bytes": "byte" if count == 1 else "bytes", "encoding": encoding},
    )
    return text, (finding,)
