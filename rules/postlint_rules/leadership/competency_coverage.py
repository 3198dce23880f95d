"""LEAD004: show every skill area of the role at least once.

## What it checks
For each of the ten skill areas of CoSN's framework, whether a word for it stands in the duties, the
summary or a part whose heading says nothing known.
Fewer than `least-areas` (6) is information: an area may be meant in words that nobody foresaw.
Where all ten are named, a school's posting is also asked for the ten competencies of the
Massachusetts ETAC draft; fewer than `least-competencies` (6) is information.
Words that postings use for much else, such as "data", "public" or "standards", count only where two
different ones of an area stand there.
An HTML report shows each area with its words.

## Why
The areas are what the certification of school technology leaders examines; an area that the posting
never names is one that applicants do not expect.
One sentence an area is enough.
Both counts are choices of this project.

## When not to use it
The rule is off unless it is chosen: few postings name all ten areas, and words can be missed.
The head of a part, such as security, is left alone.
Nor is it for a post that shares the function with a named peer, such as a chief data officer.
"""

import postlint.rules as kit
from postlint_rules.leadership._competencies import cover
from postlint_rules.leadership._profile import (
    at_home,
    at_school,
    in_full,
    leadership_meta,
    whole_function,
)

# A reader takes in so many titles; the report shows all.
_SHOWN = 4


class CompetencyCoverage(kit.Rule):
    meta = leadership_meta(
        code="LEAD004",
        summary="Skill areas with no evidence in duties or summary.",
        messages={
            "missing-areas": "Of {all} skill areas of technology leadership the words looked for "
            "show {found}, and none of {missing}.",
            "missing-competencies": "Of {all} competencies of the ETAC draft {found} can be found; "
            "nothing was found for {missing}.",
        },
        advice="Add a sentence for each area that the post answers for.",
        why="What the posting never names, applicants do not expect.",
        authority=kit.laws("cosn-outline", "us-ma-etac"),
        default_on=False,
        tags=frozenset({"duties"}),
    )
    reads = kit.OF_THE_JOB
    compares = True
    applies = (at_home, kit.has_duties, whole_function, kit.one_posting)
    least_areas: int = 6
    least_competencies: int = 6

    def check(self, case: kit.Case) -> kit.Outcomes:
        areas = cover(case, "areas")
        spans = tuple(span for _, span in areas if span is not None)
        if len(spans) < self.least_areas:
            leads = kit.more_elsewhere(case, "which skill areas the post covers")
            yield leads or in_full(case) or _missing(case, "missing-areas", areas)
        elif len(spans) < len(areas):
            lacking = "; ".join(title for title, span in areas if span is None)
            reason = f"{len(spans)} of {len(areas)} skill areas are named, and not {lacking}."
            yield kit.Passed(reason, spans)
        elif at_school(case) and len(_named(etac := cover(case, "etac"))) < self.least_competencies:
            yield _missing(case, "missing-competencies", etac)
        else:
            yield kit.Passed(f"All {len(areas)} skill areas are named.", spans)


def _named(areas: list[tuple[str, kit.Span | None]]) -> list[str]:
    return [title for title, span in areas if span is not None]


def _missing(case: kit.Case, message: str, areas: list[tuple[str, kit.Span | None]]) -> kit.Finding:
    missing = [title for title, span in areas if span is None]
    shown = "; ".join(missing[:_SHOWN])
    if len(missing) > _SHOWN:
        shown = f"{shown}; and {len(missing) - _SHOWN} more"
    data = {"found": len(areas) - len(missing), "all": len(areas), "missing": shown}
    return kit.Finding(message, kit.gap_span(case, kit.SectionKind.DUTIES), data)
