"""PAY010: say until when people may apply.

## What it checks
Whether a last day, or words that leave the posting open, stand anywhere.
Colorado asks for either: an error where its law surely binds.
Elsewhere a public employer's posting without one is worth a note, and of a private employer's the
rule says nothing.
The day the posting went up, the first day of work and a board's meeting are no last day.

## Why
People plan an application by its end, and a posting without one looks as if it were forgotten.

## When not to use it
On a board that shows the last day beside each posting.

## Fix safety
No fix: the day is the employer's to set.
"""

from __future__ import annotations

from postlint.rules import (
    CannotTell,
    Case,
    NotApplicable,
    Outcome,
    Passed,
    Reach,
    RuleMeta,
    SectionKind,
    Severity,
    facts,
    laws,
    phrases,
)
from postlint_rules.pay._law import PostingRule
from postlint_rules.pay._pay import invites

_RULE = "application-deadline-missing"


class ApplicationDeadlineMissing(PostingRule):
    """Say until when people may apply."""

    meta = RuleMeta(
        code="PAY010",
        name=_RULE,
        summary="Nothing says until when people may apply.",
        severity=Severity.INFO,
        highest=Severity.ERROR,
        messages={"missing": "Neither a last day to apply nor that there is none is stated{law}."},
        authority=laws("pay-practice", "us-co-pay-in-posting"),
        advice="State the last day to apply, or that there is none.",
        why="People plan by it, and some laws ask for it.",
        since="0.1",
        tags=frozenset({"application"}),
    )
    phrases = phrases(__package__, "pay", _RULE)
    said = "A last day, or that there is none, is stated."
    what = "one of them"
    terms = ("deadline",)
    places = (SectionKind.HOW_TO_APPLY,)

    def answer(self, case: Case, found: tuple[Reach, ...]) -> Outcome | None:
        """Look for a last day, or for words that say there is none."""
        closes = case[facts.closing]
        if closes.value:
            return Passed(self.said, closes.spans)
        if standing := case.hits[f"{_RULE}.standing"]:
            return Passed("Applications are taken at any time.", standing[:1])
        if closes.missing is not None:
            return CannotTell(closes.missing)
        if found or (_is_public(case) and invites(case)):
            return None
        return NotApplicable(
            "No law asks for a last day, and this is no public employer's advertisement."
        )


def _is_public(case: Case) -> bool:
    kind = case[facts.employer_kind].value
    return kind is not None and kind.public
