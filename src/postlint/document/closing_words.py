"""What stands behind the last list of a posting without a heading of its own.

The employer's statement that it does not discriminate is put at the end of a
page, below whatever section came last. It is no part of that section.
"""

from __future__ import annotations

from collections.abc import Sequence

from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.document.parts import Block, Paragraph
from postlint.text.patterns import pattern

# Kinds whose sections say something else, and end where such a statement begins.
_OTHERS = REQUIREMENTS | {
    SectionKind.DUTIES,
    SectionKind.PHYSICAL,
    SectionKind.WORKING_CONDITIONS,
    SectionKind.COMPENSATION,
    SectionKind.BENEFITS,
    SectionKind.SUPERVISION,
}
_STATEMENT = pattern(
    r"\b(?:not\s+(?:\w+\s+)?discriminate|without\s+regard\s+to|"
    r"equal[\s-]+(?:employment\s+)?opportunity(?:/[\w /]+)?\s+"
    r"(?:employer|educator|institution))\b|"
    r"\bEOE\b"
)


def statement_after(kind: SectionKind, blocks: Sequence[Block]) -> int:
    """Return the index of the first paragraph of such a statement, or 0."""
    if kind not in _OTHERS:
        return 0
    last = len(blocks)
    while last > 1 and type(blocks[last - 1]) is Paragraph:
        last -= 1
    for index in range(last, len(blocks)):
        block = blocks[index]
        if isinstance(block, Paragraph) and block.label is None and _states(block.text.text):
            return index
    return 0


def _states(words: str) -> bool:
    return _STATEMENT.search(words) is not None
