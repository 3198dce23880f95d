"""QUAL002: say what may stand in for a degree.

## What it checks
Whether a posting that requires a degree names something in its place: experience, training, or a
combination.
"Or a related field" is about the field and passes nothing.
Posts that a law or a body licenses by degree, such as teachers, nurses and counsel, are told as
information.

## Why
Many employers ask for degrees in work whose holders mostly have none; a number of states no longer
ask for them in their own jobs.

## When not to use it
Where a law asks for the degree.

## Fix safety
No fix: only the employer knows what is equivalent.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    facts,
    gaps_of,
    inserted,
    laws,
    pattern,
    quoted,
    sentence_at,
)
from postlint_rules.qualifications._asked import is_answer
from postlint_rules.qualifications._licensed import licensed

# "Or equivalent" with no word for what: of the degree, not of its field.
_EQUIVALENT = pattern(
    r"(?i)\bor equivalent\b(?!\s+(?:field|discipline|degree|major|subject))"
    r"|\bor\s+(?:at least\s+|a minimum of\s+)?"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"\s+(?:\(\d+\)\s+)?(?:further\s+|more\s+|additional\s+)?years\b"
)


class DegreeEquivalencyMissing(Rule):
    """Say what may stand in for a degree."""

    meta = RuleMeta(
        code="QUAL002",
        name="degree-equivalency-missing",
        summary="A degree is required and nothing may stand in for it.",
        severity=Severity.WARNING,
        messages={"missing": "'{words}' is required, and nothing is said to stand in for it."},
        authority=laws("dismissed-by-degrees", "us-selection-impact"),
        advice="Add: or an equal combination of education and experience.",
        why="A degree alone shuts out people who know the work.",
        since="0.1",
        tags=frozenset({"qualifications"}),
    )

    def check(self, case: Case) -> Outcomes:
        """Look for an equivalent beside the degree."""
        required = [
            one
            for one in case[facts.degrees].value
            if one.required and not is_answer(case, one.span)
        ]
        if not required:
            yield NotApplicable("No degree is required.")
            return
        equivalent = case[facts.degree_equivalency]
        gaps = gaps_of(case.posting, SectionKind.QUALIFICATIONS, SectionKind.EDUCATION_EXPERIENCE)
        sentence = sentence_at(case.posting, required[0].span)
        or_equivalent = _EQUIVALENT.search(case.text, sentence.start, sentence.end)
        if equivalent.value or or_equivalent:
            yield Passed("Something may stand in for the degree.", equivalent.spans)
        elif gaps:
            yield inserted(gaps, "something in place of the degree")
        else:
            data = {"words": quoted(case.posting, required[0].span)}
            severity = Severity.INFO if licensed(case) else None
            yield Finding("missing", required[0].span, data, severity=severity)
