"""QUAL005: ask for ten years only where ten are needed.

## What it checks
Whether an applicant must have `note` (10) years of experience or more; from `most` (15) years on
it is a warning.
The age of a house, and years that are only preferred, are not meant.

## Why
Years stand in for what somebody can do, and few can say why ten and not seven.
The numbers are this project's.

## When not to use it
For posts whose years a law or an agreement sets.
"""

from collections.abc import Iterator
from itertools import groupby

import postlint.rules as kit
from postlint_rules.qualifications._required import is_wanted

_OR = kit.pattern(r"(?i)\bor\b")
# What stands in for the years makes them no floor.
_STANDS_IN = kit.pattern(r"(?i)\bor (?:an?|any) (?:equivalent|acceptable|combination)\b")


class YearsFloorExcessive(kit.Rule):
    meta = kit.RuleMeta(
        code="QUAL005",
        summary="Very many years of experience are required.",
        highest=kit.Severity.WARNING,
        messages={"many": "'{words}' asks for {years:g} years or more."},
        authority=kit.laws("hiring-practice"),
        advice="Name the skill and fewer years.",
        why="Years measure time and not skill.",
    )
    note: float = 10
    most: float = 15

    def check(self, case: kit.Case) -> kit.Outcome:
        longest = max(_floors(case), key=lambda one: one.low, default=None)
        if longest is None:
            return kit.NotApplicable("No years of experience were found to be required.")
        if longest.low < self.note:
            years = f"{longest.low:g} year{'s' * (longest.low != 1)}"
            reason = f"The most that is required is {years}."
            return kit.Passed(reason, (longest.span,))
        severity = kit.Severity.WARNING if longest.low >= self.most else None
        return kit.mark(case, "many", longest.span, {"years": longest.low}, severity=severity)


def _floors(case: kit.Case) -> Iterator[kit.facts.ExperienceMention]:
    """Yield the years that are required, and of alternatives in one sentence the least."""
    wanted = (one for one in case[kit.facts.experience].value if one.required)
    own = (one for one in wanted if is_wanted(case, one))
    for span, mentions in groupby(own, key=lambda one: kit.sentence_at(case.posting, one.span)):
        group = sorted(mentions, key=lambda one: one.low)
        if not _STANDS_IN.search(case.text, *span):
            yield from group[:1] if _OR.search(case.text, *span) else group
