"""PAY020: let the figures of the pay agree.

## What it checks
Two ranges of one unit that differ, neither within the other; a year, a month or two weeks of pay
that an hour of it cannot come to; and a rise that ends below the pay it begins from.
Pay by grade, step, level, shift or place may differ, and so may a hiring range within the range of
the class.
An hour is held against a year of 700 to 2,200 hours, so that part-time and school years agree.

## Why
Applicants take the higher figure for the offer, and the employer means the lower.
A posting that gives two answers has given none.

## When not to use it
For a text that gathers several posts.

## Fix safety
No fix: which figure holds is the employer's to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from postlint.rules import (
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    Severity,
    Span,
    facts,
    laws,
    pattern,
    quoted,
)
from postlint_rules.pay._pay import advertises, of_two_units, paid, unit_of

# How many of a smaller unit a larger one may hold, part-time years and school years included.
_HOLDS = {
    ("hour", "year"): (700.0, 2200.0),
    ("hour", "month"): (60.0, 190.0),
    ("hour", "two weeks"): (30.0, 90.0),
    ("day", "year"): (150.0, 262.0),
    ("week", "year"): (36.0, 53.5),
    ("two weeks", "year"): (18.0, 27.1),
    ("half month", "year"): (18.0, 24.5),
    ("month", "year"): (8.5, 12.5),
}
# "$61,000" is rounded from "$61,209" and no other answer.
_NEARLY = 0.99
# Ends of a range that come to years of this much difference do not belong together.
_UNEVEN = 1.06
# Two statements further apart than this may be about different things.
_NEAR = 300
_AROUND, _LONG = 110, 200
_BY = pattern(
    r"\b(?:grades?|steps?|levels?|tiers?|bands?|shifts?|lanes?|zones?|classes|series|schedule|"
    r"degree|bachelor\w*|master\w*|senior|junior|lead|entry|supervisor|trainee|certified|"
    r"experienced|contract|locations|lateral|I{1,3}|IV|[A-Z]\)|option|effective|beginning|as of|"
    r"starting (?:on|in)|part[- ]time|half|percent|overtime|on[- ]target|OTE|salary in the|"
    r"department of|division of)\b|\d\d ?%",
    re.IGNORECASE,
)
# "$46,000 to $67,000 and $49,000 to $71,000": two grades, and said so by "and".
_JOINED = pattern(r"\W*(?:and|or|;|,|/)\W*", re.IGNORECASE)
_RISES = pattern(
    r"\b(?:increas\w+|ris(?:es?|ing)|goes|going|progress\w+|advanc\w+|moves?|then|raise\w*)\s+to\b|"
    r"\b(?:after|upon|following|at)\s+(?:\w+\W+){0,5}(?:months?|days?|probation\w*|training|year)\b",
    re.IGNORECASE,
)


class PayContradiction(Rule):
    """Let the figures of the pay agree."""

    meta = RuleMeta(
        code="PAY020",
        name="pay-contradiction",
        summary="Figures of the pay contradict one another.",
        severity=Severity.WARNING,
        messages={
            "ranges": "'{words}' and '{other}' are two answers to what the post pays.",
            "units": "'{words}' does not come to '{other}'.",
            "rise": "'{words}' is a rise that ends below '{other}'.",
        },
        authority=laws("pay-arithmetic"),
        advice="Keep the right figure and take the other out.",
        why="Two answers to one question are no answer.",
        since="0.1",
        tags=frozenset({"pay"}),
    )
    applies = (advertises,)

    def check(self, case: Case) -> Outcomes:
        """Hold the statements against one another."""
        stated = [one for one in paid(case) if not of_two_units(one)]
        if len(stated) < 2:
            yield NotApplicable("The posting does not state pay twice.")
            return
        found = [*_rises(case, stated), *_units(case, stated), *_two_answers(case, stated)]
        yield from found
        if not found:
            yield Passed("The figures of the pay agree.", tuple(one.span for one in stated[:4]))


def _contradict(
    case: Case, message: str, one: facts.PayStatement, other: facts.PayStatement
) -> Finding:
    words = {"words": quoted(case.posting, one.span), "other": quoted(case.posting, other.span)}
    return Finding(message, one.span, words, related=(Related(other.span, "The other figure."),))


def _line(case: Case, span: Span) -> str:
    """Return the line a figure stands in, which says of what grade or place it is."""
    text = case.text
    start = max(text.rfind(mark, max(0, span.start - _LONG), span.start) for mark in "\r\n") + 1
    ends = [text.find(mark, span.end, span.end + _LONG) for mark in "\r\n"]
    end = min((end for end in ends if end >= 0), default=min(len(text), span.end + _LONG))
    return text[max(start, span.start - _LONG) : end]


def _two_answers(case: Case, stated: Sequence[facts.PayStatement]) -> Iterator[Finding]:
    """Yield two ranges of one unit of which neither lies within the other."""
    by_unit: dict[str, dict[tuple[float, float], facts.PayStatement]] = {}
    for one in stated:
        unit = unit_of(one)
        if one.low is not None and one.high is not None and one.is_range and unit is not None:
            by_unit.setdefault(unit, {}).setdefault((one.low, one.high), one)
    for answers in by_unit.values():
        # A hiring range stands within the range of the class; three and more are a schedule.
        widest = [one for ends, one in answers.items() if not _within_another(ends, answers)]
        if len(widest) != 2:
            continue
        first, second = widest
        between = case.text[first.span.end : second.span.start]
        told_apart = any(_BY.search(_line(case, one.span)) for one in widest)
        if not told_apart and not _JOINED.fullmatch(between):
            yield _contradict(case, "ranges", second, first)


def _within_another(ends: tuple[float, float], answers: Iterable[tuple[float, float]]) -> bool:
    low, high = ends
    return any(
        _NEARLY * least <= low and _NEARLY * high <= most
        for least, most in answers
        if (least, most) != (low, high)
    )


def _units(case: Case, stated: Sequence[facts.PayStatement]) -> Iterator[Finding]:
    """Yield what stands beside a figure of another unit and does not come to it."""
    for one, other in pairwise(stated):
        small, large = one, other
        if (large.unit, small.unit) in _HOLDS:
            small, large = other, one
        bounds = _HOLDS.get((small.unit or "", large.unit or ""))
        if bounds is None or other.span.start - one.span.end > _NEAR:
            continue
        if len(small.amounts) != len(large.amounts) or small.openness != large.openness:
            continue
        times = [
            much / little
            for little, much in zip(small.amounts, large.amounts, strict=True)
            if little
        ]
        uneven = len(times) == 2 and max(times) > _UNEVEN * min(times)
        if uneven or any(not bounds[0] <= each <= bounds[1] for each in times):
            yield _contradict(case, "units", other, one)


def _rises(case: Case, stated: Sequence[facts.PayStatement]) -> Iterator[Finding]:
    """Yield a rise that ends below the pay it begins from."""
    for before, one in pairwise(stated):
        if one.is_range or unit_of(one) != unit_of(before) or one.openness == "from":
            continue
        start = max(before.span.end, one.span.start - _AROUND)
        end = min(len(case.text), one.span.end + 60)
        if one.span.start - before.span.end > _NEAR or not _RISES.search(case.text, start, end):
            continue
        if max(one.amounts) < min(before.amounts):
            yield _contradict(case, "rise", one, before)
