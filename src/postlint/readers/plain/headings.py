"""Whether a row is a heading, and how loudly it says so.

Evidence, in order of force: drawn or bold dress, capitals, a colon at the end,
words known to head sections, title case, a blank row before, a list or a
paragraph after. A row that continues the sentence above it is never one.
"""

# No postponed annotations: a named tuple compiles each that is a text, at every start.

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from postlint.document.headings import HeadingMatch, heading_match
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.document.openings import opening_kind
from postlint.document.titles import names_job
from postlint.text.patterns import pattern


class Style(IntEnum):
    """How a heading is set, the loudest first. What is set more quietly nests."""

    BANNER = 0
    CAPITALS = 1
    TITLE = 2
    SENTENCE = 3
    RUN_IN = 4


class Heading(NamedTuple):
    """What the row says as a heading."""

    style: Style
    colon: bool
    match: HeadingMatch | None


class Around(NamedTuple):
    """What stands around a row.

    `above` is the row directly above, "" where that is blank; `below` the next
    row with words, and `adjacent` says whether it stands directly below.
    `headed` says that a title or a known heading stands somewhere above, `piece`
    that the row is cut out of a line, `asked` that a questionnaire has begun.
    """

    above: str
    below: str
    adjacent: bool
    after_heading: bool
    bullet_below: bool
    headed: bool
    piece: bool
    asked: bool


