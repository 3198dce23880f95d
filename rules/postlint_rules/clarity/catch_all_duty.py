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
"""

import postlint.rules as kit

_LIMITED = kit.pattern(
    r"(?i)\b(?:within|in|consistent with|appropriate to|commensurate with|relat(?:ed|ing) to) "
    r"(?:the |this |your |their )?(?:general )?"
    r"(?:scope|area|class|level|role|position|post|job|work)"
)
# "Completes files and other paperwork as assigned" is a duty that ends in an open way.
_OWN_WORDS = 5
_GRAVE = dict.fromkeys(("essential", "second"), kit.Severity.WARNING)


class CatchAllDuty(kit.Rule):
    meta = kit.RuleMeta(
        code="CLAR001",
        name="catch-all-duty",
        summary="A duty leaves the list open and nothing limits it.",
        severity=kit.Severity.INFO,
        highest=kit.Severity.WARNING,
        messages={
            "open": "'{words}' names no duty, and nothing says within what limits.",
            "essential": "'{words}' is marked essential and names no duty.",
            "second": "'{words}' leaves the list open a second time.",
        },
        authority=kit.laws("position-writing", "us-ada-fundamental-duties"),
        advice="Say within what limits other duties may be given.",
        why="An open list promises nothing and worries careful readers.",
        default_on=False,
        tags=frozenset({"duties"}),
    )
    applies = (kit.has_duties,)

    def check(self, case: kit.Case) -> kit.Outcomes:
        essential = case[kit.facts.duty_essential].value
        marks = case[kit.facts.essential_device].value.marks
        marked = {number for mark in marks for number in mark.duties if essential[number]}
        limited, failed = [], False
        for place, number in enumerate(sorted(case[kit.facts.catch_alls].value)):
            duty = case.posting.duties[number]
            if _own_words(case, duty) > _OWN_WORDS:
                continue
            if number not in marked and _LIMITED.search(duty.text.text):
                limited.append(duty.span)
                continue
            failed = True
            message = "essential" if number in marked else "second" if place else "open"
            yield kit.mark(case, message, duty.span, severity=_GRAVE.get(message))
        if not failed:
            said = (
                "What leaves the list open is limited"
                if limited
                else "No duty leaves the list open"
            )
            yield kit.Passed(f"{said}.", tuple(limited))


def _own_words(case: kit.Case, duty: kit.Duty) -> int:
    """Return how many words a duty has besides those that leave the list open."""
    hits = case.hits.within("catch_alls.open", duty.span)
    open_words = {at for hit in hits for at in case.words.between(hit)}
    return len(set(case.words.between(duty.span)) - open_words)
