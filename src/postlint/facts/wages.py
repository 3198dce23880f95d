"""What the post pays, read from its amounts: which are pay, for how long, and how open.

Each amount is judged by the words around it. What is near a word such as
"budget" is no pay unless it is called a salary; two amounts that are joined
are the ends of one statement.
"""

# No postponed annotations: a named tuple compiles each that is a text, at every start.

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, Literal

from postlint.document.kinds import SectionKind
from postlint.facts._data import table, vocabulary, word_sets
from postlint.facts.around import line_at
from postlint.facts.base import Case
from postlint.facts.grades import grades
from postlint.facts.money import Amount, amounts
from postlint.facts.payment import PayBasis, PayGrade, PayOpenness, PayStatement, PayUnit
from postlint.text.decisions import Decision, first_that_holds
from postlint.text.patterns import pattern
from postlint.text.source import Span

_WAGE = pattern(
    r"(?i)salar|\bwages?\b|\bpa(?:ys?|id)\b|\bsuper(?:annuation)?\b|pay_?range|payrate|"
    r"compensation|stipend|hour|\bhrs?\b|annum|annual|year|month|weekly|\bper week|remunerat|"
    r"\bearn|starting|\bsteps?\b|honorari|\bmin(?:imum)?\b|\bmax(?:imum)?\b|\brates?\b|"
    rf"hiring range|\b(?:{vocabulary('pay', 'wage_words')})\b"
)
_BETWEEN = pattern(
    r"(?i)\A(?:[^$£€₹¥₪₱₦\d]{0,45}|[^$£€₹¥₪₱₦\d(]{0,12}\([^()$£€₹¥₪₱₦]{1,40}\)\s?)"
    r"(?:[-–—‐‑~\u00ad]|/(?!\s?(?:h|y|mo|w|d)[a-z]*\b)|\bto\b|\band\b|\bbis\b|\bthrough\b|"
    r"\bup to\b|\btop(?:s out at| out at)?\b|mid\w*|max\w*)"
    r"(?:[^$£€₹¥₪₱₦\d]{0,30}|[\s(]{0,3}(?:step|level)\s[A-Z\d]{1,2}\W{1,3})\Z"
)
# "Min $20 / Mid $25 / Max $30": an end each, and what lies between them.
_MIDDLE = pattern(r"(?i)\bmid(?:point|dle)?\b")
# What stands behind these is another figure: a rise, another unit in brackets, a new sentence.
_ANOTHER = pattern(
    r"(?i)\b(?:ris(?:es?|ing)|increas\w+|after|upon|then|to start)\b"
    r"|\b(?:annual|annually|yearly|monthly|weekly|hourly)\s?:"
    r"|(?-i:(?<!\s[A-Z\d]\s)(?<!\s\d\d\s))\(\s*(?:or\s+)?\Z"
    r"|;\s(?![^.;]*\b(?:max|mid|top))|(?-i:[a-z)]\.\s{1,3}[A-Z])"
)
_NEAR: Final = 120
_APART: Final = 60
# The ceiling of a whole pay system says nothing about this post.
_CAP = pattern(
    r"maximum\s+(?:salary|pay|rate|amount)\s+(?:available|allowed|possible|payable|under)\b|"
    r"pay\s+system\s+is|salary\s+cap|nearest\s+\Z|bonus(?:es)?\s+of|\bearn\s+up\s+to\b[^$£€\d]{0,20}\Z|"
    r"(?:average|median)\s+(?:household|family|home|house|teacher|price|income)|"
    # What others earn for such work.
    r"\b(?:average|median|prevailing)\s+(?:\w+\s+){0,2}(?:wages?|pay|salar(?:y|ies)|rates?)\s+"
    r"(?:for|of|in)\b(?![^.;]*[.;]\s)"
)
_SENTENCES = pattern(r"[.;!?]\s+")
_LABELLED = pattern(
    r"\W*(?:it |this )?(?:(?:annual |starting |base )?(?:salary|pay|wages?|compensation)|"
    r"ris(?:es|ing)|increas(?:es|ing))\b"
)
_PLAINLY = pattern(rf"{vocabulary('pay', 'plainly_pay')}|\bpay\b")
_WORDS = pattern(r"[a-z-]+")

# How much may be paid for a time; beyond it an amount is something else.
_BOUNDS: Final[Mapping[PayUnit | None, tuple[float, float]]] = {
    "hour": (5, 1_000),
    "day": (20, 5_000),
    "week": (50, 20_000),
    "two weeks": (100, 40_000),
    "half month": (100, 60_000),
    "month": (200, 150_000),
    "year": (500, 5_000_000),
    "course": (20, 50_000),
    "session": (7, 30_000),
    "piece": (0.01, 5_000),
}
_UNSAID: Final = ((7, 200), (800, 900_000))


@cache
def _heads() -> re.Pattern[str]:
    """Return the nouns that make an amount something else than base pay, behind it."""
    named = "|".join(
        f"(?P<{basis}>{'|'.join(table('pay')['heads'][basis].split())})"
        for basis in ("allowance", "bonus", "none")
    )
    return pattern(
        rf"(?i)\A[ \t*)]{{0,3}}(?:(?:a|an|per|each|every|of) \w+ )?(?:in )?"
        r"(?:(?!salar|pay\b|wage|hour|(?:per|to|and|plus|with|or|for|in|as|on|at|from|is|before|after|"
        r"including|excluding)\b)"
        rf"[\w'’/-]+[ \t]+){{0,3}}?(?:\w+-)?(?:{named})\b"
    )


