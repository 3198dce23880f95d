"""What to do first: the findings of one posting, ranked, a sentence for each rule.

A person who opens a report wants to know whether the posting may go out, and
if not, where to begin. Errors and warnings are to be fixed first; notes are
worth considering. Findings of one rule that say the same sort of thing are one
task: a posting with forty pronouns has one thing to do about them.
"""

from __future__ import annotations

from collections.abc import Iterable

from postlint.text.diagnostics import Diagnostic, Severity
from postlint.text.records import NamedTuple


class Task(NamedTuple):
    """One thing to do: the findings it mends, in the order of the text, and a sentence."""

    sentence: str
    findings: tuple[Diagnostic, ...]

    @property
    def code(self) -> str:
        """The code of the rule that asks for it."""
        return self.findings[0].code

    @property
    def severity(self) -> Severity:
        """The gravest severity of its findings."""
        return max((found.severity for found in self.findings), key=lambda one: one.rank)


# What says that the text is none that the rules are about.
_REFUSALS = frozenset({"not-a-posting", "another-language"})


class Priorities(NamedTuple):
    """What to fix first and what to consider, each with the gravest at the top."""

    first: tuple[Task, ...] = ()
    consider: tuple[Task, ...] = ()

    @property
    def refusal(self) -> str:
        """Why the text was not checked as a posting; empty where it was."""
        refusals = (task.sentence for task in self.consider if _refuses(task))
        return next(refusals, "")

    @property
    def others(self) -> tuple[Task, ...]:
        """What is to consider beside that."""
        return tuple(task for task in self.consider if not _refuses(task))

    @property
    def headline(self) -> str:
        """One line that says how the posting stands."""
        before, others = f"{self.refusal} " if self.refusal else "", len(self.others)
        if self.first:
            some = "1 thing" if len(self.first) == 1 else f"{len(self.first)} things"
            more = f", {others} to consider" if others else ""
            return f"{before}{some} to fix first{more}."
        if self.refusal:
            return f"{before}{others} to consider." if others else self.refusal
        if others:
            return f"Nothing to fix first; {others} to consider."
        return "Nothing to fix."


def priorities(diagnostics: Iterable[Diagnostic]) -> Priorities:
    """Return what to do about findings, ranked.

    The graver goes before the lighter, what can be fixed with a click before
    what cannot, and else what stands earlier in the text.
    """
    groups: dict[tuple[str, str], list[Diagnostic]] = {}
    for found in diagnostics:
        groups.setdefault((found.code, found.message_id), []).append(found)
    tasks = sorted((_task(group) for group in groups.values()), key=_rank)
    grave = [task for task in tasks if task.severity is not Severity.INFO]
    light = [task for task in tasks if task.severity is Severity.INFO]
    return Priorities(tuple(grave), tuple(light))


def _refuses(task: Task) -> bool:
    return task.findings[0].message_id in _REFUSALS


def _task(group: list[Diagnostic]) -> Task:
    # What is said is said of the gravest; the others are more of the same.
    chief = max(group, key=lambda found: found.severity.rank)
    more = len(group) - 1
    tail = f" ({more} more like it)" if more else ""
    return Task(chief.message + tail, tuple(group))


def _rank(task: Task) -> tuple[int, bool, int, str]:
    fixable = any(found.fixes for found in task.findings)
    return -task.severity.rank, not fixable, task.findings[0].span.start, task.code
