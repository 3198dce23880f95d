"""What identifies the essential functions of a posting, and how surely."""

from __future__ import annotations

from postlint.rules import CannotTell, Case, Outcome, Passed, Span, facts, quoted
from postlint_rules.ada._marks import marked_share


def identified(case: Case) -> Outcome | None:
    """Return what identifies the essential functions, strongest device first, or `None`.

    A heading or a sentence with no duty under it identifies none: nobody can tell.
    """
    devices = case[facts.essential_device].value
    found = _device(case, devices)
    named = (*devices.headings, *devices.sentences)
    if found is None and named:
        words = quoted(case.posting, named[0].span)
        spans = tuple(one.span for one in named)
        return CannotTell(f"which duties '{words}' means; none stands under it", spans)
    return found


def _device(case: Case, devices: facts.EssentialDevices) -> Outcome | None:
    if devices.headings and any(case[facts.duty_essential].value):
        spans = tuple(heading.span for heading in devices.headings)
        return Passed(f"The heading '{devices.headings[0].text}' names them.", spans)
    if devices.marks:
        return _marks(case, devices)
    if devices.columns:
        spans = tuple(column.span for column in devices.columns)
        return Passed("A column of the table marks them.", spans)
    # A sentence that only explains a sign identifies nothing where no duty bears it.
    legends = [legend.span for legend in devices.legends]
    said = [one.span for one in devices.sentences if not any(map(one.span.overlaps, legends))]
    if said and any(case[facts.duty_essential].value):
        return Passed("A sentence says which duties are essential.", tuple(said))
    if devices.percentages and devices.percentage_declaration is not None:
        spans = (devices.percentage_declaration, *devices.percentages)
        return Passed("Shares of time mark them, and a sentence says so.", spans)
    if devices.metadata:
        return Passed("The source's own data mark them.", devices.metadata)
    return None


def _marks(case: Case, devices: facts.EssentialDevices) -> Outcome:
    marked, duties = marked_share(case, devices)
    spans: tuple[Span, ...] = tuple(span for mark in devices.marks for span in mark.spans)
    counted = f"{marked} of {duties} duties"
    if 2 * marked >= duties:
        return Passed(f"A mark stands at the end of {counted}.", spans)
    if devices.legends:
        places = (*spans, *(legend.span for legend in devices.legends))
        return Passed(f"A mark stands at the end of {counted}, and a sentence explains it.", places)
    return CannotTell(
        f"what the mark at the end of only {counted} means; a sentence that explains it would",
        spans,
    )
