"""What in a text tells of a state or city, and how much each sign weighs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from postlint.document.job_title import is_organisation
from postlint.document.titles import names_job
from postlint.document.vocabulary import plain_words
from postlint.facts._data import line_set, vocabulary
from postlint.facts.base import Case, Fact, fact
from postlint.facts.context.gazetteer import (
    PROVINCES,
    SHORT_STATES,
    area_codes,
    place_in,
    places_by_name,
    state_code,
    state_codes,
    twin_cities,
    zip_state,
)
from postlint.facts.context.residents import names_remote, open_to, shut_out
from postlint.text.decisions import Way
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span, touches


class Sign(NamedTuple):
    """A place the text names, how strongly, and where."""

    code: str
    weight: float
    span: Span


# "Riverbend, OR", "Riverbend, OR 97001": a place, a comma, a state, an end.
ADDRESS = pattern(
    r",[ \t]{1,3}(?P<state>[A-Z]{2})(?:[ ,]{1,3}(?P<zip>\d{5})(?:-\d{4})?)?(?=[\s,.;)|–—]|\Z)"
)
# "Riverbend OR 97001", and all that a field about the place says: "Riverbend OR", "OR - Elm".
_ZIPPED = pattern(r"(?<=[a-z])[ \t](?P<state>[A-Z]{2})[ \t]{1,2}(?P<zip>\d{5})\b")
_IN_FIELD = pattern(
    r"(?:(?<=[a-z])[ .,]{1,3}|(?<!\S))(?P<state>[A-Z]{2})(?=[ ]?[-–—(),;/|]|\s(?:and|or)\b|\s*\Z)"
)
# "USA - MA - Cambridge", "US-OR-Riverbend", "United States, Maine, Fen": from the largest down.
_REVERSED = pattern(
    r"U(?<![A-Za-z]U)(?:SA?|nited States(?: of America)?)\b\s?[-–,/>]\s?"
    r"(?P<state>[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\s?[-–,/>]\s?(?=[A-Z][a-z])"
)
# "CA-ON-Guelph" is in Canada.
_OF_CANADA = pattern(rf"CA-(?:{'|'.join(PROVINCES)})\b")
_SHORT_STATE = pattern(rf", (?<=[a-z], )({'|'.join(SHORT_STATES)})\.(?=[\s,;)–—]|\Z)")
_WASHINGTON = pattern(
    r"(?:(?<=[a-z], )|(?<=State of ))Washington\b(?!,? ?D\.?C|\sDC|\sPost|\sUniversity)"
)
_DISTRICT = pattern(r"\bWashington,? D\.C\.")
# State codes that are words, degrees or titles too.
_AMBIGUOUS: Final = frozenset(
    {"AL", "CO", "DE", "HI", "ID", "IN", "LA", "MA", "MD", "ME", "MS", "OH", "OK", "OR", "PA"}
)
# Codes that shorten other words: an operating room, a company, a physician.
_SHORTENINGS: Final = frozenset({"CO", "ID", "IN", "MD", "MS", "OR", "PA"})
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
CITY_BEFORE = pattern(r"[A-ZÀ-Þ][a-zß-ÿ]{2,}(?:[ .][A-Z][a-zß-ÿ]+){0,2}\Z")
# The last digits of a telephone number, found by the sign before them, and the first.
_LAST_DIGITS = (pattern(r"-\d{4}(?!\d)"), pattern(r"\.\d{4}(?!\d)"))
_FIRST_DIGITS = pattern(r"(?<!\d)\(?(?P<area>\d{3})\)?[ .-]{1,2}\d{3}\Z")
LEAST: Final = 2.0
_SHORTENED: Final = frozenset(map(str.lower, SHORT_STATES))
MOST_OF_A_KIND: Final = 3


@fact("place_fields")
def place_fields(case: Case) -> Fact[tuple[Span, ...]]:
    """Return what the fields about the place say."""
    called = (
        field.value.span
        for field in case.posting.fields
        if field.key.text.lower().strip(" :*") in line_set("context", "place_fields")
    )
    return Fact(tuple(called))


@fact("home_signs")
def home_signs(case: Case) -> Fact[tuple[Sign, ...]]:
    """Return the signs of states of the United States."""
    return Fact(tuple(_signs(case)))


# "Our office in Ottawa", "based in northern Vermont": where the work is done.
_BASED = (
    r"\b(?:our|the|an?) (?:[\w-]+,? ){0,2}"
    rf"(?:{vocabulary('context', 'workplaces')})s?"
    r"(?: (?:is|are))?(?: (?:based|located))? in |"
    r"\b(?:you will be|you'll be|work is|is) (?:based|located|working) in |"
    r"\b(?:position is|role is|job is|post is|we are|we're) (?:(?:based|located|working) )?in "
)
_PART = r"(?:central |downtown |(?:north|south|east|west)\w* |the city of |the state of )?\Z"
_BASED_IN = pattern(rf"(?i)(?:{_BASED}){_PART}")
# "Hybrid from Denver", "University of Denmark": where it may be done, or whose it is.
_WORKPLACE = pattern(
    rf"(?i)(?:{_BASED}|"
    rf"\b(?:{vocabulary('context', 'where_from')}) (?:in|from|to) |"
    rf"\b(?:{vocabulary('context', 'institutions')}) of (?:the )?|\banywhere in (?:the )?){_PART}"
)
_HEADQUARTERS = pattern(r"(?i)\b(?:headquarter\w*|head office|HQ)\b[^.;\n]{0,40}\Z")


def works_in(text: str, place: Span) -> bool:
    """Say whether a place is named as the one the work is in."""
    if _WORKPLACE.search(text, max(0, place.start - 60), place.start):
        return True
    if _SEEKS.match(text, place.end):
        return True
    return bool(_OUR.search(text, max(0, place.start - 24), place.start)) and bool(
        _OFFICE.match(text, place.end)
    )


def _based_in(text: str, place: Span) -> bool:
    """Say whether a state is named as the one the work is done in."""
    return _BASED_IN.search(text, max(0, place.start - 60), place.start) is not None


# "in our Denver office", "at our Boulder, CO plant": a workplace behind the name.
_OUR = pattern(r"(?i)\b(?:in|at|from|of|out of) (?:our|the|its) (?:downtown )?\Z")
_OFFICE = pattern(rf"(?i)(?:, [A-Z]{{2}})? (?:{vocabulary('context', 'workplaces')})\b")
# "The Denver office is looking for …".
_SEEKS = pattern(
    rf"(?i)(?:, [A-Z]{{2}})? (?:{vocabulary('context', 'workplaces')}) "
    r"(?:(?:is|are) )?(?:now |currently )?(?:looking for|seek\w*|hiring|hires|recruit\w+|needs?|"
    r"wants?|has an? (?:opening|vacancy|position))\b"
)
# "Location: Chicago", "hybrid, Chicago", "On-site (Chicago)": a city and nothing beside it.
_ARRANGED = pattern(r"(?i)\b(?:hybrid|on-?site|in-office|in person)\b[ ]?[-–—,(:/|]{0,2}[ ]?\Z")
_ENDS = pattern(r"[ \t]*(?:[\n;)(|/.–—]|\Z|- )")
_APART = pattern(r"[,;/|\n]|\b(?:and|or)\b")


def stands_alone(case: Case, place: Span) -> bool:
    """Say whether a city is all that a field about the place, or words about it, says."""
    text = case.text
    fields = case[place_fields].value
    if any(span.contains(place) and _lists_cities(text, span) for span in fields):
        return True
    if not _ENDS.match(text, place.end):
        return False
    if _ARRANGED.search(text, max(0, place.start - 16), place.start):
        return True
    return any(span.start == place.start for span in fields)


def _lists_cities(text: str, field: Span) -> bool:
    """Say whether a field names cities and nothing else: "Dallas, Denver or remote"."""
    cities = places_by_name("cities").keys() | {plain_words(twin.city) for twin in twin_cities()}
    parts = [part.strip(" .") for part in _APART.split(text[field.start : field.end])]
    return all(plain_words(part) in cities or _DISTANCE.fullmatch(part) for part in parts if part)


_DISTANCE = pattern(
    r"(?i)(?:fully )?(?:remote|hybrid|on-?site|in[- ]person|telework)(?: \(?(?:US|USA|U\.S)\)?)?"
)


def _is_seat(case: Case, start: int) -> bool:
    """Say whether a place is the seat of an employer whose post is done from elsewhere."""
    if _HEADQUARTERS.search(case.text, max(0, start - 90), start) is None:
        return False
    return case.once(names_remote) or _WORK_IS_IN.search(case.text) is not None


_WORK_IS_IN = pattern(
    r"\b[Tt]h(?:e|is) (?:work|job|post|position|role) (?:itself )?"
    r"(?:is|will be) (?:done |based |located )?(?:in|at) [A-Z]"
)


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
            known = place_in(name, case.text, place)
            if known is None or not is_capital(case.text, place):
                continue
            if _HEADQUARTERS.search(case.text, max(0, place.start - 90), place.start):
                city = known.city if name == "cities" else ""
                for code in filter(None, (city, known.state)):
                    found.setdefault(code, place)
    return Fact(tuple(found), tuple(sorted(set(found.values()))))


def _signs(case: Case) -> Iterator[Sign]:
    """Yield what tells of a place; of one kind for one place, only so many count."""
    counted: Counter[tuple[str, str]] = Counter()
    shut = [one.span for one in case[shut_out].value]
    for each in KINDS_OF_SIGNS:
        for kind, sign in each.read(case) or ():
            if touches(shut, sign.span):
                continue
            counted[kind, sign.code] += 1
            if counted[kind, sign.code] <= MOST_OF_A_KIND:
                yield sign


def coded(case: Case) -> list[re.Match[str]]:
    """Return the two letters behind a comma that may be a state's or a province's."""
    return list(ADDRESS.finditer(case.text))


def _address_signs(case: Case) -> Iterator[tuple[str, Sign]]:
    """Yield the states of addresses; where none is written in full, of those with a ZIP code.

    An office writes its addresses in one way; that of whom one may complain to is another's.
    """
    text = case.text
    addresses = [match for match in case.once(coded) if _is_address(text, match)]
    known = {match.start("state") for match in addresses}
    for match in addresses:
        code = _code(match)
        if code in state_codes() and not _is_seat(case, match.start()):
            weight = 3.0 if match["zip"] and zip_state(match["zip"]) == code else LEAST
            if _HELD_AT.search(text, max(0, match.start() - _FAR), match.start()):
                weight += _HELD
            yield "address", Sign(code, weight, Span(match.start("state"), match.end()))
    for match in _states_in_fields(case):
        if match.start("state") not in known:
            known.add(match.start("state"))
            yield "address", Sign(_code(match), LEAST, Span(*match.span("state")))
    for match in () if known else _ZIPPED.finditer(text):
        if zip_state(match["zip"]) == _code(match):
            yield "address", Sign(_code(match), 3.0, Span(*match.span("state")))


# "The position will be based at the Fen Station (fen.example) in Elm, MD": where it is held.
_HELD_AT = pattern(
    r"(?i)\b(?:position|role|job|post|appointment|incumbent|you)\b (?:will be|is|are) (?:\w+ )?"
    r"(?:based|located|housed|stationed) (?:at|in)\b(?:(?!(?-i:, [A-Z]{2}\b))[^;\n])*\Z"
)
_FAR: Final = 160
# It outweighs an address with the name of its state beside it.
_HELD: Final = 3.0


def _code(match: re.Match[str]) -> str:
    return f"US-{match['state']}"


def _is_address(text: str, match: re.Match[str]) -> bool:
    """Say whether a state's code behind a comma is that of an address, and no word."""
    return match["state"] not in _AMBIGUOUS or bool(match["zip"]) or _ends_address(text, match)


