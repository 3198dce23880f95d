"""ADA010: ask for a driver's licence where driving is part of the work.

## What it checks
Where a driver's licence is asked for: whether a duty is driving, or the work is said to be in
several places.
Travel alone may be possible in other ways, which is information; a preference for a licence, or
words that admit other transportation, pass.
Asking for a vehicle of one's own is a second finding, as information.

## Why
A licence leaves out people whose disability keeps them from driving and who could do the work.
In California the words of a posting themselves are regulated: an employer may ask for a licence
only where it expects driving to be a function and other transportation not to be comparable.
It is an error only for an employer declared to be in California with five people or more.

## When not to use it
For class specifications of several positions, some of which drive.

## Fix safety
No fix: only the employer knows whether the work needs driving.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    Severity,
    Span,
    facts,
    laws,
    phrases,
    quoted,
    sentence_at,
    united_states,
)

_RULE = "drivers-licence-unjustified"


class DriversLicenceUnjustified(Rule):
    """Ask for a driver's licence where driving is part of the work."""

    meta = RuleMeta(
        code="ADA010",
        name=_RULE,
        summary="A driver's licence is asked for, and no duty is driving.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={
            "no-driving": "'{words}' asks for a licence, and no duty speaks of driving or travel.",
            "travel-only": "'{words}' asks for a licence; other ways to travel may serve.",
            "own-vehicle": "'{words}' asks for a vehicle of one's own; other ways may serve.",
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
        if not demand.value or not demand.spans:
            yield NotApplicable("No driver's licence is asked for.")
            return
        sentence = sentence_at(case.posting, demand.spans[0])
        for vehicle in case.hits[f"{_RULE}.own_vehicle"][:1]:
            words = {"words": quoted(case.posting, vehicle)}
            yield Finding("own-vehicle", vehicle, words, severity=Severity.INFO)
        hits = case.hits
        if hits.within(f"{_RULE}.prefer", sentence):
            yield Passed("A licence is preferred and not required.", demand.spans)
            return
        if others := hits.within(f"{_RULE}.alternative", sentence):
            yield Passed("Other transportation will do.", others)
            return
        driving = _in_duties(case, f"{_RULE}.driving")
        if driving:
            yield Passed("A duty is driving.", driving)
            return
        words = {"words": quoted(case.posting, demand.spans[0])}
        if hits[f"{_RULE}.travel"] or hits[f"{_RULE}.driving"]:
            yield Finding("travel-only", demand.spans[0], words, severity=Severity.INFO)
        else:
            yield Finding("no-driving", demand.spans[0], words, severity=self._severity(case))

    def _severity(self, case: Case) -> Severity:
        employees = case.employer.employees
        large = employees is not None and employees >= self.california_floor
        known = large and "US-CA" in case.employer.jurisdictions
        return Severity.ERROR if known else Severity.WARNING


def _in_duties(case: Case, key: str) -> tuple[Span, ...]:
    return tuple(span for duty in case.posting.duties for span in case.hits.within(key, duty.span))
