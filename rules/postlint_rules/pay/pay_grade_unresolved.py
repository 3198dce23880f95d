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
"""

import postlint.rules as kit
from postlint_rules.pay._law import PostingRule, by_law, pay_meta, unless_high
from postlint_rules.pay._pay import SECTIONS, eased, paid


class PayGradeUnresolved(PostingRule):
    meta = pay_meta(
        code="PAY005",
        summary="A grade of pay is given without its amount.",
        severity=kit.Severity.WARNING,
        messages={"grade": "'{words}' is given without the amounts{law}."},
        advice="Write the amounts of the grade beside it.",
        why="Outsiders cannot look up a grade.",
    )
    reads = frozenset({kit.SectionKind.COMPENSATION})
    passing = "The grade stands with an amount."
    what = "the amount"
    places = SECTIONS

    def answer(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome | None:
        graded, stated = _graded(case), paid(case)
        if not graded:
            return kit.NotApplicable("No grade was found that stands for the pay.")
        if stated:
            return kit.Passed(self.passing, (graded[0], stated[0].span))
        if case[kit.facts.employer_kind].value is kit.EmployerKind.FEDERAL:
            return kit.NotApplicable("The amounts of a federal grade are published for everybody.")
        return self.linked(case, found, "A page with the pay is linked.")

    def nothing(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Finding:
        """Return that a grade stands alone: where high pay is not owed, never an error."""
        grave = unless_high(found, eased(case, self.gravity(found)))
        return by_law(case, "grade", _graded(case)[0], found, self.what, grave=grave)


def _graded(case: kit.Case) -> tuple[kit.Span, ...]:
    """Return the grades, or the words that lead to a schedule of pay."""
    grades = tuple(one.span for one in case[kit.facts.pay_statements].value if one.grade)
    pay = case[kit.facts.pay]
    return grades or (pay.spans if pay.value == "grade-only" else ())
