"""What judging a posting depends on: its kind, employer, profile and place.

What the user declared about the employer always wins over what the text suggests.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Final, Literal

from postlint.document.kinds import SectionKind
from postlint.facts._data import phrases, table, vocabulary
from postlint.facts.base import Case, Fact, fact
from postlint.facts.declared import EmployerKind
from postlint.facts.declared import Profile as DeclaredProfile
from postlint.facts.employer_name import own_names
from postlint.facts.role import names_law, role, sector, service_grades
from postlint.facts.title import title
from postlint.lexicon import lines
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

DocumentKind = Literal["advertisement", "class-spec", "announcement", "unknown"]
Profile = Literal["k12", "public"]


# ----------------------------------------------------------------------- kind


def _phrases() -> dict[str, Iterable[str]]:
    found = dict(phrases("context"))
    for name in ("states", "cities", "cues", "abroad", "abroad_cues"):
        found[f"context.{name}"] = tuple(entry.words for entry in _places(name))
    found["context.twins"] = tuple(dict.fromkeys(twin.city for twin in _twins()))
    found["context.beside"] = tuple(word for twin in _twins() for word in twin.beside)
    return found


@fact("document_kind")
def document_kind(case: Case) -> Fact[DocumentKind]:
    """Return what kind of document the text is.

    A class specification describes a family of positions and invites nobody;
    an announcement is a public body's formal notice; the rest advertise.
    """
    spec = case.hits["context.class_spec"]
    notice = case.hits["context.announcement"]
    advert = case.hits["context.advertisement"]
    invites = bool(case.posting.of_kind(SectionKind.HOW_TO_APPLY))
    if len(spec) >= 3 and len(spec) > len(advert) and not invites:
        return Fact("class-spec", spec[:3])
    if len(notice) >= 2 and len(notice) >= len(advert):
        return Fact("announcement", notice[:3])
    if advert or invites:
        headings = tuple(
            s.heading.span for s in case.posting.of_kind(SectionKind.HOW_TO_APPLY) if s.heading
        )
        return Fact("advertisement", (*advert[:3], *headings[:1]))
    if len(spec) >= 2:
        return Fact("class-spec", spec[:3])
    return Fact("unknown", missing="what kind of document this is")


# ------------------------------------------------------------------- employer


@fact("employer_kind")
def employer_kind(case: Case) -> Fact[EmployerKind | None]:
    """Return the kind of employer: declared, else recognised from the text."""
    if case.employer.kind is not None:
        return Fact(case.employer.kind)
    known = case[sector]
    kind = _KINDS.get(known.value)
    if known.value == "city-county":
        counties = len(case.hits.places("context.county"))
        cities = len(case.hits.places("context.city"))
        kind = EmployerKind.COUNTY if counties > cities else EmployerKind.CITY
    elif known.value == "state-federal":
        federal = sum(1 for place in case.hits["context.federal"] if not names_law(case, place))
        states = len(case.hits.places("context.state"))
        if any(case.hits.within("role.own_federal", span) for span in own_names(case)):
            return Fact(EmployerKind.FEDERAL, known.spans)
        kind = EmployerKind.FEDERAL if federal >= 2 and federal > states else EmployerKind.STATE
    if kind is None:
        return Fact(None, missing="the kind of employer")
    return Fact(kind, known.spans)


_KINDS: Final[Mapping[str, EmployerKind]] = {
    "k12": EmployerKind.SCHOOL,
    "higher-ed": EmployerKind.COLLEGE,
    "nonprofit": EmployerKind.NONPROFIT,
    "private": EmployerKind.PRIVATE,
}


# -------------------------------------------------------------------- profile

_SCHOOL_SIGNS: Final = 2
_BY_DECLARED: Final[Mapping[DeclaredProfile, Profile | None]] = {
    DeclaredProfile.K12: "k12",
    DeclaredProfile.PUBLIC: "public",
    DeclaredProfile.NONE: None,
}
_PUBLIC: Final = frozenset({EmployerKind.CITY, EmployerKind.COUNTY, EmployerKind.STATE})


@fact("profile")
def profile(case: Case) -> Fact[Profile | None]:
    """Return which technology-leadership profile the posting falls under, or none.

    The post must run technology, and the employer be a school body (`k12`) or
    a city, county or state (`public`). Coordinators, coaches and directors of
    stage or church technology are outside. A declared profile holds for every
    post that runs technology, and for one whose role the text does not say.
    """
    declared, what = case.employer.profile, case[role]
    if declared is not None:
        may_lead = what.value == "tech-leader" or not what.known
        on = may_lead and declared is not DeclaredProfile.NONE
        return Fact(_BY_DECLARED[declared] if on else None, what.spans if on else ())
    if what.value != "tech-leader":
        return Fact(None, missing=what.missing)
    spans = case[title].spans
    kind = case[employer_kind].value
    if kind is EmployerKind.SCHOOL:
        return Fact("k12", spans)
    if case.employer.kind is None:
        if case.hits["context.stage"]:
            return Fact(None)
        if _school_signs(case) >= _SCHOOL_SIGNS and kind not in (
            EmployerKind.COLLEGE,
            EmployerKind.FEDERAL,
        ):
            return Fact("k12", spans)
    if kind is None:
        return Fact(None, spans, missing=_NO_EMPLOYER)
    return Fact("public", spans) if kind in _PUBLIC else Fact(None)


_NO_EMPLOYER: Final = "whether the employer is a school district or a local public body"


def _school_signs(case: Case) -> int:
    """Return how many different words of school governance the text has."""
    found = {
        case.text[place.start : place.end].lower() for place in case.hits["context.school_words"]
    }
    return len(found) + ("students" in case.words.words) + ("district" in case.words.words)


# --------------------------------------------------------------- jurisdiction


class _Place(NamedTuple):
    words: str
    state: str
    city: str


class _Twin(NamedTuple):
    city: str
    state: str
    code: str
    beside: tuple[str, ...]


class _Sign(NamedTuple):
    """A place the text names, how strongly, and where."""

    code: str
    weight: float
    span: Span


@cache
def _places(name: str) -> tuple[_Place, ...]:
    found = []
    for line in lines(table("context")["places"][name]):
        words, state, *rest = (part.strip() for part in line.split("|"))
        found.append(_Place(words, state, rest[0] if rest else ""))
    return tuple(found)


@cache
def _by_name(name: str) -> Mapping[str, _Place]:
    return {_plain(place.words): place for place in _places(name)}


@cache
def _twins() -> tuple[_Twin, ...]:
    found = []
    for line in lines(table("context")["places"]["twins"]):
        city, state, *rest = (part.strip() for part in line.split("|"))
        code = rest[0] if len(rest) > 1 else ""
        found.append(_Twin(city, state, code, tuple(w.strip() for w in rest[-1].split(";"))))
    return tuple(found)


@cache
def _areas() -> Mapping[str, str]:
    return {
        area: state.strip()
        for line in lines(table("context")["places"]["areas"])
        for areas, _, state in (line.partition("|"),)
        for area in areas.split()
    }


@cache
def _zips() -> Sequence[tuple[int, int, str]]:
    found = []
    for line in lines(table("context")["places"]["zips"]):
        span, state = line.split()
        first, last = span.split("-")
        found.append((int(first), int(last), state))
    return found


@cache
def _codes() -> Mapping[str, str]:
    return {"US-" + code: "US-" + code for code in _ABBREVIATIONS.split()}


_ABBREVIATIONS: Final = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM "
    "NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC"
)
# "Riverbend, OR", "Riverbend, OR 97001": a place, a comma, a state, an end.
_ADDRESS = pattern(
    r",[ \t]{1,3}(?P<state>[A-Z]{2})(?:[ ,]{1,3}(?P<zip>\d{5})(?:-\d{4})?)?(?=[\s,.;)|–—]|\Z)"
)
# "USA - MA - Cambridge", "US-OR-Riverbend", "United States, Maine, Fen": from the largest down.
_REVERSED = pattern(
    r"U(?<![A-Za-z]U)(?:SA?|nited States(?: of America)?)\b\s?[-–,/>]\s?"
    r"(?P<state>[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\s?[-–,/>]\s?(?=[A-Z][a-z])"
)
# "Fen County, Calif.", as newspapers write it.
_SHORT_STATES: Final = {
    "Ala": "US-AL", "Ariz": "US-AZ", "Ark": "US-AR", "Calif": "US-CA", "Colo": "US-CO",
    "Conn": "US-CT", "Del": "US-DE", "Fla": "US-FL", "Ga": "US-GA", "Ill": "US-IL", "Ind": "US-IN",
    "Kan": "US-KS", "Ky": "US-KY", "Md": "US-MD", "Mass": "US-MA", "Mich": "US-MI",
    "Minn": "US-MN", "Mont": "US-MT", "Neb": "US-NE", "Nev": "US-NV", "Okla": "US-OK",
    "Ore": "US-OR", "Pa": "US-PA", "Tenn": "US-TN", "Tex": "US-TX", "Vt": "US-VT", "Va": "US-VA",
    "Wash": "US-WA", "Wis": "US-WI", "Wyo": "US-WY",
}  # fmt: skip
_SHORT_STATE = pattern(rf", (?<=[a-z], )({'|'.join(_SHORT_STATES)})\.(?=[\s,;)–—]|\Z)")
_WASHINGTON = pattern(r"(?<=[a-z], )Washington\b(?!,? ?D\.?C|\sDC|\sPost|\sUniversity)")
# State codes that are words, degrees or titles too.
_AMBIGUOUS: Final = frozenset(
    {"AL", "CO", "DE", "HI", "ID", "IN", "LA", "MA", "MD", "ME", "MS", "OH", "OK", "OR", "PA"}
)
# Codes that stand behind people's names as well: "Ann Lee, MS, Director of Data".
_LETTERS: Final = frozenset({"MA", "MD", "MS", "PA"})
_PERSON_BEFORE = pattern(
    rf"(?:\b(?i:{vocabulary('context', 'person_named')})"
    r"[ \t]*:|\bby|\b(?:Dr|Mr|Mrs|Ms|Prof)\.?)[ \t*_]{1,4}[A-Z][\w.'’-]{0,30}(?:[ \t]{1,2}"
    r"[A-Z][\w.'’-]{0,30}){0,3}\Z"
)
# Another title behind it, and no country nor another city with its state.
_MORE_LETTERS = pattern(
    r",[ \t]{0,3}(?!U\.?S|United|[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?, [A-Z]{2}\b)[A-Z]"
)
_CITY_BEFORE = pattern(r"[A-Z][a-z]{2,}(?:[ .][A-Z][a-z]+){0,2}\Z")
# The last digits of a telephone number, found by the sign before them, and the first.
_LAST_DIGITS = (pattern(r"-\d{4}(?!\d)"), pattern(r"\.\d{4}(?!\d)"))
_FIRST_DIGITS = pattern(r"(?<!\d)\(?(?P<area>\d{3})\)?[ .-]{1,2}\d{3}\Z")


def cities_shared(words: str) -> tuple[str, ...]:
    """Return the states a city's name may be in, where several have one: "Portland"."""
    plain = _plain(words)
    names = {place.state: place.words.title() for place in reversed(_places("states"))}
    return tuple(names[twin.state] for twin in _twins() if _plain(twin.city) == plain)


