"""Reads Word files.

`mammoth` turns the document into HTML, which is read like any other; headers
and footers, which it leaves out, are taken from the package. Nothing in the
file is run, and nothing it links to is fetched.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import mammoth  # type: ignore[import-untyped]  # it has no types

from postlint.errors import Unreadable
from postlint.readers.base import Reading
from postlint.readers.html.fragment import Writer
from postlint.readers.html.tokens import OPEN, Token, tokenize
from postlint.readers.outline import lexemes
from postlint.readers.page import Page
from postlint.readers.word.package import open_package, without_dress
from postlint.text.source import Places, Span

__all__ = ["WordReader"]

# Runs in capitals and underlined ones head sections in the same way as bold ones.
_STYLES = """
p[style-name='Title'] => h1:fresh
all-caps => strong
small-caps => strong
u => strong
"""
_PARAGRAPHS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_HEADS = ("heading", "section head", "jd head")


class WordReader:
    """Reads Word files, places named by paragraph."""

    kind = "word"
    suffixes = (".docx", ".docm", ".dotx")

    def read_bytes(self, data: bytes) -> Reading:
        """Label the text of a Word file with the grammar's terminals."""
        page, tokens, body = read_page(data)
        places = _places(page, tokens, body)
        text = page.flat.text()
        return Reading(
            text=text,
            lexemes=lexemes(text, page.blocks),
            places=places,
            gaps=tuple(page.gaps),
        )


def read_page(data: bytes) -> tuple[Page, list[Token], Span]:
    """Return a Word file as a page, its tags, and the part of the text between its margins.

    Raises `Unreadable`.
    """
    margins = open_package(data)
    html = convert(data)
    page = Page(html)
    page.tabs = True
    _add_margin(page, margins.headers)
    tokens = tokenize(html, 0, len(html))
    head = page.flat.size
    Writer(page, tokens).run(0, len(tokens))
    foot = page.flat.size
    _add_margin(page, margins.footers)
    if not page.flat.size:
        raise Unreadable("it is a Word file without any text")
    return page, tokens, Span(head, foot)


def convert(data: bytes) -> str:
    """Return the body of a Word file as HTML. Raises `Unreadable`."""
    try:
        result = mammoth.convert_to_html(
            BytesIO(without_dress(data)),
            style_map=_STYLES,
            ignore_empty_paragraphs=False,
            convert_image=mammoth.images.img_element(lambda _: {"src": ""}),
            transform_document=_transform,
        )
    except Unreadable:
        raise
    except RecursionError as error:
        raise Unreadable("it is nested too deeply to be read") from error
    except Exception as error:  # whatever the library finds wrong
        raise Unreadable(f"it is a damaged Word file ({type(error).__name__})") from error
    return str(result.value)


def _transform(document: Any) -> Any:
    """Give paragraphs of a house's own heading styles the style Word brings."""
    return mammoth.transforms.paragraph(_styled)(document)


def _styled(paragraph: Any) -> Any:
    name = (paragraph.style_name or "").lower()
    if name.startswith("heading ") or not any(head in name for head in _HEADS):
        return paragraph
    return paragraph.copy(style_id="Heading2", style_name="Heading 2")


def _add_margin(page: Page, paragraphs: tuple[str, ...]) -> None:
    for words in paragraphs:
        at = page.flat.size
        page.flat.insert(words)
        page.flat.insert("\n")
        page.add("text", at, at)


def _places(page: Page, tokens: list[Token], body: Span) -> Places:
    """Return what the stretches of the flat text are called: their paragraphs."""
    opens = [t.start for t in tokens if t.kind == OPEN and t.name in _PARAGRAPHS]
    origin = page.flat.origin()
    starts: list[int] = []
    names: list[str] = []
    paragraph = 0
    for block in page.blocks:
        if block.start < body.start:
            name = "header"
        elif block.start >= body.end:
            name = "footer"
        else:
            at = origin.offset(block.words)
            while paragraph < len(opens) and opens[paragraph] <= at:
                paragraph += 1
            name = f"paragraph {max(1, paragraph)}"
        starts.append(block.start)
        names.append(name)
    return Places(tuple(starts), tuple(names))
