"""Statements that stand in one sentence, parted by semicolons."""

from __future__ import annotations

from postlint.document.kinds import SectionKind
from postlint.document.openings import is_duty_verb, is_plain_verb, opening_kind
from postlint.document.vocabulary import first_word
from postlint.text.patterns import pattern
from postlint.text.source import Span

_MODALS = r"(?:(?:may|will|also)\s+)?"
_PARTED = pattern(rf";(?:\s+|(?=[A-Z]))(?:(?:and|or)\s+)?{_MODALS}")
# "(1) files maps; (2) lends them", with semicolons, commas or neither.
_NUMBER = r"\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})\)\s+"
_NUMBERED = pattern(rf"[;,]?\s+(?:(?:and|or)\s+)?{_NUMBER}{_MODALS}")
_FIRST = pattern(_NUMBER)
# Who and where stand before the dash in a newsletter's line.
_DASHES = frozenset("-\u2013\u2014")
_DASH = pattern(r"(?:\A|\s)[-\u2013\u2014]\s+")
_LEAST = 3


def split_clauses(content: str, span: Span) -> list[Span]:
    """Return the clauses of a sentence that each state something done; none where it has none.

    "Plans the budget; leads nine people; and answers to the council." Most of what
    follows a semicolon must open with a verb: a list of names has semicolons, too.
    """
    text = content[span.start : span.end]
    semicolons = text.count(";")
    led = _LED.match(text) if ":" in text else None
    cuts = list(_NUMBERED.finditer(text)) if ") " in text else []
    numbered = len(cuts) > 1
    if not numbered:
        if not semicolons:
            return [] if led is None else _commas(span.start, text, led.end())
        cuts = list(_PARTED.finditer(text))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    opened = [_opens(text[start : start + 60]) for start in starts[1:]]
    orders = not all(opened) and _commands(text[starts[0] :])
    if orders:
        opened = [one or _is_command(text[at:]) for one, at in zip(opened, starts[1:], strict=True)]
    # What has a number, or stands beside an order, is one of a list, whatever the verb is.
    if sum(opened) * 3 < len(opened) * (1 if numbered or orders else 2):
        return []
    dash = _dash(text, ends[0])
    # Two are enough where a dash says that they are all that is done.
    if len(starts) < _LEAST - (dash > 0):
        return []
    starts[0] = max(dash, led.end() if led is not None and led.end() < ends[0] else 0)
    number = _FIRST.match(text, starts[0])
    starts[0] = number.end() if number is not None else starts[0]
    return [
        Span(span.start + start, span.start + end)
        for start, end in zip(starts, ends, strict=True)
        if text[start:end].strip()
    ]


# "The essential functions of this job include: filing …"
_LED = pattern(
    r"[^.;:]{0,160}\b(?:include|includes|including|are|following|to|for|will)\s?:\s+(?=[A-Za-z])"
)
_COMMA = pattern(r",\s+(?:and\s+)?(?=[a-z]+ing\b)")
_ING = pattern(r"(?P<verb>[a-z]+ing)\b")


def _commas(start: int, text: str, begin: int) -> list[Span]:
    """Return what is done, parted by commas behind a colon: "filing logs, counting crates"."""
    cuts = list(_COMMA.finditer(text, begin))
    starts = [begin, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    opened = [_ING.match(text, at) for at in starts]
    if len(starts) < _LEAST or not all(one and is_duty_verb(one["verb"]) for one in opened):
        return []
    return [Span(start + low, start + high) for low, high in zip(starts, ends, strict=True)]


def follows_dash(content: str, clause: Span) -> bool:
    """Say whether a newsletter's dash stands before a clause: "Clerk, Elk County — files deeds"."""
    return content[max(0, clause.start - 3) : clause.start].rstrip()[-1:] in _DASHES


# A title and a place stand before such a dash, and a sentence behind it.
_ENTRY = pattern(
    r"[^.;:!?\n]{3,120}?(?:\s[-\u2013\u2014]|[\u2013\u2014])\s+"
    r"(?=[A-Z]|(?:the|this|successful|selected|incumbent|individual)\b)"
)


_UNIT = pattern(
    r"[^.;:!?\n,]{3,80},\s[A-Z][^.;:!?\n]{3,80}?(?:\s[-\u2013\u2014]|[\u2013\u2014])\s+(?=[A-Z])"
)


def behind_dash(content: str, sentence: Span) -> Span:
    """Return a sentence without who and where a newsletter puts before it."""
    found = _ENTRY.match(content, sentence.start, sentence.end)
    if found is not None:
        # "Clerk 9 – Vaults Section, Elk County – This post …": a unit has a dash of its own.
        employer = _UNIT.match(content, found.end(), sentence.end)
        found = found if employer is None else employer
    return Span(found.end(), sentence.end) if found else sentence


def _dash(text: str, end: int) -> int:
    """Return where a clause begins behind a dash, or 0."""
    for dash in _DASH.finditer(text, 0, end):
        if _opens(text[dash.end() : dash.end() + 60]):
            return dash.end()
    return 0


def _commands(text: str) -> bool:
    """Say whether a sentence begins as an order does: "Inspect the brakes"."""
    verb = first_word(text)
    return verb[-1:] not in "sg" and is_plain_verb(verb)


def _is_command(clause: str) -> bool:
    """Say whether a clause goes on with an order, though its verb may be a noun: "order parts"."""
    verb = first_word(clause)
    return verb[-1:] not in "sg" and is_duty_verb(verb)


def _opens(words: str) -> bool:
    if opening_kind(words) is SectionKind.DUTIES:
        return True
    # "With the help of the clerk, conducts a review": what leads in ends with a comma.
    lead, comma, rest = words.partition(", ")
    return bool(comma) and lead.count(" ") < 9 and opening_kind(rest) is SectionKind.DUTIES
