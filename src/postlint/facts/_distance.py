"""How far from the office the work is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from postlint.document.parts import Field
from postlint.facts._data import table, vocabulary
from postlint.facts.around import line_at, sentence_at
from postlint.facts.base import Case, Fact
from postlint.facts.work import Remote
from postlint.text.patterns import pattern
from postlint.text.source import Span
from postlint.text.tables import alternatives

_MISSING_DISTANCE: Final = "whether the work is done on site"


@cache
def _words() -> Mapping[str, frozenset[str]]:
    words = table("terms")["words"]
    return {
        name: frozenset(" ".join(part.split()) for part in words[name].split(";"))
        for name in ("place", "distance", "kind")
    }


def fields_named(case: Case, name: str) -> Iterator[Field]:
    """Yield the fields whose names are among those of a list, with words in them."""
    known = _words()[name]
    for field in case.posting.fields:
        key = " ".join(field.key.text.lower().strip(" :*").split())
        if key in known and field.value.text.strip():
            yield field


@cache
def _not_distance() -> re.Pattern[str]:
    """Return what finds "remote" and "hybrid" where they are said of something else than work."""
    words = table("terms")["words"]
    return pattern(
        rf"(?i)\bremote(?:ly)?\s+(?:{alternatives(words['remote_things'])})\b|"
        rf"\bhybrid\s+(?:{alternatives(words['hybrid_things'])})\b"
    )


# "Account Manager (Remote, US)", "Account Manager - Hybrid": apart from the name of the job.
_APART = pattern(r"(?i)[(\[,|/–—-]\s*(?:fully |100 ?% )?\Z")
_NO_MORE = pattern(r"\s*(?:[,)\](|/–—-]|\Z)")


def _ends_title(case: Case, place: Span) -> bool:
    """Say whether a title says it behind the name of the job."""
    title = case.posting.title
    if title is None or not title.span.contains(place):
        return False
    apart = _APART.search(case.text, title.span.start, place.start)
    return apart is not None and _NO_MORE.match(case.text, place.end, title.span.end) is not None


# A bare "remote" or "hybrid" says it of the work where these are near.
_OF_WORK = pattern(rf"(?i)\b(?:{vocabulary('terms', 'of_work')})\b")
_ALONE = pattern(
    r"(?i)\W*\(?(?:remote|hybrid|on-?\s?site|in[- ](?:person|office))\)?"
    r"(?:\s?\([A-Z][\w ,/-]{1,20}\)|(?:,| ?[-–—])? [A-Z][\w. ]{1,20})?\W*\Z"
)
_BARE: Final = frozenset(
    {"remote", "remotely", "hybrid", "on site", "on-site", "onsite", "in person", "in-person"}
    | {"in office", "in-office"}
)
_NEGATED = pattern(r"(?i)\b(?:not|no|never|isn.t|cannot|without)\b(?:\W+\w+){0,3}\W+\Z")
_DENIED = pattern(r"(?i)\W{0,3}(?:eligib\w+)?\W{0,4}(?:not?|none|n/a)\b")
# What is offered in many posts of a house says nothing of this one.
_OF_OTHERS = pattern(
    r"(?i)\b(?:depending on (?:the )?(?:position|role|job)|(?:many|most|some|certain|select) "
    r"(?:jobs|positions|roles))\b"
)
_DAYS = pattern(r"(?i)\A[^.;]{0,30}\b(?:one|two|three|four|[1-4])\b[^.;]{0,12}\bdays?\b")
_MAYBE = pattern(rf"(?i)\b(?:{vocabulary('terms', 'maybe')})\b")
_HERE_VALUE = pattern(r"(?i)on-?\s?site|in[- ]person|in[- ]office|\bno\b|\bnot\b|none|ineligible")
_AWAY_VALUE = pattern(
    r"(?i)\bremote\b|home-?\s?based|telecommut|telework|work from home|anywhere|virtual|"
    r"\byes\b|\bhome\b"
)
_PARTLY_VALUE = pattern(
    r"(?i)hybrid|flexible|partial|\bdays?\b|eligible|option|in[- ]office and|"
    r"occasional(?!(?:ly)? travel)|some"
)


def remote_of(case: Case) -> Fact[Remote | None]:
    """Return what a field says, else what running text says of the work."""
    by_value: dict[Remote, Span] = {}
    for field in fields_named(case, "distance"):
        found = _by_value(field)
        if found is not None:
            by_value.setdefault(found, field.value.span)
    for value in _FARTHEST:
        if value in by_value:
            return Fact(value, (by_value[value],))
    for key, value in _DISTANCES:
        for place in case.hits[f"terms.{key}"]:
            found = _in_words(case, place, value)
            if found == "on-site" and (other := _partly(case)) is not None:
                return Fact("hybrid", (other,))  # on site at times, and said to be hybrid
            if found is not None:
                return Fact(found, (place,))
    return Fact(None, missing=_MISSING_DISTANCE)


def _partly(case: Case) -> Span | None:
    """Return the words that call the post itself hybrid."""
    for place in case.hits["terms.partly"]:
        called = case.text[place.start : place.start + 6].lower() == "hybrid"
        if called and _in_words(case, place, "hybrid") == "hybrid":
            return place
    return None


# "Remote: no" and "Telework eligible: yes" stand side by side.
_FARTHEST: Final[tuple[Remote, ...]] = ("remote", "hybrid", "on-site")
_DISTANCES: Final[tuple[tuple[str, Remote], ...]] = (
    ("anywhere", "remote"),
    ("here", "on-site"),
    ("partly", "hybrid"),
    ("away", "remote"),
)


def _by_value(field: Field) -> Remote | None:
    """Return what a field's value says of the distance; most values say nothing."""
    value = field.value.text[:120]
    if pattern(r"(?i)\W*remote\W{1,3}no\b").match(value):
        return "on-site"  # "Remote? No."
    own = pattern(f"(?i){vocabulary('terms', 'of_distance')}").search(field.key.text)
    far = _AWAY_VALUE.search(value)
    here = _HERE_VALUE.search(value)
    if not own and pattern(r"(?i)\W*(?:yes|no|not|none|home|some|flexible)\W*").fullmatch(value):
        return None
    if far is not None and not own and far[0].lower() in {"yes", "home"}:
        far = None
    if here is not None and not own and here[0].lower() in {"no", "not", "none"}:
        here = None
    if pattern(r"(?i)hybrid").search(value) or (far and here and here[0].lower() != "not"):
        return "hybrid"
    if own and here is None and _PARTLY_VALUE.search(value):
        return "hybrid"
    if here is not None:
        return "on-site"
    if far is None:
        return None
    return "hybrid" if _PARTLY_VALUE.search(value) else "remote"