@cache
def states_named() -> frozenset[str]:
    """Return the states and provinces as an address has them: "OR", "Oregon", "ON", "Ontario"."""
    known = [place for name in ("states", "abroad") for place in _places(name)]
    words = {place.words.title() for place in known if place.city != "city"}
    codes = {place.state[3:] for place in known if place.state[:3] in {"US-", "CA-"}}
    return frozenset(words | codes | {"UK", "D.C.", "Washington"} | _SHORT_STATES.keys())


@cache
def _codes_by_name() -> Mapping[str, str]:
    known = [place for name in ("abroad", "states") for place in _places(name)]
    by_code = {place.state[3:]: place.state for place in known if place.state[2:3] == "-"}
    return by_code | {_plain(place.words): place.state for place in known}


def state_code(words: str) -> str:
    """Return the code of a state or province as an address has it: `US-OR` of "OR"."""
    if words == "Washington":  # behind a town it is the state
        return "US-WA"
    return (
        _SHORT_STATES.get(words)
        or _codes_by_name().get(words)
        or _codes_by_name().get(_plain(words), "")
    )


_MISSING: Final = "the state the work is in"
_LEAST: Final = 2.0
_LEAD: Final = 1.5
_MOST_OF_A_KIND: Final = 3


@fact("jurisdiction", phrases=_phrases())
def jurisdiction(case: Case) -> Fact[tuple[str, ...]]:
    """Return where the work is, narrowest first: `("US-OR-PDX", "US-OR")`, `("US-ME",)`.

    Told from addresses, names of states and large cities, codes that only one
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
            sign for sign in _abroad(case) if sign.code.startswith(f"{away.value}-")
        )
        codes = (province, away.value) if province else (away.value,)
        return Fact(codes, away.spans)
    signs = case[_home].value
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
    first, *others = sorted(scores, key=lambda code: -scores[code])
    rival = scores[others[0]] if others else 0.0
    if scores[first] < _LEAST or scores[first] < _LEAD * rival:
        return Fact((), missing=_MISSING)
    spans = tuple(sorted(sign.span for sign in signs if sign.code == first))[:3]
    city = _city(case, first)
    return Fact((city, first) if city else (first,), spans)


_OWN_FIELD: Final = 3.0
_WORKPLACES: Final = frozenset(
    {
        *("location", "locations", "job location", "work location", "location of work", "city"),
        *("place of work", "worksite", "work site", "duty station", "office location", "place"),
    }
)


@fact("places_in_field")
def _in_field(case: Case) -> Fact[tuple[str, ...]]:
    """Return the states, and cities with law of their own, that a field about the place names."""
    spans = case[_place_fields].value
    if not spans:
        return Fact(())
    signs = [sign for sign in case[_home].value if _within(spans, sign.span)]
    codes = dict.fromkeys(sign.code for sign in signs)
    return Fact((*_cities_in(case, spans), *codes), tuple(sign.span for sign in signs))


@fact("place_fields")
def _place_fields(case: Case) -> Fact[tuple[Span, ...]]:
    """Return what the fields about the place say."""
    called = (
        field.value.span
        for field in case.posting.fields
        if field.key.text.lower().strip(" :*") in _WORKPLACES
    )
    return Fact(tuple(called))


def _cities_in(case: Case, spans: Sequence[Span]) -> Iterator[str]:
    for place in case.hits["context.cities"]:
        known = _by_name("cities").get(_plain(case.text[place.start : place.end]))
        if known is not None and known.city and _within(spans, place):
            yield known.city


def _within(spans: Sequence[Span], place: Span) -> bool:
    return any(span.start <= place.start and place.end <= span.end for span in spans)


def _addresses_in(case: Case) -> tuple[str, ...]:
    """Return the states that fields about the place name with a town or by an address."""
    spans = case[_place_fields].value
    signs = (sign for sign in case[_home].value if sign.weight >= _LEAST)
    return tuple(dict.fromkeys(sign.code for sign in signs if _within(spans, sign.span)))


@fact("stated_place")
def stated_place(case: Case) -> Fact[tuple[str, ...]]:
    """Return where the work is, where that is declared or one place's own field says it."""
    where = case[jurisdiction]
    if case.employer.jurisdictions:
        return where
    away = case[abroad].value
    if away is not None:
        spans = case[_place_fields].value
        named = [sign for sign in _abroad(case) if _within(spans, sign.span)]
        codes = {sign.code for sign in named} | {away for sign in named if sign.code[:2] == away}
        return Fact(
            tuple(code for code in where.value if code in codes),
            tuple(sign.span for sign in named),
        )
    found = case[_in_field]
    if _REMOTE.search(case.text):
        return Fact(())
    return Fact(tuple(code for code in where.value if code in found.value), found.spans)


