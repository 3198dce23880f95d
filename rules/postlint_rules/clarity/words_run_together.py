"""CLAR010: part words that ran together.

## What it checks
Whether a posting has three places (`least`) or more where two words, or two sentences, stand
without a blank between them: "the agency.Applicants", "responsibilitiesThe".
Names written so on purpose, such as "JavaScript" or "SharePoint", and addresses are skipped.
There is one finding, and it counts.

## Why
Text loses its blanks when it is copied from a page or a form, and programs that read postings for
applicants then lose its headings and lists.

## When not to use it
For texts whose own names are written so.
"""

from collections.abc import Sequence

import postlint.rules as kit
from postlint_rules.clarity._text import seams


class WordsRunTogether(kit.PlacesRule):
    meta = kit.RuleMeta(
        code="CLAR010",
        summary="Words stand together that a blank should part.",
        messages={"joined": "'{words}' are two words; {others} more places are like it."},
        authority=kit.laws("plain-signs"),
        advice="Put a blank between the words.",
        why="Words run together are lost to search and screen readers.",
    )
    least: int = 3

    message = "joined"
    passing, also = "Words run together in fewer than {least} places.", "So is this."

    def places(self, case: kit.Case) -> tuple[kit.Span, ...]:
        return case[seams].spans

    def data(self, case: kit.Case, places: Sequence[kit.Span]) -> dict[str, object]:  # noqa: ARG002  # as others ask
        return {"others": len(places) - 1}

    def looked_at(self, case: kit.Case) -> tuple[kit.Span, ...]:
        return case[seams].spans
