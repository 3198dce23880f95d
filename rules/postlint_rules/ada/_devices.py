"""What identifies the essential functions of a posting, and how surely."""

from collections.abc import Iterable

import postlint.rules as kit


def identified(case: kit.Case) -> kit.Outcome | None:
    """Return what identifies the essential functions, strongest device first, or `None`.

    A heading or a sentence with no duty under it identifies none: nobody can tell.
    """
    devices = case[kit.facts.essential_device].value
    found = _device(case, devices)
    named = (*devices.headings, *devices.sentences)
    if found is None and named:
        words = kit.quoted(case.posting, named[0].span)
        spans = tuple(one.span for one in named)
        return kit.CannotTell(f"which duties '{words}' means; none stands under it", spans)
    if found is None and devices.typography:
        words = kit.quoted(case.posting, devices.typography[0].span)
        spans = tuple(one.span for one in devices.typography)
        return kit.CannotTell(f"which duties '{words}' means; how words are set is not read", spans)
    return found


def _device(case: kit.Case, devices: kit.facts.EssentialDevices) -> kit.Outcome | None:
    if devices.headings and any(case[kit.facts.duty_essential].value):
        spans = tuple(heading.span for heading in devices.headings)
        return kit.Passed(f"The heading '{devices.headings[0].text}' names them.", spans)
    if devices.marks:
        return _marks(case, devices)
    if devices.columns:
        spans = tuple(column.span for column in devices.columns)
        return kit.Passed("A column of the table marks them.", spans)
    # A sentence that only explains a sign identifies nothing where no duty bears it.
    legends = kit.merged(legend.span for legend in devices.legends)
    sentences = [one.span for one in devices.sentences if not kit.touches(legends, one.span)]
    if sentences and any(case[kit.facts.duty_essential].value):
        return kit.Passed("A sentence says which duties are essential.", tuple(sentences))
    if devices.percentages and devices.percentage_declaration is not None:
        spans = (devices.percentage_declaration, *devices.percentages)
        return kit.Passed("Shares of time mark them, and a sentence says so.", spans)
    if devices.metadata:
        return kit.Passed("The source's own data mark them.", devices.metadata)
    return None


def _marks(case: kit.Case, devices: kit.facts.EssentialDevices) -> kit.Outcome:
    marked, duties = marked_share(case, devices)
    counted, spans = f"{marked} of {duties} duties", mark_spans(devices)
    if 2 * marked >= duties:
        return kit.Passed(f"A mark stands at the end of {counted}.", spans)
    if devices.legends:
        places = (*spans, *(legend.span for legend in devices.legends))
        return kit.Passed(
            f"A mark stands at the end of {counted}, and a sentence explains it.", places
        )
    unclear = f"what the mark at the end of only {counted} means; a sentence that explains it would"
    return kit.CannotTell(unclear, spans)


def marked_share(case: kit.Case, devices: kit.facts.EssentialDevices) -> tuple[int, int]:
    """Return how many duties bear a mark for essential ones, and how many there are."""
    marked = {number for mark in devices.marks for number in mark.duties}
    return len(marked), len(case.posting.duties)


def mark_spans(devices: kit.facts.EssentialDevices) -> tuple[kit.Span, ...]:
    """Return the places of the marks for essential duties, in the order of the text."""
    return tuple(sorted(span for mark in devices.marks for span in mark.spans))


def duties_under(posting: kit.Posting, headings: Iterable[kit.Passage]) -> frozenset[int]:
    """Return the numbers of the duties under these headings, nested sections included."""
    starts = {heading.span.start for heading in headings}
    under: set[int] = set()
    for index, section in enumerate(posting.sections):
        heads = section.heading is not None and section.heading.span.start in starts
        # A parent stands before its children, so one pass in order is enough.
        if heads or section.parent in under:
            under.add(index)
    return frozenset(number for number, duty in enumerate(posting.duties) if duty.section in under)
