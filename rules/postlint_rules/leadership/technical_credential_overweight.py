"""LEAD016: require leadership of a leader, and not vendors' certificates.

## What it checks
Whether certificates of products or of technicians are *required* of a head of technology: CCNA,
CCNP, MCSE, CompTIA, and VMware, Jamf, ITIL or another product's beside a word such as "certified".
Two or more are a warning, one is information.
CISSP, CISM, PMP and CETL are not counted: they certify managing.
Certificates that are preferred, or that "equivalent" experience replaces, are in order.

## Why
Broad working knowledge is needed to direct technical staff; a certificate in one product is not,
and
turns away those who lead.

## When not to use it
For a school whose head of technology also runs the certified equipment.
"""

from collections.abc import Iterator

import postlint.rules as kit
from postlint_rules.leadership._profile import leadership_meta

# "A+, Network+": a word with a plus is a certificate beside another, or beside a word that says so.
_PLUS = kit.pattern(r"(?<![\w+])(?:A|Network|Net|Server|Linux|Cloud)\+(?!\w)")
_REACH = 200
_LOOKED_FOR = "the technical certificates looked for, such as CCNA or CompTIA's,"


class TechnicalCredentialOverweight(kit.Rule):
    meta = leadership_meta(
        code="LEAD016",
        summary="Vendor certificates are required of a leader.",
        highest=kit.Severity.WARNING,
        messages={
            "one": "'{words}', a technical certificate, stands among what is required.",
            "several": "{count} technical certificates stand among what is required: {words}.",
        },
        authority=kit.laws("us-ma-etac", "education-week"),
        advice="Ask for the knowledge, and welcome certificates as one proof.",
        why="Vendor certificates test products and not leadership.",
        tags=frozenset({"qualifications"}),
    )
    reads = kit.REQUIREMENTS

    def check(self, case: kit.Case) -> kit.Outcomes:
        sections = kit.required_sections(case)
        if not sections:
            yield kit.NotApplicable("The posting has no section on what is required of applicants.")
            return
        found: dict[str, kit.Span] = {}
        for section in sections:
            for span in self._certificates(case, section.span):
                found.setdefault(case.text[span.start : span.end].lower(), span)
        spans = _as_one(case, sorted(found.values()))
        names = [case.posting.passage(span).text for span in spans]
        if not spans:
            yield kit.Passed(f"None of {_LOOKED_FOR} stands among what is required.")
        elif len(spans) == 1:
            yield kit.Finding("one", spans[0], {"words": names[0]})
        else:
            data = {"count": len(names), "words": ", ".join(names)}
            related = tuple(kit.Related(span, "Another stands here.") for span in spans[1:])
            yield kit.Finding(
                "several", spans[0], data, severity=kit.Severity.WARNING, related=related
            )

    def _certificates(self, case: kit.Case, within: kit.Span) -> Iterator[kit.Span]:
        """Yield the certificates in a section that nothing beside them makes optional."""
        for span in self.within(case, "certificate", within):
            if not self.within(case, "relief", _clause(case, span)):
                yield span
        for word in self.within(case, "says", within):
            sentence = _clause(case, word)
            if self.within(case, "relief", sentence):
                continue
            yield from self.within(case, "product", sentence)
            start = max(sentence.start, word.start - _REACH)
            end = max(start, min(sentence.end, word.end + _REACH))
            yield from _plus(case, kit.Span(start, end))
        for first in _plus(case, within):
            clause = _clause(case, first)
            row = _plus(case, clause)
            named = len(row) > 1 or self.within(case, "certificate", clause)
            if row[0] == first and named and not self.within(case, "relief", clause):
                yield from row


def _plus(case: kit.Case, within: kit.Span) -> list[kit.Span]:
    return [kit.Span(*plus.span()) for plus in _PLUS.finditer(case.text, within.start, within.end)]


def _clause(case: kit.Case, span: kit.Span) -> kit.Span:
    """Return the part of a sentence between semicolons: "CCNA required; a degree preferred"."""
    start, end = kit.sentence_of(case, span)
    behind = case.text.find(";", span.end, end)
    begin = case.text.rfind(";", start, span.start) + 1
    return kit.Span(begin or start, end if behind < 0 else behind)


def _as_one(case: kit.Case, spans: list[kit.Span]) -> list[kit.Span]:
    """Join a maker and its certificate: "Microsoft MCSE" is one."""
    joined: list[kit.Span] = []
    for span in spans:
        if joined and not case.text[joined[-1].end : span.start].strip():
            joined[-1] = kit.Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined
