"""LEAD001: say that the head of technology reports to the chief executive.

## What it checks
To whom the posting says that the head of technology reports.

- To the superintendent, city or county manager, mayor or another chief executive, or directly to
  the board: the rule passes.
- To a deputy or associate of the chief, or an operating, academic or financial chief: a warning for
  schools, information for cities and counties, where it is common.
- To a director, manager, coordinator or principal: a warning, information for a state.
- Only a seat in the cabinet, or only a line of the department: information.
- "Under policy direction", or nothing: a warning, information for a class specification.

Staff who report to the director, reports prepared for the board and a clause on tenure are no line.
Two lines that name different supervisors are reported as well.
A post under a chief technology officer, or a deputy, is not the head of technology.
Where a title may be a chief's or not, where words stand that may be a line ("appointed by"), or a
text leads to a full description, the rule cannot tell.

## Why
A head of technology who plans with the chief executive can tie technology to what the organisation
is for; one below a business office is asked to keep things running.
It is recommended practice: no law asks for it, and no survey figure stands behind it.

## When not to use it
Where charter or statute fixes another supervisor.

## Fix safety
Where nobody is named, an unsafe fix adds the field "Reports to" with a blank.
"""

import postlint.rules as kit
from postlint_rules.leadership._profile import at_home, chief_of, leadership_meta, top_post
from postlint_rules.leadership._reporting import Standing, State, may_be_lines, standing, supervisor

# In a state's or a federal department many stand between a head of technology and its chief.
_LARGE = (kit.EmployerKind.STATE, kit.EmployerKind.FEDERAL)


class CabinetReportingLine(kit.Rule):
    meta = leadership_meta(
        code="LEAD001",
        summary="No reporting line to the chief executive, or one below.",
        severity=kit.Severity.WARNING,
        messages={
            "absent": "Nothing says to whom the post reports.",
            "vague": "'{words}' gives direction and names no supervisor.",
            "cabinet-peer": "'{words}' gives the post a seat; nothing says to whom it reports.",
            "unit-only": "'{words}' is said of the unit; nothing says to whom the post reports.",
            "deputy": "The post reports to '{supervisor}', and not to the {chief}.",
            "buried": "The post reports to '{supervisor}', and not to the {chief}.",
            "conflicting-line": "The posting names two supervisors, '{first}' and '{second}'.",
        },
        authority=kit.laws(
            "cosn-outline", "cosn-framework-2009", "school-board-journal", "us-ma-etac"
        ),
        advice="Write: Reports to: Superintendent, or whoever leads the organization.",
        why="Technology led from below seldom shapes the organization's plans.",
        tags=frozenset({"reporting"}),
    )
    applies = (at_home, top_post)

    def check(self, case: kit.Case) -> kit.Outcomes:
        found = case[standing].value
        yield _settled(case, found) or _finding(case, found)
        if found.line is not None and found.against is not None:
            first, second = sorted((found.line, found.against), key=lambda one: one.span)
            data = {"first": supervisor(first), "second": supervisor(second)}
            related = (kit.Related(first.span, "The other supervisor is named here."),)
            yield kit.Finding("conflicting-line", second.span, data, related=related)


def _settled(case: kit.Case, found: Standing) -> kit.Outcome | None:
    """Return what is no finding: a line to the chief, another's post, or nothing to tell by."""
    line, named = found.line, supervisor(found.line)
    if found.state is State.DIRECT and line is not None:
        seat = case[kit.facts.cabinet]
        seated = " and has a cabinet role" if seat.value is not None else ""
        return kit.Passed(f"The post reports to '{named}'{seated}.", (line.span, *seat.spans))
    if found.state is State.TECHNOLOGY:
        return kit.NotApplicable(f"The post works under '{named}', so it is not the head.")
    if found.state is State.UNRANKED and line is not None:
        return kit.CannotTell(f"whether '{named}' is the chief executive", (line.span,))
    if found.state is State.UNIT:
        return kit.not_an_abstract(case)
    if found.state is State.VAGUE and (missing := case[kit.facts.reports_to].missing):
        return kit.CannotTell(missing, (line.span,) if line is not None else ())
    if found.state not in (State.ABSENT, State.CABINET_PEER):
        return None
    if leads := kit.more_elsewhere(case, "to whom the post reports"):
        return leads
    gaps = kit.gaps_of(case.posting, kit.SectionKind.SUPERVISION, kit.SectionKind.ORGANIZATION)
    if gaps:
        return kit.inserted(gaps, "the reporting line")
    unsure = kit.may_mean(case, "to whom the post reports", may_be_lines(case))
    return unsure or kit.not_an_abstract(case)


def _finding(case: kit.Case, found: Standing) -> kit.Finding:
    state, seat = found.state, case[kit.facts.cabinet]
    at = seat.spans[0] if state is State.CABINET_PEER and seat.spans else None
    if at is None and found.line is not None:
        at = found.line.span
    data: dict[str, object] = {"supervisor": supervisor(found.line), "chief": chief_of(case)}
    if at is not None:
        data["words"] = kit.quoted(case.posting, at)
    unnamed = state in (State.ABSENT, State.VAGUE, State.CABINET_PEER)
    return kit.Finding(
        state.value,
        at or kit.gap_span(case),
        data,
        severity=_gravity(case, state),
        fixes=kit.add_field(case.posting, "Reports to", "[supervisor's title]") if unnamed else (),
    )


def _gravity(case: kit.Case, state: State) -> kit.Severity | None:
    match state:
        case State.CABINET_PEER | State.UNIT:
            lowered = True
        case State.DEPUTY:
            lowered = case[kit.facts.profile].value == "public"
        case State.BURIED:
            lowered = case[kit.facts.employer_kind].value in _LARGE
        case _:
            lowered = case[kit.facts.document_kind].value == "class-spec"
    return kit.Severity.INFO if lowered else None
