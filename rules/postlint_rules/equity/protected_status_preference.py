"""EQTY010: select by qualification.

## What it checks
Words that prefer applicants by a protected class, that tie places in an interview to one, or that
invite some groups by name.
Preference for veterans, Indian preference and the preference of a religious employer for its faith
are lawful and not meant.

## Why
A stated preference in an advertisement is barred whichever group it is for.
Places tied to a trait are closely read since 2025; some documented public plans stand, so that is a
warning for counsel and no more.

## Sources
- 42 U.S.C. 2000e-2(a), 2000e-3(b), with the exceptions of 2000e-1(a), 2000e-2(e), (i), 2000e-11;
  read 2026-11-21.
- EEOC technical assistance of 19 March 2025, not binding; read in summaries.
- 29 CFR 1608, printed in January 2025, and Johnson v. Transportation Agency (1987), not opened for
  this work: some formal plans are allowed.

## When not to use it
Where a documented plan or a local standard has been cleared by counsel.

## Fix safety
No fix: how people are selected is the employer's decision.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.document.kinds import SectionKind
from postlint.facts.base import Case
from postlint.rules.rule import NotApplicable, Outcome, Passed, RuleMeta
from postlint.text.diagnostics import Severity
from postlint.text.source import Span
from postlint_rules._place import of_united_states_law
from postlint_rules._terms import Match, TermRule, term_phrases
from postlint_rules.equity._law import PLANS, SELECTION, SELECTION_LAW

_RULE = "protected-status-preference"


@of_united_states_law
class ProtectedStatusPreference(TermRule):
    """Select by qualification."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="EQTY010",
        name=_RULE,
        summary="Selection is tied to a protected class.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(SELECTION_LAW, SELECTION, PLANS),
        since="0.1",
        tags=frozenset({"selection"}),
    )
    phrases = term_phrases("equity", _RULE)
    family = "equity"
    clean = "Nothing prefers applicants by a protected class."

    least_employees: int = 15

    def matter(self, match: Match) -> Span:
        """Return the sentence: one that names three groups is one matter."""
        return match.sentence

    def in_order(self, case: Case) -> Outcome:
        """Pass with the way to apply as evidence, where the text has it."""
        told = case.posting.of_kind(SectionKind.HOW_TO_APPLY)
        places = tuple(one.heading.span for one in told if one.heading is not None)
        if places:
            return Passed(self.clean, places)
        return NotApplicable("The text does not say how to apply.")
