"""CLAR015: write out an abbreviation once.

## What it checks
Whether five abbreviations (`least`) or more stand in the duties that the posting writes out nowhere
and that are not common to all postings.
There is one finding for all of them.

## Why
Somebody from another employer or field may do the work and not know the name.

## When not to use it
The rule is off unless it is chosen: nearly every posting has some.

## Fix safety
No fix: what the letters stand for is for the author to say.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    Severity,
    Span,
    Stability,
    has_duties,
    laws,
    pattern,
    table,
)

_LETTERS = pattern(r"(?<![\w&/-])[A-Z][A-Z&]{1,4}[A-Z](?![\w&-])")
_SHOWN = 8


class AcronymUnexpanded(Rule):
    """Write out an abbreviation once."""

    meta = RuleMeta(
        code="CLAR015",
        name="acronym-unexpanded",
        summary="Abbreviations in the duties are written out nowhere.",
        severity=Severity.INFO,
        messages={"short": "{words} are written out nowhere."},
        authority=laws("us-plain-language"),
        advice="Write the words out where they stand first.",
        why="People from elsewhere do not know the house's letters.",
        since="0.1",
        stability=Stability.PREVIEW,
        default_on=False,
    )
    applies = (has_duties,)
    least: int = 5

    def check(self, case: Case) -> Outcomes:
        """Look at the abbreviations of the duties."""
        common = table(__package__, "clarity")["acronym-unexpanded"]["common"].split()
        found: dict[str, Span] = {}
        for duty in case.posting.duties:
            # A duty in capitals shouts; its words are no abbreviations.
            if duty.text.text.isupper():
                continue
            for match in _LETTERS.finditer(case.text, *duty.span):
                if match[0] not in common and not _written_out(case, match[0]):
                    found.setdefault(match[0], Span(*match.span()))
        if len(found) < self.least:
            yield Passed(f"Fewer than {self.least} abbreviations are unexplained.")
            return
        words = ", ".join(f"'{one}'" for one in list(found)[:_SHOWN])
        first, *others = found.values()
        related = tuple(Related(span, "So is this.") for span in others[:_SHOWN])
        yield Finding("short", first, {"words": words}, related=related)


def _written_out(case: Case, letters: str) -> bool:
    """Say whether letters stand in brackets behind words, or before words in brackets."""
    return f"({letters}" in case.text or f"{letters} (" in case.text
