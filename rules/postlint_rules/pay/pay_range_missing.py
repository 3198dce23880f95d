"""PAY001: say what the work pays.

## What it checks
Whether the posting gives an amount of pay: a range, a rate, or the least or most of one.
Without one the finding rests on the law of the places the posting is for: where the work is, where
work from afar is open to people, and where the law says so, the place of the employer.
It is an error where a law surely binds: place, kind and size of the employer and the day are stated
or declared, and the law was read.
Where one of them is not known the finding is a warning and names it; where no law asks, it is
information.
"Competitive" and the like is told as the words that stand in the place of a figure.
A grade without an amount is PAY005's.
In Ontario it is never an error: above $200,000 no pay is owed, and a posting without pay does not
show which.
A link to a page with the pay is enough where the law says so, and lowers the finding elsewhere.

## Why
Some twenty places ask for pay in the posting.
Pay is what applicants look for first, and what makes unequal offers visible.

## When not to use it
For postings inside a house whose pay everybody knows, where no law asks.

## Fix safety
No fix: only the employer knows the figure.
"""

from __future__ import annotations

from postlint.rules import (
    CannotTell,
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Reach,
    Rule,
    RuleMeta,
    Severity,
    facts,
    gap_span,
    laws,
    past,
    phrases,
    quoted,
)
from postlint_rules.pay._law import SUBJECT, asking, clause, severity
from postlint_rules.pay._pay import SECTIONS, advertises, link_to_pay, paid

_RULE = "pay-range-missing"


class PayRangeMissing(Rule):
    """Say what the work pays."""

    meta = RuleMeta(
        code="PAY001",
        name=_RULE,
        summary="No pay is stated.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={
            "missing": "No pay is stated{law}.",
            "vague": "'{words}' is no figure{law}.",
            "unless-high": (
                "No pay is stated; {place} asks for it unless the pay expected is above {limit}."
            ),
        },
        authority=laws("pay-practice", on=SUBJECT),
        advice="State the lowest and the highest pay, with its period.",
        why="People decide by pay, and many laws ask for it.",
        since="0.1",
        tags=frozenset({"pay"}),
    )
    applies = (advertises,)
    phrases = phrases(__package__, "pay", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for an amount; without one, for the law that asks for it."""
        stated = paid(case)
        told = case[facts.pay]
        if stated:
            yield Passed("Pay is stated.", tuple(one.span for one in stated[:3]))
        elif told.missing is not None:
            yield CannotTell(told.missing, told.spans)
        elif told.value == "grade-only":
            yield NotApplicable(
                "A grade stands in the place of an amount, which is another rule's."
            )
        elif case.hits[f"{_RULE}.unpaid"]:
            yield NotApplicable("The work is said to be without pay.")
        elif found := case.hits[f"{_RULE}.commission"]:
            yield Passed("The pay is said to be by commission alone.", found[:1])
        else:
            yield _missing(case)


def _missing(case: Case) -> Finding | Passed | CannotTell:
    told = case[facts.pay]
    found = asking(case)
    if (old := past(found)) is not None:
        return old
    grave = severity(found, Severity.INFO)
    link = link_to_pay(case)
    if link is not None:
        if found and "link" in found[0].law.terms:
            return Passed("A page with the pay is linked.", (link,), (found[0].law,))
        grave = {Severity.ERROR: Severity.WARNING}.get(grave, Severity.INFO)
    rests = tuple(one.law for one in found)
    if found and (limit := found[0].law.figures.get("none-above")):
        return _unless_high(case, found[0], int(limit))
    if told.value == "competitive":
        words = {"words": quoted(case.posting, told.spans[0]), "law": clause(found, "a figure")}
        return Finding("vague", told.spans[0], words, severity=grave, authority=rests)
    span = gap_span(case, *SECTIONS)
    return Finding("missing", span, {"law": clause(found)}, severity=grave, authority=rests)


def _unless_high(case: Case, found: Reach, limit: int) -> Finding:
    """Return the finding where pay above a limit is not owed: never more than a warning."""
    grave = found.limited(Severity.WARNING)
    words = {"place": facts.place_name(found.law.jurisdiction), "limit": f"${limit:,}"}
    span = gap_span(case, *SECTIONS)
    return Finding("unless-high", span, words, severity=grave, authority=(found.law,))
