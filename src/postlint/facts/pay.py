"""What the post pays, its overtime status, and when applications close."""

from __future__ import annotations

import re
from typing import Literal

from postlint.document.kinds import SectionKind
from postlint.facts._data import phrases
from postlint.facts._text import line_at, sentence_at, trim
from postlint.facts.base import Case, Fact, absent, fact
from postlint.facts.payment import PayStatement
from postlint.text.patterns import pattern
from postlint.text.source import Span

Pay = Literal["range", "single", "grade-only", "competitive", "none"]


@fact("pay_statements", phrases=phrases("pay"))
def pay_statements(case: Case) -> Fact[tuple[PayStatement, ...]]:
    """Return every statement of what the post pays: amounts, else grades."""
    from postlint.facts.wages import statements  # noqa: PLC0415  # few checks ask

    found = tuple(statements(case))
    if not found:
        return absent(case, (), SectionKind.COMPENSATION)
    return Fact(found, tuple(one.span for one in found))


@fact("pay")
def pay(case: Case) -> Fact[Pay]:
    """Return how the posting states pay."""
    stated = case[pay_statements].value
    money = [one for one in stated if one.basis in {"base", "stipend"} and one.amounts]
    if money:
        return _by_amounts(case, money)
    graded = [one for one in stated if one.grade is not None and not one.amounts]
    if graded:
        open_ = absent(case, None, SectionKind.COMPENSATION)
        return Fact("grade-only", (graded[0].span,), open_.missing)
    vague = _competitive(case)
    if vague is not None:
        return Fact("competitive", (vague,))
    return absent(case, "none", SectionKind.COMPENSATION)


def _by_amounts(case: Case, stated: list[PayStatement]) -> Fact[Pay]:
    for one in stated:
        if one.is_range:
            return Fact("range", (one.span,))
    values = {value for one in stated for value in one.amounts}
    if len(values) >= 2 and max(values) <= 3 * min(values) and _is_ladder(case, stated):
        return Fact("range", tuple(one.span for one in stated[:2]))
    return Fact("single", (stated[0].span,))


_LADDER = pattern(
    r"\bmin\b|minimum|\bmax\b|maximum|starting|step|level|bachelor|range|entry", re.IGNORECASE
)


def _is_ladder(case: Case, stated: list[PayStatement]) -> bool:
    """Say whether several amounts are steps, minimum and maximum, or rates by degree."""
    first, last = stated[0].span, stated[-1].span
    end = min(last.end + 40, first.start + 600)
    return _LADDER.search(case.text, max(0, first.start - 80), end) is not None


# ---------------------------------------------------------------- competitive

_PAY_WORD = pattern(
    r"\b(?:salary|salaries|pay|paid|compensat\w+|wages?|remuneration|starting)\b", re.I
)
_OTHER_USE = pattern(
    r"department of e|\(doe\)|competitive (?:bid|exam|grant|benefit|process|service|advantage|"
    r"market)",
    re.IGNORECASE,
)


def _competitive(case: Case) -> Span | None:
    """Return the words that praise the pay without a figure."""
    for place in case.hits["pay.competitive"]:
        sentence = sentence_at(case, place.start)
        line = line_at(case.text, place.start)
        wide = Span(min(sentence.start, line.start), max(sentence.end, place.end))
        if wide.end - wide.start > 500:
            wide = Span(max(wide.start, place.start - 150), min(wide.end, place.end + 150))
        text = case.text[wide.start : wide.end]
        phrase = case.text[place.start : place.end].lower()
        if not _PAY_WORD.search(text):
            continue
        if phrase == "competitive and" and not re.search(
            r"competitive and \w+ (?:salary|pay|compensation|wage)", text, re.I
        ):
            continue
        if _OTHER_USE.search(phrase) or (phrase in {"doe", "doq"} and _OTHER_USE.search(text)):
            continue
        return wide
    return None


# ----------------------------------------------------------------------- flsa

