"""Amounts of money as postings write them: signs, codes, thousands, k, and the other end.

An amount is found by the sign or the code of a currency, or as plain figures
behind a word such as "Salary"; figures joined to an amount by a dash or "to"
are the other end of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from postlint.facts._data import vocabulary
from postlint.facts.around import line_at
from postlint.facts.base import Case
from postlint.facts.numerals import TENS, is_numeral, numbers
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span


class Amount(NamedTuple):
    """A sum of money: its figures with sign, its value, its currency where one is written."""

    span: Span
    value: float
    currency: str | None
    # How many "k" or "lakh" behind it stands for: the other end may share it.
    kilo: int = 0


# Commas (a blank or a line end may follow one), blanks, points or the Swiss apostrophe between
# thousands; in India a comma after every two figures before them.
_FIGURES: Final = (
    # "$50, 000", and never the plan behind "$70,000, 401(k)".
    r"(?:\d{1,3}(?:(?:,\d{3})+(?!\d)|(?:,\s{1,2}\d{3})+(?![\d(]))(?:\.\d{1,4})?"
    r"|\d{1,3}(?:['’]\d{3})+(?!\d)(?:\.\d{2})?"
    r"|\d{1,2}(?:,\d{2}){1,2},\d{3}(?!\d)"
    r"|\d{1,3}(?:[ \xa0\u2009\u202f]\d{3})+(?![\d(])(?:,\d{1,2}(?!\d))?"
    r"|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d{1,2}(?!\d))?"
    r"|\d+(?:\.\d{1,4})?(?:,\d{2}(?!\d))?)"
)
# "£18k", "£18kPA", and in India "₹6 lakh".
_KILO: Final = r"(?P<kilo>\s?[kK](?:\b|(?=[pP]\.?[aA]\b))|\s?(?:[Ll](?:akhs?|acs?)|LPA)\b)?"
_LAKH: Final = 100_000
# "Step A $22.10" and below it "B $23.40": a letter on the next line is none of these.
_MILLIONS: Final = r"(?:\s?(?:million|billion|trillion)|[ \xa0]?(?:[MB]\b|MM\b|bn\b|mn\b))"
_TOO_MUCH: Final = rf"(?P<big>{_MILLIONS})?"
_SIGNS: Final = {
    "$": "USD", "£": "GBP", "€": "EUR", "₹": "INR", "¥": "JPY", "₪": "ILS", "₱": "PHP", "₦": "NGN",
}  # fmt: skip
_LED: Final = {
    sign: pattern(rf"[{sign}][ \t\xa0]?(?P<number>{_FIGURES}|\.\d\d){_KILO}{_TOO_MUCH}")
    for sign in _SIGNS
}
# "R325 101": a letter for a sign, so that thousands must stand behind it.
_RAND = pattern(
    r"R(?<![A-Za-z]R)[ \t\xa0]?(?P<number>\d{1,3}(?:[ \xa0,]\d{3})+(?![\d(])(?:[.,]\d{2}(?!\d))?)"
    r"(?P<kilo>\b\B)?"
)
_SIGNLESS = pattern(r"[:.\s]{0,3}(?P<number>" + _FIGURES + ")" + _KILO + _TOO_MUCH)
_ENDING = pattern(r"(?<![\d.,$£€₹¥₪₱₦])(?P<number>" + _FIGURES + ")" + _KILO + r"[ \t\xa0]?\Z")
# "2 900 €", and in Canada "88 000 $".
# A search leaps to one sign at a time.
_TRAILING: Final = {
    "€": pattern(r"€(?![ \t\xa0]?\d)"),
    "$": pattern(r"\$(?<=\d{3}[ \xa0]\$)(?![ \t\xa0]?\d)"),
}
_LONGEST: Final = 20
# Letters that make a dollar another country's.
_DOLLARS: Final = {"C": "CAD", "CA": "CAD", "CDN": "CAD", "A": "AUD", "AU": "AUD", "NZ": "NZD"}
# "$78,021 - $112,640 AUD": the code stands behind the second end.
_CODE_BEHIND = pattern(r"(?:\s?(?:-|–|—|to)\s?\$?\s?[\d,.]+[kK]?)?\s?(AUD|CAD|NZD)\b")
_COUNTRY = pattern(r"(?<![A-Z])(?:CDN|CA|AU|NZ|[CA]|(?:CA|AU|NZ)D ?)\Z")
_OF_SOMEWHERE: Final = "crowns"
# Names of currencies that are no codes.
# Crowns are those of four countries, and the word says not of which.
_NAMES: Final = {
    "kr": _OF_SOMEWHERE,
    "kroner": _OF_SOMEWHERE,
    "kronor": _OF_SOMEWHERE,
    "rs": "INR",
    "sfr": "CHF",
    "euro": "EUR",
    "euros": "EUR",
    "zł": "PLN",
    "zl": "PLN",
}
_JOINT: Final = r"\s{0,3}(?:-|–|—|‐|‑|to|and|do|bis)\s{0,3}"  # dashes as they are typed
_UPPER = pattern(
    r"(?i)(?:\s?/?\s?(?:hr|hour|yr|year|month))?" + _JOINT + r"(?P<number>" + _FIGURES + ")" + _KILO
    # "10 to 12 hours" are none, "31.00 to 38.00 HOUR" are.
    + r"(?![\d%]|\.\d)(?:(?<=\.\d\d)|(?!\s?(?:%|years?\b|hours?\b|days?\b|months?\b|weeks?\b)))"
)  # fmt: skip
# "$12 to 20 million": the word is said of both.
_BOTH_MILLIONS = pattern(rf"(?i){_JOINT}[$£€]?[\d.,]{{1,7}}{_MILLIONS}")
_LOWER = pattern(
    r"(?i)(?<![\d.,/$£€₹¥₪₱₦-])(?P<number>"
    + _FIGURES
    + ")"
    + _KILO
    + _JOINT
    + r"(?:[$£€₹¥₪₱₦]\s?)?\Z"
)
_BARE = pattern(
    r"(?<![\d$£€₹¥₪₱₦,.-])(?P<number>\d{2,3},\s{0,2}\d{3}(?:\.\d{2})?|\d,\d{3}\.\d{2}|\d{2}\.\d{2}|\d{5,6}(?:\.\d{2})?)"
    r"(?P<kilo>[kK]\b)?(?!\d|,\d|%)"
)
# "Salary: 17 - 19 per hour", "Pay: 4,810 - 5,960 per month": the time makes small figures pay.
_BARE_TIMED = pattern(
    r"(?<![\d$£€₹¥₪₱₦,.-])(?P<number>\d{1,3}(?:,\d{3})?(?:\.\d{2})?)(?P<kilo>(?!))?"
    r"(?![\d,%])(?=(?:\s?(?:-|–|—|to)\s?[\d,.]{1,9})?\s?(?:per|/|an?)"
    rf"\s?(?:{vocabulary('pay', 'paid_by')})\b)"
)
# "Hourly 18-21".
_BARE_HOURLY = pattern(
    r"(?<![\d$£€₹¥₪₱₦,.-])(?P<number>[1-9]\d(?:\.\d\d)?)(?P<kilo>(?!))?"
    r"(?=\s?(?:-|–|—|to)\s?[1-9]\d(?:\.\d\d)?(?![\d,%]|\s?(?:hours|years|days)))"
)
_BARE_KILO = pattern(
    r"(?:(?<![\d$£€₹¥₪₱₦,.-])|(?<=\d[-–]))(?!401|403)(?P<number>\d{2,3}(?:\.\d)?)(?P<kilo>\s?[kK]\b)"
)  # a pension plan


def amounts(case: Case) -> list[Amount]:
    """Return the amounts a text names, in order."""
    found: dict[int, Amount] = {}
    for one in _all(case):
        found.setdefault(one.span.start, one)
    ordered: list[Amount] = []
    for amount in sorted(found.values()):
        one = amount
        if ordered and one.span.start < ordered[-1].span.end:
            continue
        if ordered and _lends_k(case.text, ordered[-1], one):
            times = ordered[-1].kilo
            one = one._replace(value=one.value * times, kilo=times)
        if ordered and _shares_k(case.text, ordered[-1], one):
            times = one.kilo or 1000
            ordered[-1] = ordered[-1]._replace(value=ordered[-1].value * times, kilo=times)
        if one.currency == _OF_SOMEWHERE:
            one = one._replace(currency=None)
        ordered.append(one)
    return ordered


_JOINING = pattern(r"\s?(?:-|–|—|to)\s?\Z")


def _lends_k(text: str, first: Amount, second: Amount) -> bool:
    """Say whether the thousands of the first figure are meant of both: "$100k-$108"."""
    meant = first.kilo * second.value
    if not first.kilo or second.kilo or not first.value < meant < 2 * first.value:
        return False
    return _JOINING.match(text[first.span.end : second.span.start]) is not None


def _shares_k(text: str, first: Amount, second: Amount) -> bool:
    """Say whether the thousands of the second figure are meant of both: "$80 - $85k"."""
    if first.kilo or not 1 <= first.value < 1000:
        return False
    if not second.kilo:
        # "$60-$85,000", and never "$25 - $2,000".
        tens = first.value >= 10 and second.value >= 10_000 and second.value % 500 == 0
        by_word = "to" in text[first.span.end : second.span.start]
        if not tens or by_word or first.value * 1000 > second.value:
            return False
    return _JOINING.match(text[first.span.end : second.span.start]) is not None


def _all(case: Case) -> Iterator[Amount]:
    text = case.text
    # A search leaps to one sign, and most texts have no other.
    led = [match for sign in _SIGNS if sign in text for match in _LED[sign].finditer(text)]
    for match in sorted(led, key=re.Match.start):
        if match["big"] or _BOTH_MILLIONS.match(text, match.end()):
            continue
        currency = _SIGNS[text[match.start()]]
        if currency == "USD":
            country = _COUNTRY.search(text, max(0, match.start() - 5), match.start())
            behind = _CODE_BEHIND.match(text, match.end())
            if country:
                currency = _DOLLARS.get(country[0], country[0][:3])
            elif behind:
                currency = behind[1]
        yield from _with_ends(text, _amount(match, match.start(), currency))
    for match in _RAND.finditer(text):
        yield from _with_ends(text, _amount(match, match.start(), "ZAR"))
    for place in case.hits["pay.currency"]:
        word = text[place.start : place.end]
        currency = _NAMES.get(word.lower(), word.upper())
        yield from _named(text, place, currency)
    for sign, trailing in _TRAILING.items():
        for match in trailing.finditer(text) if sign in text else ():
            yield from _named(text, Span(*match.span()), _SIGNS[sign])
    yield from _plain(case)
    yield from _timed(case)
    yield from _spelled(case)
    yield from _decades(case)


# "The low 60s to mid 70s": thousands a year, where a word says that it is pay.
_DECADE = pattern(
    r"(?i)\b(?P<part>low|lower|mid|middle|high|upper)[ -](?:to[ -](?P<last>mid|high|upper)[ -])?"
    r"(?:end of the )?[$£€]?"
    rf"(?P<tens>(?:[2-9]0|1\d0)(?=[’']?k?s\b)|(?:{'|'.join(word[:-1] for word in TENS)})(?=ies\b))"
)
_DECADES: Final = frozenset(f"{word[:-1]}ies" for word in TENS)
_IN_DECADES: Final = ("0s", "0ks", "0’", "0'")
_PARTS: Final = {"low": 0, "lower": 0, "mid": 5, "middle": 5, "high": 8, "upper": 8}


def _decades(case: Case) -> Iterator[Amount]:
    """Yield amounts that are named by tens of thousands, about in the middle of what is meant."""
    distinct = case.words.distinct
    if _PARTS.keys().isdisjoint(distinct) or (
        _DECADES.isdisjoint(distinct) and not any(sign in case.lowered for sign in _IN_DECADES)
    ):
        return
    lines = {line_at(case.text, place.start) for place in case.hits["pay.wage"]}
    for match in (match for line in lines for match in _DECADE.finditer(case.text, *line)):
        second = match.start("last") if match["last"] else match.start()
        end = match.end() + len("ies" if match["tens"].isalpha() else "s")
        ends = [(match["last"] or match["part"], second, end)]
        if match["last"]:
            ends.insert(0, (match["part"], match.start(), match.end("part")))
        for part, start, end in ends:
            tens = match["tens"].lower()
            value = int(tens) if tens.isdigit() else TENS[tens + "y"]
            yield Amount(Span(start, end), 1000.0 * (value + _PARTS[part.lower()]), None)


# What is said of a wage, and not of a weight.
_POUNDS_PAID = pattern(r"(?i)\s+(?:sterling\b|(?:per|an?|each)\s)")
_THOUSANDS_PAID = pattern(
    r"(?i)(?: (?:dollars|pounds|euros))?"
    r"(?=\s(?:(?:an?|per|each|every)\s(?:year|annum|month)|annually|yearly)\b)"
)
_TENS = pattern(
    r"(?i)(?<![\d.,$£€])(?:(?P<low>\d{2,3})\s?(?:-|–|—|to|and)\s?)?(?P<high>\d{2,3})[ -]\Z"
)
_IN_FIGURES = pattern(r"\s?\(\s?[$£€]")


def _spelled(case: Case) -> Iterator[Amount]:
    """Yield amounts written as words: "fifty-two thousand dollars a year"."""
    for place, _ in case.hits.places("pay.spelled"):
        named, end = case.words.words[place], case.words.end(place)
        if _IN_FIGURES.match(case.text, end):
            continue
        if named == "pounds" and _POUNDS_PAID.match(case.text, end) is None:
            continue
        # "Ninety-one thousand a year": no word says of what money.
        paid = _THOUSANDS_PAID.match(case.text, end) if named == "thousand" else None
        if named == "cents":
            yield from _by_the_piece(case, place)
        elif named != "thousand":
            yield from _in_words(case, place, place)
        elif paid is not None:
            yield from _in_thousands(case, place, paid)


# "52 cents per mile": so little is paid by the piece alone.
_CENTS = pattern(r"(?<![\d.,$])(?P<number>\d{1,2}(?:\.\d)?)\s?\Z")
_PIECE = pattern(rf"(?i)\s(?:per|an?|each|every)\s(?:{vocabulary('pay', 'pieces')})\b")


def _by_the_piece(case: Case, place: int) -> Iterator[Amount]:
    """Yield cents that are paid by the piece."""
    start, end = case.words.starts[place], case.words.end(place)
    number = _CENTS.search(case.text, max(0, start - _LONGEST), start)
    if number is not None and _PIECE.match(case.text, end):
        yield Amount(Span(number.start("number"), end), float(number["number"]) / 100, None)


def _in_thousands(case: Case, place: int, paid: re.Match[str]) -> Iterator[Amount]:
    """Yield amounts of thousands with a period: "70 to 78 thousand a year"."""
    start = case.words.starts[place]
    tens = _TENS.search(case.text, max(0, start - 16), start)
    if tens is not None:
        # The word is said of both.
        if tens["low"]:
            yield Amount(Span(*tens.span("low")), 1000.0 * int(tens["low"]), None)
        yield Amount(Span(tens.start("high"), paid.end()), 1000.0 * int(tens["high"]), None)
    elif not paid[0]:  # else it is found by the name of the currency
        yield from _in_words(case, place, place + 1)


def _in_words(case: Case, place: int, stop: int) -> Iterator[Amount]:
    """Yield the amounts whose words stand before `stop`, where the word at a place says of what."""
    text, words = case.text, case.words
    named, end = words.words[place], words.end(place)
    first = stop
    while first > 0 and is_numeral(words.words[first - 1]) and words.gap(first) in _INSIDE:
        first -= 1
    if words.words[first:stop] == ["thousand"] and words.words[first - 1].isdigit():
        return
    if first == stop:  # "36 dollars an hour"
        start = words.starts[stop]
        before = _ENDING.search(text, max(0, start - _LONGEST), start)
        if before is not None:
            one = _amount(before, before.start("number"), _SPELLED[named], end)
            yield from _with_ends(text, one)
    found = list(numbers(words.words[first:stop]))
    most = max((value for _, _, value in found), default=0)
    for low, high, value in found:
        ends = first + high == stop
        cents, end = _cents(case, place + 1, end) if ends and stop == place else (0, end)
        last = end if ends else words.end(first + high - 1)
        begin = first + low
        if words.words[begin] == "hundred" and words.words[begin - 1] == "a":
            begin -= 1  # "a hundred and ten pounds a day"
        # "Forty-five to fifty-two thousand": the word is said of both.
        whole = value * 1000 if value * 1000 <= most else value
        span = Span(words.starts[begin], last)
        yield Amount(span, whole + cents / 100, _SPELLED.get(named))


def _cents(case: Case, place: int, end: int) -> tuple[int, int]:
    """Return what "and fifty cents" adds to dollars, and where it ends."""
    words = case.words.words[place : place + 5]
    sign = next((one for one in ("cents", "pence") if one in words), None)
    if words[:1] != ["and"] or sign is None:
        return 0, end
    stop = words.index(sign)
    if not all(map(is_numeral, words[1:stop])):
        return 0, end
    return sum(value for *_, value in numbers(words[1:stop])), case.words.end(place + stop)


_INSIDE: Final = frozenset({" ", "-", "\xa0", "\u2010", "\u2011", "\n"})
_SPELLED: Final = {"dollars": "USD", "pounds": "GBP", "euros": "EUR"}


def _named(text: str, place: Span, currency: str) -> Iterator[Amount]:
    """Yield the amount before or behind the name of a currency."""
    behind = _SIGNLESS.match(text, place.end, place.end + _LONGEST)
    before = _ENDING.search(text, max(0, place.start - _LONGEST), place.start)
    if before is not None:
        yield from _with_ends(text, _amount(before, before.start("number"), currency, place.end))
    elif behind is not None and not behind["big"]:
        yield from _with_ends(text, _amount(behind, place.start, currency))


def _plain(case: Case) -> Iterator[Amount]:
    """Yield figures without a currency behind a word that names a wage."""
    text = case.text
    seen = -1
    for place in case.hits["pay.wage"]:
        named = text[place.start : place.end].lower()
        if place.start < seen or (named == "range" and not text.startswith(":", place.end)):
            continue  # "A range of 20,000 acres"
        line = line_at(text, place.start)
        seen = line.end
        yield from _below(text, line)
        if not text[place.end : line.end].strip(" |*\t"):
            yield from _column(text, Span(line.start, place.start), line.end)
        stretch = Span(place.end, min(line.end, place.end + 60))
        if any(sign in text[stretch.start : stretch.end] for sign in _SIGNS):
            continue
        hourly = named.startswith("hourly")
        for bare in (_BARE, _BARE_KILO, _BARE_TIMED, *((_BARE_HOURLY,) if hourly else ())):
            for match in bare.finditer(text, stretch.start, stretch.end):
                yield from _with_ends(text, _amount(match, match.start(), None))


# "Hourly rate" on a line of its own, and under it "13.28" or "41,300 - 48,900".
_LABEL_ALONE = pattern(r"[#*_ \t]*(?:[A-Za-z-]+[ ]){0,2}[A-Za-z]+(?: \([a-z ]+\))?[:*_ \t]*")
_ALONE_BELOW = pattern(
    r"(?:\r?\n[ \t]*)?\r?\n[ \t*]*(?P<number>\d{1,3}\.\d\d|\d{1,3},\d{3}(?:\.\d\d)?|\d{5,6})"
    r"(?P<kilo>(?!))?(?=(?:\s?(?:-|–|—|to)\s?[\d,.]{4,10})?[ \t*]*(?:\r?\n|\Z))"
)


def _below(text: str, label: Span) -> Iterator[Amount]:
    """Yield the figures that are all of the line below the name of a wage."""
    row = _ALONE_BELOW.match(text, label.end)
    if row is not None and _LABEL_ALONE.fullmatch(text, *label) is not None:
        yield from _with_ends(text, _amount(row, row.start("number"), None))


# The last cell of a row of a table, and the rule under its first.
_ROW = pattern(
    r"(?:\r?\n[ \t]*\|?[ \t]*:?-{2,}[ \t|:-]*)?\r?\n[^\n]{0,60}?[^\s|][^\S\n]*[|\t:][ \t*]*"
    r"(?P<number>\d{1,3}(?:,\d{3})*\.\d\d|\d{1,3}(?:,\d{3})+|\d{5,6})(?P<kilo>(?!))?"
    r"[ \t*|]*(?=\r?\n|\Z)"
)
_PARTED = pattern(r"[^\s|][ *]*[|\t:][^|\t:]*\Z")
_MOST_ROWS: Final = 30


def _column(text: str, before: Span, end: int) -> Iterator[Amount]:
    """Yield the figures of a table's last column, whose head names a wage: "Step | Hourly"."""
    if _PARTED.search(text, *before) is None:
        return
    for _ in range(_MOST_ROWS):
        row = _ROW.match(text, end)
        if row is None:
            return
        yield _amount(row, row.start("number"), None)
        end = row.end()


