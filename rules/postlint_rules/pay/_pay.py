"""What a posting says it pays, sorted for the rules."""

from collections.abc import Iterable, Sequence
from math import inf

import postlint.rules as kit

# Where pay and what comes with it stand, best place first.
SECTIONS = (kit.SectionKind.COMPENSATION, kit.SectionKind.BENEFITS)
_SIGNS = {"USD": "$", "CAD": "$", "AUD": "$", "NZD": "$", "GBP": "\N{POUND SIGN}", "EUR": "€"}
# Work of a year, a month and so on in units of an hour: full time, 40 hours a week.
HOURS = {"hour": 1.0, "week": 40.0, "two weeks": 80.0, "half month": 2080 / 24, "month": 2080 / 12,
         "year": 2080.0}  # fmt: skip
# Below the first a figure without a unit reads as an hour's, from the second as a year's.
HOURLY, YEARLY = 200, 15_000


def invites(case: kit.Case) -> bool:
    """Say whether the text asks for applications; a description of a job need not."""
    return case[kit.facts.document_kind].value in {"advertisement", "announcement"}


def paid(case: kit.Case) -> tuple[kit.facts.PayStatement, ...]:
    """Return the statements of what is paid for the work itself, in figures."""
    return case.once(_paid)


def _paid(case: kit.Case) -> tuple[kit.facts.PayStatement, ...]:
    found = case[kit.facts.pay_statements].value
    return tuple([one for one in found if one.basis in {"base", "stipend"} and one.amounts])


# "Plus overtime up to $4,000" is paid beside what the post pays.
_EXTRA = kit.pattern(
    r"(?i)\b(?:overtime|bonus(?:es)?|stipend|allowance|incentive)s?\b[^.;\d$£€]{0,30}\Z"
)
_BEFORE = 60


def is_extra(case: kit.Case, one: kit.facts.PayStatement) -> bool:
    """Say whether something is paid over what is stated before it."""
    start = one.span.start
    return paid(case)[0] is not one and bool(
        _EXTRA.search(case.text, max(0, start - _BEFORE), start)
    )


def of_one_unit(case: kit.Case) -> list[kit.facts.PayStatement]:
    """Return the statements whose figures can be of one unit."""
    return [one for one in paid(case) if not of_two_units(one)]


states_pay = kit.only(paid, "No pay was found.", kit.SectionKind.COMPENSATION)


def ranges(stated: Iterable[kit.facts.PayStatement]) -> tuple[kit.facts.PayStatement, ...]:
    """Return the statements that give two figures which can be those of one range."""
    return tuple(one for one in stated if one.is_range and not of_two_units(one))


def narrowest(found: Sequence[kit.facts.PayStatement]) -> list[kit.facts.PayStatement]:
    """Return the ranges in which no narrower range of the same unit lies."""
    # From the highest bottom down: a range holds another where it reaches to the least top so far.
    least: dict[object, float] = {}
    narrow = set()
    for low, high, unit in sorted({_of(one) for one in found}, key=lambda of: (-of[0], of[1])):
        if high < least.get(unit, inf):
            least[unit] = high
            narrow.add((low, high, unit))
    return [one for one in found if _of(one) in narrow]


def _of(one: kit.facts.PayStatement) -> tuple[float, float, object]:
    return one.low or 0, one.high or 0, one.unit


def of_two_units(one: kit.facts.PayStatement) -> bool:
    """Say whether the figures of a range cannot be of one unit: "$47 an hour ($98,000)"."""
    if one.low is None or one.high is None:
        return False
    least, most = sorted((one.low, one.high))
    return most > 12 * least


def unit_of(one: kit.facts.PayStatement) -> str | None:
    """Return the unit of a statement, or the one its size shows; `None` where that is open."""
    if one.unit is not None:
        return one.unit
    if all(amount < HOURLY for amount in one.amounts):
        return "hour"
    return "year" if all(amount >= YEARLY for amount in one.amounts) else None


def money(amount: float, currency: str | None) -> str:
    """Return an amount as a message has it: $54,000 or $23.50."""
    sign = _SIGNS.get(currency or "", f"{currency} " if currency else "")
    return f"{sign}{amount:,.2f}".removesuffix(".00")


_ADDRESS = kit.pattern(r"https?://\S|\bwww\.\S|\]\(\S")
_OF_PAY = kit.pattern(r"(?i)\b(?:salar(?:y|ies)|pay|compensation|wages?)\b")


def link_to_pay(case: kit.Case) -> kit.Span | None:
    """Return the sentence that leads to a page about pay, or `None`."""
    text = case.text
    for found in _ADDRESS.finditer(text):
        sentence = case.posting.running.at(found.start()) or kit.Span(found.start(), found.end())
        start = max(sentence.start, found.start() - 200)
        # A text without ends is one sentence, and each of its links would ask all of it.
        end = min(sentence.end + 60, found.end() + 400, len(text))
        if _OF_PAY.search(text, start, end):
            return sentence
    return None


def eased(case: kit.Case, grave: kit.Severity) -> kit.Severity:
    """Return one step less where a page with the pay is linked: a warning for an error."""
    if link_to_pay(case) is None:
        return grave
    return kit.Severity.WARNING if grave is kit.Severity.ERROR else kit.Severity.INFO


# A page, or the words that led to one before its link was lost.
_PAGE = kit.pattern(
    r"(?i)(?:https?://|\bwww\.)[^\s()<>\]]*[^\s()<>\].,;]|\]\(\S|\bclick here\b(?! to apply)|"
    r"\b(?:read|learn) more\b|\bvisit\b|"
    r"\brefer to\b|"
    r"\bsee (?:the|our) (?:\w+ ){0,2}(?:brochure|flyer|bulletin|page|site|website|summary)\b"
)
# A page on which one applies, or with the description, is none with the benefits.
_TO_APPLY = kit.pattern(
    r"(?i)\b(?:appl(?:y|ications?)|(?:job|position|full) descriptions?|r[eé]sum\w+)\b"
    r"(?:(?!benefit)[^.\n])*\Z"
)
_BEHIND = 160


def page_beside(case: kit.Case, words: kit.Span) -> kit.Span | None:
    """Return what leads on from some words to a page with more."""
    for found in _PAGE.finditer(case.text, *kit.around(case, words, _BEHIND // 2, _BEHIND)):
        before = case.text[max(0, found.start() - _BEHIND // 2) : found.start()]
        if not (_TO_APPLY.search(before) or "appl" in found[0].lower()):
            return kit.Span(*found.span())
    return None
