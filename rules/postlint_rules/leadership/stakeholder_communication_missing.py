"""LEAD013: let the head of technology face those it serves.

## What it checks
Whether a duty or the summary faces the board, the council, families, residents, partners or other
agencies.
A duty done by hand does not count, nor do customer service, "public sector", "community college" or
"board policy".

## Why
Boards and communities pay for technology and live with it; they are told by the person who leads.

## When not to use it
Where a communications office speaks for all departments.

## Fix safety
No fix: only the employer knows whom the post faces.
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
    gap_span,
    laws,
    phrases,
    places_in,
    touches,
    work_sections,
)
from postlint_rules.leadership._duties import hands_on_spans
from postlint_rules.leadership._profile import at_school, off_without_duties

_RULE = "stakeholder-communication-missing"


class StakeholderCommunicationMissing(Rule):
    """Let the head of technology face those it serves."""

    meta = RuleMeta(
        code="LEAD013",
        name=_RULE,
        summary="No duty faces board, families or community.",
        severity=Severity.INFO,
        messages={
            "no-stakeholders": "No duty faces {those}.",
        },
        authority=laws("cosn-outline"),
        since="0.1",
        tags=frozenset({"duties"}),
        profiles=frozenset({"k12", "public"}),
    )
    phrases = phrases(__package__, "duties", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for those whom the post faces."""
        reason = off_without_duties(case)
        if reason is not None:
            yield NotApplicable(reason)
            return
        by_hand = hands_on_spans(case)
        key = f"{_RULE}.stakeholders"
        for span in places_in(case, key, work_sections(case), but=f"{_RULE}.but"):
            if not touches(by_hand, span):
                words = case.posting.passage(span).text
                yield Passed(f"The work has to do with '{words}'.", (span,))
                return
        those = (
            "the board, families or the community"
            if at_school(case)
            else "the council, residents or the community"
        )
        yield Finding(
            "no-stakeholders", gap_span(case.posting, SectionKind.DUTIES), {"those": those}
        )
