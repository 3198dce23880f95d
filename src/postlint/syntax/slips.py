"""Slips in the markup, each named by what the writer will have meant."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.document.labels import is_tag
from postlint.readers.base import Lexeme
from postlint.syntax.tree import Node
from postlint.text.diagnostics import Finding
from postlint.text.patterns import pattern
from postlint.text.source import Span

# A message quotes no more of a line than this; the span has all of it.
_MOST = 60
_SIGNS = pattern(r"#+")


def slips(tree: Node, text: str) -> Iterator[Finding]:
    """Yield a finding for every line that is not quite what it looks like."""
    stack: list[Node | Lexeme] = [tree]
    while stack:
        part = stack.pop()
        if isinstance(part, Node):
            stack.extend(reversed(part.children))
        elif part.kind == "SLIP" and not is_tag(text[part.start : part.end].lstrip(" #")):
            yield _slip(part, text)


def _slip(lexeme: Lexeme, text: str) -> Finding:
    raw = text[lexeme.start : lexeme.end]
    words = raw.strip()
    start = lexeme.start + len(raw) - len(raw.lstrip())
    span = Span(start, start + len(words))
    signs = _SIGNS.match(words)
    if signs is None:
        return Finding("item-without-words", span)
    if signs.end() > 6:
        return Finding("heading-too-deep", span)
    if signs.end() == len(words):
        return Finding("heading-without-words", span)
    shown = words if len(words) <= _MOST else words[: _MOST - 1].rstrip() + "…"
    return Finding("heading-without-blank", span, {"words": shown})
