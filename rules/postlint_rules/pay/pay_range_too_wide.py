"""PAY003: give a range that tells what the post pays.

## What it checks
Whether the top of a range is more than `times` its bottom (2 where nothing else is set).
Where a law asks that the range be meant in good faith, or counts its breadth, 1.5 times is
information and twice a warning; of public employers, whose grades are so broad, from twice on.
Where a hiring range stands within the range of its class, it is the one that is weighed.
In Ontario a range of more than $50,000 a year whose top is $200,000 or less breaks the law: error
where the law surely binds.
Where steps, lanes or grades stand beside it the range is a schedule's, and the finding is
information.

## Why
Between $90,000 and $300,000 nobody learns what to expect.

## When not to use it
For schedules with many steps, or raise `times`.
"""

import postlint.rules as kit
from postlint_rules.pay._law import laws_wanting, pay_meta
from postlint_rules.pay._pay import HOURS, money, narrowest, paid, ranges, unit_of

_CLOSE_BY_LAW = 1.5
_NEAR = 120


class PayRangeTooWide(kit.Rule):
    meta = pay_meta(
        code="PAY003",
        summary="A range of pay is too wide to tell anything.",
        messages={
            "wide": "The top of '{words}' is {times:.1f} times its bottom.",
            "breadth": "The top of '{words}' is {times:.1f} times its bottom; {place} asks for "
            "what is really meant to be paid.",
            "spread": "'{words}' spans {spread} a year, and {place} allows {limit}.",
        },
        advice="State the range you would really pay.",
        why="So wide a range tells applicants nothing.",
    )
    reads = frozenset({kit.SectionKind.COMPENSATION})
    applies = (kit.advertises,)

    times: float = 2.0

    def check(self, case: kit.Case) -> kit.Outcome:
        found = [one for one in ranges(paid(case)) if one.low and one.high and one.low < one.high]
        if not found:
            return kit.NotApplicable("No range of pay was found.")
        widest = max(narrowest(found), key=_times)
        broken = _spread(case, widest) or self._wide(case, widest)
        return broken or kit.Passed("No range of pay is wide.", (widest.span,))

    def _wide(self, case: kit.Case, one: kit.facts.PayStatement) -> kit.Outcome | None:
        times = _times(one)
        words: dict[str, object] = {"times": times}
        for law in kit.begun(laws_wanting(case, "breadth"))[:1]:
            if times <= (self.times if kit.is_public(case) else _CLOSE_BY_LAW):
                break
            if times <= self.times and (old := kit.past((law,))) is not None:
                return old
            plain = times <= self.times or self.within(
                case, "steps", kit.around(case, one.span, _NEAR)
            )
            grave = kit.Severity.INFO if plain else law.limited(kit.Severity.WARNING)
            words["place"] = law.place
            return kit.mark(case, "breadth", one.span, words, severity=grave, authority=(law.law,))
        return kit.mark(case, "wide", one.span, words) if times > self.times else None


def _times(one: kit.facts.PayStatement) -> float:
    return (one.high or 0) / (one.low or 1)


def _spread(case: kit.Case, one: kit.facts.PayStatement) -> kit.Outcome | None:
    """Return the finding where a law sets how far apart the ends may be in a year."""
    hours = HOURS.get(unit_of(one) or "")
    if hours is None or one.low is None or one.high is None:
        return None
    a_year = HOURS["year"] / hours
    spread, top = (one.high - one.low) * a_year, one.high * a_year
    for reach in laws_wanting(case):
        limit = reach.law.figures.get("spread")
        if limit and spread > limit and top <= reach.law.figures["none-above"]:
            if (old := kit.past((reach,))) is not None:
                return old
            data = {"spread": money(spread, "CAD"), "limit": money(limit, "CAD")}
            grave, place = reach.limited(kit.Severity.ERROR), {"place": reach.place}
            return kit.mark(
                case, "spread", one.span, data | place, severity=grave, authority=(reach.law,)
            )
    return None
