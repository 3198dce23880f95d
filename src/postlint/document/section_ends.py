"""Where a section ends without a heading that says so.

The employer's statement that it does not discriminate is put at the end of a
page, below whatever section came last, and is no part of it. Words run in at
the start of a paragraph head that paragraph and not the duties behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from postlint.document.duties import states_duty, which_are_duties
from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.document.parts import Field, Paragraph, Passage, SectionBlock
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

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
    r"(?:employer|educator|institution|workplace|agency|company)|"
    # What an employer does for it; of a holder of the post it would be a duty.
    r"(?:committed\s+to|provides?|offers?|affords?|believes?\s+in|supports?|guarantees?|we\s+ensure"
    r"|adheres?\s+to|policy\s+of|principles?\s+of)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:equal\s+(?:employment\s+)?opportunit(?:y|ies)|non-?discrimination)|"
    r"prohibits?\s+(?:\w+\s+){0,2}discrimination|discrimination\b[^.]{0,120}\bis\s+prohibited)\b|"
    r"\bE?EOE\b|\bE\.O\.E\b|\bEO/AA\b|\bAA/EO\b"
)
# Each statement has one of these, which is sooner seen than by the pattern.
_STATED = ("discriminat", "regard", "opportunit", "EOE", "E.O.E", "EO/AA", "AA/EO")


class Rest(NamedTuple):
    """What stands below a section and not in it: from which block on, and of what kind."""

    first: int
    kind: SectionKind | None


def rest_of(
    text: str,
    heading: Passage,
    kind: SectionKind | None,
    parent: SectionKind | None,
    blocks: Sequence[SectionBlock],
) -> Rest | None:
    """Return what stands below a section without a heading of its own, or `None`."""
    if kind is None or len(blocks) < _LEAST:
        return None
    if (
        parent is not None
        and kind is not SectionKind.DUTIES
        and kind not in REQUIREMENTS
        and type(blocks[0]) is Paragraph
        and "\n" not in text[heading.span.end : blocks[0].span.start]
    ):
        texts = [block.text.text for block in blocks[1:] if not isinstance(block, Field)]
        if any(which_are_duties(parent, texts)):
            return Rest(1, parent)
    first = statement_at(blocks) if kind in _OTHERS else 0
    return Rest(first, SectionKind.EQUAL_OPPORTUNITY) if first else None


_LEAST = 2


def statement_at(blocks: Sequence[SectionBlock]) -> int:
    """Return the index of the first paragraph of a statement that ends a section, or 0."""
    last = len(blocks)
    while last > 1 and type(blocks[last - 1]) in (Paragraph, Field):
        last -= 1
    for index in range(last, len(blocks)):
        block = blocks[index]
        if (
            isinstance(block, Paragraph)
            and block.label is None
            and any(sign in block.text.text for sign in _STATED)
            and _STATEMENT.search(block.text.text) is not None
            and not states_duty(block.text.text)
        ):
            return index
    return 0
