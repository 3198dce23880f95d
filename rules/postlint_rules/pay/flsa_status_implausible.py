"""PAY017: let "exempt" stand only with a salary that may be exempt.

## What it checks
A post that is called exempt from overtime, and its pay.
A top of the range below the least salary of exempt staff is an error where the place's figure is
sure; a bottom below it is a warning, and so is pay by the hour, save at the rate of computer staff.
The figures of the states change with the year, and from the day after which nobody looked the
answer is *cannot tell* where the federal figure does not settle it.
"Exempt from civil service" and "tax-exempt" are other matters, and teachers have no least salary.

## Why
Whoever is called exempt and paid less is owed overtime.

## When not to use it
For teachers, physicians and lawyers, who have no least salary.

## Fix safety
No fix: either the status or the pay is wrong.
"""

from __future__ import annotations

import re

from postlint.rules import (
    CannotTell,
    Case,
    Finding,
    Force,
    NotApplicable,
    Outcomes,
    Passed,
    Reach,
    Related,
    Rule,
    RuleMeta,
    Severity,
    Span,
    facts,
    law,
    laws,
    laws_on,
    pattern,
    quoted,
    reaching,
    united_states,
)
from postlint_rules.pay._pay import HOURS, money, paid, unit_of

_SUBJECT = "salary-floor"
_NO_TEST = pattern(
    r"\b(?:teacher|instructor|professor|lecturer|faculty|coach|physician|doctor|dentist|attorney|"
    r"lawyer|counsel|judge)s?\b",
    re.IGNORECASE,
)
# Full-time and of a whole year, or the sum says nothing of a week.
_PART = pattern(
    r"\bpart[- ]time\b|\bhalf[- ]time\b|\b(?:9|10|11|nine|ten|eleven)[- ]months?\b|\.[1-9]\d? ?FTE|"
    r"\b\d\d ?% (?:time|FTE|appointment)",
    re.IGNORECASE,
)


_NEAR = 200


class FlsaStatusImplausible(Rule):
    """Let "exempt" stand only with a salary that may be exempt."""

    meta = RuleMeta(
        code="PAY017",
        name="flsa-status-implausible",
        summary="The post is called exempt from overtime at a pay that may not be.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={
            "below": "'{words}' stands with {pay} a year; exempt staff earn {least} in {place}.",
            "starts-below": (
                "'{words}' stands with pay from {pay} a year; exempt staff earn {least} in {place}."
            ),
            "hourly": "'{words}' stands with pay by the hour.",
        },
        authority=laws("us-overtime-status", "us-computer-rate", on=_SUBJECT),
        advice="Check whether the post is exempt at this pay.",
        why="Below a floor of pay, most staff earn overtime.",
        since="0.1",
        tags=frozenset({"pay"}),
    )
    applies = (united_states,)

    def check(self, case: Case) -> Outcomes:
        """Hold the pay against the least salary of the place and the day."""
        status = case[facts.flsa]
        stated = paid(case)
        if status.value != "exempt":
            yield NotApplicable("The post is not called exempt from overtime.")
        elif not stated:
            yield CannotTell("what the post pays", status.spans)
        elif _NO_TEST.search(case[facts.title].value or ""):
            yield NotApplicable("No least salary is set for the work.")
        else:
            yield from _weigh(case, status.spans[0], stated[0])


def _weigh(case: Case, status: Span, one: facts.PayStatement) -> Outcomes:
    words = {"words": quoted(case.posting, status)}
    pay = (Related(one.span, "The pay."),)
    unit = unit_of(one)
    top, bottom = max(one.amounts), min(one.amounts)
    if unit == "hour" and one.unit == "hour":
        rate = law("us-computer-rate")
        if case[facts.role].value in {"tech-leader", "tech-staff"} and top >= rate.figures["hour"]:
            yield Passed("Computer staff may be exempt at the rate.", (one.span,), (rate,))
        else:
            told = (law("us-overtime-status"),)
            yield Finding("hourly", status, words, related=pay, authority=told)
        return
    hours = HOURS.get(unit or "")
    near = max(0, one.span.start - _NEAR), min(len(case.text), one.span.end + _NEAR)
    if hours is None or _PART.search(case.text, *near) or "part-time" in _types(case):
        yield CannotTell("what the post pays for a full year", (one.span,))
        return
    year = HOURS["year"] / hours
    found = [each for each in reaching(case, laws_on(_SUBJECT)) if each.force is not Force.COMING]
    sure = [each for each in found if each.force is not Force.EXPIRED]
    highest = max(sure, key=_least, default=None)
    if highest is not None and bottom * year < _least(highest):
        least = _least(highest)
        message = "below" if top * year < least and one.openness is None else "starts-below"
        grave = highest.limited(Severity.ERROR if message == "below" else Severity.WARNING)
        figure = top if message == "below" else bottom
        words |= {
            "pay": money(figure * year, one.currency),
            "least": money(least, "USD"),
            "place": facts.place_name(highest.law.jurisdiction),
        }
        below = (highest.law,)
        yield Finding(message, status, words, severity=grave, related=pay, authority=below)
    elif (old := next((each for each in found if each not in sure), None)) is not None:
        name = facts.place_name(old.law.jurisdiction)
        missing = f"the least salary of exempt staff in {name} on the day of the posting"
        yield CannotTell(missing, (one.span,), (old.law,))
    else:
        rests = tuple(each.law for each in sure[:1])
        yield Passed("The pay is above the least salary of exempt staff.", (one.span,), rests)


def _types(case: Case) -> tuple[str, ...]:
    """Return the kinds of employment it is, none where it may be full-time."""
    kinds = case[facts.employment_type].value
    return () if "full-time" in kinds else kinds


def _least(reach: Reach) -> float:
    return float(reach.law.figures["year"])
