"""Grades, ranges, steps and series of a pay plan."""

# No postponed annotations: a named tuple compiles each that is a text, at every start.

from collections.abc import Iterator, Mapping
from functools import cache

from postlint.facts._data import table, vocabulary
from postlint.facts.around import line_at, trim
from postlint.facts.base import Case
from postlint.facts.payment import PayGrade
from postlint.text.patterns import pattern
from postlint.text.source import Span

# Two figures are a grade, four are the series of the work.
_GS = pattern(
    r"(?i)GS[\s–:-]{0,3}(?:(?P<series>\d{4})(?:[\s/,:–-]{1,3}(?=\d))?)?"
    r"(?P<grade>\d{1,2}(?:\s?[-/–]\s?(?:GS[ -]?)?\d{1,2})*)?(?!\d)"
)
# "WG-3703-10", "VN-0610-II": the plan, the series of the work and the grade.
_PLAN = pattern(
    r"[A-Z]{2}[ –-](?P<series>\d{4})[ /–-](?P<grade>\d{1,2}(?:[/–-]\d{1,2})?|IV|V|I{1,3})\b"
)
# What somebody must have done before is no grade of this post.
_OF_ANOTHER = pattern(
    rf"(?i)\b(?:{vocabulary('pay', 'of_another_grade')})\b"
    r"[^.;\n]{0,60}\Z"
)
_AS_A_LEVEL = pattern(r"(?i)\s*(?:grade\s+)?(?:level\b(?!\s*:)|or equivalent|equivalent)")
# "Salary: Range 22", "Pay: Step 3 of Range 22": what a field about pay begins with is a grade.
_PAY_FIELD = pattern(
    r"(?i)\b(?:salary|pay|compensation|wages?|remuneration)[ ]?"
    r"(?:rate|range|scale|level|schedule|details?)?[*_ ]{0,3}:[*_ \t]{0,6}"
    r"(?:[A-Z][\w'’ ]{2,30},[ ])?"
    r"(?:(?:step|schedule|lane|column)[ ][A-Z\d]{1,3},?[ ](?:of[ ])?(?:the[ ])?)?\Z"
)
_STEPS = pattern(
    r"(?i)[\s,;/(–-]{0,4}(?:steps?|points?)\W{0,3}(?P<step>[A-Z\d]{1,2}(?:\s?(?:-|–|to|through)\s?[A-Z\d]{1,2}\b)?)"
)
# "Grade: HEO", and nothing behind it.
_SERVICE_GRADE = pattern(r"[ \t]*:[ \t]*(?P<code>[A-Z]{2,3})[ \t]*(?:\([^)\n]{1,40}\)[ \t]*)?\Z")
# "PG 14, Step 1-7": whatever the plan's letters are, steps say that it is one.
_BEFORE_STEPS = pattern(r"\b(?P<plan>[A-Z]{1,4})[ -]?(?P<grade>\d{1,3})[,;/ (–-]{1,3}\Z")
_CODE = pattern(
    r"\s{0,4}(?:and level|& level|level|code|[Nn]umber|\(s\))?[*_:#\s–=-]{0,12}"
    r"(?:of|is|at)?\s*[*_]{0,2}"
    r"(?!N/?A\b)"
    r"(?P<code>[A-Z]{1,4}[ -]?(?:\d{1,4}[A-Z]?|OI|I{1,3})\b|\d{1,3}[A-Z]?\b(?![,.]?\d)|[A-Z]\b|"
    r"[A-Z]{1,3}\d[\w-]*)"
)
# "TV-L E13", "EG 9a TVöD", "Entgeltgruppe 10 (TV-H)": a group of an agreement.
_GROUP = r"(?:EG?|S|Entgeltgruppe)[ ]?(?P<grade>\d{1,2}[a-cü]?)\b"
_GROUP_BEHIND = pattern(rf"[ ,/(:-]{{0,3}}{_GROUP}")
_GROUP_BEFORE = pattern(rf"\b{_GROUP}[ ,/(-]{{1,3}}\Z")
_REST = pattern(r"[ \t]*\([A-Z\d]{1,2}[ ]?[-–][ ]?[A-Z\d]{1,2}\)[ \t*_]*")
_ON_SCHEDULE = pattern(
    r"(?i)\s(?:of|on|in) the (?:\w+ ){0,3}(?:salary|pay|wage) (?:schedule|scale|plan)"
)
_OF_SCHEDULE = pattern(r"(?i)\b(?:salary|pay|wage)\s(?:schedule|scale|plan),?\s\Z")
# "Series 1102, Grade 13/14"
_SERIES_BEFORE = pattern(r"\bseries:? \d{4} ?[,;/|–-]?\Z")
_MONEY = frozenset({"salary", "pay", "paygrade", "wage"})
_TELLING = (
    ["group", "and", "level"],
    ["group", "level"],
    ["position", "level"],
    ["job", "grade"],
    ["agenda", "for", "change", "band"],
    ["afc", "band"],
    ["nhs", "band"],
    ["civil", "service", "grade"],
)


