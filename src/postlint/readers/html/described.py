"""A page that describes its posting a second time, as schema.org JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.readers.html.fragment import Writer
from postlint.readers.html.tokens import OPEN, TEXT, attributes, partners, tokenize
from postlint.readers.html.whole import read_page
from postlint.readers.jobposting.properties import read_fields, read_job
from postlint.readers.jobposting.search import jobs_in
from postlint.readers.jobposting.values import Object, Scalar, read_json, unwrapped
from postlint.readers.pages.page import Page
from postlint.text.patterns import pattern

_HIDDEN = pattern(r"\s*(?://|/\*)?\s*<!(?:\[CDATA\[|--)\s*(?:\*/)?")


def read_described(page: Page) -> list[Page]:
    """Add the posting of a page: what the page shows, with the facts its JSON-LD adds.

    A page that shows next to nothing is filled in by a script; there the
    JSON-LD is all there is, and so it is where it describes several. Returns
    a page for each posting that is described, none where none is.
    """
    jobs = _jobs(page)
    if not jobs:
        several = _in_tags(page.source) if "itemtype" in page.source else []
        if len(several) < _SEVERAL:
            read_page(page)
        return several if len(several) >= _SEVERAL else []
    if len(jobs) > 1:
        pages = [Page(page.source) for _ in jobs]
        for each, job in zip(pages, jobs, strict=True):
            read_job(each, job)
        return pages
    job = jobs[0]
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
    return [page]


_SEVERAL = 2
_POSTING = pattern(r"(?i)\bitemtype\s*=\s*[\"']?[^\"'\s>]{0,60}/JobPosting\b")
_OF_POST = pattern(r"(?i)\bitemprop\s*=\s*[\"']?(?:description|responsibilities|qualifications)\b")


def _in_tags(source: str) -> list[Page]:
    """Return a page for each posting that tags describe and that says more than its title."""
    tokens = tokenize(source, 0, len(source))
    partner = partners(tokens)
    pages: list[Page] = []
    index = 0
    while index < len(tokens):
        token, closing = tokens[index], partner[index]
        index += 1
        if token.kind != OPEN or not closing or not _POSTING.search(source, *token.attributes):
            continue
        if _OF_POST.search(source, token.end, tokens[closing].start):
            page = Page(source)
            Writer(page, tokens, partner).run(index - 1, closing + 1)
            pages.append(page)
        index = closing + 1
    return pages


def _jobs(page: Page) -> list[Object]:
    """Return the job postings in the page's JSON-LD, what is described twice once."""
    found: dict[tuple[str, ...], Object] = {}
    for job in _described(page.source):
        words = tuple(_words(page.source, job, name) for name in ("title", "description"))
        found.setdefault(words, job)
    # What says no more than a title is a link to another page.
    whole = [job for words, job in found.items() if all(words)]
    return whole if len(whole) > 1 else list(found.values())[:1]


def _words(source: str, job: Object, name: str) -> str:
    entry = job.entries.get(name)
    value = None if entry is None else unwrapped(entry.value)
    return source[value.start : value.end] if isinstance(value, Scalar) else ""


def _described(source: str) -> Iterator[Object]:
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
            yield from postings or alike[:1]
