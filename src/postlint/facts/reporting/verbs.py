"""Reporting lines said in a sentence: "reports to", "under the direction of"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from postlint.document.parts import Passage
from postlint.document.titles import names_job
from postlint.facts._data import word_sets
from postlint.facts.base import Case
from postlint.facts.reporting.line import (
    ENDS,
    LOOK_BACK,
    STRONG,
    ReportingLine,
    Subject,
    clause_start,
    sentence_words,
    span_to,
    title_words,
)
from postlint.facts.reporting.subjects import subject_of
from postlint.facts.reporting.supervisor import (
    after_pair,
    is_periodic,
    is_person,
    named_supervisor,
    reach,
)
from postlint.facts.title import title
from postlint.text.decisions import Decision, first_that_holds
from postlint.text.patterns import pattern
from postlint.text.source import Span

_DIRECTION = pattern(
    r"(?i)(?:\w+\s+){0,3}(?:direction|supervision|guidance|leadership|oversight|management)\b"
)
# "Answers to, and is reviewed by, the Clerk".
_TO_WHOM = frozenset({"answers", "answer", "accountable", "responsible"})
_KINDS_OF_IT = frozenset(
    {"day", "to", "daily", "general", "overall", "direct", "immediate", "functional", "technical"}
    | {"administrative", "work", "its", "the"}
)
_OF_THINGS = frozenset({"overseen", "managed", "directed"})
# What a team has as well as a post; alone it names no superior.
_LED: Final = frozenset({"leadership", "management", "oversight"})
_PAIRED: Final = _LED | {"direction", "supervision", "guidance"}


class Stated:
    """A verb of reporting where it stands, and whom it names once that is looked up."""

    name: Passage

    def __init__(self, case: Case, first: int, stop: int) -> None:
        self.case, self.first, self.stop = case, first, stop
        self.words = case.words.words
        self.verb = self.words[first:stop]
        self.bounds = sentence_words(case, first)
        self.behind = case.words.gap(stop) if stop < len(self.words) else ""

    @property
    def subject(self) -> Subject | None:
        """Whose line it is, `None` where it is somebody else's."""
        start, first = self.bounds.start, self.first
        owner = self.words[first - 2 : first] if first - 2 >= start else []
        if owner[1:] == ["s"]:  # "The welder's immediate supervisor is …"
            mine = title_words(self.case) | word_sets("reporting")["position"]
            return "position" if owner[0] in mine else None
        if self.verb[0] == "you":
            return "position"
        if self.verb[0] in _PAIRED and _KINDS_OF_IT.issuperset(self.words[start:first]):
            return "position"  # "Day-to-day direction comes from …"
        return subject_of(self.case, start, first)


StatedDecision: TypeAlias = Decision[Stated, None, str]

# What states no line, whoever it names.
NO_LINE: Final[tuple[StatedDecision, ...]] = (
    Decision(
        "the name of a field, which is read as one",
        lambda v: v.behind.lstrip("* ")[:1] == ":",
        "The clerk reports to: the Registrar\n",
    ),
    Decision(
        "answers that somebody gives",
        # With "the" it is found apart.
        lambda v: (
            v.verb[0] in _TO_WHOM
            and v.verb[1:] == ["to"]
            and v.behind.strip() != ","
            and word_sets("reporting")["title"].isdisjoint(v.words[v.stop : v.stop + 5])
        ),
        "The clerk answers to questions about deeds.\n",
    ),
    Decision(
        "a thing that somebody manages",
        lambda v: v.verb[0] in _OF_THINGS and v.first != v.bounds.start,
        "The clerk keeps the network, managed by the Director.\n",
    ),
)
# Who is named, and is not whom the post works under.
NO_SUPERVISOR: Final[tuple[StatedDecision, ...]] = (
    Decision(
        "a body that gets papers",
        lambda v: is_periodic(v.case, v.name, v.bounds.stop, v.verb[0]),
        "The clerk reports to the Council monthly on the deeds.\n",
    ),
    Decision(
        "others behind it are who reports",
        lambda v: _turned(v.case, v.first, v.name, v.bounds.stop),
        "Reporting to the Registrar are four managers.\n",
    ),
    Decision(
        "the post itself",
        lambda v: _is_the_post(v.case, v.name),
        "The assistant reports to the Records Clerk.\n",
    ),
    Decision(
        "the employer, for whom everybody works",
        lambda v: "for" in v.verb and not is_person(v.name),
        "The clerk is working for the City.\n",
    ),
    Decision(
        "somebody's direction, which is read as that",
        lambda v: "under" in v.verb and _DIRECTION.match(v.name.text),
        "The clerk works under the supervision of the Registrar.\n",
    ),
)


