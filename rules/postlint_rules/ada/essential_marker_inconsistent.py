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

## Fix safety
No fix: only the employer knows which duties are essential.
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.rules import (
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    Severity,
    Span,
    facts,
    laws,
    pattern,
)
from postlint_rules.ada._marks import duties_under, mark_spans, marked_share

# A letter in its dress, with blanks around it: "(E)" and not "(E)mail" or "f(E)".
# It begins with a sign, which search can look for by itself.
_INSIDE = pattern(r"[(\[“”\"](?<=\s.)(?:(?<=\()EF?\)|(?<=\[)EF?\]|(?<=[“”\"])EF?[“”\"])(?=\s)")
# What begins every one of them, and stands in few texts.
_BEGUN = ("(E", "[E", "“E", "”E", '"E')


class EssentialMarkerInconsistent(Rule):
    """Mark essential duties in one way, and every one of them."""

    meta = RuleMeta(
        code="ADA003",
        name="essential-marker-inconsistent",
        summary="Essential duties are marked unevenly or in two ways.",
        severity=Severity.WARNING,
        messages={
            "few": "Only {marked} of {count} duties are marked essential.",
            "two-symbols": "The marks '{first}' and '{second}' both stand for essential duties.",
            "misplaced": "A mark stands before the end of this duty.",
            "heading-and-marks": (
                "The heading '{words}' covers {count} duties, and {marked} of them are marked "
                "essential besides."
            ),
        },
        authority=laws("us-eeoc-manual-descriptions", "plain-signs"),
        advice="Mark every essential duty, and each in the same way.",
        why="An unmarked duty reads as one that is not essential.",
        since="0.1",
        tags=frozenset({"essential-functions"}),
    )

    least_share: float = 0.5

    def check(self, case: Case) -> Outcomes:
        """Look at how evenly, where, and with how many signs duties are marked."""
        devices = case[facts.essential_device].value
        misplaced = tuple(_misplaced(case))
        if not devices.marks and not misplaced:
            yield NotApplicable("No duty bears a mark.")
            return
        findings = [*self._shares(case, devices), *_two_signs(devices)]
        findings.extend(Finding("misplaced", place) for place in misplaced)
        yield from findings
        if not findings:
            marked, count = marked_share(case, devices)
            yield Passed(f"{marked} of {count} duties bear the same mark.", mark_spans(devices))

    def _shares(self, case: Case, devices: facts.EssentialDevices) -> Iterator[Finding]:
        marks = {number for mark in devices.marks for number in mark.duties}
        if not marks:
            return
        under = duties_under(case.posting, devices.headings)
        both = marks & under
        if both and both != under:
            heading = devices.headings[0]
            data = {
                "words": heading.text.rstrip(" :.-–—"),
                "count": len(under),
                "marked": len(both),
            }
            related = Related(mark_spans(devices)[0], "The first of the marks.")
            yield Finding("heading-and-marks", heading.span, data, related=(related,))
            return
        marked, count = marked_share(case, devices)
        if marked < self.least_share * count and not under:
            severity = Severity.INFO if devices.legends else Severity.WARNING
            data = {"marked": marked, "count": count}
            yield Finding("few", mark_spans(devices)[0], data, severity=severity)


def _misplaced(case: Case) -> Iterator[Span]:
    """Yield the marks that stand before the end of a duty, at a line's end or within a line."""
    text = case.text
    # One character is found much sooner than two.
    within = any(begun[0] in text and begun in text for begun in _BEGUN)
    for duty in case.posting.duties:
        if duty.misplaced and duty.markers:
            yield duty.markers[0].span
        elif within:
            for found in _INSIDE.finditer(text, duty.span.start, duty.span.end):
                if found.end() < duty.span.end:
                    yield Span(found.start(), found.end())


def _two_signs(devices: facts.EssentialDevices) -> Iterator[Finding]:
    if len(devices.marks) < 2:
        return
    common, *others = sorted(devices.marks, key=lambda mark: -len(mark.duties))
    for other in others:
        yield Finding(
            "two-symbols",
            other.spans[0],
            {"first": common.symbol, "second": other.symbol},
            related=(Related(common.spans[0], f"'{common.symbol}' is used here."),),
        )
