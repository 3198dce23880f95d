"""The country the work is in, and whether it is outside the United States."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from postlint.document.parts import Passage
from postlint.facts._data import table, vocabulary
from postlint.facts.base import Case, Fact, fact
from postlint.facts.context.gazetteer import (
    PROVINCES,
    KnownPlace,
    country_names,
    place_in,
    places_by_name,
    state_code,
)
from postlint.facts.context.signs import (
    ADDRESS,
    LEAST,
    MOST_OF_A_KIND,
    Sign,
    coded,
    ends_city,
    home_signs,
    is_capital,
    place_fields,
    works_in,
)
from postlint.facts.sector import service_grades
from postlint.text.patterns import pattern
from postlint.text.source import Span

LEAD: Final = 1.5
_MISSING_COUNTRY: Final = "the country the work is in"
_POUNDS = pattern(r"£\s?\d[\d,.]*(?<=\d)")
_EUROS = pattern(r"€\s?\d[\d,.]*(?<=\d)|\d\s?€")
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
    signs = list(signs_abroad(case))
    if not signs:
        return Fact(None, (), _MISSING_COUNTRY if _spelled_abroad(case) else None)
    scores: dict[str, float] = {}
    for sign in signs:
        code = sign.code.partition("-")[0]
        scores[code] = scores.get(code, 0.0) + sign.weight
    first, *others = sorted(scores, key=lambda code: -scores[code])
    rival = max(case.once(_home_weight), scores[others[0]] if others else 0.0)
    if scores[first] < LEAST:
        return Fact(None)
    spans = tuple(sorted(sign.span for sign in signs if sign.code.partition("-")[0] == first))[:3]
    if scores[first] >= LEAD * rival:
        return Fact(first, spans)
    return Fact(None, spans, None if rival >= LEAD * scores[first] else _MISSING_COUNTRY)


# Of these spellings a text of the United States has not two.
_TWO = 2


@cache
def _spellings() -> frozenset[str]:
    return frozenset(table("context")["words"]["spelled_abroad"].split())


def _spelled_abroad(case: Case) -> bool:
    """Say whether a text that names no country is spelled or paid as none in the United States."""
    if case.once(_home_weight) > 0:
        return False
    spelled = len(_spellings().intersection(case.words.words)) >= _TWO
    return spelled or ("€" in case.text and _EUROS.search(case.text) is not None)


@fact("country")
def country(case: Case) -> Fact[str | None]:
    """Return the country the work is in: `US`, `CA`, `GB` and so on by ISO 3166."""
    away = case[abroad]
    if away.value is not None or not away.known:
        return away
    if case.employer.jurisdictions or case.once(_home_weight) >= LEAST:
        spans = sorted(sign.span for sign in case[home_signs].value) or list(_located_in_us(case))
        return Fact("US", tuple(spans)[:3])
    return Fact(None, missing=_MISSING_COUNTRY)


def _home_weight(case: Case) -> float:
    """Return how much speaks for the United States."""
    named = min(len(case.hits.places("context.us")), MOST_OF_A_KIND)
    located = LEAST if any(True for _ in _located_in_us(case)) else 0.0
    return named + located + sum(sign.weight for sign in case[home_signs].value)


def _is_place_field(name: Passage) -> bool:
    return name.text.lower().strip(" :*") in _CALLED


_US = pattern(r"\bU\.?S\.?A?\b|\bUnited States\b")


def _located_in_us(case: Case) -> Iterator[Span]:
    """Yield the fields about the place that name this country alone: "Location: Remote - US"."""
    for field in case.posting.fields:
        if _is_place_field(field.key):
            found = _US.search(case.text, *field.value.span)
            if found is not None and not case.hits.within("context.abroad", field.value.span):
                yield Span(*found.span())


def signs_abroad(case: Case) -> Iterator[Sign]:
    """Yield the signs of countries other than the United States."""
    for signs in (_named, _in_province, _coded, _linked, _in_money):
        yield from signs(case)
    for span, code in service_grades(case):
        yield Sign(code, LEAST, span)


def _named(case: Case) -> Iterator[Sign]:
    """Yield the names of other countries and of what is theirs, each a few times at most."""
    counted: Counter[tuple[str, str]] = Counter()
    for name in ("abroad_cues", "abroad"):
        for place in case.hits[f"context.{name}"]:
            known = place_in(name, case.text, place)
            if known is None:
                continue
            counted[name, known.state] += 1
            if counted[name, known.state] > MOST_OF_A_KIND:
                continue
            if name == "abroad_cues":
                yield Sign(known.state, LEAST, place)
            elif is_capital(case.text, place) and not _is_other_name(case, place, known):
                yield Sign(known.state, _weight(case, place, known), place)


def _weight(case: Case, place: Span, known: KnownPlace) -> float:
    """Return what the name of a country, region or city weighs where it stands."""
    text, is_city = case.text, known.city == "city"
    line = text.rfind("\n", max(0, place.start - 60), place.start) + 1
    field = case.posting.name_at(Span(line or max(0, place.start - 60), place.start))
    if (
        (field is not None and _is_place_field(field))
        or works_in(text, place)
        or (is_city and _addressed(text, place))
        or (ends_city(text, place) and not _in_list(case, place))
    ):
        return LEAST
    return 1.0 if "-" in known.state or is_city else 0.5


def _in_province(case: Case) -> Iterator[Sign]:
    """Yield "Location: Kelowna, BC" and "Fen, LE9 9XX": in running text they may be else."""
    for span in case[place_fields].value:
        for province in _PROVINCE.finditer(case.text, span.start, span.end):
            yield Sign(f"CA-{province[0][-2:]}", LEAST, Span(*province.span()))
        for code in _BRITISH_CODE.finditer(case.text, span.start, span.end):
            yield Sign("GB", LEAST, Span(*code.span()))
        for state in _AUSTRALIAN.finditer(case.text, span.start, span.end):
            yield Sign("AU", LEAST, Span(*state.span()))
    # Where a state of the union is named no province is looked for.
    for address in () if case.once(_home_weight) >= LEAST else case.once(coded):
        if address["state"] in PROVINCES and _POSTAL.match(case.text, address.end()):
            yield Sign(f"CA-{address['state']}", LEAST, Span(*address.span("state")))
    # "Kilbeggan, Co. Westmeath": the county as an Irish address has it.
    county = _IRISH.search(case.text) if ", Co. " in case.text else None
    irish = county and places_by_name("abroad").get(f"county {county[1].lower()}")
    if county and irish:
        yield Sign(irish.state, LEAST, Span(*county.span(1)))
    posted = _CODED.search(case.text) if case.once(_home_weight) < LEAST else None
    if posted is not None:
        yield Sign(f"CA-{posted['province']}", LEAST, Span(*posted.span("province")))
    # "Prince George, BC, Canada" says what the letters are.
    named = _IN_CANADA.search(case.text) if ", Canada" in case.text else None
    if named is not None:
        yield Sign(f"CA-{named['province']}", LEAST, Span(*named.span("province")))


def _coded(case: Case) -> Iterator[Sign]:
    """Yield "Country: GB", as data files write it."""
    for field in case.posting.fields:
        code = field.value.text.strip()
        if code in country_names() and field.key.text.lower().endswith("country"):
            yield Sign(code, LEAST, field.value.span)


def _in_money(case: Case) -> Iterator[Sign]:
    """Yield the first sums in pounds and in another country's dollars."""
    text = case.text
    pounds = _POUNDS.search(text) if "£" in text else None
    if pounds is not None:
        yield Sign("GB", LEAST, Span(*pounds.span()))
    euros = _EUROS.search(text) if "€" in text else None
    if euros is not None:
        named = {
            known.state[:2]
            for place in case.hits["context.abroad"]
            for known in (place_in("abroad", text, place),)
            if known is not None and is_capital(text, place)
        }
        # Many countries have that money: of one that is named beside it the post is.
        yield from (Sign(code, LEAST, Span(*euros.span())) for code in named if len(named) == 1)
    if any(sign in text for sign in ("AUD", "NZD", "CAD", "CHF", "C$", "A$")):
        paid = _PAID_IN.search(text)
        if paid is not None:
            yield Sign(_OF_MONEY[paid[0].strip("$ ")[:3]], LEAST, Span(*paid.span()))


