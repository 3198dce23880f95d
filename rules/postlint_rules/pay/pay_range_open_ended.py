"""PAY002: give both ends of the pay.

## What it checks
"Up to $90,000", "from $60,000" and "$25 an hour and up" where no range is given beside them.
Where a law asks for both ends it is an error if the law surely binds, and a warning if it may.
Where the law asks for the least alone, as in Austria, an open end is in order.
A single rate is no open end; where the words of a law are about a range and nobody has settled
whether one figure is enough, that is told as information.

## Why
An open end tells nobody what the post pays: the top may be out of reach, and the bottom of what
follows may be anything.

## When not to use it
Where a contract or a law sets the starting pay and the steps above it, and the posting leads there.

## Fix safety
No fix: only the employer knows the other end.
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
    Severity,
    advertises,
    asks_for,
    facts,
    laws,
    past,
    quoted,
)
from postlint_rules.pay._law import SUBJECT, asking, pay_laws
from postlint_rules.pay._pay import paid, ranges


class PayRangeOpenEnded(Rule):
    """Give both ends of the pay."""

    meta = RuleMeta(
        code="PAY002",
        name="pay-range-open-ended",
        summary="The pay has one end.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={
            "open": "'{words}' leaves one end open{law}.",
            "single": "'{words}' is one figure, and {place} speaks of a range.",
        },
        authority=laws("pay-practice", on=SUBJECT),
        advice="State both ends of the range.",
        why="A range with one end tells half of it.",
        since="0.1",
        tags=frozenset({"pay"}),
    )
    applies = (advertises,)

    def check(self, case: Case) -> Outcomes:
        """Look for a figure with one end, and for a range beside it."""
        stated = paid(case)
        if not stated:
            yield NotApplicable("No pay is stated.")
            return
        closed = ranges(stated)
        opened = [one for one in stated if one.openness is not None]
        if closed or (opened and len({one.openness for one in opened}) > 1):
            spans = closed[0].span if closed else opened[0].span
            yield Passed("The pay has two ends.", (spans,))
            return
        if opened:
            yield from _open(case, opened[0])
            return
        speaking = [one for one in asking(case, "range") if one.in_scope]
        if speaking and len(stated) == 1:
            place = facts.place_name(speaking[0].law.jurisdiction)
            words = {"words": quoted(case.posting, stated[0].span), "place": place}
            law = (speaking[0].law,)
            yield Finding("single", stated[0].span, words, severity=Severity.INFO, authority=law)
            return
        yield Passed("The pay is one rate, or several.", tuple(one.span for one in stated[:3]))


def _open(case: Case, one: facts.PayStatement) -> Outcomes:
    found = asking(case, "both-ends")
    if (old := past(found)) is not None:
        yield old
        return
    floors = [reach for reach in case[pay_laws].value if "floor" in reach.law.terms]
    if floors and not found and one.openness != "up to":
        yield Passed("The law asks for the least pay alone.", (one.span,), (floors[0].law,))
        return
    words = {
        "words": quoted(case.posting, one.span),
        "law": asks_for(found, "both ends"),
    }
    rests = tuple(reach.law for reach in found)
    grave = found[0].limited(Severity.ERROR) if found else Severity.WARNING
    yield Finding("open", one.span, words, severity=grave, authority=rests)
