"""PAY007: write the figures of the pay so that they can be read.

## What it checks
A range whose first figure is above its second, or whose figures cannot be of one unit ("$47 to
$98,000"), a figure with a digit lost ("$95,00"), and one that no such time pays ("$62,000 an
hour").
"$50, 000", "$80-$85k" and "$60-70,000" are read as what is meant.

## Why
A reader who meets such a figure takes it for another one, or for carelessness.

## When not to use it
There is no such case.
"""

import postlint.rules as kit
from postlint_rules.pay._figures import impossible
from postlint_rules.pay._pay import of_two_units, paid, states_pay

# "$95,00", "$79,0000": not three digits behind the comma that parts thousands.
_NOT_THREE = kit.pattern(r"\$\s?\d{1,3}(?:,\d{3})*,(?:\d{1,2}|\d{4,})(?![\d,]|\s?[kK]\b)")
# "21k - 257k" is wide, and of one unit.
_BOTH_THOUSANDS = kit.pattern(r"(?i)\dk\b.*\dk\b")
_LONGEST = 80  # characters of a figure


class PayRangeMalformed(kit.FaultsRule):
    meta = kit.RuleMeta(
        code="PAY007",
        summary="The figures of the pay cannot be as they stand.",
        severity=kit.Severity.WARNING,
        messages={
            "reversed": "'{words}' begins above its end.",
            "units": "'{words}' cannot be a range: the figures are not of one unit.",
            "time": "'{words}' cannot be the pay of {time}.",
            "digit": "'{words}' has not three digits behind the comma.",
        },
        authority=kit.laws("pay-arithmetic"),
        advice="Check the figures and write them anew.",
        why="Figures that cannot be make the whole look careless.",
    )

    applies = (states_pay,)
    passing = "The figures of the pay can be read as they stand."

    def looked_at(self, case: kit.Case) -> tuple[kit.Span, ...]:
        return tuple(one.span for one in paid(case)[:3])

    def faults(self, case: kit.Case) -> kit.Findings:
        for one in paid(case):
            lost = _NOT_THREE.search(case.text, one.span.start, one.span.end + _LONGEST)
            if lost is not None and lost.start() <= one.span.end + len(" - "):
                yield kit.mark(case, "digit", kit.Span(*lost.span()))
            elif of_two_units(one) and not _BOTH_THOUSANDS.search(case.text, *one.span):
                yield kit.mark(case, "units", one.span)
            elif (time := impossible(one, alone=len(paid(case)) == 1)) is not None:
                yield kit.mark(case, "time", one.span, {"time": time})
            elif one.low is not None and one.high is not None and one.low > one.high:
                yield kit.mark(case, "reversed", one.span)
