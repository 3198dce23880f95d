"""CLAR009: list twenty duties at most.

## What it checks
Whether the posting lists more than `most` (20) duties; from 31 on it is a warning.
Fewer than four are too few to judge.

## Why
Nobody holds more than a handful of things for what a job is.
Six to fifteen duties cover most jobs in practice; the bounds are this project's, and nobody
published a number.

## When not to use it
For class specifications that list examples for a whole series; they are passed over.

## Fix safety
No fix: only the employer knows which duties matter.
"""

from __future__ import annotations

from postlint.rules import (
    CannotTell,
    Case,
    Counted,
    CountRule,
    NotApplicable,
    Outcome,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    facts,
    gap_span,
    has_duties,
    laws,
)

_TOO_FEW = 4
_FAR_TOO_MANY = 30


class DutyCount(CountRule):
    """List twenty duties at most."""

    meta = RuleMeta(
        code="CLAR009",
        name="duty-count",
        summary="The posting lists very many duties.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={"many": "The posting lists {number} duties, more than {most:g}."},
        authority=laws("position-writing"),
        advice="Keep the duties that matter, and join small ones.",
        why="A very long list hides what the post is about.",
        since="0.1",
        tags=frozenset({"duties"}),
    )
    applies = (has_duties,)
    unit = "duties"
    most: float | None = 20

    def count(self, case: Case) -> Counted | Outcome:
        """Count the duties."""
        if case[facts.document_kind].value == "class-spec":
            return NotApplicable("A class specification gives examples of duties.")
        open_ends = case[facts.catch_alls].value
        duties = enumerate(case.posting.duties)
        spans = tuple(duty.span for number, duty in duties if number not in open_ends)
        if len(spans) < _TOO_FEW:
            return CannotTell("whether these are all the duties: fewer than four were found", spans)
        return Counted(len(spans), spans)

    def gravity(self, number: float) -> Severity | None:
        """Return a warning for what is far above the bound."""
        return Severity.WARNING if number > _FAR_TOO_MANY else None

    def place(self, case: Case, spans: tuple[Span, ...]) -> Span:  # noqa: ARG002  # as others ask
        """Show it at the heading of the duties."""
        return gap_span(case, SectionKind.DUTIES)
