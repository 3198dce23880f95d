"""What the post pays, its overtime status, and when applications close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from postlint.document.kinds import SectionKind
from postlint.facts._data import phrases, table
from postlint.facts._text import line_at, sentence_at, trim
from postlint.facts.base import Case, Fact, absent, fact
from postlint.text.patterns import pattern
from postlint.text.source import Span

Pay = Literal["range", "single", "grade-only", "competitive", "none"]

# An amount of money: a sign and figures, or figures and a currency or a period.
_AMOUNT = pattern(
    r"[$£€]\s?(?P<number>\d{1,3}(?:,\s?\d{3})+(?:\.\d{1,4})?|\d+(?:\.\d{1,4})?)\s?(?P<kilo>[kK]\b)?"
    r"(?P<big>\s?(?:million|billion|M\b|MM\b|bn\b))?"
)
_WAGE = pattern(
    r"salar|\bwages?\b|\bpa(?:y|id)\b|pay_?range|payrate|compensation|stipend|hour|\bhr\b|annum|annual|year|month|weekly|"
    r"remunerat|\bearn|starting|\bstep\b|minimum|maximum|\brates?\b|hiring range",
    re.IGNORECASE,
)
_BARE = pattern(
    r"(?<![\d$£€,.-])(?P<number>\d{2,3},\d{3}(?:\.\d{2})?|\d{2}\.\d{2}|\d{5,6}(?:\.\d{2})?)(?![\d,%])"
)
_BETWEEN = pattern(
    r"\A[^$£€\d]{0,45}(?:[-–—‐‑/~\u00ad]|\bto\b|\band\b|\bthrough\b|\bup to\b|max\w*)"
    r"[^$£€\d]{0,30}\Z",
    re.IGNORECASE,
)
_NEAR = 120


class _Money(NamedTuple):
    span: Span
    value: float


# The ceiling of a whole pay system says nothing about this post.
_CAP = pattern(
    r"maximum\s+(?:salary|pay|rate|amount)\s+(?:available|allowed|possible|payable|under)\b|"
    r"pay\s+system\s+is|salary\s+cap|bonus(?:es)?\s+of|\bearn\s+up\s+to"
)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(block.split()) for name, block in table("pay")["words"].items()}


@fact("pay", phrases=phrases("pay"))
def pay(case: Case) -> Fact[Pay]:
    """Return how the posting states pay."""
    amounts = _wages(case)
    if amounts:
        return _by_amounts(case, amounts)
    grade = _grade(case)
    if grade is not None:
        open_ = absent(case, None, SectionKind.COMPENSATION)
        return Fact("grade-only", (grade,), open_.missing)
    vague = _competitive(case)
    if vague is not None:
        return Fact("competitive", (vague,))
    return absent(case, "none", SectionKind.COMPENSATION)


def _wages(case: Case) -> list[_Money]:
    """Return the amounts that are wages, in order."""
    amounts = list(_amounts(case))
    counts = [_is_wage(case, money) for money in amounts]
    for place in range(len(amounts) - 1):
        first, second = amounts[place], amounts[place + 1]
        if counts[place] == counts[place + 1] or not _ranges(case, first, second):
            continue
        # One end of a range carries the other.
        counts[place] = counts[place + 1] = True
    for place in range(len(amounts) - 1):
        first, second = amounts[place], amounts[place + 1]
        if not counts[place] and not counts[place + 1] and _plain_range(case, first, second):
            counts[place] = counts[place + 1] = True
    return [money for money, counted in zip(amounts, counts, strict=True) if counted]


def _ranges(case: Case, first: _Money, second: _Money) -> bool:
    """Say whether two amounts are the ends of one range."""
    if second.span.start - first.span.end > 60:
        return False
    return _BETWEEN.match(case.text[first.span.end : second.span.start]) is not None


def _plain_range(case: Case, first: _Money, second: _Money) -> bool:
    """Say whether a range without a word about pay is one all the same."""
    sizes = 2_000 <= first.value <= second.value <= min(2.5 * first.value, 500_000)
    if not sizes or not _ranges(case, first, second):
        return False
    near = case.text[max(0, first.span.start - 60) : second.span.end + 60].lower()
    return not any(word in _words()["not_wage"] for word in re.findall(r"[a-z-]+", near))


def _amounts(case: Case) -> Iterator[_Money]:
    text = case.text
    for match in _AMOUNT.finditer(text):
        if match["big"]:
            continue
        value = float(match["number"].replace(",", "").replace(" ", ""))
        if match["kilo"]:
            value *= 1000
        yield _Money(Span(match.start(), match.end()), value)
        upper = _UPPER.match(text, match.end())
        if upper and float(upper["number"].replace(",", "")) >= value:
            end = float(upper["number"].replace(",", ""))
            yield _Money(Span(upper.start("number"), upper.end()), end)
    seen = -1
    for place in case.hits["pay.wage"]:
        if place.start < seen:
            continue
        line = line_at(text, place.start)
        seen = line.end
        stretch = Span(place.end, min(line.end, place.end + 60))
        if any(sign in text[stretch.start : stretch.end] for sign in "$£€"):
            continue
        for match in _BARE.finditer(text, stretch.start, stretch.end):
            yield _Money(Span(match.start(), match.end()), float(match["number"].replace(",", "")))


# The upper end of a range that leaves out the sign: "$61,000-64,000".
_UPPER = pattern(
    r"\s{0,3}(?:-|–|—|to)\s{0,3}(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{2,6}(?:\.\d+)?)(?![\d%])",
    re.IGNORECASE,
)


def _is_wage(case: Case, money: _Money) -> bool:
    """Say whether an amount is what the post pays."""
    if not (7 <= money.value <= 200 or 800 <= money.value <= 900_000):
        return False
    text = case.text
    line = line_at(text, money.span.start)
    start = max(line.start, money.span.start - _NEAR)
    near = Span(start, min(line.end, money.span.end + 50))
    stretch = text[near.start : near.end].lower()
    if any(word in _words()["not_wage"] for word in re.findall(r"[a-z-]+", stretch)):
        if not re.search(
            r"salary|hourly|per hour|wage|per year|annual|compensation|\bpay\b", stretch
        ):
            return False
        before = text[max(line.start, money.span.start - 40) : money.span.start].lower()
        *_, own = _SENTENCES.split(before)
        if _LABELLED.match(own):
            before = own  # "… the budget. Salary: $61,000": what was said before is over
        if any(word in _words()["not_wage"] for word in re.findall(r"[a-z-]+", before)):
            return False
    sentence = case.text[max(0, money.span.start - 90) : money.span.start].lower()
    if _CAP.search(sentence):
        return False
    if _WAGE.search(stretch):
        return True
    section = case.posting.section_at(money.span.start)
    if section.kind is SectionKind.COMPENSATION and money.value >= 7:
        return True
    above = line_at(text, max(0, line.start - 2))
    for _ in range(2):
        if above.end > above.start:
            break
        above = line_at(text, max(0, above.start - 2))
    return above.end - above.start <= 60 and bool(_WAGE.search(text[above.start : above.end]))


_SENTENCES = pattern(r"[.;!?]\s+")
_LABELLED = pattern(r"\W*(?:annual |starting |base )?(?:salary|pay|wages?|compensation)\b")


def _by_amounts(case: Case, amounts: list[_Money]) -> Fact[Pay]:
    text = case.text
    for first, second in pairwise(amounts):
        between = text[first.span.end : second.span.start]
        if first.value == second.value:
            continue
        if len(between) <= 60 and _BETWEEN.match(between):
            return Fact("range", (Span(first.span.start, second.span.end),))
    values = {money.value for money in amounts}
    if len(values) >= 2 and _same_scale(values) and _is_ladder(case, amounts):
        return Fact("range", tuple(money.span for money in amounts[:2]))
    return Fact("single", (amounts[0].span,))


def _same_scale(values: set[float]) -> bool:
    return max(values) <= 3 * min(values)


def _is_ladder(case: Case, amounts: list[_Money]) -> bool:
    """Say whether several amounts are steps, minimum and maximum, or rates by degree."""
    first, last = amounts[0].span, amounts[-1].span
    stretch = case.text[max(0, first.start - 80) : min(last.end + 40, first.start + 600)].lower()
    return bool(
        re.search(
            r"\bmin\b|minimum|\bmax\b|maximum|starting|step|level|bachelor|range|entry", stretch
        )
    )


# ---------------------------------------------------------------------- grade

_GS = pattern(r"GS\s?[-:–\s]\s?\d{1,2}(?:[-/]\d{1,2})*", re.IGNORECASE)


# "Grade: HEO", and nothing behind it.
_SERVICE_GRADE = pattern(r"[ \t]*:[ \t]*(?P<code>[A-Z]{2,3})[ \t]*\Z")


def _grade(case: Case) -> Span | None:
    """Return the words that give a grade and no money."""
    text = case.text
    for place in case.hits["pay.grade"]:
        word = text[place.start : place.end].lower()
        line = line_at(text, place.start)
        span = _graded(case, place, word, line)
        if span is not None:
            return span
    return None


def _graded(case: Case, place: Span, word: str, line: Span) -> Span | None:
    text = case.text
    if word in {"g6", "g7"}:
        return line if line.end - line.start <= 20 else None
    if word == "gs":
        match = _GS.match(text, place.start)
        return Span(match.start(), match.end()) if match else None
    stretch = text[place.start : min(len(text), place.end + 40)]
    said = word.replace("/", " ").split()
    telling = bool({"salary", "pay", "paygrade", "wage"} & set(said)) or said in (
        ["group", "and", "level"],
        ["group", "level"],
        ["job", "grade"],
        ["civil", "service", "grade"],
    )
    code = re.match(
        r"\s{0,4}(?:and level|& level|level|code|\(s\))?[*_:#\s–=-]{0,12}(?:of|is|at)?\s*[*_]{0,2}"
        r"(?P<code>[A-Z]{1,4}[ -]?(?:\d{1,4}[A-Z]?|OI|I{1,3})\b|\d{1,3}[A-Z]?\b(?![,.]?\d)|[A-Z]\b|"
        r"[A-Z]{1,3}\d[\w-]*)",
        stretch[len(word) :],
    )
    if code is None:
        service = _SERVICE_GRADE.match(text, place.end, line.end)
        if service and said == ["grade"] and service["code"].lower() in _words()["civil_service"]:
            return Span(place.start, service.end())
        return None
    field = line.start >= place.start - 6 and ":" in stretch[len(word) : len(word) + 8]
    if not telling and not field:
        return None
    if said in (["range"], ["step"], ["schedule"]):
        return None
    if said == ["grade"] and not field:
        return None
    if said == ["level"]:
        raw = code["code"]
        if not re.match(r"[A-Z]{2}", raw):
            return None
    end = place.end + code.end()
    return trim(text, Span(place.start, end))


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
