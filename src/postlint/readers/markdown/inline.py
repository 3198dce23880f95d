"""The words of a line of Markdown, taken out of emphasis, links, code and entities."""

from __future__ import annotations

import re
from collections.abc import Callable

from postlint.readers.html.words import entity
from postlint.readers.pages.page import Page
from postlint.readers.pages.templates import tag_at
from postlint.text.patterns import pattern

_SPECIAL = pattern(r"[\\`*_\[<&{~]")
_TOKEN = pattern(
    r"""(?x)
      (?P<escape> \\ [!-/:-@\[-`{-~] )
    | (?P<code> (?P<quote> `{1,3} ) [^`\n]{1,300}+ (?P=quote) (?!`) )
    | (?P<struck> ~~(?=\S) [^~\r\n]{1,2000}+ ~~
        | <(?P<gone>del|s|strike)> [^<>]{0,2000}+ </(?P=gone)> )
    | (?P<sign> \*++ | _++ | ~~ )
    | (?P<link> !?+ \[ (?P<inner> (?: [^\[\]\\\n]++ | \\. | \n(?!\s*\n) | \[ [^\[\]\n]*+ \] )* ) \]
        (?: \( (?: [^()\n]++ | \( [^()\n]*+ \) )* \) | \[ [^\[\]\n]*+ \] )? )
    | (?P<auto> < (?: [a-z][a-z+.-]{1,20} : [^<>\s]++ | [\w.+-]{1,64}@[\w.-]{1,255} ) > )
    | (?P<comment> <!-- )
    | (?P<template> \{\{ | \{% | <% | <\? )
    | (?P<tag> </? (?P<name> [a-zA-Z][a-zA-Z0-9]{0,10} ) (?: [\s/] [^<>]{0,500}+ )?+ > )
    | (?P<entity> & (?: \#\d{1,7} | \#[xX][0-9a-fA-F]{1,6} | [A-Za-z][A-Za-z0-9]{1,31} ) ; )
    """
)
_MARKERS = frozenset({"E", "EF", "NE", "M"})
_LONGEST_MARKER = 2
_BOLD_TAGS = frozenset({"b", "strong"})
_CODE_TAGS = frozenset({"code", "kbd", "samp", "tt"})
_PARTING_TAGS = frozenset({"br", "p", "div", "li", "td", "th", "tr"})
_DEEPEST = 8


class _Part:
    """A stretch of the source and what becomes of it: kept, dropped, put, or a sign."""

    __slots__ = ("bold", "end", "kind", "open", "start", "text")

    def __init__(self, kind: str, start: int, end: int, text: str = "") -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.bold = False
        self.open = False


def inline(page: Page, start: int, end: int) -> int:
    """Add the words of a stretch to the page; return where bold words at its start end.

    The offset is one of the flat text, and 0 where the words do not start bold.
    """
    source = page.source
    if _SPECIAL.search(source, start, end) is None:
        page.flat.copy(start, end)
        return 0
    parts = _parts(source, start, end, 0)
    _pair(source, parts, start, end)
    return _write(page, parts)


def _parts(source: str, start: int, end: int, depth: int) -> list[_Part]:
    """Divide a stretch into its signs and the text between them."""
    parts: list[_Part] = []
    at = start
    while True:
        token = _TOKEN.search(source, at, end)
        if token is None:
            break
        if token.start() > at:
            parts.append(_Part("copy", at, token.start()))
        at = _part(source, token, end, depth, parts)
    if at < end:
        parts.append(_Part("copy", at, end))
    return parts


def _part(source: str, token: re.Match[str], end: int, depth: int, parts: list[_Part]) -> int:
    """Add what a token becomes; return where to go on."""
    begin, stop = token.span()
    kind = token.lastgroup or ""
    if kind == "link":
        return _link(source, token, depth, parts)
    if kind == "comment":
        close = source.find("-->", begin, end)
        return close + 3 if close != -1 else end
    if kind == "template":
        tag = tag_at(source, begin, end)
        part = _Part("copy", begin, stop) if tag is None else _Part("template", begin, tag.end)
        parts.append(part)
        return part.end
    made = _BECOMES[kind](source, token)
    if made is not None:
        parts.append(made)
    return stop


def _code(source: str, token: re.Match[str]) -> _Part:
    """Return code with its marks where it stands in a sentence, whose words are the posting's."""
    begin, stop = token.span()
    alone = not (source[:begin].rsplit("\n", 1)[-1] + source[stop:].split("\n", 1)[0]).strip()
    quotes = len(token["quote"]) if alone else len(token["quote"]) - 1
    return _Part("copy", begin + quotes, stop - quotes)


def _tag(source: str, token: re.Match[str]) -> _Part | None:
    name = token["name"].lower()
    if name in _BOLD_TAGS:
        part = _Part("bold", *token.span())
        part.open = source[token.start() + 1] != "/"
        return part
    sign = "`" if name in _CODE_TAGS else " " if name in _PARTING_TAGS else ""
    return _Part("replace", *token.span(), sign) if sign else None


