"""ADA005: say that the work may be done with reasonable accommodation.

## What it checks
Whether the posting says anywhere that essential functions, demands or the application may be met
with reasonable accommodation.
Where it states physical demands or names essential functions and has no such words, the finding is
a warning; elsewhere it is information, for public bodies alone.
A text that leads to a full posting or to a page with further information may have the words there:
information; of an abstract of one paragraph nobody can tell.
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

import postlint.rules as kit

_RULE = "accommodation-statement-missing"
_TABLE = kit.table(__package__, "ada")[_RULE]
_KIND = kit.SectionKind.ACCOMMODATION
_FULLER = "The text leads to a fuller one, which may have the offer."
_OFFERED_IN = (_KIND, kit.SectionKind.EQUAL_OPPORTUNITY, kit.SectionKind.HOW_TO_APPLY)
# Where the statement belongs when it is demands that ask for it, best place first.
_DEMAND_SECTIONS = (_KIND, kit.SectionKind.PHYSICAL, kit.SectionKind.WORKING_CONDITIONS)


class AccommodationStatementMissing(kit.Rule):
    meta = kit.RuleMeta(
        code="ADA005",
        summary="Nothing offers reasonable accommodation.",
        severity=kit.Severity.WARNING,
        messages=_TABLE["messages"],
        authority=kit.laws(
            "us-ada-accommodation",
            "us-pregnant-workers",
            "us-eeoc-manual-advertising",
            "us-contractor-online-applications",
        ),
        advice="Say that reasonable accommodation is available, and whom to ask.",
        why="People decide by this sentence whether to apply.",
        tags=frozenset({"accommodation"}),
    )
    applies = (kit.united_states,)

    def check(self, case: kit.Case) -> kit.Outcome:
        offer, gaps = case[kit.facts.accommodation], kit.gaps_of(case.posting, *_OFFERED_IN)
        (place, message), short = _place(case), kit.not_an_abstract(case)
        leading = kit.leads_on(case, f"{_RULE}.leads_on") or case[kit.facts.full_description].spans
        other = self.hits(case, "other_sense")
        if offer.value:
            return kit.Passed("Reasonable accommodation is offered.", offer.spans)
        if gaps:
            return kit.inserted(gaps, "the offer")
        if message == "nothing" and (leading or short) and not other:
            return short or kit.NotApplicable(_FULLER)
        if message == "nothing" and not kit.is_public(case):
            return kit.NotApplicable("Neither demands nor essential functions were found.")
        if case.employer.accommodation_notice:
            return kit.Finding("declared-elsewhere", place, severity=kit.Severity.INFO)
        return _missing(case, place, message, leading[:1], other[:1])


def _missing(
    case: kit.Case,
    place: kit.Span,
    message: str,
    leading: tuple[kit.Span, ...],
    other: tuple[kit.Span, ...],
) -> kit.Finding:
    grave = message != "nothing" and not leading
    severity = kit.Severity.WARNING if grave else kit.Severity.INFO
    fixes = kit.add_section(case.posting, _KIND, "Accommodation", _TABLE["offer"])
    if other:
        again, also = (place,), "It matters here."
        found = kit.mark(case, "other-sense", other[0], again=again, also=also, fixes=fixes)
        return found._replace(severity=severity)
    demands = case[kit.facts.physical_demands]
    related = [kit.Related(span, "The text leads on from here.") for span in leading]
    if demands.value:
        related.extend(kit.Related(span, "A demand.") for span in demands.spans[:1])
    if leading and message != "demands":
        message = "elsewhere"
    fixes = () if leading else fixes
    return kit.Finding(message, place, severity=severity, related=tuple(related), fixes=fixes)


def _place(case: kit.Case) -> tuple[kit.Span, str]:
    """Return where the statement belongs, and why it is missed there."""
    demands, devices = case[kit.facts.physical_demands], case[kit.facts.essential_device].value
    if demands.value:
        headed = [
            section
            for section in case.posting.of_kind(*_DEMAND_SECTIONS)
            if section.kind is _KIND or any(map(section.span.contains, demands.spans))
        ]
        if any(section.heading is not None for section in headed) or not demands.spans:
            return kit.gap_span(case, *_DEMAND_SECTIONS), "demands"
        return demands.spans[0], "demands"
    if devices.headings:
        return devices.headings[0].span, "functions"
    if devices.present:
        return kit.gap_span(case, kit.SectionKind.DUTIES), "functions"
    return kit.gap_span(case, _KIND, kit.SectionKind.EQUAL_OPPORTUNITY), "nothing"
