"""CLAR003: divide sentences of 60 words and more.

## What it checks
Whether a sentence about the job has `most` (60) words or more.
Parts between semicolons are counted one by one.
With `note` set, 35 for instance, a posting without such sentences is told of those from there on,
as information.
There is one finding, at the longest, and it lists the others.

## Why
A reader has forgotten the beginning of such a sentence at its end.
Federal plain-language guidance asks for short sentences and gives no number; 60 is this project's.

## When not to use it
Where the wording is prescribed by law or by an agreement.
"""

from collections.abc import Iterator

import postlint.rules as kit
from postlint_rules.clarity._text import sentences_end

# Short lines that nothing ends are a table or an address, and no sentence.
_LINE = kit.pattern(r"[^\r\n]+")
_PROSE = 6
# A sign of a list, or a stop with the next sentence right behind it.
_CUT = kit.pattern(r"[;•·▪|*\t]|(?<=[a-z]{2}[.!?])(?=[A-Z])")
# "… key flaws Perform assessments Develop …": so many items show that line ends were lost.
_CAPITAL = kit.pattern(r"(?<=[a-z)\d] )[A-Z][a-z]")
_ITEMS = 3
_OPENING = 60
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

    def check(self, case: kit.Case) -> kit.Outcomes:
        counted = [
            (_words(case, one), one)
            for one, words in case[kit.facts.job_sentences].value
            if words >= min(self.most, self.note or self.most)
        ]
        for bound, severity in ((self.most, None), (self.note, kit.Severity.INFO)):
            found = sorted((one for one in counted if bound and one[0] >= bound), reverse=True)
            if found:
                yield _finding(case, found, bound, severity)
                return
        yield kit.Passed(f"No sentence about the job has {self.most} words.")


def _finding(
    case: kit.Case, found: list[tuple[int, kit.Span]], bound: int, severity: kit.Severity | None
) -> kit.Finding:
    (words, span), *rest = found
    related = tuple(kit.Related(one, f"{count} words.") for count, one in rest[:_SHOWN])
    others = f"; {len(rest)} more {'has' if len(rest) == 1 else 'have'} {bound} or more"
    data = {
        "words": kit.quoted(case.posting, span),
        "count": words,
        "others": others if rest else "",
    }
    return kit.Finding("long", span, data, severity=severity, related=related)


def _words(case: kit.Case, sentence: kit.Span) -> int:
    """Return the words of the longest part of a sentence; none where it is not running text."""
    text = case.text
    lines = _LINE.findall(text, sentence.start, sentence.end)
    if len(lines) > 2 and len(case.words.between(sentence)) < _PROSE * len(lines):
        return 0
    # "l e t t e r s" that a page spaced out are no words.
    inside = case.words.between(sentence)
    letters = sum(len(word) == 1 for word in case.words.words[inside.start : inside.stop])
    # Terms of a board's contract shout.
    capitals = sum(map(str.isupper, text[sentence.start : sentence.end]))
    if letters * 3 > len(inside) or capitals * 2 > sentence.end - sentence.start:
        return 0
    return max(len(case.words.between(part)) for part in _parts(text, sentence))


def _parts(text: str, sentence: kit.Span) -> Iterator[kit.Span]:
    """Yield what signs, lost blanks and the lost line ends of a list leave of a sentence."""
    capitals = [match.start() for match in _CAPITAL.finditer(text, *sentence)]
    items = [at for at in capitals if kit.opening_kind(text[at : at + _OPENING]) is not None]
    cuts = [match.start() for match in _CUT.finditer(text, *sentence)]
    start = sentence.start
    for cut in sorted((*cuts, *(items if len(items) >= _ITEMS else ()), sentence.end)):
        yield kit.Span(start, cut)
        start = cut
