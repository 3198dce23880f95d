"""What the post is, and in what kind of organisation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from math import log1p
from typing import Final, Literal

from postlint.document.kinds import SectionKind
from postlint.facts._data import phrases, table, vocabulary
from postlint.facts.base import Case, Fact, fact
from postlint.facts.declared import EmployerKind, PostRole
from postlint.facts.duty_classes import duty_classes
from postlint.facts.employer_name import own_names
from postlint.facts.place_names import known_places, place_name
from postlint.facts.title import title
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

Role = Literal["tech-leader", "tech-staff", "other"]
Sector = Literal[
    "k12", "higher-ed", "city-county", "state-federal", "nonprofit", "private", "unknown"
]
_BY_DECLARED: Final[Mapping[PostRole, Role]] = {
    PostRole.TECH_LEADER: "tech-leader",
    PostRole.TECH_STAFF: "tech-staff",
    PostRole.OTHER: "other",
}

# From this share of technical duties on, a post without a telling title is technical.
_TECHNICAL: Final = 0.4
_LEAST_DUTIES: Final = 4
_LEAST_TO_CLASS: Final = 3
# Three technology words in a hundred and two in five duties; without a title that could have
# spoken of technology, fewer of the one where there are more of the other.
_DENSE: Final = 0.03
_PER_DUTY: Final = 0.4
_DENSE_UNNAMED: Final = 0.02
_PER_DUTY_UNNAMED: Final = 0.3
_TOGETHER_UNNAMED: Final = 0.009
_DENSE_ALONE: Final = 0.04
_LEAST_WORDS: Final = 120
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

    Title and duties decide together: a title alone only where it can mean
    nothing else. Where neither says enough, `missing` names what would. A declared
    role is the post's, whatever they say.
    """
    named = case[title]
    if case.employer.role is not None:
        return Fact(_BY_DECLARED[case.employer.role], named.spans[:1])
    if named.value is not None:
        post = Post(case, named.spans[0])
        for step in STEPS:
            decided = step.decide(post)
            if decided is not None:
                return Fact(decided, (post.span,))
    by_work = _by_work(case)
    if by_work.value == "other":
        return by_work._replace(missing=_unread(case, named))
    return by_work


def _unread(case: Case, named: Fact[str | None]) -> str | None:
    """Return what is missing to say that a post has nothing to do with technology."""
    duties = len(case.posting.duties)
    if named.value is None:
        return None if duties >= _LEAST_DUTIES else _NO_TITLE
    if duties == 0 and not _says_what(case, named.spans[0]):
        return _NO_DUTIES
    return named.missing if duties == 0 else None


_NO_TITLE: Final = "what the post does: no title and no list of duties were found"
_NO_DUTIES: Final = "what the post does: its title says only a rank, and no duties were found"


def _says_what(case: Case, span: Span) -> bool:
    """Say whether a title has a word besides ranks: "Director" alone has none."""
    inside = case.words.between(span)
    words = case.words.words[inside.start : inside.stop]
    return any(word not in _words()["rank"] for word in words)


# "Head of Admissions, Institute of Computing": what the house teaches is not what the post does.
_HOUSE = pattern(
    r",[ ](?:[A-Z][\w'’-]*[ ]){0,4}(?:Institute|College|School|University|Academy|Faculty|Museum)\b"
    r"[^\n]*\Z"
)


