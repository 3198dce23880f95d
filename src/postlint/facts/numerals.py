"""Numbers that are written as words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

# One to twenty, in order.
SMALL: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
# Twenty to ninety, with what each is.
TENS: Final = {
    word: tens
    for tens, word in zip(
        range(20, 100, 10),
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        strict=True,
    )
}
_VALUES: Final = {
    **{word: number for number, word in enumerate(SMALL, 1)},
    **TENS,
}
_ORDINALS: Final = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
    *(f"{word}th" for word in SMALL[12:19]),
    "twentieth",
)
# The days of a month, "first" to "thirty-first".
DAYS: Final = (
    *_ORDINALS,
    *(f"twenty-{word}" for word in _ORDINALS[:9]),
    *("thirtieth", "thirty-first"),
)
_SCALES: Final = {"hundred": 100, "thousand": 1_000}
_JOINING: Final = frozenset({"and", "to"})


def is_numeral(word: str) -> bool:
    """Say whether a word may stand in a number that is written out."""
    return word in _VALUES or word in _SCALES or word in _JOINING


def numbers(words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the numbers that words of numbers stand for: first word, word after the last, value.

    >>> list(numbers("forty eight thousand and fifty two thousand five hundred".split()))
    [(0, 3, 48000), (4, 9, 52500)]
    >>> list(numbers("one hundred and five to two hundred".split()))
    [(0, 4, 105), (5, 7, 200)]
    """
    first = total = part = 0
    for place, word in enumerate(words):
        if word in _JOINING:
            # "One hundred and five" is one number, "twenty and thirty" are two.
            rest = list(takewhile(lambda one: one not in _JOINING, words[place + 1 :]))
            scaled = word == "and" and place > 0 and words[place - 1] in _SCALES
            if scaled and rest and not set(rest) & set(_SCALES):
                continue
            if total + part:
                yield first, place, total + part
            first, total, part = place + 1, 0, 0
        elif word == "thousand":
            total, part = total + max(part, 1) * _SCALES[word], 0
        elif word == "hundred":
            part = max(part, 1) * _SCALES[word]
        else:
            part += _VALUES[word]
    if total + part:
        yield first, len(words), total + part
