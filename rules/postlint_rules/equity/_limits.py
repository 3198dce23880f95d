"""Where the law limits asking for a diversity or equity statement, and for whom."""

# No postponed annotations: a named tuple compiles each that is a text, at every start.

from datetime import date
from functools import cache
from typing import NamedTuple

from postlint.facts.base import Case
from postlint.facts.context import employer_kind, jurisdiction
from postlint.facts.declared import EmployerKind
from postlint.rules.rule import Confidence
from postlint.text.diagnostics import Severity
from postlint_rules._tables import table


class Limit(NamedTuple):
    """One jurisdiction's limit: whom it binds, since when, and how sure we are of it."""

    jurisdiction: str
    name: str
    contested: bool
    kinds: frozenset[EmployerKind]
    severity: Severity
    cite: str
    confidence: Confidence
    effective: date | None = None


class Reach(NamedTuple):
    """The limit that reaches this posting, if one does.

    `limit` is one whose scope the employer is in; `possible` one that may
    reach it: the kind of employer is not known, or the place is not and the
    text names it. `declared` is true where the user declared place and kind.
    """

    limit: Limit | None = None
    possible: Limit | None = None
    declared: bool = False


@cache
def limits() -> tuple[Limit, ...]:
    """Return every limit of the table, in its order."""
    return tuple(
        Limit(
            jurisdiction=entry["jurisdiction"],
            name=entry["name"],
            contested=entry["status"] == "contested",
            kinds=frozenset(EmployerKind(kind) for kind in entry["kinds"]),
            severity=Severity(entry["severity"]),
            cite=entry["cite"],
            confidence=Confidence(entry["confidence"]),
            effective=_day(entry.get("effective")),
        )
        for entry in table("equity", "statement_requests")["limit"]
    )


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def reach(case: Case) -> Reach:
    """Return which limit reaches a posting, by its place, its employer and its day."""
    places = case[jurisdiction].value
    kind = case[employer_kind].value
    day = case.employer.as_of
    in_force = [
        limit
        for limit in limits()
        if day is None or limit.effective is None or day >= limit.effective
    ]
    if not places:
        text = case.text.lower()
        named = (limit for limit in in_force if kind is None or kind in limit.kinds)
        return Reach(possible=next((one for one in named if one.name.lower() in text), None))
    here = [limit for limit in in_force if limit.jurisdiction in places]
    if kind is None:
        return Reach(possible=here[0] if here else None)
    bound = next((limit for limit in here if kind in limit.kinds), None)
    if bound is None:
        return Reach()
    known = case.employer.kind is not None and bound.jurisdiction in case.employer.jurisdictions
    return Reach(limit=bound, declared=known)