def _states_in_fields(case: Case) -> Iterator[re.Match[str]]:
    """Yield the codes of states that fields about the place name."""
    text = case.text
    for field in case[place_fields].value:
        for match in _IN_FIELD.finditer(text, field.start, field.end):
            short = match["state"] in _SHORTENINGS
            if _OF_CANADA.match(text, match.start()):
                continue
            placed = not short or _is_town(text, field, match) or _beside_city(text, match)
            if placed and _code(match) in state_codes():
                yield match


def _reversed_signs(case: Case) -> Iterator[tuple[str, Sign]]:
    if "US" not in case.text and "United" not in case.text:
        return
    for match in _REVERSED.finditer(case.text):
        code = state_code(match["state"])
        if code in state_codes():
            yield "address", Sign(code, 2.0, Span(match.start(), match.end()))


def _shortened_signs(case: Case) -> Iterator[tuple[str, Sign]]:
    if _SHORTENED.isdisjoint(case.words.distinct):
        return
    for match in _SHORT_STATE.finditer(case.text):
        span = Span(match.start(1), match.end())
        yield "address", Sign(SHORT_STATES[match[1]], LEAST, span)


def _washington_signs(case: Case) -> Iterator[tuple[str, Sign]]:
    """Yield the state behind a city of it, once: its name alone may be the capital's."""
    capital = _DISTRICT.search(case.text) if "D.C." in case.text else None
    if capital is not None and not _is_seat(case, capital.start()):
        yield "address", Sign("US-DC", LEAST, Span(*capital.span()))
    named = ", Washington" in case.text or "State of Washington" in case.text
    found = _WASHINGTON.search(case.text) if named else None
    if found is not None and not _is_seat(case, found.start()):
        yield "Washington", Sign("US-WA", LEAST, Span(*found.span()))


