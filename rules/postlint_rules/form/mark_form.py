"""FORM001: write the mark of essential duties as (E).

## What it checks
Whether the letters that mark duties stand in round brackets: "(E)", "(EF)", "(NE)", "(M)".
Quotation marks around the letter, square brackets, stars and a bare letter are reported once, at
the first.
A star or a dagger, and the word "essential", are forms of their own and stay as they are.

## Why
One form is found by people who search for it, and survives when a text is pasted: quotation marks
change their shape, and stars turn into bold type.

## When not to use it
Where the employer's own form is printed on every posting. The rule is off unless it is chosen.

## Fix safety
Safe: the letter stays, and with it what it says. A sentence that explains the sign explains the
letter however it is set.
"""

import postlint.rules as kit
from postlint_rules.form._practice import form, in_a_text, rewritten

_LETTERS = frozenset({"E", "EF", "NE", "M", "N"})


class MarkForm(kit.Rule):
    meta = form(
        code="FORM001",
        summary="A mark of essential duties has another form than (E).",
        messages={"form": "The mark '{words}' is found more easily as '{usual}'."},
        why="One form of mark is easier to read and check.",
    )
    applies = (in_a_text,)

    def check(self, case: kit.Case) -> kit.Outcome:
        marks = [mark for duty in case.posting.duties for mark in duty.markers]
        marks = [mark for mark in marks if mark.symbol.upper() in _LETTERS]
        edits = [edit for mark in marks if (edit := _edit(case.text, mark)) is not None]
        if not marks:
            return kit.NotApplicable("No duty is marked with a letter.")
        if not edits:
            return kit.Passed("The marks have the usual form.", tuple(one.span for one in marks))
        first, times = edits[0], "the mark" if len(edits) == 1 else f"{len(edits)} marks"
        words = {"words": case.posting.source.slice(first.span), "usual": first.content.strip()}
        fixes = rewritten(f"Write {times} in round brackets", edits)
        return kit.Finding("form", first.span, words, fixes=fixes)


def _edit(text: str, mark: kit.Marker) -> kit.Edit | None:
    """Return what gives a mark its usual form; a full stop after it stays."""
    words = text[mark.span.start : mark.span.end]
    stop = "." if words.endswith(".") else ""
    usual = f"({mark.symbol.upper()}){stop}"
    if words == usual:
        return None
    apart = "" if text[mark.span.start - 1 : mark.span.start].isspace() else " "
    return kit.Edit(mark.span, apart + usual)
