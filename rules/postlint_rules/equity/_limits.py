"""Where the law limits asking for a diversity or equity statement, and for whom."""

from __future__ import annotations

from datetime import date
from functools import cache

from attrs import frozen

from postlint.diagnostics import Severity
from postlint.facts.base import Case
from postlint.facts.context import employer_kind, jurisdiction
from postlint.facts.declared import EmployerKind
from postlint.rule import Confidence
from postlint_rules._tables import table


@frozen(kw_only=True)
class Limit:
    """One jurisdiction's limit: whom it binds, since when, and how sure we are of it."""

    jurisdiction: str
    name: str
    contested: bool
    kinds: frozenset[EmployerKind]
    severity: Severity
    cite: str
    confidence: Confidence
    effective: date | None = None


@frozen(kw_only=True)
class Reach:
    """The limit that reaches this posting, if one does.

    `limit` is one whose scope the employer is in; `possible` one that would
    reach it if the employer were of a kind in its scope, and the kind is not
    known. `declared` is true where the user declared place and kind both.
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
            effective=entry.get("effective"),
        )
        for entry in table("equity", "statement_requests")["limit"]
    )


def reach(case: Case) -> Reach:
    """Return which limit reaches a posting, by its place, its employer and its day."""
    places = case[jurisdiction].value
    kind = case[employer_kind].value
    day = case.employer.as_of
    here = [
        limit
        for limit in limits()
        if limit.jurisdiction in places
        and not (day is not None and limit.effective is not None and day < limit.effective)
    ]
    if kind is None:
        return Reach(possible=here[0] if here else None)
    bound = next((limit for limit in here if kind in limit.kinds), None)
    if bound is None:
        return Reach()
    known = case.employer.kind is not None and bound.jurisdiction in case.employer.jurisdictions
    return Reach(limit=bound, declared=known)
