"""LEAD015: let title and duties say the same.

## What it checks
Whether under a title with chief, director or executive more than `most-following` (0.30) of the
duties begin with assist, help, support, follow and the like.
And whether a technician, specialist or coordinator reports to the chief executive and is given both
a budget and people to lead; that is information.
Supporting policies or the mission is no assisting, and a deputy's title says what it is.

## Why
A title that promises more than the duties is taken for decoration; one that promises less finds
fewer applicants and less pay.
The share is a choice of this project.

## When not to use it
Where titles are fixed by contract or by the state.
"""

from collections.abc import Sequence

import postlint.rules as kit
from postlint_rules.leadership._profile import top_post

_RULE = "title-authority-mismatch"
_WORD = kit.pattern(r"[a-z]+")
_HIGH = frozenset({"chief", "director", "executive", "cio", "cto", "cito"})
_LOW = frozenset({"technician", "specialist", "coordinator"})
_PUBLIC = frozenset({"k12", "city-county", "state-federal"})
_LEAST_DUTIES = 5
_PROFILES = frozenset({"k12", "public"})


@kit.frozen(kw_only=True, eq=False, repr=False)
class TitleAuthorityMismatch(kit.Rule):
    meta = kit.RuleMeta(
        code="LEAD015",
        summary="Title and duty verbs disagree.",
        severity=kit.Severity.WARNING,
        messages={
            "overstates": "{following} of {count} duties begin with words such as '{words}', under "
            "the title '{title}'.",
            "understates": "'{title}' may understate a post that reports to the chief executive, "
            "leads people and holds a budget.",
        },
        authority=kit.laws("cosn-outline", "education-week"),
        advice="Match the title to the duties, or the duties to it.",
        why="A title without authority draws the wrong applicants.",
        tags=frozenset({"duties", "title"}),
    )
    reads = kit.OF_THE_JOB
    most_following: float = kit.field(default=0.30, validator=kit.between(0.0, 1.0))

    def check(self, case: kit.Case) -> kit.Outcomes:
        named = case[kit.facts.title]
        words = set(_WORD.findall((named.value or "").lower()))
        if words & _LOW and not words & _HIGH and case[kit.facts.sector].value in _PUBLIC:
            yield from self._low(case)
            return
        if (silent := kit.of_profiles(case, _PROFILES) or top_post(case)) is not None:
            yield silent
            return
        if not words & _HIGH:
            yield kit.NotApplicable("The title has no rank in it.")
            return
        duties = [duty for duty, _ in case[kit.facts.counted_duties].value]
        if len(duties) < _LEAST_DUTIES:
            yield kit.NotApplicable("The posting lists too few duties.")
            return
        following = [duty for duty in duties if self._follows(case, duty)]
        data = {"following": len(following), "count": len(duties), "title": named.value}
        if len(following) > self.most_following * len(duties):
            data["words"] = following[0].text.text.split()[0]
            related = tuple(kit.Related(duty.span, "Begins like this.") for duty in following)
            yield kit.Finding("overstates", named.spans[0], data, related=related)
        else:
            reason = "Duties that begin by assisting or supporting: {following} of {count}."
            yield kit.Passed(reason.format_map(data), named.spans)

    def _follows(self, case: kit.Case, duty: kit.Duty) -> bool:
        """Say whether a duty begins by assisting."""

        def begins(key: str) -> bool:
            hits = case.hits.within(f"{_RULE}.{key}", duty.span)
            return bool(hits) and hits[0].start == duty.span.start

        return begins("follows") and not begins("but")

    def _low(self, case: kit.Case) -> kit.Outcomes:
        from postlint_rules.leadership._reporting import State, standing  # noqa: PLC0415  # of few

        named, line = case[kit.facts.title], case[standing].value.line
        if case[kit.facts.role].value == "other":
            yield kit.NotApplicable("The post does not work in technology.")
        elif case[standing].value.state is not State.DIRECT or line is None:
            yield kit.NotApplicable(
                "The title has no rank in it, and the post no line to the chief."
            )
        elif (led := self._first(case, "people", ("A", "B"))) and (
            paid := self._first(case, "money", kit.facts.BUCKETS)
        ):
            related = (
                kit.Related(line.span, "It reports to the chief executive."),
                kit.Related(led, "It leads people."),
                kit.Related(paid, "It holds a budget."),
            )
            data, at = {"title": named.value}, named.spans[0]
            yield kit.Finding("understates", at, data, severity=kit.Severity.INFO, related=related)
        else:
            reason = "The post reports to the chief executive, without both people and a budget."
            yield kit.Passed(reason, (line.span,))

    def _first(self, case: kit.Case, key: str, buckets: Sequence[str]) -> kit.Span | None:
        """Return the first duty of these parts that has a phrase of a key."""
        for duty, found in case[kit.facts.counted_duties].value:
            if found.bucket in buckets and case.hits.within(f"{_RULE}.{key}", duty.span):
                return duty.span
        return None