# What is paid in another country's dollars is worked there.
_PAID_IN = pattern(
    r"(?<=\d )(?:AUD|NZD|CAD)\b|(?<=\dk )(?:AUD|NZD|CAD)\b|\b(?:CA?|AU?|NZ)\$(?=\d)|"
    r"\b(?:AUD|NZD|CAD)(?= ?\d)|\bCHF(?= ?\d\d)"
)
_OF_MONEY: Final = {
    "AUD": "AU", "NZD": "NZ", "CHF": "CH", "CAD": "CA", "CA": "CA", "C": "CA", "A": "AU",
    "AU": "AU", "NZ": "NZ",
}  # fmt: skip
# Addresses of governments that links lead to, which are not among the words that are shown.
_HOST = pattern(
    r"://[\w.-]*\b(?P<host>canada\.ca|gc\.ca|gov\.uk|nhs\.uk|gov\.au|govt\.nz|gov\.ie)\b"
)
_HOSTS: Final = {
    "canada.ca": "CA", "gc.ca": "CA", "gov.uk": "GB", "nhs.uk": "GB", "gov.au": "AU",
    "govt.nz": "NZ", "gov.ie": "IE",
}  # fmt: skip


def _linked(case: Case) -> Iterator[Sign]:
    """Yield a sign for the first government that a link leads to."""
    source = case.posting.source
    given = "" if source.origin is None else source.given
    match = _HOST.search(given) if "://" in given else None
    if match is not None:
        yield Sign(_HOSTS[match["host"]], LEAST, case.posting.anchor)


