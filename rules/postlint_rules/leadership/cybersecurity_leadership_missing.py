"""LEAD012: make the head of technology answer for security.

## What it checks
Whether the duties or the summary name cybersecurity, information security, incident response,
continuity or the management of risk.
Where security is only the work of hands, such as configuring firewalls, or is only asked of
applicants, the finding is information.
Campus safety, security cameras and social security are other things.

## Why
Incidents are decided about by those who lead; somebody must have prepared them.

## When not to use it
Where a chief information security officer reports elsewhere and the posting says so.

## Fix safety
No fix: only the employer knows who answers for security.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    first_in,
    gap_span,
    has_duties,
    laws,
    phrases,
    places_in,
    requirement_sections,
    touches,
    work_sections,
)
from postlint_rules.leadership._duties import hands_on_spans

_RULE = "cybersecurity-leadership-missing"


class CybersecurityLeadershipMissing(Rule):
    """Make the head of technology answer for security."""

    meta = RuleMeta(
        code="LEAD012",
        name=_RULE,
        summary="No accountability for security risk.",
        severity=Severity.WARNING,
        messages={
            "no-security": "No duty has to do with cybersecurity, incidents or continuity.",
            "technical-only": (
                "'{words}' is hands-on security; no duty answers for its risks, incidents or "
                "continuity."
            ),
            "asked-only": "'{words}' is asked of applicants, and no duty answers for security.",
        },
        authority=laws("cosn-surveys", "nist-framework", "cisa-k12"),
        advice="Add a duty that answers for the risk of attacks.",
        why="Attacks stop whole organizations, and someone must answer for it.",
        since="0.1",
        tags=frozenset({"duties", "security"}),
        profiles=frozenset({"k12", "public"}),
    )
    applies = (has_duties,)
    phrases = phrases(__package__, "duties", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for security that somebody answers for."""
        work = work_sections(case)
        by_hand = hands_on_spans(case)
        hands_on: Span | None = None
        for span in places_in(case, f"{_RULE}.security", work, but=f"{_RULE}.but"):
            if not touches(by_hand, span):
                words = case.posting.passage(span).text
                yield Passed(f"The work includes '{words}'.", (span,))
                return
            hands_on = hands_on or span
        hands_on = hands_on or first_in(case, f"{_RULE}.hands_on", work)
        if hands_on is not None:
            words = case.posting.passage(hands_on).text
            yield Finding("technical-only", hands_on, {"words": words}, severity=Severity.INFO)
            return
        asked = first_in(case, f"{_RULE}.security", requirement_sections(case), but=f"{_RULE}.but")
        if asked is not None:
            words = case.posting.passage(asked).text
            yield Finding("asked-only", asked, {"words": words}, severity=Severity.INFO)
            return
        yield Finding("no-security", gap_span(case.posting, SectionKind.DUTIES))
