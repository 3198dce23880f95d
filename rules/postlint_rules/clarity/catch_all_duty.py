"""CLAR001: limit the duty that leaves the list open.

## What it checks
Whether a duty such as "Other duties as assigned" says nothing that limits it.
"Related duties within the scope of the post" and "job-related duties" pass; "related" alone does
not say to what.
So does a text that bounds all its duties by what is similar, related or a logical assignment.
One that is marked as an essential duty is a warning, and so is a second one.

## Why
The line is lawful and common.
It names no work, so that it is no evidence of what the post is for, and readers cannot weigh it.

## When not to use it
Where a labor agreement prescribes the line.
"""

import postlint.rules as kit
from postlint_rules.clarity._text import duties_meta

_LIMITED = kit.pattern(
    r"(?i)\b(?:within|in|consistent with|appropriate to|commensurate with|relat(?:ed|ing) to) "
    r"(?:the |this |your |their )?(?:general |[a-z]+['’]s )?"
    r"(?:scope|area|class|level|role|position|post|job|work)"
    r"|\bwithin (?:[a-z]+ ){1,3}(?:class|classification|series|field|function|capacity|trade)\b"
    r"|\b(?:job|position|role|post|work)[- ]related\b"
    r"|\bof (?:a |the )?(?:similar|same|like|comparable) (?:nature|level|kind|character|type)\b"
)
# What classes of posts say of all their duties.
_CLASS = kit.pattern(r"(?i)\bif the work is (?:similar|related)[^.]{0,40}\blogical assignment\b")
# "Other duties may be assigned" over a list; a longer sentence says more.
_SHORT = 12
_BEHIND = 30
# "Other tasks, which may include:" begins a list of them.
_LISTS = kit.pattern(r"(?i)\b(?:includ(?:e|es|ing)|such as|limited to|following)\b")
_GRAVE = dict.fromkeys(("essential", "second"), kit.Severity.WARNING)


class CatchAllDuty(kit.Rule):
    meta = duties_meta(
        code="CLAR001",
        summary="A duty leaves the list open and nothing limits it.",
        highest=kit.Severity.WARNING,
        messages={
            "open": "'{words}' names no duty, and nothing says within what limits.",
            "essential": "'{words}' is marked essential and names no duty.",
            "second": "'{words}' leaves the list open a second time.",
        },
        authority=kit.laws("position-writing", "us-ada-fundamental-duties"),
        advice="Say within what limits other duties may be given.",
        why="An open list promises nothing and worries careful readers.",
    )
    applies = (kit.has_duties,)

    def check(self, case: kit.Case) -> kit.Outcomes:
        essential, bounded = _marked(case), _CLASS.search(case.text) is not None
        limited = []
        found = [
            (span, number)
            for span, number in _open_ends(case)
            if number in essential or not _LISTS.search(case.text, *_line(case, span))
        ]
        for place, (span, number) in enumerate(found):
            if number not in essential and (bounded or _LIMITED.search(case.text, *span)):
                limited.append(span)
                continue
            message = "essential" if number in essential else "second" if place else "open"
            yield kit.mark(case, message, span, severity=_GRAVE.get(message))
        if not found:
            yield kit.Passed("No duty was found that leaves the list open.")
        elif len(limited) == len(found):
            yield kit.Passed("What leaves the list open is limited.", tuple(limited))


def _marked(case: kit.Case) -> set[int]:
    essential, devices = case[kit.facts.duty_essential].value, case[kit.facts.essential_device]
    return {number for mark in devices.value.marks for number in mark.duties if essential[number]}


def _line(case: kit.Case, span: kit.Span) -> kit.Span:
    """Return a duty with the few words behind it on its line."""
    end = case.text.find("\n", span.end)
    return kit.Span(span.start, min(len(case.text) if end < 0 else end, span.end + _BEHIND))


def _open_ends(case: kit.Case) -> list[tuple[kit.Span, int]]:
    """Return the duties that only leave the list open, and what stands over a list and does."""
    duties = case.posting.duties
    found = [(duties[number].span, number) for number in case[kit.facts.catch_alls].value]
    taken = [duty.span for duty in duties]
    for section in case.posting.of_kind(kit.SectionKind.DUTIES, kit.SectionKind.OVERVIEW):
        for hit in case.hits.within("catch_alls.open", section.span):
            sentence = kit.sentence_at(case.posting, hit)
            if len(case.words.between(sentence)) <= _SHORT and not kit.touches(taken, hit):
                found.append((sentence, -1))
                taken = sorted((*taken, sentence))
    return sorted(found)
