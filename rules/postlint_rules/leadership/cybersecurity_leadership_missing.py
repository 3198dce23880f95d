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

import postlint.rules as kit
from postlint_rules.leadership._profile import at_home, leadership_meta

_RULE = "cybersecurity-leadership-missing"


class CybersecurityLeadershipMissing(kit.NamedRule):
    meta = leadership_meta(
        code="LEAD012",
        summary="No accountability for security risk.",
        severity=kit.Severity.WARNING,
        messages={
            "no-security": "No duty has to do with security; none names risks, incidents, "
            "protection or recovery.",
            "technical-only": "'{words}' is hands-on security; no duty answers for its risks.",
            "asked-only": "'{words}' is asked of applicants, and no duty answers for security.",
        },
        advice="Say that the post answers for risk, incidents and recovery.",
        why="Incidents are decided about by those who lead.",
        authority=kit.laws("cosn-surveys", "nist-framework", "cisa-k12"),
        tags=frozenset({"duties", "security"}),
    )
    applies = (at_home, kit.has_duties)
    question = "whether a duty answers for security"
    idle_by_hand = "broad"
    named = ("security", "governed", "harm", "listed")
    beside = (("governed", "answers"), ("harm", "keeping"), ("listed", "things"))
    by_hand_too = ("governed",)
    weak = (("technical-only", "security"), ("technical-only", "hands_on"))
    not_by_hand = True
    example = "Lead cybersecurity: assess risks, respond to incidents and keep the work going."

    def nothing(self, case: kit.Case) -> kit.Finding:
        """Point at work by hand, or what is asked of applicants, where that alone speaks of it."""
        hands = self.places(case, f"{_RULE}.broad", self.read(case), case.hits[f"{_RULE}.but"])
        if by_hand := next(hands, None):
            return self.nearly(case, "technical-only", by_hand)
        wanted = kit.first_in(
            case, f"{_RULE}.security", kit.requirement_sections(case), but=f"{_RULE}.but"
        )
        return super().nothing(case) if wanted is None else self.nearly(case, "asked-only", wanted)
