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

from collections.abc import Iterator

from postlint.rules import (
    Case,
    Finding,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    Severity,
    Span,
    laws,
    pattern,
    quoted,
)

# "lowerUpper" inside a word, and a stop with a capital right behind it.
_SEAM = pattern(
    r"(?<![^\W\d_])[A-Za-z]?[a-z]{2,}(?P<camel>[A-Z][a-z]{2,})(?![^\W\d_])"
    r"|[a-z]{2,}[.;!?)](?P<stop>[A-Z][a-z]{2,})(?![^\W\d_])"
)
_ADDRESS = pattern(r"\S*(?:https?:|www\.|@|/)\S*")
# The halves of names that are written as one word.
_NAMES = pattern(
    r"(?i)script|hub|point|soft|tube|linked|book|pay|power|face|cloud|word|mc|mac|data|share|drive"
    r"|mail|team|office|quick|git|jira|crm|erp|gov|post|my|open|smart|track|source|chart|works"
    r"|link|forms|connect|fusion|sales|service|docu|sign|lab|pro|blue|red|green|black|view|path"
)
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
        since="0.1",
    )
    least: int = 3

    def check(self, case: Case) -> Outcomes:
        """Count the seams."""
        seams = list(_seams(case))
        if len(seams) < self.least:
            yield Passed(f"Words run together in fewer than {self.least} places.", tuple(seams))
            return
        data = {"words": quoted(case.posting, seams[0]), "count": len(seams)}
        related = tuple(Related(seam, "So are these.") for seam in seams[1 : _SHOWN + 1])
        yield Finding("joined", seams[0], data, related=related)


def _seams(case: Case) -> Iterator[Span]:
    if found := list(_candidates(case)):
        addresses = [Span(*match.span()) for match in _ADDRESS.finditer(case.text)]
        for span in found:
            if not any(span.overlaps(address) for address in addresses):
                yield span


def _candidates(case: Case) -> Iterator[Span]:
    places = case.words.places
    for match in _SEAM.finditer(case.text):
        span = Span(*match.span())
        second = match["camel"] or match["stop"]
        first = match[0][: -len(second)].rstrip(".;!?)").lower()
        # Both halves are words of this text, so that no name is taken apart.
        halves = (first, second.lower())
        known = all(half in places and not _NAMES.fullmatch(half) for half in halves)
        if known or not match["camel"]:
            yield span
