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

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

import postlint.rules as kit

# How far behind the years the thing stands: "five years of experience running Docker".
_NEAR = 60
# "Fifteen years of experience, including Docker": the years are of the whole.
_AMONG = kit.pattern(
    r"(?i)\bincluding\b|\bof which\b|\bamong them\b|\bideally\b|\bpreferably\b|\bsome\b"
)


class ImpossibleExperience(kit.FaultsRule):
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

    passing = "Each has existed for longer than requested."
    nothing = "No years were found that are asked for in a thing whose first release is known."

    def looked_at(self, case: kit.Case) -> tuple[kit.Span, ...]:
        return tuple(span for span, _, _ in self._dated(case))

    def faults(self, case: kit.Case) -> kit.Findings:
        for span, data, passed in self._dated(case):
            if data["years"] > passed:
                yield kit.mark(case, "more", span, data)
            elif data["years"] == passed:
                yield kit.mark(case, "all", span, data, severity=kit.Severity.INFO)

    def _dated(self, case: kit.Case) -> Iterator[tuple[kit.Span, dict[str, Any], int]]:
        """Yield where years are asked for in a thing, and for how many it has existed."""
        day, table = case[kit.judged_on].value.date, kit.table(__package__, "qualifications")
        mentions = sorted(case[kit.facts.experience].value, key=_start)
        if not mentions:
            return
        for name, thing in table[self.meta.name]["since"].items():
            for hit in self.hits(case, name):
                sentence = kit.sentence_at(case.posting, hit)
                first = bisect_left(mentions, sentence.start, key=_start)
                for one in mentions[first : bisect_right(mentions, hit.start, key=_start)]:
                    if _AMONG.search(case.text, one.span.start, hit.start):
                        continue
                    if hit.start <= one.span.end + _NEAR and sentence.contains(one.span):
                        span = kit.Span(one.span.start, max(one.span.end, hit.end))
                        data = {"years": one.low, "thing": thing["name"], "since": thing["year"]}
                        yield span, data, day.year - thing["year"]


def _start(one: kit.facts.ExperienceMention) -> int:
    return one.span.start