def verb_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    """Return the line of "reports to …" or "is supervised by …", or `None`."""
    stated = Stated(case, first, stop)
    if first_that_holds(NO_LINE, stated) or (subject := stated.subject) is None:
        return None
    limit = stated.bounds.stop
    name, generic = named_supervisor(case, after_pair(case, stop, limit), max(limit, stop))
    if name is None:
        if not generic or subject == "unit":
            return None
        span = Span(case.words.starts[first], case.words.end(reach(case, stop, limit) - 1))
        return ReportingLine(span=span, supervisor=None, form="verb", vague=True)
    stated.name = name
    if first_that_holds(NO_SUPERVISOR, stated):
        return None
    begin = _subject_start(case, stated.bounds.start, first)
    span = Span(case.words.starts[begin], name.span.end)
    return ReportingLine(span=span, supervisor=name, form="verb", subject=subject)


def _is_the_post(case: Case, name: Passage) -> bool:
    """Say whether a supervisor has the post's own title: then others report to the post."""
    mine = case[title].value
    named = pattern(r"[a-z]+").findall(name.text.lower())
    if mine is None or not named:
        return False
    return named[named[0] in {"the", "our", "this"} :] == pattern(r"[a-z]+").findall(mine.lower())


def _turned(case: Case, first: int, name: Passage, stop: int) -> bool:
    """Say whether what follows is who reports: "Reporting to the Director are four managers"."""
    words = case.words.words
    inside = case.words.between(name.span)
    near = words[inside.start : min(stop, inside.stop + 3)]
    if words[first] != "reporting" or "are" not in near:
        return False
    behind = near[len(inside) : near.index("are")]
    return {"you", "your", "the", "this", "we"}.isdisjoint(behind)


def inverse_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    """Return the line of "the Superintendent supervises this position", or `None`."""
    begin = _above_start(case, first)
    name, _ = named_supervisor(case, begin, first, opens=True)
    whose = case.words.words[first:stop]
    # "Sara will be your line manager"
    yours = whose[-1] == "boss" or (whose[-1] in {"manager", "supervisor"} and "your" in whose)
    if name is None or not (is_person(name) or yours):
        return None
    article, holder = case.words.words[stop - 2 : stop]
    # "Supervises the Director": the post, by its title.
    if article == "the" and holder in word_sets("reporting")["person"]:
        titled = title_words(case)
        if holder not in titled or not titled.isdisjoint(name.text.lower().split()):
            return None
    return ReportingLine(span=span_to(case, begin, stop, None), supervisor=name, form="verb")


def _above_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    """Return the line of "the Farm Manager oversees the shepherd", where that is the title."""
    named = case[title].value
    words = [] if named is None else pattern(r"\w+").findall(named.lower())
    if not words or case.words.words[stop : stop + len(words)] != words:
        return None
    begin = _above_start(case, first)
    name, _ = named_supervisor(case, begin, first, opens=True)
    if name is None or not (is_person(name) or case.words.words[first] == "to"):
        return None
    span = span_to(case, begin, stop + len(words), None)
    return ReportingLine(span=span, supervisor=name, form="verb")


def _above_start(case: Case, first: int) -> int:
    """Return the word at which whoever is above the post is named, before words about the post."""
    words, start = case.words.words, sentence_words(case, first).start
    begin = clause_start(case, start, first)
    if begin == first and case.words.gap(first).strip() == ",":
        begin = clause_start(case, start, first - 1)  # "The Mayor, to whom the post reports"
        if words[begin] == "who" and begin > start:  # "Ana, who runs the shop, is your boss"
            begin = clause_start(case, start, begin - 1)
    return begin + (words[begin] in {"and", "but", "while"} and begin < first)


