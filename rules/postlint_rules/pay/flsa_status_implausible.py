"""PAY017: let "exempt" stand only with a salary that may be exempt.

## What it checks
A post that is called exempt from overtime, and its pay.
A top of the range below the least salary of exempt staff is an error where the place's figure is
sure; a bottom below it is a warning, and so is pay by the hour, save at the rate of computer staff.
The figures of the states change with the year, and from the day after which nobody looked the
answer is *cannot tell* where the federal figure does not settle it.
So it is of a text that gives no day and whose latest year is older than the figure.
"Exempt from civil service" and "tax-exempt" are other matters, and teachers have no least salary.

## Why
Whoever is called exempt and paid less is owed overtime.

## When not to use it
For teachers, physicians and lawyers, who have no least salary.
"""

import postlint.rules as kit
from postlint_rules.pay._law import older
from postlint_rules.pay._pay import HOURS, money, paid, unit_of

_SUBJECT = "salary-floor"
_NO_TEST = kit.pattern(
    r"(?i)\b(?:teacher|instructor|professor|lecturer|faculty|coach|physician|doctor|dentist|attorney|"
    r"lawyer|counsel|judge)s?\b"
)
# Full-time and of a whole year, or the sum says nothing of a week.
_PART = kit.pattern(
    r"(?i)\bpart[- ]time\b|\bhalf[- ]time\b|\b(?:9|10|11|nine|ten|eleven)[- ]months?\b|"
    r"\.[1-9]\d? ?FTE|"
    r"\b\d\d ?% (?:time|FTE|appointment)"
)
_NEAR, _PAY = 200, "The pay."


class FlsaStatusImplausible(kit.Rule):
    meta = kit.RuleMeta(
        code="PAY017",
        summary="The post is called exempt from overtime at a pay that may not be.",
        severity=kit.Severity.WARNING,
        highest=kit.Severity.ERROR,
        messages={
            "below": "'{words}' stands with {pay} a year; exempt staff earn {least} in "
            "{place}{since}.",
            "starts-below": "'{words}' stands with pay from {pay} a year; exempt staff earn "
            "{least} in {place}{since}.",
            "hourly": "'{words}' stands with pay by the hour.",
        },
        authority=kit.laws("us-overtime-status", "us-computer-rate", on=_SUBJECT),
        advice="Check whether the post is exempt at this pay.",
        why="Below a floor of pay, most staff earn overtime.",
    )
    applies = (kit.united_states,)

    def check(self, case: kit.Case) -> kit.Outcome:
        status, stated = case[kit.facts.flsa], paid(case)
        if status.value != "exempt":
            return kit.NotApplicable("No words were found that call the post exempt from overtime.")
        if not stated:
            return kit.CannotTell("what the post pays", status.spans)
        if _NO_TEST.search(case[kit.facts.title].value or ""):
            return kit.NotApplicable("No least salary is set for the work.")
        return _weigh(case, status.spans[0], stated[0])


def _weigh(case: kit.Case, status: kit.Span, one: kit.facts.PayStatement) -> kit.Outcome:
    unit = unit_of(one)
    if unit == "hour" and one.unit == "hour":
        return _by_the_hour(case, status, one)
    hours = HOURS.get(unit or "")
    near = kit.around(case, one.span, _NEAR)
    if hours is None or _PART.search(case.text, *near) or "part-time" in _types(case):
        return kit.CannotTell("what the post pays for a full year", (one.span,))
    top, bottom = (each * HOURS["year"] / hours for each in (max(one.amounts), min(one.amounts)))
    found = kit.begun(kit.reaching(case, kit.laws_on(_SUBJECT)))
    sure = [each for each in found if each.force is not kit.Force.EXPIRED]
    highest = max(sure, key=_least, default=None)
    if highest is not None and bottom < (least := _least(highest)):
        if year := older(case, highest):
            missing = f"whether it is of {highest.law.effective:%Y} or older"
            return kit.CannotTell(missing, (year, one.span), (highest.law,))
        below = top < least and one.openness is None
        figure = money(top if below else bottom, one.currency)
        began = highest.law.effective
        since = "" if began is None else f" since {began:%Y}"
        words = {"pay": figure, "least": money(least, "USD"), "place": highest.place}
        words["since"] = since
        grave = highest.limited(kit.Severity.ERROR if below else kit.Severity.WARNING)
        message = "below" if below else "starts-below"
        found_low = kit.mark(case, message, status, words, again=(one.span,), also=_PAY)
        return found_low._replace(severity=grave, authority=(highest.law,))
    if (old := next((each for each in found if each not in sure), None)) is not None:
        missing = f"the least salary of exempt staff in {old.place} on the day of the posting"
        return kit.CannotTell(missing, (one.span,), (old.law,))
    if highest is None:
        return kit.CannotTell("the least salary of exempt staff on the day of the posting")
    floor = f"{money(_least(highest), 'USD')}, the least salary of exempt staff in {highest.place}"
    return kit.Passed(f"The pay is at or above {floor}.", (one.span,), (highest.law,))


def _by_the_hour(case: kit.Case, status: kit.Span, one: kit.facts.PayStatement) -> kit.Outcome:
    """Return that hourly pay is not exempt, save at the rate of computer staff."""
    rate = kit.law("us-computer-rate")
    computers = case[kit.facts.role].value in {"tech-leader", "tech-staff"}
    if computers and max(one.amounts) >= rate.figures["hour"]:
        return kit.Passed("Computer staff may be exempt at the rate.", (one.span,), (rate,))
    rests = (kit.law("us-overtime-status"),)
    return kit.mark(case, "hourly", status, again=(one.span,), also=_PAY, authority=rests)


def _types(case: kit.Case) -> tuple[str, ...]:
    """Return the kinds of employment it is, none where it may be full-time."""
    kinds = case[kit.facts.employment_type].value
    return () if "full-time" in kinds else kinds


def _least(reach: kit.Reach) -> float:
    return float(reach.law.figures["year"])
