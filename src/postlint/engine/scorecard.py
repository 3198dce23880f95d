"""The numbers of a posting for people: the same in the same words wherever they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from postlint.engine.measures import duty_parts
from postlint.engine.report import Report
from postlint.facts.readability import FORMULA
from postlint.rules.rule import Verdict
from postlint.text.records import NamedTuple

_SHARES = (
    ("leadership_share", "Duties that lead or are about people"),
    ("technical_share", "Duties that are hands-on work"),
    ("essential_share", "Marked duties that are essential"),
    ("skill_coverage", "Skill areas named"),
)
_STATEMENTS = (
    ("nondiscrimination", "equal opportunity"),
    ("accommodation", "accommodation"),
    ("equity_commitment", "equity"),
)


class Score(NamedTuple):
    """A number of the card: the measure it is, what it is called, and how it reads."""

    measure: str
    name: str
    shown: str


def scorecard(report: Report) -> tuple[Score, ...]:
    """Return the card of a posting; what there is nothing to measure of is left out."""
    return tuple(_scores(report))


def card_values(report: Report) -> dict[str, Any]:
    """Return the numbers of a posting as plain data, as an editor and the page draw them."""
    return {
        "duties": dict(duty_parts(report.measures)),
        "verdicts": dict(Counter(outcome.verdict.value for outcome in report.outcomes)),
        "measures": dict(report.measures),
        "scores": [one._asdict() for one in scorecard(report)] if report.is_posting else [],
    }


def _scores(report: Report) -> Iterator[Score]:
    measures = report.measures
    for name, words in _SHARES:
        if (part := measures[name]) is not None:
            yield Score(name, words, f"{part:.0%}")
    stated = measures["pay_stated"]
    if stated is not None:
        yield Score("pay_stated", "Pay stated", "yes" if stated else "no")
    there = [words for name, words in _STATEMENTS if report.facts[name].value]
    yield Score("statements", "Statements present", ", ".join(there) or "none")
    if (grade := measures["reading_grade"]) is not None:
        yield Score("reading_grade", f"Reading grade ({FORMULA})", f"{grade:.1f}")
    yield Score("requirements", "Requirements", f"{measures['requirements']}")
    yield Score("duties", "Duties", f"{measures['duties']}")
    yield Score("words", "Words", f"{measures['words']}")
    if (part := measures["rules_passed"]) is not None:
        verdicts = [outcome.verdict for outcome in report.outcomes]
        passed, failed = verdicts.count(Verdict.PASS), verdicts.count(Verdict.FAIL)
        yield Score("rules_passed", "Rules passed", f"{passed} of {passed + failed} ({part:.0%})")
