"""Blanks left in a posting for somebody to fill in: `[supervisor's title]`, "lorem ipsum".

A template brings them, and so do fixes that add what only the employer knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.document.vocabulary import any_of
from postlint.text.diagnostics import Finding
from postlint.text.patterns import pattern
from postlint.text.source import Span
from postlint.text.tables import line_set

# "[words]", and not "[words](address)", which is a link, nor "[words]:", which names one.
_BRACKETS = pattern(r"\[([^\W\d_][^\[\]\r\n]{1,120})\](?![(\[:])|(?<!<)<([^\W\d_][^<>\r\n]{1,60})>")
_NONSENSE = pattern(r"(?i)\blorem ipsum\b")
# What Word's own forms ask, and crosses in the place of a value.
_PROMPT = pattern(
    r"(?i)\b(?:click|tap|click or tap)(?: here)? to enter (?:a |an |some )?"
    r"(?:text|date|number|picture)\b\.?|\bchoose an item\b\.?"
)
_CROSSES = pattern(
    r"(?:(?<=:)|(?<=:[ \t\xa0])|(?<=\$)|(?<=\$ ))(?:X{3,}|x{3,}|X{1,3}(?:,XXX)+)(?![^\W_])"
)
# "Reports to: Enter text", "Closes: mm/dd/yyyy", "Reports to: ???": what a form says of its value.
_REQUESTED = pattern(
    r"(?i):[ \t\xa0]*(?P<words>(?:please )?(?:enter|type|insert|add|fill in|select|choose) "
    rf"(?:[a-z]+ ){{0,3}}(?:{any_of('blanks')})"
    r"|(?:mm|dd|xx)[/.-](?:dd|mm|xx)[/.-](?:yyyy|yy|xxxx|xx)|\?{2,})[ \t\xa0.]*(?=[\r\n]|\Z)"
)
# A field that a mail merge did not fill: "«Job_Title»", typed as "<<Job_Title>>".
_MERGED = pattern(r"«[^\W\d_][\w ]{1,40}»|<<[^\W\d_][\w ]{1,40}>>")
# What applicants are asked to write: "Subject line: Clerk [your last name]".
_OF_APPLICANTS = pattern(
    r"(?i)\b(?:subject line|subject of (?:the|your) e-?mail|file ?names?"
    r"|(?:name|title|label|save) (?:the|your|all) (?:files?|e-?mails?|documents?|r[eé]sum[eé]s?)"
    r")\b"
)
_THEIRS = frozenset({"name", "surname", "initials"})
_BEFORE = 120


def placeholders(text: str) -> Iterator[Finding]:
    """Yield a finding for every blank that was left."""
    for match in _BRACKETS.finditer(text):
        inner = match[1] or match[2]
        if _is_blank(inner, angular=match[1] is None) and not _is_for_applicants(text, match):
            yield _finding(Span(match.start(), match.end()), match[0])
    lowered = text.lower()
    if " to enter " in lowered or "hoose an item" in lowered:
        for match in _PROMPT.finditer(text):
            yield _finding(Span(match.start(), match.end()), match[0].rstrip("."))
    if "xxx" in lowered:
        for match in _CROSSES.finditer(text):
            yield _finding(Span(match.start(), match.end()), match[0])
    if "«" in text or "<<" in text:
        for match in _MERGED.finditer(text):
            yield _finding(Span(match.start(), match.end()), match[0])
    for match in _REQUESTED.finditer(text):
        yield _finding(Span(*match.span("words")), match["words"])
    # Found by its plain letters first: the search for words walks the whole text.
    for match in _NONSENSE.finditer(text) if "orem ipsum" in lowered else ():
        yield _finding(Span(match.start(), match.end()), match[0])


def has_blank(text: str) -> bool:
    """Say whether a few words have a blank in them that somebody was to fill in."""
    return next(placeholders(text), None) is not None


_OPENS = "[<{«("
_WHOLE = pattern(r"(?P<opens>[\[<{«(]+)(?P<inner>[^\[\]<>{}«»()\r\n]{2,120})[\]>}»)]+[.;]?\Z")
# "Type duty here", "Insert text here", without brackets.
_HERE = pattern(
    r"(?i)(?:please )?(?:insert|type|enter|add|list|write) (?:[a-z]+ ){0,4}"
    rf"(?:{any_of('blanks_whole')})[.;]?\Z"
    r"|x{3,}\Z|[\W_]+\Z"
)


def is_left_to_fill_in(words: str) -> bool:
    """Say whether words are a blank from end to end, and say nothing of a post.

    >>> is_left_to_fill_in("[Add further duties here]"), is_left_to_fill_in("Adds [and] files")
    (True, False)
    """
    if words[:1] not in _OPENS:
        return _HERE.match(words) is not None or _PROMPT.fullmatch(words) is not None
    match = _WHOLE.match(words)
    if match is None:
        return False
    if len(match["opens"]) > 1 or match["opens"] in "{«":
        return True
    words = match["inner"]
    if match["opens"] == "(":
        return words.partition(" ")[0].lower() in _ASKS and " " in words
    return _is_blank(words, angular=match["opens"] == "<")


# What a form asks for in round brackets, which say other things as well.
_ASKS = frozenset({"add", "insert", "list", "enter", "type", "provide"})


def _is_for_applicants(text: str, blank: re.Match[str]) -> bool:
    """Say whether a blank is for an applicant's own name, in what the applicant is to write."""
    if _THEIRS.isdisjoint(blank[0][1:-1].lower().split()):
        return False
    start = blank.start()
    line = max(text.rfind("\n", 0, start) + 1, start - _BEFORE)
    return _OF_APPLICANTS.search(text, line, start) is not None


def _finding(span: Span, words: str) -> Finding:
    return Finding("placeholder-left", span, {"words": words})


def _is_blank(inner: str, *, angular: bool) -> bool:
    words = " ".join(inner.lower().replace("’", "'").split())
    whole = line_set(__package__, "placeholders", "whole")
    if words in whole or words.partition("/")[0].strip() in whole:
        return not angular or words not in {"title", "address"}  # tags of HTML
    first = line_set(__package__, "placeholders", "first")
    return any(words.startswith(f"{lead} ") for lead in first)
