"""What a heading is, and what there is to see of a row that may be one."""

from __future__ import annotations

from enum import Enum, IntEnum
from functools import lru_cache

from postlint.document.headings import PARTS, HeadingMatch, heading_match, part_length
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple


class Style(IntEnum):
    """How a heading is set, the loudest first. What is set more quietly nests."""

    BANNER = 0
    CAPITALS = 1
    TITLE = 2
    SENTENCE = 3
    RUN_IN = 4


class RunIn(Enum):
    """What the words run in at the start of a row are."""

    FIELD = "field"
    HEADING = "heading"
    LABEL = "label"


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
    that the row is cut out of a line, `questionnaire` that a questionnaire has begun.
    `alike` is how a row is set that looks as the document's sure headings do.
    """

    above: str
    below: str
    adjacent: bool
    after_heading: bool
    bullet_below: bool
    headed: bool
    piece: bool
    questionnaire: bool
    alike: Style | None = None


LONGEST = 120
# "Job No." may be a field's key, and longer ones have no full stop.
_LONGEST_KEY = 46
_FORMATTING = "*_ \t\xa0"
_QUESTION_WORDS = tuple("What Who Why Where How When WHAT WHO WHY WHERE HOW WHEN".split())
_QUESTION_WORDS += ("Do I ", "Am I ", "Can I ", "Is it ", "Is this ")
_OF_APPLICANT = pattern(
    r"(?i)how (?:many|much|often|long)\b|what (?:is|are|was) your\b|.*\b(?:did|do|have|are) you\b"
)
_DAY = pattern(r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b")
_NUMBER = pattern(r"\d{3,}")
_SITE = pattern(r"https?:|www\.|\.(?:com|org|gov|edu)\b")
_MINOR = frozenset(
    """
    a an and as at but by for from in into is it its nor of on or our per that the their to up via
    with you your
    """.split()
)


def bare(text: str) -> str:
    """Return a heading's words without emphasis, colon and footnote star."""
    return text.strip(_FORMATTING).rstrip(":*-–— \t\xa0")


@lru_cache(maxsize=4096)
def is_title_case(text: str) -> bool:
    """Say whether every word that counts starts with a capital."""
    words = text.split()
    if not words or not (words[0][0].isupper() or not words[0][0].isalpha()):
        return False
    small = [word for word in words if word[0].islower() and word not in _MINOR]
    # "inside/outside" and its like are minor words too.
    return all("/" in word for word in small)


class Line:
    """A row that may be a heading: its words, how it is set, and what stands around it."""

    __slots__ = ("around", "bold", "capitals", "colon", "count", "match", "text", "words")

    def __init__(self, text: str, around: Around) -> None:
        self.text = text
        self.around = around
        first, last = text[:1], text[-1:]
        self.bold = first in "*_" and last in "*_:"
        self.colon = (
            last == ":"
            or (self.bold and ":" in text[-4:])
            or (last in "-–—" and (text[-2:-1] != " " or text.startswith(_QUESTION_WORDS)))
        )
        self.words = bare(text)
        self.capitals = self.words.isupper()
        self.count = 0
        self.match: HeadingMatch | None = None

    def known(self, share: float) -> bool:
        """Say whether known phrases cover at least so much of the words."""
        return telling(self.match, share)

    @property
    def title(self) -> bool:
        """Whether the words are set as a title is."""
        return is_title_case(self.words)

    def look_up(self) -> None:
        """Look the words up; what is in brackets behind a heading explains it."""
        words = self.words
        if words[:4] in PARTS:
            words = self.words = words[part_length(words) :]
        if words[-1:] == ")" and "(" in words[4:]:
            opens = words.rfind("(")
            if words.endswith("))") or ")" in words[opens:-1]:
                opens = words.rfind("(", 0, opens)  # "Duties (those marked (E) are essential)"
            before = words[:opens].rstrip(" \xa0:-–—")
            known = heading_match(before) if before else None
            loud = self.colon or before.isupper()
            apart = not self.around.above and telling(known, 0.9)
            set_apart = (
                loud
                or _OF_DUTIES.match(words, len(before))
                or (apart and _ASIDE.match(words, len(before)))
            )
            if telling(known, 0.5) and ":" not in before and set_apart:
                self.words = words = before
                self.capitals = words.isupper()
        self.count = words.count(" ") + 1
        self.match = heading_match(words)


# "Work setting (indoors, cold in winter)": what is said in passing of what is below it.
_ASIDE = pattern(r"[ \xa0]*\((?:[a-z][\w/’'-]*,?[ \xa0]|\d{1,3} ?% )[^()]{2,60}\)\Z")
# "Other duties (not essential)", "Duties (percent of time)": of what is under it, and no sentence.
_OF_DUTIES = pattern(
    r"(?i)[ \xa0:–—-]*\("
    r"(?:(?:[^()]|\(E\))*\b(?:essential|marginal|per ?cent|ADA)\b[^()]*|[^()]*\d ?%|E|M|NE)\)\Z"
)


def asks_reader(line: Line) -> bool:
    """Say whether a question heads what answers it, and asks nothing of an applicant."""
    text, around = line.text, line.around
    if line.count > 10:
        return False
    if around.alike is not None and line.known(0.5):
        # "Interested?", among headings set so, and no choice of answers below it.
        return around.below.lstrip("-•* ")[:3].rstrip(",.") not in ("Yes", "No")
    if not text.startswith(_QUESTION_WORDS) or _OF_APPLICANT.match(text):
        return False
    return line.match is not None or len(line.around.below) > 50


def is_prose(text: str) -> bool:
    """Say whether a row is neither a heading nor a title nor a field's key, by its form alone.

    It is long, begins in the middle of a sentence, or ends as a sentence does.
    """
    length = len(text)
    if length > LONGEST or text[0].islower():
        return True
    last = text[-1]
    return length > _LONGEST_KEY and (last in ",;" or (last == "." and not text.endswith("...")))


# Where a typeface's ligature was lost, "Quali;cations" is one word.
_PARTS = pattern(r";(?![a-z]{3})")


def states_data(text: str) -> bool:
    """Say whether a row has what headings do not: an address, an amount, a day, a number."""
    if (
        "@" in text
        or (";" in text and _PARTS.search(text))
        or "$" in text
        or "://" in text
        or ("/" in text and _DAY.search(text))
    ):
        return True
    number = _NUMBER.search(text)
    if number is not None and not (len(number[0]) == 4 and number[0][:2] in ("19", "20")):
        return True
    return ("." in text or "http" in text) and _SITE.search(text) is not None


def telling(match: HeadingMatch | None, share: float) -> bool:
    """Say whether known phrases cover at least so much of a heading."""
    return match is not None and match.share >= share


def heads_section(text: str) -> bool:
    """Say whether the row below is beyond doubt a heading itself."""
    match = heading_match(bare(text)) if len(text) < 60 else None
    return match is not None and match.share >= 0.9