@cache
def _leads() -> re.Pattern[str]:
    """Return the same nouns before an amount: "a bonus of up to"."""
    named = "|".join(
        f"(?P<{basis}>{'|'.join(table('pay')['heads'][basis].split())})"
        for basis in ("allowance", "bonus", "none", "before")
    )
    return pattern(
        rf"(?i)\b(?:{named})\W{{0,3}}[ \t]{{0,20}}(?:is\s+|are\s+)?"
        r"(?:(?:of|worth|totall?ing|:|valued|at|in excess|"
        r"over|more than|about|approximately|up|to|\(|an?|additional)\W{1,2}){0,4}\Z"
    )


def statements(case: Case) -> Iterator[PayStatement]:
    """Yield what a text says of pay, in order; grades alone where it names no amount."""
    named = list(grades(case))
    sums = _wages(case)
    place = 0
    known = False
    while place < len(sums):
        first, basis, unit = sums[place]
        if _ends_repeated(case, sums[place : place + 4]):
            for low, high in ((place, place + 2), (place + 1, place + 3)):
                one = _statement(case, sums[low][0], sums[high][0])
                grade = _nearest(one.span, named)
                yield one._replace(basis=basis, unit=sums[low][2], grade=grade)
            known = known or basis == "base"
            place += 4
            continue
        second = sums[place + 1] if place + 1 < len(sums) else None
        end = None
        if second is not None and second[1] == basis and _joined(case, first, second[0]):
            place += 1
            if _is_middle(case, sums[place - 1 : place + 2]):
                place += 1
            end = sums[place][0]
            unit = _unit(case, end) or unit
        place += 1
        known = known or basis in {"base", "stipend"}
        one = _statement(case, first, end)
        grade = _nearest(one.span, named)
        yield one._replace(basis=basis, unit=unit, grade=grade)
    if not known:
        for grade in named:
            yield PayStatement(grade.span, grade=grade)


_NEXT_ROW = pattern(r"[^\n$£€₹¥₪₱₦\d]{0,16}\n[^\n$£€₹¥₪₱₦]{1,40}")
# A year's pay is not so near to an hour's.
_ALIKE: Final = 3


def _first_word(text: str, amount: Amount) -> str:
    """Return the word that an amount's line begins with."""
    return text[line_at(text, amount.span.start).start :][:40].partition(" ")[0]


def _is_next_row(text: str, first: Amount, second: Amount) -> bool:
    """Say whether an amount stands in the row below another, and is of its size."""
    low, high = sorted((first.value, second.value))
    between = text[first.span.end : second.span.start]
    apart = high > _ALIKE * low or _NEXT_ROW.fullmatch(between) is None
    return not (apart or _COSTS.search(between) or _not_wages(between.lower()))


def _is_middle(case: Case, sums: Sequence[tuple[Amount, str, PayUnit | None]]) -> bool:
    """Say whether the second of three sums is named the middle of a range."""
    if len(sums) < _LOW_MIDDLE_HIGH:
        return False
    (first, *_), (second, *_), (third, *_) = sums
    between = case.text[first.span.end : second.span.start]
    behind = case.text[second.span.end : third.span.start]
    rising = first.value <= second.value <= third.value
    # "$50,000 minimum – $60,000 midpoint – $70,000 maximum", "$50,000 - $60,000 - $70,000"
    dashed = between.strip() == behind.strip() and between.strip() in {"-", "–", "—"}
    named = _MIDDLE.search(between) or _MIDDLE.search(behind)
    return rising and bool(named or dashed) and _joined(case, second, third)


_LOW_MIDDLE_HIGH: Final = 3
# "$41,600 ($20 hr) - $52,000 ($25 hr)": each end by the year, and in brackets by the hour.
_OPENS_BRACKET = pattern(r"(?:\s(?:an?|per)\s\w+)?\s?\(\s?")
_TO_THE_END = pattern(r"[^()$£€\d]{0,16}\)\s{0,3}(?:-|–|—|to)\s{0,3}")


def _ends_repeated(case: Case, sums: Sequence[tuple[Amount, str, PayUnit | None]]) -> bool:
    """Say whether four sums are the ends of a range, each with the same in brackets behind it."""
    if len(sums) <= _LOW_MIDDLE_HIGH:
        return False
    spans = [amount.span for amount, *_ in sums]
    forms = (_OPENS_BRACKET, _TO_THE_END, _OPENS_BRACKET)
    return all(
        form.fullmatch(case.text, one.end, after.start) is not None
        for form, (one, after) in zip(forms, pairwise(spans), strict=True)
    )


def _statement(case: Case, first: Amount, second: Amount | None) -> PayStatement:
    span = Span(first.span.start, second.span.end if second else first.span.end)
    by_experience = _depends(case, span)
    if second is not None:
        currency = first.currency or second.currency
        low, high = first.value, second.value
        return PayStatement(span, low, high, currency, by_experience=by_experience)
    openness = _openness(case, span)
    top = openness == "up to"
    return PayStatement(
        span,
        low=None if top else first.value,
        high=first.value if top else None,
        currency=first.currency,
        openness=openness,
        by_experience=by_experience,
    )


