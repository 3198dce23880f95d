"""PAY016: say whether the post earns overtime.

## What it checks
Whether "exempt", "non-exempt" or "eligible for overtime" stands anywhere.

## Why
It tells whether long weeks are paid.
No law asks a posting for it, and five in six real postings do not say it, so the rule is off unless
it is selected.

## When not to use it
Almost everywhere: no reader of a posting is owed it.
"""

import postlint.rules as kit


class FlsaStatusMissing(kit.StatedRule):
    meta = kit.RuleMeta(
        code="PAY016",
        summary="Nothing says whether the post earns overtime.",
        messages={"missing": "Neither exempt nor non-exempt from overtime is stated."},
        authority=kit.laws("us-overtime-status"),
        advice="Write exempt or non-exempt.",
        why="It decides whether overtime is paid.",
        stability=kit.Stability.PREVIEW,
        default_on=False,
    )
    applies = (kit.united_states, kit.advertises)
    passing = "The overtime status is stated."
    places = (kit.SectionKind.COMPENSATION,)

    def evidence(self, case: kit.Case) -> tuple[kit.Span, ...]:
        status = case[kit.facts.flsa]
        return status.spans if status.value else ()