def _subject_start(case: Case, start: int, verb: int) -> int:
    """Return the word at which to begin the evidence: the clause, where it is short."""
    gap = case.words.gap
    place = verb
    while place > start and verb - place < 12:
        if STRONG.search(gap(place)):
            break
        place -= 1
    if place > start and verb - place >= 12:
        return verb
    return place


def direction_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    """Return the line of "under the … direction of …", or `None`."""
    words, gap = case.words.words, case.words.gap
    floor = max(0, first - LOOK_BACK - 2)
    under = next(
        (place for place in range(first - 1, floor - 1, -1) if words[place] == "under"), None
    )
    if under is None:
        return _support_line(case, first, stop)
    if any(STRONG.search(gap(place)) for place in range(under + 1, first)):
        return None
    bounds = sentence_words(case, under)
    working = under > bounds.start and words[under - 1] in word_sets("reporting")["working"]
    if _of_others(case, under - 2 if working else under - 1, under, bounds.start):
        return None
    stop, follow = _behind_pair(case, stop)
    if follow in {"of", "from", "by"}:
        named, _ = named_supervisor(case, stop + 1, max(bounds.stop, stop + 1))
        if named is None and stop + 1 < len(words) and words[stop + 1] in {"this", "these"}:
            return None
    else:
        named = _possessor(case, under, first)
    if named is None and words[first] in _LED:
        return None
    end = case.words.end(min(stop, len(words)) - 1)
    return ReportingLine(
        span=Span(
            case.words.starts[under - 1 if working else under],
            end if named is None else max(end, named.span.end),
        ),
        supervisor=named,
        form="direction",
        vague=named is None,
    )


def _of_others(case: Case, who: int, under: int, start: int) -> bool:
    """Say whether others than the post work under somebody: "staff working under the …"."""
    words = case.words.words
    if under <= start:
        return False
    word = words[who] if who >= start else words[under - 1]
    return word in word_sets("reporting")["not_post"] and "." not in case.words.gap(under)


def _behind_pair(case: Case, stop: int) -> tuple[int, str]:
    """Return the place behind "direction and supervision", and the word there where one is."""
    words, gap = case.words.words, case.words.gap
    follow = words[stop] if stop < len(words) and not ENDS.search(gap(stop)) else ""
    while follow in {"and", "or"} and stop + 1 < len(words):
        stop += 2
        if stop >= len(words) or ENDS.search(gap(stop)):
            return stop, ""
        follow = words[stop]
        if follow in _PAIRED:
            stop += 1
            follow = words[stop] if stop < len(words) else ""
    return stop, follow


def _support_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    """Return the line of a sentence that begins "With the support and direction of …"."""
    words = case.words.words
    start = sentence_words(case, first).start
    if (
        words[start] != "with"
        or not start < first <= start + 5
        or words[stop : stop + 1] not in (["of"], ["from"])
    ):
        return None
    name, _ = named_supervisor(case, stop + 1, sentence_words(case, first).stop)
    if name is None or not is_person(name):
        return None
    return ReportingLine(span=span_to(case, start, stop, name), supervisor=name, form="direction")


def _possessor(case: Case, under: int, noun: int) -> Passage | None:
    """Return whose direction it is in "under the Superintendent's direction"."""
    words, gap = case.words.words, case.words.gap
    for place in range(noun, under + 1, -1):
        owned = words[place] == "s" and gap(place) in {"'", "’", "‘", "´"}
        plural = gap(place) in {"' ", "’ "}
        if owned or plural:
            named, _ = named_supervisor(case, under + 1, place)
            return named
    return None


def _slip_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    line = verb_line(case, first, stop)
    if line is None or line.supervisor is None:
        return None
    named = line.supervisor.text.replace("’", "'")
    # "Works to the manager's deadlines" names what somebody has.
    owned = named.rpartition("'s ")
    return None if owned[1] and owned[2].islower() and not names_job(owned[2]) else line


def _beneath_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    """Return the line of "a busy post under the Warden", where somebody is named."""
    name, _ = named_supervisor(case, stop, sentence_words(case, first).stop)
    if name is None or not is_person(name) or _DIRECTION.match(name.text):
        return None
    return ReportingLine(span=span_to(case, first, stop, name), supervisor=name, form="verb")


def _led_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    """Return the line of "you join a crew led by the Foreman", where the post is one of it."""
    words, start = case.words.words, sentence_words(case, first).start
    crew = clause_start(case, start, first)
    before = set(words[max(start, first - 2 * LOOK_BACK) : first])
    joins = before & _ONE_OF and word_sets("reporting")["team_noun"] & {*words[crew:first]}
    holder = {"you", "ll", *word_sets("reporting")["position"], *title_words(case)} & before
    name, _ = named_supervisor(case, stop - 1, sentence_words(case, first).stop)
    if not (joins and (holder or words[start] in _ONE_OF)) or name is None or not is_person(name):
        return None
    return ReportingLine(span=span_to(case, start, stop, name), supervisor=name, form="verb")


_ONE_OF: Final = frozenset(
    {"join", "joins", "joining", "part", "member", "work", "works", "one", "belong", "belongs"}
)


def _apart_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    """Return the line of "accountable for the tools to the Manager", "rated each spring by her"."""
    words, bounds = case.words.words, sentence_words(case, first)
    link = "by" if words[stop - 1].endswith("ed") else "to"
    through = words[stop - 1] == "through"  # "…, through the Deputy, to the Chief"
    about = link == "by" and "performance" in words[bounds.start : first]
    if not about and subject_of(case, bounds.start, first) != "position":
        return None
    for place in range(stop, min(bounds.stop, stop + LOOK_BACK)):
        gets = link == "to" and words[place].endswith("ing")
        gap = case.words.gap(place)
        if (ENDS.search(gap) and not (through and gap == ", ")) or gets:
            return None  # "Accountable for getting papers to the Clerk"
        if words[place] == link:
            name, _ = named_supervisor(case, place + 1, bounds.stop)
            if name is None or _is_the_post(case, name):
                return None
            begin = _subject_start(case, bounds.start, first)
            span = span_to(case, begin, stop, name)
            return ReportingLine(span=span, supervisor=name, form="verb")
    return None


def _pleasure_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    """Return the line of "serves at the Council's pleasure"."""
    floor = max(sentence_words(case, first).start, first - LOOK_BACK)
    at = next(
        (place for place in range(first - 1, floor - 1, -1) if case.words.words[place] == "at"),
        None,
    )
    name = None if at is None else _possessor(case, at, first)
    if at is None or name is None:
        return None
    return ReportingLine(
        span=span_to(case, max(at - 1, floor), stop, None), supervisor=name, form="tenure"
    )


def _tenure_line(case: Case, first: int, stop: int) -> ReportingLine:
    name, _ = named_supervisor(case, stop, sentence_words(case, first).stop)
    span = span_to(case, first, stop, name)
    return ReportingLine(span=span, supervisor=name, form="tenure", vague=name is None)


def _appointed_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    """Return the line of "appointed by …" where it is said of the post or its holder."""
    before = case.words.words[sentence_words(case, first).start : first]
    holder = title_words(case) | word_sets("reporting")["position"]
    line = _tenure_line(case, first, stop)
    return None if line.vague or holder.isdisjoint(before) else line


# By the key of the phrases that a line begins with.
READERS: Final[Mapping[str, Callable[[Case, int, int], ReportingLine | None]]] = {
    "verb": verb_line,
    "slip": _slip_line,
    "inverse": inverse_line,
    "above": _above_line,
    "beneath": _beneath_line,
    "direction": direction_line,
    "appointed": _appointed_line,
    "tenure": _tenure_line,
    "led": _led_line,
    "apart": _apart_line,
    "pleasure": _pleasure_line,
}
