"""Reads web pages and fragments of them.

In three steps: `tokens` finds the tags, `page` finds the part of a page that
is the posting, `fragment` takes its words out of the tags. What bold lines and
labels mean is decided in `readers.pages`, as for Markdown and Word.
"""

from __future__ import annotations

from postlint.document.gaps import Gap
from postlint.readers.base import Reading
from postlint.readers.html.whole import read_page
from postlint.readers.pages.page import Page
from postlint.text.source import Span

__all__ = ["HtmlReader"]

_LINKED_DATA = "JobPosting"


class HtmlReader:
    """Reads HTML. Any text reads; nothing is fetched and no script is run."""

    kind = "html"
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, data: str) -> Reading:
        """Label the words of a page with the grammar's terminals."""
        page = Page(data)
        if _LINKED_DATA in data:
            # Its texts are HTML: the two readers know each other, and this one is first.
            from postlint.readers.html.described import read_described  # noqa: PLC0415

            pages = read_described(page)
            if len(pages) > 1:
                from postlint.readers.exports import numbered  # noqa: PLC0415  # few pages

                return numbered([each.reading()._replace(declared=True) for each in pages])
            return page.reading()._replace(declared=bool(pages))
        read_page(page)
        if not page.flat.size and data.strip():
            # A picture, a frame or a script shows what there is to read: anything may stand there.
            page.gaps.append(Gap("", Span(0, 0)))
        return page.reading()
