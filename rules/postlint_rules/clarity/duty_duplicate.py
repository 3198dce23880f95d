"""CLAR008: say each duty once.

## What it checks
Whether two listed duties of one section have seven words in ten in common (`alike`), small words
and endings left aside, and four words of meaning at least.
From 85 in a hundred it is a warning.

## Why
A duty that is said twice counts twice to whoever weighs the work, and grows apart when one of the
two is edited.

## When not to use it
Where parallel wording is wanted: each duty then differs in few words.
"""

from collections import deque
from functools import lru_cache

import postlint.rules as kit
from postlint_rules.clarity._text import duties_meta, listed_duties

_SMALL = frozenset(
    "a an and any as at by for from in into is its of on or other our that the their this to "
    "with all are be such not may will".split()
)
_ENDINGS = ("ing", "ies", "es", "ed", "s", "e", "y")
_LEAST_WORDS = 4
# A repetition stands near what it repeats; looking further would cost too much.
_NEAR = 40
_SAME = 0.85


class DutyDuplicate(kit.Rule):
    meta = duties_meta(
        code="CLAR008",
        summary="A duty is said twice.",
        highest=kit.Severity.WARNING,
        messages={
            "same": "This duty says what '{words}' says.",
            "alike": "This duty says nearly what '{words}' says.",
        },
        authority=kit.laws("position-writing"),
        advice="Take one of the two out.",
        why="What is said twice makes readers look for differences.",
    )
    applies = (kit.has_duties,)
    alike: float = 0.7

    def check(self, case: kit.Case) -> kit.Outcomes:
        duties = listed_duties(case)
        if len(duties) < 2:
            yield kit.NotApplicable("The posting lists fewer than two duties.")
            return
        found = tuple(self._repeated(case, duties))
        yield from found or (kit.Passed(f"The {len(duties)} duties differ.", (duties[0].span,)),)

    def _repeated(self, case: kit.Case, duties: list[kit.Duty]) -> kit.Findings:
        seen: deque[tuple[frozenset[str], int, kit.Duty, kit.Section]] = deque(maxlen=_NEAR)
        for duty in duties:
            words = _meaning(case, duty)
            home = case.posting.section_at(duty.span.start)
            size = len(words)
            enough = size >= _LEAST_WORDS
            # Sets of very unlike sizes have too little in common, whatever is in them.
            least, most = self.alike * size, size / max(self.alike, 0.01)
            alike = [
                (_common(words, other_words), above)
                for other_words, other_size, above, section in (seen if enough else ())
                if section is home and least <= other_size <= most
            ]
            share, other = max(alike, key=lambda one: one[0], default=(0.0, duty))
            if share >= self.alike:
                grave = kit.Severity.WARNING if share >= _SAME else None
                data = {"words": kit.quoted(case.posting, other.span)}
                here = (kit.Related(other.span, "It is said here."),)
                message = "same" if grave else "alike"
                yield kit.Finding(message, duty.span, data, severity=grave, related=here)
            if enough:
                seen.append((words, size, duty, home))


def _meaning(case: kit.Case, duty: kit.Duty) -> frozenset[str]:
    inside = case.words.between(duty.span)
    words = case.words.words[inside.start : inside.stop]
    return frozenset(_stem(word) for word in words if word not in _SMALL)


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if len(word) > len(ending) + 3 and word.endswith(ending):
            return word[: -len(ending)]
    return word


def _common(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    return common / (len(one) + len(other) - common)
