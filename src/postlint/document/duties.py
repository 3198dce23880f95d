"""Which statements of a posting are duties.

As a careful reader divides them: the items of the duties sections; where those
have no list, their paragraphs, and a long paragraph's sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.document.kinds import SectionKind
from postlint.document.posting import Duty, Item, Paragraph, Passage, Posting, walk
from postlint.document.sentences import split_sentences


def find_duties(posting: Posting) -> tuple[Duty, ...]:
    """Return the duties of a posting, in the order of the text."""
    return tuple(_from_lists(posting)) or tuple(_from_text(posting))


def _from_lists(posting: Posting) -> Iterator[Duty]:
    for index, section in enumerate(posting.sections):
        if section.kind is not SectionKind.DUTIES:
            continue
        for item in section.items():
            if item.text.text:
                yield Duty(
                    text=item.text,
                    section=index,
                    label=item.label,
                    markers=item.markers,
                    misplaced=item.misplaced,
                )


def _from_text(posting: Posting) -> Iterator[Duty]:
    for index, section in enumerate(posting.sections):
        if section.kind is not SectionKind.DUTIES:
            continue
        paragraphs = [
            block
            for block in walk(section.blocks)
            if isinstance(block, Paragraph) and not isinstance(block, Item) and block.text.text
        ]
        for paragraph in paragraphs:
            for passage in _divide(posting, paragraph, alone=len(paragraphs) == 1):
                yield Duty(
                    text=passage,
                    section=index,
                    label=paragraph.label,
                    markers=paragraph.markers,
                    from_list=False,
                )


def _divide(posting: Posting, paragraph: Paragraph, *, alone: bool) -> Iterator[Passage]:
    """Yield a paragraph whole, or its sentences where it is all there is."""
    if not alone:
        yield paragraph.text
        return
    for sentence in split_sentences(posting.text, paragraph.text.span):
        yield posting.passage(sentence)