# "75011 Paris", "Toronto, ON": an address as other countries write it.
_POSTCODE = pattern(r"(?<![\d-])\d{4,5}(?:[ ][A-Z]{2})?[ ]\Z")
_IN_CANADA = pattern(rf",[ ](?P<province>{'|'.join(PROVINCES)}), Canada\b")
_IRISH = pattern(r", Co\. ([A-Z][a-z]+)\b")
_BRITISH_CODE = pattern(r"\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b")
# "Kelowna, BC V1Y 2A3", on one line or on two.
_POSTAL = pattern(r"[ \t]{0,2}[\s,][A-Z]\d[A-Z] ?\d[A-Z]\d\b")
# "Kelowna, BC", and "CA-ON-Guelph" as job systems write it.
# "Kelowna BC" is all that such a field says.
_PROVINCE = pattern(
    rf"(?:,[ ]|\bCA-)(?:{'|'.join(PROVINCES)})\b|"
    rf"(?<=[a-z])[ ](?:{'|'.join(PROVINCES)})(?=[ ]?(?:[(,;|/–—-]|\Z))"
)
# "Greenwood ON, L1X 0J3".
_CODED = pattern(rf"\b(?P<province>{'|'.join(PROVINCES)}),? [A-Z]\d[A-Z] ?\d[A-Z]\d\b")

_AUSTRALIAN = pattern(r"(?<=[a-z])[ ,]{1,2}(?:NSW|VIC|QLD|TAS|ACT|SA|WA|NT)[ ,]{1,2}\d{4}\b(?!-)")


def _addressed(text: str, place: Span) -> bool:
    """Say whether a city stands in an address of its country."""
    before = _POSTCODE.search(text, max(0, place.start - 9), place.start)
    return before is not None or _PROVINCE.match(text, place.end) is not None


# "New England", "Toronto Township", "New Brunswick, NJ".
_OTHER_NAME = pattern(rf"[ \t\n](?:{vocabulary('context', 'other_places')})\b")
STATE_BEHIND = pattern(r",[ ]([A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)\b")
# New England has a town for most cities of the old one, and a British city is none of these.
_TOWN_OF = pattern(r"(?i)\b(?:Town|Village|Township) of \Z")
_NEW = pattern(r"\b(?:New|East|South|Fort)\s\Z")


def _in_list(case: Case, place: Span) -> bool:
    """Say whether another country stands before this one: "Canada, France and India"."""
    before = Span(max(0, place.start - 30), place.start)
    return any(
        known is not None and known.city != "city" and "-" not in known.state
        for other in case.hits.within("context.abroad", before)
        for known in (place_in("abroad", case.text, other),)
    )


def _is_other_name(case: Case, place: Span, known: KnownPlace) -> bool:
    text = case.text
    county = text.endswith("shire", place.start, place.end)  # "South Gloucestershire"
    renamed = not county and _NEW.search(text, max(0, place.start - 6), place.start)
    if renamed or _OTHER_NAME.match(text, place.end):
        return True
    if known.state == "GB" and _TOWN_OF.search(text, max(0, place.start - 12), place.start):
        return True
    behind = STATE_BEHIND.match(text, place.end)
    if behind is not None and _elsewhere(state_code(behind[1]), known):
        return True  # "Dublin, Ohio", "London, Ontario"
    address = ADDRESS.match(text, place.end)
    return address is not None and _elsewhere(state_code(address["state"]), known)


def _elsewhere(code: str, known: KnownPlace) -> bool:
    """Say whether the code of a state or province is none of a place's own country."""
    return code[2:3] == "-" and code[:2] != known.state[:2]
