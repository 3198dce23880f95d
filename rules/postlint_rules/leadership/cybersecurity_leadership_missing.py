"""LEAD012: make the head of technology answer for security.

## What it checks
Whether a duty or the summary names cybersecurity, information security, incident response,
continuity or the management of risk.
Where security is only the work of hands, such as configuring firewalls, or is only asked of
applicants, the finding is information.
Campus safety, security cameras and social security are other things.

## Why
Incidents are decided about by those who lead; somebody must have prepared them.

## When not to use it
Where a chief information security officer reports elsewhere and the posting says so.

## Fix safety
The unsafe fix adds a duty.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    NamedRule,
    RuleMeta,
    Severity,
    first_in,
    has_duties,
    laws,
    phrases,
    requirement_sections,
)

_RULE = "cybersecurity-leadership-missing"


class CybersecurityLeadershipMissing(NamedRule):
    """Make the head of technology answer for security."""

    meta = RuleMeta(
        code="LEAD012",
        name=_RULE,
        summary="No accountability for security risk.",
        severity=Severity.WARNING,
        messages={
            "no-security": "No duty has to do with cybersecurity, incidents or continuity.",
            "technical-only": "'{words}' is hands-on security; no duty answers for its risks.",
            "asked-only": "'{words}' is asked of applicants, and no duty answers for security.",
        },
        advice="Say that the post answers for risk, incidents and recovery.",
        why="Incidents are decided about by those who lead.",
        authority=laws("cosn-surveys", "nist-framework", "cisa-k12"),
        since="0.1",
        tags=frozenset({"duties", "security"}),
        profiles=frozenset({"k12", "public"}),
    )
    applies = (has_duties,)
    phrases = phrases(__package__, "duties", _RULE)
    question = "whether a duty answers for security"
    named = ("security", "harm")
    beside = (("harm", "keeping"),)
    weak = (("technical-only", "security"), ("technical-only", "hands_on"))
    not_by_hand = True
    missing = "no-security"
    example = "Lead cybersecurity: assess risks, respond to incidents and keep the work going."

    def nothing(self, case: Case) -> Finding:
        """Point at what is asked of applicants, where that alone speaks of security."""
        asked = first_in(case, f"{_RULE}.security", requirement_sections(case), but=f"{_RULE}.but")
        return super().nothing(case) if asked is None else self.nearly(case, "asked-only", asked)
