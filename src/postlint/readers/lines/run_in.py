"""What words run in at the start of a line are: a field's key, a heading, a label."""

from __future__ import annotations

import re
from typing import TypeAlias

from postlint.document.headings import HeadingMatch, heading_match, is_heading
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.document.openings import opening_kind
from postlint.document.titles import ends_in_doer, is_job_title, names_job
from postlint.document.vocabulary import comparable, stems, vocabulary, word_set
from postlint.readers.lines.bold import BoldName, bold_name, is_stopped_name
from postlint.readers.lines.line import RunIn, is_title_case
from postlint.text.decisions import Decision, Way, first_answer, first_that_holds
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple, record

_BLANKS = " \t\xa0"
_LONGEST_KEY = 80
_LONG_VALUE = 90
_CAPITALS = pattern(r"([A-Z][A-Z/&,'’() -]{3,60}?)(?:\s+[-–—]\s+|\s{2,}|\s+(?=[A-Z][a-z]))(?=\S)")
# "Role Summary The clerk keeps …": the words of a heading, before one that begins a sentence.
_TITLED = pattern(
    r"([A-Z][a-z]+(?: (?:of|and|&|the|[A-Z][a-z]+)){1,3}) +"
    r"(?=(?:The|This|Under|We|As|Our|You|Reporting|Reports) [\w’'])"
)
# "ESSENTIAL DUTIES include the following. Other duties may be assigned."
_INCLUDES = pattern(
    r"([A-Z][A-Za-z/&,() -]{3,60}?)\s+(?=includes?,? (?:but |(?:the )?following\b([.]?)))"
)
_QUESTION = pattern(r"((?:What|Why|Who|How|Where) [^.?!:]{3,50}\?)\s+(?=[A-Z])")
_COLUMN = pattern(r"([A-Z][A-Za-z/#&'’() .-]{1,40}?)(?:\s{2,}+|\t)(?=\S)")
_STOPS = frozenset(".;!?")
_SURE = 4
_HEAD = 72
# How much of some words is a known heading's.
_ALL, _SOME = 0.99, 0.3
_SHORT_REST = 30
_LONG_COLUMN = 100


class Beginning(NamedTuple):
    """A line, the kind of section it stands in, and whether nothing stands directly above."""

    text: str
    section: SectionKind | None = None
    alone: bool = True

    @property
    def head(self) -> str:
        """As much of the line as may hold what is run in, without a colon."""
        return self.text[:_HEAD]


# What is run in, how long its words are, and where the rest begins.
Ran: TypeAlias = tuple[RunIn, int, int]


def run_in(text: str, section: SectionKind | None, *, alone: bool) -> Ran | None:
    """Return what is run in, how long its words are, and where the rest begins."""
    return first_answer(BEGINNINGS, record(Beginning, (text, section, alone)))


class NamedRow:
    """Words before a colon at the start of a row, and what stands behind it.

    `end` is where the words end, colon and formatting with them; `rest` is where the
    value begins. `section` is the kind of section it stands in, and `alone`
    says that nothing stands directly above.
    """

    __slots__ = (
        "alone",
        "bold",
        "count",
        "end",
        "key",
        "match",
        "name",
        "rest",
        "section",
        "value",
    )

    def __init__(self, text: str, colon: int, section: SectionKind | None, *, alone: bool) -> None:
        key = text[:colon]
        rest = colon + 1
        self.bold = key[0] in "*_"
        if self.bold:
            key = key.lstrip("*_")
            while rest < len(text) and text[rest] in "*_":
                rest += 1
        elif text[rest : rest + 2] == "**":
            rest += 2
        self.end = rest
        while rest < len(text) and text[rest] in _BLANKS:
            rest += 1
        self.key = key
        self.rest = rest
        self.value = text[rest:]
        self.count = key.count(" ") + 1
        self.section = section
        self.alone = alone
        self.name = False
        self.match: HeadingMatch | None = None

    def look_up(self) -> None:
        """Look the words up."""
        self.name = is_field_name(self.key)
        self.match = heading_match(self.key)

    @property
    def wordy(self) -> bool:
        """Whether the value is a sentence, or as long as one."""
        value = self.value
        if len(value) > _LONG_VALUE and value[-1] == ")":
            value = value[: value.rfind("(")].rstrip() or value  # what explains it is none of it
        if len(value) > _LONG_VALUE:
            return True
        # "Per agreement, Class III, $17.84 - $21.06/hr.": the stop is a short form's.
        short = value[-1] == "." and _LAST_WORD.split(value[:-1])[-1] in _SHORT_FORMS
        return value[-1] in ".;" and not short and value.count(" ") > _FEW_WORDS

    @property
    def known(self) -> bool:
        """Whether the words are known to head sections."""
        return self.match is not None and self.match.share >= 0.5

    @property
    def title(self) -> bool:
        """Whether the words are set as a title is."""
        return self.key.isupper() or is_title_case(self.key)


