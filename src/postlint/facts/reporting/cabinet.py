"""Whether the post itself sits in the cabinet or the leadership team."""

from __future__ import annotations

from collections.abc import Sequence

from postlint.facts._data import word_sets
from postlint.facts.around import line_at
from postlint.facts.base import Case, Fact, fact
from postlint.facts.reporting.line import clause_start, sentence_words
from postlint.text.patterns import pattern
from postlint.text.source import Span


@fact("cabinet")
def cabinet(case: Case) -> Fact[str | None]:
    """Return the statement that the post itself sits in the cabinet or leadership team."""
    seats = [
        *(_membership(case, *place) for place in case.hits.places("reporting.team")),
        *(_leads_along(case, *place) for place in case.hits.places("reporting.among")),
    ]
    spans = sorted(span for span in seats if span is not None)
    if not spans:
        return Fact(None)
    return Fact(case.posting.passage(spans[0]).text, tuple(spans))


# Whose management team is not that of the whole.
_PARTS = frozenset(
    {"directorate", "branch", "unit", "section", "project", "site", "regional", "campus"}
    | {"instructional", "building", "grade"}
)
_TEAMS = frozenset({"team", "group", "council", "committee"})
# What denies a seat that is named behind it, near enough.
_NOT = frozenset({"not", "no", "isn", "neither", "nor", "without", "never", "guest"})
_NEAR_NOT = 8
# What is of a cabinet's level and is no seat in it.
_PAPERS = frozenset(
    {"briefing", "briefings", "communication", "communications", "correspondence", "decision"}
    | {"decisions", "discussion", "discussions", "document", "documents", "information"}
    | {"initiative", "initiatives", "material", "materials", "meeting", "meetings", "planning"}
    | {"presentation", "presentations", "project", "projects", "report", "reports", "work"}
)
# What stands between a post and a team it works for and does not sit on.
_BESIDE = frozenset(
    {"meetings", "staff", "support", "liaison", "between", "direction", "supervision", "under"}
    | {"advisor", "adviser", "counsel", "consultant", "secretary", "assistant", "resource"}
)


def _membership(case: Case, first: int, stop: int) -> Span | None:
    """Return the words that give the post a seat on a team, or `None`."""
    words = case.words.words
    if words[stop - 1] == "leadership" and stop < len(words) and words[stop] in _TEAMS:
        stop += 1  # "the senior leadership team"
    bounds = sentence_words(case, first)
    begin = _label_start(case, clause_start(case, bounds.start, first))
    if not _NOT.isdisjoint(words[max(begin, first - _NEAR_NOT) : first]):
        return None  # "Though not a member of the cabinet"
    after = words[stop : min(bounds.stop, stop + 2)]
    if begin > bounds.start and words[begin - 1] == "member":
        return case.words.span(begin - 1, stop)  # "Member, Superintendent's Cabinet"
    if words[stop - 1] == "cabinet":
        ahead = words[max(bounds.start, first - 7) : first]
        if "one" in ahead and {"as", "is"} & {*ahead} and "of" in ahead:
            # "as one of six cabinet officers", "is one of the mayor's four cabinet members"
            return case.words.span(first - len(ahead) + ahead.index("one"), stop)
        if _is_other_cabinet(case, first, after):
            return None
        if after and after[0] in word_sets("reporting")["seat"]:
            return _seat(case, begin, first, stop)
        if after[:1] == ["yes"]:
            return case.words.span(first, stop + 1)  # "Cabinet: Yes"
    return _member(case, range(begin, first), stop, after)


def _is_other_cabinet(case: Case, first: int, after: Sequence[str]) -> bool:
    """Say whether a cabinet is a piece of furniture, or the level of others and of papers."""
    words, known = case.words.words, word_sets("reporting")
    if first and words[first - 1] in known["furniture"] and not case.words.gap(first).strip():
        return True
    if not after:
        return False
    # "cabinet staff", "cabinet-level staff", "cabinet-level briefings"; not "and leads the work".
    levelled = after[0] == "level" and (after[-1] in known["others"] or after[-1] in _PAPERS)
    return levelled or after[0] in known["others"]


def _seat(case: Case, begin: int, first: int, stop: int) -> Span | None:
    """Return "a cabinet position", unless the post is denied it or only serves it."""
    seat = max(begin, first - 4)
    against = set(case.words.words[seat:first]) & word_sets("reporting")["against"]
    # "Cabinet position: No"
    return None if against or _denied(case, stop + 1) else case.words.span(seat, stop + 1)


def _member(case: Case, clause: range, stop: int, after: Sequence[str]) -> Span | None:
    """Return "serves on the leadership team", unless somebody else does or it is beside it."""
    words, known = case.words.words, word_sets("reporting")
    first = clause.stop
    before = words[clause.start : first]
    if "members" in (*before, *after) and "one" not in before:
        return None
    cue = next((place for place, word in enumerate(before) if word in known["member"]), None)
    if cue is None:
        sits = after[:1] == ["member"] and words[stop - 2] in {"leadership", "executive"}
        return case.words.span(clause.start, stop + 1) if sits else None
    # "Reports to a member of the leadership team" gives the seat to somebody else.
    near = set(before[max(0, cue - 4) : cue])
    if (
        # "The directorate management team" leads a part of the house.
        (words[first - 1] in _PARTS or "&" in case.words.gap(first))
        # "Principals who sit on the cabinet".
        or (near & {"who", "that"} and near & known["others"])
        or near & (known["against"] - {"led", "lead", "leads", "leading"})
        # "Joins the meetings of her team as a full member" is a seat all the same.
        or (set(before[cue:]) & _BESIDE and words[stop : stop + 1] != ["as"])
        or after[:1] == ["meetings"]
    ):
        return None
    return case.words.span(clause.start + cue, stop)


def _label_start(case: Case, begin: int) -> int:
    """Return the first word of the field a clause is the value of: "Serves on: the cabinet"."""
    if begin == 0 or ":" not in case.words.gap(begin):
        return begin
    line = line_at(case.text, case.words.starts[begin])
    return case.words.between(line).start


def _denied(case: Case, place: int) -> bool:
    """Say whether what stands before a word is the name of a field whose value is "no"."""
    words = case.words
    return (
        place < len(words) and ":" in words.gap(place) and words.words[place] in {"no", "n", "none"}
    )


def _leads_along(case: Case, first: int, stop: int) -> Span | None:
    """Return "as a member of … leadership", where no team is named."""
    words, gap = case.words.words, case.words.gap
    for place in range(stop, min(stop + 5, len(words))):
        if pattern(r"[,;:.]").search(gap(place)) and place > stop:
            return None
        if words[place] == "leadership":
            ends = place + 1 == len(words) or gap(place + 1).strip() or words[place + 1] == "and"
            return case.words.span(first, place + 1) if ends else None
    return None
