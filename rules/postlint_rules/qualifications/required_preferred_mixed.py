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
from postlint_rules.qualifications._required import has_requirements

_LABELLED = kit.pattern(r"(?i)\b(?:minimum|required|requirements|must|essential|mandatory|basic)\b")

# Where a statement goes on with something else that is asked.
_NEW_PART = kit.pattern(
    r"(?i)[,;] (?:and )?(?=(?:an? )?(?:\w+ )?(?:knowledge|experience|degree|ability|familiarity|"
    r"skills?|certification|licen[cs]e|proficiency|understanding|training|background)\b)"
)
_WISH = kit.pattern(r"(?i)\bprefer|\bdesir|\bplus\b(?!\s+\w)|\basset\b|\badvantage\b|\bvalued\b")
# "Required: a degree; Preferred: a license" parts the two itself.
_SET_APART = kit.pattern(r"(?i)\W*(?:preferred|desired|desirable|nice to have)\s*[:–—]")
# The heading of the next list, which lost its line.
_LEADS_ON = kit.pattern(
    r"\b(?:PREFERRED|DESIRED)\b[A-Z \n]*\s*\Z|\bPreferred Qualifications:?\s*\Z"
)

# One or two beside it are read as required; where more stand, nobody knows which are.
_SEVERAL = 3


class RequiredPreferredMixed(kit.FaultsRule):
    meta = kit.RuleMeta(
        code="QUAL001",
        summary="What is preferred stands among what is required.",
        severity=kit.Severity.WARNING,
        messages={
            "mixed": "'{words}' is only preferred, and stands among {count} that do not say "
            "whether they are required.",
            "each": "'{words}' stands in one list with what is required; a list of its own, "
            "headed 'Preferred', would part them.",
        },
        authority=kit.laws("bit-applications", "hiring-practice"),
        advice="Part what is required from what is preferred.",
        why="Careful readers take every wish for a condition.",
    )
    applies = (has_requirements,)
    passing = "No list was found that holds both what is required and what is preferred."

    def faults(self, case: kit.Case) -> kit.Findings:
        for _, group in groupby(_required(case), key=lambda one: one.section.span):
            together = list(group)
            # "Degree required, a higher one preferred" parts the two itself.
            wishes = [
                _wished(case, one.passage.span)
                for one in together
                if one.preferred
                and not one.required
                and not _LEADS_ON.search(case.text, *one.passage.span)
            ]
            preferred = [one for one in wishes if not _SET_APART.match(case.text, *one)]
            others = [one for one in together if not one.preferred]
            if preferred and others:
                yield _finding(case, preferred, others)

    def looked_at(self, case: kit.Case) -> tuple[kit.Span, ...]:
        return tuple(one.passage.span for one in _required(case)[:1])


def _wished(case: kit.Case, span: kit.Span) -> kit.Span:
    """Return the part of a statement that is a wish: "skill in plans, experience with X a plus"."""
    if (wish := _WISH.search(case.text, *span)) is None:
        return span
    begin = max(span.start, case.text.rfind(";", span.start, wish.start()) + 1)
    end = case.text.find(";", wish.end(), span.end)
    part = case.posting.passage(kit.Span(begin, span.end if end < 0 else end)).span
    parts = [found.end() for found in _NEW_PART.finditer(case.text, *part)]
    wished = kit.Span(parts[-1] if parts else part.start, part.end)
    return wished if _WISH.search(case.text, *wished) else part


def _required(case: kit.Case) -> list[kit.facts.Requirement]:
    required = {section.span for section in kit.required_sections(case)}
    return [one for one in case[kit.facts.requirements].value if one.section.span in required]


def _finding(
    case: kit.Case, preferred: list[kit.Span], others: list[kit.facts.Requirement]
) -> kit.Finding:
    unclear = sum(not one.required for one in others)
    heading = others[0].section.heading
    named = heading is not None and _LABELLED.search(heading.text) is not None
    several = unclear >= _SEVERAL and not named
    message, grave = ("mixed", None) if several else ("each", kit.Severity.INFO)
    data, (first, *again) = {"count": unclear}, preferred[:6]
    return kit.mark(case, message, first, data, again=again, severity=grave)
