"""The page of a rule, for an editor to show: any rule in force there, house rules too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from postlint.errors import PostlintError, UnknownName
from postlint.packs.registry import Packs, nearest
from postlint.render.markdown_page import page_markdown
from postlint.render.pages import RulePage, page_of_rule, tool_pages
from postlint.run.session import Session

COMMAND = "postlint.explain"


def find_page(name: str, session: Session, places: Iterable[Path]) -> RulePage:
    """Return the page of a code, name or alias, of the first place that has such a rule.

    A place is a file, whether it is there or not; each has the rules of the
    configuration above it. Raises `UnknownName` with the nearest.
    """
    known: dict[str, str] = {}
    for packs in _packs(session, places):
        for page in _pages(packs):
            for word in page.names:
                if word.lower() == name.lower():
                    return page
                known[word] = word
    raise UnknownName("rule", name, nearest(name, known))


def page_text(page: RulePage) -> str:
    """Return a page as Markdown."""
    return page_markdown(page)


def _packs(session: Session, places: Iterable[Path]) -> Iterator[Packs]:
    """Yield what is loaded at each place; one whose configuration is wrong has no say."""
    for place in places:
        try:
            yield session.assigned(place).linter.packs
        except PostlintError:  # its diagnostics say what is wrong
            continue
    yield session.packs


def _pages(packs: Packs) -> Iterator[RulePage]:
    for rule in packs.rules:
        yield page_of_rule(rule, packs.pack_of(rule))
    yield from tool_pages()