# ------------------------------------------------------------------ countries

_MISSING_COUNTRY: Final = "the country the work is in"
_POUNDS = pattern(r"£\s?\d")
_CALLED: Final = frozenset(
    {"location", "locations", "job location", "work location", "lieu", "country", "work country"}
)


@fact("abroad")
def abroad(case: Case) -> Fact[str | None]:
    """Return the country the work is in where it is known to be outside the United States.

    A name alone is often said of a partner or a collection; names of offices
    and laws, addresses and fields weigh more. Signs of two countries settle
    nothing.
    """
    declared = case.employer.jurisdictions
    if declared:
        codes = [code.partition("-")[0].upper() for code in declared]
        return Fact(None if "US" in codes else codes[0])
    signs = list(_abroad(case))
    if not signs:
        return Fact(None, (), _MISSING_COUNTRY if _spelled_abroad(case) else None)
    scores: dict[str, float] = {}
    for sign in signs:
        code = sign.code.partition("-")[0]
        scores[code] = scores.get(code, 0.0) + sign.weight
    first, *others = sorted(scores, key=lambda code: -scores[code])
    rival = max(_home_weight(case), scores[others[0]] if others else 0.0)
    if scores[first] < _LEAST:
        return Fact(None)
    spans = tuple(sorted(sign.span for sign in signs if sign.code.partition("-")[0] == first))[:3]
    if scores[first] >= _LEAD * rival:
        return Fact(first, spans)
    return Fact(None, spans, None if rival >= _LEAD * scores[first] else _MISSING_COUNTRY)