_CELL = pattern(r"[|·•\t\n\r]")


def _cell(text: str, place: Span) -> str:
    """Return what stands between the bars or dots of a line: "Alder | Remote (US) | $90k"."""
    line = line_at(text, place.start)
    before = text[line.start : place.start]
    start = line.start + max((match.end() for match in _CELL.finditer(before)), default=0)
    after = _CELL.search(text, place.end, line.end)
    return text[start : after.start() if after else line.end]


def _in_words(case: Case, place: Span, value: Remote) -> Remote | None:
    """Return what words about distance say of this work; `None` where they say nothing of it."""
    text = case.text
    sentence = sentence_at(case, place.start)
    near = Span(max(sentence.start, place.start - 80), min(sentence.end, place.end + 80))
    before, after = text[near.start : place.start], text[place.end : near.end]
    if _not_distance().match(text, place.start, min(len(text), place.end + 30)):
        return None
    if _OF_OTHERS.search(after):
        return None
    if value != "on-site" and (_NEGATED.search(before) or _DENIED.match(after)):
        return None
    phrase = text[place.start : place.end].lower()
    if phrase in _BARE:
        alone = _ALONE.match(_cell(text, place)) or _ends_title(case, place)
        if not alone and (phrase != "hybrid" or not _OF_WORK.search(f"{before} {after}")):
            return None
    if value == "on-site" and _DAYS.search(after):
        return "hybrid"
    whole = pattern(r"fully|100|completely|entirely|permanently").match(phrase) or (
        # "You may work from anywhere in the country" allows it all.
        "anywhere" in phrase and not _DAYS.search(after)
    )
    if value == "remote" and not whole and _MAYBE.search(f"{before} {after}"):
        return "hybrid"
    return value
