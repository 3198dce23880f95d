"""ADA003: mark essential duties in one way, and every one of them.

## What it checks
Whether a mark for essential duties stands on some duties but fewer than half; whether two different
signs are used for it; whether a mark stands in the middle of a duty; and whether a heading calls
all duties essential while marks single out some of them.
A sign for marginal duties ("NE", "M") beside one for essential ones is a pair, not two signs.

## Why
An unmarked duty among marked ones reads as marginal.
Where marks were forgotten, or two systems were mixed in a copy, the posting says something the
employer did not mean.
Half of the duties is the project's choice of a bound (`least-share`).

## When not to use it
Long class specifications can have a true minority of essential duties; with a sentence that
explains the mark that is information only.
"""

from collections.abc import Iterator

import postlint.rules as kit
from postlint_rules.ada._devices import duties_under, mark_spans, marked_share

# A letter as it is set, with blanks around it: "(E)" and not "(E)mail" or "f(E)".
# The pattern begins with a sign, which search can look for by itself.
_INSIDE = kit.pattern(r"[(\[“”\"](?<=\s.)(?:(?<=\()EF?\)|(?<=\[)EF?\]|(?<=[“”\"])EF?[“”\"])(?=\s)")
# What begins every one of them, and stands in few texts.
_BEGUN = ("(E", "[E", "“E", "”E", '"E')


class EssentialMarkerInconsistent(kit.Rule):
    meta = kit.RuleMeta(
        code="ADA003",
        summary="Essential duties are marked unevenly or in two ways.",
        severity=kit.Severity.WARNING,
        messages={
            "few": "Only {marked} of {count} duties are marked essential.",
            "two-symbols": "The marks '{first}' and '{second}' both stand for essential duties.",
            "misplaced": "A mark stands before the end of this duty.",
            "heading-and-marks": "The heading '{words}' covers {count} duties, and {marked} of "
            "them are marked essential besides.",
        },
        authority=kit.laws("us-eeoc-manual-descriptions", "plain-signs"),
        advice="Mark every essential duty, and each in the same way.",
        why="An unmarked duty reads as one that is not essential.",
        tags=frozenset({"essential-functions"}),
    )
    reads = kit.OF_THE_JOB

    least_share: float = 0.5

    def check(self, case: kit.Case) -> kit.Outcomes:
        devices = case[kit.facts.essential_device].value
        findings = [*self._shares(case, devices), *_two_signs(devices)]
        findings.extend(kit.Finding("misplaced", place) for place in _misplaced(case))
        yield from findings
        if not findings and devices.marks:
            marked, count = marked_share(case, devices)
            reason = f"{marked} of {count} duties bear the same mark."
            yield kit.Passed(reason, mark_spans(devices))
        elif not findings:
            yield kit.NotApplicable("No duty was found to bear a mark.")

    def _shares(self, case: kit.Case, devices: kit.facts.EssentialDevices) -> kit.Findings:
        marks = {number for mark in devices.marks for number in mark.duties}
        if not marks:
            return
        under, spans = duties_under(case.posting, devices.headings), mark_spans(devices)
        both = marks & under
        marked, count = marked_share(case, devices)
        if both and both != under:
            data = {"count": len(under), "marked": len(both)}
            again, also = spans[:1], "The first of the marks."
            place = devices.headings[0].span
            yield kit.mark(case, "heading-and-marks", place, data, again=again, also=also)
        elif marked < self.least_share * count and not under:
            severity = kit.Severity.INFO if devices.legends else kit.Severity.WARNING
            yield kit.Finding(
                "few", spans[0], {"marked": marked, "count": count}, severity=severity
            )


def _misplaced(case: kit.Case) -> Iterator[kit.Span]:
    """Yield the marks that stand before the end of a duty, at a line's end or within a line."""
    text = case.text
    # One character is found much sooner than two.
    within = any(begun[0] in text and begun in text for begun in _BEGUN)
    for duty in case.posting.duties:
        if duty.misplaced and duty.markers:
            yield duty.markers[0].span
        elif within:
            for found in _INSIDE.finditer(text, *duty.span):
                if found.end() < duty.span.end:
                    yield kit.Span(*found.span())


def _two_signs(devices: kit.facts.EssentialDevices) -> kit.Findings:
    marks = sorted(devices.marks, key=lambda mark: -len(mark.duties))
    for common, other in zip(marks[:1] * len(marks), marks[1:], strict=False):
        data = {"first": common.symbol, "second": other.symbol}
        related = (kit.Related(common.spans[0], f"'{common.symbol}' is used here."),)
        yield kit.Finding("two-symbols", other.spans[0], data, related=related)
