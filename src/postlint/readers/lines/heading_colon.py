"""Lines that end in a colon and are headings, or lead in no more than the next sentence."""

from __future__ import annotations

from postlint.document.kinds import SectionKind
from postlint.document.vocabulary import any_of
from postlint.readers.lines.heading_form import Example, LineDecision, as_sentence, as_title
from postlint.readers.lines.line import Line, Style
from postlint.text.decisions import Decision
from postlint.text.patterns import pattern

# Sentences that lead to something beside the posting, or address its reader.
_ASIDES = frozenset("For If Please Click See Note The These This A An All Any Our Your".split())


_ANNOUNCED = frozenset(
    {
        SectionKind.DUTIES,
        SectionKind.QUALIFICATIONS,
        SectionKind.KNOWLEDGE_SKILLS,
        SectionKind.EDUCATION_EXPERIENCE,
    }
)


_LEAD_IN_KINDS = _ANNOUNCED | {SectionKind.PREFERRED, SectionKind.BENEFITS}
# What a sentence that leads a list in ends with.
_LEADS_ON = (
    " following", " as follows", " include", " includes", " including", " to", " be", " have",
    " are", " is", " if you", " required", " needed", " bring", " brings", " along", " expect",
    " for", " you", " you’re", " you're", " will", " would", " shall", " must", " who", " get",
    " requires",
    " offer",
)  # fmt: skip


def _leads_in(line: Line) -> bool:
    """Say whether a sentence leads in the list below it: "An excellent candidate will be"."""
    return (
        line.around.bullet_below
        and not line.around.after_heading
        and line.match is not None
        and line.match.kind in _LEAD_IN_KINDS
        and line.match.weight >= 2
        and line.words.endswith(_LEADS_ON)
    )


def _heads_rows(line: Line) -> bool:
    """Say whether a line apart from what is above it heads the rows right under it.

    "Reasons to work with us", "By the end of your first year": what it says decides nothing,
    unless it speaks to an applicant or goes on in the rows.
    """
    words, around = line.words, line.around
    below = around.below
    return (
        not around.above
        and around.adjacent
        and not around.after_heading
        and not around.questionnaire
        and line.count <= _MOST_OF_A_HEAD
        and below[0].isupper()
        and (around.bullet_below or (len(below) < _LONGEST_ROW and ":" not in below))
        and words.rpartition(" ")[2] not in _GOES_ON
        and _BEGINS_SENTENCE.isdisjoint(words.lower().replace(",", "").split())
        and words.partition(" ")[0] not in _POINTS
        and ":" not in words
    )


_MOST_OF_A_HEAD, _LONGEST_ROW = 12, 140
_GOES_ON = frozenset(
    "to at by of in on with for and or is are be include includes including via from".split()
)
_BEGINS_SENTENCE = frozenset(
    "please note see click send submit apply mail contact call email visit link website questions"
    " following".split()
)
_POINTS = frozenset({"For", "These", "This", "If"})
_FEW_WORDS = 8
# "For more information:", "These are:": what leads to the next line and heads none.
_REFERS = pattern(rf"(?:I|These|This)\b|(?:For|If)\b.*,|For (?:{any_of('refers_to')})\b")
# What a sentence that leads in a list of duties begins with.
_OPENS_LIST = (
    "Duties ", "Responsibilities ", "Essential ", "Specific ", "Typical ", "Major ", "Key ",
    "Primary ", "Job duties ", "Other duties ", "Your duties ", "Your responsibilities ",
)  # fmt: skip


# What a sentence ends with that announces tasks, whatever it begins with.
_TASKS = (" you will typically be responsible for", " you will be responsible for", " you will do")


def _announces(line: Line) -> bool:
    """Say whether a sentence says what list follows: "The job has the following duties"."""
    words, match = line.words, line.match
    if match is None or match.kind not in _ANNOUNCED or match.weight < 2:
        return False
    if words.endswith(_TASKS):
        return True
    opens = words.startswith(("The ", "This ", *_OPENS_LIST))
    return opens and (
        " following" in words
        or words.endswith(
            (" as follows", " include", " includes", " limited to", " responsible for")
        )
    )


def _leads_aside(line: Line) -> bool:
    """Say whether it goes on with what is above, or speaks of something beside the posting."""
    aside = line.around.after_heading or line.count > 14 or line.words.split(" ", 1)[0] in _ASIDES
    return aside and not _announces(line)


def _heads_surely(line: Line) -> bool:
    """Say whether what it says heads a section: "The ideal candidate will have"."""
    match = line.match
    if match is None or line.count > 10:
        return False
    return _heads_list(line) or (match.weight >= 6 and match.share >= 0.5)


def _heads_list(line: Line) -> bool:
    """Say whether known words alone stand over a list: "You will"."""
    match = line.match
    whole = match is not None and match.share >= _WHOLE and match.weight >= _TELLING
    return whole and line.around.bullet_below


_WHOLE, _TELLING = 0.9, 4


def _asks_reader(line: Line) -> bool:
    words = line.words
    return "please" in words or words.startswith("Please") or " may be sent" in words


COLON: tuple[LineDecision, ...] = (
    Decision("it is set in bold", lambda line: line.bold, Example("**of all papers:**"), as_title),
    Decision(
        "it is set as a title",
        lambda line: line.title and line.count <= 9,
        Example("Town Hall Papers:"),
        as_title,
    ),
    Decision(
        "it leads in the list below it",
        _leads_in,
        Example("Your qualifications include:", below="- five years of filing"),
        as_sentence,
    ),
    Decision(
        "it is set as the document's headings are",
        lambda line: (
            line.around.alike is not None
            and line.count <= _FEW_WORDS
            and _REFERS.match(line.words) is None
            and not _asks_reader(line)
        ),
        Example("The papers we keep:", alike=Style.TITLE),
        lambda line: line.around.alike or Style.SENTENCE,
    ),
    Decision(
        "it leads aside, over rows of their own",
        lambda line: _leads_aside(line) and not _heads_surely(line) and _heads_rows(line),
        Example("Our reasons to keep papers:", below="They are old"),
        as_sentence,
    ),
    Decision(
        "it leads aside",
        lambda line: _leads_aside(line) and not _heads_surely(line),
        Example("The clerk keeps all of these:", above="Roads."),
    ),
    Decision(
        "it goes on with the heading above it",
        lambda line: line.around.after_heading and _leads_aside(line) and not _heads_list(line),
        Example("What you will bring to it:", after_heading=True),
    ),
    Decision(
        "it asks something of its reader",
        _asks_reader,
        Example("Papers and letters may be sent to:"),
    ),
    Decision(
        "it announces what follows",
        lambda line: _announces(line) and not line.around.above,
        Example("The clerk of this town has the following duties:"),
        as_sentence,
    ),
    Decision(
        "it has few words, or known ones",
        lambda line: line.count <= 4 or (line.known(0.4) and line.count <= 10),
        Example("Of all papers:"),
        lambda line: Style.TITLE if line.count <= 5 else Style.SENTENCE,
    ),
    Decision(
        "it says what heads a section, among other words",
        lambda line: line.match is not None and line.match.weight >= 6 and line.known(0.2),
        Example("In town halls as old as ours the minimum qualifications are these:"),
        as_sentence,
    ),
    Decision(
        "it heads the rows below it",
        _heads_rows,
        Example("By the end of your first year:", below="You know every paper"),
        as_sentence,
    ),
)
