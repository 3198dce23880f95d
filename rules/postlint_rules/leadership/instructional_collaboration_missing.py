"""LEAD006: link the technology of a school with its teaching.

## What it checks
Whether a duty or the summary has to do with instruction: teaching, learning, curriculum,
classrooms,
professional learning, student outcomes, or the people who lead them.
Training end users is support and not instruction; alone it brings information.
"Written instructions" and "machine learning" are other things.

## Why
School technology is there for learning; a head who only keeps systems running is not asked whether
they serve it.

## When not to use it
Where a peer leads instructional technology, and the posting names the peer.

## Fix safety
No fix: only the district knows how technology and teaching work together.
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
from postlint_rules.leadership._profile import NOT_A_SCHOOL, at_school, off_without_duties

_RULE = "instructional-collaboration-missing"


class InstructionalCollaborationMissing(Rule):
    """Link the technology of a school with its teaching."""

    meta = RuleMeta(
        code="LEAD006",
        name=_RULE,
        summary="No duty links technology with teaching.",
        severity=Severity.WARNING,
        messages={
            "no-link": "No duty links technology with teaching and learning.",
            "training-only": (
                "'{words}' is support for users, and no duty links technology with teaching and "
                "learning."
            ),
        },
        authority=laws("cosn-outline", "us-ma-etac", "iste"),
        since="0.1",
        tags=frozenset({"duties", "instruction"}),
        profiles=frozenset({"k12"}),
    )
    phrases = phrases(__package__, "duties", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for instruction in the work."""
        reason = off_without_duties(case) or (None if at_school(case) else NOT_A_SCHOOL)
        if reason is not None:
            yield NotApplicable(reason)
            return
        work = work_sections(case)
        link = first_in(case, f"{_RULE}.instruction", work, but=f"{_RULE}.but")
        if link is not None:
            yield Passed(f"The work has to do with '{case.posting.passage(link).text}'.", (link,))
            return
        training = first_in(case, f"{_RULE}.training", work)
        if training is not None:
            words = case.posting.passage(training).text
            yield Finding("training-only", training, {"words": words}, severity=Severity.INFO)
            return
        yield Finding("no-link", gap_span(case.posting, SectionKind.DUTIES))
