"""Reading: from a text to a posting, by way of the grammar.

Reading never fails. What is wrong with a text is said in findings, and a
reader that breaks is replaced by the plain-text one.
"""

from __future__ import annotations

from postlint.document.posting import Posting
from postlint.errors import Unreadable
from postlint.readers.base import BytesReader, Reader, Reading
from postlint.readers.plain import PlainReader
from postlint.syntax.build import build
from postlint.syntax.lalr import parse_lexemes
from postlint.syntax.notices import join_first
from postlint.syntax.parts import readings_in
from postlint.syntax.tree import Node
from postlint.text.source import Origin, SourceText
from postlint.text.values import evolve

__all__ = ["all_in_file", "all_in_markup", "all_in_text", "read_markup"]


def read_markup(text: str) -> Posting:
    """Read a text in postlint's own markup: the first posting of it, where it has several."""
    return all_in_markup(text)[0]


def all_in_markup(
    text: str, path: str | None = None, origin: Origin | None = None
) -> tuple[Posting, ...]:
    """Read a text in postlint's own markup: every posting of it.

    `origin` says where the text stands in what the user gave, where that is
    another text.
    """
    from postlint.syntax.parser import parse_markup  # noqa: PLC0415  # lark is for the markup alone
    from postlint.syntax.slips import slips  # noqa: PLC0415  # and so are slips

    tree = parse_markup(text)
    source = SourceText(text, path, origin=origin)
    posting = build(tree, source, "markup", tuple(slips(tree, text)))
    return _apart(posting, tree)


def all_in_text(
    data: str, reader: Reader, path: str | None = None, origin: Origin | None = None
) -> tuple[Posting, ...]:
    """Read a source with a reader: every posting of it. A reader that breaks is reported."""
    try:
        return _postings(reader.read(data), reader.kind, path, origin)
    except Unreadable:
        raise
    except Exception as error:  # whatever a third party's reader may raise
        if isinstance(reader, PlainReader):
            raise
        why = f"{type(error).__name__}: {error}"
        postings = _postings(PlainReader().read(data), "text", path, origin)
        return join_first(postings, "reader-failed", reader=reader.kind, error=why)


def all_in_file(data: bytes, reader: BytesReader, path: str | None = None) -> tuple[Posting, ...]:
    """Read a file that is not text: every posting of it.

    Raises `Unreadable` where it cannot be read.
    """
    try:
        return _postings(reader.read_bytes(data), reader.kind, path, None)
    except Unreadable:
        raise
    except Exception as error:  # whatever a third party's reader may raise
        raise Unreadable(
            f"the reader '{reader.kind}' failed: {type(error).__name__}: {error}"
        ) from error


def _postings(
    reading: Reading, kind: str, path: str | None, outer: Origin | None
) -> tuple[Posting, ...]:
    if reading.more:
        return tuple(_posting(each, kind, path, outer)[0] for each in (reading, *reading.more))
    return _apart(*_posting(reading, kind, path, outer))


def _apart(posting: Posting, tree: Node) -> tuple[Posting, ...]:
    """Return the postings of a text each by itself, where it holds several."""
    readings = readings_in(posting, tree)
    if not readings:
        return (posting,)
    return tuple(_posting(each, posting.reader, posting.source.path, None)[0] for each in readings)


def _posting(
    reading: Reading, kind: str, path: str | None, outer: Origin | None
) -> tuple[Posting, Node]:
    tree = parse_lexemes(reading.lexemes, len(reading.text))
    origin = reading.origin
    if outer is not None:
        from postlint.readers.flat import through  # noqa: PLC0415  # for damaged texts alone

        origin = outer if origin is None else through(reading.text, origin, outer)
    source = SourceText(reading.text, path, part=reading.part, origin=origin, places=reading.places)
    posting = build(tree, source, kind, reading.notices)
    if reading.gaps or reading.declared:
        posting = evolve(posting, gaps=reading.gaps, declared=reading.declared)
    return posting, tree
