"""PAY020: let the figures of the pay agree.

## What it checks
Two ranges of one unit that differ, neither within the other; two single figures of one unit, where
no grade, step, place, time or rise says what each is of; a year, a month or two weeks of pay
that an hour of it cannot come to; and a rise that ends below the pay it begins from.
Pay by grade, step, level, shift or place may differ, and so may a hiring range within the range of
the class.
An hour is held against a year of 700 to 2,200 hours, so that part-time and school years agree, and
against 1,600 at least where nothing in the text speaks of a part of the week or the year.

## Why
Applicants take the higher figure for the offer, and the employer means the lower.
A posting that gives two answers has given none.

## When not to use it
For a text that gathers several posts.
"""

import postlint.rules as kit
from postlint_rules.pay._figures import contradictions
from postlint_rules.pay._pay import of_one_unit


class PayContradiction(kit.FaultsRule):
    meta = kit.RuleMeta(
        code="PAY020",
        summary="Figures of the pay contradict one another.",
        severity=kit.Severity.WARNING,
        messages={
            "ranges": "'{words}' and '{other}' are two answers to what the post pays.",
            "figures": "'{words}' and '{other}' are two answers to what the post pays.",
            "units": "'{words}' and '{other}' do not agree once both are worked out for a year.",
            "rise": "'{words}' is a rise that ends below '{other}'.",
        },
        authority=kit.laws("pay-arithmetic"),
        advice="Keep the right figure and take the other out.",
        why="Two answers to one question are no answer.",
    )
    reads = frozenset({kit.SectionKind.COMPENSATION})
    applies = (kit.advertises, kit.one_posting)
    passing = "The figures of the pay agree."
    nothing = "Pay was not found twice."

    def looked_at(self, case: kit.Case) -> tuple[kit.Span, ...]:
        stated = of_one_unit(case)
        return tuple(one.span for one in stated[:4]) if len(stated) > 1 else ()

    def faults(self, case: kit.Case) -> kit.Findings:
        for message, one, other in contradictions(case, of_one_unit(case)):
            words, again = {"other": kit.quoted(case.posting, other.span)}, (other.span,)
            yield kit.mark(case, message, one.span, words, again=again, also="The other figure.")
