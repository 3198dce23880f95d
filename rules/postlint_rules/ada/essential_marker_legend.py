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

import postlint.rules as kit

# Signs that are words and need no explanation.
_WORDS = frozenset({"essential", "marginal", "nonessential", "non-essential"})
# What the letters stand for wherever they are explained.
_MEANINGS = {
    **dict.fromkeys(("E", "EF"), "an essential function"),
    **dict.fromkeys(("NE", "M"), "a marginal function"),
}
# A star before a line's words, with the number of the item or without.
_STAR = kit.pattern(r"(?m)^[ \t]*(?:(?:\d{1,2}[.)]|[-•])[ \t]*)?(\*)(?=[ \t]*[A-Z])")


class EssentialMarkerLegend(kit.Rule):
    meta = kit.RuleMeta(
        code="ADA002",
        summary="A mark of essential duties has no explanation, or an explanation no mark.",
        severity=kit.Severity.WARNING,
        messages={
            "no-legend": "The mark '{symbol}' stands after {duties}, and no sentence explains it.",
            "column": "The column '{words}' marks duties, and no sentence explains it.",
            "no-marker": "A sentence explains the mark '{symbol}', and no duty bears it.",
            "other-symbol": "The duties bear the mark '{symbol}', and the sentence explains "
            "'{explained}'.",
        },
        authority=kit.laws("us-eeoc-manual-descriptions", "plain-signs"),
        advice="Explain the mark once, above the duties, or take it out.",
        why="A mark nobody explains tells applicants and courts nothing.",
        tags=frozenset({"essential-functions"}),
    )
    reads = kit.OF_THE_JOB
    compares = True

    def check(self, case: kit.Case) -> kit.Outcomes:
        devices = case[kit.facts.essential_device].value
        columns = [column for column in devices.columns if "essential" not in column.text.lower()]
        signs = _signs(devices.marks) or _signs(devices.marginal_marks)
        named = {legend.symbol.upper(): legend for legend in devices.legends if legend.symbol}
        if not signs and not columns:
            yield from _no_sign(case, devices)
            return
        if not devices.legends:
            for mark in signs:
                fixes = _legend(case, mark)
                yield kit.Finding("no-legend", mark.spans[0], _words(mark), fixes=fixes)
            for column in () if signs else columns:
                yield kit.Finding("column", column.span, {"words": column.text})
            return
        unexplained = [mark for mark in signs if named and mark.symbol.upper() not in named]
        if signs and len(unexplained) == len(signs):
            legend, first = next(iter(named.values())), signs[0]
            data = {"symbol": first.symbol, "explained": legend.symbol}
            related = (kit.Related(legend.span, "This sentence explains another sign."),)
            yield kit.Finding("other-symbol", first.spans[0], data, related=related)
            return
        for mark in unexplained:
            yield kit.Finding("no-legend", mark.spans[0], _words(mark))
        if not unexplained:
            spans = tuple(legend.span for legend in devices.legends)
            yield kit.Passed("A sentence explains the mark.", spans)


def _no_sign(case: kit.Case, devices: kit.facts.EssentialDevices) -> kit.Outcomes:
    """Yield what is so of a posting whose duties bear no sign but the word itself."""
    if devices.columns or any(mark.symbol.lower() in _WORDS for mark in devices.marks):
        spans = [span for mark in devices.marks for span in mark.spans]
        spans.extend(column.span for column in devices.columns)
        yield kit.Passed("The mark is the word 'essential' itself.", tuple(spans))
        return
    explained = {one.symbol.upper(): one for one in devices.legends if one.symbol}
    for legend in explained.values():
        # A star before an item is a bullet to most eyes, and the mark to those who explain it.
        star = _STAR.search(case.text, legend.span.end) if legend.symbol == "*" else None
        if star is not None:
            missing = "whether the stars before the duties are bullets or the mark explained"
            yield kit.CannotTell(missing, (kit.Span(*star.span(1)),))
            return
        data, severity = {"symbol": legend.symbol}, kit.Severity.INFO
        yield kit.Finding("no-marker", legend.span, data, severity=severity)
    if not explained:
        yield kit.NotApplicable("No duty was found that a sign marks.")


def _signs(marks: tuple[kit.facts.InlineMarks, ...]) -> list[kit.facts.InlineMarks]:
    return [mark for mark in marks if mark.spans and mark.symbol.lower() not in _WORDS]


def _words(mark: kit.facts.InlineMarks) -> dict[str, object]:
    count = len(mark.duties)
    return {"symbol": mark.symbol, "duties": "one duty" if count == 1 else f"{count} duties"}


def _legend(case: kit.Case, mark: kit.facts.InlineMarks) -> tuple[kit.Fix, ...]:
    """Return a fix that explains a mark under the duties; a bare star or dagger is left alone."""
    symbol = mark.symbol.upper()
    if symbol not in _MEANINGS:
        return ()
    shown = case.posting.passage(mark.spans[0]).text.rstrip(".")
    words = f"{shown} marks {_MEANINGS[symbol]} of the position."
    section = case.posting.section_at(mark.spans[-1].start)
    return kit.add_sentence(case.posting, section, words, f"Explain the mark '{shown}'")
