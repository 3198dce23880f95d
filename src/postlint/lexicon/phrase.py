"""What a phrase is made of, read from the way it is written in a lexicon.

A phrase is written in lower-case words. A trailing `*` matches any ending of
that one word (`strateg*`). Between two words may stand whatever
`postlint.lexicon.words.joins` allows; a slash or another mark written in the
phrase (`he/she`, `laws, codes`) must stand in the text too. `(is|are)
responsible to` is short for both phrases, and `(the |)board` for one with and
one without the article; a colon before a group stands before each of its options.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from postlint.lexicon.words import JOINERS, lower
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

CHOICE = pattern(r"\(([^()]*\|[^()]*)\)")
STEP = pattern(r"([^\W_]+)(\*?)([^\w*]*)")
# A phrase of words and groups that `take_apart` cannot refuse: every word stands free. Each part
# is told by how it begins, so nothing need be possessive: Python before 3.11.5 takes a possessive
# group that holds choices for no match.
_WORD = r"[^\W_]+\*?"
_WORDS = rf"{_WORD}(?:[ '-]{_WORD})*"
# What parts it from the next part; a colon only from a group none of whose options is empty.
_GAP = rf"(?:[ '-]|: (?=\({_WORDS}\|)|(?=\n|\Z))"
_PART = (
    rf"(?:{_WORD}{_GAP}|\({_WORDS}(?:\|{_WORDS})+\){_GAP}"
    rf"|\((?:{_WORDS} )?(?:\|(?:{_WORDS} )?)+\)(?=[^\W_]|\())+"
)
_FREE = pattern(_PART)
_FREE_LIST = pattern(rf"{_PART}(?:\n{_PART})*")
# What one phrase may stand for where it has to be written out.
_MOST = 500
_COLON = ":"


class Step(NamedTuple):
    """One word of a phrase: its letters, whether any ending fits, the mark that must precede it."""

    word: str
    prefix: bool = False
    mark: str = ""


# One part of a phrase: the options it offers, each some steps; one may be empty.
Part: TypeAlias = tuple[tuple[Step, ...], ...]


class PhraseError(ValueError):
    """A phrase that cannot be read; `phrase` is what was written."""

    def __init__(self, phrase: str, reason: str) -> None:
        super().__init__(f"phrase {phrase!r} {reason}")
        self.phrase = phrase
        self.reason = reason


def expand(phrase: str) -> Iterator[str]:
    """Yield the phrases that one with `(a|b)` groups stands for."""
    choice = CHOICE.search(phrase)
    if choice is None:
        yield phrase
        return
    before, after = phrase[: choice.start()], phrase[choice.end() :]
    for option in choice[1].split("|"):
        yield from expand(f"{before}{option}{after}")


def steps(phrase: str) -> list[Step]:
    """Return the words a phrase without groups is made of.

    Raises `PhraseError` where there is no word, or a mark that no rule explains.
    """
    # An opening bracket, as in `(s)he`, says nothing that the mark after the word does not.
    text = lower(phrase).strip().lstrip("([")
    found: list[Step] = []
    mark, place = "", 0
    while place < len(text):
        match = STEP.match(text, place)
        if match is None:
            raise PhraseError(phrase, f"has something that is no word at {text[place:]!r}")
        word, star, gap = match.groups()
        found.append(Step(word, bool(star), mark))
        mark, place = gap.strip(JOINERS), match.end()
        if star and not gap and place < len(text):
            raise PhraseError(phrase, "has a * that does not end a word")
    if not found:
        raise PhraseError(phrase, "has no word")
    if mark:
        raise PhraseError(phrase, f"ends in {mark!r}, which no word follows")
    return found


def take_apart(phrase: str) -> list[list[Part]]:
    """Return the ways to read a phrase, each a list of parts to be found one after another.

    There is one way for a phrase whose groups stand free; where a group grows
    together with a word beside it, as in `report(s|ed) to`, the phrase is
    written out. The first part of a way is never empty.
    """
    if CHOICE.search(phrase) is None:
        return [[(tuple(steps(phrase)),)]]
    if _FREE.fullmatch(phrase) is None:
        written = list(islice(expand(phrase), _MOST + 1))
        if len(written) > _MOST:
            raise PhraseError(phrase, f"stands for more than {_MOST} phrases")
        return [[(tuple(steps(plain)),)] for plain in dict.fromkeys(written)]
    parts: list[Part] = []
    # A colon before a group stands before each of its options: "age: (30|40)".
    mark = ""
    for place, piece in enumerate(CHOICE.split(phrase)):
        if place % 2:
            parts.append(tuple(_free_steps(option, mark) for option in piece.split("|")))
            continue
        words = piece.rstrip(JOINERS)
        mark = _COLON if words.endswith(_COLON) else ""
        if bare := words.removesuffix(_COLON).strip(JOINERS):
            parts.append((_free_steps(bare),))
    return list(_without_empty_start(phrase, parts))


def _free_steps(words: str, mark: str = "") -> tuple[Step, ...]:
    bare = words.strip(JOINERS)
    if not bare:
        return ()
    first, *others = steps(bare)
    return (first._replace(mark=mark) if mark else first, *others)


def _without_empty_start(phrase: str, parts: list[Part]) -> Iterator[list[Part]]:
    """Yield a way for every part the phrase may begin with."""
    for place, part in enumerate(parts):
        filled = tuple(option for option in part if option)
        if filled:
            yield [filled, *parts[place + 1 :]]
        if len(filled) == len(part):
            return
    raise PhraseError(phrase, "may have no word")


def check_phrases(written: Iterable[str]) -> None:
    """Raise `PhraseError` for a phrase that cannot be read; one match answers for most lists."""
    phrases = list(written)
    if _FREE_LIST.fullmatch("\n".join(phrases)) is None:
        for phrase in phrases:
            take_apart(phrase)
