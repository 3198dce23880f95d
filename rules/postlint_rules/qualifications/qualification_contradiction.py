"""QUAL004: say each requirement one way.

## What it checks
Whether the same degree is required in one place and preferred in another, whether two sentences
require different years of experience in the same thing, and whether one sentence calls a thing
required and preferred at once, as "preferred at a minimum" does.
"Ten years, seven of which" in one sentence is no contradiction.

## Why
Nobody can tell whether to apply, and two readers will screen differently.

## When not to use it
For postings of several levels at once.

## Fix safety
No fix: only the employer knows which is meant.
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
    requirement_sections,
    sentence_at,
)
from postlint_rules.qualifications._asked import asks, is_answer, is_asked

_BOTH = pattern(
    r"[imrp](?<=\b.)(?:(?<=p)referred (?:at|as) a minimum|(?<=m)inimum (?:is )?preferred"
    r"|(?<=r)equired (?:\w+ ){0,4}(?:is|are) (?:preferred|desirable)"
    r"|(?<=p)referred (?:and|but) required"
    r"|(?<=m)ust (?:preferably|ideally)|(?<=i)s required (?:and|but) (?:is )?preferred)\b"
)


class QualificationContradiction(Rule):
    """Say each requirement one way."""

    meta = RuleMeta(
        code="QUAL004",
        name="qualification-contradiction",
        summary="A requirement is stated in two ways.",
        severity=Severity.WARNING,
        messages={
            "both": "'{words}' says required and preferred at once.",
            "degree": "'{words}' is required here and preferred in another place.",
            "years": "'{words}' and '{other}' ask for different years of the same experience.",
        },
        authority=laws("hiring-practice"),
        advice="Say it once, as required or as preferred.",
        why="Applicants cannot tell whether to apply.",
        since="0.1",
        tags=frozenset({"qualifications"}),
    )
    applies = (asks,)

    def check(self, case: Case) -> Outcomes:
        """Compare what is asked in different places."""
        findings = [*_both(case), *_degrees(case), *_years(case)]
        yield from findings
        if not findings:
            spans = (*case[facts.degrees].spans, *case[facts.experience].spans)
            yield Passed("No degree and no experience is asked for in two ways.", spans)


def _both(case: Case) -> Iterator[Finding]:
    for match in _BOTH.finditer(case.lowered):
        span = Span(*match.span())
        yield Finding("both", span, {"words": quoted(case.posting, span)})


def _degrees(case: Case) -> Iterator[Finding]:
    mentions = [
        one
        for one in case[facts.degrees].value
        if one.level != "degree"
        and case.posting.section_at(one.span.start) in requirement_sections(case)
        and not is_answer(case, one.span)
    ]
    for one in mentions:
        here = sentence_at(case.posting, one.span)
        if not one.required or _NOT_REQUIRED.search(case.text, here.start, here.end):
            continue
        for other in mentions:
            same = other.level == one.level and (other.subject or "") == (one.subject or "")
            if same and not other.required and not here.contains(other.span):
                data = {"words": quoted(case.posting, one.span)}
                related = (Related(other.span, "It is preferred here."),)
                yield Finding("degree", one.span, data, related=related)
                return


_NOT_REQUIRED = pattern(r"(?i)\bnot required\b|\bpreferabl[ey]\b")
# Alternatives, levels and substitutions ask for different years on purpose.
_ALTERNATIVE = pattern(
    r"(?i)\bor\b|\bsubstitut|\blieu\b|\boption|\blevel|\bclass\b|\bpath|\bplus\b|\bwhich\b|\?|\bif\b"
    r"|\bdegree|\bdiploma|\b(?:I|II|III|IV)\b"
)


def _years(case: Case) -> Iterator[Finding]:
    seen: dict[str, facts.ExperienceMention] = {}
    for one in case[facts.experience].value:
        subject = " ".join((one.subject or "").lower().split())
        if not one.required or " " not in subject or not is_asked(case, one):
            continue
        other = seen.setdefault(subject, one)
        between = case.text[other.span.start : sentence_at(case.posting, one.span).end]
        if (one.low, one.high) != (other.low, other.high) and not _ALTERNATIVE.search(between):
            data = {
                "words": quoted(case.posting, one.span),
                "other": quoted(case.posting, other.span),
            }
            related = (Related(other.span, "It is asked for here."),)
            yield Finding("years", one.span, data, related=related)
            return
