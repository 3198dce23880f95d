"""Lines in capitals that are headings, or the job's name, a motto, a row of a list."""

from __future__ import annotations

from postlint.document.titles import is_job_title, names_job
from postlint.readers.lines.heading_form import Example, LineDecision
from postlint.readers.lines.line import Line, Style, heads_section
from postlint.text.decisions import Decision
from postlint.text.patterns import pattern

_EMPLOYER = pattern(r"(?i)\b(?:opportunity|action|eeo)\b.*\bemployer$")
_MOST_WORDS, _MOST_UNKNOWN = 12, 8
_LONG_PROSE, _PROSE = 60, 45
_SHORT_ROW = 50


def _as_capitals(_: Line) -> Style:
    return Style.CAPITALS


# "OPEN UNTIL FILLED" is said, and heads nothing.
_CLOSES = pattern(
    r"(?i)\b(?:open|posted|continuous) until\b|\breviews? (?:of applications )?begins?\b"
    r"|\buntil (?:filled|further notice)\b"
)


def _says_little(line: Line) -> bool:
    return sum(map(str.isalpha, line.words)) < 4 or line.count > _MOST_WORDS


def _states_itself(line: Line) -> bool:
    if line.colon:
        return False
    short = len(line.around.below) < _LONG_PROSE
    return (short and _EMPLOYER.search(line.words) is not None) or (
        _CLOSES.search(line.words) is not None
    )


def _is_prose(below: str) -> bool:
    return len(below) > _LONG_PROSE or (len(below) > _PROSE and not below.isupper())


def _among_capitals(line: Line) -> bool:
    above = line.around.above
    return above.isupper() and above[-1] != ":"


def _decides(line: Line) -> bool:
    words = line.words
    # "PRIORITIES FOR THE FIRST 18 MONTHS" heads the list below it, whatever its figure.
    figured = not line.around.bullet_below and any(map(str.isdigit, words))
    return line.count > _MOST_UNKNOWN or "PLEASE" in words or figured


# "TOWN OF ELK – POSITION DESCRIPTION" says whose paper it is and what kind of paper.
_LETTERHEAD = pattern(
    r".{4,60} [-–—|:] (?:JOB|POSITION|CLASS|ROLE)? ?(?:DESCRIPTION|POSTING|ANNOUNCEMENT|VACANCY)\Z"
)


def _in_list(line: Line) -> bool:
    above = line.around.above
    if not above or line.around.after_heading:
        return False
    return above.isupper() or (len(above) < _SHORT_ROW and above[-1] not in ".:!?)")


def _names_job(line: Line) -> bool:
    words = line.words
    return names_job(words.rsplit(" ", 1)[-1]) or (" OF " in words and names_job(words))


def _over_words(line: Line) -> bool:
    below = line.around.below
    return line.count > 1 and (len(below) > _PROSE or below[-1] == ":")


def _over_capitals(line: Line) -> bool:
    below = line.around.below
    return _over_words(line) and below.isupper() and not heads_section(below)


CAPITALS: tuple[LineDecision, ...] = (
    Decision("it has few letters or many words", _says_little, Example("R & D")),
    Decision(
        "a questionnaire asks",
        lambda line: line.around.questionnaire and not line.known(0.9),
        Example("TOWN HALL PAPERS", questionnaire=True),
    ),
    Decision(
        "it is the employer's statement itself, or says until when to apply",
        _states_itself,
        Example("AN EQUAL OPPORTUNITY EMPLOYER", below="Roads"),
    ),
    Decision(
        "a colon says that more comes", lambda line: line.colon, Example("PAPERS:"), _as_capitals
    ),
    Decision(
        "it says whose paper it is, and of what kind",
        lambda line: _LETTERHEAD.match(line.words) is not None,
        Example("TOWN OF ELK – POSITION DESCRIPTION"),
    ),
    Decision(
        "known words over prose",
        lambda line: line.known(0.9) and _is_prose(line.around.below),
        Example("QUALIFICATIONS", above="TOWN HALL"),
        _as_capitals,
    ),
    Decision(
        "known words in a row with other capitals",
        lambda line: line.known(0.5) and _among_capitals(line),
        Example("BENEFITS", above="TOWN HALL", below="Roads"),
    ),
    Decision(
        "known words",
        lambda line: line.known(0.5),
        Example("BENEFITS", below="Roads"),
        _as_capitals,
    ),
    Decision(
        "it is a sentence, asks for something or has a number",
        _decides,
        Example("PLEASE ASK THE CLERK"),
    ),
    Decision(
        "it is set as the document's headings are",
        lambda line: line.around.alike is not None and not is_job_title(line.words),
        Example("TOWN HALL", alike=Style.CAPITALS),
        _as_capitals,
    ),
    Decision(
        "it is cut out of a line, or no title or known heading stands above",
        lambda line: line.around.piece or not line.around.headed,
        Example("TOWN HALL PAPERS", headed=False),
    ),
    Decision("it stands in a list of rows", _in_list, Example("TOWN HALL", above="Roads")),
    Decision(
        "it stands over a list",
        lambda line: line.around.bullet_below,
        Example("TOWN HALL PAPERS", below="- keeps files"),
        _as_capitals,
    ),
    Decision("it names the job again", _names_job, Example("TOWN HALL MANAGER")),
    Decision(
        "it stands over capitals that head nothing",
        _over_capitals,
        Example("TOWN HALL PAPERS", below="THE CLERK OF THE TOWN KEEPS THEM ALL IN ITS HALL"),
    ),
    Decision("it stands over prose", _over_words, Example("TOWN HALL PAPERS"), _as_capitals),
    Decision(
        "it stands over another heading",
        lambda line: line.count > 1 and heads_section(line.around.below),
        Example("TOWN HALL PAPERS", below="Education"),
        _as_capitals,
    ),
)
