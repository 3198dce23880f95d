"""ADA002: explain the mark of essential duties once.

## What it checks
Whether a mark at the end of duties, such as "(E)" or "*", or a column such as "E/M", is explained
by a sentence that names the sign and the word essential; whether a sentence that explains a sign
has a duty that bears it; and whether the sign explained is the sign used.
A mark or column that is itself the word "essential" explains itself.
The sentence may stand before or after the list, or under "Note".

## Why
A letter after a sentence says nothing to an applicant who has not met it before.
With its explanation it is the identification of essential functions that makes a description useful
as evidence.
Nobody prescribes the words.

## When not to use it
Where the explanation is printed on every posting's letterhead and is not part of the text.

## Fix safety
An unsafe fix puts a sentence that explains the letter under the duties.
It is the employer's declaration: see that the letter means what the sentence says.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    Fix,
    NotApplicable,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    Severity,
    add_sentence,
    facts,
    laws,
)

# Signs that are words and need no explanation.
_WORDS = frozenset({"essential", "marginal", "nonessential", "non-essential"})
# What the letters stand for wherever they are explained.
_MEANINGS = {
    "E": "an essential function",
    "EF": "an essential function",
    "NE": "a marginal function",
    "M": "a marginal function",
}


class EssentialMarkerLegend(Rule):
    """Explain the mark of essential duties once."""

    meta = RuleMeta(
        code="ADA002",
        name="essential-marker-legend",
        summary="A mark of essential duties has no explanation, or an explanation no mark.",
        severity=Severity.WARNING,
        messages={
            "no-legend": "The mark '{symbol}' stands after {duties}, and no sentence explains it.",
            "column": "The column '{words}' marks duties, and no sentence explains it.",
            "no-marker": "A sentence explains the mark '{symbol}', and no duty bears it.",
            "other-symbol": (
                "The duties bear the mark '{symbol}', and the sentence explains '{explained}'."
            ),
        },
        authority=laws("us-eeoc-manual-descriptions", "plain-signs"),
        advice="Explain the mark once, above the duties, or take it out.",
        why="A mark nobody explains tells applicants and courts nothing.",
        since="0.1",
        tags=frozenset({"essential-functions"}),
    )

    def check(self, case: Case) -> Outcomes:
        """Compare the signs used with the signs explained."""
        devices = case[facts.essential_device].value
        columns = [column for column in devices.columns if "essential" not in column.text.lower()]
        signs = _signs(devices.marks) or _signs(devices.marginal_marks)
        plain = any(mark.symbol.lower() in _WORDS for mark in devices.marks)
        named = {legend.symbol.upper(): legend for legend in devices.legends if legend.symbol}
        if not signs and not columns:
            if plain or devices.columns:
                spans = tuple(span for mark in devices.marks for span in mark.spans)
                columns_at = tuple(column.span for column in devices.columns)
                yield Passed("The mark is the word 'essential' itself.", (*spans, *columns_at))
            elif named:
                for legend in named.values():
                    yield Finding(
                        "no-marker",
                        legend.span,
                        {"symbol": legend.symbol},
                        severity=Severity.INFO,
                    )
            else:
                yield NotApplicable("The posting marks no duty with a sign.")
            return
        if not devices.legends:
            for mark in signs:
                yield Finding("no-legend", mark.spans[0], _words(mark), fixes=_legend(case, mark))
            for column in columns:
                yield Finding("column", column.span, {"words": column.text})
            return
        explained = [mark for mark in signs if mark.symbol.upper() in named]
        if named and signs and not explained:
            legend = next(iter(named.values()))
            yield Finding(
                "other-symbol",
                signs[0].spans[0],
                {"symbol": signs[0].symbol, "explained": legend.symbol},
                related=(Related(legend.span, "This sentence explains another sign."),),
            )
            return
        unexplained = [mark for mark in signs if named and mark not in explained]
        for mark in unexplained:
            yield Finding("no-legend", mark.spans[0], _words(mark))
        if not unexplained:
            spans = tuple(legend.span for legend in devices.legends)
            yield Passed("A sentence explains the mark.", spans)


def _signs(marks: tuple[facts.InlineMarks, ...]) -> list[facts.InlineMarks]:
    return [mark for mark in marks if mark.spans and mark.symbol.lower() not in _WORDS]


def _words(mark: facts.InlineMarks) -> dict[str, object]:
    count = len(mark.duties)
    return {"symbol": mark.symbol, "duties": "one duty" if count == 1 else f"{count} duties"}


def _legend(case: Case, mark: facts.InlineMarks) -> tuple[Fix, ...]:
    """Return a fix that explains a mark under the duties; a bare star or dagger is left alone."""
    symbol = mark.symbol.upper()
    if symbol not in _MEANINGS:
        return ()
    shown = case.posting.passage(mark.spans[0]).text.rstrip(".")
    words = f"{shown} marks {_MEANINGS[symbol]} of the position."
    section = case.posting.section_at(mark.spans[-1].start)
    return add_sentence(case.posting, section, words, f"Explain the mark '{shown}'")
