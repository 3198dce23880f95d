"""LEAD009: say which money the head of technology answers for.

## What it checks
Whether the duties or the summary name budgets, expenditure, procurement, capital, E-rate or other
funding, and whether the text gives an amount beside a word for a budget.
No such duty is a warning; a duty without an amount is information, and for a class specification,
which describes many posts, it is in order.
A budgeting system is software, and a budget among the qualifications is no duty.

## Why
The amount says how large the post is, and money is the part of the work that others check.

## When not to use it
Where the budget is held by another office and the posting says so.

## Fix safety
No fix: only the employer knows the amount.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    facts,
    gap_span,
    has_duties,
    laws,
    pattern,
    phrases,
    places_in,
    sentence_of,
    work_sections,
)

_RULE = "budget-responsibility-missing"
_LARGE = r"(?:\s?(?:million|billion|thousand|[MBK]\b))"
_AMOUNT = pattern(rf"[$€£]\s?\d[\d,.]{{0,15}}{_LARGE}?|\b\d[\d,.]{{0,15}}{_LARGE}(?=\W)")
# A sentence is judged by so many characters around the word.
_REACH = 200
_PAY = frozenset({SectionKind.COMPENSATION, SectionKind.BENEFITS})


class BudgetResponsibilityMissing(Rule):
    """Say which money the head of technology answers for."""

    meta = RuleMeta(
        code="LEAD009",
        name=_RULE,
        summary="No budget duty, or no scale.",
        severity=Severity.WARNING,
        messages={
            "no-budget": "No duty has to do with a budget, purchasing or funding.",
            "no-scale": "'{words}' is part of the work, and no amount says how much it is.",
        },
        authority=laws("cosn-outline", "us-e-rate"),
        advice="Add a duty for the budget, with its size.",
        why="Whoever answers for technology must answer for its cost.",
        since="0.1",
        tags=frozenset({"duties", "budget"}),
        profiles=frozenset({"k12", "public"}),
    )
    applies = (has_duties,)
    phrases = phrases(__package__, "duties", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for a budget, and for its size."""
        found = tuple(
            places_in(
                case, f"{_RULE}.budget", work_sections(case, and_other=True), but=f"{_RULE}.but"
            )
        )
        if not found:
            yield Finding("no-budget", gap_span(case.posting, SectionKind.DUTIES))
            return
        amount = _amount(case)
        words = case.posting.passage(found[0]).text
        if amount is not None:
            yield Passed(f"The work includes '{words}', with an amount.", (found[0], amount))
        elif case[facts.document_kind].value == "class-spec":
            yield Passed(f"The work of the class includes '{words}'.", found[:1])
        else:
            yield Finding("no-scale", found[0], {"words": words}, severity=Severity.INFO)


def _amount(case: Case) -> Span | None:
    """Return an amount in a sentence that speaks of a budget, pay aside."""
    for span in case.hits[f"{_RULE}.budget"]:
        if case.posting.section_at(span.start).kind in _PAY:
            continue
        sentence = sentence_of(case, span)
        start, end = max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH)
        amount = _AMOUNT.search(case.text, start, max(start, end))
        if amount is not None:
            return Span(*amount.span())
    return None