# Of these spellings a text of the United States has not two.
_TWO = 2


@cache
def _spellings() -> frozenset[str]:
    return frozenset(table("context")["words"]["spelled_abroad"].split())


def _spelled_abroad(case: Case) -> bool:
    """Say whether a text that names no country is spelled as none in the United States is."""
    if _home_weight(case) > 0:
        return False
    return len(_spellings().intersection(case.words.words)) >= _TWO


@fact("country")
def country(case: Case) -> Fact[str | None]:
    """Return the country the work is in: `US`, `CA`, `GB` and so on by ISO 3166."""
    away = case[abroad]
    if away.value is not None or not away.known:
        return away
    if case.employer.jurisdictions or _home_weight(case) >= _LEAST:
        spans = sorted(sign.span for sign in case[_home].value) or list(_located_in_us(case))
        return Fact("US", tuple(spans)[:3])
    return Fact(None, missing=_MISSING_COUNTRY)


@fact("home_signs")
def _home(case: Case) -> Fact[tuple[_Sign, ...]]:
    """Return the signs of states of the United States."""
    return Fact(tuple(_signs(case)))


def _home_weight(case: Case) -> float:
    """Return how much speaks for the United States."""
    named = min(len(case.hits.places("context.us")), _MOST_OF_A_KIND)
    located = _LEAST if any(True for _ in _located_in_us(case)) else 0.0
    return named + located + sum(sign.weight for sign in case[_home].value)


