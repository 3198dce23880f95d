"""Who the post reports to, and whether it sits in the cabinet.

Each find of a phrase is judged by the words around it: whose line it is, and
whether anybody is named. The traps are those of the leadership family: people
who report to the post, reports as papers, units, directions by nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Literal

from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.document.parts import Field, Item, Passage
from postlint.facts._data import phrases, table
from postlint.facts.around import line_at, sentence_at, trim
from postlint.facts.base import Case, Fact, absent, fact
from postlint.facts.title import title
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

Form = Literal["verb", "direction", "field", "tenure"]
Subject = Literal["position", "unit"]

_LONGEST_NAME = 14
_LOOK_BACK = 8
# What ends the name of a supervisor: a sentence mark, a comma, a bracket, a blank line.
_ENDS = pattern(r"\.(?=\s|\Z)|[,;:!?()\[\]|\"“”•\uf0b7\t]|\n\s*\n| {3,}")
_STRONG = pattern(r"[.;:!?•\uf0b7]|\n\s*\n")
_ACRONYM = pattern(r"[A-Z][A-Za-z]?[A-Z]{1,4}")
# What may stand on a line before the name of a field.
_LEAD_IN = pattern(r"[\s*_#>|•·\uf0b7\-–—]*(?:\d{1,2}[.)]\s{1,3})?\Z")
_VALUE = pattern(
    r"(?:\(s\)|/[ ]?title|[ ]\(title\))?[*_ \t\xa0]*"
    r"(?P<sign>[:–—=|]|\.{3,}|-(?=\s))?[*_]*(?P<gap>\s*)"
)
_NEW_FIELD = pattern(r"[*_]*[A-Za-z][\w /&'’-]{1,40}[:?][*_]*(?:\s|\Z)")
_NEXT_CELL = pattern(r"\t| {3,}|\s\|\s|\s(?=[A-Z][A-Za-z]{2,14}(?: [A-Z][A-Za-z]{2,14}){0,2}:)")
# Names of other columns, and the openings of sentences that are read as sentences.
_HEADERS = frozenset({"title", "department", "location", "division", "status", "salary"})
_SENTENCE = pattern(
    r"(?:Works?|Receives?|The \w+ (?:works?|receives?|is)|Incumbent)\b", re.IGNORECASE
)
_NOTHING = frozenset(
    {"", "n/a", "na", "none", "tbd", "tba", "vacant", "see below", "various", "no"}
)
_MODALS = frozenset({"will", "shall", "must", "should", "ll", "would", "may"})
# Verbs whose subject is a person, whatever it is called.
_OF_A_HOLDER = frozenset(
    {"responsible", "accountable", "answerable", "is", "are", "be", "receives"}
)
# Forms of the verb that may follow "and" behind another verb of the holder's.
_JOINED = frozenset(
    {"reports", "directly", "administratively", "responsible", "accountable", "answers", "works"}
    | {"answerable", "is", "receives", "takes"}
)


class ReportingLine(NamedTuple):
    """One statement of who the post, or its unit, works under.

    `supervisor` holds the words that name the person, board or division;
    it is `None` and `vague` is true where nobody is named ("under policy
    direction"). `form` is how it is said: a verb ("reports to"), direction
    ("under the direction of"), a field ("Supervisor: …"), or a clause about
    tenure ("serves at the pleasure of"). `subject` is `unit` where the text
    speaks of the department and not of the post.
    """

    span: Span
    supervisor: Passage | None
    form: Form
    subject: Subject = "position"
    vague: bool = False


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(block.split()) for name, block in table("reporting")["words"].items()}


@fact("reporting_lines", phrases=phrases("reporting"))
def reporting_lines(case: Case) -> Fact[tuple[ReportingLine, ...]]:
    """Return every statement of who the post works under, in the order of the text."""
    lines: list[ReportingLine] = []
    for line in sorted(_all_lines(case), key=lambda line: (line.span.start, -line.span.end)):
        if lines and lines[-1].span.overlaps(line.span):
            # Of two readings of the same words, the one that names somebody.
            if lines[-1].supervisor is None and line.supervisor is not None:
                lines[-1] = line
            continue
        lines.append(line)
    return Fact(tuple(lines), tuple(line.span for line in lines))


@fact("reports_to")
def reports_to(case: Case) -> Fact[str | None]:
    """Return the first statement that names who the post reports to."""
    named = [
        line
        for line in case[reporting_lines].value
        if line.subject == "position" and line.supervisor is not None
    ]
    # A clause about tenure is a line only where there is no better one.
    named.sort(key=lambda line: (line.form == "tenure", _says_less(case, line)))
    if not named:
        return absent(case, None, SectionKind.SUPERVISION, SectionKind.ORGANIZATION, named="report")
    span = named[0].span
    return Fact(case.posting.passage(span).text, (span,))


def _says_less(case: Case, line: ReportingLine) -> bool:
    """Say whether a field names who the post answers to, and not plainly who it works under."""
    words = case.text[line.span.start : line.span.start + 12].lower()
    return line.form == "field" and words.startswith(("accountable", "responsible"))


def _all_lines(case: Case) -> Iterator[ReportingLine]:
    yield from _fields(case)
    found = case.hits
    if "reporting.verb" in found:
        for first, stop in case.hits.places("reporting.verb"):
            line = _verb_line(case, first, stop)
            if line:
                yield line
    if "reporting.slip" in found:
        for first, stop in case.hits.places("reporting.slip"):
            line = _verb_line(case, first, stop)
            if line and line.supervisor:
                yield line
    for first, stop in case.hits.places("reporting.inverse"):
        line = _inverse_line(case, first, stop)
        if line:
            yield line
    if "reporting.direction" in found:
        for first, stop in case.hits.places("reporting.direction"):
            line = _direction_line(case, first, stop)
            if line:
                yield line
    if "reporting.appointed" in found:
        for first, stop in case.hits.places("reporting.appointed"):
            bounds = _bounds(case, first)
            name, _ = _name(case, stop, bounds.stop)
            before = case.words.words[bounds.start : first]
            holder = _title_words(case) | _words()["position"]
            if name is not None and not holder.isdisjoint(before):
                yield ReportingLine(
                    span=_span(case, first, stop, name), supervisor=name, form="tenure"
                )
    if "reporting.tenure" in found:
        for first, stop in case.hits.places("reporting.tenure"):
            bounds = _bounds(case, first)
            name, _ = _name(case, stop, bounds.stop)
            yield ReportingLine(
                span=_span(case, first, stop, name),
                supervisor=name,
                form="tenure",
                vague=name is None,
            )


# ------------------------------------------------------------------- fields


def _fields(case: Case) -> Iterator[ReportingLine]:
    """Yield the lines given as a field, wherever the name of one begins a line."""
    text = case.text
    for span in case.hits["reporting.field"]:
        floor = max(0, span.start - 200)
        begin = max(text.rfind(mark, floor, span.start) for mark in "\n\r") + 1 or floor
        if not _LEAD_IN.match(text, begin, span.start) and not _inside_line(text, span):
            continue
        after = _VALUE.match(text, span.end)
        if after is None:
            continue
        value_at = after.end()
        newlines = after["gap"].count("\n")
        tabbed = not newlines and "\t" in text[span.end : value_at]
        if not (after["sign"] or tabbed or (newlines and _stands_alone(case, span))):
            continue
        if newlines > 2 or text[value_at : value_at + 6].lower() == "under ":
            continue
        if newlines and _begins_section(case, span, value_at):
            continue  # a form left blank, above a heading
        line = line_at(text, after.end())
        value = trim(text, Span(after.end(), max(after.end(), line.end)))
        value = _first_cell(text, value)
        words = text[value.start : value.end]
        if words.lower().strip(" .*_-") in _NOTHING:
            continue
        if newlines and _NEW_FIELD.match(words):
            continue
        if not pattern(r"[A-Za-z]{2}").search(words) or words.lower() in _HEADERS:
            continue
        if _SENTENCE.match(words):
            continue
        name = case.posting.passage(value)
        if len(words) > 70:
            place = case.words.between(value)
            shorter, _ = _name(case, place.start, place.stop)
            if shorter is None:
                continue
            name, value = shorter, shorter.span
            words = shorter.text
        known = _words()
        spelled = set(pattern(r"[a-z]+").findall(words.lower()[:160]))
        vague = bool(spelled) and spelled <= known["vague"] and not spelled & {"staff", "lead"}
        yield ReportingLine(
            span=Span(span.start, value.end),
            supervisor=None if vague else name,
            form="field",
            vague=vague,
        )


def _inside_line(text: str, span: Span) -> bool:
    """Say whether a field begins inside a line: in a column, or glued to what is before it."""
    before = text[max(0, span.start - 4) : span.start]
    if before.endswith(("  ", "\t", "| ", "|", "\xa0\xa0")):
        return True
    sign = text[span.end : span.end + 3].lstrip("*")[:1]
    return sign == ":" and text[span.start].isupper()


def _first_cell(text: str, value: Span) -> Span:
    """Return a field's value up to the next column or the next field on the line."""
    cut = _NEXT_CELL.search(text, value.start + 1, value.end)
    span = value
    if cut is not None:
        # "Highway Superintendent Wage: $24": the name of the field is its last words.
        label = text[cut.end() : text.find(":", cut.end()) if cut[0].isspace() else cut.end()]
        words = label.split(" ")
        names = (at for at in range(len(words)) if is_field_name(" ".join(words[at:])))
        end = cut.start() + len(" ".join(words[: next(names, 0)]))
        span = trim(text, Span(value.start, end + (end > cut.start())))
    length = len(text[span.start : span.end].rstrip(" |*_"))
    return Span(span.start, span.start + length)


def _begins_section(case: Case, field: Span, place: int) -> bool:
    """Say whether what follows a field's name is a heading of its own."""
    section = case.posting.section_at(place)
    heading = section.heading
    return (
        heading is not None
        and not heading.span.overlaps(field)
        and (section.span.start <= place < heading.span.end)
    )


def _stands_alone(case: Case, span: Span) -> bool:
    """Say whether a reader made these words a heading or the name of a field."""
    section = case.posting.section_at(span.start)
    if section.heading is not None and section.heading.span.overlaps(span):
        return section.heading.span.end - span.end <= 3
    fields = case.posting.fields
    place = bisect_left(fields, span.end, key=_key_start) - 1
    return place >= 0 and fields[place].key.span.overlaps(span)


def _key_start(field: Field) -> int:
    return field.key.span.start


# ------------------------------------------------------------------ sentences


def _bounds(case: Case, word: int) -> range:
    """Return the numbers of the words of the sentence a word stands in."""
    bounds = case.words.between(sentence_at(case, case.words.starts[word]))
    for _ in range(2):
        # "… to the Sr. Director", "… to the Ann M. Lee Librarian": no sentence ends there.
        if not _shortened(case, bounds.stop) or bounds.stop >= len(case.words):
            break
        following = case.words.between(sentence_at(case, case.words.starts[bounds.stop]))
        bounds = range(bounds.start, max(bounds.stop, following.stop))
    return bounds


def _shortened(case: Case, place: int) -> bool:
    """Say whether the point before a word ends an initial or a shortened title."""
    words = case.words
    if not 0 < place < len(words) or words.gap(place).rstrip("\xa0 ") != ".":
        return False
    word = words.words[place - 1]
    initial = len(word) == 1 and case.text[words.starts[place - 1]].isupper()
    return initial or word in _words()["shortened"]


def _held(case: Case, place: int) -> bool:
    """Say whether a point before a word ends nothing: "Sr. Director", "alder.gov Director"."""
    return case.words.gap(place) == "." or _shortened(case, place)


def _span(case: Case, first: int, stop: int, name: Passage | None) -> Span:
    end = case.words.end(stop - 1) if name is None else name.span.end
    return Span(case.words.starts[first], end)


def _verb_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    words = case.words.words
    bounds = _bounds(case, first)
    verb = words[first]
    if stop < len(words) and case.words.gap(stop).lstrip("* ")[:1] == ":":
        return None  # a field, read as one
    subject = _subject(case, bounds.start, first)
    if subject is None:
        return None
    name, generic = _name(case, _after_pair(case, stop, bounds.stop), max(bounds.stop, stop))
    if name is None:
        if not generic or subject == "unit":
            return None
        end = _reach(case, stop, bounds.stop)
        span = Span(case.words.starts[first], case.words.end(end - 1))
        return ReportingLine(span=span, supervisor=None, form="verb", vague=True)
    if _is_periodic(case, name, bounds.stop, verb) or _turned(case, first, name, bounds.stop):
        return None
    if verb in _WORKING and words[stop - 2] == "for" and not _is_person(name):
        return None  # "Working for the City" is said of everybody there
    if verb in {"works", "working", "serves"} and _DIRECTION.match(name.text):
        return None  # "under the supervision of …" is read as that
    begin = _subject_start(case, bounds.start, first)
    span = Span(case.words.starts[begin], name.span.end)
    return ReportingLine(span=span, supervisor=name, form="verb", subject=subject)


def _turned(case: Case, first: int, name: Passage, stop: int) -> bool:
    """Say whether what follows is who reports: "Reporting to the Director are four managers"."""
    words = case.words.words
    inside = case.words.between(name.span)
    near = words[inside.start : min(stop, inside.stop + 3)]
    if words[first] != "reporting" or "are" not in near:
        return False
    behind = near[len(inside) : near.index("are")]
    return {"you", "your", "the", "this", "we"}.isdisjoint(behind)


_DIRECTION = pattern(
    r"(?:\w+\s+){0,3}(?:direction|supervision|guidance|leadership|oversight|management)\b",
    re.IGNORECASE,
)


_WORKING = frozenset({"works", "working"})


def _is_person(name: Passage) -> bool:
    return not _words()["person"].isdisjoint(pattern(r"[a-z]+").findall(name.text.lower()))


def _inverse_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    """Return the line of "the Superintendent supervises this position", or `None`."""
    bounds = _bounds(case, first)
    begin = _clause(case, bounds.start, first)
    if begin == first and case.words.gap(first).strip() == ",":
        begin = _clause(case, bounds.start, first - 1)  # "The Mayor, to whom the post reports"
    name, _ = _name(case, begin, first)
    if name is None or not _is_person(name):
        return None
    article, holder = case.words.words[stop - 2 : stop]
    # "Supervises the Director": the post, by its title.
    if article == "the" and holder in _words()["person"]:
        titled = _title_words(case)
        if holder not in titled or not titled.isdisjoint(name.text.lower().split()):
            return None
    return ReportingLine(span=_span(case, begin, stop, None), supervisor=name, form="verb")


def _after_pair(case: Case, stop: int, limit: int) -> int:
    """Return where the name begins in "reports to and seeks guidance from the Board"."""
    words = case.words.words
    if stop < limit and words[stop] == "and":
        for place in range(stop + 1, min(limit, stop + 7)):
            if words[place] in {"from", "of", "by", "for"}:
                return place + 1
    return stop


def _reach(case: Case, stop: int, limit: int) -> int:
    """Return the word after a vague name, at least the one after the verb."""
    words = case.words
    place = stop
    while place < min(limit, stop + 5) and not _ENDS.search(words.gap(place)):
        if words.words[place] not in _words()["vague"]:
            break
        place += 1
    return max(place, stop)


def _subject_start(case: Case, start: int, verb: int) -> int:
    """Return the word at which to begin the evidence: the clause, where it is short."""
    gap = case.words.gap
    place = verb
    while place > start and verb - place < 12:
        if _STRONG.search(gap(place)):
            break
        place -= 1
    if place > start and verb - place >= 12:
        return verb
    return place


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
        self.parted = verb > start and _STRONG.search(gap(verb)) is not None
        place = verb - 1
        while not self.parted and place >= start and words[place] in _words()["slight"]:
            self.modal = self.modal or words[place] in _MODALS
            self.joined = self.joined or words[place] == "and"
            if _STRONG.search(gap(place)):
                break
            place -= 1
        self.place: int = place
        self.word: str = words[place] if place >= start else ""
        self.before = words[max(start, verb - 2 * _LOOK_BACK) : place + 1]

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

    def has(self, *tables: str) -> bool:
        """Say whether the last word of the subject stands in one of these tables."""
        return any(self.word in _words()[name] for name in tables)


class SubjectTest(NamedTuple):
    """A named test; the first that holds decides, and `whose` gives its answer."""

    name: str
    holds: Callable[[Clause], object]
    whose: Callable[[Clause], Subject | None]
    example: str


def _position(_: Clause) -> Subject | None:
    return "position"


def _unit(_: Clause) -> Subject | None:
    return "unit"


def _nobody(_: Clause) -> Subject | None:
    return None


def _owner_of_that(clause: Clause) -> Subject | None:
    """Tell "the position that reports to" from "the office that reports to"."""
    known = _words()
    owner = clause.words[clause.place - 1] if clause.place - 1 >= clause.start else ""
    if owner in known["unit"]:
        return "unit"
    return "position" if owner in known["position"] else None


def _reporting(clause: Clause) -> Subject | None:
    """Return whose line "reporting to" tells: the post's, or that of what stands before it."""
    known, before = _words(), set(clause.before)
    holder = (
        clause.comma
        or clause.joined
        or clause.has("position", "title")
        # "will serve as Deputy Director of Accounts reporting to …"
        or ({"serve", "serves"} & before and "as" in before)
        # "a position in the Collections Center reporting to …"
        or ({"position", "role", "post"} & before and clause.has("unit"))
    )
    if holder:
        return "position"
    return "unit" if clause.word in known["unit"] else None


def _unit_or_holder(clause: Clause) -> Subject | None:
    heads = set(clause.before[-_LOOK_BACK:]) & _words()["person"]
    return "position" if heads and heads <= _title_words(clause.case) else "unit"


def _one_of_others(clause: Clause) -> Subject | None:
    one_of = "one" in clause.before and "of" in clause.before
    return "position" if one_of and clause.form == "reporting" else None


def _whose(clause: Clause) -> Subject | None:
    """Return the subject of "who reports to"."""
    case, start, place = clause.case, clause.start, clause.place
    if _words()["seeking"] & set(clause.words[start:place]):
        return "position"  # "We seek a leader who reports to …"
    if clause.order or "," not in case.words.gap(place):
        return None
    return _antecedent(case, start, place)


# Whose line a verb states: each test with the sentence it is the first to decide.
SUBJECTS: tuple[SubjectTest, ...] = (
    SubjectTest(
        "a sentence mark before an order among duties",
        lambda c: c.parted and c.order and _in_list(c.case, c.verb),
        _nobody,
        "## Duties\n\n- Budgets: report to the Controller each month.\n",
    ),
    SubjectTest(
        "a sentence mark before the verb",
        lambda c: c.parted,
        _position,
        "The clerk's line: reports to the Registrar.\n",
    ),
    SubjectTest(
        "an order to the reader",
        # "Reports to the Director." and "Reporting to …"; "Report to …" is an order.
        lambda c: c.place < c.start and c.order and not c.modal,
        _nobody,
        "Report to the Registrar on the first day.\n",
    ),
    SubjectTest(
        "no subject", lambda c: c.place < c.start, _position, "Reports to the Registrar.\n"
    ),
    SubjectTest(
        "that, which",
        lambda c: c.word in {"that", "which"},
        _owner_of_that,
        "The office, which reports to the Registrar, keeps papers.\n",
    ),
    SubjectTest(
        "what somebody is asked to do",
        lambda c: c.word == "to" and c.order,
        _nobody,
        "Ask members to report to the Registrar.\n",
    ),
    SubjectTest(
        "who",
        lambda c: c.word == "who",
        _whose,
        "We seek a clerk who reports to the Registrar.\n",
    ),
    SubjectTest(
        "a second verb",
        lambda c: c.joined and c.form in _JOINED,
        lambda c: _joined_subject(c.case, c.start, c.place),
        "The clerk keeps papers and reports to the Registrar.\n",
    ),
    SubjectTest(
        "appointed, and reporting",
        lambda c: (
            c.form == "reporting"
            and c.joined
            and c.comma
            and c.words[c.start] in _words()["chosen"]
        ),
        _position,
        "Appointed by the Supervisors, and reporting to the Registrar.\n",
    ),
    SubjectTest(
        "other people",
        lambda c: c.has("others") or c.word.isdigit(),
        _one_of_others,
        "Three assistants report to the Registrar.\n",
    ),
    SubjectTest(
        "reporting",
        lambda c: c.form == "reporting",
        _reporting,
        "This is a full-time position reporting to the Registrar.\n",
    ),
    SubjectTest(
        "a direct report",
        lambda c: c.form == "direct",
        lambda c: (
            "position"
            if {"is", "as", "be"} & set(c.words[max(c.start, c.verb - 3) : c.verb])
            else None
        ),
        "The clerk is a direct report to the Registrar.\n",
    ),
    SubjectTest(
        "many who hold the post",
        # "Drivers report to the Terminal Manager" is said of each of them.
        lambda c: c.place == c.start and c.word.endswith("s") and _holders(c.case, c.word),
        _position,
        "Clerks report to the Registrar.\n",
    ),
    SubjectTest(
        "a verb without an auxiliary",
        lambda c: c.order and not c.modal and c.word not in {"you", "i", "we", "they"},
        lambda c: _promised_subject(c.case, c.start, c.verb) if c.joined else None,
        "Problems report to the Registrar.\n",
    ),
    SubjectTest(
        "a comma before the verb",
        lambda c: c.comma,
        _position,
        "The clerk, a friend of papers, reports to the Registrar.\n",
    ),
    SubjectTest(
        "a unit",
        lambda c: c.has("unit"),
        _unit_or_holder,
        "The department reports to the Registrar.\n",
    ),
    SubjectTest(
        "the position",
        lambda c: c.has("position"),
        _position,
        "This position reports to the Registrar.\n",
    ),
    SubjectTest(
        "a paper", lambda c: c.has("paper"), _nobody, "The campaign reports to the Registrar.\n"
    ),
    SubjectTest(
        "a unit of a kind",
        lambda c: _unit_subject(c.case, c.start, c.place),
        _unit,
        "The Department of Papers reports to the Registrar.\n",
    ),
    SubjectTest(
        "a title",
        lambda c: c.titled,
        lambda c: None if _another(c.case, c.titled) else "position",
        "The Records Clerk reports to the Registrar.\n",
    ),
    SubjectTest(
        "letters of a title",
        lambda c: _ACRONYM.fullmatch(c.raw) and c.raw not in {"IT", "ICT", "HR"},
        lambda c: None if _chief_of(c.case, c.raw.lower()) else "position",
        "The XPO reports to the Registrar.\n",
    ),
    SubjectTest(
        "a verb with an auxiliary",
        lambda c: c.order,
        lambda c: "position" if c.modal else None,
        "Ortiz will report to the Registrar.\n",
    ),
    SubjectTest(
        "a verb for a holder alone",
        lambda c: c.form in _OF_A_HOLDER,
        _position,
        "Ortiz is responsible to the Registrar.\n",
    ),
    SubjectTest(
        "a word of the title",
        lambda c: _in_title(c.case, c.word),
        _position,
        "The Records person of this Records reports to the Registrar.\n",
    ),
    SubjectTest("nobody's", lambda _: True, _nobody, "Ortiz reports to the Registrar.\n"),
)


def _subject(case: Case, start: int, verb: int) -> Subject | None:
    """Return whose line a verb states, or `None` where it is somebody else's."""
    if case.words.words[start] == "its":
        return None  # "Its manager reports to the Board" is said of the county
    clause = Clause(case, start, verb)
    return next(test.whose(clause) for test in SUBJECTS if test.holds(clause))


def _holders(case: Case, word: str) -> bool:
    """Say whether a word is the title's last noun, said of all who have that title."""
    named = case[title].value
    return named is not None and pattern(r"[a-z]+").findall(named.lower())[-1:] == [word[:-1]]


def _promised_subject(case: Case, start: int, verb: int) -> Subject | None:
    """Return the subject of "will … and report to"; an order among duties has none."""
    words = case.words.words[start:verb]
    known = _words()
    promised = {"will", "shall", "ll"} & set(words)
    if not promised or _in_list(case, verb) or known["papering"] & set(words[-_LOOK_BACK:]):
        return None
    first = set(words[:8])
    return "position" if first & (known["position"] | known["person"]) else None


def _joined_subject(case: Case, start: int, place: int) -> Subject | None:
    """Return the subject of "… and reports to": the first words of the sentence tell."""
    words = case.words.words
    known = _words()
    first = words[start : start + 6]
    clause = words[max(start, place - _LOOK_BACK) : place + 1]
    named_before = "," in case.words.gap(place + 1) and _title_words(case) & set(first)
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
    known = _words()
    nouns = known["others"] | known["unit"] | known["position"] | {"this", "its", "his"}
    # "Leads the department" has a verb, "Leads in the department" may have none.
    governs = len(first) > 1 and first[1] in {"the", "a", "an", "all", "our", "and"}
    return first[0].endswith("s") and (governs or first[0] not in nouns)


def _leads_unit(clause: Sequence[str]) -> bool:
    """Say whether a clause leads people: who does reports to somebody, and files no report."""
    known = _words()
    return clause[0] in known["leading"] and bool({*clause} & (known["unit"] | known["others"]))


def _antecedent(case: Case, start: int, place: int) -> Subject | None:
    """Return whose line "…, who reports to" is: the holder's, where a title stands before it."""
    named = _titled_subject(case, start, place - 1) if place > start else []
    span = case.words.span(place - 1, place) if place > start else Span(0, 0)
    if _ACRONYM.fullmatch(case.text[span.start : span.end]):
        return "position"
    return "position" if named and not _another(case, named) else None


def _title_words(case: Case) -> set[str]:
    named = case[title].value
    return set(pattern(r"\w+").findall(named.lower())) if named else set()


def _in_list(case: Case, word: int) -> bool:
    """Say whether a word stands in an item, where a bare verb is an order."""
    section = case.posting.section_at(case.words.starts[word])
    return section.kind is SectionKind.DUTIES and any(
        isinstance(block, Item) for block in section.blocks
    )


def _unit_subject(case: Case, start: int, place: int) -> bool:
    """Say whether a subject is "the Department of Technology", which is no title."""
    words, gap = case.words.words, case.words.gap
    for head in range(place - 1, max(start - 1, place - _LOOK_BACK), -1):
        if _STRONG.search(gap(head + 1)) or "," in gap(head + 1):
            return False
        if words[head + 1] in {"of", "for"}:
            # "Director, Department of Technology" is a title with its department.
            return words[head] in _words()["unit"] and "," not in gap(head)
    return False


def _titled_subject(case: Case, start: int, place: int) -> list[str]:
    """Return the words of a subject that is a title, "Director of Technology" included."""
    words, gap = case.words.words, case.words.gap
    known = _words()["title"]
    if words[place] in known:
        return words[max(start, place - 5) : place + 1]
    for head in range(place - 1, max(start - 1, place - _LOOK_BACK), -1):
        if _STRONG.search(gap(head + 1)):
            break
        if words[head] in known:
            goes_on = words[head + 1] in {"of", "for", "and", "i", "ii", "iii", "iv", "level"}
            marked = gap(head + 1).strip() != "" or words[head + 1].isdigit()
            return words[max(start, head - 5) : place + 1] if goes_on or marked else []
    return []


def _names_title(words: list[str]) -> bool:
    known = _words()["title"]
    return any(word in known for word in words)


def _in_title(case: Case, word: str) -> bool:
    return word in _title_words(case)


def _another(case: Case, before: list[str]) -> bool:
    """Say whether a subject with a title is somebody other than the post's holder."""
    mine = _title_words(case)
    if not mine:
        return False
    heads = [word for word in before if word in _words()["title"]]
    if any(word in mine for word in heads):
        return False
    return any(word in _words()["chiefs"] for word in heads)


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


def _is_periodic(case: Case, name: Passage, limit: int, verb: str) -> bool:
    """Say whether "reports to" tells of papers given to a body and not of a line."""
    words = case.words
    after = words.between(Span(name.span.end, name.span.end + 80))
    if verb not in {"report", "reports", "reporting"} or not after or after.start >= limit:
        return False
    if words.words[after.start] not in _words()["periodic"]:
        return False
    return not pattern(r"[.;:!?]").search(words.gap(after.start))


def _name(case: Case, start: int, limit: int) -> tuple[Passage | None, bool]:
    """Return the words that name a supervisor from a word on, and whether only a generic one."""
    words, gap, text = case.words.words, case.words.gap, case.text
    known = _words()
    place = start
    taken: list[int] = []
    top = min(limit, len(words), start + _LONGEST_NAME)
    while place < top:
        if place > start and _ENDS.search(gap(place)) and not _held(case, place):
            break
        if place == start and gap(place).strip(' \t\xa0\r\n:*-–—“"(\u200b'):
            break
        word = words[place]
        if word in known["stop"]:
            break
        if word in {"and", "or"} and place + 1 < top:
            following = words[place + 1]
            head = text[case.words.starts[place + 1]]
            complete = any(words[earlier] in known["title"] for earlier in taken)
            joins_on = head.isupper() or following in known["person"] or following in {"the", "a"}
            if complete and not joins_on:
                break
        if (
            word == "for"
            and _widens(case, place, top)
            and any(words[earlier] in known["title"] for earlier in taken)
        ):
            break
        taken.append(place)
        place += 1
    while taken and words[taken[-1]] in {"and", "or", "the", "a", "of", "for"}:
        taken.pop()
    determiner = ""
    while taken and words[taken[0]] in {"the", "a", "an", "either", "our", "their", "your", "its"}:
        determiner = words[taken.pop(0)]
    if not taken:
        return None, False
    named_by = [words[place] for place in taken]
    telling = [word for word in named_by if word not in known["vague"]]
    named = any(word in known["title"] for word in named_by)
    capital = any(
        text[case.words.starts[place]].isupper()
        for place in taken
        if words[place] not in known["vague"]
    )
    if not telling:
        return None, bool(set(named_by) & known["nobody"])
    bare = telling in (["manager"], ["lead"]) and determiner in {"", "their", "your", "an"}
    if bare and (len(named_by) == 1 or set(named_by) & {"assigned", "designated", "appropriate"}):
        return None, True
    raw = text[case.words.starts[taken[0]] : case.words.end(taken[0])]
    if named_by[0] in {"this", "these", "work", "duty", "and", "him", "her", "me", "us", "them"}:
        return None, False
    if raw == "it":
        return None, False
    if not named and not capital:
        return None, False
    span = case.words.span(taken[0], taken[-1] + 1)
    return case.posting.passage(span), False


def _widens(case: Case, place: int, top: int) -> bool:
    """Say whether "for" begins what the line is about: "for all technology"."""
    following = case.words.words[place + 1 : min(top, place + 3)]
    starts = case.words.starts[place + 1 : place + 1 + len(following)]
    about = following[:1] in (["all"], ["the"], ["any"], ["its"], ["their"])
    return about and not any(case.text[start].isupper() for start in starts)


def _direction_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    """Return the line of "under the … direction of …", or `None`."""
    words, gap = case.words.words, case.words.gap
    known = _words()
    floor = max(0, first - _LOOK_BACK - 2)
    under = next(
        (place for place in range(first - 1, floor - 1, -1) if words[place] == "under"), None
    )
    if under is None:
        return _support_line(case, first, stop)
    if any(_STRONG.search(gap(place)) for place in range(under + 1, first)):
        return None
    bounds = _bounds(case, under)
    begin = under
    if under > bounds.start:
        before = words[under - 1]
        working = before in known["working"]
        who = words[under - 2] if working and under - 2 >= bounds.start else before
        if who in known["not_post"] and "." not in gap(under):
            return None
        if working:
            begin = under - 1
    named: Passage | None = None
    follow = words[stop] if stop < len(words) and not _ENDS.search(gap(stop)) else ""
    while follow in {"and", "or"} and stop + 1 < len(words):
        stop += 2
        if stop >= len(words) or _ENDS.search(gap(stop)):
            follow = ""
            break
        follow = words[stop]
        if follow in {
            "direction",
            "supervision",
            "guidance",
            "leadership",
            "management",
            "oversight",
        }:
            stop += 1
            follow = words[stop] if stop < len(words) else ""
    if follow in {"of", "from", "by"}:
        named, _ = _name(case, stop + 1, max(bounds.stop, stop + 1))
        if named is None and stop + 1 < len(words) and words[stop + 1] in {"this", "these"}:
            return None
    else:
        named = _possessor(case, under, first)
    if words[first] in {"leadership", "management", "oversight"} and named is None:
        return None
    vague = named is None
    end = case.words.end(min(stop, len(words)) - 1)
    if named is not None:
        end = max(end, named.span.end)
    return ReportingLine(
        span=Span(case.words.starts[begin], end),
        supervisor=named,
        form="direction",
        vague=vague,
    )


def _support_line(case: Case, first: int, stop: int) -> ReportingLine | None:
    """Return the line of a sentence that begins "With the support and direction of …"."""
    words = case.words.words
    start = _bounds(case, first).start
    if words[start] != "with" or not start < first <= start + 5 or words[stop : stop + 1] != ["of"]:
        return None
    name, _ = _name(case, stop + 1, _bounds(case, first).stop)
    if name is None or not _is_person(name):
        return None
    return ReportingLine(span=_span(case, start, stop, name), supervisor=name, form="direction")


def _possessor(case: Case, under: int, noun: int) -> Passage | None:
    """Return whose direction it is in "under the Superintendent's direction"."""
    words, gap = case.words.words, case.words.gap
    for place in range(noun - 1, under + 1, -1):
        owned = words[place] == "s" and gap(place) in {"'", "’", "‘", "´"}
        plural = gap(place) in {"' ", "’ "}
        if owned or plural:
            named, _ = _name(case, under + 1, place)
            return named
    return None


# -------------------------------------------------------------------- cabinet


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
_PARTS = frozenset({"directorate", "branch", "unit", "section", "project", "site", "regional"})
# What stands between a post and a team it works for and does not sit on.
_BESIDE = frozenset(
    {"meetings", "staff", "support", "liaison", "between", "direction", "supervision", "under"}
    | {"advisor", "adviser", "counsel", "consultant", "secretary", "assistant", "resource"}
)


def _membership(case: Case, first: int, stop: int) -> Span | None:
    """Return the words that give the post a seat on a team, or `None`."""
    words, gap = case.words.words, case.words.gap
    known = _words()
    bounds = _bounds(case, first)
    begin = _clause(case, bounds.start, first)
    before = words[begin:first]
    after = words[stop : min(bounds.stop, stop + 2)]
    if words[stop - 1] == "cabinet":
        if first and words[first - 1] in known["furniture"] and not gap(first).strip():
            return None
        if after and after[-1] in known["others"]:
            return None  # "cabinet-level staff" are others
        if after and after[0] in known["seat"]:
            seat = max(begin, first - 4)
            if set(words[seat:first]) & known["against"]:
                return None
            return case.words.span(seat, stop + 1)
    cues = [place for place, word in enumerate(before) if word in known["member"]]
    if "members" in (*before, *after) and "one" not in before:
        return None
    if not cues:
        sits = after[:1] == ["member"] and words[stop - 2] in {"leadership", "executive"}
        return case.words.span(begin, stop + 1) if sits else None
    if words[first - 1] in _PARTS:
        return None  # "the directorate management team" leads a part of the house
    # "Reports to a member of the leadership team" gives the seat to somebody else.
    near = before[max(0, cues[0] - 4) : cues[0]]
    if set(near) & (known["against"] - {"led", "lead", "leads", "leading"}):
        return None
    if set(before[cues[0] :]) & _BESIDE or after[:1] == ["meetings"]:
        return None
    return case.words.span(begin + cues[0], stop)


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


# "A member of, and works with, the cabinet" is one clause.
_HANGING = frozenset({"of", "with", "on", "to"})


def _clause(case: Case, start: int, place: int) -> int:
    """Return the first word of the clause a word stands in."""
    gap = case.words.gap
    first = place
    while first > start and place - first < 14:
        held = gap(first).strip() == "," and case.words.words[first - 1] in _HANGING
        if pattern(r"[,;:.]").search(gap(first)) and not held:
            break
        first -= 1
    return first