def _nearest(span: Span, named: list[PayGrade]) -> PayGrade | None:
    """Return the grade that an amount is of: the only one, else one just before it."""
    if len(named) == 1:
        return named[0]
    place = bisect_right(named, span.start, key=_end) - 1
    return named[place] if place >= 0 and span.start - named[place].span.end <= _NEAR else None


def _end(grade: PayGrade) -> int:
    return grade.span.end


# ------------------------------------------------------------- which are pay


def _wages(case: Case) -> list[tuple[Amount, PayBasis, PayUnit | None]]:
    """Return the amounts that are paid to the holder, in order, each with its basis and unit."""
    figures = [Figure(case, one) for one in amounts(case)]
    for one in figures:
        decides = None if one.other else first_that_holds(WAGES, one)
        one.counts = decides is not None and decides.answer is True
    for carry in (_ends_of_a_range, _next_of_rows, _plain_ends, _last_of_rows):
        for first, second in pairwise(figures):
            carry(first, second)
    wages: list[tuple[Amount, PayBasis, PayUnit | None]] = []
    for one in figures:
        if one.counts:
            wages.append((one.amount, _own_basis(case, one.amount), one.unit))
        elif one.other and one.other != "none":
            wages.append((one.amount, one.other, one.unit))
    return wages


class Figure:
    """An amount where a posting names it; what it is paid for, and whether it is pay, so far."""

    counts = False

    def __init__(self, case: Case, amount: Amount) -> None:
        self.case, self.amount, self.text = case, amount, case.text
        self.start, self.end = amount.span
        self.unit = _unit(case, amount)
        self.other = _other_basis(case, amount)
        self.line = line_at(case.text, self.start)
        self.near = max(self.line.start, self.start - _NEAR)
        self.stretch = case.text[self.near : min(self.line.end, self.end + 50)].lower()
        if self.other == "none" and _is_hired(self.stretch, self.unit):
            self.other, self.stretch = None, self.stretch.replace("fee", "pay")

    def follows(self, form: re.Pattern[str]) -> bool:
        """Say whether a form is found before it, on its line."""
        return form.search(self.text, self.near, self.start) is not None

    def leads(self, form: re.Pattern[str]) -> bool:
        """Say whether a form stands directly behind it."""
        return form.match(self.text, self.end) is not None

    @property
    def labelled(self) -> bool:
        """Say whether it stands behind the label of the pay, with a time, however wrong it is."""
        behind = self.unit and _PAY_LABEL.fullmatch(self.text, self.line.start, self.start)
        return behind is not None and self.amount.value <= _BOUNDS["year"][1]

    @property
    def sentence(self) -> str:
        """The words around it that speak of it, in small letters.

        "Up to $2,500 for tuition. $60,000 a year": of an amount that begins one, the
        sentence before says nothing.
        """
        before = self.start - self.near
        *_, opening = _SENTENCES.split(self.stretch[:before])
        opening = opening.rpartition(" · ")[2]
        if _LETTER.search(opening) and not _LABELLED.match(opening):
            return self.stretch
        # "$58,500, twelve months, insurance paid"
        own = self.stretch[before - len(opening) :]
        comma = _COMMA.search(own)
        return own if comma is None else own[: comma.start()]

    @property
    def of_other_money(self) -> bool:
        """Say whether its sentence is of other money, and does not call it pay all the same."""
        if not _not_wages(self.sentence):
            return False
        plain = _PLAINLY.search(self.stretch) or self.follows(_BASE) or self.leads(_SLASHED)
        before = self.text[max(self.line.start, self.start - 40) : self.start].lower()
        *_, own = _SENTENCES.split(before)
        if _LABELLED.match(own):
            before = own  # "… the budget. Salary: $61,000": what was said before is over
        return not plain or (_not_wages(before) and _BASE.search(before) is None)

    @property
    def below_pay(self) -> bool:
        """Say whether the line above it is of pay."""
        above = _above(self.text, self.line)
        words = self.text[above.start : above.end]
        return len(words) <= _APART and _WAGE.search(words) is not None


def _ends_of_a_range(first: Figure, second: Figure) -> None:
    """Let one end of a range carry the other."""
    if first.counts == second.counts or not _joined(first.case, first.amount, second.amount):
        return
    if second.other and "\n" in first.text[first.end : second.start]:
        return  # "Base: from $3,400" above "Bonus: up to $6,000"
    if first.other or second.other:
        first.counts = second.counts = False
        first.other = second.other = second.other or first.other
        return
    first.counts = second.counts = not _capped(first.case, first.amount)


def _next_of_rows(first: Figure, second: Figure) -> None:
    """Let a row carry the next: "Day $19.00", and below it "Night $20.50"."""
    if first.counts and not (second.counts or second.other):
        second.counts = _is_next_row(first.text, first.amount, second.amount)
        second.unit = second.unit or (first.unit if second.counts else None)


def _plain_ends(first: Figure, second: Figure) -> None:
    """Take a range that nothing is said of for pay, where its size is that of pay."""
    if not (first.counts or second.counts or first.other or second.other):
        first.counts = second.counts = _plain_range(first.case, first.amount, second.amount)


def _last_of_rows(first: Figure, second: Figure) -> None:
    """Let a row named alike carry the last: "Operator learning $71", over "Operator range $77"."""
    if second.counts and not (first.counts or first.other):
        alike = _first_word(first.text, first.amount) == _first_word(first.text, second.amount)
        first.counts = alike and _is_next_row(first.text, first.amount, second.amount)


