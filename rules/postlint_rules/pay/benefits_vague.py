"""PAY009: name the benefits instead of praising them.

## What it checks
"Great benefits", "full benefits package" and the like where no kind of benefit is named, and a list
of benefits that ends in "and more" or "etc." where Colorado's or New Jersey's law asks for them.
The first is information; the second is graver where the law surely binds.

## Why
Praise tells applicants nothing they could compare.
Both regulators say that an open end is no description.

## When not to use it
Where a page with the benefits stands beside every posting.
"""

import re

import postlint.rules as kit
from postlint_rules.pay._law import SUBJECT, asking


class BenefitsVague(kit.Rule):
    meta = kit.RuleMeta(
        code="PAY009",
        summary="Benefits are praised and not named.",
        severity=kit.Severity.INFO,
        highest=kit.Severity.ERROR,
        messages={
            "praise": "'{words}' names no benefit{law}.",
            "open": "'{words}' leaves the list of benefits open{law}.",
        },
        authority=kit.laws("pay-practice", on=SUBJECT),
        advice="Name the benefits.",
        why="Praise tells nobody what is offered.",
    )
    applies = (kit.advertises,)

    def check(self, case: kit.Case) -> kit.Outcomes:
        named = case[kit.facts.benefits]
        praise, kinds = named.value.praise, named.value.kinds
        if named.missing is not None:
            yield kit.CannotTell(named.missing)
        elif praise and not kinds and (page := _page(case, praise[0])):
            yield kit.Passed("A page with the benefits is named.", (page,))
        elif praise and not kinds:
            found = tuple(
                one for one in asking(case, "benefits") if one.force is not kit.Force.COMING
            )
            words = {
                "words": kit.quoted(case.posting, praise[0]),
                "law": kit.asks_for(found, "a description of the benefits"),
            }
            rests = tuple(one.law for one in found)
            yield kit.Finding("praise", praise[0], words, authority=rests)
        elif not kinds:
            yield kit.NotApplicable("Benefits are not spoken of.")
        else:
            yield from _open(case)


# A page, or the words that led to one before its link was lost.
_PAGE = kit.pattern(
    r"https?://\S|\bwww\.\S|\]\(\S|\bclick here\b|\b(?:read|learn) more\b|\bvisit\b|\brefer to\b|"
    r"\bsee (?:the|our) (?:\w+ ){0,2}(?:brochure|flyer|bulletin|page|site|website|summary)\b",
    re.IGNORECASE,
)
_BEHIND = 160


def _page(case: kit.Case, praise: kit.Span) -> kit.Span | None:
    """Return what leads on from praise to a page with the benefits."""
    end = min(len(case.text), praise.end + _BEHIND)
    found = _PAGE.search(case.text, max(0, praise.start - _BEHIND // 2), end)
    return kit.Span(*found.span()) if found else None


def _open(case: kit.Case) -> kit.Outcomes:
    full = tuple(
        one for one in asking(case, "listed-benefits") if one.force is not kit.Force.COMING
    )
    said = case[kit.facts.benefits]
    for end in said.value.open_ends if full else ():
        sentence = kit.sentence_of(case, end)
        # "And more than 500 staff" ends no list of benefits.
        if said.value.within(kit.Span(sentence.start, end.start)) >= 2:
            words = {
                "words": kit.quoted(case.posting, end),
                "law": kit.asks_for(full, "all of them in general words"),
            }
            grave = full[0].limited(kit.Severity.ERROR)
            yield kit.Finding("open", end, words, severity=grave, authority=(full[0].law,))
            return
    yield kit.Passed("Kinds of benefit are named.", said.spans)
