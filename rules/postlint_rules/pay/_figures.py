"""Figures of pay that contradict one another."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import postlint.rules as kit
from postlint_rules.pay._pay import unit_of

# How many of a smaller unit a larger one may hold, part-time years and school years included.
_HOLDS = {
    ("hour", "year"): (700.0, 2200.0),
    ("hour", "month"): (60.0, 190.0),
    ("hour", "two weeks"): (30.0, 90.0),
    ("hour", "week"): (4.0, 70.0),
    ("day", "year"): (150.0, 262.0),
    ("week", "year"): (36.0, 53.5),
    ("two weeks", "year"): (18.0, 27.1),
    ("half month", "year"): (18.0, 24.5),
    ("month", "year"): (8.5, 12.5),
}
# Hours, days and weeks that a full-time post all the year round has.
_HOLDS_WHOLE = {
    ("hour", "year"): (1600.0, 2200.0),
    ("week", "year"): (50.0, 53.5),
    ("two weeks", "year"): (25.4, 27.1),
    ("half month", "year"): (23.5, 24.5),
    ("month", "year"): (11.7, 12.3),
}
# "$61,000" is rounded from "$61,209" and no other answer.
_NEARLY = 0.99
# Ends of a range that come to years of this much difference do not belong together.
_UNEVEN = 1.06
# Two statements further apart than this may be about different things.
_NEAR = 300
_AROUND, _LONG = 110, 200
_BY = kit.pattern(
    r"(?i)\b(?:grades?|steps?|levels?|tiers?|bands?|shifts?|lanes?|zones?|classes|series|schedule|"
    r"degree|bachelor\w*|master\w*|senior|junior|lead|entry|supervisors?|trainees?|certified|"
    r"experienced|contract|locations|lateral|I{1,3}|IV|[A-Z]\)|option|effective|beginning|as of|"
    r"starting (?:on|in)|"
    r"(?:from|after|until|since) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*|"
    r"part[- ]time|half|percent|overtime|on[- ]target|OTE|salary in the|"
    r"department of|division of)\b|\d\d ?%|"
    # What is paid for a part of the week or year, beside what the whole would be.
    r"\bFTE\b|\bfull[- ]time equivalent\b|\bpro[- ]?rat(?:a|ed)\b|\bactual (?:salary|pay)\b"
)
# "$46,000 to $67,000 and $49,000 to $71,000": two grades, and said so by "and".
_JOINED = kit.pattern(r"(?i)\W*(?:and|or|;|,|/)\W*")
# Where applications go ends a notice, and another may follow.
_NEXT_POST = kit.pattern(r"(?i)\b(?:application|deadline|to apply|apply by) ?:")
_RISES = kit.pattern(
    r"(?i)\b(?:increas\w+|ris(?:es?|ing)|goes|going|progress\w+|advanc\w+|moves?|then|raise\w*)\s+to\b|"
    r"\b(?:after|upon|following|at)\s+(?:\w+\W+){0,5}(?:months?|days?|probation\w*|training|year)\b"
)


class Pair(kit.NamedTuple):
    """A statement that another contradicts, and by which message."""

    message: str
    one: kit.facts.PayStatement
    other: kit.facts.PayStatement


def contradictions(case: kit.Case, stated: Sequence[kit.facts.PayStatement]) -> Iterator[Pair]:
    """Yield the pairs of statements of which one at most can be so."""
    yield from _rises(case, stated)
    yield from _units(case, stated)
    yield from _two_answers(case, stated)
    yield from _two_figures(case, stated)
    yield from _outside(case, stated)
    yield from _ends(case, stated)


def _line(case: kit.Case, span: kit.Span) -> str:
    """Return the line a figure stands in, which says of what grade or place it is."""
    text = case.text
    start = max(text.rfind(mark, max(0, span.start - _LONG), span.start) for mark in "\r\n") + 1
    ends = [text.find(mark, span.end, span.end + _LONG) for mark in "\r\n"]
    end = min((end for end in ends if end >= 0), default=min(len(text), span.end + _LONG))
    return text[max(start, span.start - _LONG) : end]


def _two_answers(case: kit.Case, stated: Sequence[kit.facts.PayStatement]) -> Iterator[Pair]:
    """Yield two ranges of one unit of which neither lies within the other."""
    by_unit: dict[object, dict[tuple[float, float], kit.facts.PayStatement]] = {}
    for one in stated:
        unit = unit_of(one)
        if one.low is not None and one.high is not None and one.is_range and unit is not None:
            # Pay that is stated in a second currency is no second answer.
            of = (unit, one.currency)
            by_unit.setdefault(of, {}).setdefault((one.low, one.high), one)
    for answers in by_unit.values():
        # A hiring range stands within the range of the class; three and more are a schedule.
        widest = [one for ends, one in answers.items() if not _within_another(ends, answers)]
        if len(widest) != 2:
            continue
        first, second = widest
        if not _distinct(case, first, second):
            yield Pair("ranges", second, first)


def _two_figures(case: kit.Case, stated: Sequence[kit.facts.PayStatement]) -> Iterator[Pair]:
    """Yield two single figures of one unit and basis, where nothing says what each is of."""
    by_unit: dict[str, list[kit.facts.PayStatement]] = {}
    for one in stated:
        unit = unit_of(one)
        if unit is not None:
            by_unit.setdefault(unit, []).append(one)
    for found in by_unit.values():
        figures = {one.low or 0.0: one for one in reversed(found) if _is_plain_figure(case, one)}
        if len(figures) != 2 or len(figures) < len({one.amounts for one in found}):
            continue
        first, second = sorted(figures.values(), key=lambda one: one.span)
        low, high = sorted(figures)
        if figures[low].openness == "from":  # pay that begins below the figure
            continue
        rises = _RISES.search(case.text, first.span.end, min(len(case.text), second.span.end + 60))
        # In one sentence the words beside each say what it is of.
        apart = kit.sentence_at(case.posting, first.span).contains(second.span)
        if low < _NEARLY * high and not (rises or apart or _distinct(case, first, second)):
            yield Pair("figures", second, first)


# What makes a figure that of the pay, and what makes it another's: "Specialist is $50 co-pay".
_OF_PAY = kit.pattern(r"(?i)\b(?:salary|pay|pays|paid|wages?|compensation|rate|hourly|annual)\b")
_OF_COST = kit.pattern(
    r"(?i)\b(?:co-?pay\w*|premiums?|coverage|costs?|insurance|deductible|bonus|fees?|match\w*|"
    r"contribut\w+|budget|midpoint|max(?:imum)?|min(?:imum)?|top|average|median|up to|prior|"
    r"range)\b"
)
# "In Denver the pay is …": another place may pay otherwise.
_OF_A_PLACE = kit.pattern(r"\b(?:[Ii]n|[Aa]t|[Ff]or) (?:the )?[A-Z][a-z]+")


def _is_plain_figure(case: kit.Case, one: kit.facts.PayStatement) -> bool:
    line = _line(case, one.span)
    return (
        one.basis == "base"
        and _OF_PAY.search(line) is not None
        and _OF_COST.search(line) is None
        and _OF_A_PLACE.search(line) is None
        and not one.is_range
        and one.low is not None
        and one.openness in (None, "from")
        and one.grade is None
        and not one.by_experience
    )


def _distinct(
    case: kit.Case, first: kit.facts.PayStatement, second: kit.facts.PayStatement
) -> bool:
    """Say whether the text says that two figures are of two things."""
    between = case.text[first.span.end : second.span.start]
    if len({_label(case, one.span) for one in (first, second)} - {""}) == 2:
        return True  # "Dayton: $60,000 - $70,000", "All other places: ..."
    behind = [_RATE_OF.match(case.text, one.span.end) for one in (first, second)]
    if behind[0] and behind[1] and behind[0][1] != behind[1][1]:
        return True  # "$60,000 - $70,000 a year member rate", "$64,000 - $74,000 a year other rate"
    return (
        any(_BY.search(_line(case, one.span)) for one in (first, second))
        or _RISES.search(case.text, max(first.span.end, second.span.start - 40), second.span.start)
        is not None
        or _JOINED.fullmatch(between) is not None
        or _NEXT_POST.search(between) is not None
    )


_RATE_OF = kit.pattern(r"([^\n.;]{0,50}?[a-zA-Z]) (?:[Rr]ate|[Ss]cale)\b")
# "Hiring range: $64,000 - $92,000": it begins the whole range and lies within it.
_BEGINS = kit.pattern(r"(?i)\b(?:hiring|starting|entry|recruitment) (?:pay |salary )?range\W*\Z")
_STARTS = kit.pattern(r"(?i)\b(?:start|begin|hired?\b|hiring|entry)[^.;:\d]{0,30}\Z")
_WHOLE = kit.pattern(r"(?i)\b(?:full|whole|complete|entire|total)(?: \w+){0,2} range\W*\Z")


def _outside(case: kit.Case, stated: Sequence[kit.facts.PayStatement]) -> Iterator[Pair]:
    """Yield what pay begins at, or is hired at, and lies outside the one range of the post."""
    ranges = [one for one in stated if one.is_range and one.basis == "base"]
    figures = [one for one in stated if not one.is_range and _named(case, one, _STARTS)]
    if len(ranges) == 2:
        figures, ranges = (
            [
                one
                for one in ranges
                if named.search(case.text, max(0, one.span.start - 60), one.span.start)
            ]
            for named in (_BEGINS, _WHOLE)
        )
    if len(ranges) != 1 or len(figures) != 1:
        return
    (whole,), (one,) = ranges, figures
    if unit_of(one) != unit_of(whole) and (one.is_range or one.unit is not None):
        return
    if not one.is_range and _distinct(case, *sorted((one, whole), key=_place)):
        return
    low, high = min(whole.amounts), max(whole.amounts)
    if min(one.amounts) < _NEARLY * low or _NEARLY * max(one.amounts) > high:
        yield Pair("ranges", one, whole)


# "Maximum $70,000, minimum $74,000".
_MOST_OF, _LEAST_OF = kit.pattern(r"(?i)\bmax(?:imum)?\b"), kit.pattern(r"(?i)\bmin(?:imum)?\b")


def _ends(case: kit.Case, stated: Sequence[kit.facts.PayStatement]) -> Iterator[Pair]:
    """Yield a maximum that lies below the minimum beside it."""
    for one, other in pairwise(stated):
        low, high = (one, other) if one.openness == "from" else (other, one)
        if (low.openness, high.openness) != ("from", "up to") or unit_of(low) != unit_of(high):
            continue
        if max(high.amounts) < min(low.amounts) and other.span.start - one.span.end <= _AROUND:
            named = ((high, _MOST_OF), (low, _LEAST_OF))
            if all(_named(case, each, words) for each, words in named):
                yield Pair("ranges", other, one)


def _named(case: kit.Case, one: kit.facts.PayStatement, words: re.Pattern[str]) -> bool:
    return words.search(case.text, max(0, one.span.start - 60), one.span.start) is not None


def _place(one: kit.facts.PayStatement) -> kit.Span:
    return one.span


_LABEL = kit.pattern(r"\W*([A-Z][^:$\d]{1,40}):")
# What stands right before a figure is nearer than what its line begins with.
_OWN_LABEL = kit.pattern(r"([A-Z][^:;.$()\d\r\n]{1,40}):\s*\Z")
_NO_LABEL = kit.pattern(
    r"(?i)\b(?:salary|pay|wages?|compensation|rates?|range|amount|hourly|annual)\b"
)


def _label(case: kit.Case, span: kit.Span) -> str:
    """Return what the line of a figure calls it, where that is no word for pay."""
    before = case.text[max(0, span.start - 60) : span.start]
    found = _OWN_LABEL.search(before) or _LABEL.match(_line(case, span))
    if found is None or (_NO_LABEL.search(found[1]) and not _LETTERED.search(found[1])):
        return ""
    return found[1]


# "Range A" and "Pay rate 2" are of two things.
_LETTERED = kit.pattern(r"\b(?:[A-Z]|[IV]{2,3}|\d)\Z")


def _within_another(ends: tuple[float, float], answers: Iterable[tuple[float, float]]) -> bool:
    low, high = ends
    return any(
        _NEARLY * least <= low and _NEARLY * high <= most
        for least, most in answers
        if (least, most) != (low, high)
    )


# "£26,000 FTE" and "pro-rated £11,500" are the whole post's pay and that of a part.
_OF_A_PART = kit.pattern(r"(?i)\b(?:FTE|pro[- ]?rat(?:a|ed))\b")
# "and non-exempt staff $21 an hour": the second is of other people.
_OF_OTHERS = kit.pattern(r"(?i)\b(?:staff|employees|positions?|posts|others?|whereas)\b")


def _units(case: kit.Case, stated: Sequence[kit.facts.PayStatement]) -> Iterator[Pair]:
    """Yield what stands beside a figure of another unit and does not come to it."""
    for one, other in pairwise(stated):
        small, large = one, other
        if (unit_of(large), unit_of(small)) in _HOLDS:
            small, large = other, one
        if one.basis != other.basis or _OF_OTHERS.search(case.text, one.span.end, other.span.start):
            continue  # a stipend is paid beside the wage
        if any(_OF_A_PART.search(_line(case, each.span)) for each in (one, other)):
            continue
        bounds = _bounds(case, small, large)
        if bounds is None or other.span.start - one.span.end > _NEAR:
            continue
        if len(small.amounts) != len(large.amounts) or small.openness != large.openness:
            continue
        times = [
            much / little
            for little, much in zip(small.amounts, large.amounts, strict=True)
            if little
        ]
        uneven = len(times) == 2 and max(times) > _UNEVEN * min(times)
        if uneven or any(not bounds[0] <= each <= bounds[1] for each in times):
            yield Pair("units", other, one)


# "40 hours a week", "185 days": how much of the smaller unit the year of this post has.
_HOURS_A_WEEK = kit.pattern(
    r"(?i)\b(\d{1,2}(?:\.\d+)?)[- ]?(?:hours?|hrs?)[ .]{0,2}"
    r"(?:(?:a|per|/|each|every)[ ]?(?:week|wk)|weekly)\b|\bfor (\d\d) hours\b"
)
_DAYS_A_YEAR = kit.pattern(
    r"(?i)\b(1[5-9]\d|2[0-5]\d)[ -](?:(?:work|contract|duty|school|student)[ -]?)?days?\b"
)
_PART_YEAR = kit.pattern(
    r"(?i)\b(?:schools?|academic|semester|students?|teach\w*|seasonal|part[- ]year|summer|"
    r"months?|weeks (?:a|per)|days (?:a|per) year|temporary|contract)\b"
)
# What a year may be above its weeks: 52.2 of them, and what is rounded.
_WEEKS, _ROUNDED = 52.5, 1.03
# "$25 an hour" is called $50,000 a year.
_LEAST_WEEKS = 49.5


def _bounds(
    case: kit.Case, small: kit.facts.PayStatement, large: kit.facts.PayStatement
) -> tuple[float, float] | None:
    """Return how many of the smaller unit the larger may hold, by the hours or days it states."""
    units = unit_of(small) or "", unit_of(large) or ""
    bounds = _HOLDS.get(units)
    if bounds is None:
        return None
    if units in _HOLDS_WHOLE and not case.once(_in_part):
        bounds = _HOLDS_WHOLE[units]
    if units[1] not in {"week", "year"} or units[0] not in {"hour", "day"}:
        return bounds
    counted = case.once(_hours_a_week if units[0] == "hour" else _days_a_year)
    if len(counted) != 1:
        return bounds
    if units[0] == "day":
        return float(counted[0]) / _ROUNDED, float(counted[0]) * _ROUNDED
    if units[1] == "week":
        return float(counted[0]) / _ROUNDED, float(counted[0]) * _ROUNDED
    most = float(counted[0]) * _WEEKS * _ROUNDED
    # Where nothing speaks of a part of the year, it is all of it.
    whole = not case.once(_of_part_year)
    least = float(counted[0]) * _LEAST_WEEKS if whole else min(bounds[0], most / 2)
    return least, min(bounds[1], most)


def _hours_a_week(case: kit.Case) -> list[str]:
    return list({one[one.lastindex or 0] for one in _HOURS_A_WEEK.finditer(case.text)})


def _days_a_year(case: kit.Case) -> list[str]:
    return list({one[1] for one in _DAYS_A_YEAR.finditer(case.text)})


def _of_part_year(case: kit.Case) -> bool:
    return _PART_YEAR.search(case.text) is not None


_PART_TIME = kit.pattern(
    r"(?i)\b(?:part|half|quarter|three-quarter)[- ]time\b|\bFTE\b"
    r"|\b\d{1,2}(?:\.\d+)?[- ]?(?:hours?|hrs?)\b"
    r"|\bon[- ]call\b|\bper diem\b|\bcasual\b|\bfor \d\d? (?:weeks|days)\b"
)


def _in_part(case: kit.Case) -> bool:
    """Say whether a post may be of a part of the week or year."""
    part = _PART_TIME.search(case.text) is not None or case.once(_of_part_year)
    return part or kit.schools(case) is None


def _rises(case: kit.Case, stated: Sequence[kit.facts.PayStatement]) -> Iterator[Pair]:
    """Yield a rise that ends below the pay it begins from."""
    for before, one in pairwise(stated):
        if one.is_range or unit_of(one) != unit_of(before) or one.openness == "from":
            continue
        start = max(before.span.end, one.span.start - _AROUND)
        end = min(len(case.text), one.span.end + 60)
        if one.span.start - before.span.end > _NEAR or not _RISES.search(case.text, start, end):
            continue
        if max(one.amounts) < min(before.amounts):
            yield Pair("rise", one, before)


# What no hour and no day pays, and less than any month and year do.
_MOST, _LEAST = {"hour": 1_500, "day": 10_000}, {"month": 50, "year": 200}


def impossible(one: kit.facts.PayStatement, *, alone: bool) -> str | None:
    """Return the time that cannot be meant: an hour of thousands, and a year of few if `alone`."""
    if one.basis != "base" or one.currency not in {"USD", "CAD", "GBP", "EUR"}:
        return None
    least, most = min(one.amounts), max(one.amounts)
    unit = one.unit or ""
    if least <= _MOST.get(unit, most) and (not alone or most >= _LEAST.get(unit, 0)):
        return None
    return "an hour" if unit == "hour" else f"a {unit}"
