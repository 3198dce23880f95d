"""How far from the office the work is done, and as what employment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from postlint.document.parts import Field
from postlint.facts._data import alternatives, table, vocabulary
from postlint.facts.around import line_at, sentence_at
from postlint.facts.base import Case, Fact
from postlint.facts.title import title
from postlint.facts.work import EmploymentType, Remote
from postlint.text.patterns import pattern
from postlint.text.source import Span

_MISSING_DISTANCE: Final = "whether the work is done on site"
_MISSING_TYPE: Final = "the type of employment"


@cache
def _words() -> Mapping[str, frozenset[str]]:
    words = table("terms")["words"]
    names = ("place", "distance", "kind")
    found = {
        name: frozenset(" ".join(part.split()) for part in words[name].split(";")) for name in names
    }
    names = ("job", "not_job", "of_others")
    return found | {name: frozenset(words[name].split()) for name in names}


def fields_named(case: Case, name: str) -> Iterator[Field]:
    """Yield the fields whose names are among those of a list, with words in them."""
    known = _words()[name]
    for field in case.posting.fields:
        key = " ".join(field.key.text.lower().strip(" :*").split())
        if key in known and field.value.text.strip():
            yield field


# ------------------------------------------------------------------- distance


@cache
def _not_distance() -> re.Pattern[str]:
    """Return what finds "remote" and "hybrid" where they are said of something else than work."""
    words = table("terms")["words"]
    return pattern(
        rf"\bremote(?:ly)?\s+(?:{alternatives(words['remote_things'])})\b|"
        rf"\bhybrid\s+(?:{alternatives(words['hybrid_things'])})\b",
        re.IGNORECASE,
    )


# A bare "remote" or "hybrid" says it of the work where these are near.
_OF_WORK = pattern(rf"\b(?:{vocabulary('terms', 'of_work')})\b", re.IGNORECASE)
_ALONE = pattern(
    r"\W*\(?(?:remote|hybrid|on-?\s?site|in[- ](?:person|office))\)?"
    r"(?:\s?\([A-Z][\w ,/-]{1,20}\)|,? [A-Z][\w ]{1,20})?\W*\Z",
    re.IGNORECASE,
)
_BARE: Final = frozenset(
    {"remote", "remotely", "hybrid", "on site", "on-site", "onsite", "in person", "in-person"}
    | {"in office", "in-office"}
)
_NEGATED = pattern(r"\b(?:not|no|never|isn.t|cannot|without)\b(?:\W+\w+){0,3}\W+\Z", re.IGNORECASE)
_DENIED = pattern(r"\W{0,3}(?:eligib\w+)?\W{0,4}(?:not?|none|n/a)\b", re.IGNORECASE)
# What is offered in many posts of a house says nothing of this one.
_OF_OTHERS = pattern(
    r"\b(?:depending on (?:the )?(?:position|role|job)|(?:many|most|some|certain|select) "
    r"(?:jobs|positions|roles))\b",
    re.IGNORECASE,
)
_DAYS = pattern(r"\A[^.;]{0,30}\b(?:one|two|three|four|[1-4])\b[^.;]{0,12}\bdays?\b", re.IGNORECASE)
_MAYBE = pattern(rf"\b(?:{vocabulary('terms', 'maybe')})\b", re.IGNORECASE)
_HERE_VALUE = pattern(
    r"on-?\s?site|in[- ]person|in[- ]office|\bno\b|\bnot\b|none|ineligible", re.IGNORECASE
)
_AWAY_VALUE = pattern(
    r"\bremote\b|telecommut|telework|work from home|anywhere|virtual|\byes\b|\bhome\b",
    re.IGNORECASE,
)
_PARTLY_VALUE = pattern(
    r"hybrid|flexible|partial|\bdays?\b|eligible|option|in[- ]office and|occasional|some",
    re.IGNORECASE,
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
    ("here", "on-site"),
    ("partly", "hybrid"),
    ("away", "remote"),
)


def _by_value(field: Field) -> Remote | None:
    """Return what a field's value says of the distance; most values say nothing."""
    value = field.value.text[:120]
    own = pattern(f"{vocabulary('terms', 'of_distance')}", re.I).search(field.key.text)
    far = _AWAY_VALUE.search(value)
    here = _HERE_VALUE.search(value)
    if not own and pattern(r"(?i)\W*(?:yes|no|not|none|home|some|flexible)\W*").fullmatch(value):
        return None
    if far is not None and not own and far[0].lower() in {"yes", "home"}:
        far = None
    if here is not None and not own and here[0].lower() in {"no", "not", "none"}:
        here = None
    if pattern(r"hybrid", re.IGNORECASE).search(value) or (
        far and here and here[0].lower() != "not"
    ):
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
        alone = _ALONE.match(_cell(text, place))
        if not alone and (phrase != "hybrid" or not _OF_WORK.search(f"{before} {after}")):
            return None
    if value == "on-site" and _DAYS.search(after):
        return "hybrid"
    whole = pattern(r"fully|100|completely|entirely|permanently").match(phrase)
    if value == "remote" and not whole and _MAYBE.search(f"{before} {after}"):
        return "hybrid"
    return value