_STIPEND = pattern(r"(?i)\bstipends?\b")


def _own_basis(case: Case, amount: Amount) -> PayBasis:
    """Return whether an amount is called a stipend."""
    line = line_at(case.text, amount.span.start)
    before = case.text[max(line.start, amount.span.start - 40) : amount.span.start]
    behind = case.text[amount.span.end : min(line.end, amount.span.end + 25)]
    # "$61,000, with a stipend of $1,500": of the two, the second is the stipend.
    own = _ASIDE.split(before)[-1] + " " + _ASIDE.split(behind)[0]
    return "stipend" if _STIPEND.search(own) else "base"


_ASIDE = pattern(r"(?i)[,;.]\s|\b(?:with|plus|and|including|beside)\b|\+")


def _other_basis(case: Case, amount: Amount) -> Literal["bonus", "allowance", "none"] | None:
    """Return what an amount is by the noun before or behind it, where that is not base pay."""
    text, (start, end) = case.text, amount.span
    # "Fen Arts Commission" in the paragraph above pays nothing beside the salary.
    before = text[max(0, start - 60) : start].rpartition("\n\n")[2]
    *_, before = _SENTENCES.split(before)
    found = _heads().match(text[end : end + 70])
    if found is None and not _BY_CONTRACT.search(before):
        found = _leads().search(before)
    if found is None:
        heading = case.posting.section_at(start).heading
        over = heading.text if heading is not None else ""
        if _PREMIUM.search(over) and not (_PAY.search(over) or _PLAIN_WAGE.search(before)):
            return "bonus"
        purpose = _FOR.match(text, end, min(len(text), end + 90))
        return "allowance" if purpose is not None else None
    named = found.groupdict()
    for kind in ("bonus", "allowance"):
        if named[kind]:
            return kind
    return "none"


_PLAIN_WAGE = pattern(r"(?i)salar|\bwages?\b|\brates?\b|\bbase\b")
# "Retention incentives", over what is paid once; "Pay and bonus" is over both.
_PREMIUM = pattern(r"(?i)\b(?:bonus(?:es)?|incentives?)\b")
_PAY = pattern(r"(?i)salar|\bpay|compensat|wage|earn")
# "Salary: per the teachers' contract, $52,000": what pay follows, and not what is paid for.
_BY_CONTRACT = pattern(
    r"(?i)\b(?:per|by|under|see|following|according to|in accordance with)\s"
    r"(?:[\w'’]+\s){0,4}contracts?\W{0,3}\Z"
)
# "$2,500 a year for conferences and courses": what it may be spent on.
_FOR = pattern(
    r"(?i)[ \t]*(?:(?:a|per|each|every)[ ](?:year|month|week|quarter)[ ]|(?:annually|yearly|"
    "monthly)[ ])?(?:to (?:spend|put) )?(?:for|on|towards?)[ ](?:your[ ]|the[ ]|a[ ])?"
    r"(?:[\w-]+[ ]){0,2}?"
    rf"(?:{vocabulary('pay', 'spent_on')})\b"
)


_PAY_LABEL = pattern(
    r"(?i)\W*(?:\w+ ){0,2}(?:salary|pay|wages?|rate|compensation)(?: (?:range|rate))?[*_]*:[*_]*\s*"
    r"(?:from |up to |starting at )?"
)
# "$12 and tips": what a waiter is paid.
# "$68,000 + bonus": what is paid besides says nothing of it.
_COMMA = pattern(
    r",\s(?=\D|\d+[ -](?:month|day|week))|\s?\+\s?(?=[a-z])"
    r"|\s(?:plus|and|with|&)\s(?=(?:[\w$£€,-]+\s){0,2}(?:bonus|equity|stock|commission|allowance))"
)
_TIPS = pattern(
    r"(?i)(?:\s?(?:(?:/|an|per)\s?h(?:ou)?r|ph))?\s?"
    r"(?:\+|plus\b|and\b|&)\s(?:\w+ )?tips?\b"
)
# "Base $55,000 plus commission".
# "… insurance, and pay of $19": named at once before it.
_BASE = pattern(
    r"(?i)\b(?:base(?:\s(?:of|is|from))?|(?:pay|wages?|salary)(?:\s(?:of|is)|(?=:)))[\s:]{1,2}\Z"
)
# "The detour costs the town $90,000 a month", "Readers save $120 a year".
_SPENT = pattern(
    rf"(?i)\b(?:{vocabulary('pay', 'spends')})"
    r"\s+(?:(?!to\b|of\b|pay)[\w'’]+\s+){0,4}(?:about|over|nearly|some|up to)?\s*\Z"
    rf"|\b(?:{vocabulary('pay', 'has_worth')})(?: is| are)? worth\s(?:about |over )?\Z"
)
_SLASHED = pattern(rf"(?i)\+?\s?(?:/\s?(?:{vocabulary('pay', 'slashed')})|p(?:/?h|/?a|w|cm))\b")


def _fills_line(text: str, line: Span, money: Amount) -> bool:
    """Say whether a line has no more than the amount, the time, and how open it is."""
    before = _BEFORE_ALONE.fullmatch(text, line.start, money.span.start)
    behind = before and _BEHIND_ALONE.fullmatch(text, money.span.end, line.end)
    return bool(before and behind and _LETTER.search(before[0] + behind[0]))


