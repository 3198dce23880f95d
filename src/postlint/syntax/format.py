"""The markup's formatter: one way to write what a text says.

It changes signs, indents and blank lines and no words, and keeps every
comment. A text that would be read otherwise afterwards is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from postlint.document.markers import read_marker
from postlint.document.parts import Field, Item, walk
from postlint.document.posting import Posting
from postlint.readers.base import Lexeme
from postlint.syntax import read_markup
from postlint.syntax.parser import parse_markup
from postlint.syntax.tree import Node
from postlint.syntax.write import canonical_mark
from postlint.text.source import NEWLINE

__all__ = ["format_markup"]

_OWN = frozenset({"LABEL", "LINE", "MORE", "MARK"})
_CLOSING = re.compile(r"[ \t\xa0]+#+\Z")
_BULLETS = "-*+•"
_PASSES = 4
# In one way only: "\r" and "\n" as two ends would double the ways with every line.
_END = r"(?:\r\n|\n|\r(?!\n))"
_FRONT = re.compile(rf"---[ \t]*{_END}(?:[^\r\n]*{_END})*?---[ \t]*(?:{_END}|\Z)")
# What text may only begin with behind an indent.
_OTHERWISE = re.compile(
    r"[#%<]|[-*+•=_]|\(?\w{1,3}[.)]\s|(?:\*\*|__)?[^\W\d_][^\s:]*(?:\s[^\s:]+){0,4}:[*_]*\s"
)


@frozen
class _Line:
    """A line to write; `kind` says what it belongs to."""

    kind: str
    text: str


def format_markup(text: str) -> str:
    """Return a text of the markup in its canonical form; formatting twice changes nothing."""
    # Without its first blank line, a text may begin with what is front matter now.
    old = text
    for _ in range(_PASSES):
        new = _once(old)
        if new == old:
            return new
        old = new
    return text


def _once(text: str) -> str:
    front, body = _front(text)
    new = _write(list(_lines(parse_markup(body), body)))
    result = front + ("\n" if front and new else "") + new
    if "\r\n" in text:
        result = NEWLINE.sub("\r\n", result)
    return result if _says(read_markup(result)) == _says(read_markup(text)) else text


def _front(text: str) -> tuple[str, str]:
    """Return the front matter of a text, and the rest."""
    match = _FRONT.match(text)
    if match is None:
        return "", text
    lines = [line.rstrip() for line in NEWLINE.split(match[0].rstrip("\r\n"))]
    return "\n".join(lines) + "\n", text[match.end() :]


def _says(posting: Posting) -> list[object]:
    """Return what a posting says, without where it stands."""
    found: list[object] = [directive.text for directive in posting.directives]
    found.append(posting.title.text if posting.title else None)
    for section in posting.sections:
        heading = section.heading.text if section.heading else None
        found.append((section.level, heading, section.kind))
        for block in walk(section.blocks):
            if isinstance(block, Field):
                found.append((block.key.text, block.value.text))
                continue
            marks = tuple((mark.essential, mark.symbol.upper()) for mark in block.markers)
            label = block.label.text if block.label else None
            nested = len(block.blocks) if isinstance(block, Item) else -1
            found.append((label, block.text.text, marks, nested))
    return found


# ---------------------------------------------------------------- the lines


def _write(lines: list[_Line]) -> str:
    """Return lines as a text: one blank line around headings, never two in a row."""
    out: list[str] = []
    before = ""
    for line in lines:
        if line.kind == "blank":
            before = before if before == "blank" else "blank" if out else ""
            continue
        apart = before == "blank" or (before and "head" in (line.kind, before))
        if out and apart:
            out.append("")
        out.append(line.text)
        before = line.kind
    return "\n".join(out) + "\n" if out else ""


def _lines(root: Node, text: str) -> Iterator[_Line]:
    """Yield the lines of a tree. The stack holds what is still to be written."""
    stack: list[tuple[Node | Lexeme, int]] = [(root, 0)]
    skip = -1
    while stack:
        part, indent = stack.pop()
        if isinstance(part, Lexeme):
            if part.start == skip and part.kind == "NOISE":
                continue
            yield from _lexeme(part, text, indent)
        elif part.kind == "posting" or part.kind.startswith("section"):
            parts = part.children
            if part.kind != "posting":
                heading, drawn = _heading(part, text)
                yield heading
                skip = parts[1].end if drawn else -1
                parts = parts[2:]
            stack.extend((child, 0) for child in reversed(parts))
        elif part.kind == "item":
            lines, inner, nested = _item(part, text, indent)
            yield from lines
            stack.extend((child, inner) for child in reversed(nested))
        elif part.kind == "field":
            yield from _field(part, text)
        else:
            yield from _paragraph(part, text, indent)


def _lexeme(lexeme: Lexeme, text: str, indent: int) -> Iterator[_Line]:
    words = text[lexeme.start : lexeme.end].strip()
    if lexeme.kind == "BLANK":
        yield _Line("blank", "")
    elif lexeme.kind in ("COMMENT", "DIRECTIVE"):
        yield _Line("remark", " " * indent + words)
    elif words:
        yield _Line("noise" if lexeme.kind == "NOISE" else "slip", words)


def _heading(section: Node, text: str) -> tuple[_Line, bool]:
    """Return a heading's line, and whether a ruler under it makes it one."""
    mark, words = section.children[0], section.children[1]
    level = int(mark.kind[-1]) if isinstance(mark, Lexeme) else 1
    raw = text[words.start : words.end].strip()
    signs = text[mark.start : mark.end].strip()
    if not signs and level == 6:
        return _Line("head", raw), False  # in bold: it stays as it is meant to look
    bare = _CLOSING.sub("", raw) or raw
    return _Line("head", f"{'#' * level} {bare}"), not signs


