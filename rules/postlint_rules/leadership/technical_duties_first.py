"""LEAD005: put the duties that lead first.

## What it checks
Where at least `least-duties` (8) duties can be classed as leading or technical, whether the first
three all manage technology or are hands-on work while others lead, or whether the duties that lead
stand on average in the last third of the list.
Lists in the order of the alphabet, class specifications, and duties grouped under headings of their
own are not judged: there the order says something else.

## Why
Readers take the first duties for the ones that matter.
That readers infer importance from order is ordinary practice; the limits are choices of this
project, and the confidence is low.

## When not to use it
Where house style orders duties by share of time.
"""

import postlint.rules as kit
from postlint_rules.leadership._profile import at_home, leadership_meta

_LEADING = ("A", "B")
_FIRST = 3
_LAST_THIRD = 2 / 3


def _in_order(case: kit.Case) -> kit.NotApplicable | None:
    """Let the rule be silent where the order of the duties says nothing of their weight."""
    duties = case.posting.duties
    words = [duty.text.text.lower() for duty in duties]
    if case[kit.facts.document_kind].value == "class-spec":
        return kit.NotApplicable("A class specification gives examples of duties, in no order.")
    if len({duty.section for duty in duties}) > 1:
        return kit.NotApplicable("The duties stand under headings of their own.")
    if words == sorted(words):
        return kit.NotApplicable("The duties stand in the order of the alphabet.")
    return None


class TechnicalDutiesFirst(kit.Rule):
    meta = leadership_meta(
        code="LEAD005",
        summary="Leadership stands below the technical duties.",
        messages={
            "first-three": "The first {first} duties are technical; '{words}', number {place} of "
            "{count}, is the first that leads.",
            "late": ("The duties that lead stand late: on average at place {mean:.0f} of {count}."),
        },
        authority=kit.laws("us-eeoc-manual-order"),
        advice="Put the duties of leading above the technical ones.",
        why="What stands first is read as what matters most.",
        tags=frozenset({"duties", "order"}),
    )
    reads = kit.OF_THE_JOB
    applies = (at_home, kit.has_duties, _in_order)
    least_duties: int = 8

    def check(self, case: kit.Case) -> kit.Outcomes:
        classed = [
            (duty, found.bucket)
            for duty, found in case[kit.facts.counted_duties].value
            if found.bucket is not None
        ]
        leading = [place for place, (_, bucket) in enumerate(classed) if bucket in _LEADING]
        if len(classed) < self.least_duties or not leading:
            yield kit.NotApplicable("Too few duties are plainly leading or technical.")
            return
        duty = classed[leading[0]][0]
        count = len(classed)
        mean = sum(leading) / len(leading)
        if leading[0] >= _FIRST:
            data = {
                "first": leading[0],
                "words": duty.text.text,
                "place": leading[0] + 1,
                "count": count,
            }
            related = (kit.Related(classed[0][0].span, "The list begins here."),)
            yield kit.Finding("first-three", duty.span, data, related=related)
        elif mean > _LAST_THIRD * (count - 1):
            yield kit.Finding("late", duty.span, {"mean": mean + 1, "count": count})
        else:
            yield kit.Passed("Duties that lead stand among the first.", (duty.span,))
