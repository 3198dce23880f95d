"""The sector of the employer: a school district, local government, or another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import log1p
from typing import Final, Literal

from postlint.document.job_title import NUMBERED_DISTRICT
from postlint.facts._data import vocabulary, word_sets
from postlint.facts.around import sentence_at
from postlint.facts.base import Case, Fact, fact
from postlint.facts.declared import EmployerKind
from postlint.facts.employer_name import own_names
from postlint.facts.place_names import known_places, place_name
from postlint.facts.title import title
from postlint.text.patterns import pattern
from postlint.text.source import Span

Sector = Literal[
    "k12", "higher-ed", "city-county", "state-federal", "nonprofit", "private", "unknown"
]


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
_FEW_TIMES: Final = 2
_MISSING: Final = "the kind of organisation"
# What the employer's own name weighs against all that the text speaks of.
_OWN: Final = 8.0
# Institutes, centers and libraries are of many kinds.
_OWN_VAGUE: Final = 2.5


@fact("sector")
def sector(case: Case) -> Fact[Sector]:
    """Return the kind of organisation the post is in; what was declared wins."""
    if case.employer.kind is not None:
        return Fact(_DECLARED[case.employer.kind])
    scores: dict[Sector, float] = {}
    for name, key in _CUES.items():
        strong = case.hits[f"role.{key}_strong"]
        if name == "private" and strong:
            strong = tuple(place for place in strong if not _worked_at(case, place))
        sure = sum(1 for place in strong if not _of_another(case, place))
        weak = len(case.hits.places(f"role.{key}")) + len(strong) - sure
        if name == "state-federal":
            weak -= sum(1 for place in case.hits[f"role.{key}"] if names_law(case, place))
        if name == "city-county" and case.hits["role.church"]:
            weak -= sum(
                1
                for place in case.hits[f"role.{key}"]
                if case.text[place.start : place.end].lower() == "parish"
            )
        if name == "k12" and not strong and _says_one_word(case, "role.k12"):
            # A school alone may be any: where a student is enrolled, or a graduate one.
            weak = weak if case.lowered.count("the school") > _FEW_TIMES else 0
        scores[name] = _STRONG * log1p(sure) + _WEAK * log1p(weak)
    scores["city-county"] += _STRONG * log1p(sum(1 for _ in _named_places(case)))
    if any(True for _ in service_grades(case)):
        scores["state-federal"] += _STRONG
    own = case[_own]
    if own.value is not None:
        vague = case.hits.within("role.own_vague", own.spans[0])
        vague = () if _is_of_members(case, own.spans[0]) else vague
        kind: Sector = "higher-ed" if _is_housed(case, own.spans[0]) else own.value
        scores[kind] += _OWN_VAGUE if vague else _OWN
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _LEAST:
        return _by_a_line(case)
    if own.value == best:
        return Fact(best, own.spans)
    key = _CUES[best]
    spans = (*case.hits[f"role.{key}_strong"], *case.hits[f"role.{key}"])[:3]
    return Fact(best, spans)


def _by_a_line(case: Case) -> Fact[Sector]:
    """Return the kind that one line tells where nothing else does."""
    district = _DISTRICT_LINE.search(case.text)
    if district is not None:
        return Fact("k12", (Span(*district.span(1)),))
    companies = []
    for field in case.posting.fields:
        name = field.key.text.lower()
        if name in _SCHOOL_FIELDS and _SCHOOL.fullmatch(field.value.text):
            return Fact("k12", (field.span,))
        if name == "company":  # what a board calls it
            companies.append(field.span)
    companies += [Span(*one.span()) for one in _SELF.finditer(case.text)]
    companies += [Span(*one.span()) for one in _SHOP.finditer(case.text)]
    if not companies:
        return Fact("unknown", missing=_MISSING)
    return Fact("private", tuple(companies[:1]))


def _worked_at(case: Case, place: Span) -> bool:
    """Say whether a house is where applicants come from: "you have worked in a startup"."""
    before = case.text[max(place.start - _REACH, 0) : place.start]
    return _CAME_FROM.search(before) is not None


_CAME_FROM = pattern(
    r"\b(?:[Ee]xperience|[Ww]orked|[Yy]ears)\b[^.;\n]{0,30}"
    r"\b(?:in|at|for|with) (?:an? )?(?:\w+ )?\Z"
)
_REACH: Final = 60


# "Lakeview ISD 911", on a line further down.
_DISTRICT_LINE = pattern(
    r"(?m)^[ \t#*]*([A-Z][a-z]+(?: [A-Z][a-z]+){0,3} (?:C?U?SD|ISD) (?:No\. |#)?\d{1,4})[ \t]*$"
)
# "Elm Works is a small web firm": what an employer calls itself.
_SELF = pattern(
    r"\b(?:[Ww]e are|[A-Z][\w.'’-]{1,40} is) an? (?:[a-z\d][\w-]*,? ){0,5}"
    rf"(?:{vocabulary('role', 'firms')})\b(?![ -](?:of|for) )"
)


# "Fen Yarns, a small wool shop in Dell", "we are a busy café"; a school's store is the school's.
_SHOP = pattern(
    rf"(?:[,–—-] |\b[Ww]e(?:['’]re| are) |[A-Z]\w{{1,40}} is |(?<!['’]s )\bown |\A|\n|\. )"
    rf"(?:[Aa]n? |[Oo]ur )?(?:[\w-]+ ){{0,4}}(?:{vocabulary('role', 'shops')})\b"
)


def _is_housed(case: Case, name: Span) -> bool:
    """Say whether an employer's name is that of a museum or a library in a university.

    Such a text names the university over and over; the museum of a town names one in passing.
    """
    if word_sets("role")["house"].isdisjoint(case.text[name.start : name.end].lower().split()):
        return False
    named = sum(1 for place in case.hits["role.higher_strong"] if _names_school(case, place))
    return named >= _HOUSED or (named > 0 and _AT_SCHOOL.search(case.text) is not None)


def _names_school(case: Case, place: Span) -> bool:
    if _of_another(case, place):
        return False
    at = case.words.between(place)
    before = case.words.words[max(0, at.start - 1) : at.start]
    first = at.start - (before == ["state"])  # "Fen State University"
    return _is_named(case, first, at.stop)


_HOUSED: Final = 2
_AT_SCHOOL = pattern(
    r"\b(?:situated|based|housed|located|hosted)\b[^.\n]{0,60}"
    r"\b(?:at|within|in|of) the University of "
)
# "State and federal laws" bind everybody; they say nothing of whose post it is.
_LAW = pattern(
    r"(?i)\W{1,2}(?:(?:and|or|/) ?(?:state|local) )?"
    rf"(?:{vocabulary('role', 'of_government')})\b"
)


def names_law(case: Case, place: Span) -> bool:
    """Say whether a word about government is said of laws, money or votes."""
    return _LAW.match(case.text, place.end) is not None


def _says_one_word(case: Case, key: str) -> bool:
    words = {case.text[place.start : place.end].lower() for place in case.hits[key]}
    return len(words) == 1


@fact("own_kind")
def _own(case: Case) -> Fact[Sector | None]:
    """Return the kind that the employer's own name tells, from the surest place that has one."""
    for span in own_names(case):
        named = [
            (max(hit.end - hit.start for hit in hits), -order, kind)
            for order, (kind, key) in enumerate(_OWN_KINDS)
            if (hits := case.hits.within(f"role.own_{key}", span))
        ]
        if _is_local_council(case, span):
            return Fact("city-county", (span,))
        words = case.text[slice(*span)]
        name = words.lower()
        if "tribal " in name or name.endswith("tribes"):
            return Fact(None)  # a nation of its own is none of these
        if NUMBERED_DISTRICT.search(words) is not None:
            return Fact("k12", (span,))
        if _state_body().search(case.text, *span) is not None:
            return Fact("state-federal", (span,))
        if any(kind == "higher-ed" for _, _, kind in named) and "college prep" not in name:
            return Fact("higher-ed", (span,))
        # "A ministry of the Diocese of Fen" is a church's, and no government's.
        if _OF_CHURCH.search(words) is not None:
            return Fact("k12", (span,))
        if case.hits.within("role.church", span) or _is_of_members(case, span):
            return Fact("nonprofit", (span,))
        if named:  # the longest words: a library consortium is more than a library
            kind = max(named)[2]
            # "White Farm" is a farm, and "White Farm Primary School" further down is none.
            school = kind == "private" and _goes_on_as_school(case, span)
            return Fact("k12" if school else kind, (span,))
    return Fact(None)


