"""QUAL003: set no upper limit to experience.

## What it checks
Whether a posting limits experience from above: "no more than eight years of experience".
A range such as "3-5 years" is information: it can be read as a limit; "at least 3-5 years" cannot.
Credit on a salary schedule and experience that stands in for education are not meant.

## Why
A limit of experience keeps older applicants out.
Whether applicants may sue over its effect is disputed among the federal courts; intent is not.

## When not to use it
For internships and training posts that are open to beginners by their rules.

## Fix safety
No fix: write the least that is needed, "at least three years".
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.rules import (
    Case,
    Finding,
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
    quoted,
    sentence_at,
    united_states,
)
from postlint_rules.qualifications._asked import is_answer, is_asked

_LIMIT = pattern(
    r"[aflmnu](?<=\b.)(?:(?<=n)ot? more than|(?<=a) maximum of|(?<=m)aximum of|(?<=u)p to"
    r"|(?<=f)ewer than|(?<=l)ess than)\s+"
    r"(?:an? )?(?:\w+\s+\(\d+\)|\w+)\s+years?\b[^.;\n]{0,40}?\bexperience\b"
)
# "At least 3 to 5 years" sets no limit.
_FLOOR = pattern(r"(?i)\b(?:at least|minimum(?: of)?|typically requires)\W*\Z")
_NEAR = 24
_CREDIT = pattern(
    r"(?i)substitut|\bin lieu\b|equivalen|\bcredit|\bschedule|\bsteps?\b|\bplacement|\bsalary"
    r"|\bpay\b|\bmay\b|\bgranted|\brecogni|\bof the required|\bcount(?:s|ed)?\b|\bdegree"
)


class YearsCeiling(Rule):
    """Set no upper limit to experience."""

    meta = RuleMeta(
        code="QUAL003",
        name="years-ceiling",
        summary="Experience is limited from above.",
        severity=Severity.WARNING,
        messages={
            "limit": "'{words}' limits experience from above.",
            "range": "'{words}' can be read as a limit; 'at least {low:g}' cannot.",
        },
        authority=laws("us-age-hiring"),
        advice="Name the least experience, and no most.",
        why="A ceiling on experience works against older applicants.",
        since="0.1",
        tags=frozenset({"qualifications"}),
    )
    applies = (united_states,)

    def check(self, case: Case) -> Outcomes:
        """Look for limits first, and then for ranges."""
        limits = tuple(_limits(case))
        for span in limits:
            yield Finding("limit", span, {"words": quoted(case.posting, span)})
        ranges = [
            one
            for one in case[facts.experience].value
            if one.high is not None
            and not any(one.span.overlaps(span) for span in limits)
            and is_asked(case, one)
            and not _FLOOR.search(case.text, max(0, one.span.start - _NEAR), one.span.start)
        ]
        if ranges:
            first = ranges[0]
            data = {"words": quoted(case.posting, first.span), "low": first.low}
            related = tuple(Related(one.span, "So can this.") for one in ranges[1:])
            yield Finding("range", first.span, data, severity=Severity.INFO, related=related)
        if not limits and not ranges:
            yield Passed("No experience is limited from above.", case[facts.experience].spans)


def _limits(case: Case) -> Iterator[Span]:
    for match in _LIMIT.finditer(case.lowered):
        span = Span(*match.span())
        sentence = sentence_at(case.posting, span)
        credit = _CREDIT.search(case.text, sentence.start, sentence.end)
        if not credit and not is_answer(case, span) and not case.allows(span):
            yield span
