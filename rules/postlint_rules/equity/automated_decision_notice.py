"""EQTY030: tell applicants that software screens them.

## What it checks
Where `employer.automated-screening` is declared, or the text says that software screens, ranks or
selects applicants, and a law of the place wants them told: whether the posting tells them.
Ontario wants the sentence in the posting; New York City, Illinois and others want a notice that may
stand elsewhere, and there the finding is never an error.
Nobody's use of software is guessed, and a rule about what applicants may use is none of it.

## Why
Who is judged by a machine may want another way, and several laws give it.

## When not to use it
Where the notice reaches applicants in another way.

## Fix safety
No fix: what the software does is the employer's to say.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    Force,
    NotApplicable,
    Outcomes,
    Passed,
    Reach,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    gap_span,
    law_clause,
    laws,
    laws_on,
    past,
    phrases,
    reaching,
)

_RULE = "automated-decision-notice"
_SUBJECT = "automated-decisions"


class AutomatedDecisionNotice(Rule):
    """Tell applicants that software screens them."""

    meta = RuleMeta(
        code="EQTY030",
        name=_RULE,
        summary="Software screens applicants, and the posting does not tell them.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={"missing": "The posting does not say that software screens applicants{law}."},
        authority=laws(on=_SUBJECT),
        advice="Say that software screens applications, and for what.",
        why="Some laws ask that applicants be told.",
        since="0.1",
        tags=frozenset({"application"}),
    )
    phrases = phrases(__package__, "equity", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for the notice where software is said to be used."""
        told = case.hits[f"{_RULE}.screens"]
        if case.employer.automated_screening is None and not told:
            yield NotApplicable("Nobody says that software screens applicants.")
            return
        if case.employer.automated_screening is False:
            yield NotApplicable("Software is declared not to screen applicants.")
            return
        wanted = (law for law in laws_on(_SUBJECT) if "notice" in law.terms)
        reached = reaching(case, wanted)
        found = [one for one in reached if one.force in (Force.IN_FORCE, Force.UNCERTAIN)]
        if (old := past(reached)) is not None:
            yield old
        elif not found:
            yield NotApplicable("No law in force that wants a notice is known to reach it.")
        elif told:
            yield Passed("The posting says that software is used.", told[:1], (found[0].law,))
        else:
            yield _missing(case, found)


def _missing(case: Case, found: list[Reach]) -> Finding:
    first = next((one for one in found if "in-posting" in one.law.terms), found[0])
    here = "in-posting" in first.law.terms
    grave = first.limited(Severity.ERROR if here else Severity.WARNING)
    asks = "asks for it in the posting" if here else "asks for a notice, here or elsewhere"
    words = {"law": law_clause([first], asks, "may ask for it")}
    span = gap_span(case.posting, SectionKind.HOW_TO_APPLY)
    return Finding("missing", span, words, severity=grave, authority=(first.law,))
