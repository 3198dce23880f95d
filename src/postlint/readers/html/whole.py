"""The part of a whole page that is the posting."""

from __future__ import annotations

from postlint.document.headings import heading_match
from postlint.document.titles import ends_in_doer, names_job
from postlint.readers.html.fragment import Writer
from postlint.readers.html.omitted import says_of_post
from postlint.readers.html.tokens import (
    OPEN,
    REMARK,
    TEXT,
    Token,
    attributes,
    partners,
    take_roles,
    tokenize,
)
from postlint.readers.pages.page import Page
from postlint.text.patterns import pattern

_LEAST_MAIN = 200
# More parts than these that call themselves the main one are none.
_MOST_MAIN = 20
_TITLE_JOINT = pattern(r"\s+[-–—|:•·]\s+|\s*\|\s*")


def read_page(page: Page) -> None:
    """Add the blocks of a page: of its main part, where it says which that is."""
    source = page.source
    tokens = tokenize(source, 0, len(source))
    partner = partners(tokens)
    take_roles(source, tokens, partner)
    first, last = _main(source, tokens, partner)
    if not any(token.kind == OPEN and token.name == "h1" for token in tokens):
        _title(page, tokens, partner)
    if first > 0 and not _has(tokens, first, last, "h1"):
        _heading_outside(page, tokens, partner, first)
    Writer(page, tokens, partner).run(first, last)
    read = [range(first, last), *_beside(page, tokens, partner, first, last)]
    for index, token in enumerate(tokens):
        # Who silences a rule for the file may write so at either end of the page.
        if token.kind == REMARK and not any(index in part for part in read):
            Writer(page, tokens, partner).run(index, index + 1)


def _beside(
    page: Page, tokens: list[Token], partner: list[int], first: int, last: int
) -> list[range]:
    """Add what stands beside or below the main part and says something of the post.

    Returns the tokens that were added.
    """
    added: list[range] = []
    index = 0
    while index < len(tokens):
        token, closing = tokens[index], partner[index]
        outside = closing and (closing < first or index >= last)
        if (
            outside
            and token.kind == OPEN
            and token.name in ("aside", "footer")
            and says_of_post(page.source, tokens, index, closing)
        ):
            Writer(page, tokens, partner).run(index, closing + 1)
            added.append(range(index, closing + 1))
            index = closing
        index += 1
    return added


def _main(source: str, tokens: list[Token], partner: list[int]) -> tuple[int, int]:
    """Return the tokens of a page's main part, all of them where it names none."""
    tried = 0
    for index, token in enumerate(tokens):
        if token.kind != OPEN or not partner[index]:
            continue
        is_main = token.name == "main" or (
            token.name in ("div", "section", "article")
            and attributes(source, token).get("role") == "main"
        )
        tried += is_main
        if tried > _MOST_MAIN:
            break
        if is_main and _length(tokens, index, partner[index]) >= _LEAST_MAIN:
            return index, partner[index] + 1
    return 0, len(tokens)


def _length(tokens: list[Token], first: int, last: int) -> int:
    return sum(token.end - token.start for token in tokens[first:last] if token.kind == TEXT)


def _has(tokens: list[Token], first: int, last: int, name: str) -> bool:
    return any(token.kind == OPEN and token.name == name for token in tokens[first:last])


def _heading_outside(page: Page, tokens: list[Token], partner: list[int], before: int) -> None:
    """Add the first heading of level 1 that stands before the main part."""
    for index in range(before):
        if tokens[index].kind == OPEN and tokens[index].name == "h1" and partner[index]:
            Writer(page, tokens, partner).run(index, partner[index] + 1)
            return


def _title(page: Page, tokens: list[Token], partner: list[int]) -> None:
    """Add the page's title as the posting's, where it names a job and no heading does."""
    for index, token in enumerate(tokens):
        if token.kind == OPEN and token.name == "title" and partner[index] == index + 2:
            text = tokens[index + 1]
            words = page.source[text.start : text.end]
            lead = len(words) - len(words.lstrip())
            joint = _TITLE_JOINT.search(words, lead)
            end = joint.start() if joint else len(words.rstrip())
            name = words[lead:end]
            job = names_job(name) or ends_in_doer(name)
            if not job or heading_match(name) is not None:
                return
            flat = page.flat
            at = flat.size
            flat.copy(text.start + lead, text.start + end)
            flat.replace("\n", text.start + end, text.start + end)
            page.add("head", at, at, 1)
            return
