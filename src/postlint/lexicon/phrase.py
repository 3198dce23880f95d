"""What a phrase is made of, read from the way it is written in a lexicon.

A phrase is written in lower-case words. A trailing `*` matches any ending of
that one word (`strateg*`). Between two words may stand whatever
`postlint.lexicon.words.joins` allows; a slash or another mark written in the
phrase (`he/she`, `laws, codes`) must stand in the text too. `(is|are)
responsible to` is short for both phrases, and `(the |)board` for one with and
one without the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from postlint.lexicon.words import JOINERS, lower

CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
STEP = re.compile(r"([^\W_]+)(\*?)([^\w*]*)")
# Lines of phrases that `steps` cannot refuse: no groups, no marks. One match answers for a whole
# list, so that a book need not take each apart when it is built.
PLAIN_LIST = re.compile(r"[^\W_]+\*?(?:[ '-][^\W_]+\*?)*(?:\n[^\W_]+\*?(?:[ '-][^\W_]+\*?)*)*")


class Step(NamedTuple):
    """One word of a phrase: its letters, whether any ending fits, the mark that must precede it."""

    word: str
    prefix: bool = False
    mark: str = ""


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
