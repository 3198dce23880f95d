"""Which duties count, and how they divide: the one counting that everything shows.

The rules on leadership, the measures, the bar of a report and the hints of an
editor all count these duties, and call the parts by the same names.
"""

from __future__ import annotations

from collections import deque

from postlint.document.kinds import SectionKind
from postlint.document.openings import opening_kind
from postlint.document.parts import Duty
from postlint.facts.base import Case, Fact, fact
from postlint.facts.catch_alls import catch_alls
from postlint.facts.duties.values import DutyClass, DutyProfile, profile
from postlint.facts.duty_classes import duty_classes

# "Knowledge of database design" is asked of applicants, in whatever list it stands.
_OF_APPLICANTS = frozenset(
    {SectionKind.KNOWLEDGE_SKILLS, SectionKind.EDUCATION_EXPERIENCE, SectionKind.LICENCES}
)
# Two duties with this share of their words in common are one, said twice.
_ALIKE = 0.9
_NEAR = 60


@fact("counted_duties")
def counted_duties(case: Case) -> Fact[tuple[tuple[Duty, DutyClass], ...]]:
    """Return the duties that count, with what they are.

    Catch-alls, repetitions and what is asked of applicants do not count.
    """
    open_ends = case[catch_alls].value
    counted: list[tuple[Duty, DutyClass]] = []
    # A repetition stands near what it repeats; looking further would cost too much.
    seen: deque[frozenset[str]] = deque(maxlen=_NEAR)
    classes = zip(case.posting.duties, case[duty_classes].value, strict=True)
    for number, (duty, found) in enumerate(classes):
        if number in open_ends or opening_kind(duty.text.text) in _OF_APPLICANTS:
            continue
        inside = case.words.between(duty.span)
        words = frozenset(case.words.words[inside.start : inside.stop])
        if any(_alike(words, others) for others in seen):
            continue
        seen.append(words)
        counted.append((duty, found))
    return Fact(tuple(counted), tuple(duty.span for duty, _ in counted))


@fact("duty_counts")
def duty_counts(case: Case) -> Fact[DutyProfile]:
    """Return how the duties that count divide."""
    counted = case[counted_duties]
    return Fact(profile([found for _, found in counted.value]), counted.spans)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    # Sets of very different size cannot be alike; most pairs end here.
    small, large = sorted((len(one), len(other)))
    if small < _ALIKE * large:
        return False
    return len(one & other) >= _ALIKE * len(one | other)