_FEW_WORDS = 5
_LAST_WORD = pattern(r"[ /\xa0]")
_SHORT_FORMS = word_set("abbreviations")


NameDecision: TypeAlias = Decision[NamedRow, RunIn, Beginning]


def _before_colon(line: Beginning) -> Ran | None:
    colon = line.text.find(":", 0, _LONGEST_KEY + 1)
    return _named(line, colon) if colon > 1 else None


def _named(line: Beginning, end: int) -> Ran | None:
    """Return what the words before a colon, or before another sign that stands for one, name."""
    named = NamedRow(line.text, end, line.section, alone=line.alone)
    if first_that_holds(NO_NAME, named) is not None:
        return None
    if named.bold:
        what = bold_name(BoldName(named.key.rstrip("*_"), named.value, line.section))
    else:
        named.look_up()
        decides = first_that_holds(NAMES, named)
        what = None if decides is None else decides.answer
    return None if what is None else (what, named.end, named.rest)


def _before_stop(line: Beginning) -> Ran | None:
    """Return what a name with a full stop is: "Position Summary. The clerk keeps ..."."""
    if ". " not in line.head or not line.text[0].isupper():
        return None
    name, _, value = line.text.partition(". ")
    if len(name) < _SHORTEST_NAME:
        return None
    # A sentence that ends with such a name may have begun in the row above.
    brief = value.count(" ") < _FEW and value[-1:] not in ("", ".", ",")
    loud = name.isupper() and is_heading(name, share=_WHOLE)
    heads = loud or (line.alone and is_title_case(name) and is_stopped_name(f"{name}."))
    if heads or ((line.alone or brief) and is_field_name(name)):
        return _named(line._replace(alone=True), len(name))
    return None


_SHORTEST_NAME = 3


def _before_dash(line: Beginning) -> Ran | None:
    """Return what a known heading with a dash and a statement is: "Duties – feeds horses"."""
    match = _DASHED.match(line.text) if " - " in line.head or _LONG_DASH in line.head else None
    if match is None or not (line.text[match.end()].islower() or line.text[-1] in ".;"):
        return None  # "Qualifications – Required" is a heading with its kind
    known = heading_match(match[1])
    if known is None or known.share < _ALL or known.kind not in _STATED:
        return None
    return _heading(match) if line.text.count(" ", match.end()) >= _LEAST_STATED else None


_LONG_DASH = " – "
_DASHED = pattern(r"([A-Z][A-Za-z/&,' ]{3,40}?) [-–] (?=\w)")
_LEAST_STATED = 2
_STATED = frozenset(
    {SectionKind.DUTIES, SectionKind.QUALIFICATIONS, SectionKind.KNOWLEDGE_SKILLS}
    | {SectionKind.EDUCATION_EXPERIENCE, SectionKind.BENEFITS}
)


def _question(line: Beginning) -> Ran | None:
    match = _QUESTION.match(line.head) if line.text.startswith(("W", "How")) else None
    return _heading(match) if match is not None and heading_match(match[1]) is not None else None


