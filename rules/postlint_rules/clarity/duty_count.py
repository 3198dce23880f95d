"""CLAR009: list twenty-five duties at most.

## What it checks
Whether the posting lists more than `most` (25) duties; more than `warn` (40) are a warning.
Fewer than four are too few to judge.

## Why
Nobody holds more than a handful of things for what a job is.
Six to fifteen duties cover most jobs in practice; the bounds are this project's, and nobody
published a number.
Beyond 20 stand 18 in 100 real lists, and readers did not find it worth reporting.

## When not to use it
For class specifications that list examples for a whole series; they are skipped.
"""

import postlint.rules as kit

_TOO_FEW = 4


class DutyCount(kit.CountRule):
    meta = kit.RuleMeta(
        code="CLAR009",
        summary="The posting lists very many duties.",
        highest=kit.Severity.WARNING,
        messages={
            "many": "The posting lists {number} duties, more than {most:g}; "
            "what the post is about is hard to see among them."
        },
        authority=kit.laws("position-writing"),
        advice="Keep the duties that matter, and join small ones.",
        why="A very long list hides what the post is about.",
        tags=frozenset({"duties"}),
    )
    applies = (kit.has_duties, kit.one_posting)
    unit = "duties"
    where = (kit.SectionKind.DUTIES,)
    most: float | None = 25
    warn: float | None = 40

    def count(self, case: kit.Case) -> kit.Counted | kit.Outcome:
        if case[kit.facts.document_kind].value == "class-spec":
            return kit.NotApplicable("A class specification gives examples of duties.")
        open_ends = case[kit.facts.catch_alls].value
        duties = enumerate(case.posting.duties)
        spans = tuple(duty.span for number, duty in duties if number not in open_ends)
        if len(spans) < _TOO_FEW:
            return kit.CannotTell(
                "whether these are all the duties: fewer than four were found", spans
            )
        return kit.Counted(len(spans), spans)
