"""EQTY007: name the Title IX coordinator, where the notice stands in postings.

## What it checks
Where a school or college is declared to receive federal education funds: whether "Title IX" stands
in the posting, or a page with the notice is linked.

## Why
The rule of 2020 wants applicants told of the policy and the coordinator.
It names websites, handbooks and catalogs, and no posting; so the rule is off unless it is selected.

## When not to use it
Where the website carries the notice, as the rule wants.

## Fix safety
No fix: the coordinator is the employer's to name.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    EmployerKind,
    NotApplicable,
    RuleMeta,
    SectionKind,
    Severity,
    Stability,
    StatedRule,
    facts,
    laws,
    phrases,
    united_states,
)

_RULE = "title-ix-notice-missing"
_TEACH = (EmployerKind.SCHOOL, EmployerKind.COLLEGE)


def _recipients(case: Case) -> NotApplicable | None:
    """Let the rule speak of schools and colleges that are declared to receive funds."""
    if case.employer.recipient and case[facts.employer_kind].value in _TEACH:
        return None
    return NotApplicable("The employer is no school or college that is declared to receive funds.")


class TitleIxNoticeMissing(StatedRule):
    """Name the Title IX coordinator, where the notice stands in postings."""

    meta = RuleMeta(
        code="EQTY007",
        name=_RULE,
        summary="A recipient's posting does not speak of Title IX.",
        severity=Severity.INFO,
        messages={"missing": "Neither Title IX nor a page with the notice is named."},
        authority=laws("us-title-ix-notice"),
        advice="Name Title IX and where the notice stands.",
        why="Schools with federal funds must tell applicants of it.",
        since="0.1",
        tags=frozenset({"equal-opportunity"}),
        stability=Stability.PREVIEW,
        default_on=False,
    )
    applies = (united_states, _recipients)
    phrases = phrases(__package__, "equity", _RULE)
    said = "The notice is named."
    places = (SectionKind.EQUAL_OPPORTUNITY,)