def _heading(match: re.Match[str]) -> Ran:
    return RunIn.HEADING, match.end(1), match.end()


def _field(match: re.Match[str]) -> Ran:
    return RunIn.FIELD, match.end(1), match.end()


def _before_list(line: Beginning) -> Ran | None:
    match = _INCLUDES.match(line.text) if " include" in line.head else None
    whole = match is not None and is_heading(match[1], share=_ALL)
    return _heading(match) if match and whole and (match[1].isupper() or match[2]) else None


def _in_capitals(line: Beginning) -> Ran | None:
    match = _CAPITALS.match(line.head) if line.text[1:2].isupper() else None
    if match is None:
        return None
    rest = len(line.text) - match.end()
    if is_field_name(match[1]) and rest < _LONG_VALUE:
        return _field(match)
    return _heading(match) if rest > _SHORT_REST and is_heading(match[1], share=_SOME) else None


def _as_title(line: Beginning) -> Ran | None:
    match = _TITLED.match(line.head) if line.alone else None
    sure = match is not None and is_heading(match[1], share=_ALL, weight=_SURE)
    return _heading(match) if match is not None and sure else None


def _in_column(line: Beginning) -> Ran | None:
    parted = "  " in line.head or "\t" in line.head
    match = _COLUMN.match(line.head) if parted else None
    if match is None or len(line.text) - match.end() >= _LONG_COLUMN:
        return None
    named = is_field_name(match[1]) or _names_led(match[1], line.text[match.end() :])
    return _field(match) if named else None


def _in_bold(line: Beginning) -> Ran | None:
    """Return what a name is that bold alone parts from its value: "**Reports to** Clerk"."""
    match = _BOLD.match(line.text) if line.text.startswith("**") else None
    if match is None or len(line.text) - match.end() >= _LONG_VALUE:
        return None
    return _field(match) if is_field_name(match[1].strip("*")) else None


_BOLD = pattern(r"(\*\*[A-Z][^*:]{1,40}\*\*)[ \t]+(?=[^a-z\s])")

BEGINNINGS: tuple[Way[Beginning, Ran, Beginning], ...] = (
    Way("words before a colon", _before_colon, Beginning("Grade: 7")),
    Way("a name with a full stop", _before_stop, Beginning("Position Summary. Keeps files.")),
    Way(
        "a known heading with a dash",
        _before_dash,
        Beginning("Duties – feeds the horses, cleans the stalls."),
    ),
    Way("a question", _question, Beginning("What will you do? Keep the files of the town.")),
    Way(
        "a heading that goes on with a list",
        _before_list,
        Beginning("ESSENTIAL DUTIES include the following. Other duties may be assigned."),
    ),
    Way(
        "a heading or a field in capitals",
        _in_capitals,
        Beginning("JOB SUMMARY  The clerk keeps the files of the whole town."),
    ),
    Way(
        "a heading before a sentence",
        _as_title,
        Beginning("Role Summary The clerk keeps files."),
    ),
    Way("a name that bold sets apart", _in_bold, Beginning("**Department** Roads")),
    Way("a field set apart by blanks", _in_column, Beginning("Department   Roads")),
)


def _is_empty(named: NamedRow) -> bool:
    return not named.value or not named.key or not named.key[0].isalnum()


def _is_figure(named: NamedRow) -> bool:
    """Say whether the colon is that of a time, a link or a ratio: no blank stands behind it."""
    value, key = named.value, named.key
    glued = key.isupper() and named.count > 1 and value[0].isdigit()  # "REQUIRED SKILLS:5 years"
    begins = value[0].isupper() or value[0] in '"“' or glued
    return named.end == named.rest and (not begins or key[-1].isdigit())


def _has_stop(named: NamedRow) -> bool:
    key = named.key
    key = key[4:] if key[:5].lower() in _SHORTENED else key  # "Min. quals:"
    return not _STOPS.isdisjoint(key) and not key.endswith(("No.", "#"))


