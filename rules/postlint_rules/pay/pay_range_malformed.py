"""PAY007: write the figures of the pay so that they can be read.

## What it checks
A range whose first figure is above its second, or whose figures cannot be of one unit ("$47 to
$98,000"), and a figure with a digit lost ("$95,00").
"$50, 000", "$80-$85k" and "$60-70,000" are read as what is meant.

## Why
A reader who meets such a figure takes it for another one, or for carelessness.

## When not to use it
There is no such case.
"""

from collections.abc import Iterator

import postlint.rules as kit
from postlint_rules.pay._pay import of_two_units, paid

# "$95,00": two digits behind the comma that parts thousands, and nothing more.
_LOST_DIGIT = kit.pattern(r"\$\s?\d{1,3}(?:,\d{3})*,\d{1,2}(?![\d,]|\s?[kK]\b)")


class PayRangeMalformed(kit.Rule):
    meta = kit.RuleMeta(
        code="PAY007",
        summary="The figures of the pay cannot be as they stand.",
        severity=kit.Severity.WARNING,
        messages={
            "reversed": "'{words}' begins above its end.",
            "units": "'{words}' cannot be a range: the figures are not of one unit.",
            "digit": "'{words}' has a digit too few behind the comma.",
        },
        authority=kit.laws("pay-arithmetic"),
        advice="Check the figures and write them anew.",
        why="Figures that cannot be make the whole look careless.",
    )

    def check(self, case: kit.Case) -> kit.Outcomes:
        stated = paid(case)
        if not stated:
            yield kit.NotApplicable("No pay is stated.")
            return
        broken = tuple(_broken(case, stated))
        yield from broken
        if not broken:
            spans = tuple(one.span for one in stated[:3])
            yield kit.Passed("The figures of the pay can be read as they stand.", spans)


def _broken(case: kit.Case, stated: tuple[kit.facts.PayStatement, ...]) -> Iterator[kit.Finding]:
    for one in stated:
        words = {"words": kit.quoted(case.posting, one.span)}
        lost = _LOST_DIGIT.search(case.text, one.span.start, min(one.span.end + 4, len(case.text)))
        if lost is not None:
            digits = kit.Span(*lost.span())
            yield kit.Finding("digit", digits, {"words": kit.quoted(case.posting, digits)})
        elif one.low is None or one.high is None:
            continue
        elif of_two_units(one):
            yield kit.Finding("units", one.span, words)
        elif one.low > one.high:
            yield kit.Finding("reversed", one.span, words)
