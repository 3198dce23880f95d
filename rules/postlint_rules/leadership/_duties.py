"""The duties that the leadership rules count."""

from __future__ import annotations

from collections import deque

from postlint.rules import Case, Duty, Fact, SectionKind, Span, fact, facts, opening_kind

# "Knowledge of database design" is asked of applicants, in whatever list it stands.
_ASKED = frozenset(
    {SectionKind.KNOWLEDGE_SKILLS, SectionKind.EDUCATION_EXPERIENCE, SectionKind.LICENCES}
)
# Two duties with this share of their words in common are one, said twice.
_ALIKE = 0.9
_NEAR = 60


def counted_duties(case: Case) -> tuple[tuple[Duty, facts.DutyClass], ...]:
    """Return the duties that count, with what they are.

    Catch-alls, repetitions and what is asked of applicants do not count.
    """
    return case[_counted].value


@fact("counted_duties")
def _counted(case: Case) -> Fact[tuple[tuple[Duty, facts.DutyClass], ...]]:
    """Return the duties that count, with what they are."""
    open_ends = case[facts.catch_alls].value
    kept: list[tuple[Duty, facts.DutyClass]] = []
    # A repetition stands near what it repeats; looking further would cost too much.
    seen: deque[frozenset[str]] = deque(maxlen=_NEAR)
    classes = zip(case.posting.duties, case[facts.duty_classes].value, strict=True)
    for number, (duty, found) in enumerate(classes):
        if number in open_ends or opening_kind(duty.text.text) in _ASKED:
            continue
        inside = case.words.between(duty.span)
        words = frozenset(case.words.words[inside.start : inside.stop])
        if any(_alike(words, others) for others in seen):
            continue
        seen.append(words)
        kept.append((duty, found))
    return Fact(tuple(kept), tuple(duty.span for duty, _ in kept))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    # Sets of very different size cannot be alike; most pairs end here.
    small, large = sorted((len(one), len(other)))
    if small < _ALIKE * large:
        return False
    return len(one & other) >= _ALIKE * len(one | other)


def hands_on_spans(case: Case) -> tuple[Span, ...]:
    """Return the duties that are work done with one's own hands."""
    return tuple(duty.span for duty, found in counted_duties(case) if found.bucket == "D")