_SHORTENED = frozenset({"min. ", "req. ", "gen. ", "ed. "})


def _seeks(named: NamedRow) -> bool:
    """Say whether it is wanted who is named behind the colon, and not what they must have."""
    return named.key.endswith(_WANTED) and (
        names_job(named.value) or ends_in_doer(named.value.partition(",")[0])
    )


_WANTED = ("wanted", "Wanted", "WANTED")
_LEADERS = pattern(r"(?:\. ?){4}")
_FROM_HOUR = pattern(r"(?i)\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b")
_STEP = pattern(r"(?i)(?:step|phase|stage|part)\s\d{1,2}")

NO_NAME: tuple[NameDecision, ...] = (
    Decision("nothing is named or said", _is_empty, Beginning("Grade:")),
    Decision(
        "it has the words of a sentence",
        lambda named: named.count > 9,
        Beginning("What the clerk of the town has to do is: files"),
    ),
    Decision("it is a time, a link or a ratio", _is_figure, Beginning("Monday 9:30 in the hall")),
    Decision("a sentence ends before the colon", _has_stop, Beginning("Done. Grade: 7")),
    Decision(
        "it is a table with leaders",
        lambda named: _LEADERS.search(named.value) is not None,
        Beginning("Weights:  Interview . . . . . . 100%"),
    ),
    Decision(
        "it is a step of several",
        lambda named: _STEP.fullmatch(named.key) is not None,
        Beginning("STEP 2: The clerk looks at the papers of all who applied."),
    ),
    Decision("it asks for somebody", _seeks, Beginning("Wanted: Farm Manager")),
    Decision(
        "it is an address",
        lambda named: named.value.startswith("//"),
        Beginning("Https: //hall.example"),
    ),
)


def _opens_duty(named: NamedRow) -> bool:
    """Say whether a label stands before a duty: "Files: keeps the files of the town"."""
    heads = named.match is not None and named.match.kind in _HEADS_NO_TOPIC
    return (
        named.section is SectionKind.DUTIES
        and not (named.key.isupper() or (named.known and heads))
        and opening_kind(named.value[:60]) is SectionKind.DUTIES
    )


# What parts of the work may be called is none of these.
_HEADS_NO_TOPIC = frozenset({SectionKind.DUTIES, SectionKind.QUALIFICATIONS, SectionKind.PREFERRED})
_SENTENCES = pattern(r"[a-z)][.;] +[A-Z]")
_LONG_TOPIC = 120


def _is_long(named: NamedRow) -> bool:
    """Say whether what is said is several sentences, a paragraph of its own."""
    value = named.value
    return len(value) >= _LONG_TOPIC and _SENTENCES.search(value) is not None


def _defines_skill(named: NamedRow) -> bool:
    """Say whether a row among others names a skill and says what it is: "Focus: Keeping at it"."""
    return (
        named.section in (SectionKind.KNOWLEDGE_SKILLS, SectionKind.QUALIFICATIONS)
        and named.title
        and named.count <= 6
        and not (named.match is not None and named.match.share >= 0.9 and named.match.weight > 5)
        and named.value.partition(" ")[0].endswith("ing")
    )


_FEW = 3


def _sorts(named: NamedRow) -> bool:
    """Say whether "Job Function: Archive" puts the post in a class, and states no duty."""
    value = named.value
    return (
        named.match is not None
        and named.match.kind is SectionKind.DUTIES
        and not named.key.lower().endswith("s")
        and value.count(" ") < _FEW
        and value[-1] not in ".;,"
        and is_title_case(value)
        and opening_kind(value) is not SectionKind.DUTIES
    )


