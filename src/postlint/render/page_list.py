"""The reference pages of everything loaded, found by any of a rule's names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from postlint.errors import UnknownName
from postlint.packs.registry import Packs, nearest
from postlint.render.pages import RulePage, page_of_rule, tool_pages
from postlint.text.authority import authority_values


def all_pages(packs: Packs) -> list[RulePage]:
    """Return the pages of all rules by code, then those of the tool's own findings."""
    return [*(page_of_rule(rule, packs.pack_of(rule)) for rule in packs.rules), *tool_pages()]


def find_page(pages: Iterable[RulePage], name: str) -> RulePage:
    """Return the page of a code, name or alias. Raises `UnknownName` with the nearest."""
    by_name = {known.lower(): page for page in pages for known in page.names}
    page = by_name.get(name.lower())
    if page is None:
        names = {known: known for page in by_name.values() for known in page.names}
        raise UnknownName("rule", name, nearest(name, names))
    return page


def matching(pages: list[RulePage], names: Iterable[str]) -> list[RulePage]:
    """Return the pages of the names, families and tags given; all when none are."""
    wanted = list(names)
    if not wanted:
        return pages
    chosen: list[RulePage] = []
    for one in wanted:
        word = one.lower()
        found = [
            page
            for page in pages
            if word in {*(name.lower() for name in page.names), page.family.lower(), page.pack}
            or word in {tag.lower() for tag in page.tags}
        ]
        if not found:
            known = {name for page in pages for name in (*page.names, page.family, *page.tags)}
            raise UnknownName("rule, family or tag", one, nearest(one, sorted(known)))
        chosen.extend(found)
    return [page for page in pages if page in chosen]


def speaking_of(pages: Iterable[RulePage], words: Iterable[str]) -> list[RulePage]:
    """Return the pages in which all words stand, or words that begin so; the nearest first.

    Nearest are those that are called so, then those whose summary says it.
    """
    wanted = [re.compile(r"(?<![^\W_])" + re.escape(word.lower())) for word in words]
    ranked: list[tuple[int, RulePage]] = []
    for page in pages:
        names = " ".join((*page.names, page.family, *page.tags))
        texts = (names, page.summary, " ".join(page.messages.values()), page.text)
        places = [
            next((at for at, text in enumerate(texts) if word.search(text.lower())), None)
            for word in wanted
        ]
        if None not in places:
            ranked.append((sum(place or 0 for place in places), page))
    return [page for _, page in sorted(ranked, key=lambda row: row[0])]


def page_values(page: RulePage) -> dict[str, Any]:
    """Return a page as plain values."""
    return {
        "code": page.code,
        "name": page.name,
        "aliases": list(page.aliases),
        "family": page.family,
        "pack": page.pack or None,
        "summary": page.summary,
        "severity": page.severity.value,
        "highest": page.highest.value,
        "default_on": page.default_on,
        "stability": page.stability.value,
        "since": page.since or None,
        "tags": list(page.tags),
        "profiles": list(page.profiles),
        "messages": dict(page.messages),
        "authority": [authority_values(text) for text in page.authority],
        "options": [
            {"name": option.name, "type": option.type, "default": option.default}
            for option in page.options
        ],
        "text": page.text,
    }
