"""CLAR010: part words that ran together.

## What it checks
Whether a posting has three places (`least`) or more where two words, or two sentences, stand
without a blank between them: "the agency.Applicants", "responsibilitiesThe".
Names written so on purpose, such as "JavaScript" or "SharePoint", and addresses are passed over.
There is one finding, and it counts.

## Why
Text loses its blanks when it is copied from a page or a form, and programs that read postings for
applicants then lose its headings and lists.

## When not to use it
For texts whose own names are written so.

## Fix safety
No fix: where a heading or a line is lost, a blank does not bring it back.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    Severity,
    laws,
    quoted,
)
from postlint_rules.clarity._text import seams

_SHOWN = 5


class WordsRunTogether(Rule):
    """Part words that ran together."""

    meta = RuleMeta(
        code="CLAR010",
        name="words-run-together",
        summary="Words stand together that a blank should part.",
        severity=Severity.INFO,
        messages={"joined": "'{words}' are two words; {count} places are like it."},
        authority=laws("plain-signs"),
        advice="Put a blank between the words.",
        why="Words run together are lost to search and screen readers.",
        since="0.1",
    )
    least: int = 3

    def check(self, case: Case) -> Outcomes:
        """Count the seams."""
        found = case[seams].spans
        if len(found) < self.least:
            yield Passed(f"Words run together in fewer than {self.least} places.", found)
            return
        data = {"words": quoted(case.posting, found[0]), "count": len(found)}
        related = tuple(Related(seam, "So are these.") for seam in found[1 : _SHOWN + 1])
        yield Finding("joined", found[0], data, related=related)
