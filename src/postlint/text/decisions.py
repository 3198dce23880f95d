"""Decisions in order: the first that holds decides, the first way that answers is believed.

Each has a name and an example, which it decides and none before it
does; the tests of this project run them all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Seen = TypeVar("Seen")
Answer = TypeVar("Answer")
Example = TypeVar("Example")


class Decision(Generic[Seen, Answer, Example]):
    """A named test, and what is decided where it holds: without an answer, nothing is there."""

    __slots__ = ("answer", "example", "holds", "name")

    def __init__(
        self,
        name: str,
        holds: Callable[[Seen], object],
        example: Example,
        answer: Answer | None = None,
    ) -> None:
        self.name = name
        self.holds = holds
        self.answer = answer
        self.example = example


def first_that_holds(
    decisions: Sequence[Decision[Seen, Answer, Example]], seen: Seen
) -> Decision[Seen, Answer, Example] | None:
    """Return the one that decides about what is seen, `None` where none does."""
    for decision in decisions:
        if decision.holds(seen):
            return decision
    return None


class Way(Generic[Seen, Answer, Example]):
    """A named way to an answer, which is `None` where this way leads to none."""

    __slots__ = ("example", "name", "read")

    def __init__(self, name: str, read: Callable[[Seen], Answer | None], example: Example) -> None:
        self.name = name
        self.read = read
        self.example = example


def first_answer(steps: Sequence[Way[Seen, Answer, Example]], seen: Seen) -> Answer | None:
    """Return what the first way that leads to an answer says, `None` where none does."""
    for step in steps:
        found = step.read(seen)
        if found is not None:
            return found
    return None
