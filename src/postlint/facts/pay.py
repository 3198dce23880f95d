"""What the post pays, and its overtime status."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from postlint.document.kinds import SectionKind
from postlint.facts._data import phrases, vocabulary
from postlint.facts.around import line_at, sentence_at
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
        label = min(vague.start, line_at(case.text, vague.start).start)
        scale = _ON_SCALE.search(case.text, max(0, label - 1), vague.end)
        return Fact("competitive" if scale is None else "grade-only", (vague,))
    return absent(case, "none", SectionKind.COMPENSATION)


# "The salary is negotiable on the professorial scale."
# "Salary: the approved salary schedule is on our website."
_ON_SCALE = pattern(
    r"(?i)\b(?:on|per|by|to|with)(?: the| our)? (?:[\w'’]+ ){1,4}(?:scale|spine|schedule|matrix)\b|"
    r"(?:^|\n)\W*(?:salary|pay|compensation|wages?)\b[^:\n]{0,12}:\W*(?:(?!union\b)[\w-]+ ){0,4}"
    r"(?:scale|schedule|matrix)\b",
)
_SCALES = ("schedule", "scale", "matrix")
# What another part of a large employer pays: "The salary in the Harbor Department is …"
_ELSEWHERE = pattern(
    r"\b(?:salary|pay|rate)(?: range)? (?:in|at|with) the [A-Z][^.;\n]{2,60} is\s*\Z"
)


def _of_another(case: Case, one: PayStatement) -> bool:
    return _ELSEWHERE.search(case.text, max(0, one.span.start - 100), one.span.start) is not None


def _by_amounts(case: Case, stated: list[PayStatement]) -> Fact[Pay]:
    stated = [one for one in stated if not _of_another(case, one)] or stated
    for one in stated:
        if one.is_range:
            return Fact("range", (one.span,))
    values = {value for one in stated for value in one.amounts}
    if len(values) >= 2 and max(values) <= 3 * min(values) and _is_ladder(case, stated):
        return Fact("range", tuple(one.span for one in stated[:2]))
    return Fact("single", (stated[0].span,))


_LADDER = pattern(rf"(?i)\b(?:min|max)\b|{vocabulary('pay', 'ladder')}")


# "$94,000; $104,000; and $110,000", or "Nights: $20.50" below "Days: $19.00".
_LISTED = pattern(
    r"\s{0,2}[;,]\s{1,3}(?:(?:and|or)\s{1,3})?|[^\n\d:|]{0,16}\|?\n[^\n:|]{1,30}[:|] ?"
)


_SHARE = pattern(r"(?i)\bactual\b|\bpro[- ]?rata\b|\bFTE\b|\bfull[- ]time equivalent\b")


def _is_ladder(case: Case, stated: list[PayStatement]) -> bool:
    """Say whether several amounts are steps, minimum and maximum, or rates by degree."""
    gaps = [case.text[one.span.end : after.span.start] for one, after in pairwise(stated)]
    if any(_SHARE.search(gap) for gap in gaps):
        return False  # "£23,114 full-time equivalent, actual salary £15,870" is one pay
    if all(_LISTED.fullmatch(gap) for gap in gaps):
        return True
    first, last = stated[0].span, stated[-1].span
    end = min(last.end + 40, first.start + 600)
    return _LADDER.search(case.text, max(0, first.start - 80), end) is not None


# ---------------------------------------------------------------- competitive

_PAY_WORD = pattern(
    r"(?i)\b(?:salary|salaries|pay|paid|compensat\w+|wages?|remuneration|starting|"
    r"(?:base|hourly) rates?)\b"
)
_OTHER_USE = pattern(
    rf"(?i)department of e|\(doe\)|competitive (?:{vocabulary('pay', 'competitive')})"
)


# A stop with a blank or a capital behind it; "etc.)Compensation:" has lost its line end.
_SEAM = pattern(r"[.!?;)][\s)]*(?=[A-Z])|[.!?;]\s+|[•·]\s*")
_BLANK = pattern(r"\s+")
_OF_PEOPLE = pattern(f"(?i){vocabulary('pay', 'of_people')}")


def _competitive(case: Case) -> Span | None:
    """Return the words that praise the pay without a figure."""
    for place in case.hits["pay.competitive"]:
        sentence = sentence_at(case, place.start)
        section = case.posting.section_at(place.start)
        names = (section.heading, case.posting.name_at(place))
        if any(name is not None and place.start < name.span.end < place.end for name in names):
            return sentence_at(case, place.end - 1)  # "COMPENSATION" over "Competitive base"
        line = line_at(case.text, place.start)
        wide = Span(min(sentence.start, line.start), max(sentence.end, place.end))
        if wide.end - wide.start > 300:
            # A text without ends is cut where a sentence may end, else at blanks.
            start, end = max(wide.start, place.start - 150), min(wide.end, place.end + 150)
            before = [one.end() for one in _SEAM.finditer(case.text, start, place.start)]
            blank = _BLANK.search(case.text, start, place.start)
            after = _SEAM.search(case.text, place.end, end)
            blanks = [one.start() for one in _BLANK.finditer(case.text, place.end, end)]
            wide = Span(
                before[-1] if before else blank.end() if blank else place.start,
                after.start() + 1 if after else blanks[-1] if blanks else place.end,
            )
        text = case.text[wide.start : wide.end]
        phrase = case.text[place.start : place.end].lower()
        headed = section.kind is SectionKind.COMPENSATION
        if not _PAY_WORD.search(text) and not headed:
            continue
        if phrase.endswith(_SCALES) and phrase[:5] != "union" and not _ON_SCALE.search(text):
            continue  # "Maintains the salary schedule"
        by_people = _OF_PEOPLE.search(case.text, place.end, wide.end) is not None
        if phrase.endswith(("based on", "upon")) and not by_people:
            continue  # "The salary is based on seniority", as an agreement has it
        if phrase == "competitive and" and not pattern(
            r"(?i)competitive and \w+ (?:salary|pay|compensation|wage)"
        ).search(text):
            continue
        if _OTHER_USE.search(phrase) or (
            phrase in {"doe", "doq", "boe"} and _OTHER_USE.search(text)
        ):
            continue
        # The sentence says it by itself, or with what stands before it in the line.
        own = _PAY_WORD.search(case.text, sentence.start, sentence.end) is not None
        if not own or sentence.end - sentence.start > 300:
            return wide
        # "Minimum Salary" over "Commensurate": the words go on in the next line.
        return Span(sentence.start, max(sentence.end, place.end))
    return None


# ----------------------------------------------------------------------- flsa

_NOT_FLSA = pattern(
    "(?i)tax[- ]exempt|exempt from (?:the |all |)"
    f"(?:{vocabulary('pay', 'exempt_from')})"
    "|exempt service|exempt organi|exempt(?:ion)? (?:status )?under 501|(?:vaccin|"
    r"medical|religious|immuni|background)\w*[^.]{0,30}exempt|exempt from (?:this|"
    "these) req"
)


# "Overtime eligible employees earn …" is about staff of every kind, not about this post.
_OF_MANY = pattern(
    r"\W{1,2}(?:employees|staff|workers|personnel|team members)\b(?!\s+(?:position|post|role|job))"
)
_CIVIL_SERVICE = pattern(
    r"(?i)\W{1,3}from\s+(?:the\s+)?(?:\w+\s+){0,2}(?:civil|classified|merit|career)\b"
)


@fact("flsa")
def flsa(case: Case) -> Fact[Literal["exempt", "nonexempt"] | None]:
    """Return the overtime status the posting states.

    A sentence that says so weighs more than a field of the job board's.
    """
    stated: dict[bool, tuple[Literal["exempt", "nonexempt"], Span]] = {}
    answer: Literal["exempt", "nonexempt"] | None
    for place in case.hits["pay.exempt"]:
        phrase = " ".join(pattern(r"[a-z]+").findall(case.text[place.start : place.end].lower()))
        if phrase in {"flsa", "fair labor standards act"}:
            continue
        line = line_at(case.text, place.start)
        near = Span(max(line.start, place.start - 90), min(line.end, place.end + 70))
        text = case.text[near.start : near.end]
        if _NOT_FLSA.search(text) and "flsa" not in text.lower():
            continue
        after = case.text[place.end : place.end + 32].lower()
        if phrase.endswith("exempt") and (reply := _answered(case.text, place.end)) is not None:
            if reply:
                answer = "exempt" if (reply == "y") == ("non" not in phrase) else "nonexempt"
                stated.setdefault(False, (answer, place))
            continue
        if phrase == "exempt" and pattern(r"\W{0,2}(?:status|y/n|or |and non)").match(after):
            continue
        if _OF_MANY.match(after) and not pattern(r"(?i)\bflsa\b|\bthis\b").search(text):
            continue
        if phrase == "exempt":
            answer = _exempt(case, place, text)
        else:
            answer = (
                "exempt"
                if phrase in {"overtime exempt", "not eligible for overtime"}
                else "nonexempt"
            )
        if answer is None or _is_choice(case.text, place):
            continue
        prose = (
            bool(pattern(r"\b(?:is|are|be|this)\b").search(text)) and "exempt from" in text.lower()
        )
        stated.setdefault(prose, (answer, place))
    if not stated:
        return Fact(None)
    value, span = stated.get(True) or stated[False]
    return Fact(value, (span,))


# "Exempt / Non-Exempt", "non-exempt or exempt": the form prints both, and nobody chose.
_BETWEEN = r"(?:\W{0,2}\s?(?:/|\||\bor\b)\s?\W{0,2}|[ \t\xa0_]{1,12})"
_CHOSEN = pattern(r"(?<![^\W_])[xX✓✔]\s?[_)\]]?\s*\Z")  # "_X_ Exempt ___ Non-exempt"
_OTHER_BEHIND = pattern(rf"(?i){_BETWEEN}(?:non-?\s?)?exempt\b")
_OTHER_BEFORE = pattern(rf"(?i)\b(?:non-?\s?)?exempt{_BETWEEN}(?:non-?\s?)?\Z")
# "Overtime exempt? [ ] Yes [X] No", "FLSA exempt (Y/N): N"
_ANSWERED = pattern(
    r"(?i)(?: (?:status|position|from overtime))? ?(?:\((?:y/n|yes/no)\) ?)?[?:]"
    r"(?=[^\w\n]{0,20}(?:x[^\w\n]{1,3})?(?:y|n|yes|no)\b)"
)
_YES_OR_NO = pattern(r"(?i)\b(?:yes|no|y|n)\b")


def _answered(text: str, end: int) -> str | None:
    """Return the answer to the question whether a post is exempt: "y", "n", or "" where none is.

    `None` where nothing asks.
    """
    asks = _ANSWERED.match(text, end)
    if asks is None:
        return None
    # What is not checked is blank here.
    line = text[asks.end() : line_at(text, end).end]
    found = {word[0].lower() for word in _YES_OR_NO.findall(line)}
    return found.pop() if len(found) == 1 else ""


def _is_choice(text: str, place: Span) -> bool:
    """Say whether the other status stands beside this one, so that neither is stated."""
    start = max(0, place.start - 24)
    if _CHOSEN.search(text, start, place.start) is not None:
        return False
    return (
        _OTHER_BEHIND.match(text, place.end, place.end + 24) is not None
        or _OTHER_BEFORE.search(text, start, place.start) is not None
    )


def _exempt(case: Case, place: Span, text: str) -> Literal["exempt", "nonexempt"] | None:
    before = case.text[max(0, place.start - 5) : place.start].lower()
    if pattern(r"non\W?\Z|not\s\Z").search(before):
        return "nonexempt"
    low = text.lower()
    after = case.text[place.end : place.end + 90].lower()
    if pattern(r"\W{1,3}from\b").match(after) and not pattern(r"overtime|fair labor|flsa").search(
        after
    ):
        return None
    if pattern(r"flsa|fair labor|overtime|salar(?:ied|y)|[$]\s?\d").search(low):
        return "exempt"
    if _outside_civil_service(case):
        return None
    if pattern(r"status|employment type|class|position|job|pay").search(low):
        return "exempt"
    alone = len(pattern(r"\w+").findall(text)) <= 4
    return "exempt" if alone else None


def _outside_civil_service(case: Case) -> bool:
    """Say whether the text calls the post exempt from civil service, which is another matter."""
    text = case.text
    return any(
        _CIVIL_SERVICE.match(text, place.end, place.end + 60) for place in case.hits["pay.exempt"]
    )
