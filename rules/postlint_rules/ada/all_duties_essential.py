"""ADA004: set marginal duties apart from essential functions.

## What it checks
Where the posting identifies essential functions and has at least `least_duties` duties, six unless
set: whether at least one duty is not among them.
A list in which only "other duties as assigned" is unmarked counts as one that calls everything
essential.
A catch-all that itself bears the mark of an essential duty is a warning; one that merely stands
under a heading such as "Essential functions" is information.

## Why
Essential functions are the fundamental duties and not the marginal ones.
Calling everything essential weakens the evidence for the duties that are, and hides where work
could be shared out as an accommodation.
"Other duties as assigned" names nothing, so nobody can show that it is fundamental.
Six duties are the project's choice; nobody published a number.

## When not to use it
For executive posts where every duty listed is fundamental.

## Fix safety
No fix: only the employer knows which duties are marginal.
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
    gap_span,
    laws,
    united_states,
)

_RULE = "all-duties-essential"


class AllDutiesEssential(Rule):
    """Set marginal duties apart from essential functions."""

    meta = RuleMeta(
        code="ADA004",
        name=_RULE,
        summary="Every duty is called essential, or the catch-all is.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={
            "all": "All {count} duties are presented as essential; some may be marginal.",
            "only-catch-all": (
                "Of {count} duties only '{words}' is not presented as essential; others may be "
                "marginal."
            ),
            "catch-all-marked": "'{words}' is marked essential and names no duty.",
            "catch-all-listed": "'{words}' stands among the essential functions and names no duty.",
        },
        authority=laws("us-ada-fundamental-duties", "us-eeoc-manual-descriptions"),
        advice="Call essential only what the post exists to do.",
        why="If every duty is essential, the list weighs little.",
        since="0.1",
        tags=frozenset({"essential-functions"}),
    )
    applies = (united_states,)

    least_duties: int = 6

    def check(self, case: Case) -> Outcomes:
        """Look for a duty that is not essential."""
        devices = case[facts.essential_device].value
        duties = case.posting.duties
        if not duties:
            yield NotApplicable("The posting has no list of duties.")
            return
        if not devices.present:
            yield NotApplicable("The posting does not say which duties are essential.")
            return
        essential = case[facts.duty_essential].value
        open_ends = case[facts.catch_alls].value
        marked = {number for mark in devices.marks for number in mark.duties}
        bad_ends = sorted(number for number in open_ends if essential[number])
        for number in bad_ends:
            words = {"words": duties[number].text.text.rstrip(" .;")}
            if number in marked:
                yield Finding(
                    "catch-all-marked", duties[number].span, words, severity=Severity.WARNING
                )
            else:
                yield Finding("catch-all-listed", duties[number].span, words)
        marginal = [
            duty.span
            for number, duty in enumerate(duties)
            if not essential[number] and number not in open_ends
        ]
        apart = [heading.span for heading in devices.marginal_headings]
        if marginal or apart:
            if not bad_ends:
                yield Passed(
                    "Some duties are set apart from the essential ones.", (*apart, *marginal)
                )
        elif len(duties) < self.least_duties:
            if not bad_ends:
                yield NotApplicable(
                    f"The posting has fewer than {self.least_duties} duties: {len(duties)}."
                )
        else:
            yield _all(case, devices, sorted(open_ends.difference(bad_ends)))


def _all(case: Case, devices: facts.EssentialDevices, unmarked: list[int]) -> Finding:
    duties = case.posting.duties
    count = len(duties)
    if unmarked:
        duty = duties[unmarked[-1]]
        data = {"count": count, "words": duty.text.text.rstrip(" .;")}
        return Finding("only-catch-all", duty.span, data)
    said = (*devices.headings, *devices.sentences)
    place = said[0].span if said else gap_span(case.posting, SectionKind.DUTIES)
    return Finding("all", place, {"count": count})
