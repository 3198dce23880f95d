"""What the rules of this family count alike: marks, sections, the open end of a list."""

from __future__ import annotations

from collections.abc import Iterable

from postlint.document.posting import Passage, Posting
from postlint.facts.base import Case
from postlint.facts.essential import EssentialDevices
from postlint.source import Span

# "Perform … as assigned by the Superintendent or designee" has this many words around it.
_OTHER_WORDS = 9


def marked_share(case: Case, devices: EssentialDevices) -> tuple[int, int]:
    """Return how many duties bear a mark for essential ones, and how many there are."""
    marked = {number for mark in devices.marks for number in mark.duties}
    return len(marked), len(case.posting.duties)


def mark_spans(devices: EssentialDevices) -> tuple[Span, ...]:
    """Return the places of the marks for essential duties, in the order of the text."""
    return tuple(sorted(span for mark in devices.marks for span in mark.spans))


def duties_under(posting: Posting, headings: Iterable[Passage]) -> frozenset[int]:
    """Return the numbers of the duties under these headings, nested sections included."""
    starts = {heading.span.start for heading in headings}
    under: set[int] = set()
    for index, section in enumerate(posting.sections):
        heads = section.heading is not None and section.heading.span.start in starts
        # A parent stands before its children, so one pass in order is enough.
        if heads or section.parent in under:
            under.add(index)
    return frozenset(number for number, duty in enumerate(posting.duties) if duty.section in under)


def catch_alls(case: Case, key: str) -> frozenset[int]:
    """Return the numbers of the duties that only leave the list open.

    "Other duties as assigned" is one; a duty that says more than that is a
    duty, even where it ends in those words.
    """
    found = set()
    for number, duty in enumerate(case.posting.duties):
        hits = case.hits.within(key, duty.span)
        if hits:
            words = len(case.words.between(duty.span))
            covered = sum(len(case.words.between(hit)) for hit in hits)
            if words - covered <= _OTHER_WORDS:
                found.add(number)
    return frozenset(found)
