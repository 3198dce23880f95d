"""Whose line a verb states: the post's, its unit's, or somebody else's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

from postlint.document.kinds import SectionKind
from postlint.document.parts import Item
from postlint.facts._data import word_sets
from postlint.facts.base import Case
from postlint.facts.reporting.line import LOOK_BACK, STRONG, Subject, title_words
from postlint.facts.title import title
from postlint.text.decisions import Decision, first_that_holds
from postlint.text.patterns import pattern
from postlint.text.source import Span

_ACRONYM = pattern(r"[A-Z][A-Za-z]?[A-Z]{1,4}")
_MODALS = frozenset({"will", "shall", "must", "should", "ll", "would", "d", "may"})
# Verbs whose subject is a person, whatever it is called.
_OF_A_HOLDER = frozenset(
    {"responsible", "accountable", "answerable", "is", "are", "be", "receives"}
)
_TO_ANOTHER = frozenset((word, "the") for word in ("to", "by", "with", "from"))
# "You lead six clerks and in turn report to …"
_IN_TURN = ("and", "in", "turn")
# Forms of the verb that may follow "and" behind another verb of the holder's.
_JOINED = frozenset(
    {"reports", "directly", "administratively", "responsible", "accountable", "answers", "works"}
    | {"answerable", "is", "receives", "takes"}
)


class Clause:
    """A verb of reporting, the words before it in its sentence, and what the tests ask of them.

    `place` is the word the subject ends in: the one before the verb, words of
    no weight between them passed by; it is before `start` where there is none.
    """

    def __init__(self, case: Case, start: int, verb: int) -> None:
        self.case, self.start, self.verb = case, start, verb
        self.form: str = case.words.words[verb]
        self.order = self.form == "report"
        self.modal = self.joined = False
        words, gap = case.words.words, case.words.gap
        # A sentence mark inside the clause parts the verb from what stands before it.
        self.parted = verb > start and STRONG.search(gap(verb)) is not None
        place = verb - 1
        while (
            not self.parted and place >= start and words[place] in word_sets("reporting")["slight"]
        ):
            self.modal = self.modal or words[place] in _MODALS
            self.joined = self.joined or words[place] == "and"
            if place > start and STRONG.search(gap(place)):
                break
            place -= 1
        if place - start > len(_IN_TURN) and tuple(words[place - 2 : place + 1]) == _IN_TURN:
            self.joined = True
            place -= len(_IN_TURN)
        self.place: int = place
        self.word: str = words[place] if place >= start else ""
        self.before = words[max(start, verb - 2 * LOOK_BACK) : place + 1]

    @property
    def words(self) -> Sequence[str]:
        """The words of the text."""
        return self.case.words.words

    @cached_property
    def comma(self) -> bool:
        """Whether a comma or a dash stands between the subject and the verb."""
        gap = self.case.words.gap
        behind = gap(self.verb)
        return "," in gap(self.place + 1) or any(sign in behind for sign in ",—–")

    @cached_property
    def raw(self) -> str:
        """The last word of the subject as it is written."""
        return self.case.text[slice(*self.case.words.span(self.place, self.place + 1))]

    @cached_property
    def titled(self) -> list[str]:
        """The words of a subject that is a title."""
        return _titled_subject(self.case, self.start, self.place)

    @property
    def owned(self) -> bool:
        """Whether the sentence begins with whose its subject is: "Our Controller", "Your lead"."""
        return self.words[self.start] in {"our", "your"}

    def has(self, *tables: str) -> bool:
        """Say whether the last word of the subject stands in one of these tables."""
        return any(self.word in word_sets("reporting")[name] for name in tables)


# "Reports to the Treasurer, who reports to the Mayor": the Treasurer does.
_REPORTS = frozenset({"report", "reports", "reporting", "answers", "supervised", "accountable"})


def _last(words: Sequence[str], word: str) -> int:
    return max(number for number, each in enumerate(words) if each == word)


# Its answer tells whose line the verb states.
SubjectDecision: TypeAlias = Decision[Clause, Callable[[Clause], Subject | None], str]


def _position(_: Clause) -> Subject | None:
    return "position"


def _unit(_: Clause) -> Subject | None:
    return "unit"


def _nobody(_: Clause) -> Subject | None:
    return None


def _owner_of_that(clause: Clause) -> Subject | None:
    """Tell "the position that reports to" from "the office that reports to"."""
    known = word_sets("reporting")
    owner = clause.words[clause.place - 1] if clause.place - 1 >= clause.start else ""
    if owner in known["unit"]:
        return "unit"
    return "position" if owner in known["position"] else None


def _reporting(clause: Clause) -> Subject | None:
    """Return whose line "reporting to" tells: the post's, or that of what stands before it."""
    known, before = word_sets("reporting"), set(clause.before)
    holder = (
        clause.comma
        or clause.joined
        or clause.has("position", "title")
        # "You are one of four shepherds reporting to …"
        or {"one", "of"} <= before
        # "will serve as Deputy Director of Accounts reporting to …"
        or ({"serve", "serves"} & before and "as" in before)
        # "a position in the Collections Center reporting to …"
        or ({"position", "role", "post"} & before and clause.has("unit"))
    )
    if holder:
        return "position"
    return "unit" if clause.word in known["unit"] else None