_NOT_FLSA = pattern(
    r"tax[- ]exempt|exempt from (?:the |all |)(?:civil|classified|disclosure|public|competitive|"
    r"merit|city|career)|exempt service|exempt organi|exempt(?:ion)? (?:status )?under 501|"
    r"(?:vaccin|medical|religious|immuni|background)\w*[^.]{0,30}exempt|"
    r"exempt from (?:this|these) req",
    re.IGNORECASE,
)


# "Overtime eligible employees earn …" is about staff of every kind, not about this post.
_OF_MANY = pattern(
    r"\W{1,2}(?:employees|staff|workers|personnel|team members)\b(?!\s+(?:position|post|role|job))"
)
_CIVIL_SERVICE = pattern(
    r"\W{1,3}from\s+(?:the\s+)?(?:\w+\s+){0,2}(?:civil|classified|merit|career)\b", re.IGNORECASE
)


@fact("flsa")
def flsa(case: Case) -> Fact[Literal["exempt", "nonexempt"] | None]:
    """Return the overtime status the posting states.

    A sentence that says so weighs more than a field of the job board's.
    """
    stated: dict[bool, tuple[Literal["exempt", "nonexempt"], Span]] = {}
    for place in case.hits["pay.exempt"]:
        phrase = " ".join(re.findall(r"[a-z]+", case.text[place.start : place.end].lower()))
        if phrase in {"flsa", "fair labor standards act"}:
            continue
        line = line_at(case.text, place.start)
        near = Span(max(line.start, place.start - 90), min(line.end, place.end + 70))
        text = case.text[near.start : near.end]
        if _NOT_FLSA.search(text) and "flsa" not in text.lower():
            continue
        after = case.text[place.end : place.end + 32].lower()
        if phrase == "exempt" and re.match(r"\W{0,2}(?:status|y/n|or )", after):
            continue
        if _OF_MANY.match(after) and not re.search(r"\bflsa\b|\bthis\b", text, re.IGNORECASE):
            continue
        if phrase == "exempt":
            answer = _exempt(case, place, text)
        else:
            answer = (
                "exempt"
                if phrase in {"overtime exempt", "not eligible for overtime"}
                else "nonexempt"
            )
        if answer is None:
            continue
        prose = bool(re.search(r"\b(?:is|are|be|this)\b", text)) and "exempt from" in text.lower()
        stated.setdefault(prose, (answer, place))
    if not stated:
        return Fact(None)
    value, span = stated.get(True) or stated[False]
    return Fact(value, (span,))


def _exempt(case: Case, place: Span, text: str) -> Literal["exempt", "nonexempt"] | None:
    before = case.text[max(0, place.start - 5) : place.start].lower()
    if re.search(r"non\W?\Z|not\s\Z", before):
        return "nonexempt"
    low = text.lower()
    after = case.text[place.end : place.end + 90].lower()
    if re.match(r"\W{1,3}from\b", after) and not re.search(r"overtime|fair labor|flsa", after):
        return None
    if re.search(r"flsa|fair labor|overtime|salaried", low):
        return "exempt"
    if _outside_civil_service(case):
        return None
    if re.search(r"status|employment type|class|position|job|pay", low):
        return "exempt"
    alone = len(re.findall(r"\w+", text)) <= 4
    return "exempt" if alone else None


def _outside_civil_service(case: Case) -> bool:
    """Say whether the text calls the post exempt from civil service, which is another matter."""
    text = case.text
    return any(
        _CIVIL_SERVICE.match(text, place.end, place.end + 60) for place in case.hits["pay.exempt"]
    )


# -------------------------------------------------------------------- closing

