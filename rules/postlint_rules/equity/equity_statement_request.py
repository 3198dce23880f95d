"""EQTY003: know what asking applicants for an equity statement entails.

## What it checks
Whether applicants are asked to write a diversity, equity or inclusion statement, or to address the
subject in their letter.
The employer's own statement is not a request, and neither is a duty about equity.
Where a state limits such requests and the employer is in its scope, the finding says so: an error
for a school district declared to be in Texas on a declared day from 1 September 2025, else a
warning.
Elsewhere it is information.

## Why
A few states forbid or restrict such requests for public schools, colleges or governments.
Where they are lawful, applicants write better and panels judge more evenly when the posting says
what evidence is sought and how it is scored.
A request that draws out a protected trait can turn into evidence of selection by that trait.
This rule never advises adding a request.

## Sources
- Tex. Educ. Code 11.005(a)(4), (b) (SB 12, 2025), in force 1 September 2025; read 2026, high
  confidence.
- Tex. Educ. Code 51.3525 (SB 17, 2023), Utah HB 261 (2024), Fla. Stat. 1004.06: read in summaries,
  medium confidence.
- New Hampshire HB 2 (2025): contested in court, low confidence.
- EEOC technical assistance of 19 March 2025 on protected traits in selection; not binding, read in
  summaries.

## When not to use it
Where counsel has settled the wording of the request.

## Fix safety
No fix: to change what applicants must send is the employer's decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from postlint.document.kinds import SectionKind
from postlint.facts.base import Case
from postlint.facts.statements import equity_request
from postlint.rules.rule import Confidence, NotApplicable, Outcome, Passed, Rule, RuleMeta
from postlint.text.diagnostics import Finding, Severity
from postlint.text.source import Span
from postlint_rules._place import of_united_states_law
from postlint_rules._tables import phrases
from postlint_rules._text import quoted
from postlint_rules.equity._law import FLORIDA, NEW_HAMPSHIRE, SELECTION, TEXAS, UTAH
from postlint_rules.equity._limits import Reach, reach

_RULE = "equity-statement-request"


@of_united_states_law
class EquityStatementRequest(Rule):
    """Know what asking applicants for an equity statement entails."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="EQTY003",
        name=_RULE,
        summary="Applicants are asked for a diversity or equity statement.",
        severity=Severity.INFO,
        highest=Severity.ERROR,
        messages={
            "request": (
                "'{words}' is asked of applicants; say what evidence is sought and how it is "
                "scored, and ask for no protected trait."
            ),
            "scored": "'{words}' is asked of applicants; see that it draws out no protected trait.",
            "restricted": (
                "'{words}' is asked of applicants, which {place} restricts for employers of this "
                "kind."
            ),
            "may-be-restricted": (
                "'{words}' is asked of applicants, which {place} may restrict for this employer."
            ),
            "contested": (
                "'{words}' is asked of applicants, which a contested law of {place} may restrict "
                "for this employer."
            ),
        },
        authority=(TEXAS, UTAH, FLORIDA, NEW_HAMPSHIRE, SELECTION),
        since="0.1",
        tags=frozenset({"equity"}),
    )
    phrases = phrases("equity", "equity", _RULE)

    def check(self, case: Case) -> Iterator[Outcome]:
        """Look for a request, and for the law that reaches it."""
        request = case[equity_request]
        if request.value:
            for span in request.spans:
                yield _finding(case, span)
            return
        told = case.posting.of_kind(SectionKind.HOW_TO_APPLY)
        places = tuple(section.heading.span for section in told if section.heading is not None)
        places = places or case.hits[f"{_RULE}.sends"][:1]
        if places:
            yield Passed("What applicants are asked to send has no equity statement.", places)
        else:
            yield NotApplicable("The text does not say what applicants send.")


def _finding(case: Case, span: Span) -> Finding:
    named = case.hits.within(f"{_RULE}.names", span)
    words = {"words": quoted(case.posting, named[0] if named else span)}
    limit = reach(case)
    bound = limit.limit or limit.possible
    if bound is None:
        message = "scored" if case.hits[f"{_RULE}.scoring"] else "request"
        return Finding(message, span, words, severity=Severity.INFO)
    severity = bound.severity if _settled(case, limit) else Severity.WARNING
    if bound.contested:
        message = "contested"
    else:
        message = "restricted" if limit.declared else "may-be-restricted"
    return Finding(message, span, {**words, "place": bound.name}, severity=severity)


def _settled(case: Case, limit: Reach) -> bool:
    """Say whether place, employer and day are all declared, and the authority sure."""
    return (
        limit.limit is not None
        and limit.declared
        and limit.limit.confidence is Confidence.HIGH
        and limit.limit.effective is not None
        and case.employer.as_of is not None
    )
