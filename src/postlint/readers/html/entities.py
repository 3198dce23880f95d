"""Characters written by their names."""

from __future__ import annotations

from html import unescape

from postlint.text.characters import cleaned

_JOINERS = ("\u200c", "\u200d")
_BEYOND_LATIN = "\u0250"


def entity(source: str, start: int, end: int) -> str:
    """Return the characters an HTML entity stands for; odd ones stand for themselves."""
    text = unescape(source[start:end])
    # A joiner is of the letters around it: between Latin ones it is nothing.
    if text in _JOINERS and source[start - 1 : start] < _BEYOND_LATIN:
        return ""
    # NUL and lone surrogates are no text.
    return "�" if text == "\0" or "\ud800" <= text[:1] <= "\udfff" else cleaned(text)
