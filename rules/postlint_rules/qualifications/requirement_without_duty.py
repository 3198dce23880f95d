"""QUAL008: ask for what the work uses.

## What it checks
Whether a concrete skill that is required, a language or a programming language, is named nowhere
outside the qualifications.
What is only preferred is skipped, and a language that English may stand in for; "travel
required" and evening hours say themselves what the work is; licenses to drive and physical demands
have rules of their own.

## Why
What is asked of applicants has to have to do with the work, and a reader looks for it there.

## When not to use it
Where the duties are a summary and the full description stands elsewhere.
"""

import postlint.rules as kit
from postlint_rules.qualifications._required import has_requirements, is_language


class RequirementWithoutDuty(kit.Rule):
    meta = kit.RuleMeta(
        code="QUAL008",
        summary="A required skill is used by no duty.",
        highest=kit.Severity.WARNING,
        messages={
            "unused": "'{words}' is required, and nothing about the work speaks of {what}; name "
            "the duty that uses it, or take it out.",
        },
        authority=kit.laws("us-ada-criteria", "us-selection-impact"),
        advice="Name the duty that uses it, or take it out.",
        why="A requirement no duty uses cannot be defended.",
        default_on=False,
    )
    reads = kit.OF_THE_JOB
    compares = True
    applies = (kit.has_duties, has_requirements)

    def check(self, case: kit.Case) -> kit.Outcomes:
        inside = [section.span for section in kit.requirement_sections(case)]
        found = case[kit.facts.requirements].value
        required = [one.passage.span for one in found if not one.preferred]
        failed, used = False, []
        things = kit.table(__package__, "qualifications")[self.meta.name]["things"]
        for key, thing in things.items():
            hits, also = self.hits(case, key), self.hits(case, f"{key}_used")
            wanted = [hit for hit in hits if any(one.contains(hit) for one in required)]
            demanded = [hit for hit in wanted if is_language(case, hit)]
            if demanded and all(any(one.contains(hit) for one in inside) for hit in (*hits, *also)):
                failed, data = True, {"what": thing["what"]}
                severity = kit.Severity.WARNING if thing.get("warn") else None
                yield kit.mark(case, "unused", demanded[0], data, severity=severity)
            used.extend(demanded[:1])
        if used and not failed:
            yield kit.Passed("The work speaks of what is required.", tuple(used))
        elif not used:
            yield kit.NotApplicable("Neither a language nor programming was found to be required.")