class Post:
    """What the steps ask about a post with a title."""

    def __init__(self, case: Case, span: Span) -> None:
        self.case = case
        house = _HOUSE.search(case.text, *span)
        span = Span(span.start, house.start()) if house else span
        self.span = span
        self.text = case.text[span.start : span.end]
        self.technical = case.hits.within("role.technology", span)

    def has(self, key: str) -> bool:
        """Say whether a phrase of a key stands in the title."""
        return bool(self.case.hits.within(f"role.{key}", self.span))

    @cached_property
    def core(self) -> bool:
        """Whether a word of the title can mean nothing but technology."""
        weak = self.case.hits.within("role.weak", self.span)
        return any(not any(one.contains(place) for one in weak) for place in self.technical)

    @cached_property
    def leads(self) -> bool:
        """Whether a noun of rank stands in the title, in no staff noun."""
        staff = self.case.hits.within("role.staff_noun", self.span)
        nouns = self.case.hits.within("role.lead_noun", self.span)
        return any(not any(other.contains(place) for other in staff) for place in nouns)

    @cached_property
    def staff(self) -> bool:
        """Whether a staff noun stands in the title; its last word may be glued to the next."""
        if self.has("staff_noun"):
            return True
        last = pattern(r"[a-z]+").findall(self.text.lower())[-1:]
        return bool(last) and last[0] in _phrases()["role.staff_noun"]

    @cached_property
    def runs(self) -> bool:
        """Whether the work is that of who runs a department: people, money, policy, plans."""
        case = self.case
        sections = [s.span for s in case.posting.sections if s.kind in _WORK]
        groups = {
            key
            for key in _RUNNING
            if any(case.hits.within(f"role.{key}", span) for span in sections)
        }
        classes = case[duty_classes].value
        leading = sum(
            1.0 if c.label == "leadership" else 0.5 * (c.label == "mixed") for c in classes
        )
        share = leading / len(classes) if len(classes) >= _LEAST_DUTIES else None
        whole = self.has("whole_title")
        if whole and share is None:
            return True  # nothing says that a manager of all of it does not run it
        many = _FEW_GROUPS if whole else _MANY_GROUPS
        return len(groups) >= many and (share is None or share >= _MOSTLY)

    @cached_property
    def backed(self) -> bool:
        """Whether the work is about technology too, as far as it is known."""
        case = self.case
        words = len(case.hits.places("role.technology")) - len(case.hits.places("role.fashion"))
        if words >= _BACKED * len(case.words):
            return True
        share = self.hands_on
        return self.core if share is None else share >= _TECHNICAL

    @cached_property
    def elsewhere(self) -> bool:
        """Whether the text speaks of technology outside the title; a text of nothing else may."""
        case = self.case
        inside = case.hits.within("role.technology", self.span)
        return not case.posting.duties or len(case.hits.places("role.technology")) > len(inside)

    @cached_property
    def hands_on(self) -> float | None:
        """The share of the duties that is hands-on work, where enough of them were found."""
        classes = self.case[duty_classes].value
        if len(classes) < _LEAST_DUTIES:
            return None
        hands = sum(1.0 if c.label == "technical" else 0.5 * (c.label == "mixed") for c in classes)
        return hands / len(classes)


_WORK: Final = (None, SectionKind.DUTIES, SectionKind.OVERVIEW, SectionKind.SUPERVISION)
_RUNNING: Final = ("runs_people", "runs_money", "runs_policy", "runs_plans", "runs_whole")
_MANY_GROUPS: Final = 3
_FEW_GROUPS: Final = 1
_MOSTLY: Final = 0.5
_BACKED: Final = 0.02


class RoleTest(NamedTuple):
    """One step of the decision by title, and a posting it is the first to decide."""

    name: str
    decide: Callable[[Post], Role | None]
    example: str


def _chief(post: Post) -> Role | None:
    if not post.has("leader_title"):
        return None
    deputy = pattern(r"\W*(?:deputy|assistant|associate)\b", re.I).match(post.text)
    return "tech-leader" if not deputy or _second(post.case, post.span) else "tech-staff"


def _other_field(post: Post) -> Role | None:
    """Tell a title whose noun belongs to another field: "Policy Manager, Media and Technology"."""
    if post.has("other_trade"):
        return "other"
    if not post.technical or not post.has("other_field"):
        return None
    share = post.hands_on
    ours = post.core and post.backed and post.elsewhere if share is None else share >= _TECHNICAL
    return None if ours else "other"


def _head(post: Post) -> Role | None:
    return "tech-leader" if post.leads and (post.core or (post.backed and post.technical)) else None


def _running(post: Post) -> Role | None:
    named = post.core and post.has("middle_noun") and not post.has("one_thing")
    return "tech-leader" if named and (post.case.hits["role.heads"] or post.runs) else None


