"""QUAL009: write "and" or "or", not both.

## What it checks
Whether the qualifications say "and/or" three times (`most` is 2) or more, or run three subjects of
a degree together with slashes.
Two levels of "and/or" in one sentence are a warning.
"TCP/IP", "he/she" and "CIO/CTO" are no such thing.

## Why
"Education and/or experience" leaves open whether one of the two is enough.
Federal plain-language guidance advises against it.

## When not to use it
Where the wording of a class is prescribed.

## Fix safety
No fix: only the employer knows which is meant; "one of: a, b, c" says it.
"""

from __future__ import annotations

from collections import Counter

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
    requirement_sections,
    sentence_at,
)
from postlint_rules.qualifications._asked import asks

_AND_OR = pattern(r"(?i)\band\s?/\s?or\b")
# "Computer Science/Engineering/Mathematics/related field"
_STACK = pattern(r"[A-Za-z]{4,}(?: [A-Za-z]{4,})?(?:\s?/\s?[A-Za-z]{4,}(?: [A-Za-z]{4,})?){2,}")

_FORCE = pattern(r"(?i)\bof force\b|\bpounds\b|\blbs\b")


class AndOrAmbiguity(Rule):
    """Write "and" or "or", not both."""

    meta = RuleMeta(
        code="QUAL009",
        name="and-or-ambiguity",
        summary="The qualifications leave open whether all or one is asked.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={
            "many": "The qualifications say 'and/or' {count} times; each leaves open which.",
            "nested": "This sentence says 'and/or' twice; nobody can tell what is enough.",
            "stack": "'{words}' leaves open whether all of these are asked or one.",
        },
        authority=laws("us-plain-language"),
        advice="Write 'and' or 'or'.",
        why="Nobody can tell whether all or one is asked.",
        since="0.1",
        tags=frozenset({"qualifications"}),
    )
    applies = (asks,)
    most: int = 2

    def check(self, case: Case) -> Outcomes:
        """Count them."""
        end = case[facts.form_start].value
        sections = [one.span for one in requirement_sections(case) if one.span.start < end]
        places = [
            Span(*match.span())
            for section in sections
            for match in _AND_OR.finditer(case.text, section.start, min(section.end, end))
        ]
        # "10 pounds of force frequently and/or" is how physical demands are graded everywhere.
        places = [
            one for one in places if not _FORCE.search(case.text, *sentence_at(case.posting, one))
        ]
        sentences = Counter(sentence_at(case.posting, place) for place in places)
        nested = [place for place in places if sentences[sentence_at(case.posting, place)] > 1]
        stacks = [
            Span(*match.span())
            for degree in case[facts.degrees].spans
            for match in _STACK.finditer(
                case.text, degree.start, min(degree.end + 80, len(case.text))
            )
        ]
        related = tuple(Related(place, "Here too.") for place in places[1:])
        if nested:
            yield Finding("nested", nested[0], severity=Severity.WARNING, related=related)
        elif len(places) > self.most:
            yield Finding("many", places[0], {"count": len(places)}, related=related)
        for stack in stacks[:1]:
            yield Finding("stack", stack, {"words": case.posting.passage(stack).text})
        if not nested and not stacks and len(places) <= self.most:
            count = f"{len(places)} times" if len(places) > 1 else "once" if places else "nowhere"
            yield Passed(f"The qualifications say 'and/or' {count}.", tuple(places))
