"""LEAD008: give the head of technology a plan of more than a year.

## What it checks
Whether a duty or the summary plans beyond the year: a strategic or technology plan, a roadmap, a
long-range, multi-year or capital plan.
Planning a project is no plan of the kind.
The head of a part, such as security, is not asked.

## Why
Equipment lives for years, and boards pay for it by plan.

## When not to use it
Where another post plans and the posting says so.

## Fix safety
The unsafe fix adds a duty with a blank to fill in.
"""

import postlint.rules as kit
from postlint_rules.leadership._profile import at_home, leadership_meta, whole_function


class StrategicPlanningMissing(kit.NamedRule):
    meta = leadership_meta(
        code="LEAD008",
        summary="No planning beyond the year.",
        severity=kit.Severity.WARNING,
        messages={
            "no-plan": "No duty plans beyond the year; none names a plan, a strategy or what is to "
            "come.",
        },
        advice="Name the plan that the post leads, and for how many years.",
        why="Equipment lives for years and is paid for by plan.",
        authority=kit.laws("cosn-outline"),
        tags=frozenset({"duties"}),
    )
    applies = (at_home, kit.has_duties, whole_function)
    question = "whether a duty plans beyond the year"
    idle_by_hand = "by_hand"
    named = ("plan", "long")
    beside = (("long", "beside"),)
    example = "Lead the [number]-year technology plan."
