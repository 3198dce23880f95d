"""Examples of the markup and their trees, as the specification and the grammar corpus hold them.

Run as a program it rewrites the trees from what the grammar says now; the
change is read like code.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from postlint.document.parts import Item, walk
from postlint.document.posting import Posting
from postlint.readers.base import Lexeme
from postlint.syntax import read_markup
from postlint.syntax.parser import parse_markup
from postlint.syntax.tree import Node

ROOT = Path(__file__).parents[1]
SPECIFICATION = ROOT / "docs" / "markup.md"
CORPUS = ROOT / "tests" / "corpus" / "grammar"

# Characters nobody sees, and how the examples show them.
VISIBLE = {
    "\t": "→",
    "\r": "␍",
    "\f": "␌",
    "\xa0": "⍽",
    "\u2028": "␤",
}
# Stands where the text ends without a newline.
END = "␃"
_EDGES = frozenset({"INDENT", "DEDENT"})


@frozen
class Example:
    """One example: where it stands, its name, its source as written, and what is expected."""

    place: str
    name: str
    written: str
    tree: str
    says: str = ""

    @property
    def source(self) -> str:
        """The text itself, without the signs for what nobody sees."""
        text = self.written
        for char, sign in VISIBLE.items():
            text = text.replace(sign, char)
        head, mark, tail = text.partition(END)
        assert not tail.strip("\n"), f"{self.place}: text after {END}"
        return head if mark else text


# ---------------------------------------------------------------- the specification

_FENCE = re.compile(
    r"^````example (?P<name>\S+)\n(?P<source>.*?)^\.\n(?P<tree>.*?)(?:^\.\n(?P<says>.*?))?^````$",
    re.MULTILINE | re.DOTALL,
)


def specification() -> Iterator[Example]:
    """Yield the examples of the specification."""
    text = SPECIFICATION.read_text("utf-8")
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Example(
            f"{SPECIFICATION.name}:{line}",
            found["name"],
            found["source"],
            found["tree"],
            found["says"] or "",
        )


def outline(text: str) -> str:
    """Write the tree of a text for a reader: words without the blanks around them."""
    lines = list(_outline(parse_markup(text), text, 0))
    return "\n".join(lines) + "\n"


def _outline(node: Node, text: str, depth: int) -> Iterator[str]:
    head = "  " * depth + "(" + node.kind
    lines: list[str] = []
    for child in node.children:
        if isinstance(child, Node):
            lines.extend(_outline(child, text, depth + 1))
        elif child.kind not in _EDGES:
            leaf = _leaf(child, text)
            # What nobody reads gets a line of its own where lines have begun.
            if lines or child.kind in {"BLANK", "COMMENT", "DIRECTIVE", "NOISE", "SLIP"}:
                lines.append("  " * (depth + 1) + leaf)
            else:
                head += " " + leaf
    yield from [head, *lines][:-1]
    yield [head, *lines][-1] + ")"


def _leaf(lexeme: Lexeme, text: str) -> str:
    words = text[lexeme.start : lexeme.end].strip(" \t\r\n\xa0")
    if lexeme.kind == "BLANK" or not words.strip("#"):
        return lexeme.kind
    shown = json.dumps(words, ensure_ascii=False)
    for char, sign in VISIBLE.items():
        escaped = json.dumps(char)[1:-1]
        shown = shown.replace(char, sign).replace(escaped, sign)
    return f"{lexeme.kind} {shown}"


def says(posting: Posting) -> str:
    """Write what a posting says that its tree does not show, one thing a line."""
    lines: list[str] = []
    if posting.title is not None:
        lines.append(f"title {posting.title.text}")
    for section in posting.sections:
        if section.heading is not None:
            lines.append(f"heading {section.level} {section.heading.text}")
        for block in walk(section.blocks):
            if isinstance(block, Item):
                for marker in block.markers:
                    kind = "essential" if marker.essential else "marginal"
                    where = " before the end" if block.misplaced else ""
                    lines.append(f"mark {marker.symbol} {kind}{where}")
    lines.extend(f"directive {directive.text}" for directive in posting.directives)
    for notice in posting.notices:
        start, end = posting.source.range(notice.span)
        place = f"{start.line}:{start.column}-{end.line}:{end.column}"
        lines.append(f"notice {place} {notice.message_id}")
    return "".join(f"{line}\n" for line in lines)


def _update_specification() -> None:
    count = 0

    def again(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        example = Example("", "", found["source"], "")
        tail = "" if found["says"] is None else ".\n" + says(read_markup(example.source))
        tree = outline(example.source)
        return f"````example {count}\n{found['source']}.\n{tree}{tail}````"

    text = SPECIFICATION.read_text("utf-8")
    SPECIFICATION.write_text(_FENCE.sub(again, text), "utf-8")


# ---------------------------------------------------------------- the grammar corpus

_CASE = re.compile(
    r"^={3,}\n(?P<name>[^\n]+)\n={3,}\n(?P<source>.*?)^-{3}\n(?P<tree>.*?)(?=^={3,}\n[^\n]+\n={3,}$|\Z)",
    re.MULTILINE | re.DOTALL,
)


def corpus() -> Iterator[Example]:
    """Yield the cases of the grammar corpus. Raises `ValueError` for text that is no case."""
    for path in sorted(CORPUS.glob("*.txt")):
        text = path.read_text("utf-8")
        rest = _CASE.sub("", text)
        if rest.strip():
            raise ValueError(f"{path.name} has text outside its cases: {rest.strip()[:60]!r}")
        for found in _CASE.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            # One newline before the ruler belongs to the form, not to the case.
            source = found["source"].removesuffix("\n")
            yield Example(f"{path.name}:{line}", found["name"], source, found["tree"].strip("\n"))


def render(node: Node, text: str | None = None) -> str:
    """Write a tree as nested brackets, one node a line; leaves with their text when given."""
    lines: list[str] = []
    # An explicit stack: how deep a tree is must not depend on Python's.
    stack: list[tuple[Node | Lexeme, int]] = [(node, 0)]
    while stack:
        part, depth = stack.pop()
        if isinstance(part, Lexeme):
            words = "" if text is None else f" {text[part.start : part.end]!r}"
            lines.append(f"{'  ' * depth}{part.kind}{words}")
        else:
            lines.append(f"{'  ' * depth}({part.kind})")
            stack.extend((child, depth + 1) for child in reversed(part.children))
    return "\n".join(lines)


def exact(text: str) -> str:
    """Write the tree of a text leaf by leaf, with every character."""
    return render(parse_markup(text), text)


def _update_corpus() -> None:
    for path in sorted(CORPUS.glob("*.txt")):

        def again(found: re.Match[str]) -> str:
            example = Example("", "", found["source"].removesuffix("\n"), "")
            ruler = "=" * max(20, len(found["name"]))
            head = f"{ruler}\n{found['name']}\n{ruler}\n{found['source']}"
            return f"{head}---\n{exact(example.source)}\n\n"

        text = _CASE.sub(again, path.read_text("utf-8"))
        path.write_text(text.rstrip("\n") + "\n", "utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("usage: python tests/trees.py --update")
    _update_specification()
    _update_corpus()
