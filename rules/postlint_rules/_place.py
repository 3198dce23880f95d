"""Rules that speak from the law of one country are silent where the work is in another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import wraps
from typing import Final, TypeVar

from postlint.facts.base import Case, Fact
from postlint.facts.context import abroad
from postlint.rules.rule import CannotTell, NotApplicable, Outcome, Rule
from postlint_rules._text import quoted

AnyRule = TypeVar("AnyRule", bound=Rule)

_NAMES: Final = {
    "AU": "Australia",
    "CA": "Canada",
    "DE": "Germany",
    "FR": "France",
    "GB": "the United Kingdom",
    "IE": "Ireland",
    "IN": "India",
    "NZ": "New Zealand",
}


def of_united_states_law(rule: type[AnyRule]) -> type[AnyRule]:
    """Let a rule speak only of work that may be in the United States.

    Where the work is known to be elsewhere it is not applicable; where signs
    of two countries are in the text it cannot tell. A text that names no
    country is judged as before.
    """
    judged = rule.check

    @wraps(judged)
    def check(self: AnyRule, case: Case) -> Iterator[Outcome]:
        away = case[abroad]
        if away.value is None and away.known:
            return judged(self, case)  # handed on as it is: most postings name no other country
        return iter((_elsewhere(case, away),))

    rule.check = check  # type: ignore[method-assign, assignment]
    return rule


def _elsewhere(case: Case, away: Fact[str | None]) -> Outcome:
    if away.value is None:
        return CannotTell(away.missing or "the country the work is in", away.spans)
    return NotApplicable(
        f"The work is in {_country(case, away.value)}, and the rule speaks from the law "
        "of the United States."
    )


def _country(case: Case, code: str) -> str:
    """Return a country's name, and the words that tell it where the text has them."""
    name = _NAMES.get(code, f"another country ({code})")
    spans = case[abroad].spans
    return f"{name} ('{quoted(case.posting, spans[0])}')" if spans else name
