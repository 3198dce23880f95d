"""CLAR015: write out an abbreviation once.

## What it checks
Whether five abbreviations (`least`) or more stand in the duties that the posting writes out nowhere
and that are not common to all postings.
There is one finding for all of them.

## Why
Somebody from another employer or field may do the work and not know the name.

## When not to use it
The rule is off unless it is chosen: nearly every posting has some.
"""

from collections.abc import Sequence

import postlint.rules as kit

# Words beside one another in capitals are shouted: "ADDED BONUS".
_BESIDE = kit.pattern(r"\b[A-Z]{3,} [A-Z]{3,}\b")
_NEAR = 12
_LETTERS = kit.pattern(r"(?<![\w&/-])[A-Z][A-Z&]{1,4}[A-Z](?=s?(?![\w&-]))")


class AcronymUnexpanded(kit.PlacesRule):
    meta = kit.RuleMeta(
        code="CLAR015",
        summary="Abbreviations in the duties are written out nowhere.",
        messages={"short": "{words} are written out nowhere."},
        authority=kit.laws("us-plain-language"),
        advice="Write the words out where they stand first.",
        why="People from elsewhere do not know the house's letters.",
        stability=kit.Stability.PREVIEW,
        default_on=False,
    )
    applies = (kit.has_duties,)
    least: int = 5

    message, shown = "short", 8
    passing = "Fewer than {least} abbreviations are unexplained."

    def places(self, case: kit.Case) -> list[kit.Span]:
        common = kit.table(__package__, "clarity")["acronym-unexpanded"]["common"].split()
        found: dict[str, kit.Span] = {}
        for duty in case.posting.duties:
            # A duty in capitals shouts; its words are no abbreviations.
            shouts = duty.text.text.isupper()
            for match in () if shouts else _LETTERS.finditer(case.text, *duty.span):
                beside = case.text[match.start() - _NEAR : match.end() + _NEAR]
                written_out = f"({match[0]}" in case.text or f"{match[0]} (" in case.text
                if not (match[0] in common or written_out or _BESIDE.search(beside)):
                    found.setdefault(match[0], kit.Span(*match.span()))
        return list(found.values())

    def data(self, case: kit.Case, places: Sequence[kit.Span]) -> dict[str, object]:
        words = (case.text[one.start : one.end] for one in places[: self.shown])
        return {"words": ", ".join(f"'{one}'" for one in words)}
