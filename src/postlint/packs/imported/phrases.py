"""Phrases of a regular expression that stands for few texts: `air(?:m[ae]n)` is two.

The lists of other tools are written as regular expressions and mean words.
What has no end of texts, looks around itself or asks for signs is no list of
words, and is reported as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Any

from re import _constants as codes  # isort: skip
from re import _parser as parser  # isort: skip

from postlint.lexicon.phrase import PhraseError, steps

# More texts than these are no list that anybody wrote.
_MOST = 200
_LONGEST_CLASS = 6
_SPACES = (codes.CATEGORY, codes.CATEGORY_SPACE)


class NoWordsError(ValueError):
    """A regular expression that stands for no list of words; it says why."""


def phrases_of(regex: str) -> tuple[str, ...]:
    """Return the phrases a regular expression stands for; raises `NoWordsError`."""
    try:
        tree = parser.parse(regex)
    except (re.error, RecursionError, OverflowError) as error:
        raise NoWordsError(f"is no regular expression ({error})") from None
    found = list(dict.fromkeys(islice(_texts(tree), _MOST + 1)))
    if len(found) > _MOST:
        raise NoWordsError(f"stands for more than {_MOST} texts")
    texts = [" ".join(text.split()) for text in found]
    for text in texts:
        try:
            steps(text)
        except PhraseError:
            raise NoWordsError(f"asks for signs that are no words: {text!r}") from None
        if any(sign in text for sign in "*()|"):
            raise NoWordsError(f"asks for signs that are no words: {text!r}")
    return tuple(dict.fromkeys(texts))


def _texts(tree: Iterable[Any]) -> Iterator[str]:
    parts = [list(islice(_one(code, value), _MOST + 1)) for code, value in tree]
    for chosen in product(*parts):
        yield "".join(chosen)


def _one(code: Any, value: Any) -> Iterator[str]:
    if code is codes.LITERAL:
        yield chr(value)
    elif code is codes.AT:
        # A word ends where a phrase does; other places are none that words have.
        if value not in (codes.AT_BOUNDARY, codes.AT_BEGINNING, codes.AT_END):
            raise NoWordsError("asks for a place in the text")
        yield ""
    elif code is codes.BRANCH:
        for branch in value[1]:
            yield from _texts(branch)
    elif code is codes.SUBPATTERN:
        yield from _texts(value[3])
    elif code is codes.IN:
        yield from _class(value)
    elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        yield from _repeated(*value)
    elif code in (codes.ASSERT, codes.ASSERT_NOT):
        raise NoWordsError("looks at what stands around it")
    else:
        raise NoWordsError("stands for texts without end")


def _class(members: list[tuple[Any, Any]]) -> Iterator[str]:
    if members == [_SPACES]:
        yield " "
        return
    signs: list[str] = []
    for code, value in members:
        if code is codes.LITERAL:
            signs.append(chr(value))
        elif code is codes.RANGE and value[1] - value[0] < _LONGEST_CLASS:
            signs.extend(map(chr, range(value[0], value[1] + 1)))
        else:
            raise NoWordsError("stands for texts without end")
    # "front[- ]end": a phrase finds either.
    yield from dict.fromkeys(
        " " if sign in "- _\u2019'" and sign != "_" else sign for sign in signs
    )


def _repeated(least: int, most: int, tree: Any) -> Iterator[str]:
    texts = list(islice(_texts(tree), _MOST + 1))
    if texts == [" "]:
        if least == 0:
            yield ""
        yield " "
        return
    if most is codes.MAXREPEAT or most - least > 1 or most > 2:
        raise NoWordsError("stands for texts without end")
    for times in range(least, most + 1):
        for chosen in product(texts, repeat=times):
            yield "".join(chosen)
