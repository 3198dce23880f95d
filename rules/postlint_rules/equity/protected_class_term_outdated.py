"""EQTY005: name protected classes in the words of today.

## What it checks
Dated or incomplete words for protected classes in a statement of equal opportunity: "handicap",
"sexual preference", "Vietnam-era veteran", "M/F/D/V".
A statutory title or a section number beside the word passes.

## Why
Old words make a statement read as copied.
Single letters are not enough for the contracting agency, and two letters for sex leave people out.

## Sources
- 41 CFR 60-300.2, the categories of veterans; read 2026-11-21.
- OFCCP FAQ of 2014 on letters; read in quotation.
- Rehabilitation Act Amendments of 1992 and Pub. L. 111-256; not opened for this work.

## When not to use it
In Massachusetts, whose statute says handicap.

## Fix safety
No fix: the statement is the employer's declaration.
"""

from __future__ import annotations

from typing import ClassVar

from postlint.facts.base import Case
from postlint.facts.statements import equal_opportunity
from postlint.rules.rule import NotApplicable, Outcome, Passed, RuleMeta
from postlint.text.diagnostics import Severity
from postlint_rules._terms import TermRule, term_phrases
from postlint_rules.equity._law import CLASS_WORDS, LETTERS, VETERAN_CATEGORIES

_RULE = "protected-class-term-outdated"


class ProtectedClassTermOutdated(TermRule):
    """Name protected classes in the words of today."""

    meta: ClassVar[RuleMeta] = RuleMeta(
        code="EQTY005",
        name=_RULE,
        summary="A word for a protected class is dated.",
        severity=Severity.WARNING,
        highest=Severity.WARNING,
        messages={"term": "'{words}' {why}{instead}."},
        authority=(VETERAN_CATEGORIES, LETTERS, CLASS_WORDS),
        since="0.1",
        tags=frozenset({"equal-opportunity", "language"}),
    )
    phrases = term_phrases("equity", _RULE)
    family = "equity"
    clean = "The statement uses the words of today."

    def in_order(self, case: Case) -> Outcome:
        """Pass with the statement as evidence, where there is one."""
        statements = case[equal_opportunity]
        if statements.value:
            return Passed(self.clean, statements.spans)
        return NotApplicable("The text has no statement of equal opportunity.")
