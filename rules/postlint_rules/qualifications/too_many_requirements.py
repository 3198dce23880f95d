"""QUAL007: ask for what is needed from the first day.

## What it checks
Whether a posting has more than `note` (20) requirements; more than `most` (40) are a warning.
Items and sentences of the qualifications are counted, knowledge and abilities half, and what is
preferred not at all.
Class specifications are passed over.

## Why
In an experiment with more than ten thousand people, half of the requirements met was the point
where they would apply; a long list keeps away those who could do the work.
The numbers are this project's.

## When not to use it
Where the list is prescribed.

## Fix safety
No fix: only the employer knows what can be learned on the job.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Counted,
    CountRule,
    NotApplicable,
    Outcome,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    facts,
    gap_span,
    laws,
    opening_kind,
)
from postlint_rules.qualifications._asked import asks

_LEAST_WORDS = 3


class TooManyRequirements(CountRule):
    """Ask for what is needed from the first day."""

    meta = RuleMeta(
        code="QUAL007",
        name="too-many-requirements",
        summary="Very much is required of applicants.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={"many": "There are {number} requirements, more than {most:g}."},
        authority=laws("bit-applications"),
        advice="Keep what the first day needs; move the rest to preferred.",
        why="Long lists keep capable people from applying.",
        since="0.1",
        default_on=False,
        tags=frozenset({"qualifications"}),
    )
    applies = (asks,)
    unit = "requirements"
    most: float | None = 20
    warn: float = 40

    def count(self, case: Case) -> Counted | Outcome:
        """Count what is asked and not only preferred."""
        if case[facts.document_kind].value == "class-spec":
            return NotApplicable("A class specification lists knowledge by rule.")
        found = [
            one
            for one in case[facts.requirements].value
            if not one.preferred and len(one.said.text.split()) >= _LEAST_WORDS
        ]
        number = sum(0.5 if _is_knowledge(one) else 1 for one in found)
        return Counted(int(number), tuple(one.said.span for one in found))

    def gravity(self, number: float) -> Severity | None:
        """Return a warning for what is far above the bound."""
        return Severity.WARNING if number > self.warn else None

    def place(self, case: Case, spans: tuple[Span, ...]) -> Span:
        """Show it at the heading of what is asked."""
        kinds = (SectionKind.QUALIFICATIONS, SectionKind.EDUCATION_EXPERIENCE)
        return gap_span(case.posting, *kinds) if not spans else _heading(case, spans[0])


def _heading(case: Case, span: Span) -> Span:
    heading = case.posting.section_at(span.start).heading
    return span if heading is None else heading.span


def _is_knowledge(one: facts.Requirement) -> bool:
    kinds = (one.section.kind, opening_kind(one.said.text))
    return SectionKind.KNOWLEDGE_SKILLS in kinds
