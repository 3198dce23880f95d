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
"""

from collections import Counter
from collections.abc import Iterator

import postlint.rules as kit
from postlint_rules.qualifications._asked import asks

_RULE = "and-or-ambiguity"
_AND_OR = kit.pattern(r"(?i)and\s?/\s?or")
# "Computer Science/Engineering/Mathematics/related field"
_STACK = kit.pattern(r"[A-Za-z]{4,}(?: [A-Za-z]{4,})?(?:\s?/\s?[A-Za-z]{4,}(?: [A-Za-z]{4,})?){2,}")

_TOO = "Here too."
_FORCE = kit.pattern(r"(?i)\bof force\b|\bpounds\b|\blbs\b")


class AndOrAmbiguity(kit.Rule):
    meta = kit.RuleMeta(
        code="QUAL009",
        summary="The qualifications leave open whether all or one is asked.",
        severity=kit.Severity.INFO,
        highest=kit.Severity.WARNING,
        messages={
            "many": "The qualifications say 'and/or' {count} times; each leaves open which.",
            "nested": "This sentence says 'and/or' twice; nobody can tell what is enough.",
            "stack": "'{words}' leaves open whether all of these are asked or one.",
        },
        authority=kit.laws("us-plain-language"),
        advice="Write 'and' or 'or'.",
        why="Nobody can tell whether all or one is asked.",
    )
    applies = (asks,)
    phrases_from = "qualifications"
    most: int = 2

    def check(self, case: kit.Case) -> kit.Outcomes:
        places = [*_places(case)]
        sentences = Counter(kit.sentence_at(case.posting, place) for place in places)
        nested = [one for one in places if sentences[kit.sentence_at(case.posting, one)] > 1]
        stack = next(_stacks(case), None)
        again, many = places[1:], len(places) > self.most
        if nested:
            grave = kit.Severity.WARNING
            yield kit.mark(case, "nested", nested[0], again=again, also=_TOO, severity=grave)
        elif many:
            data = {"count": len(places)}
            yield kit.mark(case, "many", places[0], data, again=again, also=_TOO)
        if stack is not None:
            yield kit.mark(case, "stack", stack)
        elif not nested and not many:
            count = f"{len(places)} times" if len(places) > 1 else "once" if places else "nowhere"
            yield kit.Passed(f"The qualifications say 'and/or' {count}.", tuple(places))


def _places(case: kit.Case) -> Iterator[kit.Span]:
    end = case[kit.facts.form_start].value
    # Of each sentence once: one without end may have thousands.
    graded: dict[kit.Span, bool] = {}
    for section in kit.requirement_sections(case):
        asked = kit.Span(section.span.start, min(section.span.end, end))
        for place in case.hits.within(f"{_RULE}.either", asked):
            if _AND_OR.fullmatch(case.text, *place) is None:
                continue
            # "10 pounds of force frequently and/or" is how physical demands are graded everywhere.
            sentence = kit.sentence_at(case.posting, place)
            if sentence not in graded:
                graded[sentence] = _FORCE.search(case.text, *sentence) is not None
            if not graded[sentence]:
                yield place


def _stacks(case: kit.Case) -> Iterator[kit.Span]:
    for degree in case[kit.facts.degrees].spans:
        for match in _STACK.finditer(case.text, degree.start, degree.end + 80):
            yield kit.Span(*match.span())
