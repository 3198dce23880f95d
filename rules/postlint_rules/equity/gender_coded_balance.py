"""EQTY016: balance words that readers hear as a man's.

## What it checks
Whether the masculine words of a published list stand in the posting three times as often as the
feminine ones (`ratio`): in a text of 120 words and more, with five such words of four stems at
least.
The other way round is in order: no experiment found that it keeps anybody away.
Words of the trade that hold a stem by chance are skipped, and so are notices and benefits.
There is one finding, as a note, and it counts both lists.
It does not speak of posts that run a technology function: what the leadership rules ask for stands
in one of the lists.

## Why
In experiments of 2011 women found jobs advertised in the words of one list less appealing.
Later work finds small or mixed effects on who applies, so that this is a prompt to balance and no
proof of bias.

## When not to use it
The rule is off unless it is chosen.
"""

from collections import Counter

import postlint.rules as kit

_ASIDE = frozenset(
    {kit.SectionKind.BENEFITS, kit.SectionKind.PHYSICAL, kit.SectionKind.HOW_TO_APPLY}
)
# The words a message names, and how many of them are a manner of writing and no word of the trade.
_SHOWN, _DIFFERENT = 6, 4
# Words that begin with the same so many letters are of one stem.
_STEM = 5


class GenderCodedBalance(kit.Rule):
    meta = kit.RuleMeta(
        code="EQTY016",
        summary="Words that are read as a man's prevail.",
        messages={
            "lean": "{more} words of the masculine list stand against {fewer} of the other: "
            "{named}; some women may feel less meant.",
        },
        authority=kit.laws("gaucher-2011"),
        advice="Use words of both lists, or of neither.",
        why="Coded words make some readers feel less meant.",
        tags=frozenset({"language"}),
        stability=kit.Stability.PREVIEW,
        default_on=False,
    )
    reads = kit.OF_THE_JOB
    applies = (
        kit.only(
            lambda case: case[kit.facts.profile].value is None,
            "The leadership rules ask for words that stand in one of the lists.",
        ),
    )
    least_words: int = 120
    least: int = 5
    ratio: float = 3

    def check(self, case: kit.Case) -> kit.Outcome:
        if len(case.words) < self.least_words:
            return kit.NotApplicable(f"The text has fewer than {self.least_words} words.")
        found, other = self._spans(case, "masculine"), self._spans(case, "feminine")
        words = Counter(case.posting.passage(span).text.lower() for span in found)
        enough = len({word[:_STEM] for word in words}) >= _DIFFERENT and len(found) >= self.least
        if not enough or len(found) < self.ratio * len(other):
            are = "is" if len(found) == 1 else "are"
            counts = f"Of the lists' words {len(found)} {are} masculine and {len(other)} feminine."
            return kit.Passed(counts, (*found[:_SHOWN], *other[:_SHOWN]))
        named = ", ".join(f"'{word}'" for word, _ in words.most_common(_SHOWN))
        data = {"more": len(found), "fewer": len(other) or "none", "named": named}
        return kit.mark(case, "lean", found[0], data, again=found[1:_SHOWN], also="One of them.")

    def _spans(self, case: kit.Case, side: str) -> list[kit.Span]:
        """Return where words of a list are about the work, and none of its trade."""
        aside, section_at = self.hits(case, "passed_over"), case.posting.section_at
        words = [hit for hit in self.hits(case, side) if not kit.touches(aside, hit)]
        words = [hit for hit in words if section_at(hit.start).kind not in _ASIDE]
        return [hit for hit in words if not kit.in_notice(case, hit)]
