"""LEAD012: make the head of technology answer for security.

## What it checks
Whether the duties or the summary name cybersecurity, information security, incident response,
continuity or the management of risk.
Where security is only the work of hands, such as configuring firewalls, or is only asked of
applicants, the finding is information.
Campus safety, security cameras and social security are other things.

## Why
Incidents are decided about by those who lead; somebody must have prepared them.

## Sources
- CoSN, surveys of school technology leaders: first priority since 2018; read in a summary.
- NIST, Cybersecurity Framework 2.0, function Govern; from general knowledge.
- CISA, report on K-12 organizations, January 2023; from general knowledge.

## When not to use it
Where a chief information security officer reports elsewhere and the posting says so.

## Fix safety
No fix: only the employer knows who answers for security.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from postlint.document.kinds import SectionKind
from postlint.document.places import gap_span
from postlint.facts.base import Case
from postlint.rules.rule import NotApplicable, Outcome, Passed, Rule, RuleMeta
from postlint.text.diagnostics import Finding, Severity
from postlint.text.source import Span
from postlint_rules._tables import phrases
from postlint_rules.leadership._authorities import CISA, COSN_SURVEYS, NIST
from postlint_rules.leadership._duties import hands_on_spans
from postlint_rules.leadership._profile import off_without_duties
from postlint_rules.leadership._read import asked_sections, first, places, touches, work_sections

_RULE = "cybersecurity-leadership-missing"


class CybersecurityLeadershipMissing(Rule):
    """Make the head of technology answer for security."""

    meta: ClassVar[RuleMeta] = RuleMeta(
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
        authority=(COSN_SURVEYS, NIST, CISA),
        since="0.1",
        tags=frozenset({"duties", "security"}),
        profiles=frozenset({"k12", "public"}),
    )
    phrases: ClassVar[Mapping[str, Iterable[str]]] = phrases("leadership", "duties", _RULE)

    def check(self, case: Case) -> Iterator[Outcome]:
        """Look for security that somebody answers for."""
        reason = off_without_duties(case)
        if reason is not None:
            yield NotApplicable(reason)
            return
        work = work_sections(case)
        by_hand = hands_on_spans(case)
        hands_on: Span | None = None
        for span in places(case, f"{_RULE}.security", work, but=f"{_RULE}.but"):
            if not touches(by_hand, span):
                words = case.posting.passage(span).text
                yield Passed(f"The work includes '{words}'.", (span,))
                return
            hands_on = hands_on or span
        hands_on = hands_on or first(case, f"{_RULE}.hands_on", work)
        if hands_on is not None:
            words = case.posting.passage(hands_on).text
            yield Finding("technical-only", hands_on, {"words": words}, severity=Severity.INFO)
            return
        asked = first(case, f"{_RULE}.security", asked_sections(case), but=f"{_RULE}.but")
        if asked is not None:
            words = case.posting.passage(asked).text
            yield Finding("asked-only", asked, {"words": words}, severity=Severity.INFO)
            return
        yield Finding("no-security", gap_span(case.posting, SectionKind.DUTIES))