# What each sign of Markdown becomes that stands for itself.
_BECOMES: dict[str, Callable[[str, re.Match[str]], _Part | None]] = {
    "escape": lambda source, token: _Part("replace", *token.span(), source[token.start() + 1]),
    "sign": lambda source, token: _Part("sign", *token.span(), source[token.start()]),
    "entity": lambda source, token: _Part("replace", *token.span(), entity(source, *token.span())),
    "auto": lambda _, token: _Part("copy", token.start() + 1, token.end() - 1),
    "struck": lambda _, __: None,  # what is struck through is said no more
    "tag": _tag,
    "code": _code,
}


def _link(source: str, token: re.Match[str], depth: int, parts: list[_Part]) -> int:
    """Add the words of a link; an image, a footnote's sign and a tick box have none."""
    begin, stop = token.span()
    inner = token.span("inner")
    shown = source[begin] != "!" and source[inner[0] : inner[0] + 1] != "^"
    # A box at the start of an item is a task's; others are a form's, and say what is checked.
    low = max(0, begin - 40)
    lead = source[max(low, source.rfind("\n", low, begin) + 1) : begin]
    box = source[inner[0] : inner[1]] in (" ", "x", "X") and not lead.strip(" \t>-*+.)0123456789")
    if shown and not box and stop == inner[1] + 1:
        # Brackets that link nowhere are brackets; what is in them is read on its own.
        parts.append(_Part("copy", begin, begin + 1))
        return begin + 1
    if shown and not box and depth < _DEEPEST:
        parts.extend(_parts(source, *inner, depth + 1))
    return stop


def _pair(source: str, parts: list[_Part], start: int, end: int) -> None:
    """Find which signs are emphasis; the others stay characters."""
    stacks: dict[str, list[_Part]] = {"*": [], "_": []}
    for part in parts:
        if part.kind != "sign":
            continue
        if part.text == "~":
            part.kind = "drop"
        elif part.end - part.start > _MOST_SIGNS:
            part.kind = "copy"
        else:
            opens, closes = _sides(source, part, start, end)
            stack = stacks[part.text]
            if closes and _closes(source, stack, part):
                continue
            if opens:
                stack.append(part)
            else:
                part.kind = "copy"
    for stack in stacks.values():
        for part in stack:
            # '**' that nothing closes is damage, one star may be a mark.
            part.kind = "drop" if part.end - part.start > 1 and part.text == "*" else "copy"


_MOST_SIGNS = 3


def _sides(source: str, part: _Part, start: int, end: int) -> tuple[bool, bool]:
    """Say whether a sign may open emphasis, and whether it may close some, by its neighbours."""
    before = source[part.start - 1] if part.start > start else " "
    after = source[part.end] if part.end < end else " "
    within = part.text == "_"  # which a word may hold
    opens = not after.isspace() and not (within and before.isalnum())
    closes = not before.isspace() and not (within and after.isalnum())
    return opens, closes


def _closes(source: str, stack: list[_Part], part: _Part) -> bool:
    """Say whether a sign closes one of those that are open, and settle what both become."""
    length = part.end - part.start
    opener = _opener(stack, length)
    if opener is None:
        return False
    short = length == 1 and part.start - opener.end <= _LONGEST_MARKER
    if short and source[opener.end : part.start] in _MARKERS:
        opener.kind = part.kind = "copy"
    elif min(length, opener.end - opener.start) > 1:
        opener.kind = part.kind = "bold"
        opener.open = True
    else:
        opener.kind = part.kind = "drop"
    return True


def _opener(stack: list[_Part], length: int) -> _Part | None:
    """Take the nearest sign of the same length off a stack, else the nearest."""
    for place in range(len(stack) - 1, max(-1, len(stack) - 9), -1):
        if stack[place].end - stack[place].start == length:
            found = stack[place]
            del stack[place:]
            return found
    if length == 3:
        # '***' may close one star and two that were opened apart.
        single, double = _opener(stack, 1), _opener(stack, 2)
        if single is not None:
            single.kind = "drop"
        return double or single
    if length > 1 and stack and stack[-1].end - stack[-1].start > 1:
        return stack.pop()
    return None


def _write(page: Page, parts: list[_Part]) -> int:
    """Add the parts to the flat text; return where bold words at the start end."""
    flat, source = page.flat, page.source
    depth = 0
    lead = 0  # 0: no words yet, 1: bold words so far, 2: settled
    edge = 0
    for part in parts:
        kind = part.kind
        if kind == "bold":
            depth = max(0, depth + (1 if part.open else -1))
            continue
        if kind == "drop":
            continue
        at = flat.size
        if kind == "replace":
            flat.replace(part.text, part.start, part.end)
        elif kind == "template":
            tag = tag_at(source, part.start, part.end)
            if tag is not None:
                page.tag(tag, flat.copy)
        else:
            flat.copy(part.start, part.end)
        words = part.text if kind == "replace" else source[part.start : part.end]
        if lead == 2 or flat.size == at or words.isspace():
            continue
        if depth:
            lead, edge = 1, flat.size
        else:
            # Bold that breaks off for a blank or a colon goes on.
            lead = 2
    return edge