# ----------------------------------------------------------------------- kind

_KINDS: Final[Mapping[str, EmploymentType]] = {
    "full_time": "full-time",
    "part_time": "part-time",
    "permanent": "permanent",
    "contract": "contract",
    "temporary": "temporary",
    "seasonal": "seasonal",
    "internship": "internship",
    "volunteer": "volunteer",
    "per_diem": "per-diem",
    "short_full": "full-time",
    "short_part": "part-time",
    "term": "contract",
}
# Said in running text these are mostly of something else.
_FIELD_ONLY: Final = frozenset(
    {"permanent", "volunteer", "per_diem", "short_full", "short_part", "term"}
)
_TOP: Final = 1500
_SHORT: Final = frozenset({"short_full", "short_part", "term"})
_OTHER_OF_TWO = pattern(r"\s*(?:/|or|and|&|,)\s*(?:part|full)[ -]?time", re.IGNORECASE)


# Who may apply, and whom the post leads, are employed in their own ways.
_OF_PEOPLE = pattern(
    rf"\b(?:{vocabulary('terms', 'people')})"
    r"\s+(?:who|whose|that|currently|presently|already|employed|serving|working)\b",
    re.IGNORECASE,
)


_SUBJECT: Final = 9
_IS_A = pattern(
    r"(?:\bthis (?:position |role |job |post )?is an?\b[^.;:]{1,40},|\b(?:is|are) seeking) \Z",
    re.IGNORECASE,
)
# "Part-time considered": what may be asked for, and not what the post is.
_OPEN_TO = pattern(
    r"(?:\s(?:and|or|work|working|hours|remote|hybrid|flexible|is|are|will be|may be|can be)){0,4}"
    r"\s(?:considered|possible|an option)\b",
    re.IGNORECASE,
)


def types_of(case: Case) -> Fact[tuple[EmploymentType, ...]]:
    """Return what a field or the title says, else what sentences say of this job."""
    places = list(_in_fields(case))
    named = case[title].spans[:1]
    if named:
        # "Long-term substitute": short words stand for themselves in fields alone.
        places += [one for one in _inside(case, named[0]) if one[1] not in _SHORT]
    keys = {key for _, key in places}
    if not keys & _HOURS:
        # "Contract: permanent" leaves open whether it is full-time, which sentences may say.
        others = [found for found in _all(case) if _of_this_job(case, found)]
        if places:
            others = [found for found in others if found[1] in _HOURS]
        places += others
        places += [
            (span, key)
            for place, _ in others
            for key in ("permanent", "temporary", "seasonal")
            for span in case.hits.within(f"terms.{key}", _beside(case, place))
        ]
    if not places:
        return Fact((), missing=_MISSING_TYPE)
    first: dict[EmploymentType, Span] = {}
    for span, key in sorted(places):
        first.setdefault(_KINDS[key], span)
    return Fact(tuple(first), tuple(first.values()))


_SEEKS = pattern(
    r"\b(?:seeks?|seeking|looking for|hiring|recruiting|searching for)\b", re.IGNORECASE
)
_HOURS: Final = frozenset({"full_time", "part_time", "short_full", "short_part"})


def _beside(case: Case, place: Span) -> Span:
    """Return the two words before a find and the one behind it: "a permanent, full-time post"."""
    inside = case.words.between(place)
    line = line_at(case.text, place.start)
    span = case.words.span(max(0, inside.start - 2), min(len(case.words), inside.stop + 1))
    return Span(max(line.start, span.start), min(line.end, span.end))