def _is_clause(case: Case, line: Span, money: Amount, unit: PayUnit | None) -> bool:
    """Say whether an amount and its time are all of a clause: "Room and board, $600 a week.".

    Without a time it is what a sentence begins with: "£24,000, live in."
    """
    opens, ends = (_OPENS_CLAUSE, _ENDS_CLAUSE) if unit else (_OPENS_SENTENCE, _ENDS_ALONE)
    return (
        money.value >= _LEAST_PAID.get(unit, _A_YEAR)
        and case.posting.section_at(money.span.start).kind
        not in {SectionKind.BENEFITS, SectionKind.ORGANIZATION}
        and _COSTS.search(case.text, line.start, money.span.start) is None
        and opens.search(case.text[line.start : money.span.start]) is not None
        and ends.match(case.text, money.span.end, line.end) is not None
    )


# Less for such a time is what something costs.
_LEAST_PAID: Final[Mapping[PayUnit | None, float]] = {
    "hour": 7, "day": 50, "week": 200, "two weeks": 400, "half month": 400, "month": 800,
    "session": 30, "course": 20, "piece": 0.05,
}  # fmt: skip
_COSTS = pattern(rf"(?i)\b(?:{vocabulary('pay', 'spends')}|tickets?|rent|dues)\b")
_OPENS_CLAUSE = pattern(
    r"(?i)(?:\A|[.,;:!?–—•*|])[\s*_]*(?:(?:about|from|up to|to|at|all for|for|earn)\s)?"
    r"(?:[$£€]?[\d,.]+[kK]?\s?(?:-|–|—|to)\s?)?\Z"
)
_ENDS_CLAUSE = pattern(
    r"(?i)\s?(?:(?:gross|brut(?:to|os?)?|net)\s)?(?:/|per|an?|each|every)\s?(?:two )?\w+\s*"
    r"(?:[.,;!)|*]|\Z|(?:plus|and|with|to start|DO[EQ]|loaded|practical|all|\w+ed)\b)"
)
_OPENS_SENTENCE = pattern(r"(?:[.!?]|\s·)\s+(?:[$£€]?[\d,.]+[kK]?\s?(?:-|–|—|to)\s?)?\Z")
_ENDS_ALONE = pattern(r"[.,;!]|\s?\+|\s(?:plus|and|with)\b|\s*\Z")
_LETTER = pattern(r"[A-Za-z]{2}|/")
# "Up to $95K DOE", "$450 per week": pay, though no word says so.
_BEFORE_ALONE = pattern(
    r"(?i)[\s*_•|-]*(?:range: )?"
    r"(?:(?:(?:up )?to|from|starting (?:at|from)|about|approximately|circa|"
    r"between)\s)?"
    r"(?:[$£€]?[\d,.]+[kK]?\s?(?:-|–|—|to|and)\s?)?"
)
_BEHIND_ALONE = pattern(
    r"(?i)(?:/-)?(?:\s?(?:-|–|—|to|and)\s?[$£€]?[\d,.]+[kK]?)?"
    rf"(?:\s?(?:(?:per|an?|/|p\.)\s?)?(?:{vocabulary('pay', 'times')})\b\.?)?"
    r"(?:[\s,;(+|-]*(?:DOE|DOQ|BOE|OTE|negotiable|commensurate with experience|plus benefits|"
    r"(?:(?:plus|with|and) |\+\s?)\w+(?: \w+)?|(?:depending|based) on (?:experience|"
    r"qualifications)|to start|gross|full[- ]time|part[- ]time|FTE|pro rata)\b)*"
    r"(?:\s?\([$£€]\s?[\d,.]+[kK]?\s?\w*\))?[\s.)*_|]*"
)


def _capped(case: Case, money: Amount) -> bool:
    """Say whether the words before an amount make it a cap, a bonus or an average."""
    before = case.text[max(0, money.span.start - 90) : money.span.start].lower()
    *_, before = _SENTENCES.split(before)  # "Target bonus of 8%; base $71,000"
    return _CAP.search(before) is not None


def _possible(value: float, unit: PayUnit | None) -> bool:
    if unit is None:
        return any(low <= value <= high for low, high in _UNSAID)
    low, high = _BOUNDS[unit]
    return low <= value <= high or (unit == "year" and _possible(value, None))


# "$58,500, 12-month contract": for how long one is taken on.
_BY_TERM = pattern(
    r"\b(?:(?:\d{1,3}|nine|ten|eleven|twelve)[ -](?:month|day|week)s?|permanent|fixed[ -]term|"
    r"(?:full|part)[ -]time) contract\b"
)
# In Australia an award is the agreement that sets a trade's pay.
_BY_AWARD = pattern(r"\baward (?=rates?\b|wages?\b|pay\b)")
# What a teacher is paid for each, and no fee of theirs who learn.
# "Fee: $210 per show": what one is paid who is hired by the show.
_HIRED_FEE = pattern(
    r"(?i)\A\W*(?:(?:contractor|(?:guest )?artist|performer|performance|session|flat|day) )?"
    r"fee[*_]*:"
)
_BY_FEE = pattern(r"\bfees? (?:per|for each|for every|an?) (?=[a-z])")


