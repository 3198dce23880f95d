"""What a sentence is without the lists and tables that lost their line ends."""

from collections.abc import Iterator

import postlint.rules as kit

# Short lines that nothing ends are a table or an address, and no sentence.
_LINKS = 3
_LINE = kit.pattern(r"[^\r\n]+")
_PROSE = 6
# A sign of a list, or a stop with the next sentence right behind it.
_CUT = kit.pattern(r"[;•·▪|*\t]|(?<=[a-z]{2}[.!?])(?=[A-Z])")
# "… key flaws Perform assessments Develop …": so many items show that line ends were lost.
_CAPITAL = kit.pattern(r"(?<=[a-z)\d] )[A-Z][a-z]")
_ITEMS = 3
_OPENING = 60


def longest_part(case: kit.Case, sentence: kit.Span) -> int:
    """Return the words of the longest part of a sentence; none where it is not running text."""
    text = case.text
    lines = _LINE.findall(text, sentence.start, sentence.end)
    if len(lines) > 2 and len(case.words.between(sentence)) < _PROSE * len(lines):
        return 0
    # "l e t t e r s" that a page spaced out are no words.
    inside = case.words.between(sentence)
    letters = sum(len(word) == 1 for word in case.words.words[inside.start : inside.stop])
    # A run of links is a list of them.
    if text.count("://", sentence.start, sentence.end) >= _LINKS:
        return 0
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
