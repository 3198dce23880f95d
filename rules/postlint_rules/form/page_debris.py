"""FORM004: take out what a page left behind.

## What it checks
Lines that are nothing but a page's number, "Page 3 of 4", left by printing or copying; "- 3 -" and
"Page 3" where at least two of them count upwards.
In the markup also blanks at the ends of lines, reported once: there a person keeps the lines.

## Why
Such lines stand in the middle of sentences, where programs that read the posting take them for
words of it.

## When not to use it
The rule is off unless it is chosen.

## Fix safety
Safe: a page's number says nothing of the post, and blanks at a line's end cannot be seen.
Unsafe where a browser printed its address or the hour beside the number, which stay behind.
"""

import postlint.rules as kit
from postlint_rules.form._practice import form, in_a_text, rewritten
from postlint_rules.form._printed import by_browser, numbers, printed, with_blank

_SHOWN = 4
_TAIL = kit.pattern(r"(?<=[^\s])[ \t\xa0]+(?=[\r\n])")


class PageDebris(kit.FaultsRule):
    meta = form(
        code="FORM004",
        summary="Page numbers or blanks at the ends of lines were left behind.",
        messages={
            "page": "'{words}' is a page's number, left by printing or copying.",
            "blanks": "{lines} in blanks.",
        },
        why="Leftovers of printing are read aloud by screen readers.",
    )
    applies = (in_a_text,)
    passing = (
        "No line is a page's number: 'Page 3 of 4', 'Page 3', '- 3 -', or '3 of 4' beside an "
        "address."
    )

    def faults(self, case: kit.Case) -> kit.Findings:
        if pages := list(numbers(case.text)):
            taken = tuple(kit.Edit(with_blank(case.text, span), "") for span in pages)
            # Without its number, what was printed beside it would be read as the posting's.
            unsafe = any(by_browser(case.text, span) for span in pages)
            kind = kit.Applicability.UNSAFE if unsafe else kit.Applicability.SAFE
            yield _lines(case, pages, (kit.Fix("Take out the pages' numbers", taken, kind),))
        if edges := list(printed(case.text)):
            fix = kit.Fix("Take out the lines", tuple(kit.Edit(span, "") for span in edges))
            yield _lines(case, edges, (fix,))
        tails = [kit.Span(*one.span()) for one in _TAIL.finditer(case.text)]
        if tails and case.posting.reader == "markup":
            edits = (kit.Edit(span, "") for span in tails)
            fixes = rewritten("Take out the blanks at the ends of lines", edits)
            count = "1 line ends" if len(tails) == 1 else f"{len(tails)} lines end"
            yield kit.Finding("blanks", tails[0], {"lines": count}, fixes=fixes)


def _lines(case: kit.Case, lines: list[kit.Span], fixes: tuple[kit.Fix, ...]) -> kit.Finding:
    first, *others = (case.posting.passage(span).span for span in lines)
    return kit.mark(case, "page", first, again=others[:_SHOWN], fixes=fixes)
