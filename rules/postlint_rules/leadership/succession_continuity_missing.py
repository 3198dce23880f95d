"""LEAD017: let somebody learn to follow.

## What it checks
Whether the duties or the summary have to do with building successors or keeping the work going:
succession, mentoring, developing staff, professional growth, cross-training, continuity of
operations.
The rule is off unless it is selected.

## Why
A head of technology takes knowledge along when leaving; the posting can ask for it to be shared.
Two in three of the few real postings for heads of technology name nothing of the kind, so the rule
is off unless it is selected.

## When not to use it
Most of the time: select it where succession is a goal of the year.
"""

import postlint.rules as kit
from postlint_rules.leadership._profile import at_home, in_full, leadership_meta


class SuccessionContinuityMissing(kit.NamedRule):
    meta = leadership_meta(
        code="LEAD017",
        summary="Nothing about successors or continuity.",
        messages={
            "no-succession": "No duty develops staff, prepares successors or keeps the work going "
            "when somebody leaves; '{example}' would.",
        },
        authority=kit.laws("education-week"),
        advice="Add a duty for successors, documentation and continuity.",
        why="One person's knowledge must not leave with the person.",
        tags=frozenset({"duties"}),
        default_on=False,
    )
    applies = (at_home, kit.has_duties)
    named = ("succession", "after")
    beside = (("after", "raising"),)
    question = "whether a duty develops staff"
    idle_by_hand = "broad"
    example = "Develops staff who can take over, and documents how the systems are run."

    def data(self, case: kit.Case) -> dict[str, object]:  # noqa: ARG002  # as others ask
        return {"example": self.example.rstrip(".")}

    def unsettled(self, case: kit.Case, but: str) -> kit.CannotTell | None:
        """Return why nobody can tell; a bulletin names few of the duties of its class."""
        return super().unsettled(case, but) or in_full(case)
