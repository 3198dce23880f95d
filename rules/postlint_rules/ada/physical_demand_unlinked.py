"""ADA007: tie physical demands to duties.

## What it checks
Where a text asks for lifting, climbing, kneeling, or standing and walking for long: whether a duty
does work with the body.
"Carries out audits" and "builds consensus" are no such work, "delivers" is where a thing to carry
is named, teaching and patrols answer standing and not lifting, and a duty that oversees work with
the body does not need the body for it.
Lifting of 25 pounds or more (`heavy-pounds`), climbing and kneeling are a warning, the rest is
information.
Lifting of less is the desk's own, and a demand that tells its task ("to retrieve and store books")
is tied to it.
Sitting, talking and the use of a keyboard are the desk's own and not asked about.

## Why
A demand that no function needs screens people out for nothing.
Copied boilerplate asks executives to kneel and to carry 25 pounds.
The bound of 25 pounds is the project's choice.

## When not to use it
Where the duties stand in another document.

## Fix safety
No fix: either the demand goes or the duty that needs it is added, and only the employer knows
which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import ClassVar, NamedTuple

from postlint.rules import (
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    facts,
    laws,
    lines,
    pattern,
    phrases,
    sentence_at,
    table,
    united_states,
)

_RULE = "physical-demand-unlinked"
_PLACES = (SectionKind.PHYSICAL, SectionKind.WORKING_CONDITIONS)
_POUNDS = pattern(r"(\d{1,3})[ \t\r\n+)]{1,3}(?:pounds|lbs?)\b", re.IGNORECASE)
# How far behind its verb a thing is looked for.
_OBJECT = 45
_TASK = pattern(
    r"\bto (?:retrieve|store|stock|shelve|load|unload|file|deliver|set up|restrain)\b",
    re.IGNORECASE,
)
_LIGHT = pattern(r"\b(?:light[- ]?weight|light lifting|negligible|light objects?)\b", re.IGNORECASE)
# What light is, in pounds.
_DESK = 1
# Words a message names before it says "and more".
_NAMED = 4
# How much of a sentence is read for its weights.
_REACH = 400


class _Demand(NamedTuple):
    """A kind of demand; `weight` counts from so many pounds, `heavy` at any amount.

    Work on one's feet answers a demand that is `on_feet`.
    """

    key: str
    name: str
    phrases: tuple[str, ...]
    weight: bool
    heavy: bool
    on_feet: bool


@cache
def _demands() -> tuple[_Demand, ...]:
    return tuple(
        _Demand(
            key=f"{_RULE}.demand.{key}",
            name=entry["name"],
            phrases=lines(entry["demand"]),
            weight=entry.get("weight", False),
            heavy=entry.get("heavy", False),
            on_feet=entry.get("on-feet", False),
        )
        for key, entry in table(__package__, "ada")[_RULE]["demands"].items()
    )


class PhysicalDemandUnlinked(Rule):
    """Tie physical demands to duties."""

    meta = RuleMeta(
        code="ADA007",
        name=_RULE,
        summary="A physical demand stands with no duty that needs it.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={
            "unlinked": (
                "{demands} {are} demanded, and no duty listed seems to need {them}; say in a duty "
                "what is lifted, reached or moved, or take the demand out."
            ),
        },
        authority=laws("us-ada-criteria", "us-ada-appendix-criteria"),
        advice="Name the duty that needs the demand, or take the demand out.",
        why="A demand without a duty screens people out unfairly.",
        since="0.1",
        tags=frozenset({"physical-demands"}),
    )
    applies = (united_states,)
    phrases: ClassVar[Mapping[str, Iterable[str]]] = {
        **phrases(__package__, "ada", _RULE),
        **{demand.key: demand.phrases for demand in _demands()},
    }

    heavy_pounds: int = 25

    def check(self, case: Case) -> Outcomes:
        """Collect the demands, and look for duties that work with the body."""
        found = [(demand, places) for demand in _demands() if (places := self._asked(case, demand))]
        if not found:
            yield NotApplicable(
                "No sentence asks for lifting, carrying, climbing, kneeling or long standing."
            )
            return
        if not case.posting.duties:
            yield NotApplicable("The posting has no list of duties to compare.")
            return
        bodily = _duties(case, _bodily)
        on_feet = bodily or _duties(case, _on_feet)
        answers = [(demand, on_feet if demand.on_feet else bodily) for demand, _ in found]
        if all(words for _, words in answers):
            told = dict.fromkeys(
                f"'{case.posting.passage(words[0]).text}' for {demand.name}"
                for demand, words in answers
            )
            spans = tuple(sorted({span for _, words in answers for span in words}))
            yield Passed(f"Duties may need what is demanded: {', '.join(told)}.", spans)
            return
        lacking = [
            (demand, places)
            for (demand, places), (_, words) in zip(found, answers, strict=True)
            if not words
        ]
        yield self._unlinked(case, lacking)

    def _unlinked(self, case: Case, lacking: list[tuple[_Demand, tuple[Span, ...]]]) -> Finding:
        spans = sorted(span for _, places in lacking for span in places)
        words = list(
            dict.fromkeys(f"'{case.posting.passage(span).text.lower()}'" for span in spans)
        )
        shown = words if len(words) <= _NAMED else [*words[: _NAMED - 1], "more"]
        listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
        data = {
            "demands": listed,
            "are": "is" if len(words) == 1 else "are",
            "them": "it" if len(words) == 1 else "them",
        }
        related = tuple(
            Related(places[0], f"Asks for {demand.name}.")
            for demand, places in lacking
            if places[0] != spans[0]
        )
        heavy = any(self._heavy(case, demand, places) for demand, places in lacking)
        severity = Severity.WARNING if heavy else Severity.INFO
        return Finding("unlinked", spans[0], data, severity=severity, related=related)

    def _asked(self, case: Case, demand: _Demand) -> tuple[Span, ...]:
        """Return where a demand stands that the desk does not make, and that no task explains."""
        return tuple(
            span
            for span in _places(case, demand)
            if not (demand.weight and 0 < _pounds(case, span) < self.heavy_pounds)
            and not _for_a_task(case, span)
        )

    def _heavy(self, case: Case, demand: _Demand, places: tuple[Span, ...]) -> bool:
        if demand.heavy:
            return True
        return demand.weight and any(_pounds(case, span) >= self.heavy_pounds for span in places)


def _places(case: Case, demand: _Demand) -> tuple[Span, ...]:
    """Return where a demand stands: in a section on demands, or in a sentence that states some."""
    stated = case[facts.physical_demands].spans
    duties = [duty.span for duty in case.posting.duties]
    return tuple(
        span
        for span in case.hits[demand.key]
        if not any(map(span.overlaps, case.hits[f"{_RULE}.figurative"]))
        and (
            case.posting.section_at(span.start).kind in _PLACES
            or (any(map(span.overlaps, stated)) and not any(map(span.overlaps, duties)))
        )
    )


def _for_a_task(case: Case, span: Span) -> bool:
    """Say whether its sentence tells what a demand is for: "to retrieve and store books"."""
    sentence = sentence_at(case.posting, span)
    return _TASK.search(case.text, span.end, min(sentence.end, span.end + _REACH)) is not None


def _pounds(case: Case, span: Span) -> int:
    """Return the greatest weight named beside a demand in its sentence, or 0."""
    sentence = sentence_at(case.posting, span)
    start, end = max(sentence.start, span.start - _REACH), min(sentence.end, span.start + _REACH)
    weights = [int(found[1]) for found in _POUNDS.finditer(case.text, start, end)]
    if not weights and _LIGHT.search(case.text, start, end):
        return _DESK
    return max(weights, default=0)


def _duties(case: Case, words_of: Callable[[Case, Span], list[Span]]) -> tuple[Span, ...]:
    """Return the doing words of duties that do the work, and do not oversee it."""
    found: list[Span] = []
    for duty in case.posting.duties:
        words = words_of(case, duty.span)
        oversight = case.hits.within(f"{_RULE}.oversight", duty.span)
        if words and not (oversight and oversight[0].start <= words[0].start):
            found.append(words[0])
    return tuple(found)


def _bodily(case: Case, duty: Span) -> list[Span]:
    hits = case.hits
    words = list(hits.within(f"{_RULE}.bodily", duty))
    for verb in hits.within(f"{_RULE}.with_things", duty):
        behind = Span(verb.end, max(verb.end, min(duty.end, verb.end + _OBJECT)))
        if hits.within(f"{_RULE}.things", behind):
            words.append(verb)
    other = hits.within(f"{_RULE}.figurative", duty)
    return sorted(span for span in words if not any(map(span.overlaps, other)))


def _on_feet(case: Case, duty: Span) -> list[Span]:
    return list(case.hits.within(f"{_RULE}.on_feet", duty))
