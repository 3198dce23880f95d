"""PAY010: say until when people may apply.

## What it checks
Whether a last day, or words that leave the posting open, stand anywhere.
Colorado asks for either: an error where its law surely binds.
Elsewhere a public employer's posting without one is worth a note where it states pay or a way to
apply, and of a private employer's the rule says nothing.
The day the posting went up, the first day of work and a board's meeting are no last day.

## Why
People plan an application by its end, and a posting without one looks as if it were forgotten.

## When not to use it
On a board that shows the last day beside each posting.
"""

import postlint.rules as kit
from postlint_rules.pay._law import PostingRule
from postlint_rules.pay._pay import invites, paid


class ApplicationDeadlineMissing(PostingRule):
    meta = kit.RuleMeta(
        code="PAY010",
        summary="Nothing says until when people may apply.",
        highest=kit.Severity.ERROR,
        messages={"missing": "No last day to apply is stated, nor that there is none{law}."},
        authority=kit.laws("pay-practice", "us-co-pay-in-posting"),
        advice="State the last day to apply, or that there is none.",
        why="People plan by it, and some laws ask for it.",
        tags=frozenset({"application"}),
    )
    passing = "A last day, or that there is none, is stated."
    what = "one of them"
    terms = ("deadline",)
    places = (kit.SectionKind.HOW_TO_APPLY,)

    def answer(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome | None:
        closes = case[kit.facts.closing]
        if closes.value:
            return kit.Passed(self.passing, closes.spans)
        if standing := self.hits(case, "standing"):
            return kit.Passed("Applications are taken at any time.", standing[:1])
        if closes.missing is not None:
            return kit.CannotTell(closes.missing)
        if found or (kit.is_public(case) and invites(case) and _is_open(case)):
            return None
        return kit.NotApplicable(
            "No law is known to ask for a last day, and no open post of a public body was found."
        )


def _is_open(case: kit.Case) -> bool:
    """Say whether a post is open: what names neither pay nor a way to apply describes a role."""
    return bool(paid(case) or case.posting.of_kind(kit.SectionKind.HOW_TO_APPLY))