_PLAN_LETTERS = 2
# "This is a post at the GS-13 level", and never "experience at the GS-12 level".
_OF_POST = pattern(r"(?i)\b(?:position|post|job|vacancy|role|appointment|opening)\b[^.;\n]{0,60}\Z")


@cache
def _civil_service() -> frozenset[str]:
    words: Mapping[str, str] = table("pay")["words"]
    return frozenset(words["civil_service"].split())


def grades(case: Case) -> Iterator[PayGrade]:
    """Yield the places in a pay plan that a text gives this post, in order."""
    end = -1
    for place in case.hits["pay.grade"]:
        if place.start < end:
            continue
        found = _grade(case, place)
        if found is not None:
            end = found.span.end
            yield found


def _grade(case: Case, place: Span) -> PayGrade | None:
    text = case.text
    word = text[place.start : place.end].lower()
    line = line_at(text, place.start)
    if word in {"g6", "g7"}:
        alone = line.end - line.start <= 20
        return PayGrade(line, "G", word[1:]) if alone else None
    if len(word) == _PLAN_LETTERS:
        plan = _PLAN.match(text, place.start)
        if plan is not None:
            return PayGrade(Span(*plan.span()), word.upper(), plan["grade"], series=plan["series"])
        return _federal(text, place) if word == "gs" else None
    if word == "step":
        plan = _BEFORE_STEPS.search(text, max(line.start, place.start - 14), place.start)
        step = _STEPS.match(text, place.start)
        if plan is None or step is None:
            return None
        return PayGrade(Span(plan.start(), step.end()), plan["plan"], plan["grade"], step["step"])
    if word.startswith("tv"):
        group = _GROUP_BEHIND.match(text, place.end)
        found = group or _GROUP_BEFORE.search(text, max(line.start, place.start - 24), place.start)
        if found is None:
            return None
        span = Span(min(place.start, found.start()), max(place.end, found.end()))
        return PayGrade(span, text[slice(*place)], found["grade"])
    code = _CODE.match(text, place.end, place.end + 40)
    label = word.replace("/", " ").split()
    if code is None:
        service = _SERVICE_GRADE.match(text, place.end, line.end)
        if service and label == ["grade"] and service["code"].lower() in _civil_service():
            return PayGrade(Span(place.start, service.end()), word, service["code"])
        return None
    step = _STEPS.match(text, code.end())
    before = text[line.start : place.start].strip(" *_-•").lower()
    field = (line.start >= place.start - 6 or before in {"position", "job"}) and ":" in text[
        place.end : place.end + 8
    ]
    field = field or (label == ["grade"] and _SERIES_BEFORE.search(before) is not None)
    of_pay = (
        _PAY_FIELD.search(text, line.start, place.start) is not None
        or _ON_SCHEDULE.match(text, code.end(), code.end() + 60) is not None
        or (word == "range" and _OF_SCHEDULE.search(text, place.start - 24, place.start))
    )
    if label[-1] in {"grade", "band"} and not field:
        # "Grade 18 (B-D)", and no more on its line; "the salary schedule, Grade 81".
        begins = line.start >= place.start - 6
        alone = begins and _REST.fullmatch(text, code.end(), line.end) is not None
        field = alone or _OF_SCHEDULE.search(text, place.start - 24, place.start) is not None
    if not of_pay and not _is_grade(label, code["code"], field=field, steps=step is not None):
        return None
    end = step.end() if step else code.end()
    span = trim(text, Span(place.start, end))
    return PayGrade(span, word, code["code"], step["step"] if step else None)


def _is_grade(label: list[str], code: str, *, field: bool, steps: bool) -> bool:
    """Say whether words and a code behind them place the post in a pay plan."""
    telling = bool(_MONEY & set(label)) or label in _TELLING
    if steps and label[-1] in {"range", "grade", "schedule", "level", "band", "class"}:
        return True
    if not telling and not field:
        return False
    if label == ["classification"]:
        return field and pattern(r"[A-Z]{2,3}-\d").match(code) is not None
    if label in (["range"], ["schedule"]):
        return False
    return label != ["level"] or bool(pattern(r"[A-Z]{2}").match(code))


def _federal(text: str, place: Span) -> PayGrade | None:
    match = _GS.match(text, place.start)
    if match is None or not match["grade"]:
        return None
    if _OF_ANOTHER.search(text, max(0, place.start - 90), place.start):
        return None
    of_post = _OF_POST.search(text, max(0, place.start - 90), place.start)
    if _AS_A_LEVEL.match(text, match.end()) and of_post is None:
        return None
    return PayGrade(Span(*match.span()), "GS", match["grade"], series=match["series"])
