"""Where on the chart a post stands, by what its posting says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache

from postlint.rules import (
    BOILERPLATE,
    Case,
    EmployerKind,
    Fact,
    NamedTuple,
    Span,
    fact,
    facts,
    lines,
    pattern,
    places_in,
    sentence_of,
    table,
    unread_sections,
    work_places,
)

_WORD = pattern(r"[a-z]+")
# "Chief Equity, Inclusion and Family Engagement Officer"
_LONGEST_CHIEF = 8


class Rank(Enum):
    """How high a supervisor stands."""

    CHIEF = "chief"
    SECOND = "second"
    TECHNOLOGY = "technology"
    BELOW = "below"
    BOARD = "board"
    UNKNOWN = "unknown"


class State(Enum):
    """What the posting says about the post's place: the ids of messages of its rule, some."""

    DIRECT = "direct"
    CABINET_PEER = "cabinet-peer"
    DEPUTY = "deputy"
    BURIED = "buried"
    TECHNOLOGY = "technology"
    UNRANKED = "unranked"
    UNIT = "unit-only"
    VAGUE = "vague"
    ABSENT = "absent"


class Standing(NamedTuple):
    """The state, the line it rests on, and a second line that contradicts it."""

    state: State
    line: facts.ReportingLine | None = None
    against: facts.ReportingLine | None = None


class _Term(NamedTuple):
    words: tuple[str, ...]
    rank: Rank
    executive: bool = False


@cache
def _terms(k12: bool) -> Mapping[str, tuple[_Term, ...]]:
    """Return the terms of a profile by their first word, longest first."""
    ranks = table(__package__, "leadership")["ranks"]
    # A city's manager heads a post that a city and its schools share.
    own = ("any", "k12", "public") if k12 else ("any", "public", "office")
    found: list[_Term] = []

    def add(block: str, rank: Rank, *, executive: bool = False) -> None:
        found.extend(_Term(tuple(line.split()), rank, executive) for line in lines(block))

    unsure = () if k12 else lines(ranks["second"]["unsure_public"])
    for key in own:
        add(ranks["chief"][key], Rank.CHIEF)
    add(ranks["executive"]["any"], Rank.CHIEF, executive=True)
    for line in lines(ranks["second"]["any"]):
        add(line, Rank.UNKNOWN if line in unsure else Rank.SECOND)
    add(ranks["technology"]["any"], Rank.TECHNOLOGY)
    add(ranks["board"]["any"], Rank.BOARD)
    add(ranks["below"]["any"], Rank.BELOW)
    by_word: dict[str, list[_Term]] = {}
    for term in found:
        by_word.setdefault(term.words[0], []).append(term)
    return {
        word: tuple(sorted(terms, key=lambda term: -len(term.words)))
        for word, terms in by_word.items()
    }


@cache
def _prefixes() -> frozenset[str]:
    prefixes: str = table(__package__, "leadership")["ranks"]["second"]["prefixes"]
    return frozenset(prefixes.split())


def rank_of(title: str, *, k12: bool, has_other_chief: bool = False) -> Rank:
    """Return how high a supervisor of this title stands.

    `has_other_chief` says that the organisation has a superintendent, manager
    or mayor, so that an executive director is not its chief.
    """
    words = _WORD.findall(title.lower())
    terms = _terms(k12)
    for index, word in enumerate(words):
        for term in terms.get(word, ()):
            stop = index + len(term.words)
            if tuple(words[index:stop]) == term.words:
                return _rank(term, words, index, stop, k12=k12, other=has_other_chief)
        if word == "chief" and "officer" in words[index : index + _LONGEST_CHIEF]:
            return Rank.SECOND
    return Rank.UNKNOWN


def _rank(term: _Term, words: list[str], index: int, stop: int, *, k12: bool, other: bool) -> Rank:
    after = words[stop : stop + 2]
    if _prefixes().intersection(words[:index]):
        # An assistant principal is no closer to the top than a principal.
        return Rank.SECOND if term.rank is Rank.CHIEF else term.rank
    if term.rank is Rank.CHIEF and after == ["s", "designee"]:
        return Rank.UNKNOWN
    if term.executive:
        # "Executive Director of Operations" heads a division, "of the Commission" the whole.
        divides = after[:1] in (["of"], ["for"]) and after != ["of", "the"]
        return Rank.BELOW if other or divides else Rank.CHIEF
    if term.words == ("director",) and not k12 and not after and not index:
        # A department has a director, and so has an agency.
        return Rank.UNKNOWN
    return term.rank


def _canonical(title: str) -> frozenset[str]:
    """Return the telling words of a supervisor's title, abbreviations written out."""
    names: Mapping[str, str] = table(__package__, "leadership")["ranks"]["names"]
    text = " ".join(_WORD.findall(title.lower()))
    for short, full in names.items():
        text = re.sub(rf"\b{short}\b(?! officer)", full, text)
    return frozenset(text.split()) - _SLIGHT


_SLIGHT = frozenset(
    {"a", "an", "and", "designee", "for", "her", "his", "of", "or", "s", "the", "to"}
)


def _differ(one: str, other: str) -> bool:
    """Say whether two titles name different people: neither holds the other's words."""
    first, second = _canonical(one), _canonical(other)
    return not (first <= second or second <= first)


