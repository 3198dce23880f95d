"""Lines neither in capitals nor with a colon that are headings by their words and place."""

from __future__ import annotations

from postlint.document.headings import heading_match
from postlint.document.job_title import is_organisation
from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.document.labels import is_field_name
from postlint.document.openings import is_duty_verb, is_plain_verb, opening_kind
from postlint.document.titles import is_job_title, names_job
from postlint.document.vocabulary import any_of
from postlint.readers.lines.heading_form import (
    MOST_WORDS,
    Example,
    LineDecision,
    as_sentence,
    as_title,
)
from postlint.readers.lines.line import (
    Line,
    Style,
    asks_reader,
    bare,
    heads_section,
    is_title_case,
)
from postlint.text.decisions import Decision
from postlint.text.patterns import pattern

# Words that a heading does not end with, unless a colon says more comes.
_UNFINISHED = frozenset(
    {"a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with", "Of"}
)


def _as_set(line: Line) -> Style:
    return Style.TITLE if line.title or line.count <= 3 else Style.SENTENCE


def _exact(line: Line) -> bool:
    return line.known(0.9)


def _known(line: Line) -> bool:
    return line.known(0.5) or (line.count <= 4 and line.known(0.34))


def _over_prose(line: Line) -> bool:
    below = line.around.below
    return line.around.bullet_below or len(below) >= 60 or (len(below) >= 40 and below[-1] in ".:")


def _in_list(line: Line) -> bool:
    above = line.around.above
    return bool(above) and not line.around.after_heading and above[-1] not in ".:!?)"


def _known_piece(line: Line) -> bool:
    sure = line.match is not None and line.match.weight >= 4 and line.count <= 3
    return line.around.piece and _exact(line) and line.count < 6 and (line.title or sure)


def _article(line: Line) -> bool:
    if line.words.split(" ", 1)[0] not in ("A", "An"):
        return False
    # "A typical day" heads a list, and "A degree" over "- A licence" is one of it.
    heads_list = line.around.bullet_below and not (line.match and line.match.kind in REQUIREMENTS)
    return not (_exact(line) and line.count < 4 and (line.title or heads_list))


def _breaks_off(line: Line) -> bool:
    end = line.words[line.words.rfind(" ") + 1 :]
    goes_on = line.around.alike is not None and line.around.bullet_below
    clause = line.words.startswith(_CLAUSES) or _SPOKEN_TO.search(line.words) is not None
    clause = clause or goes_on
    return end in _UNFINISHED and not (end in _WITH_VERBS and clause)


def _unfinished(line: Line) -> bool:
    end = line.words[line.words.rfind(" ") + 1 :]
    if end not in _UNFINISHED:
        return False
    # "Where you come in", "What you will take on": the verb has its preposition with it.
    few = line.count < 4 and end in ("of", "to", "in")
    clause = end in _WITH_VERBS and _SPOKEN_TO.search(line.words) is not None
    return not (_exact(line) and (few or clause))


_SPOKEN_TO = pattern(r"(?i)\b(?:you|we|candidates?|applicants?|employees) ")
_WITH_VERBS = frozenset({"in", "on", "for", "to", "with", "at"})


def _states(line: Line) -> bool:
    if line.words.startswith("Please ") and line.count > 2:
        return True
    if _exact(line) or line.title or opening_kind(line.words) is None:
        return False
    # "Training of staff", over a paragraph, names what it is about.
    return not (line.words.split(" ", 2)[1:2] == ["of"] and _topic_of_prose(line))


# Below a row of a list stands another row, and below a heading what it heads.
_LONG_PROSE = 80


def _known_row(line: Line) -> bool:
    return (
        _known(line)
        and _in_list(line)
        and (not line.title or (len(line.around.above) < 60 and not _exact(line)))
        and not (_exact(line) and len(line.around.below) >= _LONG_PROSE)
    )


def _known_row_apart(line: Line) -> bool:
    return (
        _known(line)
        and _in_list(line)
        and len(line.around.above) < 60
        and not line.around.adjacent
        and not (_exact(line) and len(line.around.below) >= 60)
    )


