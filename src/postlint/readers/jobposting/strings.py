"""The characters of a JSON string, each with its place behind the escapes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape

from postlint.readers.flat import Flat
from postlint.readers.html.words import entity
from postlint.readers.jobposting.values import Scalar

_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|.)", re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAGS_ESCAPED = re.compile(
    r"&(?:amp;){0,2}lt;/?(?:p|br|ul|li|div|h[1-6]|strong|b|span|ol)\b", re.IGNORECASE
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")


def unescaped(source: str, scalar: Scalar) -> Flat:
    """Return the characters of a string without its quotes, as its form writes them."""
    flat = Flat(source)
    start, end = scalar.start, scalar.end
    sign, escapes, meant = _FORMS[scalar.form]
    at = start
    if source.find(sign, start, end) == -1:
        flat.copy(start, end)
        return flat
    for match in escapes.finditer(source, start, end):
        flat.copy(at, match.start())
        at = match.end()
        flat.replace(meant(match), match.start(), at)
    flat.copy(at, end)
    return flat


def _character(match: re.Match[str]) -> str:
    if match[1] is None:
        sign = match[0][1]
        return _PLAIN.get(sign, sign)
    code = int(match[1], 16)
    if match[2] is not None and 0xD800 <= code < 0xDC00:
        return chr(0x10000 + ((code - 0xD800) << 10) + (int(match[2], 16) - 0xDC00))
    pair = "" if match[2] is None else "�"
    return ("�" if 0xD800 <= code < 0xE000 or code == 0 else chr(code)) + pair


def _of_entity(match: re.Match[str]) -> str:
    return match[1] or entity(match.string, *match.span())


# The sign that a text without escapes has none of, what escapes are, and what one means.
_FORMS: Mapping[str, tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    "json": ("\\", _ESCAPE, _character),
    "xml": (
        "&",
        re.compile(rf"<!\[CDATA\[(.*?)\]\]>|{_ENTITY.pattern}", re.DOTALL),
        _of_entity,
    ),
    "csv": ('""', re.compile('""'), lambda _: '"'),
    "raw": ("\0", re.compile("\0"), lambda _: "\ufffd"),
}


def has_tags(text: str) -> bool:
    """Say whether a text is HTML."""
    return _TAG.search(text) is not None


def without_second_escape(flat: Flat) -> Flat:
    """Return the characters behind HTML that was itself escaped as text."""
    for _ in range(_MOST_ESCAPES):
        text = flat.text()
        if has_tags(text) or _TAGS_ESCAPED.search(text) is None:
            break
        flat = _one_escape_less(flat, text)
    return flat


# HTML escaped for a page, then for a feed, then for a field of another.
_MOST_ESCAPES = 3


def _one_escape_less(flat: Flat, text: str) -> Flat:
    inner = Flat(text)
    at = 0
    for match in _ENTITY.finditer(text):
        inner.copy(at, match.start())
        at = match.end()
        inner.replace(entity(text, match.start(), at), match.start(), at)
    inner.copy(at, len(text))
    outer = Flat(flat.source)
    outer.graft(inner, flat.origin())
    return outer


def readable(text: str) -> str:
    """Return a short text without tags and entities, as a person would read it."""
    return " ".join(unescape(_TAG.sub(" ", text)).split())
