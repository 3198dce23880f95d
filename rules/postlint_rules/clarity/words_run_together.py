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
from string import ascii_lowercase, ascii_uppercase

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
# A capital behind small letters, or behind the end of a sentence, and what follows it.
_SECOND = pattern(r"[A-Z](?<=[a-z.;!?)][A-Z])[a-z]{2,}(?![^\W\d_])")
_STOPS = frozenset(".;!?)")
_SMALL = frozenset(ascii_lowercase)
_ADDRESS = pattern(r"\S*(?:https?:|www\.|@|/)\S*")
# The halves of names that are written as one word.
_NAMES = pattern(
    r"(?i)script|hub|point|soft|tube|linked|book|pay|power|face|cloud|word|mc|mac|data|share|drive"
    r"|mail|team|office|quick|git|jira|crm|erp|gov|post|my|open|smart|track|source|chart|works"
    r"|link|forms|connect|fusion|sales|service|docu|sign|lab|pro|blue|red|green|black|view|path"
)
_SHOWN = 5
_LEAST_LETTERS = 2


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
    text, places = case.text, case.words.places
    floor = 0
    for match in _SECOND.finditer(text):
        stop = match.start()
        stopped = text[stop - 1] in _STOPS
        end = stop - stopped
        start = _begin(text, floor, end, stopped=stopped)
        if start < 0:
            continue
        floor = match.end()
        # Both halves are words of this text, so that no name is taken apart.
        halves = (text[start:end].lower(), match[0].lower())
        known = all(half in places and not _NAMES.fullmatch(half) for half in halves)
        if known or stopped:
            yield Span(start, floor)


def _begin(text: str, floor: int, end: int, *, stopped: bool) -> int:
    """Return where the small letters before a seam begin; -1 where they are no word."""
    start = end
    while start > floor and text[start - 1] in _SMALL:
        start -= 1
    if end - start < _LEAST_LETTERS:
        return -1
    if stopped:
        return start
    if start > floor and text[start - 1] in ascii_uppercase:
        start -= 1
    # Nothing of the word stands before it, such as a letter with an accent.
    return -1 if start and text[start - 1].isalpha() else start