def _hands(post: Post) -> Role | None:
    return "tech-staff" if post.has("staff_title") else None


def _projects(post: Post) -> Role | None:
    """Tell a manager of projects by what the projects are of."""
    if not post.has("one_thing") or post.has("other_field"):
        return None
    return "tech-staff" if len(post.case.hits.places("role.our_projects")) > 1 else None


def _staff(post: Post) -> Role | None:
    if not post.technical or not post.staff:
        return None
    return "tech-staff" if post.core or post.backed else None


STEPS: Final = (
    RoleTest("a chief's title", _chief, "# Chief Technology Officer\n"),
    RoleTest(
        "a noun of another field",
        _other_field,
        "# Policy Manager, Media and Technology\n\n## Duties\n\n- Writes policy papers.\n"
        "- Meets legislators.\n- Builds coalitions.\n- Plans hearings.\n",
    ),
    RoleTest("a head of technology", _head, "# Director of Technology\n"),
    RoleTest(
        "who runs the department, whatever it is called",
        _running,
        "# IT Coordinator\n\n## Duties\n\n- Supervises the department's staff.\n"
        "- Manages the department's budget.\n- Develops policies for the county.\n"
        "- Leads strategic planning with department heads.\n",
    ),
    RoleTest("a title of hands-on work", _hands, "# Senior System Administrator\n"),
    RoleTest("a staff title about technology", _staff, "# IT Specialist\n"),
    RoleTest(
        "a manager of projects of technology",
        _projects,
        "# Project Manager\n\nRuns IT projects, from application development to use.\n",
    ),
)


def _second(case: Case, span: Span) -> bool:
    """Say whether a deputy's title is a chief's deputy: that post runs a large part."""
    return bool(
        pattern(r"\b(?:cio|cto|chief|superintendent)\b", re.I).search(
            case.text[span.start : span.end]
        )
    )


def _by_work(case: Case) -> Fact[Role]:
    """Return what the duties say of the post."""
    series = case.hits["role.staff_series"]
    if series:
        return Fact("tech-staff", series[:1])
    words = case.hits["role.technology"]
    density = len(words) / max(1, len(case.words))
    named = case[title]
    if named.value is not None and any(
        case.hits.within(f"role.{key}", named.spans[0]) for key in ("other_field", "other_trade")
    ):
        return Fact("other")
    if len(case.posting.duties) < _LEAST_TO_CLASS:
        # Where hardly a duty was found, a text full of technology is about it all the same.
        full = density >= _DENSE_ALONE and len(case.words) >= _LEAST_WORDS
        return Fact("tech-staff", words[:3]) if named.value and full else Fact("other")
    # Words are counted before duties are classed, which costs far more.
    if not _speaks_of_technology(case):
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
    named = case[title]
    # "Technical Team Leader" says what kind of work it is, and not of what.
    if named.value is not None and not case.hits.within("role.technical", named.spans[0]):
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
            weak = 0  # a school alone may be any: where a student is enrolled, or a graduate one
        scores[name] = _STRONG * log1p(sure) + _WEAK * log1p(weak)
    scores["city-county"] += _STRONG * log1p(sum(1 for _ in _named_places(case)))
    if any(True for _ in service_grades(case)):
        scores["state-federal"] += _STRONG
    own = case[_own]
    if own.value is not None:
        vague = case.hits.within("role.own_vague", own.spans[0])
        kind: Sector = "higher-ed" if _is_housed(case, own.spans[0]) else own.value
        scores[kind] += _OWN_VAGUE if vague else _OWN
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < _LEAST:
        # What a board calls a company, and nothing else tells.
        companies = [
            field.span for field in case.posting.fields if field.key.text.lower() == "company"
        ]
        return (
            Fact("private", tuple(companies[:1]))
            if companies
            else Fact("unknown", missing=_MISSING)
        )
    if own.value == best:
        return Fact(best, own.spans)
    key = _CUES[best]
    spans = (*case.hits[f"role.{key}_strong"], *case.hits[f"role.{key}"])[:3]
    return Fact(best, spans)


