"""EQTY031: say that people with a record are considered, where an ordinance asks for it.

## What it checks
A posting that speaks of a background check or a criminal record, for work in Los Angeles, in the
unincorporated areas of its county, or in San Francisco: whether a sentence says that qualified
applicants with a record are considered.
In Philadelphia a check that is mentioned has to be called tailored to the requirements of the job.
It is an error where the ordinance surely binds; public employers are outside most of them.

## Why
The ordinances want people with a record to know that they may apply.

## When not to use it
Where the statement stands on every page around the posting.

## Fix safety
No fix: the sentence names the ordinance of the place, which the employer has to look at.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    Force,
    NotApplicable,
    Outcomes,
    Passed,
    Reach,
    Rule,
    RuleMeta,
    Severity,
    facts,
    laws,
    laws_on,
    past,
    phrases,
    reaching,
    united_states,
)

_RULE = "record-statement-missing"
_SUBJECT = "criminal-history"
_BINDING = (Force.IN_FORCE, Force.UNCERTAIN)


class RecordStatementMissing(Rule):
    """Say that people with a record are considered, where an ordinance asks for it."""

    meta = RuleMeta(
        code="EQTY031",
        name=_RULE,
        summary="Nothing says that people with a record are considered, where it has to be said.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={
            "statement": (
                "A check of records is spoken of, and no sentence says that people with a record "
                "are considered, as {place} asks."
            ),
            "tailored": (
                "A check of records is spoken of, and not as tailored to the requirements of the "
                "job, as {place} asks."
            ),
        },
        authority=laws(on=_SUBJECT),
        advice="Say that people with a record are considered.",
        why="Some laws ask for this sentence in every posting.",
        since="0.1",
        tags=frozenset({"application"}),
    )
    applies = (united_states,)
    phrases = phrases(__package__, "equity", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for the sentence where a check is spoken of."""
        wanting = [law for law in laws_on(_SUBJECT) if law.terms & {"statement", "tailored"}]
        found = reaching(case, wanting)
        asked = _asking(found)
        if (old := past(found)) is not None:
            yield old
            return
        if asked is None:
            yield NotApplicable("No ordinance that asks for the sentence is known to reach it.")
            return
        message, reach = asked
        checks = case.hits[f"{_RULE}.check"]
        if not checks:
            yield NotApplicable("No check of records is spoken of.")
            return
        said = case.hits[f"{_RULE}.{message}"]
        if said:
            yield Passed("The sentence about records is there.", said[:1], (reach.law,))
            return
        words = {"place": facts.place_name(reach.law.jurisdiction)}
        grave = reach.limited(Severity.ERROR)
        yield Finding(message, checks[0], words, severity=grave, authority=(reach.law,))


def _asking(found: tuple[Reach, ...]) -> tuple[str, Reach] | None:
    """Return what the surest ordinance wants said, and how it reaches the posting."""
    for one in found:
        if one.in_scope and one.force in _BINDING:
            return min(one.law.terms & {"statement", "tailored"}), one
    return None