_US = pattern(r"\bU\.?S\.?A?\b|\bUnited States\b")


def _located_in_us(case: Case) -> Iterator[Span]:
    """Yield the fields about the place that name this country alone: "Location: Remote - US"."""
    for field in case.posting.fields:
        if field.key.text.lower().strip(" :*") in _CALLED:
            found = _US.search(case.text, *field.value.span)
            if found is not None and not case.hits.within("context.abroad", field.value.span):
                yield Span(*found.span())


def _best_of(signs: Iterator[_Sign]) -> str:
    scores: dict[str, float] = {}
    for sign in signs:
        scores[sign.code] = scores.get(sign.code, 0.0) + sign.weight
    return max(scores, key=lambda code: scores[code]) if scores else ""


def _abroad(case: Case) -> Iterator[_Sign]:
    """Yield the signs of countries other than the United States."""
    text = case.text
    counted: dict[tuple[str, str], int] = {}
    for name in ("abroad_cues", "abroad"):
        for place in case.hits[f"context.{name}"]:
            known = _by_name(name).get(_plain(text[place.start : place.end]))
            key = (name, known.state if known else "")
            counted[key] = counted.get(key, 0) + 1
            if known is None or counted[key] > _MOST_OF_A_KIND:
                continue
            if name == "abroad_cues":
                yield _Sign(known.state, _LEAST, place)
            elif _capital(text, place) and not _is_other_name(case, place):
                region = "-" in known.state or known.city == "city"
                line = text.rfind("\n", max(0, place.start - 60), place.start) + 1
                field = case.posting.name_at(Span(line or max(0, place.start - 60), place.start))
                located = field is not None and field.text.lower().strip(" :*") in _CALLED
                address = (
                    located
                    or _works_in(text, place)
                    or (known.city == "city" and _addressed(text, place))
                    or (_ends_city(text, place) and not _in_list(case, place))
                )
                yield _Sign(known.state, _LEAST if address else 1.0 if region else 0.5, place)
    for span in case[_place_fields].value:
        # "Location: Kelowna, BC": in running text the letters may be a title.
        province = _PROVINCE.search(text, span.start, span.end)
        if province is not None:
            yield _Sign(f"CA-{province[0][-2:]}", _LEAST, Span(*province.span()))
    for one in case.posting.fields:
        # "Country: GB", as data files write it.
        code = one.value.text.strip()
        if code in _countries() and one.key.text.lower().endswith("country"):
            yield _Sign(code, _LEAST, one.value.span)
    if case.posting.source.origin is not None:
        yield from _linked(case)
    if "£" in text:
        pounds = _POUNDS.search(text)
        if pounds is not None:
            yield _Sign("GB", _LEAST, Span(pounds.start(), pounds.end()))
    if "AUD" in text or "NZD" in text or "CAD" in text or "C$" in text or "A$" in text:
        for match in islice(_PAID_IN.finditer(text), 1):
            yield _Sign(_OF_MONEY[match[0].strip("$ ")[:3]], _LEAST, Span(*match.span()))
    for span, code in service_grades(case):
        yield _Sign(code, _LEAST, span)


@cache
def _countries() -> frozenset[str]:
    return frozenset(place.state[:2] for place in _places("abroad"))


