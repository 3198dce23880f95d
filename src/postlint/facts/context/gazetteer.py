"""The places a posting may name: states, cities, areas of telephones and of post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from postlint.document.vocabulary import plain_words
from postlint.facts._data import table
from postlint.text.records import NamedTuple
from postlint.text.source import Span
from postlint.text.tables import PhraseTable, lines


class KnownPlace(NamedTuple):
    """A place by its name: the code of its state or country, and whether it is a city."""

    words: str
    state: str
    city: str


class _Twin(NamedTuple):
    city: str
    state: str
    code: str
    beside: tuple[str, ...]


@cache
def places_named(name: str) -> tuple[KnownPlace, ...]:
    """Return the places of one list of the table."""
    found = []
    for line in lines(table("context")["places"][name]):
        words, state, *rest = (part.strip() for part in line.split("|"))
        found.append(KnownPlace(words, state, rest[0] if rest else ""))
    return tuple(found)


def names_in(name: str) -> PhraseTable:
    """Return what the places of one list are called."""
    return PhraseTable(table("context")["places"][name], until="|")


@cache
def places_by_name(name: str) -> Mapping[str, KnownPlace]:
    """Return the same by their names, as `plain_words` writes them."""
    return {plain_words(place.words): place for place in places_named(name)}


def place_in(name: str, text: str, span: Span) -> KnownPlace | None:
    """Return the place of a table whose name a stretch of text is, `None` where it is none."""
    return places_by_name(name).get(plain_words(text[span.start : span.end]))


@cache
def twin_cities() -> tuple[_Twin, ...]:
    """Return the cities that share a name, with what stands beside each."""
    found = []
    for line in lines(table("context")["places"]["twins"]):
        city, state, *rest = (part.strip() for part in line.split("|"))
        code = rest[0] if len(rest) > 1 else ""
        found.append(_Twin(city, state, code, tuple(w.strip() for w in rest[-1].split(";"))))
    return tuple(found)


@cache
def area_codes() -> Mapping[str, str]:
    """Return the state of each area code of telephones."""
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
def state_codes() -> Mapping[str, str]:
    """Return the codes of the states, each for itself."""
    return {"US-" + code: "US-" + code for code in _ABBREVIATIONS.split()}


_ABBREVIATIONS: Final = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM "
    "NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC"
)
# The provinces and territories of Canada, as addresses have them.
PROVINCES: Final = ("ON", "QC", "BC", "AB", "MB", "SK", "NS", "NB", "NL", "PE", "YT", "NT", "NU")
# "Fen County, Calif.", as newspapers write it.
SHORT_STATES: Final = {
    "Ala": "US-AL", "Ariz": "US-AZ", "Ark": "US-AR", "Calif": "US-CA", "Colo": "US-CO",
    "Conn": "US-CT", "Del": "US-DE", "Fla": "US-FL", "Ga": "US-GA", "Ill": "US-IL", "Ind": "US-IN",
    "Kan": "US-KS", "Ky": "US-KY", "Md": "US-MD", "Mass": "US-MA", "Mich": "US-MI",
    "Minn": "US-MN", "Mont": "US-MT", "Neb": "US-NE", "Nev": "US-NV", "Okla": "US-OK",
    "Ore": "US-OR", "Pa": "US-PA", "Tenn": "US-TN", "Tex": "US-TX", "Vt": "US-VT", "Va": "US-VA",
    "Wash": "US-WA", "Wis": "US-WI", "Wyo": "US-WY",
}  # fmt: skip


def cities_shared(words: str) -> tuple[str, ...]:
    """Return the states a city's name may be in, where several have one: "Portland"."""
    plain = plain_words(words)
    names = {place.state: place.words.title() for place in reversed(places_named("states"))}
    return tuple(names[twin.state] for twin in twin_cities() if plain_words(twin.city) == plain)


@cache
def states_named() -> frozenset[str]:
    """Return the states and provinces as an address has them: "OR", "Oregon", "ON", "Ontario"."""
    known = [place for name in ("states", "abroad") for place in places_named(name)]
    words = {place.words.title() for place in known if place.city != "city"}
    codes = {place.state[3:] for place in known if place.state[:3] in {"US-", "CA-"}}
    return frozenset(words | codes | {"UK", "D.C.", "Washington"} | SHORT_STATES.keys())


@cache
def _codes_by_name() -> Mapping[str, str]:
    known = [place for name in ("abroad", "states") for place in places_named(name)]
    by_code = {place.state[3:]: place.state for place in known if place.state[2:3] == "-"}
    return by_code | {plain_words(place.words): place.state for place in known}


def state_code(words: str) -> str:
    """Return the code of a state or province as an address has it: `US-OR` of "OR"."""
    if words == "Washington":  # behind a town it is the state
        return "US-WA"
    return (
        SHORT_STATES.get(words)
        or _codes_by_name().get(words)
        or _codes_by_name().get(plain_words(words), "")
    )


@cache
def country_names() -> frozenset[str]:
    """Return the codes of the countries the table knows."""
    return frozenset(place.state[:2] for place in places_named("abroad"))


def zip_state(zip_code: str) -> str:
    """Return the state of a ZIP code, "" where none is known."""
    prefix = int(zip_code[:3])
    return next((state for first, last, state in _zips() if first <= prefix <= last), "")