# "21.50 - 25.00 hourly", "18.75/hr": hundredths before a time, or a row of figures and a time.
_TIMED = pattern(
    r"(?<![\d$£€₹¥₪₱₦,.-])(?P<number>\d{1,3}\.\d{2}|\d{2}(?=/|\s?[-–]\s?\d{2}/))(?P<kilo>(?!))?"
    r"(?:\s?(?:-|–|—|to)\s?\d{1,3}(?:\.\d{2})?)?[ \t]?(?:an?[ ]|per[ ]|/[ ]?)?\Z"
)
_TIMED_ROW = pattern(
    r"[\s*_•-]*(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d{2})?|\d{5,6}|\d{2})(?P<kilo>[kK])?"
    r"(?:\s?(?:-|–|—|to)\s?[\d,.]{2,10}[kK]?)?[ \t]?(?:an?[ ]|per[ ]|/[ ]?)?\Z"
)


_LENGTHS: Final = frozenset({"hour", "hr", "yr"})


def _timed(case: Case) -> Iterator[Amount]:
    """Yield figures without a currency before the time they are paid by."""
    text = case.text
    for place in case.hits["pay.timed"]:
        line = line_at(text, place.start)
        start = max(line.start, place.start - _LONGEST - 8)
        match = _TIMED.search(text, start, place.start)
        if match is None and start == line.start and line.end - place.end <= _LONGEST:
            match = _TIMED_ROW.match(text, start, place.start)
        before = text[place.start - 4 : place.start]
        bare = before[-1:] == " " and before not in {"per ", " an "}
        if bare and text[place.start : place.end].lower() in _LENGTHS:
            continue  # "7.50 hr day" is how long one works
        if match is not None:
            yield from _with_ends(text, _amount(match, match.start("number"), None))


