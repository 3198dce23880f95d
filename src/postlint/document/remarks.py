"""Remarks in a text: comments, which are nobody's words, and how they are blanked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postlint.text.patterns import pattern
from postlint.text.source import Span

_WORDS = pattern(r"[^\r\n]+")


def comments(text: str) -> Iterator[Span]:
    """Yield where what stands between `<!--` and `-->` stands; one left open is text."""
    start = text.find("<!--")
    while start != -1:
        close = text.find("-->", start + 4)
        if close == -1:
            return
        yield Span(start, close + 3)
        start = text.find("<!--", close + 3)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Return a text with blanks for the characters of spans, so that all others keep their place.

    Newlines stay, and the lines with them.
    """
    parts: list[str] = []
    at = 0
    for start, end in spans:
        if end > at:
            begin = max(start, at)
            parts.append(text[at:begin])
            parts.append(_WORDS.sub(lambda words: " " * len(words[0]), text[begin:end]))
            at = end
    parts.append(text[at:])
    return "".join(parts)


def is_directive(text: str) -> bool:
    """Say whether a line is addressed to postlint.

    It is `[postlint: …]`, or a comment that begins with `postlint:`.
    """
    if text.startswith("[postlint:"):
        return text[-1] == "]"
    for sign in ("%%", "<!--"):
        if text.startswith(sign):
            return text[len(sign) :].lstrip().startswith("postlint:")
    return False
