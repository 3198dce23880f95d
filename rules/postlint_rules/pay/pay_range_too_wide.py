"""PAY003: give a range that tells what the post pays.

## What it checks
Whether the top of a range is more than `times` its bottom (2 where nothing else is set).
Where a law asks that the range be meant in good faith, or counts its breadth, 1.5 times is told as
information and twice as a warning; of public employers, whose grades are so broad, from twice on.
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

from collections.abc import Sequence
from math import inf

import postlint.rules as kit
from postlint_rules.pay._law import SUBJECT, asking
from postlint_rules.pay._pay import HOURS, money, paid, ranges, unit_of

_RULE = "pay-range-too-wide"
_CLOSE_BY_LAW = 1.5
_NEAR = 120


class PayRangeTooWide(kit.Rule):
    meta = kit.RuleMeta(
        code="PAY003",
        summary="A range of pay is too wide to tell anything.",
        severity=kit.Severity.INFO,
        highest=kit.Severity.ERROR,
        messages={
            "wide": "The top of '{words}' is {times:.1f} times its bottom.",
            "breadth": (
                "The top of '{words}' is {times:.1f} times its bottom; {place} asks for what is "
                "really meant to be paid."
            ),
            "spread": "'{words}' spans {spread} a year, and {place} allows {limit}.",
        },
        authority=kit.laws("pay-practice", on=SUBJECT),
        advice="State the range you would really pay.",
        why="So wide a range tells applicants nothing.",
    )
    applies = (kit.advertises,)
    phrases_from = "pay"

    times: float = 2.0

    def check(self, case: kit.Case) -> kit.Outcomes:
        found = [one for one in ranges(paid(case)) if one.low and one.high and one.low < one.high]
        if not found:
            yield kit.NotApplicable("No range of pay is given.")
            return
        widest = max(_narrowest(found), key=_times)
        broken = _spread(case, widest) or self._wide(case, widest)
        yield broken or kit.Passed("No range of pay is wide.", (widest.span,))

    def _wide(self, case: kit.Case, one: kit.facts.PayStatement) -> kit.Finding | None:
        times = _times(one)
        bound = [each for each in asking(case, "breadth") if each.force is not kit.Force.COMING]
        words = {"words": kit.quoted(case.posting, one.span), "times": times}
        kind = case[kit.facts.employer_kind].value
        close = self.times if kind is not None and kind.public else _CLOSE_BY_LAW
        if bound and times > close:
            words["place"] = kit.facts.place_name(bound[0].law.jurisdiction)
            plain = times <= self.times or _of_schedule(case, one.span)
            grave = kit.Severity.INFO if plain else bound[0].limited(kit.Severity.WARNING)
            rests = (bound[0].law,)
            return kit.Finding("breadth", one.span, words, severity=grave, authority=rests)
        if times <= self.times:
            return None
        return kit.Finding("wide", one.span, words, severity=kit.Severity.INFO)


def _narrowest(found: Sequence[kit.facts.PayStatement]) -> list[kit.facts.PayStatement]:
    """Return the ranges in which no narrower range of the same unit lies."""
    # From the highest bottom down: a range holds another where it reaches to the least top so far.
    least: dict[object, float] = {}
    kept = set()
    for low, high, unit in sorted({_of(one) for one in found}, key=lambda of: (-of[0], of[1])):
        if high < least.get(unit, inf):
            least[unit] = high
            kept.add((low, high, unit))
    return [one for one in found if _of(one) in kept]


def _of(one: kit.facts.PayStatement) -> tuple[float, float, object]:
    return one.low or 0, one.high or 0, one.unit


def _times(one: kit.facts.PayStatement) -> float:
    return (one.high or 0) / (one.low or 1)


def _spread(case: kit.Case, one: kit.facts.PayStatement) -> kit.Finding | None:
    """Return the finding where a law sets how far apart the ends may be in a year."""
    hours = HOURS.get(unit_of(one) or "")
    if hours is None or one.low is None or one.high is None:
        return None
    a_year = HOURS["year"] / hours
    if hours == HOURS["year"]:
        a_year = 1.0
    spread, top = (one.high - one.low) * a_year, one.high * a_year
    for reach in asking(case):
        limit = reach.law.figures.get("spread")
        if limit and spread > limit and top <= reach.law.figures["none-above"]:
            words = {
                "words": kit.quoted(case.posting, one.span),
                "spread": money(spread, "CAD"),
                "place": kit.facts.place_name(reach.law.jurisdiction),
                "limit": money(limit, "CAD"),
            }
            grave = reach.limited(kit.Severity.ERROR)
            return kit.Finding("spread", one.span, words, severity=grave, authority=(reach.law,))
    return None


def _of_schedule(case: kit.Case, span: kit.Span) -> bool:
    near = kit.Span(max(0, span.start - _NEAR), min(len(case.text), span.end + _NEAR))
    return bool(case.hits.within(f"{_RULE}.steps", near))
