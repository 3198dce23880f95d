"""EQTY026: tell applicants for school posts that a record check is required.

## What it checks
Whether a school's advertisement speaks of a background check, fingerprints or clearances.
In Vermont the law wants applications of schools to say it: a warning there, and information where
the posting leads to a form.
Elsewhere the rule is silent where nothing is said: every school post needs a check, and those who
apply know.

## Why
Applicants who know of the check bring what it needs.

## When not to use it
Where the application form says it. The rule is off unless it is selected.
"""

import postlint.rules as kit


class BackgroundCheckUnexplained(kit.StatedRule):
    meta = kit.RuleMeta(
        code="EQTY026",
        summary="A school's posting does not speak of the record check.",
        highest=kit.Severity.WARNING,
        messages={
            "missing": "The check of records that school posts need is not spoken of{law}; say "
            "which check is made and when.",
        },
        authority=kit.laws(on="record-checks"),
        advice="Say which check is made and when.",
        why="Applicants should know of the check before they apply.",
        tags=frozenset({"application"}),
        stability=kit.Stability.PREVIEW,
        default_on=False,
    )
    applies = (kit.united_states, kit.schools, kit.advertises)
    passing = "The check is spoken of."
    unlawed = "No law that is known to reach the posting asks it to speak of the check."
    places = (kit.SectionKind.HOW_TO_APPLY,)

    def nothing(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome:
        """Return that it is not explained: information where a form for applications may do it."""
        if not found:
            return kit.NotApplicable(self.unlawed)
        missing = self.missing(case, found)
        return missing._replace(severity=kit.Severity.INFO) if self.hits(case, "form") else missing
