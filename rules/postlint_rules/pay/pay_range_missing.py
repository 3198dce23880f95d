"""PAY001: say what the work pays.

## What it checks
Whether the posting gives an amount of pay: a range, a rate, or the least or most of one.
Without one the finding rests on the law of the places the posting is for: where the work is, where
work from afar is open to people, and where the law says so, the place of the employer.
It is an error where a law surely binds: place, kind and size of the employer and the day are stated
or declared, and the law was read.
Where one of them is not known the finding is a warning and names it; where no law asks, it is
information.
"Competitive" and the like is reported as the words that stand in the place of a figure.
A grade without an amount is PAY005's.
In Ontario it is never an error: above $200,000 no pay is owed, and a posting without pay does not
show which.
A link to a page with the pay is enough where the law says so, and lowers the finding elsewhere.

## Why
Some twenty places ask for pay in the posting.
Pay is what applicants look for first, and what makes unequal offers visible.

## When not to use it
For postings inside a house whose pay everybody knows, where no law asks.
"""

import postlint.rules as kit
from postlint_rules.pay._law import PostingRule, by_law, pay_meta
from postlint_rules.pay._pay import SECTIONS, eased, paid


class PayRangeMissing(PostingRule):
    meta = pay_meta(
        code="PAY001",
        summary="No pay is stated.",
        severity=kit.Severity.WARNING,
        messages={
            "missing": "No pay is stated{law}.",
            "vague": "'{words}' is no figure{law}; state the lowest and the highest pay.",
            "unless-high": "No pay is stated; {place} asks for it unless the pay expected is "
            "above {limit}.",
        },
        advice="State the lowest and the highest pay, with its period.",
        why="People decide by pay, and many laws ask for it.",
    )
    passing = "Pay is stated."
    places = SECTIONS

    def answer(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome | None:
        stated, pay = paid(case), case[kit.facts.pay]
        if stated:
            return kit.Passed(self.passing, tuple(one.span for one in stated[:3]))
        if pay.missing is not None:
            return kit.CannotTell(pay.missing, pay.spans)
        if pay.value == "grade-only":
            return kit.NotApplicable("A grade stands for the amount, which is another rule's.")
        if self.hits(case, "unpaid"):
            return kit.NotApplicable("The work is said to be without pay.")
        if commission := self.hits(case, "commission"):
            return kit.Passed("The pay is said to be by commission alone.", commission[:1])
        return self.linked(case, found, "A page with the pay is linked.")

    def nothing(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Finding:
        """Return that no amount is there, and what may excuse it."""
        pay = case[kit.facts.pay]
        if found and (limit := found[0].law.figures.get("none-above")):
            words = {"place": found[0].place, "limit": f"${int(limit):,}"}
            missing = self.missing(case, found[:1], "unless-high")
            grave = found[0].limited(kit.Severity.WARNING)
            return missing._replace(data=words, severity=grave)
        grave = eased(case, self.gravity(found))
        if pay.value == "competitive":
            return by_law(case, "vague", pay.spans[0], found, self.what, grave=grave)
        return self.missing(case, found)._replace(severity=grave)
