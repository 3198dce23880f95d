"""Years of experience a posting asks for, and in what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.facts._data import vocabulary
from postlint.facts.answers import is_answer
from postlint.facts.around import line_at, sentence_at
from postlint.facts.base import Case, Fact, fact
from postlint.facts.mentions import ExperienceMention
from postlint.facts.numerals import SMALL
from postlint.text.patterns import pattern
from postlint.text.source import Span

_NUMBER: Final = rf"(?:\d{{1,2}}(?:\.5)?|{'|'.join(SMALL)})"
_YEARS = pattern(
    rf"(?P<low>{_NUMBER})(?:\s?\(\d{{1,2}}\))?"
    rf"(?:(?:[^\S\n]?[-–]|\s?(?:to|or))\s?(?P<high>{_NUMBER})(?:\s?\(\d{{1,2}}\))?)?"
    r"(?P<more>\s?\+|\s+(?:or more|plus)|\s+\(or more\))?[\s-]+"
    # "At least 18 years of age, with six months of experience" asks for months.
    r"(?P<unit>years?|months?|yrs?)\b(?![\s-]+(?:of\s+age|old)\b)(?:['’]|(?<=yrs)\.)?"
    r"(?:(?P<between>(?:[^.;:\n]|\n(?=\w)){0,80}?)\bexp(?:erience\b|\b)|(?P<work>"
    # "Five years as a lineman", "three years in the trade".
    r"\s+as\s+an?\s+(?!resident|citizen|member|student)[\w-]{3,}(?:\s[\w-]{3,}){0,2}?(?=\s(?:in|of|with|or|and|at|for)\b|[,.;)\n]|\Z)|"
    r"\s+in\s+(?:an?|the|this)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:trade|field|industry|business|craft|kitchen|shop)\b|"
    r"\s+of\s+"
    r"(?:(?!school|college|high|post)[\w-]+\s+){0,2}?(?:work|employment|practice|service\b(?! to)|"
    rf"(?!{vocabulary('qualifications', 'no_years_of')})[a-z]{{3,}}ing)\b|"
    # "5+ years in payroll", "at least 5 years with SQL", "5+ years running a kitchen".
    r"(?P<least>\s+[a-z]{3,}ing\b(?:\s+[\w-]+){1,3}|(?=\s+(?:in|with|of)\s)(?!\s+\w+\s+"
    rf"(?:(?:the|our)\s+)?(?:{vocabulary('qualifications', 'no_years_in')})\b))))"
)
# So many at least, as nothing but experience is asked for.
_LEAST = pattern(r"\b(?:at least|minimum(?: of)?|min\.?)\s+\Z")
_GLUED = pattern(r"(?<=[a-z]{5})\d{1,2}\Z")
# How many words lead from the first figure to its unit, and how far experience may be from it.
_LEADING: Final = 9
_REACH: Final = 100
# Characters in which "minimum of" stands before a number.
_BEFORE: Final = 12
# A line no longer may be one of the answers of a questionnaire.
_SHORT: Final = 80
_PREFERRED = pattern(rf"(?i)\b(?:{vocabulary('qualifications', 'preferred_years')})\b")
_REQUIRED = pattern(r"(?i)\brequired\b|\bmust\b|\bminimum\b|\brequires\b")
# The experience of a house, a team or a pension plan.
_OTHERS = pattern(
    rf"(?i)\b(?:{vocabulary('qualifications', 'others')})\b"
    r"[^.;]{0,40}\Z"
)
# "To be met within three years of employment".
_BY_WHEN = pattern(r"(?i)\b(?:within|after|during)(?: the)?(?: first| next)?\s\Z")
_SUBJECT = pattern(
    r"(?i)(?:['’]s)?[\s,]{0,2}(?:degree\s+)?(?:\([^()\n]{1,12}\)\s+)?"
    r"(?:(?:with|and)\s+(?:an?\s+)?(?:major|concentration|speciali[sz]ation|emphasis|focus)\s+)?"
    r"(?:in|of|with)\s+(?:the\s+|an?\s+)?(?P<subject>(?:[^.;:()\n]|\n(?=\w)){3,80})(?!\w)"
)
_ENDS = pattern(
    r"(?i),?\s*\b(?:or\s+(?:an?\s+)?(?:equivalent|related|closely|similar|relevant|other)|"
    r"and\s+(?:at least|\d|one|two|three|four|five)|plus|preferred|"
    r"required|from|is|are|with|including|which|that|at an?|desired)\b.*|"
    r",\s*(?:and|or)?\s*\d.*"
)


@fact("experience")
def experience(case: Case) -> Fact[tuple[ExperienceMention, ...]]:
    """Return the years of experience the posting asks for."""
    found = tuple(_mentions(case))
    return Fact(found, tuple(one.span for one in found))


def _mentions(case: Case) -> Iterator[ExperienceMention]:
    for match in _years(case):
        span = Span(*match.span())
        sentence = sentence_at(case, span.start)
        before = case.text[max(sentence.start, span.start - 80) : span.start]
        if (
            _OTHERS.search(before)
            or _BY_WHEN.search(before)
            or "experience" in (match["between"] or "")
        ):
            continue
        line = line_at(case.text, span.start)
        within = Span(span.start, min(span.end, line.end))
        if line.end - line.start < _SHORT and is_answer(case.text, within):
            continue
        months = match["unit"].startswith("month")
        high = match["high"]
        yield ExperienceMention(
            span=span,
            low=_number(match["low"]) / (12 if months else 1),
            high=_number(high) / (12 if months else 1) if high else None,
            required=_required(case, span, sentence),
            subject=_subject(case, match),
        )


def _years(case: Case) -> Iterator[re.Match[str]]:
    """Yield where years of experience are named: a unit is rarer than what may begin a number."""
    words, text = case.words, case.lowered
    floor = 0
    for unit, _ in case.hits.places("qualifications.unit"):
        end = words.end(unit)
        near = text[end : end + _REACH]
        named = "experience" in near or " exp." in near or " exp " in near
        if not named and case.posting.section_at(end).kind not in REQUIREMENTS:
            continue
        for number in range(max(0, unit - _LEADING), unit):
            word, start = words.words[number], words.starts[number]
            if word[-1].isdecimal() and (glued := _GLUED.search(word)):
                start += glued.start()  # "Qualifications3 years", where a line end is lost
            elif not (word[0].isdecimal() or word.startswith(SMALL)):
                continue
            if start < floor:
                continue
            match = _YEARS.match(text, start)
            if match is None or not (named or match["work"] is not None):
                continue
            before = max(0, start - _BEFORE)
            if match["least"] is None or match["more"] or _LEAST.search(text, before, start):
                yield match
                floor = match.end()


def _required(case: Case, span: Span, sentence: Span) -> bool:
    text = case.text
    clause = text[span.start : min(sentence.end, span.end + 120)].split(";")[0]
    wanted, demanded = _PREFERRED.search(clause), _REQUIRED.search(clause)
    if wanted and not (demanded and demanded.start() < wanted.start()):
        return False
    before = pattern(r"[;.]").split(text[max(sentence.start, span.start - 60) : span.start])[-1]
    if _PREFERRED.search(before) and not demanded:
        return False
    preferred = case.posting.section_at(span.start).kind is SectionKind.PREFERRED
    return not preferred or demanded is not None


def _subject(case: Case, match: re.Match[str]) -> str | None:
    """Return what the years are in: behind them, else between; "as a lineman" says it itself."""
    held = match["work"] is not None and match["work"].lstrip().startswith("as ")
    found = None if held else subject_behind(case, match.end())
    return found or _own_subject(
        case.text[slice(*match.span("work" if match["work"] else "between"))]
    )


def _own_subject(between: str) -> str | None:
    """Return what stands between "years of" and "experience"."""
    words = pattern(r"(?i)^\W*(?:of|in)?\W*").sub("", between).strip(" ,")
    return " ".join(words.split()) or None


def subject_behind(case: Case, end: int) -> str | None:
    """Return what a degree or experience is in, as the words behind it say."""
    match = _SUBJECT.match(case.text, end, end + 120)
    if match is None:
        return None
    # A line that goes on with a letter goes on with the sentence.
    subject = " ".join(match["subject"].split())
    return _ENDS.sub("", subject).strip(" ,") or None


def _number(words: str) -> float:
    low = words.lower()
    return float(SMALL.index(low) + 1) if low in SMALL else float(words)