def _is_hired(words: str, unit: PayUnit | None) -> bool:
    """Say whether a line begins with the fee of who is hired by the show or the day."""
    return unit in {"session", "course", "day", "hour"} and _HIRED_FEE.match(words) is not None


def _not_wages(stretch: str) -> bool:
    if "award" in stretch:
        stretch = _BY_AWARD.sub("", stretch)
    if "fee" in stretch:
        stretch = _BY_FEE.sub("", stretch)
    if "contract" in stretch:
        stretch = _BY_TERM.sub("", stretch)
    stretch = stretch.replace("fund member", "member")  # a person, at a rate of their own
    return any(word in word_sets("pay")["not_wage"] for word in _WORDS.findall(stretch))


# Each with a text whose last amount it is the first to decide; what none decides is no pay.
WAGES: Final[tuple[Decision[Figure, bool, str], ...]] = (
    Decision(
        "an amount that nobody is paid, behind the label of the pay",
        lambda f: not _possible(f.amount.value, f.unit) and f.labelled,
        "Salary: $95,000 per hour\n",
        True,
    ),
    Decision(
        "an amount that nobody is paid",
        lambda f: not _possible(f.amount.value, f.unit),
        "The wage bill of the town is $95,000,000 a year.\n",
    ),
    Decision(
        "its sentence is of other money",
        lambda f: f.of_other_money,
        "Up to $25,000 a year, which is tuition.\n",
    ),
    Decision(
        "the words before it make it a cap",
        lambda f: _capped(f.case, f.amount),
        "The median household income is $61,000 a year.\n",
    ),
    Decision(
        "somebody spends it",
        lambda f: f.follows(_SPENT),
        "The detour costs the town $90,000 a month.\n",
    ),
    Decision("it is called base or pay", lambda f: f.follows(_BASE), "Base $55,000\n", True),
    Decision("tips come to it", lambda f: f.leads(_TIPS), "$12 plus tips\n", True),
    Decision(
        "a word of pay or of a time is near",
        lambda f: _WAGE.search(f.stretch),
        "A salary near $61,000.\n",
        True,
    ),
    Decision(
        "a time is behind a slash",
        lambda f: f.leads(_SLASHED),
        "Swim coach, $25/class for all\n",
        True,
    ),
    Decision(
        "it fills its line",
        lambda f: _fills_line(f.text, f.line, f.amount),
        "Up to $95K DOE\n",
        True,
    ),
    Decision(
        "it is all of a clause",
        lambda f: _is_clause(f.case, f.line, f.amount, f.unit),
        "Come and join us. £24,000, live in.\n",
        True,
    ),
    Decision(
        "it stands in the section on pay",
        lambda f: f.case.posting.section_at(f.start).kind is SectionKind.COMPENSATION,
        "## Compensation\n\nWe offer all of you $61,000 for it.\n",
        True,
    ),
    Decision(
        "the line above it is of pay",
        lambda f: f.below_pay,
        "What we pay\nFor you all of $61,000 it is.\n",
        True,
    ),
)


def _above(text: str, line: Span) -> Span:
    """Return the line with words above a line."""
    above = line
    for _ in range(3):
        above = line_at(text, max(0, text.rfind("\n", 0, above.start)))
        if any(map(str.isalnum, text[above.start : above.end])):
            break  # neither blank nor the rule of a table
    return above


_A_YEAR: Final = 15_000


def _joined(case: Case, first: Amount, second: Amount) -> bool:
    """Say whether two amounts are the ends of one statement."""
    if second.span.start - first.span.end > _APART:
        return False
    between = case.text[first.span.end : second.span.start]
    if 4 * second.value < first.value:
        # A digit too many in "$650,000 - $72,000"; what a dash alone parts is one range.
        wages = first.value >= _A_YEAR and first.value <= 12 * second.value
        return wages and between.strip() in {"-", "–", "—", "to"}
    if _is_pair(case, first, second, between):
        return True
    if between.strip() == "/" and (
        _THREE.match(case.text, second.span.end)
        or case.text[max(0, first.span.start - 2) : first.span.start].strip() == "/"
    ):
        return False  # "$16.90 / $17.45 / $18.00": steps, and no ends
    if _BETWEEN.match(between) is None or _NEXT_ITEM.search(between):
        return False
    if second.value < first.value and ("," in between or "rata" in between):
        # "Large: 64 a run, small but certified: 50 a run", "£31,000 (pro rata to £15,500)"
        return False
    return _ANOTHER.search(between) is None or _rises_from(case.text, first, second)


_THREE = pattern(r"\s?/\s?[$£€]\d")
# The dash before an item on the next line parts nothing from nothing.
_NEXT_ITEM = pattern(r"\n\s*[-–—•*]\s+[^\W\d]")
# "£24,500 rising to £27,100", and no word of when: the ends of a scale.
_RISING = pattern(r"(?i)\s?,?\s?ris(?:es|ing) to\s?\Z")
_WHEN = pattern(r"(?i)[^.;]{0,20}\b(?:after|upon|once|when|following|on)\b")


def _rises_from(text: str, first: Amount, second: Amount) -> bool:
    """Say whether pay is said to rise from one amount to another, and not at some time."""
    return (
        _RISING.fullmatch(text, first.span.end, second.span.start) is not None
        and _WHEN.match(text, second.span.end) is None
    )


