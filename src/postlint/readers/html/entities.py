"""Characters written by their names."""

from __future__ import annotations

from html import unescape

from postlint.text.characters import cleaned


def entity(source: str, start: int, end: int) -> str:
    """Return the characters an HTML entity stands for; odd ones stand for themselves."""
    text = unescape(source[start:end])
    # NUL and lone surrogates are no text.
    return "�" if text == "\0" or "\ud800" <= text[:1] <= "\udfff" else cleaned(text)
