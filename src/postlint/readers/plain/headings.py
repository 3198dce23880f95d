"""Whether a row is a heading, and how loudly it says so.

Evidence, in order of force: drawn or bold dress, capitals, a colon at the end,
words known to head sections, title case, a blank row before, a list or a
paragraph after. A row that continues the sentence above it is never one.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from postlint.document.kinds import HeadingMatch, heading_match, is_field_name


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
    `fresh` is true where the row cannot continue anything: after a blank row, a
    heading, a field, an item that has ended.
    """

    above: str
    below: str
    adjacent: bool
    fresh: bool
    after_heading: bool
    bullet_below: bool


_LONGEST = 110
_DRESS = "*_ \t\xa0"
_ASKS = ("What", "Who", "Why", "Where", "How", "When", "WHAT", "WHO", "WHY", "WHERE", "HOW", "WHEN")
_ASKS_APPLICANT = re.compile(
    r"(?i)how (?:many|much|often|long|did|do you)\b|what (?:is|are|was) your\b"
)
_REJECTED = re.compile(r"@|https?:|www\.|\$|\d{3}|\.(?:com|org|gov|edu)\b")
_MINOR = frozenset(
    "a an and as at but by for from in into is it its nor of on or our per that the their to up via with you your".split()
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
    return not any(word[0].islower() and word not in _MINOR for word in words)


def judge(text: str, around: Around) -> Heading | None:
    """Return what a row is as a heading, or `None` where it is none."""
    length = len(text)
    if length > _LONGEST or length < 3:
        return None
    last = text[-1]
    if last in ",;" or (last == "." and not text.endswith("...")):
        return None
    first = text[0]
    bold = first in "*_" and last in "*_:"
    if first.islower() or not (first.isalnum() or bold or first in "“\"'("):
        return None
    words = bare(text)
    if not words or _REJECTED.search(text):
        return None
    colon = last == ":" or (bold and ":" in text[-4:]) or (last in "-–—" and text[-2] != " ")
    if not around.below:
        return None
    count = words.count(" ") + 1
    match = heading_match(words)
    if words.isupper():
        return _capitals(words, colon, count, match, around)
    if colon:
        return _colon(words, count, match, around, bold=bold)
    if bold and count <= 9 and last in "*_":
        return Heading(Style.TITLE, False, match)
    if last == "?":
        if count > 10 or not text.startswith(_ASKS) or _ASKS_APPLICANT.match(text):
            return None
        if match is None and not (around.fresh and len(around.below) > 50):
            return None
        return Heading(Style.SENTENCE, False, match)
    return _plain(words, count, match, around)


def _telling(match: HeadingMatch | None, share: float) -> bool:
    return match is not None and match.share >= share


def _capitals(
    words: str, colon: bool, count: int, match: HeadingMatch | None, around: Around
) -> Heading | None:
    if sum(map(str.isalpha, words)) < 4 or count > 12:
        return None
    heading = Heading(Style.CAPITALS, colon, match)
    if colon or _telling(match, 0.34):
        return heading if around.fresh or colon or not around.above.isupper() else None
    if not around.fresh or count > 8 or any(map(str.isdigit, words)):
        return None
    below = around.below
    if around.bullet_below or len(below) > 45 or below.endswith(":"):
        return heading if not below.isupper() or heading_match(bare(below)) else None
    return heading if _telling(heading_match(bare(below)), 0.5) else None


def _colon(
    words: str, count: int, match: HeadingMatch | None, around: Around, *, bold: bool
) -> Heading | None:
    if bold:
        return Heading(Style.TITLE, True, match)
    title = is_title_case(words)
    if title and count <= 9 and (around.fresh or _telling(match, 0.4)):
        return Heading(Style.TITLE, True, match)
    if around.after_heading or count > 14 or not around.fresh:
        return None
    if count <= 4 or (_telling(match, 0.3) and count <= 10) or (match and match.weight >= 6):
        return Heading(Style.TITLE if count <= 5 else Style.SENTENCE, True, match)
    return None


def _plain(words: str, count: int, match: HeadingMatch | None, around: Around) -> Heading | None:
    """Judge a row without capitals, colon or question mark."""
    if not around.fresh or count > 9:
        return None
    below = around.below
    prose = around.bullet_below or len(below) >= 60 or (len(below) >= 40 and below[-1] in ".:")
    title = is_title_case(words)
    if _telling(match, 0.5) or (count <= 4 and _telling(match, 0.34)):
        if prose or (title and not is_field_name(words) and not around.above):
            return Heading(Style.TITLE if title or count <= 3 else Style.SENTENCE, False, match)
        return None
    if not title or not prose or any(map(str.isdigit, words)) or is_field_name(words):
        return None
    if around.above and not around.adjacent:
        return None
    return Heading(Style.TITLE, False, match)