def supervisor(line: facts.ReportingLine | None) -> str:
    """Return the words that name the supervisor, or nothing."""
    named = "" if line is None or line.supervisor is None else line.supervisor.text
    return named.rstrip(".").removeprefix("the ").removeprefix("The ")


@fact("reporting_standing")
def standing(case: Case) -> Fact[Standing]:
    """Return where on the chart the posting puts the post."""
    found = _standing(case)
    spans = (found.line.span,) if found.line is not None else ()
    return Fact(found, spans)


def _standing(case: Case) -> Standing:
    k12 = "k12" in (case[facts.profile].value, case[facts.sector].value)
    lines = [
        line
        for line in case[facts.reporting_lines].value
        if case.posting.section_at(line.span.start).kind not in BOILERPLATE
    ]
    other = _has_other_chief(case, lines, k12=k12)
    ranked = ((line, _rank_line(case, line, k12=k12, other=other)) for line in lines)
    named = [
        (line, rank)
        for line, rank in ranked
        if rank is not None and line.subject == "position" and not line.vague
    ]
    for wanted, state in _STATES:
        for line, rank in named:
            if rank is wanted:
                return Standing(state=state, line=line, against=_against(case, line, named))
    if case[facts.cabinet].value is not None:
        vague = next((line for line in lines if line.vague), None)
        return Standing(state=State.CABINET_PEER, line=vague)
    for line, _ in named:
        return Standing(state=State.UNRANKED, line=line)
    for line in lines:
        if line.subject == "unit" and line.supervisor is not None:
            return Standing(state=State.UNIT, line=line)
    for line in lines:
        if line.vague and line.form != "tenure":
            return Standing(state=State.VAGUE, line=line)
    return Standing(state=State.ABSENT)


# The best line decides; a board stands for the chief where it is the direct supervisor.
_STATES = (
    (Rank.CHIEF, State.DIRECT),
    (Rank.BOARD, State.DIRECT),
    (Rank.SECOND, State.DEPUTY),
    (Rank.TECHNOLOGY, State.TECHNOLOGY),
    (Rank.BELOW, State.BURIED),
)


# "Adviser to the Superintendent's Cabinet" is of the cabinet, and of nobody's superior.
_OWNS = pattern(r"(?i)['’]s? (?:\w+ )?(?:cabinet|council|team|staff|office|board|committee)\b")


def may_be_lines(case: Case) -> Iterator[Span]:
    """Yield the words about the work that may be a line in a phrasing nobody foresaw."""
    sections = (*work_places(case), *unread_sections(case))
    for one in places_in(case, "cabinet-reporting-line.broad", sections):
        if not _OWNS.match(case.text, one.end):
            yield one


def _has_other_chief(case: Case, lines: list[facts.ReportingLine], *, k12: bool) -> bool:
    """Say whether somebody else than an executive director is the chief executive."""
    if k12 and "superintendent" in case.words.words:
        return True
    return any(
        rank_of(supervisor(line), k12=k12, has_other_chief=True) is Rank.CHIEF for line in lines
    )


def _rank_line(case: Case, line: facts.ReportingLine, *, k12: bool, other: bool) -> Rank | None:
    """Return the rank of a line's supervisor; `None` where the line says nothing of the post."""
    if line.supervisor is None:
        return None
    if line.supervisor.text.startswith("["):
        return Rank.UNKNOWN  # a blank that waits to be filled in
    rank = rank_of(line.supervisor.text, k12=k12, has_other_chief=other)
    if rank is Rank.BELOW and k12 and _heads_one_school(case, line):
        return Rank.UNKNOWN
    if rank is Rank.UNKNOWN and _heads_department(case, line):
        return Rank.CHIEF
    if line.form == "tenure" and rank is not Rank.CHIEF:
        return None  # "at the discretion of the hiring authority" is about tenure
    if rank is Rank.BOARD and line.form == "verb":
        # "Reports to the Board" may be a report; "reports directly to the Board" is a line,
        # and so is "supervised by the Board".
        before = case.text[line.span.start : line.supervisor.span.start].lower()
        return rank if "direct" in before or "supervised" in before else None
    return rank


def _heads_department(case: Case, line: facts.ReportingLine) -> bool:
    """Say whether the supervisor is the one commissioner or secretary of a state's department."""
    titled = _WORD.findall(supervisor(line).lower())
    state = case[facts.employer_kind].value is EmployerKind.STATE
    return state and titled[-1:] in (["commissioner"], ["secretary"]) and len(titled) < _A_TITLE


_A_TITLE = 3


def _heads_one_school(case: Case, line: facts.ReportingLine) -> bool:
    """Say whether the supervisor may be the head of a school that is in no district."""
    titled = _WORD.findall(supervisor(line).lower())
    return titled in (["principal"], ["the", "principal"]) and not any(
        word in case.words.words for word in ("district", "districts", "superintendent")
    )


def _against(
    case: Case, line: facts.ReportingLine, named: list[tuple[facts.ReportingLine, Rank]]
) -> facts.ReportingLine | None:
    """Return a line that cannot hold beside this one."""
    for other, rank in named:
        if rank in (Rank.UNKNOWN, Rank.BOARD) or not _differ(supervisor(line), supervisor(other)):
            continue
        # "Administratively to one and functionally to the other" is a matrix, not a slip.
        if sentence_of(case, line.span) != sentence_of(case, other.span):
            return other
    return None
