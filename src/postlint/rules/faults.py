"""A rule that looks through some places of a posting for faults."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from postlint.facts.base import Case
from postlint.rules.rule import NotApplicable, Outcomes, Passed, Rule
from postlint.text.diagnostics import Finding
from postlint.text.source import Span


class FaultsRule(Rule):
    """Yields its findings, and passes where there are none.

    `faults` yields them. `passing` is the reason where there are none, and
    `looked_at` the evidence; where that is empty, the rule does not speak, and
    `nothing` says why. Without `nothing` it passes all the same.
    """

    passing: ClassVar[str]
    nothing: ClassVar[str] = ""

    def faults(self, case: Case) -> Iterable[Finding]:
        """Yield what is wrong."""
        raise NotImplementedError

    def looked_at(self, case: Case) -> tuple[Span, ...]:  # noqa: ARG002  # for rules that ask
        """Return the places that could have been wrong."""
        return ()

    def check(self, case: Case) -> Outcomes:
        """Look for the faults."""
        found = tuple(self.faults(case))
        yield from found
        if not found:
            yield clear(self.passing, self.looked_at(case), self.nothing)


def clear(passing: str, seen: tuple[Span, ...], nothing: str) -> Passed | NotApplicable:
    """Return that nothing is wrong, or that there was nothing to look at, where that has words."""
    return Passed(passing, seen) if seen or not nothing else NotApplicable(nothing)