_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|"
    r"ober|ember)?\.?"
)
_DATE = pattern(
    rf"\b\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?\d{{2,4}}\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b|"
    rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|"
    rf"\b\d{{1,2}}/\d{{1,2}}\b",
    re.IGNORECASE,
)
_OPEN = pattern(
    r"until\s+(?:the\s+|all\s+)?(?:\w+\s+){0,3}(?:is\s+|are\s+)?(?:filled|Klled|hired)|open\s+until|"
    r"continuous|until\s+further|ongoing|rolling|open\s+till",
    re.IGNORECASE,
)
_NOT_CLOSING = pattern(
    r"\bopening date|date opened|fiscal|project deadline|meet(?:s|ing)? (?:\w+ ){0,3}deadline|"
    r"deadline[- ]driven|tight deadline|multiple deadline|election deadline|under deadline|"
    r"clos(?:e|ed|es|ing) (?:attention|vision|work|out|coordination|contact|proximity|relation|"
    r"collaboration|partner|the (?:gap|deal|loop))|financial clos|year[- ]end clos|month[- ]end",
    re.IGNORECASE,
)


@fact("closing")
def closing(case: Case) -> Fact[str | None]:
    """Return the closing date or the words that leave the posting open."""
    best: tuple[int, Span] | None = None
    for place in case.hits["pay.closing"]:
        found = _closing_at(case, place)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    if best is None:
        return absent(case, None, SectionKind.HOW_TO_APPLY, named="clos")
    return Fact(case.text[best[1].start : best[1].end], (best[1],))


_FIELD_WORDS = (
    "clos", "deadline", "due date", "apply by", "last da", "end date", "filing", "final", "posting",
    "expir", "unposting", "application",
)  # fmt: skip


def _closing_at(case: Case, place: Span) -> tuple[int, Span] | None:
    """Return how good a find is, and the words that give the date."""
    text = case.text
    phrase = text[place.start : place.end].lower()
    line = line_at(text, place.start)
    if place.start - line.start > 300:
        line = Span(place.start - 120, line.end)
    if phrase.startswith("review") and line.end - place.end < 40:
        # Running text goes on in the next line.
        line = Span(line.start, max(line.end, sentence_at(case, place.start).end))
    end = min(line.end, place.end + 140)
    head = Span(max(line.start, place.start - 60), end)
    stretch = text[place.start : end]
    if _NOT_CLOSING.search(text[head.start : head.end]) and not _DATE.search(stretch):
        return None
    if phrase == "continuous" and not re.search(
        r"(?:clos\w*|open|date)\W{1,3}\Z", text[head.start : place.start], re.I
    ):
        return None
    opened = _OPEN.search(text, place.start, end)
    date = _DATE.search(text, place.end, end)
    if date is None and opened is None:
        # The value may stand on the next line or two.
        tail = re.compile(r"[ \t\xa0:*_]*(?:\r?\n\s*){1,2}").match(text, place.end)
        if tail is None or not any(word in phrase for word in _FIELD_WORDS):
            return None
        after = line_at(text, tail.end())
        date = _DATE.search(text, after.start, min(after.end, after.start + 60))
        opened = _OPEN.search(text, after.start, min(after.end, after.start + 80))
        if date is None and opened is None:
            return None
        match = date or opened
        assert match is not None  # noqa: S101  # one of the two was found
        return 4, Span(place.start, max(match.end(), after.start))
    if phrase.startswith(("clos", "deadline", "due", "end date")) and date is not None:
        gap = text[place.end : date.start()]
        if len(gap) > 60:
            return None
    if date is not None and phrase in {
        "no later than",
        "received by",
        "submitted by",
        "close",
        "closed",
    }:
        context = text[head.start : head.end].lower()
        if not re.search(r"applica|resume|materials|submi|posting|vacancy|job|position", context):
            return None
    score = 3 if date is not None else 2
    if phrase.startswith(("clos", "application", "deadline", "posting", "apply")):
        score += 1
    if phrase.startswith(("review", "first", "priority", "full")) and opened is None:
        score = 1
    match = date or opened
    assert match is not None  # noqa: S101  # one of the two was found
    start = place.start if place.start <= match.start() else match.start()
    return score, trim(text, Span(start, max(match.end(), place.end)))
