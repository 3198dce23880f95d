"""CLAR005: begin duties with what is done.

## What it checks
Where a list has at least `least-duties` (5) duties: whether three (`least`) and more than a third
of them (`most`) begin with something else than a verb, such as "Responsible for", "The incumbent
will" or "Coordination of".
An adverb or "As needed," may stand before the verb.
A first word that may be a verb counts as one.

## Why
A verb says at once what the holder does; "responsible for" leaves open who does it.
It is ordinary practice of writing position descriptions; the bound is this project's.

## When not to use it
Where house style writes duties as nouns: such a list was the one finding in four that a reader
found of no use.
"""

import postlint.rules as kit
from postlint_rules.clarity._shares import DutyShare

_NO_VERB = kit.pattern(
    r"(?i)\W*(?:(?:is |be |are )?(?:fully |also |directly |primarily )?"
    r"(?:responsib(?:le|ilit)|accountab|in charge of\b)"
    r"|(?:the|this|an?|our|all|any|each|these|those|it|you|he|she|there)\s)"
)
_NOUN = kit.pattern(
    r"(?i)\W*(?:(?:incumbents?|duties|position|employee|various|daily|regular|routine)\s"
    r"|[a-z]+\s+of\s|[a-z]{3,}(?:tion|ment|ance|ence|ity|ship)\s+(?:and|with|to|for|on)\s)"
)


class DutyNotActionLed(DutyShare):
    meta = kit.RuleMeta(
        code="CLAR005",
        summary="Many duties do not begin with a verb.",
        messages={
            "share": "{count} of {total} duties do not begin with a verb, such as '{words}'; "
            "'leads' or 'writes' says at once what is done.",
        },
        authority=kit.laws("position-writing"),
        advice="Begin each duty with a verb.",
        why="A verb says at once what the person does.",
        tags=frozenset({"duties"}),
    )
    least: int = 3
    most: float = 1 / 3
    passing = "The duties begin with what is done"

    def counts(self, case: kit.Case, duty: kit.Duty) -> bool:  # noqa: ARG002  # as others ask
        """Say whether a duty begins with something that is no verb."""
        words = duty.text.text
        if _NO_VERB.match(words):
            return True
        return kit.opening_kind(words) is None and _NOUN.match(words) is not None
