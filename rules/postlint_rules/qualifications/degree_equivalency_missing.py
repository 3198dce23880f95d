"""QUAL002: say what may stand in for a degree.

## What it checks
Whether a posting that requires a degree names something in its place: experience, training, or a
combination.
"Or a related field" is about the field and passes nothing.
Of a degree that is too high for the work, `degree-inflation` says both.
Posts that a law or a body licenses by degree, such as teachers, nurses and counsel, are reported as
information.

## Why
Many employers ask for degrees in work whose holders mostly have none; a number of states no longer
ask for them in their own jobs.

## When not to use it
Where a law asks for the degree.
"""

import postlint.rules as kit
from postlint_rules.qualifications._degrees import licensed, stands_in, too_high
from postlint_rules.qualifications._required import demanded

_BELONGS_IN = (kit.SectionKind.QUALIFICATIONS, kit.SectionKind.EDUCATION_EXPERIENCE)
_INSTEAD = "; 'or an equal combination of education and experience' would"


class DegreeEquivalencyMissing(kit.Rule):
    meta = kit.RuleMeta(
        code="QUAL002",
        summary="A degree is required and nothing may stand in for it.",
        severity=kit.Severity.WARNING,
        messages={
            "missing": "'{words}' is required, and nothing is said to stand in for it{instead}."
        },
        authority=kit.laws("dismissed-by-degrees", "us-selection-impact"),
        advice="Add: or an equal combination of education and experience.",
        why="A degree alone shuts out people who know the work.",
    )

    applies = (kit.only(demanded, "No degree was found to be required.", *kit.REQUIREMENTS),)

    def check(self, case: kit.Case) -> kit.Outcome:
        degree = _least(case)
        first = degree.span
        gaps = kit.gaps_of(case.posting, *_BELONGS_IN)
        if instead := stands_in(case, first):
            return kit.Passed("Something may stand in for the degree.", instead)
        if gaps:
            return kit.inserted(gaps, "something in place of the degree")
        by_law = licensed(case, first)
        if too_high(case):
            return kit.NotApplicable("That the degree may be too high is said of it (QUAL006).")
        data = {"instead": "" if by_law else _INSTEAD}
        severity = kit.Severity.INFO if by_law else None
        return kit.mark(case, "missing", _named(case, degree), data, severity=severity)


# What "degree" alone is the level of, nobody knows.
_LEVELS = {"associate": 1, "bachelor": 2, "master": 3, "doctorate": 4, "degree": 0}


def _least(case: kit.Case) -> kit.facts.DegreeMention:
    """Return the first degree that is required, or the lower one that "or" offers in its place."""
    first, *others = demanded(case)
    sentence = kit.sentence_at(case.posting, first.span)
    for other in others:
        lower = 0 < _LEVELS[other.level] < _LEVELS[first.level]
        if lower and sentence.contains(other.span):
            instead = _OR.search(case.text, first.span.end, other.span.start)
            first = other if instead else first
    return first


_OR = kit.pattern(r"(?i)\bor\b")
# Words that do not say which degree it is.
_SLIGHT = frozenset(
    "a an the with of in and or their your have has hold possess at least one any".split()
)


def _named(case: kit.Case, mention: kit.facts.DegreeMention) -> kit.Span:
    """Return a degree with the words that say which: "library degree", where "degree" is bare."""
    degree = mention.span
    if case.text[degree.start : degree.end].lower() not in ("degree", "degrees"):
        return degree
    sentence = kit.sentence_at(case.posting, degree)
    inside = case.words.between(kit.Span(max(sentence.start, degree.start - 40), degree.end))
    begin = max(inside.start, inside.stop - 3)
    while begin < inside.stop - 1 and case.words.words[begin].lower() in _SLIGHT:
        begin += 1
    if begin == inside.stop - 1 and mention.subject:  # "degree in biology"
        behind = case.text.find(mention.subject, degree.end, degree.end + len(mention.subject) + 9)
        return kit.Span(degree.start, behind + len(mention.subject)) if behind > 0 else degree
    return case.words.span(begin, inside.stop)
