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
from functools import lru_cache

import postlint.rules as kit
from postlint_rules.qualifications._required import has_requirements

_AND_OR = kit.pattern(r"(?i)and\s?/\s?or")
# "Computer Science/Engineering/Mathematics/related field"
_STACK = kit.pattern(r"[A-Za-z]{4,}(?: [A-Za-z]{4,})?(?:\s?/\s?[A-Za-z]{4,}(?: [A-Za-z]{4,})?){2,}")

_TOO = "Here too."
_FORCE = kit.pattern(r"(?i)\bof force\b|\bpounds\b|\blbs\b")


class AndOrAmbiguity(kit.Rule):
    meta = kit.RuleMeta(
        code="QUAL009",
        summary="The qualifications leave open whether all or one is required.",
        highest=kit.Severity.WARNING,
        messages={
            "many": "The qualifications say 'and/or' {count} times; each leaves open which.",
            "nested": "This sentence says 'and/or' twice; nobody can tell what is enough.",
            "stack": "'{words}' leaves open whether all of these are asked or one.",
        },
        authority=kit.laws("us-plain-language"),
        advice="Write 'and' or 'or'.",
        why="Nobody can tell whether all or one is required.",
    )
    applies = (has_requirements,)
    most: int = 2

    def check(self, case: kit.Case) -> kit.Outcomes:
        places = list(self._places(case))
        sentences = Counter(sentence for sentence, _ in places)
        nested = [place for sentence, place in places if sentences[sentence] > 1]
        again, count = [place for _, place in places[1:]], len(places)
        if nested:
            grave = kit.Severity.WARNING
            yield kit.mark(case, "nested", nested[0], again=again, also=_TOO, severity=grave)
        elif count > self.most:
            yield kit.mark(case, "many", places[0][1], {"count": count}, again=again, also=_TOO)
        if stack := next(_stacks(case), None):
            yield kit.mark(case, "stack", stack)
        elif not nested and count <= self.most:
            times = f"{count} times" if count > 1 else "once" if count else "nowhere"
            spans = tuple(place for _, place in places)
            yield kit.Passed(f"The qualifications say 'and/or' {times}.", spans)

    def _places(self, case: kit.Case) -> Iterator[tuple[kit.Span, kit.Span]]:
        """Yield the sentences and the places in them that say it."""
        end = case[kit.facts.form_start].value
        for section in kit.requirement_sections(case):
            part = kit.Span(section.span.start, min(section.span.end, end))
            for place in self.within(case, "either", part):
                sentence = kit.sentence_at(case.posting, place)
                # "10 pounds of force frequently and/or" is how demands are graded everywhere.
                heading = section.heading is not None and section.heading.span.overlaps(place)
                heading = heading or _HEADING.search(case.text, *_beside(case, place)) is not None
                if heading:
                    continue
                if _AND_OR.fullmatch(case.text, *place) and not _of_force(case.text, sentence):
                    yield sentence, place


# "EDUCATION and/or EXPERIENCE:" heads what is asked.
_HEADING = kit.pattern(r"\b[A-Z]{4,} (?:and/or|AND/OR) [A-Z]{4,}")
_BESIDE = 15


def _beside(case: kit.Case, place: kit.Span) -> kit.Span:
    return kit.Span(max(0, place.start - _BESIDE), min(len(case.text), place.end + _BESIDE))


@lru_cache(maxsize=1)  # what is found stands in order, and a text is not kept for long
def _of_force(text: str, sentence: kit.Span) -> bool:
    return _FORCE.search(text, *sentence) is not None


def _stacks(case: kit.Case) -> Iterator[kit.Span]:
    for degree in case[kit.facts.degrees].spans:
        if case.text.find("/", degree.start, degree.end + 80) < 0:  # as in most
            continue
        for match in _STACK.finditer(case.text, degree.start, degree.end + 80):
            yield kit.Span(*match.span())
