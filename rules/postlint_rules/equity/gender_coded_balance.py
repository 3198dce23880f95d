"""EQTY016: balance words that readers hear as a man's or a woman's.

## What it checks
Whether the words of one published list stand in the posting three times as often as those of the
other (`ratio`), in a text of 120 words and more with five such words and more.
Words of the trade that hold a stem by chance are passed over, and so are notices and benefits.
There is one finding, as a note, and it counts both lists.
It does not speak of posts that run a technology function: what the leadership rules ask for stands
in one of the lists.

## Why
In experiments of 2011 women found jobs advertised in the words of one list less appealing.
Later work finds small or mixed effects on who applies, so that this is a prompt to balance and no
proof of bias.

## When not to use it
The rule is off unless it is chosen.

## Fix safety
No fix: no single word is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import ClassVar

from postlint.rules import (
    Case,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    Stability,
    facts,
    gap_span,
    in_notice,
    laws,
    lines,
    table,
    touches,
)

_RULE = "gender-coded-balance"
_SIDES = ("masculine", "feminine")
_ASIDE = frozenset({SectionKind.BENEFITS, SectionKind.PHYSICAL, SectionKind.HOW_TO_APPLY})
_SHOWN = 6


def _no_leader(case: Case) -> NotApplicable | None:
    """Let the rule be silent where the leadership rules ask for words of one list."""
    if case[facts.profile].value is None:
        return None
    return NotApplicable("The leadership rules ask for words that stand in one of the lists.")


class GenderCodedBalance(Rule):
    """Balance words that readers hear as a man's or a woman's."""

    meta = RuleMeta(
        code="EQTY016",
        name=_RULE,
        summary="The words of one list of coded words prevail.",
        severity=Severity.INFO,
        messages={
            "lean": (
                "{more} words of the {side} list stand against {fewer} of the other: {words}; "
                "some readers may feel less meant."
            ),
        },
        authority=laws("gaucher-2011"),
        advice="Use words of both lists, or of neither.",
        why="Coded words make some readers feel less meant.",
        since="0.1",
        tags=frozenset({"language"}),
        stability=Stability.PREVIEW,
        default_on=False,
    )
    applies = (_no_leader,)
    phrases: ClassVar[Mapping[str, tuple[str, ...]]] = {
        f"{_RULE}.{key}": lines(block)
        for key, block in table(__package__, "coded_words")["phrases"].items()
    }
    least_words: int = 120
    least: int = 5
    ratio: float = 3

    def check(self, case: Case) -> Outcomes:
        """Count both lists."""
        if len(case.words) < self.least_words:
            yield NotApplicable(f"The text has fewer than {self.least_words} words.")
            return
        found = {side: _spans(case, side) for side in _SIDES}
        side = max(_SIDES, key=lambda one: len(found[one]))
        other = _SIDES[1 - _SIDES.index(side)]
        more, fewer = len(found[side]), len(found[other])
        if more < self.least or more < self.ratio * fewer:
            yield Passed(f"{more} words of the {side} list stand against {fewer} of the other.")
            return
        data = {"more": more, "fewer": fewer, "side": side, "words": _named(case, found[side])}
        related = tuple(Related(span, "One of them.") for span in found[side][:_SHOWN])
        yield Finding("lean", gap_span(case.posting), data, related=related)


def _spans(case: Case, side: str) -> list[Span]:
    aside = case.hits[f"{_RULE}.passed_over"]
    return [
        hit
        for hit in case.hits[f"{_RULE}.{side}"]
        if not touches(aside, hit)
        and case.posting.section_at(hit.start).kind not in _ASIDE
        and not in_notice(case, hit)
    ]


def _named(case: Case, spans: Sequence[Span]) -> str:
    words = Counter(case.posting.passage(span).text.lower() for span in spans)
    return ", ".join(f"'{word}'" for word, _ in words.most_common(_SHOWN))
