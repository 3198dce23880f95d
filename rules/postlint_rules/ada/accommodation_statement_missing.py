"""ADA005: say that the work may be done with reasonable accommodation.

## What it checks
Whether the posting says anywhere that essential functions, demands or the application may be met
with reasonable accommodation.
Where it states physical demands or names essential functions and has no such words, the finding is
a warning; elsewhere it is information, for public bodies alone.
A text that leads to a full posting or to a page with further information may have the words there:
information.
"Accommodation" in other senses (lodging, students' testing accommodations) is named as what it is.

## Why
People who could do the work with an adjustment read a list of demands as a list of reasons not to
apply; one sentence tells them otherwise.
No law asks for the sentence in a posting; the duty is to accommodate.

## When not to use it
Where the statement stands on every page around the posting: declare
`employer.accommodation-notice = true`, and the finding is information.

## Fix safety
An unsafe fix adds a section with an offer, which is the employer's to make, and a placeholder for
whom to ask.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    add_section,
    facts,
    gap_span,
    gaps_of,
    inserted,
    laws,
    leads_on,
    phrases,
    table,
    united_states,
)
from postlint_rules.ada._marks import mark_spans

_RULE = "accommodation-statement-missing"
_TABLE = table(__package__, "ada")[_RULE]
# Where the statement belongs when it is demands that ask for it, best place first.
_KIND = SectionKind.ACCOMMODATION
_OFFERED_IN = (_KIND, SectionKind.EQUAL_OPPORTUNITY, SectionKind.HOW_TO_APPLY)
_DEMAND_SECTIONS = (_KIND, SectionKind.PHYSICAL, SectionKind.WORKING_CONDITIONS)


class AccommodationStatementMissing(Rule):
    """Say that the work may be done with reasonable accommodation."""

    meta = RuleMeta(
        code="ADA005",
        name=_RULE,
        summary="Nothing offers reasonable accommodation.",
        severity=Severity.WARNING,
        messages=_TABLE["messages"],
        authority=laws(
            "us-ada-accommodation",
            "us-pregnant-workers",
            "us-eeoc-manual-advertising",
            "us-contractor-online-applications",
        ),
        advice="Say that reasonable accommodation is available, and whom to ask.",
        why="People decide by this sentence whether to apply.",
        since="0.1",
        tags=frozenset({"accommodation"}),
    )
    applies = (united_states,)
    phrases = phrases(__package__, "ada", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for an offer; without one, for what makes it matter."""
        offer = case[facts.accommodation]
        if offer.value:
            yield Passed("Reasonable accommodation is offered.", offer.spans)
            return
        gaps = gaps_of(case.posting, *_OFFERED_IN)
        if gaps:
            yield inserted(gaps, "the offer")
            return
        demands = case[facts.physical_demands]
        devices = case[facts.essential_device].value
        place, message = _place(case, devices)
        leading = leads_on(case, f"{_RULE}.leads_on") or case[facts.full_description].spans
        other = case.hits[f"{_RULE}.other_sense"]
        if message == "nothing" and leading and not other:
            yield NotApplicable("The text leads to a fuller one, which may have the offer.")
            return
        if message == "nothing" and not _public(case):
            yield NotApplicable("The text states no demands and names no essential functions.")
            return
        if case.employer.accommodation_notice:
            yield Finding("declared-elsewhere", place, severity=Severity.INFO)
            return
        severity = Severity.WARNING if message != "nothing" else Severity.INFO
        related: tuple[Related, ...] = ()
        if leading:
            severity = Severity.INFO
            message = message if message == "demands" else "elsewhere"
            related = tuple(Related(span, "The text leads on from here.") for span in leading[:1])
        fixes = add_section(case.posting, _KIND, "Accommodation", _TABLE["offer"])
        found = Finding(message, place, severity=severity, fixes=() if leading else fixes)
        if other:
            words = {"words": case.posting.passage(other[0]).text}
            related = (Related(place, "It matters here."),)
            found = found._replace(message_id="other-sense", span=other[0], data=words, fixes=fixes)
        elif demands.value:
            related = (*related, *(Related(span, "A demand.") for span in demands.spans[:1]))
        yield found._replace(related=related)


def _public(case: Case) -> bool:
    kind = case[facts.employer_kind].value
    return kind is not None and kind.public


def _place(case: Case, devices: facts.EssentialDevices) -> tuple[Span, str]:
    """Return where the statement belongs, and why it is missed there."""
    demands = case[facts.physical_demands]
    if demands.value:
        headed = case.posting.of_kind(*_DEMAND_SECTIONS)
        if any(section.heading is not None for section in headed) or not demands.spans:
            return gap_span(case, *_DEMAND_SECTIONS), "demands"
        return demands.spans[0], "demands"
    if devices.headings:
        return devices.headings[0].span, "functions"
    if devices.present:
        marks = mark_spans(devices)
        return (marks[0] if marks else gap_span(case, SectionKind.DUTIES)), "functions"
    return gap_span(case, SectionKind.ACCOMMODATION, SectionKind.EQUAL_OPPORTUNITY), "nothing"
