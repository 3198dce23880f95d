"""LEAD015: let title and duties say the same.

## What it checks
Whether a title with chief, director or executive goes with duties that mostly assist: more than
`most-following` (0.30) of the duties begin with assist, help, support, follow and the like.
And, the other way round, whether a technician, specialist or coordinator reports to the chief
executive and is given both a budget and people to lead; that is information.
Assistant and deputy titles are what they say, and supporting policies or the mission is no
assisting.

## Why
A title that promises more than the duties give is taken for decoration; one that promises less
finds
fewer applicants and less pay.
The share is a choice of this project.

## When not to use it
Where titles are fixed by contract or by the state.

## Fix safety
No fix: the employer decides which of the two is right.
"""

from __future__ import annotations

from attrs import field, frozen, validators

from postlint.rules import (
    Case,
    Duty,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    Severity,
    facts,
    laws,
    of_profiles,
    pattern,
    phrases,
)
from postlint_rules.leadership._profile import top_post
from postlint_rules.leadership._reporting import State, standing

_RULE = "title-authority-mismatch"
_WORD = pattern(r"[a-z]+")
_HIGH = frozenset({"chief", "director", "executive", "cio", "cto", "cito"})
_LOW = frozenset({"technician", "specialist", "coordinator"})
_PUBLIC = frozenset({"k12", "city-county", "state-federal"})
_LEAST_DUTIES = 5
_PROFILES = frozenset({"k12", "public"})


@frozen(kw_only=True, eq=False, repr=False)
class TitleAuthorityMismatch(Rule):
    """Let title and duties say the same."""

    meta = RuleMeta(
        code="LEAD015",
        name=_RULE,
        summary="Title and duty verbs disagree.",
        severity=Severity.WARNING,
        messages={
            "overstates": (
                "{following} of {count} duties begin with words such as '{words}', under the title "
                "'{title}'."
            ),
            "understates": (
                "The title '{title}' may understate a post that reports to the chief executive, "
                "leads people and holds a budget."
            ),
        },
        authority=laws("cosn-outline", "education-week"),
        advice="Match the title to the duties, or the duties to it.",
        why="A title without authority draws the wrong applicants.",
        since="0.1",
        tags=frozenset({"duties", "title"}),
    )
    phrases = phrases(__package__, "duties", _RULE)
    most_following: float = field(
        default=0.30,
        validator=validators.and_(validators.ge(0.0), validators.le(1.0)),
    )

    def check(self, case: Case) -> Outcomes:
        """Compare the title with the duties."""
        named = case[facts.title]
        words = set(_WORD.findall((named.value or "").lower()))
        if words & _LOW and not words & _HIGH and case[facts.sector].value in _PUBLIC:
            yield from self._low(case)
            return
        if (silent := of_profiles(case, _PROFILES) or top_post(case)) is not None:
            yield silent
            return
        if not words & _HIGH:
            yield NotApplicable("The title has no rank in it.")
            return
        duties = [duty for duty, _ in case[facts.counted_duties].value]
        if len(duties) < _LEAST_DUTIES:
            yield NotApplicable("The posting lists too few duties.")
            return
        following = [duty for duty in duties if self._follows(case, duty)]
        if len(following) <= self.most_following * len(duties):
            count = (
                f"{len(following)} of {len(duties)}" if following else f"None of the {len(duties)}"
            )
            begin = "begin" if len(following) > 1 else "begins"
            yield Passed(f"{count} duties {begin} by assisting or supporting.", named.spans)
            return
        opening = following[0].text.text.split()[0]
        data = {
            "following": len(following),
            "count": len(duties),
            "words": opening,
            "title": named.value,
        }
        related = tuple(Related(duty.span, "Begins like this.") for duty in following)
        yield Finding("overstates", named.spans[0], data, related=related)

    def _follows(self, case: Case, duty: Duty) -> bool:
        """Say whether a duty begins by assisting."""
        hits = case.hits.within(f"{_RULE}.follows", duty.span)
        if not hits or hits[0].start != duty.span.start:
            return False
        others = case.hits.within(f"{_RULE}.but", duty.span)
        return not (others and others[0].start == duty.span.start)

    def _low(self, case: Case) -> Outcomes:
        named = case[facts.title]
        if case[facts.role].value == "other":
            yield NotApplicable("The post does not work in technology.")
            return
        found = case[standing].value
        if found.state is not State.DIRECT or found.line is None:
            yield NotApplicable("The title has no rank in it, and the post no line to the chief.")
            return
        leads = [
            duty.span
            for duty, found in case[facts.counted_duties].value
            if found.bucket in ("A", "B") and case.hits.within(f"{_RULE}.people", duty.span)
        ]
        money = [
            duty.span
            for duty, _ in case[facts.counted_duties].value
            if case.hits.within(f"{_RULE}.money", duty.span)
        ]
        if leads and money:
            related = (
                Related(found.line.span, "It reports to the chief executive."),
                Related(leads[0], "It leads people."),
                Related(money[0], "It holds a budget."),
            )
            data = {"title": named.value}
            yield Finding(
                "understates", named.spans[0], data, severity=Severity.INFO, related=related
            )
        else:
            said = "The post reports to the chief executive, without both people and a budget."
            yield Passed(said, (found.line.span,))
