"""PAY006: say for what time the pay is.

## What it checks
An amount with no word about the time it is paid for: an hour, a month, a year.
Where its size leaves no doubt the rule does not speak, save of the years of schools, which are of
nine to twelve months.

## Why
"$54,000" is a year's pay to most and ten months' pay in a school.

## When not to use it
Where the page around the posting says it.
"""

import re

import postlint.rules as kit
from postlint_rules.pay._pay import of_two_units, paid, unit_of


class PayBasisMissing(kit.Rule):
    meta = kit.RuleMeta(
        code="PAY006",
        summary="Nothing says for what time the pay is.",
        severity=kit.Severity.INFO,
        messages={
            "likely": "'{words}' does not say for what time; it reads as the pay of {unit}.",
            "open": "'{words}' does not say for what time it is paid.",
        },
        authority=kit.laws("pay-practice"),
        advice="Say whether the pay is an hour's, a month's or a year's.",
        why="The same figure can mean very different pay.",
    )
    applies = (kit.advertises,)

    def check(self, case: kit.Case) -> kit.Outcomes:
        stated = [one for one in paid(case) if not of_two_units(one)]
        if not stated:
            yield kit.NotApplicable("No pay is stated.")
            return
        timed = [one for one in stated if _timed(case, one)]
        if timed:
            yield kit.Passed("The time the pay is for is stated.", (timed[0].span,))
            return
        first = stated[0]
        unit = unit_of(first)
        school = case[kit.facts.employer_kind].value is kit.EmployerKind.SCHOOL
        if unit == "hour" or (unit and not school):
            yield kit.NotApplicable("The size of the pay shows for what time it is.")
            return
        words = {"words": kit.quoted(case.posting, first.span), "unit": "a year"}
        yield kit.Finding("likely" if unit else "open", first.span, words)


# "$10,500 total": the pay of the whole appointment.
_TOTAL = kit.pattern(
    r"\W{0,3}(?:in )?(?:total|altogether|for the (?:term|season|summer|project))\b", re.I
)


def _timed(case: kit.Case, one: kit.facts.PayStatement) -> bool:
    whole = _TOTAL.match(case.text, one.span.end) is not None
    return whole or one.unit is not None or one.basis == "stipend"
