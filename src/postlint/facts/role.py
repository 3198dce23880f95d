"""What the post is, and in what kind of organisation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import log1p
from typing import Final, Literal

from postlint.facts._data import phrases, table
from postlint.facts.base import Case, Fact, fact
from postlint.facts.declared import EmployerKind
from postlint.facts.duty_classes import duty_classes
from postlint.facts.title import title
from postlint.text.patterns import pattern
from postlint.text.source import Span

Role = Literal["tech-leader", "tech-staff", "other"]
Sector = Literal[
    "k12", "higher-ed", "city-county", "state-federal", "nonprofit", "private", "unknown"
]

# From this share of technical duties on, a post without a telling title is technical.
_TECHNICAL: Final = 0.4
_LEAST_DUTIES: Final = 4
# Three technology words in a hundred and two in five duties; without a title that could have
# spoken of technology, fewer of the one where there are more of the other.
_DENSE: Final = 0.03
_PER_DUTY: Final = 0.4
_DENSE_UNNAMED: Final = 0.02
_PER_DUTY_UNNAMED: Final = 0.3
_TOGETHER_UNNAMED: Final = 0.009
# From here on it is technology that the post leads, whatever its duties are.
_FULL: Final = 0.05


@cache
def _phrases() -> Mapping[str, Iterable[str]]:
    return phrases("role")


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(block.split()) for name, block in table("role")["words"].items()}


@fact("role", phrases=_phrases())
def role(case: Case) -> Fact[Role]:
    """Return whether the post runs technology, works in it, or neither.

    The title decides where it speaks of technology, the duties where it does not.
    """
    named = case[title]
    if named.value is not None:
        span = named.spans[0]
        told = _by_title(case, span)
        if told is not None:
            return Fact(told, (span,))
    return _by_work(case)


def _by_title(case: Case, span: Span) -> Role | None:
    hits = case.hits
    deputy = re.match(
        r"\W*(?:deputy|assistant|associate)\b", case.text[span.start : span.end], re.I
    )
    if hits.within("role.leader_title", span):
        return "tech-leader" if not deputy or _second(case, span) else "tech-staff"
    technical = hits.within("role.technology", span)
    if not technical:
        return None
    staff = hits.within("role.staff_noun", span)
    leads = [
        place
        for place in hits.within("role.lead_noun", span)
        if not any(other.contains(place) for other in staff)
    ]
    if leads:
        return "tech-leader"
    # The last word may be glued to what follows it, where it is no word of the text's.
    last = re.findall(r"[a-z]+", case.text[span.start : span.end].lower())[-1:]
    nouns = _phrases()["role.staff_noun"]
    return "tech-staff" if staff or (last and last[0] in nouns) else None


def _second(case: Case, span: Span) -> bool:
    """Say whether a deputy's title is a chief's deputy: that post runs a large part."""
    return bool(
        re.search(r"\b(?:cio|cto|chief|superintendent)\b", case.text[span.start : span.end], re.I)
    )


def _by_work(case: Case) -> Fact[Role]:
    """Return what the duties say of the post."""
    series = case.hits["role.staff_series"]
    if series:
        return Fact("tech-staff", series[:1])
    # Words are counted before duties are classed, which costs far more.
    if len(case.posting.duties) < _LEAST_DUTIES or not _speaks_of_technology(case):
        return Fact("other")
    classes = case[duty_classes].value
    technical = sum(
        1.0 if each.label == "technical" else 0.5 if each.label == "mixed" else 0.0
        for each in classes
    )
    full = len(case.hits["role.technology"]) >= _FULL * len(case.words)
    if technical / len(classes) < _TECHNICAL and not full:
        return Fact("other")
    spans = tuple(
        duty.span
        for duty, each in zip(case.posting.duties, classes, strict=True)
        if full or each.label == "technical"
    )
    return Fact("tech-staff", spans)


def _speaks_of_technology(case: Case) -> bool:
    """Say whether text and duties are full of technology: doing by hand alone is not."""
    words = case.hits["role.technology"]
    duties = case.posting.duties
    inside = sum(len(case.hits.within("role.technology", duty.span)) for duty in duties)
    dense, share = len(words) / max(1, len(case.words)), inside / len(duties)
    if case[title].value is not None:
        return dense >= _DENSE and share >= _PER_DUTY
    enough = dense >= _DENSE_UNNAMED and share >= _PER_DUTY_UNNAMED
    return enough and dense * share >= _TOGETHER_UNNAMED


# --------------------------------------------------------------------- sector

_DECLARED: Final[Mapping[EmployerKind, Sector]] = {
    EmployerKind.SCHOOL: "k12",
    EmployerKind.COLLEGE: "higher-ed",
    EmployerKind.CITY: "city-county",
    EmployerKind.COUNTY: "city-county",
    EmployerKind.STATE: "state-federal",
    EmployerKind.FEDERAL: "state-federal",
    EmployerKind.NONPROFIT: "nonprofit",
    EmployerKind.PRIVATE: "private",
}
_CUES: Final[Mapping[Sector, str]] = {
    "k12": "k12",
    "higher-ed": "higher",
    "city-county": "city_county",
    "state-federal": "state_federal",
    "nonprofit": "nonprofit",
    "private": "private",
}
_STRONG: Final = 2.0
_WEAK: Final = 0.7
_LEAST: Final = 1.0
_MISSING: Final = "the kind of organisation"
# How far into a text its fields stand.
_DECLARED_WITHIN: Final = 3000
_EMPLOYER = pattern(
    r"\n[ \t*]*(?:Employer|Agency|Organi[sz]ation|Company|Institution)[*]*:[* \t]*"
    r"(?P<name>[^\n]{3,80})"
)


@fact("sector")
def sector(case: Case) -> Fact[Sector]:
    """Return the kind of organisation the post is in; what was declared wins."""
    if case.employer.kind is not None:
        return Fact(_DECLARED[case.employer.kind])
    scores: dict[Sector, float] = {}
    for name, key in _CUES.items():
        strong = case.hits[f"role.{key}_strong"]
        own = sum(1 for place in strong if not _of_another(case, place))
        weak = len(case.hits.places(f"role.{key}")) + len(strong) - own
        scores[name] = _STRONG * log1p(own) + _WEAK * log1p(weak)
    scores["city-county"] += _STRONG * log1p(sum(1 for _ in _named_places(case)))
    if any(True for _ in service_grades(case)):
        scores["state-federal"] += _STRONG
    # A newline before the first line too: it is what the pattern looks for.
    employer = _EMPLOYER.search(f"\n{case.text[:_DECLARED_WITHIN]}")
    if employer is not None:
        span = Span(employer.start("name") - 1, employer.end("name") - 1)
        for name, key in _CUES.items():
            if case.hits.within(f"role.{key}_strong", span):
                scores[name] += 8
            elif case.hits.within(f"role.{key}", span):
                scores[name] += 6
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _LEAST:
        return Fact("unknown", missing=_MISSING)
    key = _CUES[best]
    spans = (*case.hits[f"role.{key}_strong"], *case.hits[f"role.{key}"])[:3]
    return Fact(best, spans)


def _of_another(case: Case, place: Span) -> bool:
    """Say whether a name is that of another body, or of a school the applicant went to.

    A county works "under the laws of the State of …", and asks for "an
    accredited college or university".
    """
    words, known = case.words.words, _words()
    first, stop = (at := case.words.between(place)).start, at.stop
    before = words[max(0, first - 4) : first]
    kind = words[first]
    if kind in known["school"]:
        around = {*before, *words[stop : stop + 2]}
        return bool(around & known["schooling"]) and not _is_named(case, first, stop)
    if kind in known["firm"]:
        return bool(set(before) & known["boards"])
    lead = [word for word in before if word not in {"the", "of", "s"}][-1:]
    return kind in known["state"] and bool(lead) and lead[0] in known["other_body"]


def _is_named(case: Case, first: int, stop: int) -> bool:
    """Say whether words are part of a name: "Ada County", "University of Maine"."""
    text, words = case.text, case.words
    if not text[words.starts[first]].isupper():
        return False
    named = first > 0 and words.gap(first) == " " and text[words.starts[first - 1]].isupper()
    if named and words.words[first - 1] not in _words()["not_name"]:
        return True
    of = stop + 1 < len(words) and words.words[stop] == "of"
    return of and text[words.starts[stop + 1]].isupper()


def _named_places(case: Case) -> Iterator[Span]:
    """Yield the counties, cities and towns the text names: "Ada County", "City of Kent"."""
    words, known = case.words, _words()
    for first, stop in case.hits.places("role.city_county"):
        kind = words.words[first]
        if kind not in known["place_kind"]:
            continue
        capital = case.text[words.starts[first]].isupper()
        if capital and words.words[max(0, first - 1) : first] == ["our"]:
            yield words.span(first, stop)
            continue
        if not _is_named(case, first, stop):
            continue
        # "Jersey City" is where the work is; "City of Kent" is who has it done.
        if kind == "city" and words.words[stop : stop + 1] != ["of"]:
            continue
        # A museum or a college of a county is not the county.
        if not known["house"].intersection(words.words[max(0, first - 5) : first]):
            yield words.span(first, stop)


def service_grades(case: Case) -> Iterator[tuple[Span, str]]:
    """Yield the fields that give a grade only one national civil service has, and its country."""
    for field in case.posting.fields:
        if field.key.text.lower() not in {"grade", "grade level", "level", "classification"}:
            continue
        said = set(re.findall(r"[A-Z0-9]+", field.value.text[:40]))
        if said & _words()["grades"]:
            yield field.value.span, "GB"
        elif _EXECUTIVE.match(field.value.text):
            yield field.value.span, "CA"


# The levels of the Canadian executive group.
_EXECUTIVE = pattern(r"EX[ -]?(?:0?[1-5]|I{1,3}|IV|V)\b")
