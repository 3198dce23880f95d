"""LEAD017: let somebody learn to follow.

## What it checks
Whether the duties or the summary have to do with building successors or keeping the work going:
succession, mentoring, developing staff, professional growth, cross-training, continuity of
operations.
The rule is off unless it is selected.

## Why
A head of technology takes knowledge along when leaving; the posting can ask for it to be shared.

## When not to use it
Most of the time: select it where succession is a goal of the year.

## Fix safety
No fix: only the employer knows how it prepares successors.
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

_RULE = "succession-continuity-missing"


class SuccessionContinuityMissing(Rule):
    """Let somebody learn to follow."""

    meta = RuleMeta(
        code="LEAD017",
        name=_RULE,
        summary="Nothing about successors or continuity.",
        severity=Severity.INFO,
        messages={
            "no-succession": "No duty develops staff, prepares successors or keeps the work going.",
        },
        authority=laws("education-week"),
        since="0.1",
        tags=frozenset({"duties"}),
        profiles=frozenset({"k12", "public"}),
        default_on=False,
    )
    phrases = phrases(__package__, "duties", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for successors in the work."""
        reason = off_without_duties(case)
        if reason is not None:
            yield NotApplicable(reason)
            return
        found = first_in(case, f"{_RULE}.succession", work_sections(case))
        if found is not None:
            yield Passed(f"The work includes '{case.posting.passage(found).text}'.", (found,))
            return
        yield Finding("no-succession", gap_span(case.posting, SectionKind.DUTIES))
