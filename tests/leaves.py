"""The parser's view of every example of the specification, for tests in other languages.

Run as a program it prints JSON: each example's name and lines, and for each
line the stretches that the parser gave a name, counted in UTF-16 units.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from postlint.readers.base import Lexeme
from postlint.syntax.parser import parse_markup
from postlint.syntax.tree import Node
from postlint.text.source import NEWLINE
from trees import specification


def leaves(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the leaves of a text's tree in order; the words of a heading are `HEADING`."""
    stack: list[tuple[Node | Lexeme, str]] = [(parse_markup(text), "")]
    while stack:
        part, within = stack.pop()
        if isinstance(part, Node):
            stack.extend((child, part.kind) for child in reversed(part.children))
        else:
            heading = within == "heading" and part.kind == "LINE"
            yield "HEADING" if heading else part.kind, part.start, part.end


def by_line(text: str) -> list[dict[str, Any]]:
    """Return the lines of a text with what stands in each, blanks at the edges left out."""
    starts = [0, *[found.end() for found in NEWLINE.finditer(text)]]
    lines = []
    named = [leaf for leaf in leaves(text) if leaf[1] < leaf[2] and leaf[0] != "BLANK"]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        line = text[start:end].rstrip("\r\n")
        stretches = []
        for kind, begin, close in named:
            first, last = max(begin, start), min(close, start + len(line))
            words = text[first:last]
            if words.strip():
                left = len(words) - len(words.lstrip())
                right = len(words.rstrip())
                head = text[start : first + left]
                stretches.append([kind, _units(head), _units(head + words[left:right])])
        lines.append({"text": line, "leaves": stretches})
    return lines


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def main() -> None:
    """Print the examples."""
    examples = [
        {"name": example.name, "lines": by_line(example.source)} for example in specification()
    ]
    sys.stdout.write(json.dumps(examples))


if __name__ == "__main__":
    main()
