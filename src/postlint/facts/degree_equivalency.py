"""The words by which experience may replace a degree."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import takewhile

from postlint.facts._data import vocabulary
from postlint.facts.around import sentence_at, trim
from postlint.facts.base import Case, Fact, fact
from postlint.facts.degrees import degree, degrees
from postlint.text.patterns import pattern
from postlint.text.source import Span

_EXPERIENCE = pattern(
    r"(?i)experien|training|\bwork(?:ing)?\b|practical|practice|"
    r"(?:years?|seasons?) (?:at|in|on|as) |"
    r"time[- ]served|apprentice|on the job|\bat sea\b|grounding|learn(?:ed|t)|gained at|"
    r"\bservice\b|\b(?:mix|blend|mixture)\b"
)
_ALIKE = pattern(
    r"(?i)equivalent|\balternatives? to\b|"
    r"\b(?:comparable|similar|equal|corresponding)\s+(?:\w+\s+)?qualification"
)
_DEGREE = pattern(
    r"(?i:degree|bachelor|master['’]?s|doctorate)|\bB\.?(?:[AS]|Sc)\b|\bM\.?Sc\b|\bPh\.?D"
)
_LEARNING = pattern(f"(?i){vocabulary('qualifications', 'learning')}")
_FOR_EXPERIENCE = pattern(
    r"(?i)(?:degree|education|coursework|graduate study|units|credits|hours)\b[^.]{0,400}"
    r"\bsubstitut\w*\s+for\b[^.]{0,60}\bexperience|"
    r"substitut\w*\s+(?:\w+\s+){0,4}for\s+(?:up to\s+)?(?:\w+\s+){0,5}experience"
)
_FOR_EDUCATION = pattern(
    r"(?i)substitut[^.;]{0,90}\bfor\s+(?:\w+\s+){0,4}(?:educat|degree|bachelor|college)"
)
_YEARS_INSTEAD = pattern(
    r"(?:\n[\s•*-]*OR\b|,\s+or(?=\s*\n)|;\s*(?:OR|or)\b|\bOR\b)[\s,:•*-]*"
    # The other way may be an item of its own: "; or" and below it "2. Two years".
    r"(?:(?:\d{1,2}|[A-Za-z])[.)]\s+)?(?:have\s+)?"
    r"(?:(?:\w+\s+)?training\s+and\s+)?"
    r"(?:at least\s+)?(?:(?:\w+|\d+)\s+)?(?:\(\d+\)\s+)?(?:\+\s*)?"
    r"(?:or more\s+)?(?:years?\b|yrs?\b\.?)[^.;\n]{0,100}\b(?:experience|exp|work|practice)\b|"
    # "A diploma in botany or two years of practice": the number stands behind the "or".
    r"(?<=[A-Za-z,)])\s+or\s+(?:at least\s+)?"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\+?\s+"
    r"(?:\(\d+\)\s+)?(?:(?:years?|seasons)\b|yrs?\b\.?)(?:[^.;,\n]{0,60}\b(?:experience|exp\b|work\b|practice)|"
    # "… or four years in a records office", "… or six years running one", and not of study.
    r"\s(?:in|as|at|on|with|within|(?!stud|attend|pursu|complet)[a-z]{3,12}ing)\s"
    r"(?![^.;,\n]{0,40}\b(?:college|universit|school|stud(?!io)|class))"
    r"[^.;,\n]{3,60})|"
    # "An associate degree, or a high school diploma and four years with fish".
    r"\bor\s+(?:an?\s+)?(?:high school|GED|diploma)\b[^.;\n]{0,40}"
    r"\b(?:and|with|plus)\s+\w+\s+years\b[^.;,\n]{0,60}|"
    # "… or have worked in woods for five years".
    r"(?<=[a-z,])\s+or\s+(?:(?:can\s+)?(?:show|prove|proof)\s+(?:that\s+)?)?(?:you\s+)?"
    r"(?:have|has|having)\s+(?:worked|served|practi[sc]ed|spent|done|taught|run|led|kept)"
    r"\b[^.;\n]{0,60}\b(?:years?|seasons)\b"
)


@fact("degree_equivalency")
def degree_equivalency(case: Case) -> Fact[str | None]:
    """Return the words by which experience may replace the degree."""
    best: tuple[int, Span] | None = None
    for place in case.hits["qualifications.equivalency"]:
        found = _replacement(case, place)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    if best is None:
        best = _years_instead(case)
    if best is None:
        return Fact(None)
    return Fact(case.posting.passage(best[1]).text, (best[1],))


# "My resume will not substitute for the form."
_DENIED = pattern(r"(?i)\b(?:not|cannot|no)\b[^.;]{0,24}\bsubstitut")


def _replacement(case: Case, place: Span) -> tuple[int, Span] | None:
    """Return how plainly a sentence lets experience replace a degree, and the sentence."""
    text = case.text
    sentence = sentence_at(case, place.start)
    if sentence.end - sentence.start > 700:
        sentence = trim(
            text, Span(max(sentence.start, place.start - 250), min(sentence.end, place.end + 250))
        )
    words = text[sentence.start : sentence.end]
    if not _EXPERIENCE.search(words) and not _ALIKE.search(words):
        return None
    near = text[max(sentence.start - 200, place.start - 350, 0) : min(len(text), place.end + 200)]
    if not _LEARNING.search(words) and not _DEGREE.search(near):
        return None
    reverse = _FOR_EXPERIENCE.search(words)
    for_education = reverse and _FOR_EDUCATION.search(words)
    if reverse and not for_education and "combination" not in words.lower():
        return None
    if _belongs_to_preferred(case, sentence) or _DENIED.search(words):
        return None
    only_skills = pattern(r"(?:training|licens\w+|skills?) and experience\W*\Z").search(words)
    if only_skills and not pattern(r"(?i)educat|degree").search(words):
        return None
    plain = case.hits.within("qualifications.plain", sentence)
    # "Any combination is encouraged" invites; "any equivalent combination" replaces.
    return (1 if not plain else 3 if "equivalent" in words.lower() else 2), sentence


_YEARS_BEFORE = pattern(
    r"(?P<years>(?:\w+|\d+)(?:\s+\(\d+\))?\s+(?:or more\s+)?years?\b[^.;\n]{0,60}\bexperience\b"
    r"[^.;\n]{0,140})[;,]?\s*\b(?:OR|or)\s+(?:an?\s+|possession of an?\s+)?\Z"
)


# "Any of: (a) a degree; (b) six years in the trade", "One of these will do:" over a list.
_CHOICE = pattern(r"(?i)\b(?:any|one|either)(?: one)? of\b|\beither\b")
_LIST_OF_WAYS = pattern(r"(?i)\b(?:any|one|either)(?: one)? of\b[^.:\n]{0,60}:[^.:#]{0,260}\Z")
_ITEM_OF_YEARS = pattern(
    r"(?i)(?:[;,\n]\s*(?:or\s+)?\(?(?:[b-f]|[2-6]|i{2,3}|iv)[.)]\s+|;\s+(?:or\s+)?|\n\s*[-•*]\s+|\n)"
    r"(?:at least\s+)?"
    r"[\w-]+\+?\s+(?:\(\d+\)\s+)?(?:or more\s+)?years?\b[^.;\n]{3,100}"
)


def _years_instead(case: Case) -> tuple[int, Span] | None:
    """Return "or N years of experience" behind a degree, or "N years of experience, or" before."""
    for mention in case[degrees].value:
        floor = max(sentence_at(case, mention.span.start).start, mention.span.start - 330)
        before = _YEARS_BEFORE.search(case.text[floor : mention.span.start])
        # "A master's degree with two years, or a bachelor's with five": each has its degree.
        own = before and "degree" in case.text[floor : floor + before.start()].lower()
        if before and not own:
            end = floor + before.start("years") + len(before["years"].rstrip(" ,;\xa0"))
            return 1, Span(floor + before.start("years"), end)
        end = min(len(case.text), mention.span.end + 700)
        start = mention.span.start
        match = _of_one_demand(
            case, mention.span, _YEARS_INSTEAD.finditer(case.text, mention.span.end, end)
        )
        if match is None and (
            _CHOICE.search(case.text, floor, start)
            or _LIST_OF_WAYS.search(case.text, max(0, start - 330), start)
        ):
            match = _ITEM_OF_YEARS.search(case.text, mention.span.end, end)
        if match:
            return 1, trim(case.text, Span(match.start(), match.end()))
    return None


def _of_one_demand(
    case: Case, mention: Span, ways: Iterable[re.Match[str]]
) -> re.Match[str] | None:
    """Return the first way that a degree's own sentence goes on with, or that begins one.

    "A degree. A CPA card or two years in audit": the years stand for the card.
    """
    end = sentence_at(case, mention.start).end
    return next((way for way in ways if way.start() <= end or way[0][0] not in " \xa0\t"), None)


def _belongs_to_preferred(case: Case, sentence: Span) -> bool:
    """Say whether what may be replaced is only preferred, beside a degree that is required."""
    mentions = case[degrees].value
    first = bisect_left(mentions, sentence.start, key=lambda mention: mention.span.start)
    inside = takewhile(lambda mention: mention.span.start < sentence.end, mentions[first:])
    own = [mention for mention in inside if sentence.contains(mention.span)]
    if not own or any(mention.required for mention in own):
        return False
    return case[degree].value == "required"