# A school that a church keeps for the state, as every fourth is in England.
_OF_CHURCH = pattern(
    r"\b(?:Church (?:of England|in Wales)|C ?of ?E|CE)\b.*"
    r"\b(?:School|Academy|Infants?|Juniors?|Primary|Secondary|High)\b"
)
_SCHOOL_FIELDS: Final = frozenset({"school", "school name", "name of school", "school site"})
# "School: Horsted School", and no "School: School of Law".
_SCHOOL = pattern(
    r"(?!School )[A-Z][\w.'’-]*(?: [\w.'’-]+){0,6}"
    r" (?:School|Academy|Infants|Juniors|Primary|Elementary|High)"
)


def _goes_on_as_school(case: Case, name: Span) -> bool:
    words = re.escape(case.text[name.start : name.end])
    behind = rf"{words} (?:[A-Z]\w+ )?(?:Primary|Infant|Junior|Elementary|Middle|High) School\b"
    return re.search(behind, case.text) is not None


def _is_of_members(case: Case, name: Span) -> bool:
    """Say whether a name is that of a body whose members are schools, cities or counties."""
    head = case.hits.within("role.own_of_members", name)[-1:]
    keys = ("role.own_k12", "role.own_city_county")
    of = [key for key in keys if case.hits.within(key, name)]
    return bool(head and of) and case.text[head[0].end : name.end].strip(" .)") == ""


