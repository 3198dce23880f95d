"""Which statements of a posting are duties.

As a careful reader divides them: the items of the lists of duties, under their
heading or after a heading that was lost; where there is no such list, the
sentences that say what the holder of the job does.
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.document.kinds import SectionKind, may_state_duty, states_duty, which_are_duties
from postlint.document.posting import Duty, Item, Paragraph, Posting, Section, walk
from postlint.document.sentences import split_sentences

# Where running text may say what the job holder does, besides a section of duties.
_TELLING = frozenset(
    {None, SectionKind.OVERVIEW, SectionKind.ORGANIZATION, SectionKind.OTHER, SectionKind.DUTIES}
)
# An item of so few words over a list of its own names the list.
_NAME = 4


def find_duties(posting: Posting) -> tuple[Duty, ...]:
    """Return the duties of a posting, in the order of the text."""
    return tuple(_from_lists(posting)) or tuple(_from_text(posting))


def _from_lists(posting: Posting) -> Iterator[Duty]:
    for index, section in enumerate(posting.sections):
        # Items stand among a section's blocks or in other items, so most sections have none.
        if Item not in map(type, section.blocks):
            continue
        statements = _statements(section)
        wanted = which_are_duties(section.kind, [said.text.text for said in statements])
        for said, is_duty in zip(statements, wanted, strict=True):
            if is_duty and isinstance(said, Item) and not _names_a_list(said):
                yield Duty(
                    text=said.text,
                    section=index,
                    label=said.label,
                    markers=said.markers,
                    misplaced=said.misplaced,
                )


def _statements(section: Section) -> list[Item | Paragraph]:
    return [
        block
        for block in walk(section.blocks)
        if isinstance(block, (Item, Paragraph)) and block.text.text
    ]


def _names_a_list(item: Item) -> bool:
    below = any(isinstance(block, Item) for block in item.blocks)
    return below and len(item.text.text.split()) <= _NAME


def _from_text(posting: Posting) -> Iterator[Duty]:
    for index, section in enumerate(posting.sections):
        if section.kind not in _TELLING:
            continue
        whole = section.kind is SectionKind.DUTIES
        for said in _statements(section):
            # A statement of too few words for one sentence is not taken apart.
            if not whole and not may_state_duty(said.text.text):
                continue
            for sentence in split_sentences(posting.said, said.text.span):
                if whole or states_duty(posting.said[sentence.start : sentence.end]):
                    yield Duty(
                        text=posting.passage(sentence),
                        section=index,
                        label=said.label,
                        markers=said.markers,
                        from_list=False,
                    )
