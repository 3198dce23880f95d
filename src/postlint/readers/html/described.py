"""A page that describes its posting a second time, as schema.org JSON-LD."""

from __future__ import annotations

from postlint.readers.html.tokens import OPEN, TEXT, attributes, tokenize
from postlint.readers.html.whole import read_page
from postlint.readers.jobposting.properties import read_fields, read_job
from postlint.readers.jobposting.search import jobs_in
from postlint.readers.jobposting.values import Object, Scalar, read_json, unwrapped
from postlint.readers.pages.page import Page
from postlint.text.patterns import pattern

_HIDDEN = pattern(r"\s*(?://|/\*)?\s*<!(?:\[CDATA\[|--)\s*(?:\*/)?")


def read_described(page: Page) -> bool:
    """Add the posting of a page: what the page shows, with the facts its JSON-LD adds.

    A page that shows next to nothing is filled in by a script; there the
    JSON-LD is all there is. Says whether the page describes one at all.
    """
    job = _job(page)
    if job is None:
        read_page(page)
        return False
    shown = Page(page.source)
    read_page(shown)
    description = job.entries.get("description")
    length = 0
    value = None if description is None else unwrapped(description.value)
    if isinstance(value, Scalar):
        length = value.end - value.start
    if shown.flat.size * 2 < length:
        read_job(page, job)
    else:
        read_fields(page, job)
        read_page(page)
    return True


def _job(page: Page) -> Object | None:
    """Return the first job posting in the page's JSON-LD."""
    source = page.source
    tokens = tokenize(source, 0, len(source))
    for index, token in enumerate(tokens[:-1]):
        if token.kind != OPEN or token.name != "script":
            continue
        after = tokens[index + 1]
        if after.kind == TEXT and "ld+json" in attributes(source, token).get("type", ""):
            # Some hide their JSON from readers of XML.
            hidden = _HIDDEN.match(source, after.start, after.end)
            start = hidden.end() if hidden else after.start
            postings, alike = jobs_in(source, read_json(source, start, after.end).value)
            if postings or alike:
                return (postings or alike)[0]
    return None
