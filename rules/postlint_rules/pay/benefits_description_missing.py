"""PAY008: describe the benefits where the law asks for it.

## What it checks
Where a law of the posting's places asks for a description of benefits: whether one kind of benefit
is named, such as health insurance, a pension or paid leave.
None at all, or praise alone ("great benefits"), is an error where the law surely binds.
Colorado, New Jersey and Washington ask for all of them: what is left out of health care, retirement
and paid time off, and not denied, is information.
A link to a page with them is enough where the law says so.
Elsewhere the rule does not speak.

## Why
Benefits are a large part of what work pays, and eight places ask postings to say so.

## When not to use it
Where the employer's page carries them and the law takes a link.
"""

import postlint.rules as kit
from postlint_rules.pay._law import PostingRule, laws_wanting, pay_meta

# What some laws want named or denied, each.
_LISTED = {"health": "health care", "retirement": "retirement", "time off": "paid time off"}


class BenefitsDescriptionMissing(PostingRule):
    meta = pay_meta(
        code="PAY008",
        summary="No benefit is named where the law asks for them.",
        severity=kit.Severity.WARNING,
        messages={
            "missing": "No kind of benefit is named{law}.",
            "praise": "'{words}' names no kind of benefit{law}; name the main ones, such as health "
            "insurance and paid leave.",
            "partial": "The benefits leave out {kinds}{law}.",
        },
        advice="Name the main benefits: health, retirement, leave.",
        why="Some laws ask for them, and applicants compare them.",
    )
    passing = "Kinds of benefit are named."
    what = "a description of the benefits"
    unreached = "No law that asks for benefits is known to reach the posting."
    terms = ("benefits",)
    places = (kit.SectionKind.BENEFITS, kit.SectionKind.COMPENSATION)

    def answer(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome | None:
        named, rests = case[kit.facts.benefits], (found[0].law,)
        if denied := named.value.denied[:1]:
            return kit.Passed("The post is said to come without benefits.", denied, rests)
        if named.value.kinds:
            left_out = [words for kind, words in _LISTED.items() if kind not in named.value.named]
            full = laws_wanting(case, "listed-benefits")
            if not full or not left_out:
                return kit.Passed(self.passing, named.spans, rests)
            words = {"kinds": kit.joined(left_out), "law": kit.asks_for(full, "all of them")}
            law, grave = (full[0].law,), kit.Severity.INFO
            return kit.Finding("partial", named.spans[0], words, severity=grave, authority=law)
        if named.missing is not None:
            return kit.CannotTell(named.missing, authority=rests)
        return self.linked(case, found, "A page with the pay and the benefits is linked.")

    def nothing(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome:
        """Return that none is named: at the words that praise them, where there are some."""
        praise = case[kit.facts.benefits].value.praise[:1]
        return self.missing(case, found, "praise" if praise else "missing", *praise)