@cache
def _state_body() -> re.Pattern[str]:
    """Return what finds "Ohio Board of Elections", "Texas Department of Roads"."""
    codes = (code for code in known_places() if re.fullmatch("US-[A-Z]{2}", code))
    names = [place_name(code) for code in codes if code != "US-DC"]
    # Cities have these names too.
    states = [f"{name} State" if name in {"New York", "Washington"} else name for name in names]
    return pattern(
        rf"\b(?:{'|'.join(states)}) (?:State )?"
        r"(?:Board|Department|Division|Bureau|Commission|Legislature|Secretary) (?:of|on|for)\b|"
        # "Texas Workforce Commission", and not "Iowa City Police Department".
        # The board of "Richmond Virginia" is a town's.
        rf"(?:(?<![a-z] )|(?<=[Tt]he ))\b(?:{'|'.join(states)}) (?!City\b|Beach\b|County\b|Falls\b)"
        r"(?:(?:State |(?<=State ))(?:Archives|Hospital|Library|Museum|Parks|Police)\b|"
        r"(?:[A-Z]\w+ (?:and |& )?){1,3}(?:Commission|Department|Agency|Board)\b(?! of (?:Ed|Tr)))|"
        r"\bNHS\b|\bUniversity Health Board\b|\bHealth and Social Care Trust\b"
    )


# "Fenshire Council", "Elm and Fen Council": a place's name, and British money or words.
_COUNCIL = pattern(
    r"(?:[Tt]he )?(?P<place>(?:[A-Z][\w'’-]+,? (?:and |& |upon |on |of )?){1,4})Council"
)
_BRITISH = pattern(
    r"£\s?\d|[Cc]ouncillor|[Ll]ocal authorit|[Ll]ocal [Gg]overnment|[Cc]ouncil [Tt]ax"
)


def _is_local_council(case: Case, name: Span) -> bool:
    """Say whether a council is the government of a place, and not of a trade or an art."""
    if case.text[name.start : name.end] in {"Council", "The Council"}:
        return _BRITISH.search(case.text) is not None  # "Council employs eight hundred people"
    match = _COUNCIL.fullmatch(case.text, *name)
    if match is None or not word_sets("role")["council_of"].isdisjoint(
        match["place"].lower().split()
    ):
        return False
    return "shire " in match["place"] or _BRITISH.search(case.text) is not None


# In this order: a university's museum is the university's, a county's library the county's.
_OWN_KINDS: Final[tuple[tuple[Sector, str], ...]] = (
    ("higher-ed", "higher"),
    ("k12", "k12"),
    ("state-federal", "state_federal"),
    ("city-county", "city_county"),
    ("private", "private"),
    ("nonprofit", "nonprofit"),
)


def _of_another(case: Case, place: Span) -> bool:
    """Say whether a name is that of another body, or of a school the applicant went to.

    A county works "under the laws of the State of …", and asks for "an
    accredited college or university".
    """
    words, known = case.words.words, word_sets("role")
    first, stop = (at := case.words.between(place)).start, at.stop
    begin = case.words.between(Span(sentence_at(case, place.start).start, place.start)).start
    if known["customers"].intersection(words[max(begin, first - _TO_WHOM) : first]):
        return True  # "Our clients include counties and state universities"
    before = words[max(0, first - 4) : first]
    kind = words[first]
    if words[stop - 1] in known["pupils"]:
        # "Visits area schools", "in an award-winning school district": not whose post it is.
        ours = bool({"our", "the", "this"} & set(words[max(0, first - 1) : first]))
        # "Alder Hall is an independent day school"
        ours = ours or before[-2:] in (["is", "a"], ["is", "an"])
        return not (ours or _capital_words(case, first, stop))
    if kind in known["school"] or words[stop - 1] in known["school"]:
        if before[-1:] == ["a"] and not _capital_words(case, first, stop):
            return True  # "as a postdoc at a university"
        around = {*before, *words[stop : stop + 2]}
        return bool(around & known["schooling"]) and not _is_named(case, first, stop)
    if kind in known["firm"]:
        return bool(set(before) & known["boards"])
    if kind in known["place_kind"]:
        return _is_where(before)
    lead = [word for word in before if word not in {"the", "of", "s"}][-1:]
    return kind in known["state"] and bool(lead) and lead[0] in known["other_body"]


