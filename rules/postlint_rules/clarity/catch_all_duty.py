"""CLAR001: limit the duty that leaves the list open.

## What it checks
Whether a duty such as "Other duties as assigned" says nothing that limits it.
"Related duties within the scope of the post" passes; "related" alone does not say to what.
One that is marked as an essential duty is a warning, and so is a second one.

## Why
The line is lawful and common.
It names no work, so that it is no evidence of what the post is for, and readers cannot weigh it.

## When not to use it
Where a labor agreement prescribes the line.

## Fix safety
No fix: only the employer knows what may be added to the work.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Duty,
    Finding,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    Severity,
    facts,
    has_duties,
    laws,
    pattern,
    quoted,
)

_LIMITED = pattern(
    r"(?i)\b(?:within|in|consistent with|appropriate to|commensurate with|relat(?:ed|ing) to) "
    r"(?:the |this |your |their )?(?:general )?"
    r"(?:scope|area|class|level|role|position|post|job|work)"
)
# "Completes files and other paperwork as assigned" is a duty that ends in an open way.
_OWN_WORDS = 5


class CatchAllDuty(Rule):
    """Limit the duty that leaves the list open."""

    meta = RuleMeta(
        code="CLAR001",
        name="catch-all-duty",
        summary="A duty leaves the list open and nothing limits it.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={
            "open": "'{words}' names no duty, and nothing says within what limits.",
            "essential": "'{words}' is marked essential and names no duty.",
            "second": "'{words}' leaves the list open a second time.",
        },
        authority=laws("position-writing", "us-ada-fundamental-duties"),
        advice="Say within what limits other duties may be given.",
        why="An open list promises nothing and worries careful readers.",
        since="0.1",
        default_on=False,
        tags=frozenset({"duties"}),
    )
    applies = (has_duties,)

    def check(self, case: Case) -> Outcomes:
        """Look at the duties that only leave the list open."""
        duties = case.posting.duties
        open_ends = sorted(case[facts.catch_alls].value)
        essential = case[facts.duty_essential].value
        marks = case[facts.essential_device].value.marks
        marked = {number for mark in marks for number in mark.duties}
        limited = []
        failed = False
        for place, number in enumerate(open_ends):
            duty = duties[number]
            if _own_words(case, duty) > _OWN_WORDS:
                continue
            words = {"words": quoted(case.posting, duty.span)}
            if number in marked and essential[number]:
                message, severity = "essential", Severity.WARNING
            elif _LIMITED.search(duty.text.text):
                limited.append(duty.span)
                continue
            else:
                message, severity = (
                    ("second", Severity.WARNING) if place else ("open", Severity.INFO)
                )
            failed = True
            yield Finding(message, duty.span, words, severity=severity)
        if failed:
            return
        said = "What leaves the list open is limited" if limited else "No duty leaves the list open"
        yield Passed(f"{said}.", tuple(limited))


def _own_words(case: Case, duty: Duty) -> int:
    """Return how many words a duty has besides those that leave the list open."""
    hits = case.hits.within("catch_alls.open", duty.span)
    open_words = {at for hit in hits for at in case.words.between(hit)}
    return len(set(case.words.between(duty.span)) - open_words)