def _is_town(text: str, field: Span, match: re.Match[str]) -> bool:
    """Say whether a code ends a field that names nothing but a town: "Fen Harbor ID"."""
    rest = text[match.end() : field.end].strip()
    return not rest and _TOWN.fullmatch(text[field.start : match.start()].strip(" .,")) is not None


def _town_signs(case: Case) -> Iterator[tuple[str, Sign]]:
    """Yield the state behind a town in the first lines, where no comma parts them: "Lansing MI"."""
    for match in _BESIDE_TOWN.finditer(case.text, 0, _FIRST_LINES):
        code, town = _code(match), match["town"]
        unsure = match["state"] in _SHORTENINGS or match["state"] in _LETTERS
        if code not in state_codes() or names_job(town) or _TOWN.fullmatch(town) is None:
            continue
        if not unsure or _beside_city(case.text, match):
            yield "address", Sign(code, LEAST, Span(*match.span("state")))


_FIRST_LINES: Final = 800
# "Grace Chapel, Lansing MI", "Seattle WA | $20/hr", "Elm Works · Austin TX · Full-time"
_BESIDE_TOWN = pattern(
    r"(?m)(?:^[ \t#*_]*|[|·•–—-] |, )(?P<town>[A-Z][a-z]+(?:[ .-][A-Z][a-z]+){0,2}) "
    r"(?P<state>[A-Z]{2})(?=[ \t*_]*(?:[|·•–—(-]|$))"
)
# "Main Hospital OR" is an operating room, "Harbor Steel CO" a company.
_TOWN = pattern(
    rf"(?!.*\b(?:{vocabulary('context', 'no_towns')})\b)[A-Z][a-z]+(?:[ .-][A-Z][a-z]+){{0,2}}"
)


