"""LEAD001: say that the head of technology reports to the chief executive.

## What it checks
Whether the posting says to whom the head of technology reports, and how high that is.
The first state that applies decides:

- *direct*: an explicit line to the superintendent, head of school, city or county manager, mayor or
  another chief executive, or directly to the board. The rule passes.
- *deputy*: a line to a deputy, assistant or associate of the chief, or to an operating, academic or
  financial chief. A warning for schools; information for cities and counties, where it is common.
- *buried*: a line to a director, manager, coordinator or principal. A warning.
- *cabinet role*: nobody is named, and the posting says that the post sits in the cabinet or the
  senior leadership team. Information.
- *unit only*: the posting says who the department reports to, and not who the post does.
  Information.
- *vague*: "under policy direction", "reports to administration". A warning, information for a class
  specification.
- *absent*: none of these. A warning, information for a class specification.

A line is a statement about this post: "ten staff who report to the director" is not, nor is
"prepares reports to the board", nor "serves at the discretion of the hiring authority".
Two lines in different sentences that name different supervisors are reported as well.
Where the supervisor's title could stand for a chief or for a division's head, the rule cannot tell.
A post that works under a chief technology officer, or whose title says deputy or assistant, is not
the head of technology, and the rule does not apply.

## Why
A head of technology who plans with the chief executive can tie technology to what the organisation
is for; one below a business office is asked to keep things running.
Applicants read the line as the measure of the post.
It is recommended practice: no law asks for it, and no survey figure stands behind it.

## When not to use it
Where charter or statute fixes another supervisor.

## Fix safety
Where nobody is named, an unsafe fix adds the field "Reports to" with a placeholder.
Only the employer knows the line, and the placeholder is a finding until it is filled in.
"""

from __future__ import annotations

from postlint.rules import (
    CannotTell,
    Case,
    Finding,
    Fix,
    NotApplicable,
    Outcome,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    add_field,
    facts,
    gap_span,
    gaps_of,
    inserted,
    laws,
)
from postlint_rules.leadership._profile import chief_of, top_post
from postlint_rules.leadership._reporting import Standing, State, standing, supervisor

_WORDS = "[supervisor's title]"


class CabinetReportingLine(Rule):
    """Say that the head of technology reports to the chief executive."""

    meta = RuleMeta(
        code="LEAD001",
        name="cabinet-reporting-line",
        summary="No reporting line to the chief executive, or one below.",
        severity=Severity.WARNING,
        messages={
            "absent": "The posting does not say to whom the post reports.",
            "vague": "'{words}' gives direction and names no supervisor.",
            "cabinet-peer": (
                "The posting states a cabinet role and does not say to whom the post reports."
            ),
            "unit-only": (
                "'{words}' is said of the unit; the posting does not say to whom the post reports."
            ),
            "deputy": "The post reports to '{supervisor}', one step below the {chief}.",
            "buried": "The post reports to '{supervisor}', more than one step below the {chief}.",
            "conflicting-line": "The posting names two supervisors, '{first}' and '{second}'.",
        },
        authority=laws("cosn-outline", "cosn-framework-2009", "school-board-journal", "us-ma-etac"),
        advice="Write: Reports to: Superintendent, or whoever leads the organization.",
        why="Technology led from below seldom shapes the organization's plans.",
        since="0.1",
        tags=frozenset({"reporting"}),
        profiles=frozenset({"k12", "public"}),
    )
    applies = (top_post,)

    def check(self, case: Case) -> Outcomes:
        """Yield where the posting puts the post."""
        found = case[standing].value
        yield _judge(case, found)
        if found.line is not None and found.against is not None:
            yield _conflict(found.line, found.against)


def _judge(case: Case, found: Standing) -> Outcome:
    line = found.line
    match found.state:
        case State.DIRECT:
            return _passed(case, found)
        case State.TECHNOLOGY:
            return NotApplicable(
                f"The post works under '{supervisor(line)}', so it is not the head of technology."
            )
        case State.UNRANKED:
            spans = (line.span,) if line is not None else ()
            return CannotTell(f"whether '{supervisor(line)}' is the chief executive", spans)
        case State.CABINET_PEER:
            return _cabinet_role(case, line)
        case State.ABSENT:
            gaps = gaps_of(case.posting, SectionKind.SUPERVISION, SectionKind.ORGANIZATION)
            if gaps:
                return inserted(gaps, "the reporting line")
            lowered = _for_kind(case)
            return Finding("absent", _gap(case), severity=lowered, fixes=_field(case))
    assert line is not None  # noqa: S101  # every other state rests on a line
    data: dict[str, object] = {
        "words": _words(case, line),
        "supervisor": supervisor(line),
        "chief": chief_of(case),
    }
    match found.state:
        case State.DEPUTY:
            public = case[facts.profile].value == "public"
            lowered = Severity.INFO if public else None
            return Finding("deputy", line.span, data, severity=lowered)
        case State.BURIED:
            return Finding("buried", line.span, data)
        case State.UNIT:
            return Finding("unit-only", line.span, data, severity=Severity.INFO)
    return Finding("vague", line.span, data, severity=_for_kind(case))


def _passed(case: Case, found: Standing) -> Passed:
    assert found.line is not None  # noqa: S101  # a direct line is a line
    seat = case[facts.cabinet]
    said = f"The post reports to '{supervisor(found.line)}'"
    if seat.value is not None:
        return Passed(f"{said} and has a cabinet role.", (found.line.span, *seat.spans))
    return Passed(f"{said}.", (found.line.span,))


def _cabinet_role(case: Case, line: facts.ReportingLine | None) -> Finding:
    seat = case[facts.cabinet]
    span = seat.spans[0] if seat.spans else _gap(case)
    related = (
        (Related(line.span, "Direction is stated here, and no supervisor is named."),)
        if line is not None
        else ()
    )
    return Finding(
        "cabinet-peer", span, severity=Severity.INFO, related=related, fixes=_field(case)
    )


def _conflict(line: facts.ReportingLine, against: facts.ReportingLine) -> Finding:
    first, second = sorted((line, against), key=lambda one: one.span)
    return Finding(
        "conflicting-line",
        second.span,
        {"first": supervisor(first), "second": supervisor(second)},
        related=(Related(first.span, "The other supervisor is named here."),),
    )


def _for_kind(case: Case) -> Severity | None:
    """Return a class specification's severity: it often leaves the line out on purpose."""
    return Severity.INFO if case[facts.document_kind].value == "class-spec" else None


def _field(case: Case) -> tuple[Fix, ...]:
    return add_field(case.posting, "Reports to", _WORDS)


def _gap(case: Case) -> Span:
    return gap_span(case.posting, SectionKind.OVERVIEW)


def _words(case: Case, line: facts.ReportingLine) -> str:
    return case.posting.passage(line.span).text
