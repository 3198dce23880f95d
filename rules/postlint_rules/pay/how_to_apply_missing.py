"""PAY011: say how to apply.

## What it checks
Whether an address, a mail address, a telephone number or a page stands where the posting speaks of
applying, or in a section about it.
Colorado asks for it: an error where its law surely binds; elsewhere it is information, because a
page that was copied has often lost its links.
"Click here" whose link is lost names no way.

## Why
Whoever wants the post and finds no way to ask for it is lost to the employer.

## When not to use it
On a board with a button beside each posting.

## Fix safety
No fix: the way is the employer's to name.
"""

from __future__ import annotations

import re

from postlint.rules import (
    CannotTell,
    Case,
    Finding,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    gap_span,
    gaps_of,
    inserted,
    laws,
    past,
    pattern,
    phrases,
)
from postlint_rules.pay._law import asking, clause, severity
from postlint_rules.pay._pay import advertises

_RULE = "how-to-apply-missing"
# A page or a mail address, which most postings have.
_ADDRESS = pattern(
    r"https?://\S|\bwww\.\S|\]\([^)\s]|(?<=[\w.+-])@[\w-]+\.\w|\.(?:com|org|gov|edu|net)\b",
    re.IGNORECASE,
)
# A telephone number, a street, a box, an office, a board: where somebody can be met.
_ELSE = pattern(
    r"\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|P\.?O\.? Box\b|\b(?:Human Resources|Personnel|HR) (?:Office|"
    r"Department)\b|\b\d{1,5} [A-Z]\w+(?: \w+){0,3} (?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|"
    r"Drive|Dr|Lane|Way|Plaza|Suite)\b|\b(?:NEOGOV|Workday|USAJOBS|Handshake|Interfolio|PeopleAdmin|"
    r"Frontline|AppliTrack|EDJOIN|SchoolSpring)\b",
    re.IGNORECASE,
)
# "Contact email: …", "Apply: …", and the page that a job board keeps in a field of its own.
_FIELDS = pattern(r"contact|e-?mail|apply|\burl\b|website", re.IGNORECASE)
_AROUND, _BEFORE = 220, 100


class HowToApplyMissing(Rule):
    """Say how to apply."""

    meta = RuleMeta(
        code="PAY011",
        name=_RULE,
        summary="Nothing says how to apply.",
        severity=Severity.INFO,
        highest=Severity.ERROR,
        messages={"missing": "No way to apply is named{law}."},
        authority=laws("pay-practice", "us-co-pay-in-posting"),
        advice="Say where and how to apply.",
        why="Nobody can apply who is not told how.",
        since="0.1",
        tags=frozenset({"application"}),
    )
    applies = (advertises,)
    phrases = phrases(__package__, "pay", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for a way near words about applying."""
        way = _way(case)
        if way is not None:
            yield Passed("A way to apply is named.", (way,))
            return
        gaps = gaps_of(case.posting, SectionKind.HOW_TO_APPLY)
        if gaps:
            yield inserted(gaps, "the way to apply")
            return
        found = asking(case, "how-to-apply")
        old = past(found)
        yield old if isinstance(old, CannotTell) else _missing(case)


def _missing(case: Case) -> Finding:
    found = asking(case, "how-to-apply")
    span = gap_span(case.posting, SectionKind.HOW_TO_APPLY)
    rests = tuple(one.law for one in found)
    words = {"law": clause(found)}
    grave = severity(found, Severity.INFO)
    return Finding("missing", span, words, severity=grave, authority=rests)


def _way(case: Case) -> Span | None:
    """Return the way that stands in a field, in a section about applying, or near such a word."""
    for field in case.posting.fields:
        if _FIELDS.search(field.key.text) and _ADDRESS.search(field.value.text):
            return field.span
    windows = _windows(case)
    for wanted in (_ADDRESS, _ELSE):
        for window in windows:
            found = wanted.search(case.text, window.start, window.end)
            if found is not None:
                return Span(*found.span())
    return None


def _windows(case: Case) -> list[Span]:
    """Return the stretches in which a way counts, in order and without their overlaps."""
    length = len(case.text)
    told = [section.span for section in case.posting.of_kind(SectionKind.HOW_TO_APPLY)]
    near = (
        Span(max(0, place.start - _BEFORE), min(length, place.end + _AROUND))
        for place in case.hits[f"{_RULE}.apply"]
    )
    merged: list[Span] = []
    for one in sorted((*told, *near)):
        if merged and one.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(one.end, merged[-1].end))
        else:
            merged.append(one)
    return merged