def _unit_or_holder(clause: Clause) -> Subject | None:
    heads = set(clause.before[-LOOK_BACK:]) & word_sets("reporting")["person"]
    return "position" if heads and heads <= title_words(clause.case) else "unit"


def _one_of_others(clause: Clause) -> Subject | None:
    one_of = "one" in clause.before and "of" in clause.before
    # "Leads a team of nine, reporting to the Dean": behind a comma it is said of who leads.
    apart = one_of or (clause.comma and clause.place + 1 == clause.verb)
    return "position" if apart and clause.form == "reporting" else None


def _whose(clause: Clause) -> Subject | None:
    """Return the subject of "who reports to"."""
    case, start, place = clause.case, clause.start, clause.place
    if word_sets("reporting")["seeking"] & set(clause.words[start:place]):
        return "position"  # "We seek a leader who reports to …"
    if clause.order and {"one", "of"} <= set(clause.before) and not clause.owned:
        return "position"  # "The clerk is one of six people who report to …"
    if clause.order or "," not in case.words.gap(place):
        return None
    return _antecedent(case, start, place)


# Whose line a verb states: each test with the sentence it is the first to decide.
SUBJECTS: tuple[SubjectDecision, ...] = (
    Decision(
        "a sentence mark before an order among duties",
        lambda c: c.parted and c.order and _in_list(c.case, c.verb),
        "## Duties\n\n- Budgets: report to the Controller each month.\n",
        _nobody,
    ),
    Decision(
        "a sentence mark before the verb",
        lambda c: c.parted,
        "The clerk's line: reports to the Registrar.\n",
        _position,
    ),
    Decision(
        "an order to the reader",
        # "Reports to the Director." and "Reporting to …"; "Report to …" is an order.
        lambda c: c.place < c.start and c.order and not c.modal,
        "Report to the Registrar on the first day.\n",
        _nobody,
    ),
    Decision("no subject", lambda c: c.place < c.start, "Reports to the Registrar.\n", _position),
    Decision(
        "that, which",
        lambda c: c.word in {"that", "which"},
        "The office, which reports to the Registrar, keeps papers.\n",
        _owner_of_that,
    ),
    Decision(
        "what somebody is asked to do",
        lambda c: c.word == "to" and c.order,
        "Ask members to report to the Registrar.\n",
        _nobody,
    ),
    Decision(
        "who, of the one reported to",
        lambda c: "who" in c.before and not _REPORTS.isdisjoint(c.before[: _last(c.before, "who")]),
        "Reports to the Registrar, who in turn reports to the Board.\n",
        _nobody,
    ),
    Decision(
        "who",
        lambda c: c.word == "who",
        "We seek a clerk who reports to the Registrar.\n",
        _whose,
    ),
    Decision(
        "a second verb",
        lambda c: c.joined and c.form in _JOINED,
        "The clerk keeps papers and reports to the Registrar.\n",
        lambda c: _joined_subject(c.case, c.start, c.place),
    ),
    Decision(
        "a second verb with an auxiliary",
        lambda c: c.joined and c.order and c.modal,
        "The clerk will join the team and will report to the Registrar.\n",
        lambda c: _promised_subject(c.case, c.start, c.verb),
    ),
    Decision(
        "appointed, and reporting",
        lambda c: (
            c.form == "reporting"
            and c.joined
            and c.comma
            and c.words[c.start] in word_sets("reporting")["chosen"]
        ),
        "Appointed by the Supervisors, and reporting to the Registrar.\n",
        _position,
    ),
    Decision(
        "a verb of one behind many and a comma",
        lambda c: c.comma and c.has("others") and c.word[-1:] == "s" and c.form in _JOINED,
        "The clerk helps 900 students, reports to the Registrar and files papers.\n",
        lambda c: _joined_subject(c.case, c.start, c.place),
    ),
    Decision(
        "other people",
        lambda c: c.has("others") or c.word.isdigit(),
        "Three assistants report to the Registrar.\n",
        _one_of_others,
    ),
    Decision(
        "reporting",
        lambda c: c.form == "reporting",
        "This is a full-time position reporting to the Registrar.\n",
        _reporting,
    ),
    Decision(
        "a direct report",
        lambda c: c.form == "direct",
        "The clerk is a direct report to the Registrar.\n",
        lambda c: (
            "position"
            if {"is", "as", "be"} & set(c.words[max(c.start, c.verb - 3) : c.verb])
            else None
        ),
    ),
    Decision(
        "many who hold the post",
        # "Drivers report to the Terminal Manager" is said of each of them.
        lambda c: c.place == c.start and c.word.endswith("s") and _holders(c.case, c.word),
        "Clerks report to the Registrar.\n",
        _position,
    ),
    Decision(
        "a verb without an auxiliary",
        lambda c: c.order and not c.modal and c.word not in {"you", "i", "we", "they"},
        "Problems report to the Registrar.\n",
        lambda c: _promised_subject(c.case, c.start, c.verb) if c.joined else None,
    ),
    Decision(
        "a comma before the verb",
        lambda c: c.comma,
        "The clerk, a friend of papers, reports to the Registrar.\n",
        _position,
    ),
    Decision(
        "a unit",
        lambda c: c.has("unit"),
        "The department reports to the Registrar.\n",
        _unit_or_holder,
    ),
    Decision(
        "the position",
        lambda c: c.has("position"),
        "This position reports to the Registrar.\n",
        _position,
    ),
    Decision(
        "a paper",
        # "The Director of Technology and Data reports to": a word of the holder's title.
        lambda c: c.has("paper") and not (c.titled and _in_title(c.case, c.word)),
        "The campaign reports to the Registrar.\n",
        _nobody,
    ),
    Decision(
        "a unit of a kind",
        lambda c: _unit_subject(c.case, c.start, c.place),
        "The Department of Papers reports to the Registrar.\n",
        _unit,
    ),
    Decision(
        "a title",
        lambda c: c.titled,
        "The Records Clerk reports to the Registrar.\n",
        lambda c: None if _another(c.case, c.titled, c.owned) else "position",
    ),
    Decision(
        "letters of a title",
        lambda c: _ACRONYM.fullmatch(c.raw) and c.raw not in {"IT", "ICT", "HR"},
        "The XPO reports to the Registrar.\n",
        lambda c: None if _chief_of(c.case, c.raw.lower()) else "position",
    ),
    Decision(
        "a verb with an auxiliary",
        lambda c: c.order,
        "Ortiz will report to the Registrar.\n",
        lambda c: "position" if c.modal else None,
    ),
    Decision(
        "a verb for a holder alone",
        # "Trainees are supervised by …": many, and none of them the post.
        lambda c: c.form in _OF_A_HOLDER and not (c.form == "are" and c.word[-1:] == "s"),
        "Ortiz is responsible to the Registrar.\n",
        _position,
    ),
    Decision(
        "a word of the title",
        lambda c: _in_title(c.case, c.word),
        "The Records person of this Records reports to the Registrar.\n",
        _position,
    ),
    Decision("nobody's", lambda _: True, "Ortiz reports to the Registrar.\n", _nobody),
)