_TO_WHOM: Final = 12
_IN_A_PLACE: Final = (["in"], ["throughout"], ["across"], ["serving"])


def _is_where(before: Sequence[str]) -> bool:
    """Say whether a city named behind these words is where something stands, and hires nobody."""
    return before[-1:] == ["the"] and before[-2:-1] in (["in"], ["within"], ["throughout"])


def _capital_words(case: Case, first: int, stop: int) -> bool:
    """Say whether a phrase is written as a name, or has its name before it."""
    starts, text = case.words.starts, case.text
    return text[starts[first]].isupper() and text[starts[stop - 1]].isupper()


def _is_named(case: Case, first: int, stop: int) -> bool:
    """Say whether words are part of a name: "Ada County", "University of Maine"."""
    text, words = case.text, case.words
    if not text[words.starts[first]].isupper():
        return False
    named = first > 0 and words.gap(first) == " " and text[words.starts[first - 1]].isupper()
    if named and words.words[first - 1] not in word_sets("role")["not_name"]:
        return True
    of = stop + 1 < len(words) and words.words[stop] == "of"
    return of and text[words.starts[stop + 1]].isupper()


# Behind the first letter: "City's parks", "County departments"; not "City of Kent", "County Board".
_OURS = pattern(r"[a-z]++(?! (?:of\b|[A-Z]))")


def _is_ours(case: Case, first: int) -> bool:
    """Say whether a sentence writes City or County as the name of who speaks: "the City's"."""
    words, text = case.words, case.text
    if first == 0 or words.gap(first) != " " or not text[words.starts[first - 1]].islower():
        return False
    behind = text[words.starts[first] + 1 :][:40]
    return _OURS.match(behind) is not None


def _named_places(case: Case) -> Iterator[Span]:
    """Yield the counties, cities and towns the text names: "Ada County", "City of Kent"."""
    words, known = case.words, word_sets("role")
    for first, stop in case.hits.places("role.city_county"):
        kind = words.words[first]
        if kind not in known["place_kind"] or (kind == "parish" and case.hits["role.church"]):
            continue
        capital = case.text[words.starts[first]].isupper()
        before = words.words[max(0, first - 5) : first]
        if capital and (before[-1:] == ["our"] or _is_ours(case, first)) and not _is_where(before):
            yield words.span(first, stop)
            continue
        if not _is_named(case, first, stop) or before[-2:-1] in _IN_A_PLACE:
            continue  # "our work in Fen County" is of somebody there
        # "Jersey City" is where the work is; "City of Kent" is who has it done.
        if kind == "city" and words.words[stop : stop + 1] != ["of"]:
            continue
        # A museum or a college of a county is not the county.
        if not known["house"].intersection(before) and not _is_where(before):
            yield words.span(first, stop)


def service_grades(case: Case) -> Iterator[tuple[Span, str]]:
    """Yield the fields that give a grade only one national civil service has, and its country."""
    for field in case.posting.fields:
        if field.key.text.lower() not in _GRADE_FIELDS:
            continue
        codes = set(pattern(r"[A-Z0-9]+").findall(field.value.text[:40]))
        if codes & word_sets("role")["grades"]:
            yield field.value.span, "GB"
        elif _EXECUTIVE.match(field.value.text):
            yield field.value.span, "CA"
    named = case[title].spans[:1]
    group = _GROUP.search(case.text, *named[0]) if named else None
    if group is not None:
        yield Span(*group.span()), "CA"


# "Policy Analyst (EC-05)": a group and level of the Canadian public service.
_GROUP = pattern(r"\((?:AS|CO|CR|CS|EC|EN|EX|FI|GT|IS|IT|PC|PE|PM|SP|WP)-0\d\)")
_GRADE_FIELDS: Final = frozenset(
    {"grade", "grade level", "level", "classification", "group and level", "group/level"}
    | {"group & level", "position level", "classification level", "group level"}
)
# The levels of the Canadian executive group.
_EXECUTIVE = pattern(r"EX[ -]?(?:0?[1-5]|I{1,3}|IV|V)\b")
