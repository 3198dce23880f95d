"""Reads Word files.

`body` takes the words out of the stream of the document's XML and writes them
as HTML, which is read like any other; headers and footers stand around it.
Nothing in the file is run, and nothing it links to is fetched.
"""

from __future__ import annotations

from html import escape
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from attrs import frozen

from postlint.errors import Unreadable
from postlint.readers.base import Reading
from postlint.readers.html.fragment import Writer
from postlint.readers.html.tokens import tokenize
from postlint.readers.pages.decide import decide
from postlint.readers.pages.page import Page
from postlint.readers.terminals import lexemes
from postlint.readers.word.body import Body
from postlint.readers.word.package import DOCUMENT, Package, has_entities
from postlint.readers.word.stream import ENTITIES
from postlint.readers.word.styles import Numbering, read_numbering, read_styles
from postlint.readers.word.written import ParagraphStart, WordText
from postlint.text.decode import decode
from postlint.text.source import Places, Span

__all__ = ["WordReader"]

_MOST_CHUNK = 4_000_000


@frozen
class WordBody:
    """The body of a Word file as HTML.

    `texts` are the offsets where texts of the file stand in it, with their
    numbers and words; `paragraphs` where paragraphs begin, with theirs;
    `count` is how many texts the file has.
    """

    html: str
    texts: list[tuple[int, int, str]]
    paragraphs: list[tuple[int, int]]
    count: int


class WordReader:
    """Reads Word files, places named by paragraph."""

    kind = "word"
    suffixes = (".docx", ".docm", ".dotx")

    def read_bytes(self, data: bytes) -> Reading:
        """Label the text of a Word file with the grammar's terminals."""
        page, body, converted = read_page(data)
        places = _places(page, body, converted)
        text = page.flat.text()
        return Reading(
            text=text,
            lexemes=lexemes(text, decide(text, page.blocks)),
            places=places,
            gaps=tuple(page.gaps),
        )


def read_page(data: bytes) -> tuple[Page, Span, WordBody]:
    """Return a Word file as a page, and the part of the text between its margins.

    Raises `Unreadable`.
    """
    package = Package(data)
    margins = package.margins()
    converted = convert(package)
    page = Page(converted.html)
    page.tabs = True
    _add_margin(page, margins.headers)
    tokens = tokenize(converted.html, 0, len(converted.html))
    head = page.flat.size
    Writer(page, tokens).run(0, len(tokens))
    foot = page.flat.size
    _add_margin(page, margins.footers)
    if not page.flat.size:
        raise Unreadable("it is a Word file without any text")
    return page, Span(head, foot), converted


def convert(package: Package) -> WordBody:
    """Return the body of a Word file as HTML. Raises `Unreadable`."""
    try:
        return _convert(package, chunks=True)
    except (ExpatError, ParseError, ValueError, LookupError) as error:
        raise Unreadable(f"it is a damaged Word file ({type(error).__name__})") from error


def _convert(package: Package, *, chunks: bool) -> WordBody:
    styles = read_styles(part) if (part := _sound(package, "word/styles.xml")) else {}
    part = _sound(package, "word/numbering.xml")
    numbering = read_numbering(part) if part else Numbering()
    related = package.related() if chunks else {}
    taken: set[str] = set()

    def chunk(name: str) -> str:
        """Return a document put into this one; each once, and none within one."""
        target = related.get(name, "")
        if target in taken:
            return ""
        taken.add(target)
        return _chunk(package.read(target, _MOST_CHUNK))

    body = Body(styles, numbering, chunk=chunk if chunks else None)
    body.read(package.read(DOCUMENT))
    pieces = body.html()
    if body.notes:
        pieces.extend(_notes(package, body, numbering))
    return _joined(pieces, body.count)


def _sound(package: Package, name: str) -> bytes:
    part = package.read(name)
    if has_entities(part):
        raise Unreadable(ENTITIES)
    return part


def _notes(package: Package, body: Body, numbering: Numbering) -> list[str]:
    """Return the notes that the body refers to, as a list."""
    found: dict[tuple[str, str], list[str]] = {}
    for kind in ("footnote", "endnote"):
        part = package.read(f"word/{kind}s.xml") if any(k == kind for k, _ in body.notes) else b""
        if part:
            notes = Body(body.styles, numbering)
            notes.read(part)
            found.update(((kind, name), inside) for name, inside in notes.found_notes.items())
    out = ["<ol>"]
    for note in body.notes:
        # The words of a note stand in none of the document's own texts.
        words = [
            escape(piece, quote=False) if isinstance(piece, WordText) else piece
            for piece in found.pop(note, [])
            if not isinstance(piece, ParagraphStart)
        ]
        if words:
            out.append("<li>")
            out.extend(words)
            out.append("</li>")
    out.append("</ol>")
    return out if len(out) > 2 else []


def _chunk(data: bytes) -> str:
    """Return the HTML of a document that is put into another."""
    if data.startswith(b"PK\x03\x04"):
        return _convert(Package(data), chunks=False).html
    if not data or data.startswith(b"{\\rtf"):
        return ""
    text, _ = decode(data, "")
    if "<" in text:
        return text
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.splitlines())


def _joined(pieces: list[str], total: int) -> WordBody:
    out: list[str] = []
    texts: list[tuple[int, int, str]] = []
    paragraphs: list[tuple[int, int]] = []
    at = 0
    for piece in pieces:
        shown = piece
        if isinstance(piece, WordText):
            if piece.number >= 0:
                texts.append((at, piece.number, piece))
            shown = escape(piece, quote=False)
        elif isinstance(piece, ParagraphStart):
            paragraphs.append((at, piece.number))
            continue
        out.append(shown)
        at += len(shown)
    return WordBody("".join(out), texts, paragraphs, total)


def _add_margin(page: Page, paragraphs: tuple[str, ...]) -> None:
    for words in paragraphs:
        at = page.flat.size
        page.flat.insert(words)
        page.flat.insert("\n")
        page.add("text", at, at)


def _places(page: Page, body: Span, converted: WordBody) -> Places:
    """Return what the stretches of the flat text are called: their paragraphs."""
    opens = converted.paragraphs
    origin = page.flat.origin()
    starts: list[int] = []
    names: list[str] = []
    following = 0
    number = 1
    for block in page.blocks:
        if block.start < body.start:
            name = "header"
        elif block.start >= body.end:
            name = "footer"
        else:
            at = origin.offset(block.words)
            while following < len(opens) and opens[following][0] <= at:
                number = opens[following][1]
                following += 1
            name = f"paragraph {number}"
        starts.append(block.start)
        names.append(name)
    return Places(tuple(starts), tuple(names))
