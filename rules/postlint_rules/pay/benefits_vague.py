"""PAY009: name the benefits instead of praising them.

## What it checks
"Great benefits", "full benefits package" and the like where no kind of benefit is named, and a list
of benefits that ends in "and more" or "etc." where Colorado's or New Jersey's law asks for them.
The first is information, and is left to PAY008 where a law of the place may ask for the benefits;
the second is graver where the law surely binds.

## Why
Praise tells applicants nothing they could compare.
Both regulators say that an open end is no description.

## When not to use it
Where a page with the benefits stands beside every posting.
"""

import postlint.rules as kit
from postlint_rules.pay._law import laws_wanting, pay_meta
from postlint_rules.pay._pay import page_beside


class BenefitsVague(kit.Rule):
    meta = pay_meta(
        code="PAY009",
        summary="Benefits are praised and not named.",
        messages={
            "praise": "'{words}' names no benefit; name the main ones, such as health "
            "insurance and paid leave.",
            "open": "'{words}' leaves the list of benefits open{law}.",
        },
        advice="Name the benefits.",
        why="Praise tells nobody what is offered.",
    )
    applies = (kit.advertises,)

    def check(self, case: kit.Case) -> kit.Outcome:
        named = case[kit.facts.benefits]
        if named.missing is not None:
            return kit.CannotTell(named.missing)
        if named.value.kinds:
            return _open(case)
        if not (praise := named.value.praise):
            return kit.NotApplicable("No benefit of the post and no praise of benefits was found.")
        if page := page_beside(case, praise[0]):
            return kit.Passed("A page with the benefits is named.", (page,))
        if any(one.in_scope for one in laws_wanting(case, "benefits")):
            return kit.NotApplicable("A law may ask for the benefits, and PAY008 speaks of it.")
        return kit.mark(case, "praise", praise[0])


def _open(case: kit.Case) -> kit.Outcome:
    full, offered = kit.begun(laws_wanting(case, "listed-benefits")), case[kit.facts.benefits]
    for end in offered.value.open_ends if full else ():
        sentence = kit.sentence_of(case, end)
        than = case.text.startswith(" than", end.end)  # "and more than 500 staff" ends no list
        if not than and offered.value.within(kit.Span(sentence.start, end.start)):
            law = {"law": kit.asks_for(full, "all of them in general words")}
            grave = full[0].limited(kit.Severity.ERROR)
            return kit.mark(case, "open", end, law, severity=grave, authority=(full[0].law,))
    return kit.Passed("Kinds of benefit are named.", offered.spans)
