"""ADA006: say how to ask for help in applying.

## What it checks
Where the posting tells people how to apply: whether it says anywhere that they may ask for an
accommodation or help in applying, and by what telephone, address or office.
Where applications are taken online only, its absence is a warning.
A contact without a word of accommodation counts half: information.
A text that leads to a full posting is not asked.
A telephone as the only way is information, because people who do not use one need another.

## Why
Accommodation begins with the application.
People who cannot use a form as it is need to know whom to ask.

## When not to use it
Where the application form itself has the offer.

## Fix safety
No fix: the contact is the employer's to name.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    facts,
    gap_span,
    gaps_of,
    inserted,
    laws,
    pattern,
    phrases,
    quoted,
    sentence_at,
    united_states,
)

_RULE = "application-accommodation-contact"
_NUMBER = pattern(r"(?<!\d)(?:\(\d{3}\)[ \t.-]?|\d{3}[ \t.-])?\d{3}[ \t.-]\d{4}(?!\d)")
_ADDRESS = pattern(r"[\w.+-]{1,64}@[\w-]{1,64}\.|https?://|\bwww\.")
_NEAR = 300


class ApplicationAccommodationContact(Rule):
    """Say how to ask for help in applying."""

    meta = RuleMeta(
        code="ADA006",
        name=_RULE,
        summary="Nothing says how to ask for help in applying.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={
            "no-help": "Nothing says whom to ask for help in applying.",
            "no-contact": (
                "'{words}' offers accommodation, without saying whom to ask: no telephone, "
                "address, page or office."
            ),
            "telephone-only": "A telephone is the only way named to ask for help in applying.",
        },
        authority=laws("us-ada-accommodation", "us-eeoc-manual-advertising", "us-public-access"),
        advice="Name an office, a telephone and an address that help applicants.",
        why="Help in applying is due before anyone is hired.",
        since="0.1",
        tags=frozenset({"accommodation", "application"}),
    )
    applies = (united_states,)
    phrases = phrases(__package__, "ada", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for an offer of help, and for a way to ask."""
        told = [
            section
            for section in case.posting.of_kind(SectionKind.HOW_TO_APPLY)
            if section.heading is not None
        ]
        if not told:
            yield NotApplicable("No section says how to apply.")
            return
        elsewhere = case.hits[f"{_RULE}.elsewhere"]
        if elsewhere:
            yield NotApplicable("The text leads to a full posting that says how to apply.")
            return
        offers = _offers(case)
        gaps = gaps_of(case.posting, SectionKind.HOW_TO_APPLY, SectionKind.ACCOMMODATION)
        if gaps and not offers:
            yield inserted(gaps, "the offer")
            return
        if not offers:
            online = any(case.hits.within(f"{_RULE}.online_only", part.span) for part in told)
            severity = Severity.WARNING if online else Severity.INFO
            place = gap_span(case, SectionKind.HOW_TO_APPLY)
            yield Finding("no-help", place, severity=severity)
            return
        ways = [_ways(case, offer) for offer in offers]
        if not any(ways):
            yield Finding("no-contact", offers[0], {"words": quoted(case.posting, offers[0])})
        elif set().union(*ways) == {"telephone"}:
            yield Finding("telephone-only", offers[0])
        else:
            yield Passed("The text says whom to ask for help in applying.", tuple(offers))


def _offers(case: Case) -> list[Span]:
    """Return the sentences that offer help in applying, or accommodation in general."""
    kinds = (SectionKind.HOW_TO_APPLY, SectionKind.EQUAL_OPPORTUNITY, SectionKind.ACCOMMODATION)
    offers = {
        sentence_at(case.posting, span)
        for span in case.hits[f"{_RULE}.help"]
        if case.posting.section_at(span.start).kind in kinds
    }
    # A duty to give employees what they need offers applicants nothing.
    duties = [duty.span for duty in case.posting.duties]
    offers.update(
        sentence_at(case.posting, span)
        for span in case[facts.accommodation].spans
        if not any(map(span.overlaps, duties))
    )
    return sorted(offers)


def _ways(case: Case, offer: Span) -> set[str]:
    """Return the ways to ask that stand in an offer or shortly after it."""
    near = Span(offer.start, min(len(case.text), offer.end + _NEAR))
    ways = set()
    if _ADDRESS.search(case.text, *near) or case.hits.within(f"{_RULE}.other_ways", near):
        ways.add("other")
    if _NUMBER.search(case.text, *near) or case.hits.within(f"{_RULE}.telephone", near):
        ways.add("telephone")
    if case.hits.within(f"{_RULE}.office", near):
        ways.add("other")
    return ways
