"""How the laws on pay in postings reach a posting, and the base of the rules that ask for them."""

from functools import partial

import postlint.rules as kit
from postlint_rules.pay._pay import link_to_pay

SUBJECT = "pay-in-posting"
# A law of which so many things are not known is not worth a word.
_UNKNOWN = 3
# What the metas of rules that these laws ask for have in common.
pay_meta = partial(
    kit.RuleMeta,
    highest=kit.Severity.ERROR,
    authority=kit.laws("pay-practice", on=SUBJECT),
)


@kit.fact("pay_laws")
def pay_laws(case: kit.Case) -> kit.Fact[tuple[kit.Reach, ...]]:
    """Return how the laws that want pay in the posting itself reach it, the surest first.

    A law that began after the posting was written, and has begun by now, is none of its matter;
    one that nobody has seen begin is worth a word.
    """
    wanted = (law for law in kit.laws_on(SUBJECT) if "posting" in law.terms)
    return kit.Fact(tuple(one for one in kit.reaching(case, wanted) if not _younger(case, one)))


def _younger(case: kit.Case, one: kit.Reach) -> bool:
    began = one.law.effective
    return one.force is kit.Force.COMING and began is not None and began <= case.today


def laws_wanting(case: kit.Case, *terms: str) -> tuple[kit.Reach, ...]:
    """Return the laws that ask for something, the surest first; those to come are among them."""
    return tuple(one for one in case[pay_laws].value if one.law.terms.issuperset(terms))


def by_law(
    case: kit.Case,
    message: str,
    span: kit.Span,
    found: tuple[kit.Reach, ...],
    what: str,
    *,
    grave: kit.Severity | None = None,
) -> kit.Finding:
    """Return a finding that says what some laws ask for, and rests on them."""
    law, rests = {"law": kit.asks_for(found, what)}, tuple(one.law for one in found)
    return kit.mark(case, message, span, law, severity=grave, authority=rests)


def unless_high(found: tuple[kit.Reach, ...], grave: kit.Severity) -> kit.Severity:
    """Return no error where the law asks for no high pay: what is not stated may be high."""
    high = bool(found) and "none-above" in found[0].law.figures
    return kit.Severity.WARNING if high and grave is kit.Severity.ERROR else grave


class PostingRule(kit.StatedRule):
    """Wants something in the posting that a law on pay in postings may ask for by its `terms`."""

    applies = (kit.advertises,)

    def laws_wanting(self, case: kit.Case) -> tuple[kit.Reach, ...]:
        """Return the laws with the terms that reach the posting; without terms, that may."""
        found = laws_wanting(case, *self.terms)
        if self.terms:
            return tuple(one for one in found if one.in_scope)
        return tuple(one for one in found if len(one.unsure) < _UNKNOWN)

    def linked(
        self, case: kit.Case, found: tuple[kit.Reach, ...], reason: str
    ) -> kit.Passed | None:
        """Return that a page with the pay is linked, where that is enough for the law."""
        if not found or "link" not in found[0].law.terms or found[0].force is kit.Force.EXPIRED:
            return None
        link = link_to_pay(case)
        return None if link is None else kit.Passed(reason, (link,), (found[0].law,))


_YEAR = kit.pattern(r"(?<![\d$,.-])20[0-4]\d(?![\d,])")


def older(case: kit.Case, reach: kit.Reach) -> kit.Span | None:
    """Return the latest year of a text that gives no day and names none of a law's own years.

    A posting that was printed before a figure changed is not measured by it.
    """
    began = reach.law.effective
    if began is None or case[kit.judged_on].value.stated:
        return None
    years = [(int(one[0]), kit.Span(*one.span())) for one in _YEAR.finditer(case.text)]
    latest, place = max(years, default=(began.year, None))
    return place if latest < began.year else None