# Words that head sections alone, and say little beside others.
_ALONE = frozenset({"Responsibilities", "Requirements"})
_SURE, _STOPS = 6, frozenset(".!?")


def _known_directly_over(line: Line) -> bool:
    above, below = line.around.above, line.around.below
    among_rows = len(above) < 45 and len(below) < 45 and is_title_case(above)
    set_apart = line.title or (
        line.match is not None and line.match.weight >= _SURE and above[-1:] in _STOPS
    )
    return (
        _exact(line)
        and set_apart
        and line.match is not None
        and (line.match.weight >= 3 or line.words in _ALONE)
        and line.around.adjacent
        and not (_in_list(line) and among_rows)
    )


def _names_in_column(line: Line) -> bool:
    """Say whether a word stands over other words alone, right under what heads them all."""
    below = line.around.below
    return (
        line.around.after_heading
        and line.around.adjacent
        and (line.count == 1 and below.isalpha() and below[0].isupper())
    )


_WRAPPERS = frozenset(
    {SectionKind.OVERVIEW, SectionKind.QUALIFICATIONS, SectionKind.DUTIES, SectionKind.OTHER}
)


def _in_stack(line: Line) -> bool:
    """Say whether a name stands in a column of names that a form left blank."""
    around, match = line.around, line.match
    if line.count > 2 or match is None or match.kind in _WRAPPERS:
        return False
    if around.bullet_below or not around.adjacent:
        return False
    return _heads_otherwise(around.below, match.kind) or (
        len(around.below) < _SHORT_NAME and _heads_otherwise(around.above, match.kind)
    )


_SHORT_NAME = 20


def _heads_otherwise(text: str, kind: SectionKind) -> bool:
    match = (
        heading_match(bare(text)) if 0 < len(text) < _SHORT_NAME and text[-1] not in ":.;" else None
    )
    return match is not None and match.share >= 0.9 and match.kind not in (kind, *_WRAPPERS)


_SHORT_PROSE, _FEW_BLANKS = 60, 8


def _known_alone(line: Line) -> bool:
    above = line.around.above
    apart = not above or (above[-1] in ".!?" and not line.around.adjacent)
    known = line.match is not None and line.match.weight >= 4
    whole = known and line.count > 1 and not above and line.around.headed
    # A field's value is a few words, and no prose.
    prose = len(line.around.below) >= _SHORT_PROSE and line.around.below.count(" ") > _FEW_BLANKS
    names = is_field_name(line.words) and not (prose and known and line.count > 1)
    return _exact(line) and (line.title or whole) and not names and apart


_MOST_OF_A_TOPIC = 5
# What the names of fields of work end with: "Leadership", "Planning".
_OF_A_TOPIC = ("ship", "ment", "tion", "sion", "ing", "ance", "ity")


def _topic_of_prose(line: Line) -> bool:
    """Say whether a few words stand right over the first line of a paragraph, and end nothing."""
    around = line.around
    topic = not around.above and line.count == 1 and line.words.endswith(_OF_A_TOPIC)
    return (
        (topic or (1 < line.count <= _MOST_OF_A_TOPIC and (not line.title or line.known(0.34))))
        and around.headed
        and around.adjacent
        and not around.after_heading
        and not around.bullet_below
        and (not around.above or around.above[-1] in ".!?")
        and len(around.below) >= 60
        and around.below[0].isupper()
        and line.text[-1].isalpha()
        and not is_field_name(line.words)
    )


def _apart_over_list(line: Line) -> bool:
    """Say whether a few words stand between a blank row and a list, and end nothing."""
    around = line.around
    return (
        around.bullet_below
        and len(around.below) > _LONE_SIGN
        and around.headed
        and not around.above
        and (1 if around.alike is not None else 2) <= line.count <= _FEW_WORDS
        and line.text[-1].isalpha()
        and _names(line)
    )


def _set_as_headings(line: Line) -> bool:
    """Say whether it is set as the document's headings are, and states nothing itself."""
    # "A résumé", "An ear for pitch" are rows of a list, where none is under them.
    row = line.words.startswith(("A ", "An ")) and not line.around.bullet_below
    return line.around.alike is not None and line.text[-1] != ")" and not row and _names(line)


