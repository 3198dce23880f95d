"""A rule about what part of the duties is of a kind: one finding, and a list."""

from typing import ClassVar

import postlint.rules as kit
from postlint_rules.clarity._text import listed_duties

_SHOWN = 8
_OPENING = 6


class DutyShare(kit.Rule):
    """Fails where more than a part of the listed duties count; `passing` begins its pass."""

    applies = (kit.has_duties,)
    passing: ClassVar[str]
    least_duties: int = 5
    least: int = 2
    most: float = 0.25

    def counts(self, case: kit.Case, duty: kit.Duty) -> bool:
        """Say whether a duty is of the kind."""
        raise NotImplementedError

    def check(self, case: kit.Case) -> kit.Outcomes:
        """Count, and compare with the bound."""
        duties = listed_duties(case)
        if len(duties) < self.least_duties:
            yield kit.NotApplicable(f"The posting lists fewer than {self.least_duties} duties.")
            return
        found = [duty for duty in duties if self.counts(case, duty)]
        count, total = len(found), len(duties)
        if count < self.least or count <= self.most * total:
            others = f" ({count} of {total} do not)" if found else ""
            yield kit.Passed(f"{self.passing}{others}.", tuple(duty.span for duty in duties[:1]))
            return
        section = case.posting.section_at(found[0].span.start)
        heading = section.heading if section.kind is kit.SectionKind.DUTIES else None
        place = found[0].span if heading is None else heading.span
        related = tuple(kit.Related(duty.span, "One of them.") for duty in found[:_SHOWN])
        data = {"count": count, "total": total, "words": _opening(found[0].text.text)}
        yield kit.Finding("share", place, data, related=related)


def _opening(duty: str) -> str:
    """Return the first words of a duty, to be quoted."""
    words = duty.split()
    return " ".join(words[:_OPENING]).rstrip(" .,;:") + (" …" if len(words) > _OPENING else "")