def _beside_city(text: str, match: re.Match[str]) -> bool:
    """Say whether a city of the state stands before its code, or behind it: "CO - Denver"."""
    code = f"US-{match['state']}"
    large = places_by_name("cities").items()
    here = {name for name, city in large if city.state == code}
    here.update(twin.city for twin in twin_cities() if twin.state == code)
    before = CITY_BEFORE.search(text[max(0, match.start() - 40) : match.start()].rstrip(" .,"))
    behind = _CITY_BEHIND.match(text, match.end())
    near = ([before[0]] if before else []) + ([behind[1]] if behind else [])
    return any(plain_words(name) in here for name in near)


_CITY_BEHIND = pattern(r"[ ]?[-–—,/|][ ]?([A-Z][a-z]+(?:[ .][A-Z][a-z]+){0,2})")


def _named_signs(case: Case) -> Iterator[tuple[str, Sign]]:
    text = case.text
    for name, weight in (("states", 1.0), ("cues", 2.0)):
        for place in case.hits[f"context.{name}"]:
            known = place_in(name, text, place)
            if known is None or _is_seat(case, place.start) or not is_capital(text, place):
                continue
            address = name == "states" and (
                ends_city(text, place)
                or _behind_house(text, place)
                or _body(text, place)
                or _based_in(text, place)
                or _of_state(text, place)
            )
            if address and visited(text, place):
                continue  # "A degree from a school in Boston, Massachusetts"
            yield name, Sign(known.state, LEAST if address else weight, place)
    for place in case.hits["context.cities"]:
        known = place_in("cities", text, place)
        if known is not None and is_capital(text, place) and not visited(text, place):
            here = not _is_seat(case, place.start) and (
                works_in(text, place) or stands_alone(case, place)
            )
            yield "city", Sign(known.state, LEAST if here else 1.0, place)


