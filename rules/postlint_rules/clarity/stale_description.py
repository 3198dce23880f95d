"""CLAR012: look over a description that is years old.

## What it checks
Whether the posting says that it was approved, adopted or revised more than `years` (5) before its
own day, at its head or at its foot.
Dates of pay rates, laws and plans are not meant.

## Why
The agency's manual on the ADA says that descriptions written years ago are often inaccurate and
weigh less than the work as it is done.

## When not to use it
For class specifications that a board revises by its own calendar.
"""

import postlint.rules as kit

_HEAD, _FOOT = 1200, 600
_DATED = kit.pattern(
    r"(?im)^[^\w\n]{0,4}(?:(?:date )?(?:last )?(?:approved|adopted|revised|revision|updated)"
    r"|(?:approval|revision|adoption) date|(?:board|date)[ -](?:approved|adopted|approval|revised)"
    r"|(?:date )?established)\b(?: by [^\n\d]{0,40})?(?: on)?[ \t:]*"
    r"(?:date[ \t:]*)?[^\n\d]{0,12}?[^\n]{0,14}?\b(?P<year>(?:19|20)\d\d)\b"
)
_SAYS = frozenset("approved adopted revised revision updated approval adoption established".split())


def _dated(case: kit.Case) -> list[tuple[int, kit.Span]]:
    end = 0 if _SAYS.isdisjoint(case.words.distinct) else len(case.text)
    ends = ((0, min(_HEAD, end)), (max(_HEAD, end - _FOOT), end))
    found = [match for part in ends for match in _DATED.finditer(case.text, *part)]
    passage = case.posting.passage
    return [(int(one["year"]), passage(kit.Span(*one.span())).span) for one in found]


class StaleDescription(kit.Rule):
    meta = kit.RuleMeta(
        code="CLAR012",
        summary="The description was approved or revised years ago.",
        severity=kit.Severity.WARNING,
        messages={
            "old": "'{words}': that is {years} years before the day of this posting.",
            "old-today": "'{words}': that is {years} years ago; the posting does not say its day.",
        },
        authority=kit.laws("us-eeoc-manual-descriptions"),
        advice="Review the description and write the new date.",
        why="Work changes, and an old description describes another post.",
    )
    applies = (kit.only(_dated, "No day was found on which the text was approved or revised."),)
    years: int = 5

    def check(self, case: kit.Case) -> kit.Outcome:
        year, span = max(_dated(case))
        day = case[kit.judged_on].value
        passed = day.date.year - year
        if passed <= self.years:
            return kit.Passed(f"The text is of {year}.", (span,))
        # An old paper may come from a shelf: where no day is known, none is claimed.
        message, grave = ("old", None) if day.stated else ("old-today", kit.Severity.INFO)
        return kit.mark(case, message, span, {"years": passed}, severity=grave)
