"""Which demands on the body a posting makes that its desk does not."""

from collections.abc import Iterable, Mapping
from typing import Any

import postlint.rules as kit

_RULE = "physical-demand-unlinked"
_TABLE = kit.table(__package__, "ada")[_RULE]
DEMANDS: Mapping[str, Mapping[str, Any]] = _TABLE["demands"]
PHRASES: Mapping[str, Iterable[str]] = {
    **{f"{_RULE}.{key}": kit.lines(block) for key, block in _TABLE["phrases"].items()},
    **{f"{_RULE}.demand.{key}": kit.lines(one["demand"]) for key, one in DEMANDS.items()},
}
_PLACES = (kit.SectionKind.PHYSICAL, kit.SectionKind.WORKING_CONDITIONS)
_POUNDS = kit.pattern(r"(?i)(\d{1,3})[ \t\r\n+)-]{0,3}(?:pounds?|lbs?)\b")
_TASK = kit.pattern(
    r"(?i)\bto (?:retrieve|store|stock|shelve|load|unload|file|deliver|set up|restrain"
    r"|pull|run|install|hang|mount|repair|replace|clean)\b"
    r"|\b(?:when|while)\s+(?:mov|install|sett|deliver|(?:un)?load|stock|shelv|stor|retriev|repair"
    r"|replac|hang|mount|clean|pull|deploy|(?:un)?pack|rack|carry)ing\b"
)
# "when moving equipment": what is done says why, and demands nothing more.
_WHILE = kit.pattern(r"(?i)\b(?:when|while)\s+\Z")
# Things of the desk, and things that are none.
_LIGHT = kit.pattern(
    r"(?i)\b(?:light[- ]?weight|light (?:lifting|(?:\w+ )?(?:objects?|items?|loads?))"
    r"|negligible|papers?|paperwork|files|documents|folders)\b"
)
_BULKY = kit.pattern(r"(?i)\b(?:box|boxes|equipment|furniture|heavy|heavier|medium|machin\w+)\b")
_DESK = 1  # what light is, in pounds
# "Sit or stand for long periods": who may sit need not stand.
_SEATED = kit.pattern(r"(?i)\bsit(?:ting)?(?:\s*/\s*|\s+(?:or|and\s*/\s*or)\s+)\Z")
_CHOICE = 20
# How much of a sentence is read for its weights.
_REACH = 400


@kit.fact("demands_apart")
def _apart(case: kit.Case) -> kit.Fact[tuple[tuple[kit.Span, ...], ...]]:
    """Return where demands are stated, what is meant otherwise, and where duties stand."""
    stated = kit.merged(case[kit.facts.physical_demands].spans)
    other = kit.merged(case.hits[f"{_RULE}.figurative"])
    return kit.Fact((stated, other, kit.merged(duty.span for duty in case.posting.duties)))


def demand_places(case: kit.Case, key: str, heavy: int) -> tuple[kit.Span, ...]:
    """Return where a demand stands: in a section on demands, or a sentence that states some."""
    places = case.hits[f"{_RULE}.demand.{key}"]
    if not places:
        return ()
    stated, other, duties = case[_apart].value
    return tuple(
        span
        for span in places
        if not kit.touches(other, span)
        and (
            case.posting.section_at(span.start).kind in _PLACES
            or (kit.touches(stated, span) and not kit.touches(duties, span))
        )
        and _counts(case, key, span, heavy)
    )


def _counts(case: kit.Case, key: str, span: kit.Span, heavy: int) -> bool:
    """Say whether a demand is one that the desk does not make, and that no task explains."""
    sentence = kit.sentence_at(case.posting, span)
    before = max(0, span.start - _CHOICE)
    if any(one.search(case.text, before, span.start) for one in (_SEATED, _WHILE)):
        return False
    if kit.denied(case, span, sentence) or _TASK.search(
        case.text, span.end, min(sentence.end, span.end + _REACH)
    ):
        return False
    least = {"any": 0, "weighed": heavy}.get(DEMANDS[key].get("weight", ""))
    pounds = pounds_at(case, span)
    return least is None or pounds >= heavy or pounds == least


def pounds_at(case: kit.Case, span: kit.Span) -> int:
    """Return the greatest weight named beside a demand in its sentence, or 0."""
    sentence = kit.sentence_at(case.posting, span)
    near = max(sentence.start, span.start - _REACH), min(sentence.end, span.start + _REACH)
    weights = [int(found[1]) for found in _POUNDS.finditer(case.text, *near)]
    light = _LIGHT.search(case.text, *near) and not _BULKY.search(case.text, *near)
    return max(weights, default=_DESK if light else 0)
