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

_NUMBER = kit.pattern(r"(?<!\d)(?:\(\d{3}\)[ \t.-]?|\d{3}[ \t.-])?\d{3}[ \t.-]\d{4}(?!\d)")
_ADDRESS = kit.pattern(r"@(?<=[\w.+-]@)[\w-]{1,64}\.|://(?<=http://|ttps://)|www\.(?<=\bwww\.)")
_NEAR = 300
_APPLYING = kit.SectionKind.HOW_TO_APPLY
_OFFERED_IN = (_APPLYING, kit.SectionKind.EQUAL_OPPORTUNITY, kit.SectionKind.ACCOMMODATION)

# "Employees may ask human resources for accommodation after hire" offers applicants nothing.
_OF_STAFF = kit.pattern(
    r"(?i)(?![^.;]*\b(?:appl|candidate|individual|person|people|anyone|interview))"
    r"[^.;]*\b(?:employees?|staff)\b[^.;]*\b(?:after|once|upon|following|when)\b"
)


# Such an offer is enough wherever it stands; one for the work itself is not.
_IN_APPLYING = kit.pattern(r"(?i)\b(?:appl(?:y|ying|ication)|interview|selection|recruit|hiring)")
_HELPED = "The text says whom to ask for help in applying."


class ApplicationAccommodationContact(kit.Rule):
    meta = kit.RuleMeta(
        code="ADA006",
        summary="Nothing says how to ask for help in applying.",
        highest=kit.Severity.WARNING,
        messages={
            "no-help": "Nothing says whom to ask for an accommodation in applying; name an "
            "office, a telephone number or an address.",
            "no-contact": "'{words}' offers accommodation, without saying whom to ask: no "
            "telephone, address, page or office.",
            "telephone-only": "A telephone is the only way named to ask for help in applying.",
        },
        authority=kit.laws(
            "us-ada-accommodation", "us-eeoc-manual-advertising", "us-public-access"
        ),
        advice="Name an office, a telephone and an address that help applicants.",
        why="Help in applying is due before anyone is hired.",
        tags=frozenset({"accommodation", "application"}),
    )
    applies = (kit.united_states,)

    def check(self, case: kit.Case) -> kit.Outcome:
        applying = [part for part in case.posting.of_kind(_APPLYING) if self._speaks(case, part)]
        offers = self._offers(case)
        ways = set[str]().union(*(self._ways(case, offer) for offer in offers))
        gaps = kit.gaps_of(case.posting, _APPLYING, kit.SectionKind.ACCOMMODATION)
        if helping := tuple(one for one in offers if self._helps(case, one)):
            return kit.Passed(_HELPED, helping)
        if short := kit.not_an_abstract(case):
            return short
        if not applying:
            return kit.NotApplicable("No section was found that says how to apply.")
        if self.hits(case, "elsewhere"):
            return kit.NotApplicable("The text leads to a full posting that says how to apply.")
        if not offers and gaps:
            return kit.inserted(gaps, "the offer")
        online = any(self.within(case, "online_only", part.span) for part in applying)
        severity = kit.Severity.WARNING if online else kit.Severity.INFO
        if not offers:
            return kit.Finding("no-help", kit.gap_span(case, _APPLYING), severity=severity)
        if not ways:
            return kit.mark(case, "no-contact", offers[0], severity=severity)
        if ways == {"telephone"}:
            named = (offer for offer in offers if self._ways(case, offer))
            return kit.Finding("telephone-only", next(named))
        return kit.Passed(_HELPED, tuple(offers))

    def _helps(self, case: kit.Case, offer: kit.Span) -> bool:
        """Say whether an offer is of help in applying, with more than a telephone to ask for it."""
        applying = _IN_APPLYING.search(case.text, *offer) is not None
        return applying and bool(self._ways(case, offer) - {"telephone"})

    def _speaks(self, case: kit.Case, section: kit.Section) -> bool:
        """Say whether a section is about applying: no other inquiries, no "Clearance: none"."""
        if section.heading is None or not self.within(case, "applying", section.span):
            return False
        head = section.heading.span.end
        return len(case.words.between(kit.Span(head, max(head, section.span.end)))) > 1

    def _offers(self, case: kit.Case) -> list[kit.Span]:
        """Return the sentences that offer help in applying, or accommodation in general."""
        posting = case.posting
        offered = [
            span
            for span in self.hits(case, "help")
            if posting.section_at(span.start).kind in _OFFERED_IN
        ]
        # A duty to give employees what they need offers applicants nothing.
        duties = kit.merged(duty.span for duty in posting.duties)
        general = case[kit.facts.accommodation].spans
        offered += [span for span in general if not kit.touches(duties, span)]
        # "Reasonable accommodation" over a sentence heads the offer, which is the sentence.
        heads = kit.merged(one.heading.span for one in posting.sections if one.heading is not None)
        offering = sorted({kit.sentence_at(posting, span) for span in offered})
        found = [one for one in offering if not _OF_STAFF.match(case.text, *one)]
        return [one for one in found if not kit.touches(heads, one)] or found

    def _ways(self, case: kit.Case, offer: kit.Span) -> set[str]:
        """Return the ways to ask that stand in an offer or shortly after it."""
        near, ways = kit.around(case, offer, 0, _NEAR), set()
        others = (self.within(case, key, near) for key in ("other_ways", "office"))
        if _ADDRESS.search(case.text, *near) or any(others):
            ways.add("other")
        if _NUMBER.search(case.text, *near) or self.within(case, "telephone", near):
            ways.add("telephone")
        return ways
