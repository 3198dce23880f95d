"""ADA004: set marginal duties apart from essential functions.

## What it checks
Where the posting identifies essential functions and has at least `least-duties` duties, six unless
set: whether at least one duty is not among them.
A heading such as "Marginal duties", or a mark that they lack, sets duties apart; where they merely
stand below another heading, nobody can tell.
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
Nearly every text that names essential functions fails, because few name a marginal duty; the rule
is off unless selected.

## Fix safety
No fix: only the employer knows which duties are marginal.
"""

from __future__ import annotations

from postlint.rules import (
    CannotTell,
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
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
            "only-catch-all": "Of {count} duties only '{words}' is not presented as essential; "
            "others may be marginal.",
            "catch-all-marked": "'{words}' is marked essential and names no duty.",
            "catch-all-listed": "'{words}' stands among the essential functions and names no duty.",
        },
        authority=laws("us-ada-fundamental-duties", "us-eeoc-manual-descriptions"),
        advice="Call essential only what the post exists to do.",
        why="If every duty is essential, the list weighs little.",
        since="0.1",
        default_on=False,
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
        others = [
            number
            for number in range(len(duties))
            if not essential[number] and number not in open_ends
        ]
        apart = _set_apart(devices, others)
        if apart or others:
            if bad_ends:
                return
            if apart:
                spans = (*apart, *(duties[number].span for number in others))
                yield Passed("Some duties are set apart from the essential ones.", spans)
            else:
                yield CannotTell(
                    "whether the duties that stand apart from those called essential are marginal",
                    tuple(duties[number].span for number in others),
                )
        elif len(duties) < self.least_duties:
            if not bad_ends:
                yield NotApplicable(
                    f"The posting has fewer than {self.least_duties} duties: {len(duties)}."
                )
        else:
            yield _all(case, devices, sorted(open_ends.difference(bad_ends)))


def _set_apart(devices: facts.EssentialDevices, others: list[int]) -> tuple[Span, ...]:
    """Return what says that the other duties are not essential.

    A heading that calls them marginal does, a sign of theirs, and a sign or a column
    for the essential ones that they lack. That they stand below another heading does not.
    """
    found = [heading.span for heading in devices.marginal_headings]
    found.extend(span for mark in devices.marginal_marks for span in mark.spans)
    if others:
        found.extend(span for mark in devices.marks for span in mark.spans)
        found.extend(column.span for column in devices.columns)
    return tuple(found)


def _all(case: Case, devices: facts.EssentialDevices, unmarked: list[int]) -> Finding:
    duties = case.posting.duties
    count = len(duties)
    if unmarked:
        duty = duties[unmarked[-1]]
        data = {"count": count, "words": duty.text.text.rstrip(" .;")}
        return Finding("only-catch-all", duty.span, data)
    said = (*devices.headings, *devices.sentences)
    place = said[0].span if said else gap_span(case, SectionKind.DUTIES)
    return Finding("all", place, {"count": count})
