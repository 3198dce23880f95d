"""CLAR006: write one duty a line.

## What it checks
Where a list has at least `least-duties` (5) duties: whether more than a quarter of them (`most`)
are several in one: two semicolons or more, more than 45 words, or more than three verbs in a row.

## Why
What holds several duties cannot be marked essential, weighed or evaluated as one.
A share is judged and not each line: most postings have one such duty.

## When not to use it
Where the lines are set by a class specification.
"""

import postlint.rules as kit
from postlint_rules.clarity._shares import DutyShare
from postlint_rules.clarity._text import duties_meta

_LONG = 45
_SEMICOLONS = 2
_VERBS = 3
_JOINED = kit.pattern(r"(?i),\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+")


class DutyCompound(DutyShare):
    meta = duties_meta(
        code="CLAR006",
        summary="Many duties are several in one.",
        messages={
            "share": "{count} of {total} duties are several in one, such as '{words}'; give each "
            "a line of its own.",
        },
        authority=kit.laws("position-writing"),
        advice="Give each duty a line of its own.",
        why="Duties in one line cannot be marked or weighed.",
    )
    most: float = 0.25
    passing = "The duties stand one a line"

    def counts(self, case: kit.Case, duty: kit.Duty) -> bool:
        """Say whether a duty is several in one."""
        words = duty.text.text
        if words.count(";") >= _SEMICOLONS or len(case.words.between(duty.span)) > _LONG:
            return True
        verbs = 0
        for part in _JOINED.split(words):
            if kit.opening_kind(part) is not kit.SectionKind.DUTIES:
                break
            verbs += 1
        return verbs > _VERBS
