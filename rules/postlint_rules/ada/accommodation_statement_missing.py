"""ADA005: say that the work may be done with reasonable accommodation.

## What it checks
Whether the posting says anywhere that essential functions, demands or the application may be met
with reasonable accommodation.
Where it states physical demands or names essential functions and has no such words, the finding is
a warning; elsewhere it is information, for public bodies alone: other employers are not asked where
nothing in the text turns on it.
A text that leads to a full posting or to a page with further information may have the words there:
information.
"Accommodation" in other senses (lodging, students' testing accommodations) is not counted and is
named as what it is.

## Why
People who could do the work with an adjustment read a list of demands as a list of reasons not to
apply.
One sentence tells them otherwise.
No law asks for the sentence in a posting; the duty is to accommodate.

## When not to use it
Where the statement stands on every page around the posting: declare
`employer.accommodation-notice = true`, and the finding is information.

## Fix safety
An unsafe fix adds a section with an offer and a placeholder for whom to ask.
The offer is the employer's to make; the placeholder is a finding until it is filled in.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    Fix,
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
    united_states,
)
from postlint_rules.ada._marks import mark_spans

_WORDS = (
    "Reasonable accommodation is available to applicants and employees with disabilities. To ask "
    "for it, get in touch with [contact for accommodation]."
)
_RULE = "accommodation-statement-missing"
# Where the statement belongs when it is demands that ask for it, best place first.
_OFFERED_IN = (
    SectionKind.ACCOMMODATION,
    SectionKind.EQUAL_OPPORTUNITY,
    SectionKind.HOW_TO_APPLY,
)
_DEMAND_SECTIONS = (
    SectionKind.ACCOMMODATION,
    SectionKind.PHYSICAL,
    SectionKind.WORKING_CONDITIONS,
)


class AccommodationStatementMissing(Rule):
    """Say that the work may be done with reasonable accommodation."""

    meta = RuleMeta(
        code="ADA005",
        name=_RULE,
        summary="Nothing offers reasonable accommodation.",
        severity=Severity.WARNING,
        messages={
            "demands": (
                "Physical demands are stated, and nothing says that they may be met with "
                "reasonable accommodation."
            ),
            "functions": (
                "Essential functions are named, and nothing says that they may be performed with "
                "reasonable accommodation."
            ),
            "elsewhere": (
                "No offer of reasonable accommodation is in this text; it may stand on the page "
                "the text leads to."
            ),
            "declared-elsewhere": (
                "No offer of reasonable accommodation is in this text; the employer's stands "
                "elsewhere, as declared."
            ),
            "nothing": "No offer of reasonable accommodation is in the text.",
            "other-sense": (
                "'{words}' is accommodation in another sense, and nothing offers reasonable "
                "accommodation to applicants or employees."
            ),
        },
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
        if message == "nothing" and not _public(case):
            yield NotApplicable("The text states no demands and names no essential functions.")
            return
        if case.employer.accommodation_notice:
            yield Finding("declared-elsewhere", place, severity=Severity.INFO)
            return
        severity = Severity.WARNING if message != "nothing" else Severity.INFO
        leading = leads_on(case, f"{_RULE}.leads_on") or case.hits[f"{_RULE}.full_text"]
        related: tuple[Related, ...] = ()
        if leading:
            severity = Severity.INFO
            if message == "functions" or (message == "nothing" and leading):
                message = "elsewhere"
            related = tuple(Related(span, "The text leads on from here.") for span in leading[:1])
        other = case.hits[f"{_RULE}.other_sense"]
        if other:
            words = {"words": case.posting.passage(other[0]).text}
            why = Related(place, "It matters here.")
            yield Finding(
                "other-sense",
                other[0],
                words,
                severity=severity,
                related=(why,),
                fixes=_statement(case),
            )
            return
        if demands.value and demands.spans:
            related = (*related, *(Related(span, "A demand.") for span in demands.spans[:1]))
        fixes = () if leading else _statement(case)
        yield Finding(message, place, severity=severity, related=related, fixes=fixes)


def _public(case: Case) -> bool:
    kind = case[facts.employer_kind].value
    return kind is not None and kind.public


def _statement(case: Case) -> tuple[Fix, ...]:
    return add_section(case.posting, SectionKind.ACCOMMODATION, "Accommodation", _WORDS)


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
