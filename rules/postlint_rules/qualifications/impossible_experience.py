"""QUAL010: ask for no more years than a thing has existed.

## What it checks
Whether more years of experience are asked for in a product, a standard or a law than lie between
its first public release and the day of the posting.
As many years as there were is information: only its makers can have them.

## Why
Nobody can meet it, and those who know the field see at once that nobody who knows it wrote it.

## When not to use it
Where work on a forerunner of another name is meant; say so in the posting.
"""

from collections.abc import Iterator

import postlint.rules as kit

_RULE = "impossible-experience"
# How far behind the years the thing stands: "five years of experience running Docker".
_NEAR = 60


class ImpossibleExperience(kit.Rule):
    meta = kit.RuleMeta(
        code="QUAL010",
        summary="More years are asked for than the thing has existed.",
        severity=kit.Severity.WARNING,
        messages={
            "more": "'{words}' asks for {years:g} years; {thing} was first released in {since}.",
            "all": "'{words}' asks for all the years since {thing} was first released, in {since}.",
        },
        authority=kit.laws("release-days"),
        advice="Ask for no more years than there have been.",
        why="Nobody can have so many years of it.",
    )
    phrases_from = "qualifications"

    def check(self, case: kit.Case) -> kit.Outcomes:
        year = case[kit.judged_on].value.date.year
        dated = list(_dated(case))
        found = False
        for span, thing, since, years in dated:
            passed = year - since
            if years >= passed:
                found = True
                data = {"years": years, "thing": thing, "since": since}
                message, grave = ("more", None) if years > passed else ("all", kit.Severity.INFO)
                yield kit.mark(case, message, span, data, severity=grave)
        if not dated:
            yield kit.NotApplicable(
                "No years are asked for in a thing whose first release is known."
            )
        elif not found:
            yield kit.Passed(
                "Each has existed for longer than asked.", tuple(one[0] for one in dated)
            )


def _dated(case: kit.Case) -> Iterator[tuple[kit.Span, str, int, float]]:
    for name, entry in kit.table(__package__, "qualifications")[_RULE]["since"].items():
        for hit in case.hits[f"{_RULE}.{name}"]:
            sentence = kit.sentence_at(case.posting, hit)
            for one in case[kit.facts.experience].value:
                near = one.span.start <= hit.start <= one.span.end + _NEAR
                if near and sentence.contains(one.span):
                    end = max(one.span.end, hit.end)
                    yield kit.Span(one.span.start, end), entry["name"], entry["year"], one.low