def _in_fields(case: Case) -> Iterator[tuple[Span, str]]:
    for field in fields_named(case, "kind"):
        span = field.value.span
        yield from _inside(case, Span(span.start, min(span.end, span.start + 80)))
    for field in case.posting.fields:
        # "Full-time: yes" has it in its name.
        if pattern(r"(?i)\W*(?:yes|true|x|100 ?%)\W*\Z").match(field.value.text):
            yield from _inside(case, field.key.span)


def _inside(case: Case, span: Span) -> list[tuple[Span, str]]:
    return [
        (place, key)
        for key in _KINDS
        for place in case.hits.within(f"terms.{key}", span)
        if not _denied(case, place)
    ]


def _denied(case: Case, place: Span) -> bool:
    return (
        pattern(r"(?i)\b(?:non|not)\W{1,2}\Z").search(
            case.text[max(0, place.start - 6) : place.start]
        )
        is not None
    )


def _all(case: Case) -> Iterator[tuple[Span, str]]:
    for key in _KINDS:
        if key not in _FIELD_ONLY:
            for place in case.hits[f"terms.{key}"]:
                yield place, key


def _of_this_job(case: Case, found: tuple[Span, str]) -> bool:
    """Say whether words of a kind of employment are said of this job."""
    place, key = found
    words, known = case.words, _words()
    inside = words.between(place)
    joined = not case.words.gap(inside.stop).strip(" -\xa0") if inside.stop < len(words) else False
    joined = joined and "\n" not in case.words.gap(inside.stop)
    after = words.words[inside.stop : inside.stop + 2] if joined else []
    before = words.words[max(0, inside.start - 4) : inside.start]
    if after and after[0] in known["not_job"]:
        return False
    line = line_at(case.text, place.start)
    # "Schedule:" on a line of its own governs nothing below it.
    governing = words.between(Span(line.start, place.start))
    governs = words.words[max(governing.start, inside.start - 2) : inside.start]
    if _OTHER_OF_TWO.match(case.text, place.end) or not known["of_others"].isdisjoint(governs):
        return False
    if "/" in (case.text[place.start - 1 : place.start], case.text[place.end : place.end + 1]):
        return False  # the name of a field: "Full/Part Time"
    if _OF_PEOPLE.search(case.text, sentence_at(case, place.start).start, place.start):
        return False
    if _OPEN_TO.match(case.text, place.end, line.end):
        return False
    length = len(case.text[line.start : line.end].split())
    # A line of a list of facts.
    short = length <= 6 and (place.start < _TOP or length <= 2)
    lead = case.text[line.start : place.start].strip(" \t-*•·–")
    short = short or (length <= 12 and not lead)
    if short and key in {"full_time", "part_time", "temporary", "seasonal", "internship"}:
        return True
    phrase = pattern(r"[\s-]+").split(case.text[place.start : place.end])
    if key == "contract" and len(phrase) == 1:
        return False
    names_job = bool(after) and after[0] in known["job"] - {"and", "or", "with", "at", "term"}
    stated = before[-1:] in (["a"], ["this"]) or before[-2:] == ["this", "is"]
    post = {"position", "positions", "post", "posts", "role", "job", "jobs"}
    if not stated and before[-1:] in (["is"], ["are"]):
        # "All posts of teachers at Fen House are full-time": the subject may be a long one.
        stated = not post.isdisjoint(words.words[max(0, inside.start - _SUBJECT) : inside.start])
    # "This is a 12-month, full-time post", "is seeking full time a senior clerk".
    opening = case.text[sentence_at(case, place.start).start : place.start]
    stated = stated or _IS_A.search(opening) is not None
    if not stated and after[:1] != ["or"]:
        # "We seek a clerk in Hull, full-time and permanent."
        sentence = sentence_at(case, place.start)
        behind = case.text[place.end : place.end + 2]
        stated = (
            case.text[place.start - 2 : place.start] == ", "
            and _SEEKS.search(case.text, sentence.start, place.start) is not None
            and behind[:1] in (".", ",", " ", ";")
        )
    if key == "internship":
        return phrase[-1].lower() == "internship" and stated
    if key in {"temporary", "seasonal"}:
        return names_job and (stated or bool(set(before) & {"a", "seeking", "this", "one"}))
    return names_job or stated
