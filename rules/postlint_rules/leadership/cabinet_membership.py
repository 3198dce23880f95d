"""LEAD002: say that the head of school technology sits in the cabinet.

## What it checks
Where a school's or district's head of technology reports to the superintendent, whether the posting
says that the post is a member of the cabinet, the senior leadership team or the like, or names the
post's peers.
"Network cabinets" and "storage cabinets" are furniture.
A seat that the posting denies is reported in its own words.
Where only words stand that may be such a seat, "senior staff" or "at the table", it cannot tell.
Where no direct line is stated, `cabinet-reporting-line` speaks instead.

## Why
A line on the chart says who evaluates the post; a seat says that technology is heard when
priorities are set.

## When not to use it
Small districts have no cabinet: the rule is silent where the posting says the district is small or
rural, or states fewer students than `small-enrolment` (2,500 unless set; the figure is a project
choice).
"""

from collections.abc import Iterator

import postlint.rules as kit
from postlint_rules.leadership._profile import at_home, top_post
from postlint_rules.leadership._reporting import State, standing, supervisor

_RULE = "cabinet-membership"
# "1,240 students", "about 900 K-8 students"; the 12 of "PK-12 students" is no number of them.
_COUNT_BEFORE = kit.pattern(r"(?<![\w,.-])(\d{1,3}(?:,\d{3})+|\d{2,6})\+?(?:\s+[\w-]+){0,2}\s+\Z")
_COUNT_AFTER = kit.pattern(r"\s+(?:\w+\s+){0,2}(\d{1,3}(?:,\d{3})+|\d{2,6})(?![\w-])")
_REACH = 40
_DENIED = kit.pattern(r"(?i)\b(?:not|no|neither|nor|never|without)\b[^.,;:]{0,60}\Z")
# A class has thirty students and a caseload sixty; no district has so few.
_LEAST_ENROLMENT = 90


class CabinetMembership(kit.Rule):
    meta = kit.RuleMeta(
        code="LEAD002",
        summary="A direct line, and no cabinet or senior-team role.",
        messages={
            "no-seat": "The post reports to '{supervisor}', and nothing says whether it has a "
            "seat in the cabinet or a leadership team.",
            "denied": "'{words}': the post reports to '{supervisor}', and has no seat.",
        },
        authority=kit.laws("cosn-certification", "cosn-certified-leaders", "cosn-outline"),
        advice="Say that the post is a member of the cabinet.",
        why="Decisions on technology fall where the cabinet meets.",
        tags=frozenset({"reporting"}),
        profiles=frozenset({"k12"}),
    )
    reads = frozenset({kit.SectionKind.SUPERVISION, kit.SectionKind.ORGANIZATION})
    compares = True
    applies = (at_home, top_post)
    small_enrolment: int = 2500

    def check(self, case: kit.Case) -> kit.Outcomes:
        seat = case[kit.facts.cabinet]
        if seat.value is not None:
            yield kit.Passed("The posting says that the post sits in the cabinet.", seat.spans)
            return
        found = case[standing].value
        if found.state is not State.DIRECT or found.line is None:
            yield kit.NotApplicable("No line to the chief executive is stated.")
            return
        peers = self.hits(case, "peers")
        if peers:
            yield kit.Passed("The posting names the post's peers.", peers[:1])
            return
        small = self._small(case)
        if small is not None:
            yield kit.NotApplicable(small)
            return
        sections = (*kit.work_places(case), *kit.unread_sections(case))
        near = tuple(kit.places_in(case, f"{_RULE}.broad", sections, but=f"{_RULE}.but"))
        data = {"supervisor": supervisor(found.line)}
        for one in near:
            sentence = kit.sentence_of(case, one)
            if _DENIED.search(case.text, sentence.start, one.start):
                yield kit.mark(case, "denied", sentence, data)
                return
        unsure = kit.may_mean(case, "whether the post has a seat", near, self.meta.advice)
        yield unsure or kit.Finding("no-seat", found.line.span, data)

    def _small(self, case: kit.Case) -> str | None:
        """Return what says that the district is too small to have a cabinet."""
        for span in self.hits(case, "small"):
            return f"A '{case.posting.passage(span).text}' may have no cabinet."
        enrolment = max(_counts(case), default=self.small_enrolment)
        if enrolment < self.small_enrolment:
            return f"A district of {enrolment:,} students may have no cabinet."
        return None


def _counts(case: kit.Case) -> Iterator[int]:
    """Yield the numbers of students that the posting states."""
    for span in case.hits[f"{_RULE}.students"]:
        found = _count_at(case.text, span)
        if found is not None:
            count = int(found.replace(",", ""))
            if count >= _LEAST_ENROLMENT:
                yield count


def _count_at(text: str, span: kit.Span) -> str | None:
    if text[span.end - 2 : span.end].lower() == "of":
        after = _COUNT_AFTER.match(text, span.end, span.end + _REACH)
        return after[1] if after else None
    start = max(0, span.start - _REACH)
    before = _COUNT_BEFORE.search(text, start, span.start)
    return before[1] if before else None