def _is_housed(case: Case, name: Span) -> bool:
    """Say whether an employer's name is that of a museum or a library in a university.

    Such a text names the university over and over; the museum of a town names one in passing.
    """
    if _words()["house"].isdisjoint(case.text[name.start : name.end].lower().split()):
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
    r"\W{1,2}(?:(?:and|or|/) ?(?:state|local) )?"
    rf"(?:{vocabulary('role', 'of_government')})\b",
    re.IGNORECASE,
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
        if _state_body().search(case.text, *span) is not None:
            return Fact("state-federal", (span,))
        if any(kind == "higher-ed" for _, _, kind in named):
            return Fact("higher-ed", (span,))
        if named:  # the longest words: a library consortium is more than a library
            return Fact(max(named)[2], (span,))
    return Fact(None)


@cache
def _state_body() -> re.Pattern[str]:
    """Return what finds "Ohio Board of Elections", "Texas Department of Roads"."""
    codes = (code for code in known_places() if re.fullmatch("US-[A-Z]{2}", code))
    names = [place_name(code) for code in codes if code != "US-DC"]
    # Cities have these names too.
    states = [f"{name} State" if name in {"New York", "Washington"} else name for name in names]
    return pattern(
        rf"\b(?:{'|'.join(states)}) (?:State )?"
        r"(?:Board|Department|Division|Bureau|Commission|Legislature|Secretary) (?:of|on|for)\b"
    )


# "Fenshire Council", "Elm and Fen Council": a place's name, and British money or words.
_COUNCIL = pattern(
    r"(?:[Tt]he )?(?P<place>(?:[A-Z][\w'’-]+,? (?:and |& |upon |on |of )?){1,4})Council"
)
_BRITISH = pattern(r"£\s?\d|[Cc]ouncillor|[Ll]ocal authorit|[Ll]ocal government|[Cc]ouncil [Tt]ax")


def _is_local_council(case: Case, name: Span) -> bool:
    """Say whether a council is the government of a place, and not of a trade or an art."""
    match = _COUNCIL.fullmatch(case.text, *name)
    if match is None or not _words()["council_of"].isdisjoint(match["place"].lower().split()):
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
    words, known = case.words.words, _words()
    first, stop = (at := case.words.between(place)).start, at.stop
    before = words[max(0, first - 4) : first]
    kind = words[first]
    if words[stop - 1] in known["pupils"]:
        # "Visits area schools", "in an award-winning school district": not whose post it is.
        ours = bool({"our", "the", "this"} & set(words[max(0, first - 1) : first]))
        return not (ours or _capital_words(case, first, stop))
    if kind in known["school"]:
        around = {*before, *words[stop : stop + 2]}
        return bool(around & known["schooling"]) and not _is_named(case, first, stop)
    if kind in known["firm"]:
        return bool(set(before) & known["boards"])
    if kind in known["place_kind"]:
        return _is_where(before)
    lead = [word for word in before if word not in {"the", "of", "s"}][-1:]
    return kind in known["state"] and bool(lead) and lead[0] in known["other_body"]


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
    if named and words.words[first - 1] not in _words()["not_name"]:
        return True
    of = stop + 1 < len(words) and words.words[stop] == "of"
    return of and text[words.starts[stop + 1]].isupper()


def _named_places(case: Case) -> Iterator[Span]:
    """Yield the counties, cities and towns the text names: "Ada County", "City of Kent"."""
    words, known = case.words, _words()
    for first, stop in case.hits.places("role.city_county"):
        kind = words.words[first]
        if kind not in known["place_kind"] or (kind == "parish" and case.hits["role.church"]):
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
        before = words.words[max(0, first - 5) : first]
        if not known["house"].intersection(before) and not _is_where(before):
            yield words.span(first, stop)


def service_grades(case: Case) -> Iterator[tuple[Span, str]]:
    """Yield the fields that give a grade only one national civil service has, and its country."""
    for field in case.posting.fields:
        if field.key.text.lower() not in _GRADE_FIELDS:
            continue
        codes = set(pattern(r"[A-Z0-9]+").findall(field.value.text[:40]))
        if codes & _words()["grades"]:
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
