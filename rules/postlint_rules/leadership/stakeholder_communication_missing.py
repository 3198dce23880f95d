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
    NamedRule,
    RuleMeta,
    Section,
    Severity,
    Span,
    has_duties,
    laws,
    phrases,
    places_in,
    touches,
)
from postlint_rules.leadership._duties import hands_on_spans
from postlint_rules.leadership._profile import at_school

_RULE = "stakeholder-communication-missing"


class StakeholderCommunicationMissing(NamedRule):
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
        advice="Add a duty that faces board, families and community.",
        why="Trust in technology is won outside the department.",
        since="0.1",
        tags=frozenset({"duties"}),
        profiles=frozenset({"k12", "public"}),
    )
    applies = (has_duties,)
    phrases = phrases(__package__, "duties", _RULE)
    named = ("stakeholders",)
    said = "The work has to do with '{words}'."
    missing = "no-stakeholders"

    def find(self, case: Case, key: str, read: tuple[Section, ...], but: str) -> Span | None:
        """Return a place outside what is done by hand."""
        by_hand = hands_on_spans(case)
        found = places_in(case, key, read, but=but)
        return next((span for span in found if not touches(by_hand, span)), None)

    def data(self, case: Case) -> dict[str, object]:
        """Return whom the post would face."""
        those = "board, families" if at_school(case) else "council, residents"
        return {"those": f"the {those} or the community"}
