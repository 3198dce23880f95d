"""What the tests of readers share: reading a source and writing its outline down."""

from __future__ import annotations

from postlint.document.parts import Field, Item, SectionBlock
from postlint.document.posting import Posting
from postlint.engine.report import Report
from postlint.readers.builtin import BUILTIN
from postlint.syntax import all_in_text


def read(text: str, kind: str) -> Posting:
    """Read a text; a reader that breaks fails the test instead of being replaced."""
    reader = next(reader for reader in BUILTIN if reader.kind == kind)
    posting = all_in_text(text, reader)[0]
    assert not [notice for notice in posting.notices if notice.message_id == "reader-failed"]
    return posting


def outline(posting: Posting) -> list[str]:
    """Return the posting line by line: `## heading`, `key = value`, `* item`, `text`."""
    lines: list[str] = []
    for section in posting.sections:
        if section.heading is not None:
            lines.append(f"{'#' * section.level} {section.heading.text}")
        lines.extend(_blocks(section.blocks, 0))
    return lines


def _blocks(blocks: tuple[SectionBlock, ...], depth: int) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        indent = "  " * depth
        if isinstance(block, Field):
            lines.append(f"{indent}{block.key.text} = {block.value.text}")
            continue
        label = f"[{block.label.text}] " if block.label else ""
        marks = "".join(f" <{mark.symbol}>" for mark in block.markers)
        sign = "* " if isinstance(block, Item) else ""
        lines.append(f"{indent}{sign}{label}{block.text.text}{marks}")
        if isinstance(block, Item):
            lines.extend(_blocks(block.blocks, depth + 1))
    return lines


def given(posting: Posting, words: str) -> str:
    """Return what stands in the given text where words stand in the flat one."""
    from postlint.text.source import Span  # noqa: PLC0415

    start = posting.text.index(words)
    place = posting.source.given_span(Span(start, start + len(words)))
    return posting.source.given[place.start : place.end]


def duties(report: Report) -> list[str]:
    """Return the words of a posting's duties."""
    return [duty.text.text for duty in report.posting.duties]


def kinds(report: Report) -> list[tuple[str, str]]:
    """Return the headings of a posting whose kind is known, and the kind."""
    return [
        (section.heading.text, section.kind.value)
        for section in report.posting.sections
        if section.heading is not None and section.kind is not None
    ]
