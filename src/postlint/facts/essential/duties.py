"""Whether the duties are marked, and which of them are essential."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Literal

from postlint.document.kinds import SectionKind
from postlint.document.parts import Duty, Section
from postlint.facts.base import Case, Fact, fact
from postlint.facts.essential.devices import essential_device
from postlint.facts.essential.model import EssentialDevices


@fact("essential")
def essential(case: Case) -> Fact[Literal["none", "per-duty", "section"]]:
    """Return how essential duties are identified."""
    devices = case[essential_device].value
    if _marked(case, devices) or devices.columns or devices.metadata:
        spans = [span for mark in devices.marks for span in mark.spans]
        return Fact("per-duty", (*spans, *(column.span for column in devices.columns)))
    passages = (*devices.headings, *devices.sentences)
    if passages:
        return Fact("section", tuple(passage.span for passage in passages))
    return Fact("none")


def _marked(case: Case, devices: EssentialDevices) -> bool:
    """Say whether the signs are a device: many of them, or one that is explained."""
    duties = len(case.posting.duties)
    explained = {legend.symbol for legend in devices.legends}
    for mark in devices.marks:
        often = 2 * len(mark.duties) >= duties
        plain_sign = mark.symbol not in {"*", "†", "‡"}
        if mark.symbol in explained or often or (plain_sign and len(mark.duties) >= 2):
            return True
        if plain_sign and mark.symbol == "essential":
            return True
    return False


@fact("duty_essential")
def duty_essential(case: Case) -> Fact[tuple[bool | None, ...]]:
    """Return per duty whether the text marks it essential; `None` where it marks nothing."""
    devices = case[essential_device].value
    duties = case.posting.duties
    if not duties:
        return Fact(())
    if _marked(case, devices):
        marked = {number for mark in devices.marks for number in mark.duties}
        sections = {duties[number].section for number in marked}
        return Fact(
            tuple(_by_mark(duty, number in marked, sections) for number, duty in enumerate(duties))
        )
    if not devices.headings and not devices.sentences:
        return Fact((None,) * len(duties))
    state = _by_section(case, devices)
    spans = tuple(duty.span for duty in duties if state.get(duty.section))
    heads = _heads(devices)
    return Fact(tuple(_by_place(duty, state, heads) for duty in duties), spans)


def _by_mark(duty: Duty, marked: bool, sections: set[int]) -> bool | None:
    if duty.markers:
        return any(marker.essential for marker in duty.markers)
    if marked:
        return True
    return False if duty.section in sections and duty.from_list else None


def _heads(devices: EssentialDevices) -> list[tuple[int, bool]]:
    """Return where headings stand and whether what follows is essential, in order."""
    found = {passage.span.start: False for passage in devices.marginal_headings}
    found |= {passage.span.start: True for passage in devices.headings}
    return sorted(found.items())


def _by_place(
    duty: Duty, state: Mapping[int, bool | None], heads: list[tuple[int, bool]]
) -> bool | None:
    """Return what the last heading before a duty says of it."""
    inherited = state.get(duty.section)
    if inherited is None:
        return None
    last = bisect_right(heads, (duty.span.start, True)) - 1
    return heads[last][1] if last >= 0 else inherited


def _by_section(case: Case, devices: EssentialDevices) -> dict[int, bool | None]:
    """Return per section whether its duties stand under an essential heading."""
    sections = case.posting.sections
    state: dict[int, bool | None] = {}
    carried: bool | None = None
    for index, section in enumerate(sections):
        own = _own(section, devices)
        if own is not None:
            carried = own
        elif section.parent is not None and state.get(section.parent) is not None:
            carried = state[section.parent]
        elif section.kind is not SectionKind.DUTIES:
            carried = None
        state[index] = carried
    if not devices.headings and devices.sentences:
        # A sentence speaks of the list it introduces or follows.
        return {index: True for index, _ in enumerate(sections)}
    return state


def _own(section: Section, devices: EssentialDevices) -> bool | None:
    for passages, answer in ((devices.headings, True), (devices.marginal_headings, False)):
        if any(section.span.contains(passage.span) for passage in passages):
            return answer
    return None
