"""What each duty is: leading, technical, both, or neither."""

from __future__ import annotations

from postlint.facts.base import Case, Fact, fact
from postlint.facts.duties.values import DutyClass
from postlint.text.source import Span


@fact("duty_classes")
def duty_classes(case: Case) -> Fact[tuple[DutyClass, ...]]:
    """Return what each duty is, in the order of `posting.duties`.

    The spans of the evidence point into the posting's text.
    """
    duties = case.posting.duties
    if not duties:
        return Fact(())
    from postlint.facts.duties.judging import classify_all  # noqa: PLC0415  # most postings' are not asked

    # The text's words are cut already; a duty's are a slice of them.
    parts = [case.words.part(duty.span) for duty in duties]
    classes = classify_all([duty.text.text for duty in duties], parts)
    placed = tuple(_at(each, duty.span.start) for each, duty in zip(classes, duties, strict=True))
    return Fact(placed, tuple(duty.span for duty in duties))


def _at(found: DutyClass, start: int) -> DutyClass:
    """Return a judgement with its evidence where it stands in the posting."""
    if not found.evidence:
        return found
    moved = tuple(
        each._replace(span=Span(each.span.start + start, each.span.end + start))
        for each in found.evidence
    )
    return found._replace(evidence=moved)
