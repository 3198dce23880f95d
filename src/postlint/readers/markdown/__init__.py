"""Reads Markdown, with front matter, HTML in it, and template tags.

In three steps: `front` reads the YAML at the top, `scan` divides the lines
into blocks, `inline` takes the words out of the signs. What bold lines and
labels mean is decided in `readers.pages`, as for HTML and Word.
"""

from __future__ import annotations

from postlint.readers.base import Reading
from postlint.readers.markdown.front import read_front
from postlint.readers.markdown.scan import scan
from postlint.readers.pages.page import Page

__all__ = ["MarkdownReader"]


class MarkdownReader:
    """Reads Markdown. Any text reads."""

    kind = "markdown"
    suffixes = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")

    def read(self, data: str) -> Reading:
        """Label the words of a Markdown text with the grammar's terminals."""
        page = Page(data)
        start = 1 if data[:1] == "\ufeff" else 0
        scan(page, read_front(page, start), len(data))
        return page.reading()
