"""ADA004: set marginal duties apart from essential functions.

## What it checks
Where the posting identifies essential functions and has at least `least-duties` duties, six unless
set: whether at least one duty is not among them.
A heading such as "Marginal duties", or a mark that they lack, sets duties apart, and so does a
sentence that leaves marginal duties out; where they merely stand below another heading, nobody can
tell.
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
Of real postings that mark essential duties nineteen in twenty mark all of them, so the finding is
common, a note, and off unless selected.

## When not to use it
For executive posts where every duty listed is fundamental.
"""

import postlint.rules as kit

# "The list leaves out marginal duties": they are set apart by not being there.
_LEFT_OUT = kit.pattern(
    r"(?i)\b(?:not (?:include|list|name|cover|cite|mention)|omits?|excludes?|leaves? out|without"
    r"|other than|exclusive of)\b"
)


class AllDutiesEssential(kit.Rule):
    meta = kit.RuleMeta(
        code="ADA004",
        summary="Every duty is called essential, or the catch-all is.",
        highest=kit.Severity.WARNING,
        messages={
            "all": "All {count} duties are presented as essential; some may be marginal.",
            "only-catch-all": "Of {count} duties only '{words}' is not presented as essential; "
            "others may be marginal.",
            "catch-all-marked": "'{words}' is marked essential and names no duty.",
            "catch-all-listed": "'{words}' stands among the essential functions and names no duty.",
        },
        authority=kit.laws("us-ada-fundamental-duties", "us-eeoc-manual-descriptions"),
        advice="Call essential only what the post exists to do.",
        why="If every duty is essential, the list weighs little.",
        default_on=False,
        tags=frozenset({"essential-functions"}),
    )
    reads = kit.OF_THE_JOB
    applies = (kit.united_states, kit.has_duties)

    least_duties: int = 6

    def check(self, case: kit.Case) -> kit.Outcomes:
        devices, duties = case[kit.facts.essential_device].value, case.posting.duties
        if not devices.present:
            yield kit.NotApplicable("Nothing was found that says which duties are essential.")
            return
        essential, open_ends = (
            case[kit.facts.duty_essential].value,
            case[kit.facts.catch_alls].value,
        )
        marked = {number for mark in devices.marks for number in mark.duties}
        bad_ends = sorted(number for number in open_ends if essential[number])
        for number in bad_ends:
            message = "catch-all-marked" if number in marked else "catch-all-listed"
            severity = kit.Severity.WARNING if number in marked else None
            yield kit.mark(
                case, message, duties[number].span, _words(duties[number]), severity=severity
            )
        others = tuple(
            duty.span
            for number, duty in enumerate(duties)
            if not essential[number] and number not in open_ends
        )
        apart = _set_apart(case, devices, others)
        if (apart or others) and bad_ends:
            return
        if apart:
            yield kit.Passed(
                "Some duties are set apart from the essential ones.", (*apart, *others)
            )
        elif others:
            unclear = "whether the duties that stand apart from those called essential are marginal"
            yield kit.CannotTell(unclear, others)
        elif len(duties) >= self.least_duties:
            yield _all(case, devices, sorted(open_ends.difference(bad_ends)))
        elif not bad_ends:
            few = f"The posting has fewer than {self.least_duties} duties: {len(duties)}."
            yield kit.NotApplicable(few)


def _set_apart(
    case: kit.Case, devices: kit.facts.EssentialDevices, others: tuple[kit.Span, ...]
) -> tuple[kit.Span, ...]:
    """Return what says that the other duties are not essential, or that none are listed.

    A heading that calls them marginal does, a sign of theirs, and a sign or a column
    for the essential ones that they lack. That they stand below another heading does not.
    """
    found = [span for mark in devices.marginal_marks for span in mark.spans]
    if others:
        found.extend(heading.span for heading in devices.marginal_headings)
        found.extend(span for mark in devices.marks for span in mark.spans)
        found.extend(column.span for column in devices.columns)
    for place in case.hits["essential.marginal"]:
        sentence = kit.sentence_at(case.posting, place)
        if _LEFT_OUT.search(case.text, sentence.start, place.start):
            found.append(sentence)
    return tuple(found)


def _all(case: kit.Case, devices: kit.facts.EssentialDevices, unmarked: list[int]) -> kit.Finding:
    data: dict[str, object] = {"count": len(case.posting.duties)}
    if unmarked:
        duty = case.posting.duties[unmarked[-1]]
        return kit.Finding("only-catch-all", duty.span, data | _words(duty))
    telling = (*devices.headings, *devices.sentences)
    place = telling[0].span if telling else kit.gap_span(case, kit.SectionKind.DUTIES)
    return kit.Finding("all", place, data)


def _words(duty: kit.Duty) -> dict[str, object]:
    return {"words": duty.text.text.rstrip(" .;")}
