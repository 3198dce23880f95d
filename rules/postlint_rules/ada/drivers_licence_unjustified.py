"""ADA010: ask for a driver's license where driving is part of the work.

## What it checks
Where a driver's license is asked for: whether a duty is driving, or the work is said to be in
several places.
Travel alone may be possible in other ways, which is information; a preference for a license, or
words that admit other transportation, pass.
Asking for a vehicle of one's own is a second finding, as information.

## Why
A license leaves out people whose disability keeps them from driving and who could do the work.
In California the words of a posting themselves are regulated: an employer may ask for a license
only where it expects driving to be a function and other transportation not to be comparable.
It is an error only for an employer declared to be in California with five people or more.

## When not to use it
For class specifications of several positions, some of which drive.

## Fix safety
No fix: only the employer knows whether the work needs driving.
"""

from __future__ import annotations

import re

from postlint.rules import (
    Case,
    Edit,
    Finding,
    Fix,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    Severity,
    Span,
    facts,
    laws,
    pattern,
    phrases,
    quoted,
    sentence_at,
    united_states,
)

_RULE = "drivers-licence-unjustified"
# "... is required to operate county vehicles": what the license is for stands beside it.
_TO_DRIVE = pattern(
    r"\b(?:driv(?:e|es|ing)|operat(?:e|es|ing|ion of))\b[^.;]{0,60}"
    r"\b(?:vehicles?|trucks?|bus(?:es)?|vans?|cars?|automobiles?|equipment)\b",
    re.IGNORECASE,
)


class DriversLicenceUnjustified(Rule):
    """Ask for a driver's license where driving is part of the work."""

    meta = RuleMeta(
        code="ADA010",
        name=_RULE,
        summary="A driver's license is asked for, and no duty is driving.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={
            "no-driving": (
                "A driver's license is asked for ('{words}'), and no duty speaks of driving or "
                "travel."
            ),
            "travel-only": (
                "A driver's license is asked for ('{words}'); other ways to travel may serve."
            ),
            "own-vehicle": (
                "'{words}' asks for a vehicle of one's own; say 'reliable transportation' where "
                "other ways serve."
            ),
        },
        authority=laws("us-eeoc-licence-letter", "us-ca-licence", "us-ada-criteria"),
        advice="Ask for reliable ways to travel, or name the duty of driving.",
        why="A licence nobody needs shuts out people who cannot drive.",
        since="0.1",
        tags=frozenset({"qualifications"}),
    )
    applies = (united_states,)
    phrases = phrases(__package__, "ada", _RULE)

    california_floor: int = 5

    def check(self, case: Case) -> Outcomes:
        """Compare the demand with the duties."""
        demand = case[facts.driver_license]
        vehicles = case.hits[f"{_RULE}.own_vehicle"]
        for vehicle in vehicles[:1]:
            words = {"words": quoted(case.posting, vehicle)}
            fix = Fix(
                "Write 'reliable transportation'", (Edit(vehicle, "reliable transportation"),)
            )
            yield Finding("own-vehicle", vehicle, words, severity=Severity.INFO, fixes=(fix,))
        if not demand.value or not demand.spans:
            if not vehicles:
                yield NotApplicable("No driver's license is asked for.")
            return
        sentence = sentence_at(case.posting, demand.spans[0])
        if case.text[sentence.start : sentence.end].rstrip().endswith("?"):
            yield NotApplicable("A question asks about a license, and no sentence asks for one.")
            return
        hits = case.hits
        if hits.within(f"{_RULE}.prefer", sentence):
            yield Passed("A license is preferred and not required.", demand.spans)
            return
        if others := hits.within(f"{_RULE}.alternative", sentence):
            yield Passed("Other transportation will do.", others)
            return
        driving = _in_duties(case, f"{_RULE}.driving") or _beside(case, sentence)
        if driving:
            yield Passed("The work is said to need driving.", driving)
            return
        if some := hits.within(f"{_RULE}.some", sentence):
            yield Passed("A license is asked for some of the positions and not for all.", some)
            return
        words = {"words": _around(case, demand.spans[0])}
        if hits[f"{_RULE}.travel"] or hits[f"{_RULE}.driving"]:
            yield Finding("travel-only", demand.spans[0], words, severity=Severity.INFO)
        else:
            yield Finding("no-driving", demand.spans[0], words, severity=self._severity(case))

    def _severity(self, case: Case) -> Severity:
        employees = case.employer.employees
        large = employees is not None and employees >= self.california_floor
        known = large and "US-CA" in case.employer.jurisdictions
        return Severity.ERROR if known else Severity.WARNING


def _around(case: Case, demand: Span) -> str:
    """Return the words that ask for the license, without the rest of a long sentence."""
    for place in case.hits.within(f"{_RULE}.license", demand):
        begin = max(demand.start, case.text.rfind(" ", 0, max(demand.start, place.start - 30)) + 1)
        return quoted(case.posting, Span(begin, place.end))
    return quoted(case.posting, demand)


def _beside(case: Case, sentence: Span) -> tuple[Span, ...]:
    """Return where the sentence that asks for the license says what is driven."""
    return tuple(Span(*found.span()) for found in _TO_DRIVE.finditer(case.text, *sentence))


def _in_duties(case: Case, key: str) -> tuple[Span, ...]:
    return tuple(span for duty in case.posting.duties for span in case.hits.within(key, duty.span))
