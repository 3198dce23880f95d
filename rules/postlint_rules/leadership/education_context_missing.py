"""LEAD007: ask the head of school technology to know schools.

## What it checks
Whether what is asked of applicants mentions schools anywhere: K-12, a district, classrooms,
teaching experience, instructional technology, public education.
"High school diploma" and "vocational school" are credentials and show nothing; "work with school
staff" may be about users. Duties are not read here.

## Why
Few people are schooled in both technology and education; a posting that asks for one half gets it.
Ask for knowledge "gained in any role" or prefer it: requiring employment in schools narrows the
pool for no reason, and a teaching license is never needed.

## When not to use it
Where a peer in the same cabinet brings the knowledge of schools.
"""

from collections.abc import Iterator, Sequence

import postlint.rules as kit
from postlint_rules.leadership._profile import has_requirements

_PLACE = kit.pattern(
    r"(?i)(?:supervis|reports? to|job goal|department|location|school|district|site)"
)


class EducationContextMissing(kit.NamedRule):
    meta = kit.RuleMeta(
        code="LEAD007",
        summary="No knowledge of schools is asked for.",
        messages={"no-schools": "Nothing asked of applicants has to do with schools or students."},
        authority=kit.laws("cosn-outline", "education-week"),
        advice="Ask for knowledge of schools and how they work.",
        why="Schools differ from offices in law, calendar and people.",
        tags=frozenset({"qualifications", "instruction"}),
        profiles=frozenset({"k12"}),
    )
    reads = kit.REQUIREMENTS
    applies = (has_requirements,)
    in_requirements = True
    named = ("context",)
    passing = "Applicants are asked about '{words}'."
    question = "whether knowledge of schools is asked for"
    least_duties = 0

    def read(self, case: kit.Case) -> Sequence[kit.Section | kit.Duty]:
        """Return what is asked of applicants; duties are not read here."""
        return kit.requirement_sections(case)

    def places(
        self,
        case: kit.Case,
        key: str,
        read: Sequence[kit.Section | kit.Duty],
        but: Sequence[kit.Span],
    ) -> Iterator[kit.Span]:
        """Skip fields about the post's place: whom it supervises is asked of nobody."""
        others = [one.span for one in case.posting.fields if _PLACE.match(one.key.text) is not None]
        found = super().places(case, key, read, but)
        return (span for span in found if not kit.touches(others, span))

    def may_say(
        self, case: kit.Case, sections: Sequence[kit.Section | kit.Duty], but: str
    ) -> kit.CannotTell | None:
        """Look for other words for schools there alone: the rest of the text is full of them."""
        return super().may_say(case, [one for one in sections if one in self.read(case)], but)

    def place(self, case: kit.Case) -> kit.Span:
        """Return the heading of what is asked."""
        kinds = kit.SectionKind.QUALIFICATIONS, kit.SectionKind.KNOWLEDGE_SKILLS
        return kit.gap_span(case, *kinds, kit.SectionKind.EDUCATION_EXPERIENCE)
