"""Phrases of a regular expression that stands for few texts: `air(?:m[ae]n)` is two.

The lists of other tools are written as regular expressions and mean words.
What has no end of texts, looks around itself or asks for signs is no list of
words, and is reported as such. "Not before" is one, at an end: `master(?! data)`
is a phrase, and another that cancels it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Any

from re import _constants as codes  # isort: skip
from re import _parser as parser  # isort: skip

from postlint.lexicon.phrase import PhraseError, steps
from postlint.text.records import NamedTuple

# More texts than these are no list that anybody wrote.
_MOST = 200
_LONGEST_CLASS = 6
_SPACES = (codes.CATEGORY, codes.CATEGORY_SPACE)
# Where a word has to begin or end; what must not follow stands between the other two.
_EDGE, _NOT, _NOT_END = "\0", "\1", "\2"


class NoWordsError(ValueError):
    """A regular expression that stands for no list of words; it says why."""


class Phrases(NamedTuple):
    """What an expression stands for, and longer phrases in which it is not meant."""

    find: tuple[str, ...]
    unless: tuple[str, ...] = ()


def phrases_of(regex: str) -> Phrases:
    """Return the phrases a regular expression stands for; raises `NoWordsError`."""
    try:
        found = list(dict.fromkeys(islice(_texts(parser.parse(regex)), _MOST + 1)))
    except (re.error, RecursionError, OverflowError) as error:
        raise NoWordsError(f"is no regular expression ({error})") from None
    if len(found) > _MOST:
        raise NoWordsError(f"stands for more than {_MOST} texts")
    find: dict[str, None] = {}
    unless: dict[str, None] = {}
    for text in found:
        head, _, behind = text.partition(_NOT)
        tails, _, rest = behind.partition(_NOT_END)
        if rest.strip(_EDGE):
            raise NoWordsError("looks at what stands around it")
        plain = _between_edges(head + rest)
        if plain is None:
            continue
        if plain != plain.strip():
            raise NoWordsError("asks for a blank beside it")
        find[_phrase(plain)] = None
        # A word that goes on is another word, which a phrase does not find.
        apart = [tail for tail in tails.split(_NOT) if tail and not _in_word(tail[0])]
        unless.update((_phrase(plain + tail), None) for tail in apart)
    return Phrases(tuple(find), tuple(unless))


def _between_edges(text: str) -> str | None:
    """Return a text without the marks of edges; none where words have no such edge."""
    parts = [part for part in re.split(f"({_EDGE}+)", text) if part]
    for place, part in enumerate(parts):
        if part[0] == _EDGE:
            left = parts[place - 1][-1:] if place else ""
            right = parts[place + 1][:1] if place + 1 < len(parts) else ""
            if not (_in_word(left) or _in_word(right)):
                raise NoWordsError("asks for a place in the text")
            if _in_word(left) and _in_word(right):
                return None
    return "".join(part for part in parts if part[0] != _EDGE)


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _phrase(text: str) -> str:
    phrase = " ".join(text.split())
    try:
        steps(phrase)
    except PhraseError:
        raise NoWordsError(f"asks for signs that are no words: {phrase!r}") from None
    if any(sign in phrase for sign in "*()|"):
        raise NoWordsError(f"asks for signs that are no words: {phrase!r}")
    return phrase


def _texts(tree: Iterable[Any]) -> Iterator[str]:
    parts = [list(islice(_one(code, value), _MOST + 1)) for code, value in tree]
    for chosen in product(*parts):
        yield "".join(chosen)


def _one(code: Any, value: Any) -> Iterator[str]:
    if code is codes.LITERAL:
        yield chr(value)
    elif code is codes.AT:
        if value not in (codes.AT_BOUNDARY, codes.AT_BEGINNING, codes.AT_END):
            raise NoWordsError("asks for a place in the text")
        yield _EDGE if value is codes.AT_BOUNDARY else ""
    elif code is codes.BRANCH:
        for branch in value[1]:
            yield from _texts(branch)
    elif code is codes.SUBPATTERN:
        yield from _texts(value[3])
    elif code is codes.IN:
        yield from _class(value)
    elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        yield from _repeated(*value)
    elif code is codes.ASSERT_NOT and value[0] > 0:
        tails = islice(_texts(value[1]), _MOST + 1)
        yield _NOT + _NOT.join(tails).replace(_EDGE, "") + _NOT_END
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
