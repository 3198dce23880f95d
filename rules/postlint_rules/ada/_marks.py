"""What the rules of this family count alike: marks and sections."""

from __future__ import annotations

from collections.abc import Iterable

from postlint.rules import Case, Passage, Posting, Span, facts


def marked_share(case: Case, devices: facts.EssentialDevices) -> tuple[int, int]:
    """Return how many duties bear a mark for essential ones, and how many there are."""
    marked = {number for mark in devices.marks for number in mark.duties}
    return len(marked), len(case.posting.duties)


def mark_spans(devices: facts.EssentialDevices) -> tuple[Span, ...]:
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