# "State of Maine", "University of Iowa" on a line of its own: whose letter it is.
_OF_STATE = pattern(r"(?i)(?:^|\n)[ \t#*_]*(?:The )?(?:State|Commonwealth|University) of \Z")


def _of_state(text: str, place: Span) -> bool:
    follows = text[max(0, place.start - 3) : place.start].lower() == "of "
    return follows and _OF_STATE.search(text, max(0, place.start - 40), place.start) is not None


def _telephone_signs(case: Case) -> Iterator[tuple[str, Sign]]:
    for last in (match for digits in _LAST_DIGITS for match in digits.finditer(case.text)):
        first = _FIRST_DIGITS.search(case.text, max(0, last.start() - 12), last.start())
        state = area_codes().get(first["area"]) if first else None
        if first and state is not None:
            yield "telephone", Sign(state, 1.0, Span(first.start(), last.end()))


def _twin_signs(case: Case) -> Iterator[tuple[str, Sign]]:
    """Yield what stands beside a name that two cities share."""
    if not case.hits["context.twins"]:
        return
    beside = {plain_words(case.text[p.start : p.end]): p for p in case.hits["context.beside"]}
    for twin in twin_cities():
        for word in twin.beside:
            place = beside.get(plain_words(word))
            if place is not None and not _is_seat(case, place.start):
                yield "beside", Sign(twin.state, 2.0, place)


def visited(text: str, place: Span) -> bool:
    """Say whether a place is one that somebody travels to, or studied in."""
    return _TRAVEL.search(text, max(0, place.start - 60), place.start) is not None


_TRAVEL = pattern(
    r"(?i)\b(?:travel|trip|visit|ship|export|go\b|goes\b)\w*(?: [a-z]+)? to (?:our )?"
    r"(?:[A-Z][\w ,]{2,30} and )?\Z"
    r"|\b(?:degree|diploma|graduat\w+|studied|trained)\b(?:[^.;,\n]|, (?-i:[A-Z]))*?"
    r" (?:in|at|from) "
    r"(?:(?-i:[A-Z][a-z]+), )?\Z"
    # "Our customers are in Dallas": where others are.
    r"|\b(?:customers|suppliers|donors|readers|founded|born)\b[^.;\n]{0,24} in \Z"
)


def _open_signs(case: Case) -> Iterator[tuple[str, Sign]]:
    """Yield the states whose people alone may do work from afar."""
    for named in case[open_to].value:
        for code in named.codes:
            yield "open", Sign(code, LEAST, named.span)