def _names_led(key: str, value: str) -> bool:
    """Say whether "Responsible for: two clerks" names whom the post leads, and no work."""
    if key.lower() not in _OVER_LED or value.count(" ") > _FEW_WORDS + 2:
        return False
    words = stems(comparable(value))
    people = not _LED.isdisjoint(words) or not vocabulary().titles.isdisjoint(words)
    return people and opening_kind(value[:60]) is not SectionKind.DUTIES


_LED = frozenset({"none", "nil", "n", "staff", "team", "people", "employee", "report", "fte"})
_OVER_LED = frozenset({"responsible for", "accountable for"})


def _calls_post(named: NamedRow) -> bool:
    """Say whether "Job: Glazier" calls the post by its title, and heads nothing."""
    return (
        named.match is not None
        and named.match.kind is SectionKind.OVERVIEW
        and named.count <= _LABEL
        and not named.wordy
        and is_job_title(named.value)
    )


_LABEL = 2
_AMOUNT = pattern(r"(?:[A-Z]{2,3} ?)?[$£€] ?\d")


def _is_paid(named: NamedRow) -> bool:
    """Say whether an amount stands behind a word for pay, in one sentence or none."""
    value = named.value
    return (
        named.known
        and named.title
        and named.match is not None
        and named.match.kind is SectionKind.COMPENSATION
        and "BENEFIT" not in named.key.upper()
        and _AMOUNT.match(value) is not None
        and _SENTENCES.search(value) is None
    )


_HOURS = pattern(r"\d[\d.]*[+ %/-]")


def _is_term(named: NamedRow) -> bool:
    """Say whether a figure stands behind a word for hours or years: "Work Year: 10 months"."""
    match = named.match
    return (
        match is not None
        and named.known
        and named.title
        and match.kind in (SectionKind.WORKING_CONDITIONS, SectionKind.EDUCATION_EXPERIENCE)
        and not named.wordy
        and named.value.count(" ") <= _MOST_OF_A_TERM
        and _HOURS.match(named.value) is not None
    )


_MOST_OF_A_TERM = 3


def _heads(named: NamedRow) -> bool:
    # "Knowledge, skills and abilities: Thorough knowledge of": every word is a heading's.
    whole = named.match is not None and named.match.share >= (_WHOLE if named.alone else 1)
    return named.known and (
        named.title or named.bold or named.count <= 2 or whole or _governs(named.key, named.match)
    )


_WHOLE = 0.9
# So many blanks behind a colon set what follows apart in a column of its own; beyond these
# it stands at the other edge of the page, and is said of something else.
_COLUMN_GAP = range(3, 41)


def _is_beside(named: NamedRow) -> bool:
    """Say whether a short value stands in a column of its own, as those of a form do."""
    known = named.match is not None and named.match.kind in _BRIEF
    apart = named.rest - named.end in _COLUMN_GAP and named.key[0].isalpha()
    # What is said of applying may be the day until which it is possible.
    applying = named.match is not None and named.match.kind is SectionKind.HOW_TO_APPLY
    dated = applying and _DATED.search(named.value) is not None
    return known and apart and not (named.wordy or dated) and len(named.value) < _LONG_VALUE


_DATED = pattern(r"\d/\d|\b20\d\d\b")
_BRIEF = frozenset(
    {
        SectionKind.HOW_TO_APPLY,
        SectionKind.LICENCES,
        SectionKind.OTHER,
        SectionKind.OVERVIEW,
        SectionKind.SUPERVISION,
        SectionKind.WORKING_CONDITIONS,
    }
)


def _heads_prose(named: NamedRow) -> bool:
    capitals = named.key.isupper()
    above = named.alone and named.count < 5 and named.value[0].isupper()
    return named.wordy and (capitals or above)


