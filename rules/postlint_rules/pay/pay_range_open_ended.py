"""PAY002: give both ends of the pay.

## What it checks
"Up to $90,000", "from $60,000" and "$25 an hour and up" where no range is given beside them.
Where a law asks for both ends it is an error if the law surely binds, and a warning if it may.
Where the law asks for the least alone, as in Austria, an open end is in order.
A single rate is no open end; where the words of a law are about a range and nobody has settled
whether one figure is enough, that is reported as information.

## Why
An open end tells nobody what the post pays: the top may be out of reach, and the bottom of what
follows may be anything.

## When not to use it
Where a contract or a law sets the starting pay and the steps above it, and the posting leads there.
"""

import postlint.rules as kit
from postlint_rules.pay._law import by_law, laws_wanting, pay_laws, pay_meta, unless_high
from postlint_rules.pay._pay import is_extra, paid, ranges, states_pay

# The words by which it is open are part of what is shown.
_OPENS = kit.pattern(
    r"(?i)(?:starting (?:at|from)|from|up to|at least|(?:minimum|maximum)(?: of)?):?\s*\Z"
)
_GOES_ON = kit.pattern(r"(?i)\s?\+|\s(?:an? \w+ |per \w+ )?(?:and (?:up|above|over)|or more)\b")
_BESIDE = 20


class PayRangeOpenEnded(kit.Rule):
    meta = pay_meta(
        code="PAY002",
        summary="The pay has one end.",
        severity=kit.Severity.WARNING,
        messages={
            "open": "'{words}' leaves one end open{law}.",
            "single": "'{words}' is one figure, and {place} speaks of a range.",
        },
        advice="State both ends of the range.",
        why="A range with one end tells half of it.",
    )
    applies = (kit.advertises, states_pay)

    def check(self, case: kit.Case) -> kit.Outcome:
        stated, closed = paid(case), ranges(paid(case))
        opened = [one for one in stated if one.openness is not None and not is_extra(case, one)]
        if closed or len({one.openness for one in opened}) > 1:
            return kit.Passed("The pay has two ends.", ((closed or opened)[0].span,))
        if opened:
            return _open(case, opened[0])
        speaking = [one for one in laws_wanting(case, "range") if one.in_scope]
        if speaking and len(stated) == 1:
            place, law = {"place": speaking[0].place}, (speaking[0].law,)
            found = kit.mark(case, "single", stated[0].span, place, authority=law)
            return found._replace(severity=kit.Severity.INFO)
        return kit.Passed("The pay is one rate, or several.", tuple(one.span for one in stated[:3]))


def _open(case: kit.Case, one: kit.facts.PayStatement) -> kit.Outcome:
    found = laws_wanting(case, "both-ends")
    floors = [reach for reach in case[pay_laws].value if "floor" in reach.law.terms]
    if floors and not found and one.openness != "up to":
        return kit.Passed("The law asks for the least pay alone.", (one.span,), (floors[0].law,))
    grave = found[0].limited(kit.Severity.ERROR) if found else kit.Severity.WARNING
    grave = unless_high(found, grave)
    before = _OPENS.search(case.text, max(0, one.span.start - _BESIDE), one.span.start)
    behind = _GOES_ON.match(case.text, one.span.end)
    span = kit.Span(
        before.start() if before else one.span.start, behind.end() if behind else one.span.end
    )
    return kit.past(found) or by_law(case, "open", span, found, "both ends", grave=grave)
