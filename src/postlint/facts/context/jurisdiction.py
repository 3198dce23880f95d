"""The states and cities whose law a posting is under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from postlint.facts._data import phrases
from postlint.facts.base import Case, Fact, fact
from postlint.facts.context.country import LEAD, STATE_BEHIND, abroad, signs_abroad
from postlint.facts.context.employer import employer_kind
from postlint.facts.context.gazetteer import (
    names_in,
    place_in,
    state_code,
    twin_cities,
)
from postlint.facts.context.residents import names_remote, of_states, open_to
from postlint.facts.context.several import workplaces
from postlint.facts.context.signs import (
    ADDRESS,
    LEAST,
    Sign,
    home_signs,
    place_fields,
    stands_alone,
)
from postlint.facts.declared import EmployerKind
from postlint.text.patterns import pattern
from postlint.text.source import Span


def _phrases() -> dict[str, Iterable[str]]:
    found = dict(phrases("context"))
    for name in ("states", "cities", "cues", "abroad", "abroad_cues"):
        found[f"context.{name}"] = names_in(name)
    found["context.twins"] = tuple(dict.fromkeys(twin.city for twin in twin_cities()))
    found["context.beside"] = tuple(word for twin in twin_cities() for word in twin.beside)
    return found


_MISSING: Final = "the state the work is in"


@fact("jurisdiction", phrases=_phrases())
def jurisdiction(case: Case) -> Fact[tuple[str, ...]]:
    """Return where the work is, narrowest first: `("US-OR-PDX", "US-OR")`, `("US-ME",)`.

    Found in addresses, names of states and large cities, codes that only one
    state has, and telephone numbers. A name that two cities share settles
    nothing by itself. Outside the United States it is a country, with a
    province before it where one is named: `("CA-ON", "CA")`, `("GB",)`.
    """
    declared = case.employer.jurisdictions
    if declared:
        return Fact(declared)
    kind = case[employer_kind]
    if kind.value is EmployerKind.FEDERAL and case[abroad].value is None:
        # An agency of the Union in Washington is not under the District's law, nor a state's.
        return Fact(("US",), kind.spans)
    away = case[abroad]
    if away.value is not None:
        province = _best_of(
            sign for sign in signs_abroad(case) if sign.code.startswith(f"{away.value}-")
        )
        named = tuple(
            dict.fromkeys(
                sign.code
                for sign in signs_abroad(case)
                if _within(case[place_fields].value, sign.span) and len(sign.code) > _COUNTRY
            )
        )
        # "Toronto, ON or Vancouver, BC": the field names both.
        several = len(named) > 1 and all(code.startswith(away.value) for code in named)
        codes = (*(named if several else filter(None, (province,))), away.value)
        return Fact(codes, away.spans)
    signs = case[home_signs].value
    scores: dict[str, float] = {}
    for sign in signs:
        scores[sign.code] = scores.get(sign.code, 0.0) + sign.weight
    if not scores:
        return Fact((), missing=_MISSING)
    # What a field calls the place outweighs where a firm was founded or a partner sits.
    field = case[_in_field]
    for code in field.value:
        scores[code] = scores.get(code, 0.0) + _OWN_FIELD
    stated = _addresses_in(case)
    if stated:
        cities = [city for code in stated if (city := _city(case, code))]
        return Fact((*cities, *stated), field.spans)
    if case[workplaces].value:
        return case[workplaces]
    if case[open_to].value:
        # "Remote, in Texas or Ohio": a house elsewhere is its seat, and no place of the work.
        return Fact(tuple(sorted(of_states(case[open_to].value))), case[open_to].spans)
    first, *others = sorted(scores, key=lambda code: -scores[code])
    rival = scores[others[0]] if others else 0.0
    if scores[first] < LEAST or scores[first] < LEAD * rival:
        laws = () if others else tuple(_laws(case, first))
        return Fact((first,), laws) if laws else Fact((), missing=_MISSING)
    spans = tuple(sorted(sign.span for sign in signs if sign.code == first))[:3]
    city = _city(case, first)
    return Fact((city, first) if city else (first,), spans)


# "Ohio Revised Code 124.11": the law of a state binds who works there. It tells something where
# the text names no other state, and is no law that a house elsewhere owes to some applicants.
_LAW = pattern(
    r" (?:Revised (?:Code|Statutes)|(?:General|Compiled) Statutes|Education Code|School Code|"
    r"Administrative (?:Code|Rules)|Statutes)\b"
)


def _laws(case: Case, code: str) -> Iterator[Span]:
    """Yield the names of a state's laws for its own offices and schools."""
    for place in case.hits["context.states"]:
        known = place_in("states", case.text, place)
        law = _LAW.match(case.text, place.end)
        if known is not None and known.state == code and law is not None:
            yield Span(place.start, law.end())


