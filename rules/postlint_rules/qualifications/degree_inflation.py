"""QUAL006: require no higher degree than the work needs.

## What it checks
Whether a master's degree or a doctorate is required and nothing lower will do; posts that run a
function are left to `degree-equivalency-missing`.
Whether a bachelor's degree is required of a technician, an assistant, a custodian or the help desk.
Posts that are licensed by degree are skipped.

## Why
A degree that the work does not need leaves out people who could do it, and has to be job-related
where it leaves a group out.

## When not to use it
Where a law or a license asks for the degree.
"""

import postlint.rules as kit
from postlint_rules.qualifications._degrees import conditions, licensed, stands_in, too_high


class DegreeInflation(kit.Rule):
    meta = kit.RuleMeta(
        code="QUAL006",
        summary="A degree is required above what such work needs.",
        severity=kit.Severity.WARNING,
        messages={
            "high": "'{words}' is required, and neither a lower degree nor experience will do.",
            "support": "'{words}' is required for a post called '{title}', and "
            "nothing is said to stand in for it.",
        },
        authority=kit.laws("dismissed-by-degrees", "us-selection-impact"),
        advice="Ask for the lowest degree the work needs.",
        why="A degree nobody needs shuts out capable people.",
    )

    def check(self, case: kit.Case) -> kit.Outcome:
        required = conditions(case)
        if not required:
            return kit.NotApplicable("No degree was found to be required.")
        if licensed(case):
            return kit.NotApplicable("The post is of a kind that is licensed by degree.")
        if (found := too_high(case)) is not None:
            title, place = found
            return kit.mark(case, "support" if title else "high", place, {"title": title})
        first = required[0].span
        if stands_in(case, first):
            return kit.Passed("Something may stand in for the degree.", (first,))
        return kit.Passed("The degree is one such work may need.", (first,))
