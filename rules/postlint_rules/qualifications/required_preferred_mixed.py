"""QUAL001: part what is required from what is preferred.

## What it checks
Whether a section of qualifications holds something preferred beside something that is not, when
it has no heading of its own for either.
Where some statements say neither, it is a warning; where each says which it is, or the heading says
"minimum" or "required", it is information.

## Why
Applicants who meet what is required stay away when they cannot tell it from what would be nice.

## When not to use it
For class specifications whose form has one list.
"""

from itertools import groupby

import postlint.rules as kit
from postlint_rules.qualifications._asked import asks

_SAYS_WHICH = kit.pattern(
    r"(?i)\b(?:minimum|required|requirements|must|essential|mandatory|basic)\b"
)

# One or two beside it are read as required; where more stand, nobody knows which are.
_SEVERAL = 3


class RequiredPreferredMixed(kit.Rule):
    meta = kit.RuleMeta(
        code="QUAL001",
        summary="What is preferred stands among what is required.",
        severity=kit.Severity.WARNING,
        messages={
            "mixed": "'{words}' stands among {count} that do not say whether they are required.",
            "each": "'{words}' stands in one list with what is required.",
        },
        authority=kit.laws("bit-applications", "hiring-practice"),
        advice="Part what is required from what is preferred.",
        why="Careful readers take every wish for a condition.",
    )
    applies = (asks,)

    def check(self, case: kit.Case) -> kit.Outcomes:
        found = False
        required = {section.span for section in kit.required_sections(case)}
        statements = [
            one for one in case[kit.facts.requirements].value if one.section.span in required
        ]
        for _, said in groupby(statements, key=lambda one: one.section.span):
            group = list(said)
            # "Degree required, a higher one preferred" parts the two itself.
            preferred = [one for one in group if one.preferred and not one.required]
            others = [one for one in group if not one.preferred]
            if preferred and others:
                found = True
                yield _finding(case, preferred, others)
        if not found:
            spans = tuple(one.said.span for one in statements[:1])
            yield kit.Passed("No list holds both what is required and what is preferred.", spans)


def _finding(
    case: kit.Case, preferred: list[kit.facts.Requirement], others: list[kit.facts.Requirement]
) -> kit.Finding:
    unclear = [one for one in others if not one.required]
    heading = others[0].section.heading
    named = heading is not None and _SAYS_WHICH.search(heading.text) is not None
    several = len(unclear) >= _SEVERAL and not named
    message, grave = ("mixed", None) if several else ("each", kit.Severity.INFO)
    again, data = [one.said.span for one in preferred[1:6]], {"count": len(unclear)}
    return kit.mark(case, message, preferred[0].said.span, data, again=again, severity=grave)
