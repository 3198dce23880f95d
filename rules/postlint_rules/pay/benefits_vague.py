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

## Fix safety
No fix: the benefits are the employer's to name.
"""

from __future__ import annotations

import re

from postlint.rules import (
    CannotTell,
    Case,
    Finding,
    Force,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    Severity,
    Span,
    advertises,
    asks_for,
    facts,
    laws,
    pattern,
    quoted,
    sentence_of,
)
from postlint_rules.pay._law import SUBJECT, asking


class BenefitsVague(Rule):
    """Name the benefits instead of praising them."""

    meta = RuleMeta(
        code="PAY009",
        name="benefits-vague",
        summary="Benefits are praised and not named.",
        severity=Severity.INFO,
        highest=Severity.ERROR,
        messages={
            "praise": "'{words}' names no benefit{law}.",
            "open": "'{words}' leaves the list of benefits open{law}.",
        },
        authority=laws("pay-practice", on=SUBJECT),
        advice="Name the benefits.",
        why="Praise tells nobody what is offered.",
        since="0.1",
        tags=frozenset({"pay"}),
    )
    applies = (advertises,)

    def check(self, case: Case) -> Outcomes:
        """Look for praise without a kind, and for lists with an open end."""
        named = case[facts.benefits]
        praise, kinds = named.value.praise, named.value.kinds
        if named.missing is not None:
            yield CannotTell(named.missing)
        elif praise and not kinds and (page := _page(case, praise[0])):
            yield Passed("A page with the benefits is named.", (page,))
        elif praise and not kinds:
            found = tuple(one for one in asking(case, "benefits") if one.force is not Force.COMING)
            words = {
                "words": quoted(case.posting, praise[0]),
                "law": asks_for(found, "a description of the benefits"),
            }
            rests = tuple(one.law for one in found)
            yield Finding("praise", praise[0], words, authority=rests)
        elif not kinds:
            yield NotApplicable("Benefits are not spoken of.")
        else:
            yield from _open(case)


# A page, or the words that led to one before its link was lost.
_PAGE = pattern(
    r"https?://\S|\bwww\.\S|\]\(\S|\bclick here\b|\b(?:read|learn) more\b|\bvisit\b|\brefer to\b|"
    r"\bsee (?:the|our) (?:\w+ ){0,2}(?:brochure|flyer|bulletin|page|site|website|summary)\b",
    re.IGNORECASE,
)
_BEHIND = 160


def _page(case: Case, praise: Span) -> Span | None:
    """Return what leads on from praise to a page with the benefits."""
    end = min(len(case.text), praise.end + _BEHIND)
    found = _PAGE.search(case.text, max(0, praise.start - _BEHIND // 2), end)
    return Span(*found.span()) if found else None


def _open(case: Case) -> Outcomes:
    full = tuple(one for one in asking(case, "listed-benefits") if one.force is not Force.COMING)
    said = case[facts.benefits]
    for end in said.value.open_ends if full else ():
        sentence = sentence_of(case, end)
        # "And more than 500 staff" ends no list of benefits.
        if said.value.within(Span(sentence.start, end.start)) >= 2:
            words = {
                "words": quoted(case.posting, end),
                "law": asks_for(full, "all of them in general words"),
            }
            grave = full[0].limited(Severity.ERROR)
            yield Finding("open", end, words, severity=grave, authority=(full[0].law,))
            return
    yield Passed("Kinds of benefit are named.", said.spans)