def _as_headings(line: Line) -> Style:
    as_any = line.around.alike is None or line.title or _known(line)
    return _as_set(line) if as_any else line.around.alike or Style.SENTENCE


def _names(line: Line) -> bool:
    """Say whether words may be a name, and are none of a field, a job or an employer."""
    words = line.words
    return not (
        is_field_name(words)
        or is_job_title(words)
        or _breaks_off(line)
        or words.startswith(_COUNTED)
        or _governs_object(line)
        or is_organisation(words)
    )


def _governs_object(line: Line) -> bool:
    """Say whether a verb and its object are a statement: "Keeps the files" and not "Keeping files".

    Two nouns may be verbs as well: "Visits and reports".
    """
    if line.title or _exact(line) or opening_kind(line.words) is None:
        return False
    first, *rest = line.words.split(" ")
    alike = line.around.alike is not None and line.count <= _FEW_NOUNS
    noun = alike or (is_duty_verb(first) and not is_plain_verb(first))
    if first.endswith("ing") or (noun and rest[:1] and rest[0] in _PREPOSITIONS):
        return False
    # "Twice a day": what governs its noun is a verb, among headings too.
    object_ = not _OBJECT.isdisjoint(rest[:-1]) and not (alike and not is_duty_verb(first))
    return line.count > _FEW_NOUNS or object_


# What rows of a list begin with, and steps: "Some knowledge of maps", "Before you begin".
_COUNTED = (
    "Before you ",
    "After you ",
    "Please ",
    "I ",
    "Some ",
    "Many ",
    "All ",
    "Any ",
    "No ",
    "Each ",
)
_FEW_WORDS, _LONE_SIGN, _FEW_NOUNS = 8, 2, 4
_PREPOSITIONS = frozenset("at for in of on to with".split())
_OBJECT = frozenset("a all an any as each for other our the their this to with your".split())


def _topic_of_list(line: Line) -> bool:
    """Say whether a few words stand right over a list, and right below a heading."""
    around = line.around
    return (
        around.bullet_below
        and around.adjacent
        and around.after_heading
        and 1 < line.count <= _MOST_OF_A_TOPIC
        and line.text[-1].isalpha()
        and not is_field_name(line.words)
    )


_QUALIFIED = pattern(rf"(?i)\w: (?:{any_of('qualifies_heading')})\Z")
# What begins a clause that has its preposition with it: "Must be able to".
_CLAUSES = ("Must ", "Should ", "Will ", "What ", "Who ", "How ", "Where ")
_QUESTIONS = ("Why ", "What ", "Who ", "How ", "Where ")


def _asks_without_sign(line: Line) -> bool:
    return line.words.startswith(_QUESTIONS) and line.title and line.count > 2 and _over_prose(line)


def _names_job_again(line: Line) -> bool:
    last = line.words.rsplit(" ", 1)[-1]
    return not line.around.bullet_below and names_job(last) and opening_kind(line.words) is None


def _under_short_row(line: Line) -> bool:
    around = line.around
    short = bool(around.above) and len(around.above) < 60
    return short and not around.bullet_below and not around.after_heading