def _amount(
    match: re.Match[str], start: int, currency: str | None, end: int | None = None
) -> Amount:
    kilo = match["kilo"].strip().lower() if match["kilo"] else ""
    times = 1000 if kilo == "k" else _LAKH if kilo else 1
    value = figure(
        match["number"], points=currency not in {"USD", "GBP", "CAD", "AUD", "INR", "ZAR", None}
    )
    stop = match.end("kilo") if kilo else match.end("number")
    return Amount(Span(start, end or stop), value * times, currency, times if kilo else 0)


def _with_ends(text: str, amount: Amount) -> Iterator[Amount]:
    """Yield an amount, and what is joined to it without a sign of its own."""
    lower = _LOWER.search(text, max(0, amount.span.start - _LONGEST - 8), amount.span.start)
    if lower is not None and text[amount.span.end - 1 : amount.span.end] not in {"", " "}:
        one = _amount(lower, lower.start("number"), amount.currency)
        if amount.kilo and not one.kilo and one.value < 1000:  # the k is shared
            one = one._replace(value=one.value * amount.kilo)
        if one.value <= amount.value and not 1900 <= one.value <= 2100:  # years
            yield one
    upper = _UPPER.match(text, amount.span.end, amount.span.end + _LONGEST + 12)
    if upper is not None:
        other = _amount(upper, upper.start("number"), amount.currency)
        if other.kilo and not amount.kilo and amount.value < 1000:
            amount = amount._replace(value=amount.value * other.kilo)
        elif (amount.kilo and not other.kilo and other.value < 1000) or _short_of_thousands(
            text, amount, other
        ):
            other = other._replace(value=other.value * (amount.kilo or 1000))
        if other.value >= amount.value:
            yield amount
            yield other
            return
    yield amount


# What may stand behind "$45,000 - 55": nothing that could be counted.
_NOTHING_COUNTED = pattern(
    r"\s*(?:[.,;)|\r\n]|\Z|(?:per|an?)\s+(?:year|annum)\b|/\s?y|annual|yearly|DO[EQ]\b|depending|plus\b)"
)


def _short_of_thousands(text: str, first: Amount, second: Amount) -> bool:
    """Say whether the other end of a year's pay is a number of thousands: "$45,000 - 55"."""
    return (
        first.value >= 10_000
        and first.value % 500 == 0
        and first.value < 1000 * second.value <= 2 * first.value
        and second.value >= 10
        and _NOTHING_COUNTED.match(text, second.span.end) is not None
    )


def figure(words: str, *, points: bool) -> float:
    """Return the number that figures stand for; `points` may stand between thousands."""
    words = "".join(words.split()).replace("'", "").replace("’", "")
    whole, comma, rest = words.rpartition(",")
    if comma and len(rest) <= 2:
        return float(whole.replace(".", "").replace(",", "") + "." + rest)
    words = words.replace(",", "")
    groups = words.split(".")
    if len(groups) > 2 or (points and len(groups) == 2 and len(groups[1]) == 3):
        return float("".join(groups))
    return float(words)