# What is paid in another country's dollars is worked there.
_PAID_IN = pattern(r"(?<=\d )(?:AUD|NZD|CAD)\b|(?<=\dk )(?:AUD|NZD|CAD)\b|\b(?:CA?|AU?|NZ)\$(?=\d)")
_OF_MONEY: Final = {
    "AUD": "AU", "NZD": "NZ", "CAD": "CA", "CA": "CA", "C": "CA", "A": "AU", "AU": "AU", "NZ": "NZ",
}  # fmt: skip
# Addresses of governments that links lead to, which are not among the words that are shown.
_HOST = pattern(
    r"://[\w.-]*\b(?P<host>canada\.ca|gc\.ca|gov\.uk|nhs\.uk|gov\.au|govt\.nz|gov\.ie)\b"
)
_HOSTS: Final = {
    "canada.ca": "CA", "gc.ca": "CA", "gov.uk": "GB", "nhs.uk": "GB", "gov.au": "AU",
    "govt.nz": "NZ", "gov.ie": "IE",
}  # fmt: skip


def _linked(case: Case) -> Iterator[_Sign]:
    """Yield a sign for the first government that a link leads to."""
    given = case.posting.source.given
    match = _HOST.search(given) if "://" in given else None
    if match is not None:
        yield _Sign(_HOSTS[match["host"]], _LEAST, case.posting.anchor)


# "Our office in Ottawa", "based in Ghent", "University of Denmark": where the work is done,
# or whose it is.
_WORKPLACE = pattern(
    r"(?:\b(?:our|the|an?) (?:[\w-]+,? ){0,2}"
    rf"(?:{vocabulary('context', 'workplaces')})"
    r"(?: (?:is|are))?(?: (?:based|located))? in |"
    r"\b(?:you will be|you'll be|work is|is) (?:based|located|working) in |"
    r"\b(?:position is|role is|job is|post is|we are|we're) (?:(?:based|located|working) )?in |"
    rf"\b(?:{vocabulary('context', 'where_from')}) (?:in|from|to) |"
    rf"\b(?:{vocabulary('context', 'institutions')}) of (?:the )?)"
    r"(?:central |downtown |the city of )?\Z",
    re.IGNORECASE,
)
_HEADQUARTERS = pattern(r"\b(?:headquarter\w*|head office|HQ)\b[^.;\n]{0,40}\Z", re.IGNORECASE)
_REMOTE = pattern(r"\b(?:remote|telework|work from (?:home|anywhere))\b", re.IGNORECASE)


def _works_in(text: str, place: Span) -> bool:
    """Say whether a place is named as the one the work is in."""
    if _WORKPLACE.search(text, max(0, place.start - 60), place.start):
        return True
    return bool(_OUR.search(text, max(0, place.start - 24), place.start)) and bool(
        _OFFICE.match(text, place.end)
    )


# "in our Denver office", "at our Boulder, CO plant": a workplace behind the name.
_OUR = pattern(r"\b(?:in|at|from|of|out of) (?:our|the|its) (?:downtown )?\Z", re.IGNORECASE)
_OFFICE = pattern(rf"(?:, [A-Z]{{2}})? (?:{vocabulary('context', 'workplaces')})\b", re.IGNORECASE)


# "Location: Chicago", "hybrid, Chicago", "On-site (Chicago)": a city and nothing beside it.
_ARRANGED = pattern(
    r"\b(?:hybrid|on-?site|in-office|in person)\b[ ]?[-–—,(:/|]{0,2}[ ]?\Z", re.IGNORECASE
)
_ENDS = pattern(r"[ \t]*(?:[\n;)(|/.–—]|\Z|- )")


def _stands_alone(case: Case, place: Span) -> bool:
    """Say whether a city is all that a field about the place, or words about it, says."""
    text = case.text
    if not _ENDS.match(text, place.end):
        return False
    if _ARRANGED.search(text, max(0, place.start - 16), place.start):
        return True
    return any(span.start == place.start for span in case[_place_fields].value)


# "75011 Paris", "Toronto, ON": an address as other countries write it.
_POSTCODE = pattern(r"(?<![\d-])\d{4,5}(?:[ ][A-Z]{2})?[ ]\Z")
_PROVINCE = pattern(r",[ ](?:ON|QC|BC|AB|MB|SK|NS|NB|NL|PE|YT|NT|NU)\b")


def _addressed(text: str, place: Span) -> bool:
    """Say whether a city stands in an address of its country."""
    before = _POSTCODE.search(text, max(0, place.start - 9), place.start)
    return before is not None or _PROVINCE.match(text, place.end) is not None


