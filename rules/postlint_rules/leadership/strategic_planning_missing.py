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
    NamedRule,
    RuleMeta,
    Severity,
    has_duties,
    laws,
    phrases,
)

_RULE = "strategic-planning-missing"


class StrategicPlanningMissing(NamedRule):
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
        advice="Add a duty of planning over several years.",
        why="Networks and devices outlive any single year's budget.",
        since="0.1",
        tags=frozenset({"duties"}),
        profiles=frozenset({"k12", "public"}),
    )
    applies = (has_duties,)
    phrases = phrases(__package__, "duties", _RULE)
    named = ("plan",)
    weak = (("direction-only", "direction"),)
    missing = "no-plan"
