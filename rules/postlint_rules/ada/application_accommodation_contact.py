"""ADA006: say how to ask for help in applying.

## What it checks
Where the posting tells people how to apply: whether it says anywhere that they may ask for an
accommodation or help in applying, and by what telephone, address or office.
Where applications are taken online only, its absence is a warning.
A contact without a word of accommodation counts half: information.
A text that leads to a full posting, and an abstract of one paragraph, are not asked.
A telephone as the only way is information, because people who do not use one need another.

## Why
Accommodation begins with the application.
People who cannot use a form as it is need to know whom to ask.

## When not to use it
Where the application form itself has the offer.
"""

import postlint.rules as kit

_RULE = "application-accommodation-contact"
_NUMBER = kit.pattern(r"(?<!\d)(?:\(\d{3}\)[ \t.-]?|\d{3}[ \t.-])?\d{3}[ \t.-]\d{4}(?!\d)")
_ADDRESS = kit.pattern(r"[\w.+-]{1,64}@[\w-]{1,64}\.|https?://|\bwww\.")
_NEAR = 300
_APPLYING = kit.SectionKind.HOW_TO_APPLY
_OFFERED_IN = (_APPLYING, kit.SectionKind.EQUAL_OPPORTUNITY, kit.SectionKind.ACCOMMODATION)


class ApplicationAccommodationContact(kit.Rule):
    meta = kit.RuleMeta(
        code="ADA006",
        summary="Nothing says how to ask for help in applying.",
        severity=kit.Severity.INFO,
        highest=kit.Severity.WARNING,
        messages={
            "no-help": "Nothing says whom to ask for help in applying.",
            "no-contact": (
                "'{words}' offers accommodation, without saying whom to ask: no telephone, "
                "address, page or office."
            ),
            "telephone-only": "A telephone is the only way named to ask for help in applying.",
        },
        authority=kit.laws(
            "us-ada-accommodation", "us-eeoc-manual-advertising", "us-public-access"
        ),
        advice="Name an office, a telephone and an address that help applicants.",
        why="Help in applying is due before anyone is hired.",
        tags=frozenset({"accommodation", "application"}),
    )
    applies = (kit.united_states, kit.not_an_abstract)
    phrases_from = "ada"

    def check(self, case: kit.Case) -> kit.Outcomes:
        told = [part for part in case.posting.of_kind(_APPLYING) if _of_applying(case, part)]
        offers = _offers(case)
        ways = [_ways(case, offer) for offer in offers]
        gaps = kit.gaps_of(case.posting, _APPLYING, kit.SectionKind.ACCOMMODATION)
        if not told:
            yield kit.NotApplicable("No section says how to apply.")
        elif self.hits(case, "elsewhere"):
            yield kit.NotApplicable("The text leads to a full posting that says how to apply.")
        elif not offers and gaps:
            yield kit.inserted(gaps, "the offer")
        elif not offers:
            online = any(self.within(case, "online_only", part.span) for part in told)
            severity = kit.Severity.WARNING if online else kit.Severity.INFO
            yield kit.Finding("no-help", kit.gap_span(case, _APPLYING), severity=severity)
        elif not any(ways):
            yield kit.mark(case, "no-contact", offers[0])
        elif set().union(*ways) == {"telephone"}:
            yield kit.Finding("telephone-only", offers[0])
        else:
            yield kit.Passed("The text says whom to ask for help in applying.", tuple(offers))


def _of_applying(case: kit.Case, section: kit.Section) -> bool:
    """Say whether a section speaks of applying: no other inquiries, and no "Clearance: none"."""
    if section.heading is None:
        return False
    below = kit.Span(section.heading.span.end, max(section.heading.span.end, section.span.end))
    said = case.hits.within(f"{_RULE}.applying", section.span)
    return bool(said) and len(case.words.between(below)) > 1


def _offers(case: kit.Case) -> list[kit.Span]:
    """Return the sentences that offer help in applying, or accommodation in general."""
    offers = {
        kit.sentence_at(case.posting, span)
        for span in case.hits[f"{_RULE}.help"]
        if case.posting.section_at(span.start).kind in _OFFERED_IN
    }
    # A duty to give employees what they need offers applicants nothing.
    duties = kit.merged(duty.span for duty in case.posting.duties)
    offers.update(
        kit.sentence_at(case.posting, span)
        for span in case[kit.facts.accommodation].spans
        if not kit.touches(duties, span)
    )
    return sorted(offers)


def _ways(case: kit.Case, offer: kit.Span) -> set[str]:
    """Return the ways to ask that stand in an offer or shortly after it."""
    near = kit.Span(offer.start, min(len(case.text), offer.end + _NEAR))
    ways, hits = set(), case.hits
    others = (hits.within(f"{_RULE}.{key}", near) for key in ("other_ways", "office"))
    if _ADDRESS.search(case.text, *near) or any(others):
        ways.add("other")
    if _NUMBER.search(case.text, *near) or hits.within(f"{_RULE}.telephone", near):
        ways.add("telephone")
    return ways
