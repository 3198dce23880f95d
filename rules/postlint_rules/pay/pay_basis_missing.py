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

import postlint.rules as kit
from postlint_rules.pay._pay import of_one_unit, unit_of


class PayBasisMissing(kit.Rule):
    meta = kit.RuleMeta(
        code="PAY006",
        summary="Nothing says for what time the pay is.",
        messages={
            "likely": "'{words}' does not say for what time; it reads as the pay of {unit}.",
            "open": "'{words}' does not say for what time it is paid.",
        },
        authority=kit.laws("pay-practice"),
        advice="Say whether the pay is an hour's, a month's or a year's.",
        why="The same figure can mean very different pay.",
    )
    applies = (
        kit.advertises,
        kit.only(of_one_unit, "No pay was found.", kit.SectionKind.COMPENSATION),
    )

    def check(self, case: kit.Case) -> kit.Outcome:
        for one in of_one_unit(case):
            if _timed(case, one):
                return kit.Passed("The time the pay is for is stated.", (one.span,))
        first = of_one_unit(case)[0]
        unit, school = unit_of(first), kit.schools(case) is None
        if unit == "hour" or (unit and not school):
            return kit.NotApplicable("The size of the pay shows for what time it is.")
        return kit.mark(case, "likely" if unit else "open", first.span, {"unit": "a year"})


# "$10,500 total": the pay of the whole appointment; "Pay basis: monthly" in the next field.
_TIME = kit.pattern(
    r"(?i)\W{0,3}(?:in )?(?:total|altogether|for the (?:term|season|summer|project))\b|[\s*•-]{0,8}"
    r"(?:pay|salary|wage) (?:basis|period|unit)\W{1,6}(?:hour|week|bi-?week|month|year|annual|dai)",
)


def _timed(case: kit.Case, one: kit.facts.PayStatement) -> bool:
    timed = one.unit is not None or one.basis == "stipend"
    return timed or _TIME.match(case.text, one.span.end) is not None
