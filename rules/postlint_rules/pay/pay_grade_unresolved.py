"""PAY005: give the amounts of a grade.

## What it checks
A grade, range or schedule of a pay plan with no amount anywhere in the posting: "Grade 24",
"salary per schedule".
It is as grave as missing pay is, and one step less where a page with the pay is linked.
Of federal agencies it says nothing: their tables of pay are published for everybody.
Grades of schools ("grades 6-8") and levels of maturity or skill are none of pay.

## Why
A code tells people inside the house what the work pays and nobody else.
A law that asks for pay in the posting asks for the figure.

## When not to use it
On a board that shows the amounts beside each posting.

## Fix safety
No fix: the amounts are in the employer's schedule.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    EmployerKind,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    Severity,
    facts,
    laws,
    past,
    quoted,
)
from postlint_rules.pay._law import SUBJECT, asking, clause, severity
from postlint_rules.pay._pay import advertises, link_to_pay, paid


class PayGradeUnresolved(Rule):
    """Give the amounts of a grade."""

    meta = RuleMeta(
        code="PAY005",
        name="pay-grade-unresolved",
        summary="A grade of pay is given without its amount.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={"grade": "'{words}' is given without the amounts{law}."},
        authority=laws("pay-practice", on=SUBJECT),
        advice="Write the amounts of the grade beside it.",
        why="Outsiders cannot look up a grade.",
        since="0.1",
        tags=frozenset({"pay"}),
    )
    applies = (advertises,)

    def check(self, case: Case) -> Outcomes:
        """Look for a grade, and for an amount."""
        graded = [one for one in case[facts.pay_statements].value if one.grade is not None]
        if not graded:
            yield NotApplicable("No grade of pay is given.")
            return
        stated = paid(case)
        if stated:
            yield Passed("The grade stands with an amount.", (graded[0].span, stated[0].span))
            return
        if case[facts.employer_kind].value is EmployerKind.FEDERAL:
            yield NotApplicable("The amounts of a federal grade are published for everybody.")
            return
        found = asking(case)
        if (old := past(found)) is not None:
            yield old
            return
        link = link_to_pay(case)
        if link is not None and found and "link" in found[0].law.terms:
            yield Passed("A page with the pay is linked.", (link,), (found[0].law,))
            return
        grave = severity(found, Severity.INFO)
        if link is not None:
            grave = {Severity.ERROR: Severity.WARNING}.get(grave, Severity.INFO)
        if found and "none-above" in found[0].law.figures and grave is Severity.ERROR:
            grave = Severity.WARNING
        words = {"words": quoted(case.posting, graded[0].span), "law": clause(found, "the amount")}
        rests = tuple(one.law for one in found)
        yield Finding("grade", graded[0].span, words, severity=grave, authority=rests)
