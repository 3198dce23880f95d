"""Whether a text is a posting at all."""

from __future__ import annotations

from postlint.document.kinds import SectionKind
from postlint.facts.base import Case, Fact, fact


@fact("is_posting")
def is_posting(case: Case) -> Fact[bool]:
    """Say whether the text is a job posting: it has duties or qualifications."""
    wanted = (SectionKind.DUTIES, SectionKind.QUALIFICATIONS)
    sections = case.posting.of_kind(*wanted)
    return Fact(bool(sections), tuple(s.heading.span for s in sections if s.heading))
