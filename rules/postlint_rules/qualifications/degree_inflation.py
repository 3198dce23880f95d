"""QUAL006: require no higher degree than the work needs.

## What it checks
Whether a master's degree or a doctorate is required and no lower degree will do; for posts that
run a function it is information.
Whether a bachelor's degree is required of a technician, an assistant, a custodian or the help desk.
Posts that are licensed by degree are skipped.

## Why
A degree that the work does not need leaves out people who could do it, and has to be job-related
where it leaves a group out.

## When not to use it
Where a law or a license asks for the degree.
"""

import postlint.rules as kit
from postlint_rules.qualifications._licensed import licensed
from postlint_rules.qualifications._required import demanded

_SUPPORT = kit.pattern(
    r"(?i)\b(?:technician|help ?desk|service desk|assistant|aide|operator|receptionist"
    r"|custodian|janitor|cashier|laborer|cleaner)\b"
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
_HIGH = frozenset({"master", "doctorate"})


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

    def check(self, case: kit.Case) -> kit.Outcome:
        required = [one for one in demanded(case) if _is_condition(case, one.span)]
        title, levels = case[kit.facts.title].value or "", {one.level for one in required}
        if not required:
            return kit.NotApplicable("No degree is required.")
        first = required[0].span
        if licensed(case):
            return kit.NotApplicable("The post is of a kind that is licensed by degree.")
        if case[kit.facts.degree_equivalency].value:
            return kit.Passed("Something may stand in for the degree.", (first,))
        if levels <= _HIGH:
            severity = kit.Severity.INFO if _CHIEF.search(title) else None
            return kit.mark(case, "high", first, severity=severity)
        if (support := _support(title)) and levels == {"bachelor"}:
            return kit.mark(case, "support", first, {"title": support})
        return kit.Passed("The degree is one such work may need.", (first,))


def _is_condition(case: kit.Case, span: kit.Span) -> bool:
    """Say whether a degree is asked of applicants, in place of nothing and not of librarians."""
    sentence = kit.sentence_at(case.posting, span)
    if _REPLACES.search(case.text, *sentence):
        return False
    if _ONE_OF.search(case.text, max(0, span.start - 60), span.start):
        return False
    inside = kit.in_requirements_at(case.posting, span.start)
    return inside or _WANTED.search(case.text, *sentence) is not None


def _support(title: str) -> str:
    found = _SUPPORT.search(title)
    return "" if found is None or _ASSISTS_A_HEAD.search(title) else found[0].lower()
