"""Whether a row is a heading, and how loudly it says so.

Evidence, in order of force: drawn or bold dress, capitals, a colon at the end,
words known to head sections, title case, a blank row before, a list or a
paragraph after. A row that continues the sentence above it is never one.
"""

from __future__ import annotations

from postlint.document.headings import HeadingMatch
from postlint.document.kinds import SectionKind
from postlint.document.titles import names_job
from postlint.readers.plain.heading_tests import FORM, PLAIN, first_that_holds
from postlint.readers.plain.headings import (
    LONGEST,
    Around,
    Heading,
    Line,
    Style,
    heads_section,
    is_title_case,
    telling,
)
from postlint.text.patterns import pattern

_EMPLOYER = pattern(r"(?i)\b(?:opportunity|action|eeo)\b.*\bemployer$")
# Sentences that lead to something beside the posting, or address its reader.
_ASIDES = frozenset(
    {
        "For",
        "If",
        "Please",
        "Click",
        "See",
        "Note",
        "The",
        "These",
        "This",
        "A",
        "An",
        "All",
        "Any",
        "Our",
        "Your",
    }
)


def judge(text: str, around: Around) -> Heading | None:
    """Return what a row is as a heading, or `None` where it is none."""
    if len(text) > LONGEST:
        return None
    line = Line(text, around)
    if first_that_holds(FORM, line) is not None:
        return None
    line.look_up()
    if line.capitals:
        return _capitals(line.words, line.colon, line.count, line.match, around)
    if line.colon:
        return _colon(line.words, line.count, line.match, around, bold=line.bold)
    decides = first_that_holds(PLAIN, line)
    if decides is None or decides.style is None:
        return None
    return Heading(decides.style(line), False, line.match)


def _capitals(
    words: str, colon: bool, count: int, match: HeadingMatch | None, around: Around
) -> Heading | None:
    if sum(map(str.isalpha, words)) < 4 or count > 12:
        return None
    heading = Heading(Style.CAPITALS, colon, match)
    if around.asked and not telling(match, 0.9):
        return None
    above = around.above
    if not colon and len(around.below) < 60 and _EMPLOYER.search(words):
        return None  # "WE ARE AN EQUAL OPPORTUNITY EMPLOYER" is the statement itself
    if colon or telling(match, 0.5):
        if not colon and match is not None and match.share >= 0.9 and len(around.below) > 60:
            return heading
        return heading if colon or not above.isupper() or above[-1] == ":" else None
    if count > 8 or "PLEASE" in words or any(map(str.isdigit, words)):
        return None
    if around.piece or not around.headed:
        return None
    if (
        above
        and not around.after_heading
        and (above.isupper() or (len(above) < 50 and above[-1] not in ".:!?)"))
    ):
        return None
    below = around.below
    if around.bullet_below:
        return heading
    if names_job(words.rsplit(" ", 1)[-1]) or (" OF " in words and names_job(words)):
        return None  # the job's name once more
    if count > 1 and (len(below) > 45 or below[-1] == ":"):
        return heading if not below.isupper() or heads_section(below) else None
    return heading if heads_section(below) and count > 1 else None


def _colon(
    words: str, count: int, match: HeadingMatch | None, around: Around, *, bold: bool
) -> Heading | None:
    if bold:
        return Heading(Style.TITLE, True, match)
    title = is_title_case(words)
    if title and count <= 9:
        return Heading(Style.TITLE, True, match)
    if _leads_in(words, match, around):
        return Heading(Style.SENTENCE, True, match)
    rows = _heads_rows(words, count, around)
    if (around.after_heading or count > 14 or words.split(" ", 1)[0] in _ASIDES) and not _announces(
        words, match
    ):
        # "The ideal candidate will have:" heads a section, "The following:" does not.
        if not (match is not None and match.weight >= 6 and match.share >= 0.5 and count <= 10):
            return Heading(Style.SENTENCE, True, match) if rows else None
        if around.after_heading:
            return None
    if "please" in words or words.startswith("Please") or " may be sent" in words:
        return None
    if _announces(words, match) and not around.above:
        return Heading(Style.SENTENCE, True, match)
    if count <= 4 or (telling(match, 0.4) and count <= 10):
        return Heading(Style.TITLE if count <= 5 else Style.SENTENCE, True, match)
    if match is not None and match.weight >= 6 and match.share >= 0.2:
        return Heading(Style.SENTENCE, True, match)
    return Heading(Style.SENTENCE, True, match) if rows else None


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
    " are", " is", " if you", " required", " needed", " bring", " for", " you", " will", " must",
)  # fmt: skip


def _leads_in(words: str, match: HeadingMatch | None, around: Around) -> bool:
    """Say whether a sentence leads in the list below it: "An excellent candidate will be"."""
    return (
        around.bullet_below
        and not around.after_heading
        and match is not None
        and match.kind in _LEAD_IN_KINDS
        and match.weight >= 2
        and words.endswith(_LEADS_ON)
    )


def _heads_rows(words: str, count: int, around: Around) -> bool:
    """Say whether a line apart from what is above it heads the rows right under it.

    "Reasons to work with us", "By the end of your first year": what it says decides nothing,
    unless it speaks to an applicant or goes on in the rows.
    """
    below = around.below
    return (
        not around.above
        and around.adjacent
        and not around.after_heading
        and not around.asked
        and count <= _MOST_OF_A_HEAD
        and below[0].isupper()
        and (around.bullet_below or (len(below) < _LONGEST_ROW and ":" not in below))
        and words.rpartition(" ")[2] not in _GOES_ON
        and _TELLS.isdisjoint(words.lower().replace(",", "").split())
        and words.partition(" ")[0] not in _POINTS
        and ":" not in words
    )


_MOST_OF_A_HEAD, _LONGEST_ROW = 12, 140
_GOES_ON = frozenset(
    "to at by of in on with for and or is are be include includes including via from".split()
)
_TELLS = frozenset(
    "please note see click send submit apply mail contact call email visit link website questions"
    " following".split()
)
_POINTS = frozenset({"For", "These", "This", "If"})
# What a sentence that leads in a list of duties begins with.
_OPENS_LIST = (
    "Duties ", "Responsibilities ", "Essential ", "Specific ", "Typical ", "Major ", "Key ",
    "Primary ", "Job duties ", "Other duties ", "Your duties ", "Your responsibilities ",
)  # fmt: skip


# What a sentence ends with that announces tasks, whatever it begins with.
_TASKS = (" you will typically be responsible for", " you will be responsible for", " you will do")


def _announces(words: str, match: HeadingMatch | None) -> bool:
    """Say whether a sentence says what list follows: "The job has the following duties"."""
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
