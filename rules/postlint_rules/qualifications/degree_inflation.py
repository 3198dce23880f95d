"""QUAL006: require no higher degree than the work needs.

## What it checks
Whether a master's degree or a doctorate is required and no lower degree will do; for posts that
run a function it is information.
Whether a bachelor's degree is required of a technician, an assistant or the help desk.
Posts that are licensed by degree are passed over.

## Why
A degree that the work does not need leaves out people who could do it, and has to be job-related
where it leaves a group out.

## When not to use it
Where a law or a licence asks for the degree.
"""

import postlint.rules as kit
from postlint_rules.qualifications._asked import is_answer
from postlint_rules.qualifications._licensed import licensed

_SUPPORT = kit.pattern(
    r"(?i)\b(?:technician|help ?desk|service desk|assistant|aide|operator|receptionist)\b"
    r"(?!\s+(?:director|superintendent|manager|chief|professor|to the))"
)
_ASSISTS_A_HEAD = kit.pattern(
    r"(?i)\bassistant\s+(?:\w+\s+){0,3}(?:director|superintendent|manager|chief|professor|dean"
    r"|secretary|commissioner|administrator|curator|librarian|vice|head|attorney|auditor|research|registrar"
    r"|clerk|engineer|planner|treasurer|assessor)\b"
)
_CHIEF = kit.pattern(
    r"(?i)\b(?:chief|director|superintendent|head|dean|president|commissioner|executive|officer)\b"
)
_REPLACES = kit.pattern(
    r"(?i)\bsubstitut|\bin lieu\b|\blibrary (?:science|and information)|\bMLI?S\b"
)
_ONE_OF = kit.pattern(r"(?i)\b(?:one|any) of the following\b|\bcombination\b")
_WANTED = kit.pattern(r"(?i)\bmust\b|\brequire|\bminimum\b|\bhave an?\b|\bpossess")
_HIGH = ("master", "doctorate")


class DegreeInflation(kit.Rule):
    meta = kit.RuleMeta(
        code="QUAL006",
        summary="A degree is required above what such work needs.",
        severity=kit.Severity.WARNING,
        messages={
            "high": "'{words}' is required, and no lower degree will do.",
            "support": "'{words}' is required for a post called '{title}'.",
        },
        authority=kit.laws("dismissed-by-degrees", "us-selection-impact"),
        advice="Ask for the lowest degree the work needs.",
        why="A degree nobody needs shuts out capable people.",
    )

    def check(self, case: kit.Case) -> kit.Outcomes:
        required = [
            one
            for one in case[kit.facts.degrees].value
            if one.required and _is_condition(case, one.span)
        ]
        title = case[kit.facts.title].value or ""
        if not required:
            yield kit.NotApplicable("No degree is required.")
        elif licensed(case):
            yield kit.NotApplicable("The post is of a kind that is licensed by degree.")
        elif case[kit.facts.degree_equivalency].value:
            yield kit.Passed("Something may stand in for the degree.", (required[0].span,))
        elif all(one.level in _HIGH for one in required):
            severity = kit.Severity.INFO if _CHIEF.search(title) else None
            yield kit.mark(case, "high", required[0].span, severity=severity)
        elif (support := _support(title)) and all(one.level == "bachelor" for one in required):
            yield kit.mark(case, "support", required[0].span, {"title": support})
        else:
            yield kit.Passed("The degree is one such work may need.", (required[0].span,))


def _is_condition(case: kit.Case, span: kit.Span) -> bool:
    """Say whether a degree is asked of applicants, in place of nothing and not of librarians."""
    sentence = kit.sentence_at(case.posting, span)
    if is_answer(case, span) or _REPLACES.search(case.text, sentence.start, sentence.end):
        return False
    if _ONE_OF.search(case.text, max(0, span.start - 60), span.start):
        return False
    inside = case.posting.section_at(span.start) in kit.requirement_sections(case)
    return inside or _WANTED.search(case.text, sentence.start, sentence.end) is not None


def _support(title: str) -> str:
    found = _SUPPORT.search(title)
    return "" if found is None or _ASSISTS_A_HEAD.search(title) else found[0].lower()
