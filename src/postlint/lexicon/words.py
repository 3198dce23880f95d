"""A text's words and where they stand, worked out once and shared by all who look for words.

A word is a run of letters and digits; the underscore is neither. An
apostrophe ends a word, so "bachelor's" is the words `bachelor` and `s`; so
does a hyphen. What stands between two words is a gap, and only a gap of white
space, dashes and apostrophes joins its neighbours into a phrase.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate

from postlint.source import Span

# The group makes `re.split` keep the words, so that one pass in C yields gap,
# word, gap, word, ..., gap, and the offsets are the running sums of lengths.
WORD = re.compile(r"([^\W_]+)")
# The same words where no underscore stands, found a seventh faster.
WORD_OR_UNDERSCORE = re.compile(r"(\w+)")

DASHES = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
APOSTROPHES = "'`\u00b4\u2018\u2019\u201b\u02bc\uff07"
# Characters nobody sees; text pasted from word processors and web pages is full of them.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
# All that `str.isspace` says yes to; looking for them took a start-up longer than it may.
WHITE_SPACE = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0"
    "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
JOINERS = WHITE_SPACE + DASHES + APOSTROPHES + INVISIBLE


def lower(text: str) -> str:
    """Return the text in lower case with every character at its old offset.

    U+0130, the capital I with a dot, is the one character that `str.lower`
    makes longer.
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return text.replace("\u0130", "i").lower()


def joins(gap: str) -> bool:
    """Say whether what stands between two words leaves them in one phrase.

    White space, a dash and an apostrophe do; sentence marks and a blank line
    do not. A dash that begins a line is a bullet and does not either.
    """
    if len(gap) < _SHORT_GAP:
        return _joins_short(gap)
    return _joins(gap)


def _joins(gap: str) -> bool:
    if not gap or gap.strip(JOINERS):
        return False
    if "\n" not in gap and "\r" not in gap:
        return True
    _, *after = gap.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(after) == 1 and not after[0].strip(WHITE_SPACE + INVISIBLE)


# A text's gaps are few kinds and short; only those are worth remembering.
_SHORT_GAP = 6
_joins_short = lru_cache(maxsize=1024)(_joins)


class Words:
    """The words of a text, lower-cased, with their offsets in it.

    `words`, `starts` and `ends` run in parallel; `gaps[i]` stands before word
    `i`, and the last gap after the last word. Nobody may change the lists:
    they are lists because copying them into tuples would cost more than the
    search for phrases.
    """

    __slots__ = ("ends", "gaps", "starts", "words")

    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]

    def __init__(self, text: str) -> None:
        pattern = WORD if "_" in text else WORD_OR_UNDERSCORE
        parts = pattern.split(lower(text))
        offsets = list(accumulate(map(len, parts)))
        self.words = parts[1::2]
        self.gaps = parts[0::2]
        self.starts = offsets[:-1:2]
        self.ends = offsets[1::2]

    def __len__(self) -> int:
        return len(self.words)

    def __repr__(self) -> str:
        return f"Words({len(self.words)} words)"

    def between(self, span: Span) -> range:
        """Return the numbers of the words that lie wholly inside a span."""
        first = bisect_left(self.starts, span.start)
        stop = bisect_left(self.ends, span.end + 1, lo=first)
        return range(first, stop)

    def part(self, span: Span) -> Words:
        """Return the words inside a span, with offsets counted from the span's start."""
        inside = self.between(span)
        first, stop = inside.start, inside.stop
        part = Words.__new__(Words)
        part.words = self.words[first:stop]
        part.gaps = self.gaps[first : stop + 1]
        part.starts = [start - span.start for start in self.starts[first:stop]]
        part.ends = [end - span.start for end in self.ends[first:stop]]
        return part

    def span(self, first: int, stop: int) -> Span:
        """Return the span from the first word's start to the end of the word before `stop`."""
        return Span(self.starts[first], self.ends[stop - 1])
