"""Days as postings write them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from postlint.facts._data import vocabulary
from postlint.facts.around import line_at
from postlint.facts.base import Case, Fact
from postlint.facts.context import country
from postlint.facts.numerals import DAYS
from postlint.text.patterns import pattern
from postlint.text.source import Span

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = pattern(
    r"(?i)\b(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})|"
    r"(?P<a>\d{1,2})\s?[/.-]\s?(?P<b>\d{1,2})\s?[/.-]\s?(?P<c>\d{4}|\d{2})|"
    + _MONTH.format("word1")
    + r"\s+(?:\d{1,2}\s?[-–]\s?)?(?P<d1>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?P<y1>\d{4})|"
    rf"(?:(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?|"
    rf"(?P<spelt>{'|'.join(DAYS)}|last day|final day|last|end)\s+(?:day\s+)?of\s+)"
    + _MONTH.format("word2")
    + r",?[\s-]{1,3}(?P<y2>\d{4}))(?!\d)"
)
# What may stand between the name and the day: signs, a weekday, the verb.
_BETWEEN = pattern(
    r"(?i)(?:[\s:*_|(–—-]|\bon\b|\bis\b|\bat\b|\b\d{1,2}\+? (?:day|week|month)s? ago[ ]?(?=\()|"
    rf"\b(?:{vocabulary('terms', 'weekdays')})"
    r"(?:day)?\b|[.,]|<[^>\n]{0,20}>)*\Z"
)
_REACH: Final = 40
_LONGEST: Final = 30
_THE_LAST: Final = -1  # day of a month
_FIRST_YEAR, _LAST_YEAR = 1950, 2100
_MISSING: Final = "the day it was posted"
# Countries whose short dates put the month first.
_MONTH_FIRST: Final = frozenset({"US", None})


def posted(case: Case) -> Fact[date | None]:
    """Return the first day that stands behind words such as "Date posted"."""
    for place in case.hits["terms.posted"]:
        found = _DAY.search(case.text, place.end, place.end + _REACH + _LONGEST)
        if found is None or found.start() - place.end > _REACH:
            continue
        if not _BETWEEN.match(case.text[place.end : found.start()]):
            continue
        before = case.text[max(0, place.start - 20) : place.start].lower()
        plain = case.text[place.start : place.end].lower() in _VERBS
        if (
            plain
            and not _heads(case, place)
            and not pattern(r"\b(?:job|position|vacancy|posting|first)(?: was)?\W*\Z").search(
                before
            )
        ):
            continue
        day = _day(found, month_first=case[country].value in _MONTH_FIRST)
        if day is not None:
            return Fact(day, (Span(place.start, found.end()),))
    for field in case.posting.fields:
        # Above the posting a page's own fields may say when it was made.
        if field.span.start > _ABOVE:
            break
        if field.key.text.strip(" *:").lower() in _OF_PAGES:
            day = first_day(case, field.value.span.start, field.value.span.end)
            if day is not None:
                return Fact(day, (field.span,))
    lone = _above_title(case)
    return Fact(None, missing=_MISSING) if lone is None else lone


def _above_title(case: Case) -> Fact[date | None] | None:
    """Return the day that stands alone on a line right above the title, as boards print it."""
    from postlint.facts.title import title  # noqa: PLC0415  # where nothing else says it

    if not case[title].spans:
        return None
    # The sign of a heading stands before its words.
    head = case.text[: case[title].spans[0].start].rstrip("# \t\r\n\xa0")
    start = max(head.rfind("\n"), head.rfind("\r")) + 1
    found = _DAY.search(case.text, start, len(head))
    if found is None or _LONE.fullmatch(head[start : found.start()]) is None:
        return None
    day = _day(found, month_first=case[country].value in _MONTH_FIRST)
    whole = found.end() == len(head)
    return Fact(day, (Span(*found.span()),)) if day is not None and whole else None


# What a page prints beside the day.
_LONE = pattern(r"\W*(?:share\W*)?")
_OF_PAGES: Final = frozenset(
    {
        "date",
        "created",
        "created at",
        "created on",
        "postdate",
        "post date",
        "pubdate",
        "publishdate",
    }
    | {"publish date", "date published", "posted at", "dateposted", "published at"}
)
_ABOVE: Final = 500


def first_day(case: Case, start: int, end: int) -> date | None:
    """Return the first whole day within a stretch."""
    found = _DAY.search(case.text, start, end)
    if found is None:
        return None
    return _day(found, month_first=case[country].value in _MONTH_FIRST)


# Words that are said of other things than the posting in running text.
_VERBS: Final = frozenset(
    {"published", "opens", "opened on", "advertised", "published on", "placed on", "listed on"}
)


def _heads(case: Case, place: Span) -> bool:
    """Say whether words begin their line."""
    line = line_at(case.text, place.start)
    return not case.text[line.start : place.start].strip(" \t*_-•|")


def _day(match: re.Match[str], *, month_first: bool) -> date | None:
    """Return the day that was found, or `None` where there is no such day."""
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    elif match["c"]:
        first, second, year = int(match["a"]), int(match["b"]), int(match["c"])
        year += 2000 if year < 100 else 0  # two digits
        month_first = second > 12 or (month_first and first <= 12)  # months
        month, day = (first, second) if month_first else (second, first)
    elif match["y1"]:
        year, month, day = int(match["y1"]), _month(match["word1"]), int(match["d1"])
    else:
        spelt = (match["spelt"] or "").lower()
        year, month = int(match["y2"]), _month(match["word2"])
        named = DAYS.index(spelt) + 1 if spelt in DAYS else _THE_LAST
        day = named if spelt else int(match["d2"])
    if not _FIRST_YEAR <= year < _LAST_YEAR:
        return None
    if day == _THE_LAST:
        following = date(year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=1)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1