# Each with a text in which it alone tells of a place.
KINDS_OF_SIGNS: Final[tuple[Way[Case, Iterator[tuple[str, Sign]], str], ...]] = (
    Way("addresses", _address_signs, "The office is in Riverbend, OR 97001."),
    Way("addresses from the largest down", _reversed_signs, "USA - MA - Fen Harbor"),
    Way("a town and a state without a comma", _town_signs, "Fen Harbor TX - Night Clerk"),
    Way("states cut short", _shortened_signs, "The office is in Fen Harbor, Mass. by the sea."),
    Way("Washington", _washington_signs, "Fen Harbor, Washington"),
    Way("names", _named_signs, "The clerk works in Ohio."),
    Way("telephone numbers", _telephone_signs, "Call 503-555-0142."),
    Way("what stands beside twin cities", _twin_signs, "In Portland, in Multnomah County."),
    Way("where people must live", _open_signs, "Remote, open to residents of TX, ID and OH."),
)


def ends_city(text: str, place: Span) -> bool:
    """Say whether a state's name ends an address: "Riverbend, Oregon", "CITY OF ELM, OHIO"."""
    before = text[max(0, place.start - 40) : place.start].rstrip()
    before = _TOWARDS.sub("", before)
    if not before.endswith(","):
        return False
    shouted = text[place.start : place.end].isupper() and _CITY_IN_CAPITALS.search(before[:-1])
    return bool(shouted) or CITY_BEFORE.search(before[:-1]) is not None


def _behind_house(text: str, place: Span) -> bool:
    """Say whether a state stands in brackets behind a house: "Elm School District (Ohio)"."""
    if text[place.start - 1 : place.start] != "(" or text[place.end : place.end + 1] != ")":
        return False
    line = text[text.rfind("\n", 0, place.start) + 1 : place.start - 1]
    return is_organisation(line.strip(" #*_"))


_CITY_IN_CAPITALS = pattern(r"(?:\A|[^\w])(?:[A-Z]+ ){0,3}[A-Z]{3,}\Z")
# "Hills, South Shropshire"
_TOWARDS = pattern(r" (?:North|South|East|West)\Z")
# "Ohio Department of State", "Ohio Secretary of State": a body of that state. It licenses
# teachers and nurses elsewhere too, so its name is none behind "through", "by" or "from".
_BODY = pattern(
    rf" (?:State )?(?:{vocabulary('context', 'state_bodies')})\b|"
    r" (?:State |[Cc]ommercial |[Cc]lass [A-E] ){0,2}"
    r"(?:[Dd]river|(?i:motor vehicle )?[Oo]perator['’])"
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
    office = (
        _AN_OFFICE.match(text, match.end())
        or _HELD_HERE.match(text, match.end())
        or _LIES_IN.search(before)
    )
    if match["state"] in _LETTERS and after not in _AFTER_LETTERS and not office:
        return False
    return bool(office and CITY_BEFORE.search(before)) or bool(
        _BEHIND.match(text, match.end()) and CITY_BEFORE.search(before)
    )


# "Springfield, MA offices": what a state stands before, and no letters behind a name.
_AN_OFFICE = pattern(rf"[ ](?:{vocabulary('context', 'workplaces')}|locations)\b")
# "Fen Harbor, MD   Full-time": how a post is held, in the next field of the line.
_HELD_HERE = pattern(
    rf"(?i)[ ](?:[ (]|[-–—/|·•][ ])[ ]{{0,9}}(?:{vocabulary('context', 'held_how')})\b|"
    r"[ ]{1,3}\((?:just )?(?:outside|near)\b"
)
# "The farm is located in Fen Harbor, MA (the Elm area)".
_LIES_IN = pattern(r"\b(?:located|based|situated) in [A-Z][a-z]+(?: [A-Z][a-z]+)?\Z")
_AFTER_LETTERS: Final = frozenset({"", "\n", "\r", ",", ")", "."})
# Two fields on one line have a gap between them, a house or a second city a sign or a word.
_BEHIND = pattern(
    r"\Z|[\n\r\t,).;]|[ ](?:[ (]|[-–—/|·•][ ]|(?:and|or|&)[ ][A-Z][\w .]{2,20},[ ][A-Z]{2}\b)"
)


def is_capital(text: str, place: Span) -> bool:
    """Say whether a name is written with a capital."""
    return text[place.start].isupper()
