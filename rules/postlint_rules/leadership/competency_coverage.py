"""LEAD004: show every skill area of the role at least once.

## What it checks
For each of the ten skill areas of CoSN's framework, whether one cue of it stands in the duties, the
summary or the distinguishing characteristics.
The areas are Leadership and Vision; Strategic Planning; Ethics and Policies; Instructional Focus
and Professional Development; Team Building and Staffing; Stakeholder Focus; Information Technology
Management; Communication Systems Management; Business Management; and Data Management.
Fewer than `least-areas` (7) is a warning; fewer than ten is information.
Both name the missing ones.
For schools the ten competencies of the Massachusetts ETAC draft are looked for in the same way;
fewer than `least-competencies` (6) is information.
Words that postings use for much else, such as "data", "public" or "standards", count only where two
different ones of an area stand there.
What the employer says about itself, what is asked of applicants, and the legal notices are not
read.

## Why
The areas are what the certification of school technology leaders examines; an area that the posting
never names is one that applicants do not expect and nobody will be asked about.
One sentence an area is enough.
The counts 7 and 6 are choices of this project, and cues can miss what is said in other words.

## When not to use it
For a post that shares the function with a named peer, such as a chief data officer.

## Fix safety
No fix: only the employer knows the work.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    facts,
    gap_span,
    has_duties,
    laws,
)
from postlint_rules.leadership._competencies import cover


class CompetencyCoverage(Rule):
    """Show every skill area of the role at least once."""

    meta = RuleMeta(
        code="LEAD004",
        name="competency-coverage",
        summary="Skill areas with no evidence in duties or summary.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={
            "missing-areas": (
                "{found} of {all} skill areas of technology leadership are named; nothing was "
                "found for: {missing}."
            ),
            "missing-competencies": (
                "{found} of {all} competencies of the ETAC draft are named; nothing was found for: "
                "{missing}."
            ),
        },
        authority=laws("cosn-outline", "us-ma-etac"),
        advice="Add a duty for each skill area that is not named.",
        why="Areas nobody is asked to lead are left to chance.",
        since="0.1",
        tags=frozenset({"duties"}),
        profiles=frozenset({"k12", "public"}),
    )
    applies = (has_duties,)
    least_areas: int = 7
    least_competencies: int = 6

    def check(self, case: Case) -> Outcomes:
        """Yield which areas are missing."""
        areas = cover(case, "areas")
        missing = [title for title, span in areas if span is None]
        if missing:
            few = len(areas) - len(missing) < self.least_areas
            severity = Severity.WARNING if few else Severity.INFO
            yield _missing(case, "missing-areas", areas, severity)
        else:
            spans = tuple(span for _, span in areas if span is not None)
            yield Passed(f"All {len(areas)} skill areas are named.", spans)
        if case[facts.profile].value == "k12":
            competencies = cover(case, "etac")
            known = sum(span is not None for _, span in competencies)
            if known < self.least_competencies:
                yield _missing(case, "missing-competencies", competencies, Severity.INFO)


def _missing(
    case: Case, message: str, areas: list[tuple[str, Span | None]], severity: Severity
) -> Finding:
    missing = [title for title, span in areas if span is None]
    data = {"found": len(areas) - len(missing), "all": len(areas), "missing": _listed(missing)}
    return Finding(message, gap_span(case.posting, SectionKind.DUTIES), data, severity=severity)


def _listed(titles: list[str]) -> str:
    """Write titles as a list; a semicolon parts them, because some hold an 'and'."""
    return "; ".join(titles)
