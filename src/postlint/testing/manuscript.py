"""The shape of a corpus file: a title, cases under second-level headings, fenced blocks.

This module knows Markdown and nothing of rules. Text between blocks is for
people and is skipped.
"""

from __future__ import annotations

import re

from attrs import Factory, define, field, frozen

from postlint.testing.faults import Fault

_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*(.*?)[ \t]*\Z")
_HEADING = re.compile(r"(#{1,2})[ \t]+(.*?)[ \t]*\Z")


@frozen(kw_only=True)
class Fence:
    """A fenced block. `text` ends in a newline unless it is empty.

    `line` is the line of the opening fence, `end` that of the closing one.
    """

    kind: str
    text: str
    line: int
    end: int


@define(kw_only=True)
class Chapter:
    """A second-level heading and the blocks under it."""

    heading: str
    line: int
    blocks: list[Fence] = field(factory=list)


@define(kw_only=True)
class Manuscript:
    """A corpus file taken apart, and what is wrong with its shape."""

    title: str = ""
    title_line: int = 1
    chapters: list[Chapter] = field(factory=list)
    faults: list[Fault] = Factory(list)


def read_manuscript(text: str) -> Manuscript:
    """Take a corpus file apart. Never raises; faults are gathered."""
    # Not `splitlines`: pasted postings hold form feeds and U+2028 inside lines.
    lines = text.split("\n")
    found = Manuscript()
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        fence = _FENCE.match(line)
        if fence is not None:
            number = _read_block(found, lines, number, fence)
            continue
        heading = _HEADING.match(line)
        if heading is None:
            continue
        signs, words = heading.groups()
        if len(signs) == 2:
            found.chapters.append(Chapter(heading=words, line=number))
        elif found.title:
            found.faults.append(Fault(number, "A corpus has one first-level heading: its rule."))
        else:
            found.title, found.title_line = words, number
    return found


def _read_block(found: Manuscript, lines: list[str], number: int, fence: re.Match[str]) -> int:
    """Read the block whose fence stands on line `number`; return the line after it."""
    signs, kind = fence.groups()
    for end in range(number, len(lines)):
        close = lines[end].rstrip(" \t")
        if len(close) >= len(signs) and set(close) == {signs[0]}:
            break
    else:
        found.faults.append(Fault(number, f"The block '{kind}' is never closed."))
        return len(lines)
    content = lines[number:end]
    block = Fence(
        kind=kind,
        text="".join(f"{line}\n" for line in content),
        line=number,
        end=end + 1,
    )
    if found.chapters:
        found.chapters[-1].blocks.append(block)
    else:
        found.faults.append(Fault(number, f"The block '{kind}' stands before the first case."))
    return end + 1