def _pieces(parts: tuple[Node | Lexeme, ...], text: str, *, marks: bool) -> list[str]:
    """Return the lines of words; a mark goes to the end of the line it marks."""
    lines: list[str] = []
    open_line = False
    for part in parts:
        raw = text[part.start : part.end]
        words = raw.strip()
        if part.kind == "MARK" and lines:
            shown = canonical_mark(read_marker(raw, 0)) if marks else f" {words}"
            glued = not marks and not raw[:1].isspace() and open_line
            lines[-1] += words if glued else shown
        elif part.kind == "LABEL":
            lines.append(words + " ")
            open_line = True
            continue
        elif open_line and lines and lines[-1].endswith(" "):
            lines[-1] += words
        elif words:
            lines.append(words)
        open_line = not raw.endswith(("\n", "\r"))
    return lines


def _item(node: Node, text: str, indent: int) -> tuple[list[_Line], int, list[Node | Lexeme]]:
    """Return an item's lines, the indent of what is nested in it, and that."""
    bullet = node.children[0]
    sign = text[bullet.start : bullet.end].rsplit(maxsplit=1)[-1]
    sign = "-" if sign in _BULLETS else sign
    inner = indent + len(sign) + 1
    words: list[Node | Lexeme] = []
    nested: list[Node | Lexeme] = []
    for part in node.children[1:]:
        if isinstance(part, Lexeme) and part.kind in _OWN and not nested:
            words.append(part)
        elif not isinstance(part, Lexeme) or part.kind not in ("INDENT", "DEDENT"):
            nested.append(part)
    lines = _pieces(tuple(words), text, marks=True)
    shown = [_Line("item", f"{' ' * indent}{sign} {lines[0]}")]
    shown.extend(_Line("item", f"{' ' * inner}{line}") for line in lines[1:])
    return shown, inner, nested


def _field(node: Node, text: str) -> Iterator[_Line]:
    key = text[node.children[0].start : node.children[0].end].strip().strip("*_")
    key = key.rstrip(":*_ \t\xa0")
    first, *rest = _pieces(node.children[1:], text, marks=False)
    yield _Line("field", f"{key}: {first}")
    for line in rest:
        yield _Line("field", f"  {line}")


def _paragraph(node: Node, text: str, indent: int) -> Iterator[_Line]:
    start = node.children[0].start
    lines = _pieces(node.children, text, marks=False)
    if not lines:
        return
    raw = text[start : node.end]
    own = len(raw) - len(raw.lstrip(" "))
    if _OTHERWISE.match(lines[0]) and own > indent:
        indent = own
    for line in lines:
        yield _Line("text", " " * indent + line)