_OWN_FIELD: Final = 3.0
# "CA" is a country, and "CA-ON" a province of it.
_COUNTRY: Final = 2


@fact("places_in_field")
def _in_field(case: Case) -> Fact[tuple[str, ...]]:
    """Return the states, and cities with law of their own, that a field about the place names."""
    spans = case[place_fields].value
    if not spans:
        return Fact(())
    signs = [sign for sign in case[home_signs].value if _within(spans, sign.span)]
    codes = dict.fromkeys(sign.code for sign in signs)
    return Fact((*_cities_in(case, spans), *codes), tuple(sign.span for sign in signs))


def _cities_in(case: Case, spans: Sequence[Span]) -> Iterator[str]:
    for place in case.hits["context.cities"]:
        known = place_in("cities", case.text, place)
        if known is not None and known.city and _within(spans, place):
            yield known.city


def _within(spans: Sequence[Span], place: Span) -> bool:
    return any(span.contains(place) for span in spans)


def _addresses_in(case: Case) -> tuple[str, ...]:
    """Return the states that fields about the place name with a town or by an address."""
    spans = case[place_fields].value
    signs = (sign for sign in case[home_signs].value if sign.weight >= LEAST)
    return tuple(dict.fromkeys(sign.code for sign in signs if _within(spans, sign.span)))


@fact("stated_place")
def stated_place(case: Case) -> Fact[tuple[str, ...]]:
    """Return where the work is, where that is declared or one place's own field says it."""
    where = case[jurisdiction]
    if case.employer.jurisdictions:
        return where
    away = case[abroad].value
    if away is not None:
        spans = case[place_fields].value
        named = [sign for sign in signs_abroad(case) if _within(spans, sign.span)]
        codes = {sign.code for sign in named} | {away for sign in named if sign.code[:2] == away}
        return Fact(
            tuple(code for code in where.value if code in codes),
            tuple(sign.span for sign in named),
        )
    found = case[_in_field]
    if case.once(names_remote):
        return Fact(())
    return Fact(tuple(code for code in where.value if code in found.value), found.spans)


def _best_of(signs: Iterator[Sign]) -> str:
    scores: dict[str, float] = {}
    for sign in signs:
        scores[sign.code] = scores.get(sign.code, 0.0) + sign.weight
    return max(scores, key=lambda code: scores[code]) if scores else ""


def _city(case: Case, state: str) -> str:
    """Return the code of the city the posting names most, where it has law of its own."""
    names: dict[str, int] = {}
    for place in case.hits["context.cities"]:
        known = place_in("cities", case.text, place)
        if known is not None and known.state == state and known.city and _is_city(case, place):
            names[known.city] = names.get(known.city, 0) + 1
    for place in case.hits["context.twins"]:
        for twin in twin_cities():
            if twin.state == state and twin.code and _is_city(case, place):
                names[twin.code] = names.get(twin.code, 0) + 1
    return max(names, key=lambda code: names[code]) if names else ""


def _is_city(case: Case, place: Span) -> bool:
    """Say whether a name is the place itself: "City of …", or a name with its state behind it."""
    if "," in case.text[place.start : place.end] or stands_alone(case, place):
        return True
    before = case.text[max(0, place.start - 12) : place.start].lower()
    behind = STATE_BEHIND.match(case.text, place.end)
    if behind is not None and state_code(behind[1]):
        return True
    return "city of" in before or ADDRESS.match(case.text, place.end) is not None