WORDS: tuple[LineDecision, ...] = (
    Decision(
        "known words cut out of a line",
        _known_piece,
        Example("Minimum Qualifications", piece=True),
        as_title,
    ),
    Decision(
        "other words cut out of a line",
        lambda line: line.around.piece,
        Example("Town Hall Papers", piece=True),
    ),
    Decision(
        "a questionnaire asks",
        lambda line: line.around.questionnaire,
        Example("Duties", questionnaire=True),
    ),
    Decision("it stands in brackets", lambda line: line.text[0] == "(", Example("(Duties)")),
    Decision(
        "known words, and which of what they are about it has",
        lambda line: _QUALIFIED.search(line.words) and _known(line) and _over_prose(line),
        Example("Qualifications: Preferred"),
        as_title,
    ),
    Decision(
        "it is a name and a value",
        lambda line: ": " in line.words,
        Example("Duties: the files"),
    ),
    Decision(
        "it is set in bold",
        lambda line: line.bold and line.count <= 9 and line.text[-1] in "*_",
        Example("**Town Hall Papers**"),
        as_title,
    ),
    Decision(
        "it asks the applicant",
        lambda line: line.text[-1] == "?" and not asks_reader(line),
        Example("How many years have you worked?"),
    ),
    Decision(
        "it asks for its reader",
        lambda line: line.text[-1] == "?",
        Example("What will you do?"),
        as_sentence,
    ),
    Decision(
        "it has the words of a sentence",
        lambda line: line.count > MOST_WORDS,
        Example("Duties of the clerk in the hall of the town (daily)"),
    ),
    Decision(
        "a few words apart over a list",
        lambda line: not _known(line) and _apart_over_list(line),
        Example("Papers of the town", below="- Deeds", adjacent=False),
        as_sentence,
    ),
    Decision(
        "it is set as the document's headings are",
        _set_as_headings,
        Example("Papers and the town", alike=Style.TITLE),
        _as_headings,
    ),
    Decision("it begins with an article", _article, Example("A duty")),
    Decision("it ends in mid-phrase", _unfinished, Example("Duties of the")),
    Decision("it opens as a statement does", _states, Example("Keeps files")),
    Decision(
        "it asks for its reader without a sign",
        _asks_without_sign,
        Example("Why You Should Join Us", above="Roads office"),
        as_title,
    ),
    Decision(
        "known words in a list of rows",
        _known_row,
        Example("Benefits office", above="Roads office"),
    ),
    Decision(
        "known words in a list, apart from what is below",
        _known_row_apart,
        Example("Benefits", above="Roads", below="Bridges", adjacent=False),
    ),
    Decision(
        "a name in a column of names without values",
        _in_stack,
        Example("Education", below="Salary"),
    ),
    Decision(
        "known words over prose or a list",
        lambda line: _known(line) and _over_prose(line),
        Example("Duties"),
        _as_set,
    ),
    Decision(
        "known words over another heading",
        lambda line: _known(line) and heads_section(line.around.below),
        Example("Qualifications", below="Education"),
        _as_set,
    ),
    Decision(
        "one word over others in a column of them",
        _names_in_column,
        Example("Accountability", below="Integrity", after_heading=True),
    ),
    Decision(
        "known words directly over anything",
        _known_directly_over,
        Example("Essential Duties", below="Files papers"),
        _as_set,
    ),
    Decision(
        "known words that stand alone",
        _known_alone,
        Example("Benefits", below="Roads", adjacent=False),
        _as_set,
    ),
    Decision("known words that head nothing", _known, Example("Benefits office", below="Roads")),
    Decision(
        "a few words right over a paragraph",
        _topic_of_prose,
        Example("Town hall papers"),
        lambda line: Style.TITLE if line.title else Style.SENTENCE,
    ),
    Decision(
        "a few words between a heading and a list",
        _topic_of_list,
        Example("Town hall papers", "The town", "- keeps files", after_heading=True),
        as_sentence,
    ),
    Decision(
        "it is not set as a title",
        lambda line: not line.title,
        Example("Town hall papers", adjacent=False),
    ),
    Decision(
        "nothing is below that a heading stands over",
        lambda line: not _over_prose(line),
        Example("Town Hall Papers", below="Roads"),
    ),
    Decision(
        "it has a number in it",
        lambda line: any(map(str.isdigit, line.words)),
        Example("Town Hall 2"),
    ),
    Decision(
        "it names a field",
        lambda line: is_field_name(line.words),
        Example("Position Number"),
    ),
    Decision(
        "no title or known heading stands above",
        lambda line: not line.around.headed,
        Example("Town Hall Papers", headed=False),
    ),
    Decision("it stands in a list of rows", _in_list, Example("Town Hall Papers", above="Roads")),
    Decision(
        "one word over prose",
        lambda line: line.count < 2 and not line.around.bullet_below,
        Example("Papers"),
    ),
    Decision("it names the job again", _names_job_again, Example("Town Hall Manager")),
    Decision(
        "a short row is above it",
        _under_short_row,
        Example("Town Hall Papers", above="The town hall."),
    ),
    Decision(
        "it is set as a title over prose", lambda _: True, Example("Town Hall Papers"), as_title
    ),
)