def _is_pair(case: Case, first: Amount, second: Amount, between: str) -> bool:
    """Say whether two amounts are two columns, alone but for a time: "$4,493 $5,460 Monthly"."""
    if between.strip() or not between or not first.value < second.value <= 2.5 * first.value:
        return False
    line = line_at(case.text, first.span.start)
    alone = not case.text[line.start : first.span.start].strip()
    return alone and _ONLY_A_TIME.fullmatch(case.text, second.span.end, line.end) is not None


_ONLY_A_TIME = pattern(rf"(?i)\s*(?:(?:per|an?|/)\s?)?(?:{vocabulary('pay', 'times')})?\.?\s*")


_WITH_CENTS = pattern(r"\s*\$\d+\.\d\d\s?[-–—]\s?\$?\d+\.\d\d")


def _plain_range(case: Case, first: Amount, second: Amount) -> bool:
    """Say whether a range without a word about pay is one all the same."""
    sizes = 2_000 <= first.value <= second.value <= min(2.5 * first.value, 500_000)
    if first.value <= second.value <= min(2.5 * first.value, 150):
        # "$10.50 - $14.42" on a line of its own is by the hour.
        start = line_at(case.text, first.span.start).start
        alone = _WITH_CENTS.fullmatch(case.text, start, second.span.end)
        sizes = alone is not None and first.value >= _BOUNDS["hour"][0]
    if not sizes or not _joined(case, first, second):
        return False
    # "Loves kids. $41,000–$52,000, health plan.": what a sentence begins with is of no plan.
    begins = (
        _OPENS_SENTENCE.search(case.text, max(0, first.span.start - 4), first.span.start)
        is not None
    )
    start = first.span.start if begins else max(0, first.span.start - 60)
    behind = "" if begins else case.text[second.span.end : second.span.end + 60]
    line = line_at(case.text, first.span.start)
    if not _LETTER.search(case.text, line.start, first.span.start):
        behind = _COMMA.split(behind, maxsplit=1)[0]  # "€95,000 – €115,000, bonus up to 12%"
    return not _not_wages(case.text[start : second.span.end].lower() + behind.lower())


# ------------------------------------------------- for how long, and how open

_TIMES: Final[tuple[tuple[PayUnit, str], ...]] = (
    ("two weeks", r"bi-?weekly|biweek|fortnight(?:ly)?|two weeks|pay period"),
    ("half month", r"semi-?monthly|half month"),
    ("hour", r"hourly|hours?|hrs?|h|stunde|uur|heure|hora"),
    ("day", r"daily|days?|diem"),
    ("week", r"weekly|weeks?|wk"),
    ("month", r"monthly|months?|mo|mth|pcm|monat|maand|mois|mes|mese|månad(?:en)?|måned(?:en)?"),
    ("year", r"annually|annual|annum|yearly|years?|yr|a|school year|jahr|jaar|år(?:et)?|an"),
    ("course", r"course|class|credit hour|credit"),
    (
        "session",
        r"session|event|meeting|game|visit|shift|exam|season|semester|election|lesson|gig|trip|run|dive|show|performance|concert|wedding|match|workshop|rehearsal|service",
    ),
    ("piece", vocabulary("pay", "pieces")),
)
_TIME: Final = "|".join(
    f"(?P<{unit.replace(' ', '_')}>{words})" for unit, words in _TIMES
)  # "two weeks" before "weeks"
_BEHIND = pattern(
    r"(?i)\+?\)?(?:/-)?[\s*_]{0,3}(?:\((?:step|level|scale|grade)\b[^()]{0,30}\))?"
    r"(?:[A-Z]{3}\b|euros?|dollars)?(?:[\s(,*_]{0,3}|-(?=per))"
    r"(?:(?:gross|brut(?:to|os?)?|net|base|salary|pay|wage|rate|pro[ -]rata|FTE)\s*)?"
    r"(?:(?:/(?:\s?per\b)?|per|an?|for the|each|every|im|i|om|pro|par|al|p\.)"
    r"[\s-]?(?:\d{1,2}-\w+\s)?(?:"
    + _TIME
    # "per weekFull-time": a page's next field, glued on.
    + r")(?:\b|(?-i:(?=[A-Z][a-z])))(?!\s+(?:of\s+)?experience)"
    rf"|(?P<adverb>{vocabulary('pay', 'adverbs')})\b"
    r"|(?P<bare>year|hour|month|week\b|hrs?\b|yr\b|wk\b|pcm|p\.m\.|pm\b(?! ?shift)|p/?h\b|p/?a\b"
    r"|PA\b))"
)  # fmt: skip
_AHEAD = pattern(
    # "Ten-month salary" is a year's.
    # "Wage/Hour Status" is a law's, and "in the first year" says when and not for how long.
    r"(?i)\b(?<![a-z\d]-)(?<!wage)(?<!wage[/-])(?<!wage and )(?<!first )(?<!second )(?<!third )"
    rf"(?P<word>{vocabulary('pay', 'ahead')}|"
    r"(?:per|an?|/)\s?(?:hour|day|week|month|year|annum|diem)|"
    r"per (?:course|class|lesson|session|visit|show)|day rate|hour|year|month|"
    r"(?-i:hr|Hr)|yr)\b"
)