NAMES: tuple[NameDecision, ...] = (
    Decision(
        "a known name and a short value",
        lambda named: named.name and not named.wordy,
        Beginning("Reports to: the Head of Roads"),
        RunIn.FIELD,
    ),
    Decision(
        "a known name that heads nothing",
        lambda named: named.name and (named.match is None or named.match.weight < 4),
        Beginning("Department: the one that keeps the files of the whole town in order."),
        RunIn.FIELD,
    ),
    Decision(
        "it begins with a small letter",
        lambda named: not (named.key[0].isupper() or named.key[0].isdigit()),
        Beginning("such as: files"),
    ),
    Decision(
        "a skill and what it means",
        _defines_skill,
        Beginning("Careful Duties: Doing what is asked.", SectionKind.KNOWLEDGE_SKILLS),
        RunIn.LABEL,
    ),
    Decision(
        "a topic before several sentences on it",
        lambda named: (
            _opens_duty(named)
            and named.match is None
            and named.title
            and named.alone
            and named.count <= 6
            and _is_long(named)
        ),
        Beginning(
            "Files: Keeps the files of the town and lends them to all who ask. Mends what is torn"
            " and binds what is loose. Answers the council when it asks for them.",
            SectionKind.DUTIES,
        ),
        RunIn.HEADING,
    ),
    Decision(
        "a label before a duty",
        lambda named: _opens_duty(named) and (named.title or named.count <= 4),
        Beginning("Files: Keeps the files of the town.", SectionKind.DUTIES),
        RunIn.LABEL,
    ),
    Decision(
        "a sentence before a duty",
        _opens_duty,
        Beginning("All that is done with files: Keeps them.", SectionKind.DUTIES),
    ),
    Decision(
        "a word of duties that sorts the post",
        _sorts,
        Beginning("Town Job Function: Archive"),
        RunIn.FIELD,
    ),
    Decision(
        "whom the post is responsible for",
        lambda named: _names_led(named.key, named.value),
        Beginning("Responsible for: two clerks and the hall's staff"),
        RunIn.FIELD,
    ),
    Decision(
        "a word for the post and what it is called",
        _calls_post,
        Beginning("Job: Glazier"),
        RunIn.FIELD,
    ),
    Decision(
        "a word for hours or years and how many",
        _is_term,
        Beginning("Years Experience: 5+ years"),
        RunIn.FIELD,
    ),
    Decision(
        "what has its hours",
        lambda named: _FROM_HOUR.match(named.value) is not None,
        Beginning("Shift 2: 1:30pm - 9:30pm"),
        RunIn.FIELD,
    ),
    Decision(
        "a word for pay and an amount",
        _is_paid,
        Beginning("Hourly Wage: $17.20 at the first of ten steps, and more for those who stay."),
        RunIn.FIELD,
    ),
    Decision(
        "a name in a column, and a short value beside it",
        _is_beside,
        Beginning("Certification:    Rolls and deeds"),
        RunIn.FIELD,
    ),
    Decision(
        "known words that head a section", _heads, Beginning("Duties: the files"), RunIn.HEADING
    ),
    Decision(
        "a known name, whatever it says",
        lambda named: named.name,
        Beginning("Length of work year: it is as long as the council of the town says."),
        RunIn.FIELD,
    ),
    Decision(
        "it is not set as a title",
        lambda named: not named.title or named.count > 6,
        Beginning("Of all files: the old ones"),
    ),
    Decision(
        "a name and a short value",
        lambda named: not named.wordy and len(named.value) < 80 and named.count <= 5,
        Beginning("Hall Key: the brass one"),
        RunIn.FIELD,
    ),
    Decision(
        "a heading run in before prose",
        _heads_prose,
        Beginning("Town Hall: The clerk keeps the files of the whole town in order."),
        RunIn.HEADING,
    ),
    Decision(
        "a label",
        lambda _: True,
        Beginning("Town Hall: The clerk keeps the files of the whole town.", alone=False),
        RunIn.LABEL,
    ),
)


def _governs(key: str, match: HeadingMatch | None) -> bool:
    """Say whether a key asks for what follows: "Thorough knowledge of", "Some skill in"."""
    return (
        match is not None
        and match.kind is SectionKind.KNOWLEDGE_SKILLS
        and key.endswith((" of", " to", " in"))
    )
