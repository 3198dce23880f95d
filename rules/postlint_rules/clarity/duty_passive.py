"""CLAR007: say who does what.

## What it checks
Where a list has at least `least-duties` (5) duties: whether more than a tenth of them (`most`),
and two at least, are in the passive voice, such as "Contracts are reviewed".
"Is required", "is committed" and "as assigned" are not counted.

## Why
A duty in the passive does not say that the holder of the post does it.
A share is judged and not each line: every third posting has one.

## When not to use it
Where duties are quoted from a statute.
"""

import postlint.rules as kit
from postlint_rules.clarity._shares import DutyShare
from postlint_rules.clarity._text import duties_meta

_TABLE = kit.table(__package__, "clarity")["duty-passive"]
_PASSIVE = kit.pattern(
    r"(?i)(?<!as )\b(?:is|are|was|were|be|been|being)\s+(?:[a-z]+ly\s+)?"
    rf"(?!(?:{'|'.join(_TABLE['states'].split())})\w*ed\b)"
    rf"(?:[a-z]{{2,}}(?<!ne)(?<!inde)ed|{'|'.join(_TABLE['irregular'].split())})\b(?!\s+to\b)"
)


class DutyPassive(DutyShare):
    meta = duties_meta(
        code="CLAR007",
        summary="Many duties are in the passive voice.",
        messages={
            "share": "{count} of {total} duties are in the passive voice, such as '{words}'; say "
            "who does it.",
        },
        authority=kit.laws("us-plain-language"),
        advice="Say who does it, with an active verb.",
        why="The passive hides who does the work.",
    )
    most: float = 0.1
    passing = "The duties say who does what"

    def counts(self, case: kit.Case, duty: kit.Duty) -> bool:  # noqa: ARG002  # as others ask
        """Say whether a duty's main verb is passive."""
        # What follows "that" or "to ensure" qualifies the duty.
        main = _CLAUSE.split(duty.text.text, maxsplit=1)[0]
        found = _PASSIVE.search(main)
        if found is None or _MAY_BE.search(main):
            return False
        # "Confirms that ballots are counted" is said of who confirms.
        verb_first = kit.opening_kind(main) is kit.SectionKind.DUTIES
        return not verb_first or main[: found.start()].count(" ") < _SUBJECT


# "Contracts are reviewed": so few words stand before the verb of a short subject.
_SUBJECT = 3
_MAY_BE = kit.pattern(r"(?i)\b(?:may|can|must|will|shall)\s+be\b")
_CLAUSE = kit.pattern(
    r"(?i)\b(?:that|which|who|when|where|while|if|as|until|whether|so|because|ensur\w+|including)\b|;"
)