def _is_seat(case: Case, start: int) -> bool:
    """Say whether a place is the seat of an employer whose post is done from anywhere."""
    if _HEADQUARTERS.search(case.text, max(0, start - 90), start) is None:
        return False
    return _REMOTE.search(case.text) is not None


@fact("seat")
def seat(case: Case) -> Fact[tuple[str, ...]]:
    """Return the state the employer is seated in, with a city that has law of its own.

    It is declared, or the text names headquarters.
    """
    if case.employer.seat is not None:
        return Fact((case.employer.seat,))
    found: dict[str, Span] = {}
    for name in ("cities", "states"):
        for place in case.hits[f"context.{name}"]:
            known = _by_name(name).get(_plain(case.text[place.start : place.end]))
            if known is None or not _capital(case.text, place):
                continue
            if _HEADQUARTERS.search(case.text, max(0, place.start - 90), place.start):
                city = known.city if name == "cities" else ""
                for code in filter(None, (city, known.state)):
                    found.setdefault(code, place)
    return Fact(tuple(found), tuple(sorted(set(found.values()))))


# "New England", "Toronto Township", "New Brunswick, NJ".
_OTHER_NAME = pattern(rf"[ \t\n](?:{vocabulary('context', 'other_places')})\b")
_STATE_BEHIND = pattern(r",[ ]([A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)\b")
_NEW = pattern(r"\b(?:New|East|South|Fort)\s\Z")


def _in_list(case: Case, place: Span) -> bool:
    """Say whether another country stands before this one: "Canada, France and India"."""
    before = Span(max(0, place.start - 30), place.start)
    return any(
        known is not None and known.city != "city" and "-" not in known.state
        for other in case.hits.within("context.abroad", before)
        for known in (_by_name("abroad").get(_plain(case.text[other.start : other.end])),)
    )


def _is_other_name(case: Case, place: Span) -> bool:
    text = case.text
    if _OTHER_NAME.match(text, place.end) or _NEW.search(
        text, max(0, place.start - 6), place.start
    ):
        return True
    behind = _STATE_BEHIND.match(text, place.end)
    if behind is not None and state_code(behind[1]).startswith("US-"):
        return True  # "Dublin, Ohio"
    address = _ADDRESS.match(text, place.end)
    return address is not None and f"US-{address['state']}" in _codes()


def _signs(case: Case) -> Iterator[_Sign]:
    """Yield what tells of a place; of one kind for one place, only so many count."""
    counted: Counter[tuple[str, str]] = Counter()
    for read in _KINDS_OF_SIGNS:
        for kind, sign in read(case):
            counted[kind, sign.code] += 1
            if counted[kind, sign.code] <= _MOST_OF_A_KIND:
                yield sign


def _address_signs(case: Case) -> Iterator[tuple[str, _Sign]]:
    text = case.text
    for match in _ADDRESS.finditer(text):
        code = f"US-{match['state']}"
        if match["state"] in _AMBIGUOUS and not match["zip"] and not _ends_address(text, match):
            continue
        if code in _codes() and not _is_seat(case, match.start()):
            weight = 3.0 if match["zip"] and _zip_state(match["zip"]) == code else 2.0
            yield "address", _Sign(code, weight, Span(match.start("state"), match.end()))
    if "US" in text or "United" in text:
        for match in _REVERSED.finditer(text):
            code = state_code(match["state"])
            if code in _codes():
                yield "address", _Sign(code, 2.0, Span(match.start(), match.end()))
    for match in _SHORT_STATE.finditer(text):
        yield (
            "address",
            _Sign(_SHORT_STATES[match[1]], _LEAST, Span(match.start(1), match.end())),
        )
    if ", Washington" in text:
        # The state's name alone may be the city's.
        for match in islice(_WASHINGTON.finditer(text), 1):
            yield "Washington", _Sign("US-WA", _LEAST, Span(*match.span()))


def _named_signs(case: Case) -> Iterator[tuple[str, _Sign]]:
    text = case.text
    for name, weight in (("states", 1.0), ("cues", 2.0)):
        for place in case.hits[f"context.{name}"]:
            known = _by_name(name).get(_plain(text[place.start : place.end]))
            if known is None or _is_seat(case, place.start) or not _capital(text, place):
                continue
            address = name == "states" and (_ends_city(text, place) or _body(text, place))
            yield name, _Sign(known.state, _LEAST if address else weight, place)
    for place in case.hits["context.cities"]:
        known = _by_name("cities").get(_plain(text[place.start : place.end]))
        if known is not None and _capital(text, place):
            here = not _is_seat(case, place.start) and (
                _works_in(text, place) or _stands_alone(case, place)
            )
            yield "city", _Sign(known.state, _LEAST if here else 1.0, place)


