"""LEAD007: ask the head of school technology to know schools.

## What it checks
Whether what is asked of applicants mentions schools anywhere: K-12, a district, classrooms,
teaching experience, instructional technology, public education.
"High school diploma" and "vocational school" are credentials and show nothing.
Duties are not read here.

## Why
Few people are schooled in both technology and education; a posting that asks for one half gets it.
Ask for knowledge "gained in any role" or prefer it: requiring employment in schools narrows the
pool for no reason, and a teaching licence is never needed.

## When not to use it
Where a peer in the same cabinet brings the knowledge of schools.
"""

import re
from collections.abc import Sequence

import postlint.rules as kit
from postlint_rules.leadership._profile import has_requirements

_PLACE = kit.pattern(
    r"(?:supervis|reports? to|job goal|department|location|school|district|site)", re.IGNORECASE
)


class EducationContextMissing(kit.NamedRule):
    meta = kit.RuleMeta(
        code="LEAD007",
        summary="No knowledge of schools is asked for.",
        messages={"no-schools": "Nothing asked of applicants has to do with schools."},
        authority=kit.laws("cosn-outline", "education-week"),
        advice="Ask for knowledge of schools and how they work.",
        why="Schools differ from offices in law, calendar and people.",
        tags=frozenset({"qualifications", "instruction"}),
        profiles=frozenset({"k12"}),
    )
    applies = (has_requirements,)
    in_requirements = True
    named = ("context",)
    passing = "Applicants are asked about '{words}'."
    question = "whether knowledge of schools is asked for"

    def read(self, case: kit.Case) -> Sequence[kit.Section | kit.Duty]:
        """Return what is asked of applicants; duties are not read here."""
        return kit.requirement_sections(case)

    def find(
        self, case: kit.Case, key: str, read: Sequence[kit.Section | kit.Duty], but: str
    ) -> kit.Span | None:
        """Pass over fields about the post's place: whom it supervises is asked of nobody."""
        others = [one.span for one in case.posting.fields if _PLACE.match(one.key.text) is not None]
        found = kit.places_in(case, key, read, but=but)
        return next((span for span in found if not kit.touches(others, span)), None)

    def place(self, case: kit.Case) -> kit.Span:
        """Return the heading of what is asked."""
        kinds = kit.SectionKind.QUALIFICATIONS, kit.SectionKind.KNOWLEDGE_SKILLS
        return kit.gap_span(case, *kinds, kit.SectionKind.EDUCATION_EXPERIENCE)
