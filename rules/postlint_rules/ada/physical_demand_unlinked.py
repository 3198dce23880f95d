"""ADA007: tie physical demands to duties.

## What it checks
Where a section on physical demands or working conditions asks for lifting, climbing, kneeling, or
standing and walking for long: whether a duty does work with the body.
A duty that oversees such work does not need the body for it.
Lifting of 25 pounds or more (`heavy_pounds`), climbing and kneeling are a warning, the rest is
information.
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
from collections.abc import Iterable, Mapping
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
# How much of a sentence is read for its weights.
_REACH = 400


class _Demand(NamedTuple):
    """A kind of demand; `weight` counts from so many pounds, `heavy` at any amount."""

    key: str
    name: str
    phrases: tuple[str, ...]
    weight: bool
    heavy: bool


@cache
def _demands() -> tuple[_Demand, ...]:
    return tuple(
        _Demand(
            key=f"{_RULE}.demand.{key}",
            name=entry["name"],
            phrases=lines(entry["demand"]),
            weight=entry.get("weight", False),
            heavy=entry.get("heavy", False),
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
            "unlinked": "{demands} {are} asked for, and no duty listed seems to need {them}.",
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
        """Collect the demands, and look for a duty that works with the body."""
        found = [(demand, places) for demand in _demands() if (places := _places(case, demand))]
        if not found:
            yield NotApplicable("No section asks for lifting, climbing, kneeling or long standing.")
            return
        if not case.posting.duties:
            yield NotApplicable("The posting has no list of duties to compare.")
            return
        linked = _bodily_duties(case)
        if linked:
            yield Passed("A duty works with the body.", linked)
            return
        heavy = any(self._heavy(case, demand, places) for demand, places in found)
        names = [demand.name for demand, _ in found]
        listed = " and ".join(names) if len(names) < 3 else ", ".join(names)
        one = len(names) == 1 and " and " not in listed
        data = {
            "demands": listed[:1].upper() + listed[1:],
            "are": "is" if one else "are",
            "them": "it" if one else "them",
        }
        first = min(span for _, places in found for span in places)
        related = tuple(
            Related(places[0], f"Asks for {demand.name}.")
            for demand, places in found
            if places[0] != first
        )
        severity = Severity.WARNING if heavy else Severity.INFO
        yield Finding("unlinked", first, data, severity=severity, related=related)

    def _heavy(self, case: Case, demand: _Demand, places: tuple[Span, ...]) -> bool:
        if demand.heavy:
            return True
        return demand.weight and any(_pounds(case, span) >= self.heavy_pounds for span in places)


def _places(case: Case, demand: _Demand) -> tuple[Span, ...]:
    return tuple(
        span
        for span in case.hits[demand.key]
        if case.posting.section_at(span.start).kind in _PLACES
    )


def _pounds(case: Case, span: Span) -> int:
    """Return the greatest weight named after a demand in its sentence, or 0."""
    end = min(sentence_at(case.posting, span).end, span.start + _REACH)
    return max((int(found[1]) for found in _POUNDS.finditer(case.text, span.start, end)), default=0)


def _bodily_duties(case: Case) -> tuple[Span, ...]:
    """Return the doing words of duties that work with the body and do not oversee such work."""
    found: list[Span] = []
    for duty in case.posting.duties:
        hits = case.hits.within(f"{_RULE}.bodily", duty.span)
        oversight = case.hits.within(f"{_RULE}.oversight", duty.span)
        leads = bool(oversight) and oversight[0].start <= (hits[0].start if hits else 0)
        if hits and not leads:
            found.append(hits[0])
    return tuple(found)
