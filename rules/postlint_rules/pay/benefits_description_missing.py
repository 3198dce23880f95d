"""PAY008: describe the benefits where the law asks for it.

## What it checks
Where a law of the posting's places asks for a description of benefits: whether one kind of benefit
is named, such as health insurance, a pension or paid leave.
None at all is an error where the law surely binds.
Colorado, New Jersey and Washington ask for all of them: what is left out of health care, retirement
and paid time off, and not denied, is information.
A link to a page with them is enough where the law says so.
Elsewhere the rule does not speak.

## Why
Benefits are a large part of what work pays, and eight places ask postings to say so.

## When not to use it
Where the employer's page carries them and the law takes a link.

## Fix safety
No fix: the benefits are the employer's to name.
"""

from __future__ import annotations

from postlint.rules import (
    CannotTell,
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    facts,
    gap_span,
    laws,
    past,
)
from postlint_rules.pay._law import SUBJECT, asking, clause, severity
from postlint_rules.pay._pay import advertises, link_to_pay

# What some laws want named or denied, each.
_LISTED = {"health": "health care", "retirement": "retirement", "time off": "paid time off"}
_PLACES = (SectionKind.BENEFITS, SectionKind.COMPENSATION)


class BenefitsDescriptionMissing(Rule):
    """Describe the benefits where the law asks for it."""

    meta = RuleMeta(
        code="PAY008",
        name="benefits-description-missing",
        summary="No benefit is named where the law asks for them.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={
            "missing": "No kind of benefit is named{law}.",
            "partial": "The benefits leave out {kinds}{law}.",
        },
        authority=laws("pay-practice", on=SUBJECT),
        advice="Name the main benefits: health, retirement, leave.",
        why="Some laws ask for them, and applicants compare them.",
        since="0.1",
        tags=frozenset({"pay"}),
    )
    applies = (advertises,)

    def check(self, case: Case) -> Outcomes:
        """Look for kinds of benefit where a law asks for them."""
        found = asking(case, "benefits")
        if not found:
            yield NotApplicable("No law that asks for benefits is known to reach the posting.")
            return
        if (old := past(found)) is not None:
            yield old
            return
        named = case[facts.benefits]
        rests = tuple(one.law for one in found)
        said = named.value
        if said.denied:
            yield Passed("The post is said to come without benefits.", said.denied[:1], rests[:1])
        elif said.kinds:
            left_out = [words for kind, words in _LISTED.items() if kind not in said.named]
            full = asking(case, "listed-benefits")
            if full and left_out:
                words = {"kinds": _and(left_out), "law": clause(full, "all of them")}
                grave = Severity.INFO
                law = (full[0].law,)
                yield Finding("partial", named.spans[0], words, severity=grave, authority=law)
            else:
                yield Passed("Kinds of benefit are named.", named.spans, rests[:1])
        elif named.missing is not None:
            yield CannotTell(named.missing, authority=rests[:1])
        elif "link" in found[0].law.terms and (link := link_to_pay(case)):
            yield Passed("A page with the pay and the benefits is linked.", (link,), rests[:1])
        else:
            words = {"law": clause(found, "a description of the benefits")}
            span = gap_span(case.posting, *_PLACES)
            grave = severity(found, Severity.INFO)
            yield Finding("missing", span, words, severity=grave, authority=rests)


def _and(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
