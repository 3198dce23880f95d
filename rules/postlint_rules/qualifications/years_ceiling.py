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
"""

from collections.abc import Iterator

import postlint.rules as kit
from postlint_rules.qualifications._asked import is_answer, is_asked

_RULE = "years-ceiling"
_LIMIT = kit.pattern(
    r"\b(?:not? more than|(?:a )?maximum of|up to|fewer than|less than)\s+"
    r"(?:an? )?(?:\w+\s+\(\d+\)|\w+)\s+years?\b[^.;\n]{0,40}?\bexperience\b"
)
# "At least 3 to 5 years" sets no limit.
_FLOOR = kit.pattern(r"(?i)\b(?:at least|minimum(?: of)?|typically requires)\W*\Z")
_NEAR = 24
_CREDIT = kit.pattern(
    r"(?i)substitut|\bin lieu\b|equivalen|\bcredit|\bschedule|\bsteps?\b|\bplacement|\bsalary"
    r"|\bpay\b|\bmay\b|\bgranted|\brecogni|\bof the required|\bcount(?:s|ed)?\b|\bdegree"
)


class YearsCeiling(kit.Rule):
    meta = kit.RuleMeta(
        code="QUAL003",
        summary="Experience is limited from above.",
        severity=kit.Severity.WARNING,
        messages={
            "limit": "'{words}' limits experience from above.",
            "range": "'{words}' can be read as a limit; 'at least {low:g}' cannot.",
        },
        authority=kit.laws("us-age-hiring"),
        advice="Name the least experience, and no most.",
        why="A ceiling on experience works against older applicants.",
    )
    applies = (kit.united_states,)
    phrases_from = "qualifications"

    def check(self, case: kit.Case) -> kit.Outcomes:
        limits = tuple(_limits(case))
        for span in limits:
            yield kit.mark(case, "limit", span)
        ranges = [
            one
            for one in case[kit.facts.experience].value
            if one.high is not None
            and one.required
            and not any(one.span.overlaps(span) for span in limits)
            and is_asked(case, one)
            and not _FLOOR.search(case.text, max(0, one.span.start - _NEAR), one.span.start)
        ]
        if ranges:
            first, *others = ranges
            again, grave = [one.span for one in others], kit.Severity.INFO
            low = {"low": first.low}
            yield kit.mark(
                case, "range", first.span, low, again=again, also="So can this.", severity=grave
            )
        if not limits and not ranges:
            yield kit.Passed(
                "No experience is limited from above.", case[kit.facts.experience].spans
            )


def _limits(case: kit.Case) -> Iterator[kit.Span]:
    if "experience" not in case.lowered:
        return
    credited: dict[kit.Span, bool] = {}
    for match in kit.found_at(case, _LIMIT, f"{_RULE}.first"):
        span = kit.Span(*match.span())
        sentence = kit.sentence_at(case.posting, span)
        if sentence not in credited:
            credited[sentence] = _CREDIT.search(case.text, *sentence) is not None
        if not credited[sentence] and not is_answer(case, span) and not case.allows(span):
            yield span
