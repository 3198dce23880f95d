"""CLAR003: divide sentences of 60 words and more.

## What it checks
Whether a sentence about the job has `most` (60) words or more.
Parts between semicolons are counted one by one.
With `note` set, 35 for instance, a posting without such sentences has those from there on reported,
as information.
There is one finding, at the longest, and it lists the others.

## Why
A reader has forgotten the beginning of such a sentence at its end.
Federal plain-language guidance asks for short sentences and gives no number; 60 is this project's.

## When not to use it
Where the wording is prescribed by law or by an agreement.
"""

import postlint.rules as kit
from postlint_rules.clarity._parts import longest_part
from postlint_rules.clarity._text import sentences_end

_SHOWN = 5


class LongSentence(kit.Rule):
    meta = kit.RuleMeta(
        code="CLAR003",
        summary="A sentence has sixty words or more.",
        severity=kit.Severity.WARNING,
        messages={
            "long": "'{words}' is one sentence of {count} words; part it in two or three{others}.",
        },
        authority=kit.laws("us-plain-language"),
        advice="Part the sentence in two or three.",
        why="Nobody holds sixty words in mind at once.",
    )
    applies = (sentences_end,)
    most: int = 60
    note: int = 0

    def check(self, case: kit.Case) -> kit.Outcome:
        floor = min(self.most, self.note or self.most)
        sentences = [one for one, words in case[kit.facts.job_sentences].value if words >= floor]
        counted = sorted(((longest_part(case, one), one) for one in sentences), reverse=True)
        for bound, severity in ((self.most, None), (self.note, kit.Severity.INFO)):
            if bound and (found := [one for one in counted if one[0] >= bound]):
                return _finding(case, found, bound, severity)
        return kit.Passed(f"No sentence about the job has {self.most} words.")


def _finding(
    case: kit.Case, found: list[tuple[int, kit.Span]], bound: int, severity: kit.Severity | None
) -> kit.Finding:
    (words, span), *rest = found
    others = f"; {len(rest)} more {'has' if len(rest) == 1 else 'have'} {bound} or more"
    data = {"count": words, "others": others if rest else ""}
    related = tuple(kit.Related(one, f"{count} words.") for count, one in rest[:_SHOWN])
    return kit.mark(case, "long", span, data, severity=severity)._replace(related=related)
