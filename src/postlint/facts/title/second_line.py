"""The line below a title that goes on with it: "ASSISTANT SUPERINTENDENT", "FOR BUSINESS"."""

from __future__ import annotations

from postlint.document.job_title import is_organisation
from postlint.document.parts import Passage
from postlint.facts.base import Case
from postlint.text.patterns import pattern
from postlint.text.source import Span

# A word that no line begins with by itself, and the names behind it; no sentence ends there.
_GOES_ON = pattern(
    r"[ \t*_]*(?:\r\n|\r|\n)[ \t#*_]*"
    r"(?P<words>(?P<joins>(?i:of|for|and|&|to))[ \t]+(?i:the[ \t]+)?"
    r"(?P<name>[A-Z][\w'’&/-]*(?:,?[ \t]+(?:(?:of|and|for|the|&)[ \t]+)?[A-Z][\w'’&/-]*){0,5}))"
    r"[ \t*_]*(?=[\r\n]|\Z)"
)
_BEGINS_LINE = pattern(r"(?:\A|(?<=[\r\n]))[ \t#*_]*\Z")
_LONGEST_MARKS = 12


def with_second_line(case: Case, words: Passage) -> Passage:
    """Return a title with the line below it, where that cannot stand without the title."""
    text, span = case.text, words.span
    found = _GOES_ON.match(text, span.end)
    if found is None or found["words"].isupper() != words.text.isupper():
        return words
    if _BEGINS_LINE.search(text, max(0, span.start - _LONGEST_MARKS), span.start) is None:
        return words
    if found["joins"].lower() in {"for", "to"} and is_organisation(found["name"]):
        return words  # "Head Cook", "for Elm School": who has it done
    return Passage(f"{words.text} {found['words']}", Span(span.start, found.end("words")))
