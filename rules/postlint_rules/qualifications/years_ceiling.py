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
from postlint_rules.qualifications._required import is_answer, is_wanted

_YEARS = r"(?:an? )?(?:\w+\s+\(\d+\)|\w+)\s+(?:years?|yrs?)\b['\u2019]?"
_FIELD = (
    r"in\s+(?:the|this|a\s+similar)\s+"
    r"(?:field|work|role|job|position|trade|profession|industry|business)"
)
_OF_WORK = rf"[^.;\n]{{0,40}}?\b(?:experience|practice|seniority|{_FIELD})\b"
_MOST = (
    r"(?:(?:not?|never) (?:more|greater|longer) than|at (?:the )?most|(?:a )?maximum of|up to"
    r"|fewer than|less than)"
)
_REFUSED = r"\s+(?:are|is|will|should|need|may|can)\s*(?:not|n['\u2019]t)\b"
_LIMIT = kit.pattern(
    rf"(?i)\b(?:{_MOST}\s+{_YEARS}{_OF_WORK}"
    # "Experience: five years maximum", "six years or less of experience".
    r"|(?:years?|yrs?)(?:\s+of\s+experience)?,?\s+"
    r"(?:max(?:imum)?|at (?:the )?most|or (?:less|fewer))\b"
    rf"|max(?:imum)? (?:years of )?experience:? (?:is |of )?{_YEARS}"
    rf"|max(?:imum)?\.? {_YEARS} (?:in|of)\b"
    # "Nobody with more than ten years of experience."
    rf"|(?:nobody|no one)\s+(?:with\s+)?(?:over|more than|above)\s+{_YEARS}{_OF_WORK}"
    # "Applicants with more than ten years' experience need not apply."
    rf"|(?:over|more than|above|in excess of)\s+{_YEARS}{_OF_WORK}{_REFUSED})"
)
_ABOUT = kit.pattern(r"(?i) in |\bpractice\b|\bseniority\b")
# "At least 3 to 5 years" sets no limit.
_FLOOR = kit.pattern(r"(?i)\b(?:at least|minimum(?: of)?|typically requires)\W*\Z")
# "3-7+ years" has no end.
_OPEN = kit.pattern(r"\d\s?\+|\bor more\b|\bplus\b")
_NEAR = 24
# How far from a limit stands what says that experience is only credited.
_BESIDE = 70
_CREDIT = kit.pattern(
    r"(?i)substitut|\bin lieu\b|equivalen|\bcredit|\bschedule|\bsteps?\b|\bplacement|\bsalary"
    r"|\bpay\b|\bmay\b|\bgranted|\brecogni|\bof the required|\bcount(?:s|ed)?\b|\bdegree"
)


class YearsCeiling(kit.FaultsRule):
    meta = kit.RuleMeta(
        code="QUAL003",
        summary="Experience is limited from above.",
        severity=kit.Severity.WARNING,
        messages={
            "limit": "'{words}' limits experience from above.",
            "range": "'{words}' can be read as a limit; '{instead}' cannot.",
        },
        authority=kit.laws("us-age-hiring"),
        advice="Name the least experience, and no most.",
        why="A ceiling on experience works against older applicants.",
    )
    applies = (kit.united_states,)
    passing = "No words were found that limit experience from above."

    def faults(self, case: kit.Case) -> kit.Findings:
        limits = tuple(_limits(case, f"{self.meta.name}.first"))
        for span in limits:
            yield kit.mark(case, "limit", span)
        taken = kit.merged(limits)
        ranges = [one for one in _ranges(case) if not kit.touches(taken, one.span)]
        for first in ranges[:1]:
            floor = f"at least {first.low:g}" if first.low else "no experience is needed"
            data, again = {"instead": floor}, [one.span for one in ranges[1:]]
            found = kit.mark(case, "range", first.span, data, again=again, also="So can this.")
            yield found._replace(severity=kit.Severity.INFO)

    def looked_at(self, case: kit.Case) -> tuple[kit.Span, ...]:
        return case[kit.facts.experience].spans


def _ranges(case: kit.Case) -> Iterator[kit.facts.ExperienceMention]:
    for one in case[kit.facts.experience].value:
        before = max(0, one.span.start - _NEAR), one.span.start
        limits = one.high is not None and one.required and is_wanted(case, one)
        open_end = _OPEN.search(case.text, *one.span)
        if limits and open_end is None and not _FLOOR.search(case.text, *before):
            yield one


def _limits(case: kit.Case, key: str) -> Iterator[kit.Span]:
    if "year" not in case.lowered and "yrs" not in case.lowered:
        return
    for match in kit.found_at(case, _LIMIT, key):
        span = kit.Span(*match.span())
        sentence = kit.sentence_at(case.posting, span)
        near = max(sentence.start, span.start - _BESIDE), min(sentence.end, span.end + _BESIDE)
        about = _ABOUT.search(match[0]) or "experience" in case.lowered[slice(*sentence)]
        credited = not about or _CREDIT.search(case.text, *near) is not None
        if not credited and not is_answer(case, span) and not case.allows(span):
            yield span
