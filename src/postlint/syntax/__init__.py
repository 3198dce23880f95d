"""Reading: from a text to a posting, by way of the grammar.

Reading never fails. What is wrong with a text is said in findings, and a
reader that breaks is replaced by the plain-text one.
"""

from __future__ import annotations

from attrs import evolve

from postlint.document.posting import Posting
from postlint.errors import Unreadable
from postlint.readers.base import BytesReader, Reader, Reading
from postlint.readers.plain import PlainReader
from postlint.syntax.build import build
from postlint.syntax.lalr import parse_lexemes
from postlint.text.diagnostics import Finding
from postlint.text.source import Origin, SourceText, Span

__all__ = ["read_file", "read_markup", "read_posting"]


def read_markup(text: str, path: str | None = None, origin: Origin | None = None) -> Posting:
    """Read a text in postlint's own markup.

    `origin` says where the text stands in what the user gave, where that is
    another text.
    """
    from postlint.syntax.parser import parse_markup  # noqa: PLC0415  # lark is for the markup alone
    from postlint.syntax.slips import slips  # noqa: PLC0415  # and so are slips

    tree = parse_markup(text)
    source = SourceText(text, path, origin=origin)
    return build(tree, source, "markup", tuple(slips(tree, text)))


def read_posting(
    data: str, reader: Reader, path: str | None = None, origin: Origin | None = None
) -> Posting:
    """Read a source with a reader; a reader that breaks is told of, not raised."""
    try:
        return _posting(reader.read(data), reader.kind, path, origin)
    except Exception as error:  # whatever a third party's reader may raise
        if isinstance(reader, PlainReader):
            raise
        broken = Finding(
            "reader-failed",
            _first_line(data),
            {"reader": reader.kind, "error": f"{type(error).__name__}: {error}"},
        )
        posting = _posting(PlainReader().read(data), "text", path, origin)
        return evolve(posting, notices=(broken, *posting.notices))


def read_file(data: bytes, reader: BytesReader, path: str | None = None) -> Posting:
    """Read a file that is not text. Raises `Unreadable` where it cannot be read."""
    try:
        return _posting(reader.read_bytes(data), reader.kind, path, None)
    except Unreadable:
        raise
    except Exception as error:  # whatever a third party's reader may raise
        raise Unreadable(
            f"the reader '{reader.kind}' failed: {type(error).__name__}: {error}"
        ) from error


def _posting(reading: Reading, kind: str, path: str | None, outer: Origin | None) -> Posting:
    tree = parse_lexemes(reading.lexemes, len(reading.text))
    origin = reading.origin
    if outer is not None:
        from postlint.readers.flat import through  # noqa: PLC0415  # for damaged texts alone

        origin = outer if origin is None else through(reading.text, origin, outer)
    source = SourceText(reading.text, path, origin=origin, places=reading.places)
    posting = build(tree, source, kind, reading.notices)
    return evolve(posting, gaps=reading.gaps) if reading.gaps else posting


def _first_line(text: str) -> Span:
    stripped = text.lstrip()
    start = len(text) - len(stripped)
    return Span(start, start + len(stripped.split("\n", 1)[0]))
