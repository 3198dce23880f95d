"""QUAL010: ask for no more years than a thing has existed.

## What it checks
Whether more years of experience are asked for in a product, a standard or a law than lie between
its first public release and the day of the posting.
As many years as there were is information: only its makers can have them.

## Why
Nobody can meet it, and those who know the field see at once that nobody who knows it wrote it.

## When not to use it
Where work on a forerunner of another name is meant; say so in the posting.

## Fix safety
No fix.
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.rules import (
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    Severity,
    Span,
    facts,
    judged_on,
    laws,
    phrases,
    quoted,
    sentence_at,
    table,
)

_RULE = "impossible-experience"
# How far behind the years the thing stands: "five years of experience running Docker".
_NEAR = 60


class ImpossibleExperience(Rule):
    """Ask for no more years than a thing has existed."""

    meta = RuleMeta(
        code="QUAL010",
        name=_RULE,
        summary="More years are asked for than the thing has existed.",
        severity=Severity.WARNING,
        messages={
            "more": "'{words}' asks for {years:g} years; {thing} was first released in {since}.",
            "all": "'{words}' asks for all the years since {thing} was first released, in {since}.",
        },
        authority=laws("release-days"),
        advice="Ask for no more years than there have been.",
        why="Nobody can have so many years of it.",
        since="0.1",
        tags=frozenset({"qualifications"}),
    )
    phrases = phrases(__package__, "qualifications", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Compare years asked with years passed."""
        year = case[judged_on].value.date.year
        dated = list(_dated(case))
        found = False
        for span, thing, since, years in dated:
            passed = year - since
            if years >= passed:
                found = True
                data = {
                    "words": quoted(case.posting, span),
                    "years": years,
                    "thing": thing,
                    "since": since,
                }
                if years > passed:
                    yield Finding("more", span, data)
                else:
                    yield Finding("all", span, data, severity=Severity.INFO)
        if not dated:
            yield NotApplicable("No years are asked for in a thing whose first release is known.")
        elif not found:
            yield Passed("Each has existed for longer than asked.", tuple(one[0] for one in dated))


def _dated(case: Case) -> Iterator[tuple[Span, str, int, float]]:
    for name, entry in table(__package__, "qualifications")[_RULE]["since"].items():
        for hit in case.hits[f"{_RULE}.{name}"]:
            sentence = sentence_at(case.posting, hit)
            for one in case[facts.experience].value:
                near = one.span.start <= hit.start <= one.span.end + _NEAR
                if near and sentence.contains(one.span):
                    yield (
                        Span(one.span.start, max(one.span.end, hit.end)),
                        entry["name"],
                        entry["year"],
                        one.low,
                    )