def subject_of(case: Case, start: int, verb: int) -> Subject | None:
    """Return whose line a verb states, or `None` where it is somebody else's."""
    if case.words.words[start] == "its" and not _titled_after(case, start + 1):
        return None  # "Its manager reports to the Board" is said of the county
    clause = Clause(case, start, verb)
    decides = first_that_holds(SUBJECTS, clause)
    return None if decides is None or decides.answer is None else decides.answer(clause)


def _titled_after(case: Case, start: int) -> bool:
    """Say whether the post's title begins at a word: "Its chief technology officer"."""
    mine = pattern(r"\w+").findall((case[title].value or "").lower())[:_TELLING]
    return len(mine) == _TELLING and case.words.words[start : start + _TELLING] == mine


# So many words of a title tell it from any other.
_TELLING = 3


def _holders(case: Case, word: str) -> bool:
    """Say whether a word is the title's last noun, said of all who have that title."""
    named = case[title].value
    return named is not None and pattern(r"[a-z]+").findall(named.lower())[-1:] == [word[:-1]]


def _promised_subject(case: Case, start: int, verb: int) -> Subject | None:
    """Return the subject of "will … and report to"; an order among duties has none."""
    words = case.words.words[start:verb]
    known = word_sets("reporting")
    promised = {"will", "shall", "ll"} & set(words)
    if (
        not (promised or words[:1] == ["you"])
        or _in_list(case, verb)
        or known["papering"] & set(words[-LOOK_BACK:])
    ):
        return None
    first = set(words[:8])
    holder = known["position"] | known["person"] | title_words(case)
    return "position" if first & holder else None


