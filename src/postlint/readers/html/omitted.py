"""What of a page is left out: its navigation, what is hidden, boxes that ask for an address."""

from __future__ import annotations

from postlint.document.headings import heading_kind, is_heading
from postlint.document.kinds import SectionKind
from postlint.readers.html.tokens import (
    HEADS,
    OPEN,
    Token,
    attributes,
)
from postlint.text.patterns import pattern

_DROPPED = frozenset(
    "script style head nav svg template noscript iframe object canvas select button textarea audio"
    " video math map datalist dialog del s strike".split()
)
_DROPPED_ROLES = frozenset(
    {
        "navigation",
        "banner",
        "search",
        "dialog",
        "alert",
        "menu",
        "menubar",
    }
)
_CHROME = frozenset(
    "nav navbar navigation breadcrumb breadcrumbs cookie cookies skip skiplink share sharing social"
    " pagination toc menu subscribe subscription newsletter signup related recommended".split()
)
# What asks a reader to leave an address, and says nothing of the post.
_BOX = pattern(
    r"(?i)\b(?:subscrib|newsletter|job alerts?\b|(?:by|in|to) your (?:e-?mail|inbox)\b"
    r"|sign up (?:for|to)|looking for (?:another|other|a different) jobs?|similar jobs|more jobs"
    r"|all rights reserved|cookie|follow us\b|©)"
)
# What a short part may say of the post beside it.
_OF_POST = pattern(
    r"(?i)\b(?:salary|pay\b|clos(?:es|ing)|reports? to|equal opportunity|EEO\b|EOE\b|discriminat"
    r"|accommodat|duties|apply by|deadline|full[ -]time|part[ -]time|job (?:type|number|id)\b"
    r"|employment type|location:|department:|benefits|qualifi)"
)
_BOXES = frozenset({"aside", "footer", "div", "section", "form", "header"})
_LONGEST_BOX = 600
_NEVER = frozenset({"html", "body", "main", "article", "form"})
_CONTAINERS = frozenset(
    {"div", "section", "ul", "ol", "a", "p", "span", "header", "table", "form", "li"}
)
_WORD = pattern(r"[A-Za-z][a-z]*")
_HIDDEN = pattern(r"(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden)")
# How far to look for a heading in a page's header.
_HEADER = 400


def says_of_post(source: str, tokens: list[Token], index: int, closing: int) -> bool:
    """Say whether a part at the edge of a page says something of the post."""
    return _OF_POST.search(source, tokens[index].end, tokens[closing].start) is not None


def _is_chrome(names: str) -> bool:
    """Say whether the names a page gives a part are those of what surrounds a text."""
    return any(
        word.lower() in _CHROME for part in names.split() for word in _WORD.findall(part)[:3]
    )


def is_omitted(source: str, tokens: list[Token], index: int, closing: int) -> bool:
    """Say whether a part of a page is none of the posting's words."""
    token = tokens[index]
    name = token.name
    if name == "button" and _opens_part(source, tokens, index, closing):
        return False
    if name in _DROPPED or (name == "header" and not _has_heading(tokens, index, closing)):
        return True
    if name in _BOXES and _is_box(source, tokens, index, closing):
        return True
    if name in ("aside", "footer") and not says_of_post(source, tokens, index, closing):
        return True
    if token.attributes[1] - token.attributes[0] < 5 or name in _NEVER:
        return False
    found = attributes(source, token)
    if "hidden" in found or found.get("aria-hidden") == "true":
        return True
    if found.get("role", "").lower() in _DROPPED_ROLES:
        return True
    style = found.get("style")
    if style and _HIDDEN.search(style):
        return True
    return name in _CONTAINERS and any(
        _is_chrome(names) for names in (found.get("class"), found.get("id")) if names
    )


def _opens_part(source: str, tokens: list[Token], index: int, closing: int) -> bool:
    """Say whether a button is the heading of a part of the page that it opens and shuts.

    It says so, or such a part follows it and its words ask for nothing.
    """
    token = tokens[index]
    words = _MARKUP.sub(" ", source[token.end : tokens[closing].start]).strip()
    if not is_heading(words, share=_WHOLE):
        return False
    if _OPENER.search(source, *token.attributes) is not None:
        return True
    below = next((one for one in tokens[closing + 1 : closing + 4] if one.kind == OPEN), None)
    part = below is not None and below.name in _PARTS
    return part and heading_kind(words) is not SectionKind.HOW_TO_APPLY


_PARTS = frozenset("div section article p ul ol dl table".split())
_OPENER = pattern(r"(?i)accordion|collaps|aria-expanded|toggle")
_MARKUP = pattern(r"<[^<>]{0,300}>")
_WHOLE = 0.9


def _has_heading(tokens: list[Token], index: int, closing: int) -> bool:
    return any(
        inner.kind == OPEN and inner.name in HEADS
        for inner in tokens[index : min(closing, index + _HEADER)]
    )


def _is_box(source: str, tokens: list[Token], index: int, closing: int) -> bool:
    """Say whether a part is a short box that asks for an address, or a page's foot."""
    first, last = tokens[index].end, tokens[closing].start
    return (
        last - first < _LONGEST_BOX
        and not _OF_POST.search(source, first, last)
        and _BOX.search(source, first, last) is not None
    )