def _telephone_signs(case: Case) -> Iterator[tuple[str, _Sign]]:
    for last in (match for digits in _LAST_DIGITS for match in digits.finditer(case.text)):
        first = _FIRST_DIGITS.search(case.text, max(0, last.start() - 12), last.start())
        state = _areas().get(first["area"]) if first else None
        if first and state is not None:
            yield "telephone", _Sign(state, 1.0, Span(first.start(), last.end()))


def _twin_signs(case: Case) -> Iterator[tuple[str, _Sign]]:
    """Yield what stands beside a name that two cities share."""
    if not case.hits["context.twins"]:
        return
    beside = {_plain(case.text[p.start : p.end]): p for p in case.hits["context.beside"]}
    for twin in _twins():
        for word in twin.beside:
            place = beside.get(_plain(word))
            if place is not None:
                yield "beside", _Sign(twin.state, 2.0, place)


_KINDS_OF_SIGNS: Final = (_address_signs, _named_signs, _telephone_signs, _twin_signs)


def _ends_city(text: str, place: Span) -> bool:
    """Say whether a state's name ends an address: "Riverbend, Oregon"."""
    before = text[max(0, place.start - 40) : place.start].rstrip()
    return before.endswith(",") and _CITY_BEFORE.search(before[:-1]) is not None


# "Ohio Department of State", "Ohio Secretary of State": a body of that state. It licenses
# teachers and nurses elsewhere too, so its name is none behind "through", "by" or "from".
_BODY = pattern(
    rf" (?:State )?(?:{vocabulary('context', 'state_bodies')})\b|"
    r" (?:State |[Cc]ommercial |[Cc]lass [A-E] ){0,2}[Dd]river"
)
_LICENSING = pattern(
    r"\b(?:through|by|from|with|under|via|meets?|the)\s+(?:the\s+)?(?:State of )?\Z"
)


def _body(text: str, place: Span) -> bool:
    """Say whether a state's name begins that of a body of its own."""
    return (
        _BODY.match(text, place.end) is not None
        and _LICENSING.search(text, max(0, place.start - 30), place.start) is None
    )


def _ends_address(text: str, match: re.Match[str]) -> bool:
    """Say whether a state's code ends an address: a city stands before it, an end behind."""
    before = text[max(0, match.start() - 30) : match.start()]
    after = text[match.end() : match.end() + 1]
    if match["state"] in _LETTERS and (
        _MORE_LETTERS.match(text, match.end())
        or _PERSON_BEFORE.search(text, max(0, match.start() - 60), match.start())
    ):
        return False
    # Two fields on one line have a gap between them.
    ends = after in {"", "\n", "\r", ",", ")", "."} or text.startswith(
        ("  ", "\t", " ("), match.end()
    )
    return ends and _CITY_BEFORE.search(before) is not None


def _city(case: Case, state: str) -> str:
    """Return the code of the city the posting names most, where it has law of its own."""
    names: dict[str, int] = {}
    for place in case.hits["context.cities"]:
        known = _by_name("cities").get(_plain(case.text[place.start : place.end]))
        if known is not None and known.state == state and known.city and _is_city(case, place):
            names[known.city] = names.get(known.city, 0) + 1
    for place in case.hits["context.twins"]:
        for twin in _twins():
            if twin.state == state and twin.code and _is_city(case, place):
                names[twin.code] = names.get(twin.code, 0) + 1
    return max(names, key=lambda code: names[code]) if names else ""


def _is_city(case: Case, place: Span) -> bool:
    """Say whether a name is the place itself: "City of …", or a name with its state behind it."""
    if "," in case.text[place.start : place.end] or _stands_alone(case, place):
        return True
    before = case.text[max(0, place.start - 12) : place.start].lower()
    behind = _STATE_BEHIND.match(case.text, place.end)
    if behind is not None and state_code(behind[1]):
        return True
    return "city of" in before or _ADDRESS.match(case.text, place.end) is not None


def _zip_state(zip_code: str) -> str:
    prefix = int(zip_code[:3])
    return next((state for first, last, state in _zips() if first <= prefix <= last), "")


def _plain(text: str) -> str:
    return " ".join(pattern(r"[^\W_]+").findall(text.lower()))


def _capital(text: str, place: Span) -> bool:
    return text[place.start].isupper()
