"""LEAD008: give the head of technology a plan of more than a year.

## What it checks
Whether the duties, the summary or the distinguishing characteristics name planning beyond the year:
a strategic or technology plan, long-range or multi-year planning, a roadmap, a master or capital
plan.
Where only a strategic direction or strategy is named, the finding is information.
Project planning and lesson planning are other things, and a plan named only where the employer
speaks of itself is not this post's duty.

## Why
Devices, networks and contracts outlive a budget year; somebody has to own the years between.

## When not to use it
Where the plan is another post's duty, and the posting says whose.

## Fix safety
No fix: only the employer knows who plans.
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
    SectionKind,
    Severity,
    first_in,
    gap_span,
    laws,
    phrases,
    work_sections,
)
from postlint_rules.leadership._profile import off_without_duties

_RULE = "strategic-planning-missing"


class StrategicPlanningMissing(Rule):
    """Give the head of technology a plan of more than a year."""

    meta = RuleMeta(
        code="LEAD008",
        name=_RULE,
        summary="No planning beyond the year.",
        severity=Severity.WARNING,
        messages={
            "no-plan": "No duty plans beyond the year.",
            "direction-only": "'{words}' names a direction, and no duty plans beyond the year.",
        },
        authority=laws("cosn-outline"),
        since="0.1",
        tags=frozenset({"duties"}),
        profiles=frozenset({"k12", "public"}),
    )
    phrases = phrases(__package__, "duties", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for a plan of more than a year."""
        reason = off_without_duties(case)
        if reason is not None:
            yield NotApplicable(reason)
            return
        work = work_sections(case)
        plan = first_in(case, f"{_RULE}.plan", work, but=f"{_RULE}.but")
        if plan is not None:
            yield Passed(f"The work includes '{case.posting.passage(plan).text}'.", (plan,))
            return
        direction = first_in(case, f"{_RULE}.direction", work)
        if direction is not None:
            words = case.posting.passage(direction).text
            data = {"words": words}
            yield Finding("direction-only", direction, data, severity=Severity.INFO)
            return
        yield Finding("no-plan", gap_span(case.posting, SectionKind.DUTIES))
