"""Reading: from a text to a posting, by way of the grammar.

Reading never fails. What is wrong with a text is said in findings, and a
reader that breaks is replaced by the plain-text one.
"""

from __future__ import annotations

from attrs import evolve

from postlint.diagnostics import Finding
from postlint.document.posting import Posting
from postlint.readers.base import Reader
from postlint.readers.plain import PlainReader
from postlint.source import SourceText, Span
from postlint.syntax.build import build
from postlint.syntax.parser import parse_lexemes, parse_markup
from postlint.syntax.slips import slips

__all__ = ["read_markup", "read_posting"]


def read_markup(text: str, path: str | None = None) -> Posting:
    """Read a text in postlint's own markup."""
    tree = parse_markup(text)
    return build(tree, SourceText(text, path), "markup", tuple(slips(tree, text)))


def read_posting(data: str, reader: Reader, path: str | None = None) -> Posting:
    """Read a source with a reader; a reader that breaks is told of, not raised."""
    try:
        reading = reader.read(data)
        tree = parse_lexemes(reading.lexemes, len(reading.text))
    except Exception as error:  # whatever a third party's reader may raise
        if isinstance(reader, PlainReader):
            raise
        broken = Finding(
            "reader-failed",
            _first_line(data),
            {"reader": reader.kind, "error": f"{type(error).__name__}: {error}"},
        )
        plain = PlainReader().read(data)
        tree = parse_lexemes(plain.lexemes, len(data))
        return build(tree, SourceText(data, path), "text", (broken,))
    source = SourceText(reading.text, path, origin=reading.origin, places=reading.places)
    posting = build(tree, source, reader.kind, reading.notices)
    return evolve(posting, gaps=reading.gaps) if reading.gaps else posting


def _first_line(text: str) -> Span:
    stripped = text.lstrip()
    start = len(text) - len(stripped)
    return Span(start, start + len(stripped.split("\n", 1)[0]))
