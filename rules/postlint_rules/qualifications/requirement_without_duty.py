"""QUAL008: ask for what the work uses.

## What it checks
Whether a concrete skill that is required, such as a language, travel, evening work or a programming
language, is named nowhere outside the qualifications.
What is only preferred is passed over; licences to drive and physical demands have rules of their
own.

## Why
What is asked of applicants has to have to do with the work, and a reader looks for it there.

## When not to use it
Where the duties are a summary and the full description stands elsewhere.

## Fix safety
No fix: either the duty is missing or the requirement is not needed.
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
    has_duties,
    laws,
    phrases,
    quoted,
    requirement_sections,
    table,
)
from postlint_rules.qualifications._asked import asks

_RULE = "requirement-without-duty"


class RequirementWithoutDuty(Rule):
    """Ask for what the work uses."""

    meta = RuleMeta(
        code="QUAL008",
        name=_RULE,
        summary="A required skill is used by no duty.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={"unused": "'{words}' is required, and nothing about the work speaks of {what}."},
        authority=laws("us-ada-criteria", "us-selection-impact"),
        advice="Name the duty that uses it, or take it out.",
        why="A requirement no duty uses cannot be defended.",
        since="0.1",
        default_on=False,
        tags=frozenset({"qualifications"}),
    )
    applies = (has_duties, asks)
    phrases = phrases(__package__, "qualifications", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Compare each thing that is required with the rest of the text."""
        inside = [section.span for section in requirement_sections(case)]
        required = [one.said.span for one in case[facts.requirements].value if not one.preferred]
        found, used = False, []
        for key, entry in table(__package__, "qualifications")[_RULE]["things"].items():
            hits = case.hits[f"{_RULE}.{key}"]
            demanded = [hit for hit in hits if any(one.contains(hit) for one in required)]
            if not demanded:
                continue
            also = case.hits[f"{_RULE}.{key}_used"]
            if any(not any(one.contains(hit) for one in inside) for hit in (*hits, *also)):
                used.append(demanded[0])
                continue
            found = True
            data = {"words": quoted(case.posting, demanded[0]), "what": entry["what"]}
            severity = Severity.WARNING if entry.get("warn") else None
            yield Finding("unused", demanded[0], data, severity=severity)
        if not found:
            yield _nothing(used)


def _nothing(used: list[Span]) -> Passed | NotApplicable:
    if used:
        return Passed("The work speaks of what is required.", tuple(used))
    return NotApplicable("No language, travel, late hours or programming is required.")
