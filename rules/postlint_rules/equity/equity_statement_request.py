"""EQTY003: know what asking applicants for an equity statement entails.

## What it checks
Whether applicants are asked to write a diversity, equity or inclusion statement, or to address the
subject in their letter.
The employer's own statement is not a request, and neither is a duty about equity.
Where a state limits such requests and the employer is in its scope, the finding says so: an error
for a school district declared to be in Texas on a declared day from 1 September 2025, else a
warning.
Elsewhere it is information.

## Why
A few states forbid or restrict such requests for public schools, colleges or governments.
Where they are lawful, applicants write better and panels judge more evenly when the posting says
what evidence is sought and how it is scored.
A request that draws out a protected trait can turn into evidence of selection by that trait.
This rule never advises adding a request.

## When not to use it
Where counsel has settled the wording of the request.
"""

import postlint.rules as kit
from postlint_rules.equity._requests import request_law


class EquityStatementRequest(kit.Rule):
    meta = kit.RuleMeta(
        code="EQTY003",
        summary="Applicants are asked for a diversity or equity statement.",
        highest=kit.Severity.ERROR,
        messages={
            "request": "'{words}' is asked of applicants; say what evidence is sought and how it "
            "is scored, and ask for no protected trait.",
            "scored": "'{words}' is asked of applicants; see that it draws out no protected trait.",
            "restricted": "'{words}' is asked of applicants, which {place} restricts for "
            "employers of this kind.",
            "may-be-restricted": "'{words}' is asked of applicants, which {place} may restrict "
            "for this employer.",
            "contested": "'{words}' is asked of applicants, which a contested law of {place} may "
            "restrict for this employer.",
        },
        authority=kit.laws(
            "us-tx-statements-schools",
            "us-tx-statements-colleges",
            "us-ut-statements",
            "us-fl-statements",
            "us-nh-statements",
            "us-eeoc-selection-2025",
        ),
        advice="Ask for work the applicant has done, tied to a duty.",
        why="Statements of belief are contested as tests for hiring.",
    )
    reads = frozenset({kit.SectionKind.HOW_TO_APPLY})
    applies = (kit.united_states,)

    def check(self, case: kit.Case) -> kit.Outcomes:
        request, leads = case[kit.facts.equity_request], case[kit.facts.full_description]
        for span in request.spans if request.value else ():
            yield self._finding(case, span)
        if request.value:
            return
        sections = case.posting.of_kind(kit.SectionKind.HOW_TO_APPLY)
        places = tuple(section.heading.span for section in sections if section.heading is not None)
        places = places or self.hits(case, "sends")[:1]
        if leads.value:
            yield kit.CannotTell("what the fuller text asks applicants to send", leads.spans)
        elif places:
            yield kit.Passed(
                "No phrase was found that asks applicants for an equity statement.", places
            )
        else:
            yield kit.NotApplicable("Nothing was found that says what applicants send.")

    def _finding(self, case: kit.Case, span: kit.Span) -> kit.Finding:
        named = (*self.within(case, "names", span), span)[0]
        words, bound = {"words": kit.quoted(case.posting, named)}, request_law(case)
        if bound is None:
            message = "scored" if self.hits(case, "scoring") else "request"
            return kit.Finding(message, span, words, severity=kit.Severity.INFO)
        law, message = bound.law, "restricted" if bound.declared else "may-be-restricted"
        severity = kit.Severity(law.figures.get("severity", "warning"))
        if any(name in case.words.words for name in law.figures.get("enjoined", ())):
            severity = kit.Severity.WARNING
        return kit.Finding(
            "contested" if law.contested else message,
            span,
            {**words, "place": bound.place},
            severity=bound.limited(severity),
            authority=(law,),
        )