def _unit(case: Case, amount: Amount) -> PayUnit | None:
    """Return for what time an amount is paid, by the words behind it, else before or above it."""
    text = case.text
    behind = _BEHIND.match(text, amount.span.end, amount.span.end + 80)
    if behind is not None and not _names_the_next(text, behind):
        if behind["adverb"] or behind["bare"]:
            return _time(behind["adverb"] or behind["bare"])
        return next(unit for unit, _ in _TIMES if behind[unit.replace(" ", "_")])
    line = line_at(text, amount.span.start)
    before = text[max(line.start, amount.span.start - 70) : amount.span.start]
    *_, own = _SENTENCES.split(before)
    *_, found = None, *_AHEAD.finditer(_without_hours(own))
    if found is None:
        above = _above(text, line)
        if above.end - above.start > _APART:
            return None
        words = text[above.start : above.end]
        if "://" in words:
            return None
        words = _without_hours(words)
        found = _AHEAD.search(words) if _WAGE.search(words) else None
    elif "(" in own[found.end() :] and _FIGURE.search(own, 0, found.start()):
        return None  # "$5,000 monthly ($60,000)": the time is of the figure before the bracket
    if found is None and amount.kilo > _THOUSANDS:
        return "year"  # "₹12 lakh", and no other time
    return _time(found["word"]) if found else None


_THOUSANDS: Final = 1_000


_FIGURE = pattern(r"\d[\d,.]*[ ]?\Z")
# "Hours: 35 hours per week | Salary: $65,000": how long one works is not what pay is for.
_WORKED = pattern(
    r"(?i)\b(?:hours?|hrs?)\.?[ ]?(?:/|per|an?|each|every)[ ]?"
    r"(?:week|wk|day|month|pay period|year)\b"
)


def _without_hours(words: str) -> str:
    """Return words with blanks for how long one works."""
    lowered = words.lower()
    return _WORKED.sub(_blanks, words) if "hour" in lowered or "hr" in lowered else words


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


# "Hourly: $24.00" and below it "Annual: $49,920": a time that is the name of what follows.
_OF_THE_NEXT = pattern(
    r"s?(?:[ ](?:salary|pay|rate|range|wages?)){0,2}[ \t]*[:=–—|-]?[ \t]*[:=$£€|]"
)


def _names_the_next(text: str, behind: re.Match[str]) -> bool:
    """Say whether a time behind an amount stands apart from it, and names an amount of its own."""
    apart = any(sign in behind[0] for sign in "\n,(")
    return apart and _OF_THE_NEXT.match(text, behind.end()) is not None


def _time(word: str) -> PayUnit | None:
    plain = pattern(r"^(?:(?:per|an?)\s|/\s?)|\srate$").sub("", word.lower())
    if plain in {"pa", "p/a", "annualized", "annualised"}:
        return "year"
    if plain in {"p.m.", "pm"}:
        return "month"
    if plain in {"ph", "p/h"}:
        return "hour"
    return next((unit for unit, words in _TIMES if re.fullmatch(words, plain)), None)


_UP_TO = pattern(
    rf"(?i)\b(?:{vocabulary('pay', 'up_to')})[\s:*]*\Z"
    # "Salary to $75,000", "Baker, to $24 an hour": no lower end stands before it.
    r"|(?:\b(?:salary|pays?|compensation|wages?|earnings|remuneration)\s+|(?:\A|[|,;:•–—\n])\s*)to\s\Z"
)
_FROM = pattern(
    r"(?i)\b(?:from|start(?:s|ing)?(?: salary| pay| rate| wage)?(?: is| of)?(?: at| from)?"
    rf"|{vocabulary('pay', 'least')})[\s:*]*\Z"
)
_AND_ABOVE = pattern(
    r"(?i)\s?\+(?!\s+(?!(?:an?|per|each|every)\s(?:hour|day|week|month|year)\b)[a-z])|\s?[-\u2013\u2014]\s?up\b|[\s,(]{0,3}(?:(?:an?|per|/)\s?\w+\s+)?"
    r"(?:and (?:up|above|over|more|higher)|or (?:more|above|higher|better)|plus\b(?!\s+[\w$£€]))"
)
_NEXT_IN_ROW = pattern(r"[ \t|*]+[$£€]\d")
_DEPENDS = pattern(
    r"(?i)\bD\.?O\.?[EQ]\b|depend(?:s|ing|ent)?\s+(?:up)?on\b|commensurate|"
    r"based (?:up)?on\s+(?:\w+\s+){0,2}(?:experience|qualif)|negotiable|"
    r"according to (?:experience|qualif)"
)


_LABEL = 3


def _openness(case: Case, span: Span) -> PayOpenness | None:
    """Return on which side a single figure is open."""
    text = case.text
    before = text[max(0, span.start - 40) : span.start]
    above, _, own = before.rpartition("\n")
    if own.strip().lower() == "start" and _NEXT_IN_ROW.match(text, span.end):
        return None  # "Start  $26  $51,000": the first row of steps
    # "Minimum   Maximum" heads two columns, and a sentence above an empty line is of other things.
    if "min" in above.lower() or (above.endswith("\n") and len(above.split()) > _LABEL):
        before = own
    if _UP_TO.search(before):
        return "up to"
    if _AND_ABOVE.match(text, span.end, span.end + 40):
        return "and above"
    return "from" if _FROM.search(before) else None


def _depends(case: Case, span: Span) -> bool:
    line = line_at(case.text, span.start)
    start, end = max(line.start, span.start - 100), min(line.end, span.end + _NEAR)
    return _DEPENDS.search(case.text, start, end) is not None
