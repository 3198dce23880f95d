"""Where the work is, as the text has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from postlint.document.headings import heading_kind
from postlint.document.job_title import is_organisation
from postlint.document.titles import names_job
from postlint.facts._data import table, vocabulary, word_sets
from postlint.facts._distance import fields_named
from postlint.facts.around import trim
from postlint.facts.base import Case, Fact
from postlint.facts.context import cities_shared, jurisdiction, state_code, states_named
from postlint.facts.context.signs import visited
from postlint.text.patterns import pattern
from postlint.text.source import Span

_MISSING: Final = "where the work is"
_LONGEST: Final = 120
# "Riverbend, OR 97001": a city's words, a comma, a state and perhaps its digits.
_TOWN = r"(?:[A-Z][\w.'’-]{1,30}|of|del|la|de|las|los|du|sur|upon)"
_ADDRESS = pattern(
    rf"(?<!\w)(?P<city>[A-Z][\w.'’-]{{1,30}}(?:[ \t]{_TOWN}){{0,3}}),[ \t]{{1,3}}"
    r"(?P<state>[A-Z]{2}|[A-Z][a-z]+(?:[ \t][A-Z][a-z]+)?|D\.C\.)(?:[ ,\t]{1,3}\d{5}(?:-\d{4})?)?"
    r"(?=[\s,.;)|–—]|\Z)"
)
# What a field named "Location" says where it names no place.
_NO_PLACE = pattern(
    r"(?i)\W*(?:various|multiple|see|remote|telework|virtual|hybrid|on-?\s?site"
    rf"|{vocabulary('terms', 'no_place')})\b"
    r"[^,]{0,40}\Z"
)
_REST = pattern(
    r"(?s)\s*(?:\||•|\t| {3,}|\(|"
    rf"\b(?:{vocabulary('terms', 'next_field')})\b\s*[:–-]?).*\Z"
)


def place_of(case: Case) -> Fact[str | None]:
    """Return what a field calls the place, else the first address, else the city named."""
    span = next(_in_fields(case), None) or _address(case) or _city(case) or _based(case)
    if span is None:
        return Fact(None, missing=_MISSING)
    words = case.posting.passage(span).text
    shared = cities_shared(words)
    settled = not shared or case[jurisdiction].value
    missing = None if settled else f"which {words}: {' or '.join(shared)}"
    return Fact(words, (span,), missing)


def _in_fields(case: Case) -> Iterator[Span]:
    spans = [field.value.span for field in fields_named(case, "place")]
    for span in spans or _in_items(case):
        words = case.text[span.start : min(span.end, span.start + 2 * _LONGEST)]
        address = _ADDRESS.search(words[:_LONGEST])
        if address is not None and address["state"] in states_named():
            end = span.start + address.end()
        else:
            rest = _REST.search(words, 3)
            end = min(span.end, span.start + (rest.start() if rest else _LONGEST))
        place = trim(case.text, Span(span.start, end))
        named = case.text[place.start : place.end]
        if len(named) > 1 and named[0].isalnum() and not _NO_PLACE.match(named):
            yield place


# "• Location: Fenmouth": an item of a list, and no field.
_ITEM = pattern(r"(?m)^[ \t]*[•●▪*·-][ \t]*([A-Z][A-Za-z ]{2,24}?)[ \t]*:[ \t]*([^\n]+)")


def _in_items(case: Case) -> list[Span]:
    if {"location", "station", "city", "worksite"}.isdisjoint(case.words.distinct):
        return []
    known = {name.strip() for name in table("terms")["words"]["place"].split(";")}
    return [Span(*m.span(2)) for m in _ITEM.finditer(case.text, 0, _TOP) if m[1].lower() in known]


_TOP: Final = 4000


def _address(case: Case) -> Span | None:
    """Return the first address in running text: a city, and the state the work is in."""
    states = states_named()
    here = case[jurisdiction].value
    # A federal post is in some state, and under none's law.
    federal = here == ("US",)
    text = case.text
    start = 0
    # A text of commas and capitals has many that are none.
    for _ in range(_MOST):
        match = _ADDRESS.search(text, start)
        if match is None:
            return None
        state, city = match["state"], match["city"]
        # "MS" and "PA" are titles too; a state's name is a state's name.
        code = state_code(state)
        here_too = code in here or not (here or state.isupper()) or (federal and code[:3] == "US-")
        # "Virginia, North Carolina and Ohio" are states in a row.
        row = len(state) > 2 and city != state and city in states  # codes have two letters
        if row:
            start = match.end("city") + 1
            continue
        named = state in states and here_too and not city.isupper()
        span = Span(match.start(), match.end())
        if named and not _is_no_city(city) and not visited(text, span):
            return span
        start = match.end("city") + 1
    return None


_MOST: Final = 60
_NO_CITY: Final = frozenset({"state", "of", "court", "university", "check", "street", "college"})


def _is_no_city(words: str) -> bool:
    """Say whether words before a state are a title or an office: "Director, Rhode Island"."""
    last = words.lower().split()[-1]
    return last in _NO_CITY or last in table("title")["words"]["nouns"].split()


def _city(case: Case) -> Span | None:
    for key in ("context.cities", "context.twins"):
        for place in case.hits[key]:
            if case.text[place.start].isupper() and not visited(case.text, place):
                return place
    return None


# "University of Oregon at Fen", "based at our yard in Hexham, Northumberland": a town's name,
# whatever is known of it, behind words that say it is one.
_CAMPUS = pattern(
    r"(?:^|\n)[ \t#*]*(?:The )?University of [A-Z]\w+(?: [A-Z]\w+)?(?: at |, )"
    r"(?P<town>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[ \t*]*(?:\n|\Z))"
)
_WORKPLACES: Final = vocabulary("context", "workplaces")
_BASED = pattern(
    rf"\b(?:based|located|situated|(?:{_WORKPLACES})(?: (?:is|lies|stands|sits))?|"
    r"(?:at|from|in) our (?:[a-z]+ ){1,2}?[a-z]+)"
    r"(?: (?:at|on|from) (?:our|the)(?: \w+){1,5}?)? in "
    r"(?:the (?:\w+ )?(?:town|village|city|port) of )?"
    r"(?P<town>[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?"
    r"(?:, (?:Co\. )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)?)(?=[.,;)\n]|\Z)"
)
# "In our Fenmouth shop": no department's, and no trade's.
_OURS = pattern(
    rf"\b(?:(?:[Aa]t|[Ff]rom|[Ii]n|[Jj]oin) our|Our) (?P<town>[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)"
    rf"(?:, [A-Z]{{2}},?)? (?:[a-z]+ )?(?!team|practice|firm)(?:{_WORKPLACES})\b"
)


# "18 Quay Street, Bangor"
_STREET = pattern(
    r"\b\d{1,4} [A-Z]\w+ (?:Street|Road|Lane|Avenue|Square|Terrace|St\.|Rd\.|Ave\.), "
    r"(?P<town>[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)(?=[.,;)\n]|\Z)"
)


def _based(case: Case) -> Span | None:
    parts = word_sets("title")["of_a_part"]
    for sign in (_CAMPUS, _BASED, _OURS, _STREET):
        for match in sign.finditer(case.text):
            town = match["town"]
            if parts.isdisjoint(town.lower().split()) and not (
                heading_kind(town) or is_organisation(town) or names_job(town)
            ):
                return Span(*match.span("town"))
    return None