def _joined_subject(case: Case, start: int, place: int) -> Subject | None:
    """Return the subject of "… and reports to": the first words of the sentence tell."""
    words = case.words.words
    known = word_sets("reporting")
    first = words[start : start + 6]
    clause = words[max(start, place - LOOK_BACK) : place + 1]
    named_before = "," in case.words.gap(place + 1) and title_words(case) & set(first)
    if known["papering"] & set(clause) and not named_before:
        return None
    if any(word in known["position"] or word in known["person"] for word in first):
        return "position"
    if _elided(first) and (not _in_list(case, place) or _leads_unit(words[start : place + 1])):
        return "position"  # "Leads the department and reports to …"
    if any(word in known["unit"] for word in first):
        return "unit"
    return None if _in_list(case, place) else "position"


def _elided(first: Sequence[str]) -> bool:
    """Say whether a sentence that begins with these words leaves out who does it."""
    known = word_sets("reporting")
    nouns = known["others"] | known["unit"] | known["position"] | {"this", "its", "his"}
    # "Leads the department" has a verb, "Leads in the department" may have none.
    governs = len(first) > 1 and first[1] in {"the", "a", "an", "all", "our", "and"}
    return first[0].endswith("s") and (governs or first[0] not in nouns)


def _leads_unit(clause: Sequence[str]) -> bool:
    """Say whether a clause leads people: who does reports to somebody, and files no report."""
    known = word_sets("reporting")
    return clause[0] in known["leading"] and bool({*clause} & (known["unit"] | known["others"]))


def _antecedent(case: Case, start: int, place: int) -> Subject | None:
    """Return whose line "…, who reports to" is: the holder's, where a title stands before it."""
    words = case.words.words[max(start, place - 5) : place]
    if not _TO_ANOTHER.isdisjoint(pairwise(words)):
        return None  # "Proofs go to the Editor, who reports to …"
    if words[-1:] and _in_title(case, words[-1]):
        return "position"  # "The mechanic, who answers to the Fleet Clerk"
    named = _titled_subject(case, start, place - 1) if place > start else []
    span = case.words.span(place - 1, place) if place > start else Span(0, 0)
    if _ACRONYM.fullmatch(case.text[span.start : span.end]):
        return "position"
    return "position" if named and not _another(case, named) else None


def _in_list(case: Case, word: int) -> bool:
    """Say whether a word stands in an item, where a bare verb is an order."""
    section = case.posting.section_at(case.words.starts[word])
    return section.kind is SectionKind.DUTIES and any(
        isinstance(block, Item) for block in section.blocks
    )


def _unit_subject(case: Case, start: int, place: int) -> bool:
    """Say whether a subject is "the Department of Technology", which is no title."""
    words, gap = case.words.words, case.words.gap
    for head in range(place - 1, max(start - 1, place - LOOK_BACK), -1):
        if STRONG.search(gap(head + 1)) or "," in gap(head + 1):
            return False
        if words[head + 1] in {"of", "for"}:
            # "Director, Department of Technology" is a title with its department.
            return words[head] in word_sets("reporting")["unit"] and "," not in gap(head)
    return False


def _titled_subject(case: Case, start: int, place: int) -> list[str]:
    """Return the words of a subject that is a title, "Director of Technology" included."""
    words, gap = case.words.words, case.words.gap
    known = word_sets("reporting")["title"]
    if words[place] in known:
        return words[max(start, place - 5) : place + 1]
    for head in range(place - 1, max(start - 1, place - LOOK_BACK), -1):
        if STRONG.search(gap(head + 1)):
            break
        if words[head] in known:
            goes_on = words[head + 1] in {"of", "for", "and", "i", "ii", "iii", "iv", "level"}
            marked = gap(head + 1).strip() != "" or words[head + 1].isdigit()
            return words[max(start, head - 5) : place + 1] if goes_on or marked else []
    return []


def _in_title(case: Case, word: str) -> bool:
    return word in title_words(case)


def _another(case: Case, before: list[str], owned: bool = False) -> bool:
    """Say whether a subject with a title is somebody other than the post's holder.

    What is `owned` is so wherever it does not share the noun of the post's title.
    """
    mine = title_words(case)
    if not mine:
        return False
    heads = [word for word in before if word in word_sets("reporting")["title"]]
    if any(word in mine for word in heads):
        return False
    return owned or any(word in word_sets("reporting")["chiefs"] for word in heads)


def _chief_of(case: Case, acronym: str) -> bool:
    """Say whether an acronym is the chief's whose deputy or assistant the post is."""
    named = case[title].value
    if named is None:
        return False
    parts = pattern(r"\w+").findall(named.lower())
    if not parts or parts[0] not in {"assistant", "deputy", "associate", "vice"}:
        return False
    initials = "".join(part[0] for part in parts if part not in {"of", "for", "the", "and"})
    return acronym in initials[1:] and not initials.startswith(acronym)