_LONGEST = 110
# What is set as any other row is no longer, where it is a heading.
_MOST_WORDS = 9
# "Job No." may be a field's key, and longer ones have no full stop.
_LONGEST_KEY = 46
_DRESS = "*_ \t\xa0"
_ASKS = ("What", "Who", "Why", "Where", "How", "When", "WHAT", "WHO", "WHY", "WHERE", "HOW", "WHEN")
_ASKS_APPLICANT = pattern(
    r"(?i)how (?:many|much|often|long)\b|what (?:is|are|was) your\b|.*\b(?:did|do|have|are) you\b"
)
# What stands over rows with dotted leaders is a table's head.
_LEADERS = ". . . ."
_EMPLOYER = pattern(r"(?i)\b(?:opportunity|action|eeo)\b.*\bemployer$")
_DAY = pattern(r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b")
_NUMBER = pattern(r"\d{3,}")
_SITE = pattern(r"https?:|www\.|\.(?:com|org|gov|edu)\b")
_MINOR = frozenset(
    """
    a an and as at but by for from in into is it its nor of on or our per that the their to up via
    with you your
    """.split()
)
# Words that a heading does not end with, unless a colon says more comes.
_UNFINISHED = frozenset(
    {"a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with", "Of"}
)
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


def bare(text: str) -> str:
    """Return a heading's words without emphasis, colon and footnote star."""
    return text.strip(_DRESS).rstrip(":*-–— \t\xa0")


@lru_cache(maxsize=4096)
def is_title_case(text: str) -> bool:
    """Say whether every word that counts starts with a capital."""
    words = text.split()
    if not words or not (words[0][0].isupper() or not words[0][0].isalpha()):
        return False
    small = [word for word in words if word[0].islower() and word not in _MINOR]
    # "inside/outside" and its like are minor words too.
    return all("/" in word for word in small)


def judge(text: str, around: Around) -> Heading | None:
    """Return what a row is as a heading, or `None` where it is none."""
    length = len(text)
    if length > _LONGEST or length < 3:
        return None
    last = text[-1]
    if (
        last in ",;"
        or (last == "*" and text[-2] == "*" != text[0])
        or (last == "." and not text.endswith("..."))
    ):
        return None
    first = text[0]
    bold = first in "*_" and last in "*_:"
    if first.islower() or not (first.isalnum() or bold or first in "“\"'("):
        return None
    words = bare(text)
    if not words or words[-1] == "&" or not around.below or _LEADERS in around.below:
        return None
    colon = last == ":" or (bold and ":" in text[-4:]) or (last in "-–—" and text[-2] != " ")
    capitals = words.isupper()
    set_apart = capitals or colon or bold or last == "?" or words[-1] == ")"
    if not set_apart and words.count(" ") >= _MOST_WORDS:
        return None
    if states_data(text):
        return None
    if words[-1] == ")" and "(" in words[4:]:
        # What is in brackets behind a heading explains it.
        told = words[: words.rfind("(")].rstrip(" \xa0:-–—")
        known = heading_match(told) if told else None
        if _telling(known, 0.5) and ":" not in told and (colon or told.isupper()):
            words = told
            capitals = words.isupper()
    count = words.count(" ") + 1
    match = heading_match(words)
    if capitals:
        return _capitals(words, colon, count, match, around)
    if colon:
        return _colon(words, count, match, around, bold=bold)
    if around.piece and _telling(match, 0.9) and count < 6 and is_title_case(words):
        return Heading(Style.TITLE, False, match)
    if around.piece or around.asked or first == "(" or ": " in words:
        return None
    if bold and count <= 9 and last in "*_":
        return Heading(Style.TITLE, False, match)
    if last == "?":
        if count > 10 or not text.startswith(_ASKS) or _ASKS_APPLICANT.match(text):
            return None
        if match is None and len(around.below) <= 50:
            return None
        return Heading(Style.SENTENCE, False, match)
    return _plain(words, count, match, around)


def is_prose(text: str) -> bool:
    """Say whether a row is neither a heading nor a title nor a field's key, by its form alone.

    It is long, begins in the middle of a sentence, or ends as a sentence does.
    """
    length = len(text)
    if length > _LONGEST or text[0].islower():
        return True
    last = text[-1]
    return length > _LONGEST_KEY and (last in ",;" or (last == "." and not text.endswith("...")))


def states_data(text: str) -> bool:
    """Say whether a row has what headings do not: an address, an amount, a day, a number."""
    if "@" in text or ";" in text or "$" in text or ("/" in text and _DAY.search(text)):
        return True
    number = _NUMBER.search(text)
    if number is not None and not (len(number[0]) == 4 and number[0][:2] in ("19", "20")):
        return True
    return ("." in text or "http" in text) and _SITE.search(text) is not None


def _telling(match: HeadingMatch | None, share: float) -> bool:
    return match is not None and match.share >= share


def heads_section(text: str) -> bool:
    """Say whether the row below is beyond doubt a heading itself."""
    match = heading_match(bare(text)) if len(text) < 60 else None
    return match is not None and match.share >= 0.9


def _capitals(
    words: str, colon: bool, count: int, match: HeadingMatch | None, around: Around
) -> Heading | None:
    if sum(map(str.isalpha, words)) < 4 or count > 12:
        return None
    heading = Heading(Style.CAPITALS, colon, match)
    if around.asked and not _telling(match, 0.9):
        return None
    above = around.above
    if not colon and len(around.below) < 60 and _EMPLOYER.search(words):
        return None  # "WE ARE AN EQUAL OPPORTUNITY EMPLOYER" is the statement itself
    if colon or _telling(match, 0.5):
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
    if (around.after_heading or count > 14 or words.split(" ", 1)[0] in _ASIDES) and not _announces(
        words, match
    ):
        # "The ideal candidate will have:" heads a section, "The following:" does not.
        if not (match is not None and match.weight >= 6 and match.share >= 0.5 and count <= 10):
            return None
        if around.after_heading:
            return None
    if "please" in words:
        return None
    if _announces(words, match) and not around.above:
        return Heading(Style.SENTENCE, True, match)
    if count <= 4 or (_telling(match, 0.4) and count <= 10):
        return Heading(Style.TITLE if count <= 5 else Style.SENTENCE, True, match)
    if match is not None and match.weight >= 6 and match.share >= 0.2:
        return Heading(Style.SENTENCE, True, match)
    return None


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


def _announces(words: str, match: HeadingMatch | None) -> bool:
    """Say whether a sentence says what list follows: "The job has the following duties"."""
    if match is None or match.kind not in _ANNOUNCED or match.weight < 2:
        return False
    if not words.startswith(("The ", "This ")):
        return False
    return " following " in words or words.endswith((" as follows", " include", " includes"))


def _is_row(above: str, below: str) -> bool:
    """Say whether a row stands among short rows, as in a list of names."""
    return len(above) < 45 and len(below) < 45 and is_title_case(above)


def _plain(words: str, count: int, match: HeadingMatch | None, around: Around) -> Heading | None:
    """Judge a row without capitals, colon or question mark."""
    if count > _MOST_WORDS:
        return None
    head, end = words.split(" ", 1)[0], words[words.rfind(" ") + 1 :]
    exact = _telling(match, 0.9)
    if head in {"A", "An"} and not (exact and count < 4 and is_title_case(words)):
        return None
    if end in _UNFINISHED and not (exact and count < 4 and end in {"of", "to", "in"}):
        return None
    title = is_title_case(words)
    if not exact and not title and opening_kind(words) is not None:
        return None
    above, below = around.above, around.below
    prose = around.bullet_below or len(below) >= 60 or (len(below) >= 40 and below[-1] in ".:")
    row_of_list = bool(above) and not around.after_heading and above[-1] not in ".:!?)"
    if _telling(match, 0.5) or (count <= 4 and _telling(match, 0.34)):
        if row_of_list and (not title or (len(above) < 60 and not exact)):
            return None
        if row_of_list and len(above) < 60 and not around.adjacent:
            return None
        strong = exact and title and match is not None and match.weight >= 4
        if (
            prose
            or heads_section(below)
            or (strong and around.adjacent and not (row_of_list and _is_row(above, below)))
            or (exact and title and not is_field_name(words) and not above)
        ):
            return Heading(Style.TITLE if title or count <= 3 else Style.SENTENCE, False, match)
        return None
    if not title or not prose or any(map(str.isdigit, words)) or is_field_name(words):
        return None
    if not around.headed or row_of_list or (count < 2 and not around.bullet_below):
        return None
    again = names_job(words.rsplit(" ", 1)[-1]) and opening_kind(words) is None
    if again and not around.bullet_below:
        return None  # the job's name once more
    if above and not around.bullet_below and len(above) < 60 and not around.after_heading:
        return None
    return Heading(Style.TITLE, False, match)
