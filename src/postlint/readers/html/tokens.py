"""The tags and texts of HTML, with their offsets.

The standard library's parser gives lines and columns, which would have to be
counted back, and some inputs cost it the square of their length. What is
needed here is little: where tags are, which one closes which, and no input
that is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

# Elements by what they do to the words in them.
HEADS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dir div dl dt fieldset"
    " figcaption figure footer form header hgroup hr html label legend li main menu nav ol option p"
    " pre section summary table tbody td tfoot th thead tr ul".split()
) | frozenset(HEADS)
LISTS = frozenset({"ul", "ol", "menu", "dir"})
BOLD = frozenset({"b", "strong", "th"})

TEXT, OPEN, CLOSE, REMARK = range(4)

_TAG = pattern(
    r"<(?:(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})"
    r"((?:[^<>\"']++|\"[^\"<>]*+(?:\"|[<>][^\"]{0,2000}+\")"
    r"|'[^'<>]*+(?:'|[<>][^']{0,2000}+')){0,200})>|!--|[!?](?=[\w\[-]))"
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "noembed", "noframes"})


class Token(NamedTuple):
    """A text, a tag, or a remark to postlint in a comment.

    `name` is a tag's, in small letters; `attributes` is where they stand.
    """

    kind: int
    start: int
    end: int
    name: str = ""
    attributes: tuple[int, int] = (0, 0)


def tokenize(source: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a stretch of HTML. What is no tag is text."""
    tokens: list[Token] = []
    absent: set[str] = set()

    def find(words: str, at: int) -> int:
        if words in absent:
            return -1
        found = source.find(words, at, end)
        if found == -1:
            absent.add(words)
        return found

    at = start
    text = start
    while True:
        at = source.find("<", at, end)
        if at == -1:
            break
        match = _TAG.match(source, at, end)
        if match is None:
            at += 1
            continue
        if at > text:
            tokens.append(Token(TEXT, text, at))
        name = match[2]
        if name is None:
            text = at = _declaration(source, match, end, find, tokens)
            continue
        name = name.lower()
        kind = CLOSE if match[1] else OPEN
        tokens.append(Token(kind, at, match.end(), name, match.span(3)))
        text = at = match.end()
        if kind == OPEN and name in _RAW and not match[3].endswith("/"):
            text = at = _raw(match, find, tokens)
    if text < end:
        tokens.append(Token(TEXT, text, end))
    return tokens


def _raw(match: re.Match[str], find: Callable[[str, int], int], tokens: list[Token]) -> int:
    """Add what stands in a tag whose content has no tags; return where it ends."""
    at = match.end()
    close = find(f"</{match[2]}", at)
    if close == -1:
        return at
    if close > at:
        tokens.append(Token(TEXT, at, close))
    return close


def _declaration(
    source: str,
    match: re.Match[str],
    end: int,
    find: Callable[[str, int], int],
    tokens: list[Token],
) -> int:
    """Pass a comment or declaration; return where it ends."""
    at = match.start()
    if match[0] == "<!--":
        close = find("-->", at + 4)
        if close == -1:
            return match.end()  # never closed: what follows is shown
        if source[at + 4 : min(close, at + 200)].lstrip().startswith("postlint:"):
            tokens.append(Token(REMARK, at, close + 3))
        return close + 3
    if source.startswith("<![CDATA[", at):
        return at + 9
    close = source.find(">", at, min(end, at + 2000))
    return match.end() if close == -1 else close + 1


def partners(tokens: list[Token]) -> list[int]:
    """Return for each opening tag the index of the tag that closes it, 0 for none."""
    found = [0] * len(tokens)
    waiting: dict[str, list[int]] = {}
    for index, token in enumerate(tokens):
        if token.kind == OPEN:
            if token.name not in VOID:
                waiting.setdefault(token.name, []).append(index)
        elif token.kind == CLOSE:
            stack = waiting.get(token.name)
            if stack:
                found[stack.pop()] = index
    return found


_ROLES = {"list": "ul", "listitem": "li"}
_HEADING_LEVELS = frozenset("123456")


def take_roles(source: str, tokens: list[Token], partner: list[int]) -> None:
    """Name elements by the role they are given: a `div` may be a heading or an item.

    A page says so to those who hear it read out, and means it for everybody.
    """
    for index, token in enumerate(tokens):
        start, end = token.attributes
        if not partner[index] or token.name not in ("div", "span", "p"):
            continue
        if source.find("role", start, end) == -1:
            continue
        found = attributes(source, token)
        role = found.get("role", "")
        level = found.get("aria-level", "2")
        if role == "heading" and level in _HEADING_LEVELS:
            name = f"h{level}"
        else:
            name = _ROLES.get(role, token.name)
        if name != token.name:
            tokens[index] = token._replace(name=name)
            tokens[partner[index]] = tokens[partner[index]]._replace(name=name)


_ATTRIBUTE = pattern(r"([^\s=\"'<>/]+)(?:\s{0,8}=\s{0,8}(\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?")


def attributes(source: str, token: Token) -> dict[str, str]:
    """Return the attributes of a tag, names in small letters."""
    start, end = token.attributes
    if end - start < 2:
        return {}
    return {
        match[1].lower(): (match[2] or "").strip("\"'")
        for match in _ATTRIBUTE.finditer(source, start, end)
    }
