"""A text's words and where they stand, worked out once and shared by all who look for words.

A word is a run of letters and digits; the underscore is neither. An
apostrophe ends a word, so "bachelor's" is the words `bachelor` and `s`; so
does a hyphen. What stands between two words is a gap, and only a gap of white
space, dashes and apostrophes joins its neighbours into a phrase.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache

from postlint.text.patterns import pattern
from postlint.text.records import record
from postlint.text.source import WHITE_SPACE, Span

WORD = pattern(r"[^\W_]+")
# The signs of printers that most texts have, and what Latin-1 and printers have not.
_PRINTED = "\u2019\u201c\u201d\u2013\u2022\u2018\u2014\u2026"
_BEYOND = pattern("[^\x00-\xff\u2000-\u206f]")
# The bytes of Latin-1 in lower case, and a blank for each that is no letter or digit.
_FLAT = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 0x20 for code in range(256))

DASHES = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
APOSTROPHES = "'`\u00b4\u2018\u2019\u201b\u02bc\uff07"
# Characters nobody sees; text pasted from word processors and web pages is full of them.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
JOINERS = WHITE_SPACE + DASHES + APOSTROPHES + INVISIBLE
# What may stand between a heading and what it heads, within one phrase.
_HEADED = WHITE_SPACE + INVISIBLE + "*_"


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

    White space, a dash, an apostrophe, one underscore and signs of emphasis do; sentence
    marks and a blank line do not. A dash that begins a line is a bullet and does not either.
    """
    if len(gap) < _SHORT_GAP:
        return _joins_short(gap)
    return _joins(gap)


def _joins(gap: str) -> bool:
    # The markup's own signs of emphasis stand at a word's edge and are no part of what is said.
    # One underscore alone is a blank that a data file may not have: "PART_TIME".
    gap = gap.strip("*_") or gap.replace("_", " ", 1)
    if not gap or gap.strip(JOINERS):
        return False
    if "\n" not in gap and "\r" not in gap:
        return True
    _, *after = gap.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(after) == 1 and not after[0].strip(WHITE_SPACE + INVISIBLE)


_NO_JOINTS: Mapping[int, bool] = {}
# A text's gaps are few kinds and short; only those are worth remembering.
_SHORT_GAP = 6
_joins_short = lru_cache(maxsize=1024)(_joins)


class Words:
    """The words of a text, lower-cased, with their offsets in it.

    `words` and `starts` run in parallel. Nobody may change the lists: they are
    lists because copying them into tuples would cost more than the search for
    phrases. What stands between words is cut out when somebody asks; whether it
    joins them may be known by the `joints`, the offsets at which headings and blocks begin.
    """

    __slots__ = ("_distinct", "_following", "_joints", "_places", "starts", "text", "words")

    text: str
    words: list[str]
    starts: list[int]

    def __init__(self, text: str, joints: Mapping[int, bool] = _NO_JOINTS) -> None:
        self.text = text
        self._joints = joints
        self._places: dict[str, list[int]] | None = None
        self._following: list[str] | None = None
        self._distinct: frozenset[str] | None = None
        flat = _flat(text)
        if flat is None:
            found = list(WORD.finditer(lower(text)))
            self.words = [match[0] for match in found]
            self.starts = [match.start() for match in found]
            return
        # A blank for each character between two words: the offsets are sums of lengths.
        self.words = words = []
        self.starts = starts = []
        at = 0
        for part in flat.split(" "):
            if part:
                words.append(part)
                starts.append(at)
                at += len(part) + 1
            else:
                at += 1

    def __len__(self) -> int:
        return len(self.words)

    def __repr__(self) -> str:
        return f"Words({len(self.words)} words)"

    @property
    def places(self) -> Mapping[str, list[int]]:
        """The numbers of the words by what they are: where "staff" stands, and each other word."""
        places = self._places
        if places is None:
            places = {}
            for number, word in enumerate(self.words):
                if word in places:
                    places[word].append(number)
                else:
                    places[word] = [number]
            self._places = places
        return places

    @property
    def distinct(self) -> frozenset[str]:
        """Each of the words once, which costs a third of knowing where they stand."""
        distinct = self._distinct
        if distinct is None:
            distinct = self._distinct = frozenset(self.words)
        return distinct

    def end(self, number: int) -> int:
        """Return the offset behind a word."""
        return self.starts[number] + len(self.words[number])

    def gap(self, number: int) -> str:
        """Return what stands before a word; `len(words)` asks for what follows the last one."""
        start = self.starts[number - 1] + len(self.words[number - 1]) if number else 0
        return self.text[start : self.starts[number] if number < len(self.words) else None]

    def joined(self, number: int) -> bool:
        """Say whether what stands before a word leaves it in one phrase with the word before."""
        start = self.starts[number - 1] + len(self.words[number - 1])
        gap = self.text[start : self.starts[number]]
        if gap == " ":
            return True
        known = self._joints.get(self.starts[number])
        if known is None:
            return joins(gap)
        return known and not gap.strip(_HEADED)

    @property
    def following(self) -> list[str]:
        """The word after each word, and nothing after the last one."""
        following = self._following
        if following is None:
            following = self._following = [*self.words[1:], ""] if self.words else []
        return following

    def between(self, span: Span) -> range:
        """Return the numbers of the words that lie wholly inside a span."""
        start, end = span
        first = bisect_left(self.starts, start)
        stop = bisect_left(self.starts, end, first)
        if stop > first and self.end(stop - 1) > end:
            stop -= 1  # the span ends inside its last word
        return range(first, stop)

    def part(self, span: Span) -> Words:
        """Return the words inside a span, with offsets counted from the span's start."""
        inside = self.between(span)
        first, stop = inside.start, inside.stop
        part = Words.__new__(Words)
        part.text = self.text[span.start : span.end]
        part._places = part._following = part._distinct = None
        part._joints = _NO_JOINTS
        part.words = self.words[first:stop]
        part.starts = [start - span.start for start in self.starts[first:stop]]
        return part

    def span(self, first: int, stop: int) -> Span:
        """Return the span from the first word's start to the end of the word before `stop`."""
        last = stop - 1
        return record(Span, (self.starts[first], self.starts[last] + len(self.words[last])))

    def spans(self, places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """Return the spans of half-open ranges of word numbers."""
        starts, words = self.starts, self.words
        return tuple(
            [
                record(Span, (starts[first], starts[stop - 1] + len(words[stop - 1])))
                for first, stop in places
            ]
        )


def _flat(text: str) -> str | None:
    """Return a text in lower case with a blank for each character that is in no word.

    Most postings have no letters but those of Latin-1. As bytes they are put in
    lower case and cut five times faster than a pattern cuts them. `None` where a
    letter or digit is another: `ﬁ`, `Ł`.
    """
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        for sign in _PRINTED:
            text = text.replace(sign, " ")
        try:
            data = text.encode("latin-1")
        except UnicodeEncodeError:
            if any(map(str.isalnum, _BEYOND.findall(text))):
                return None
            data = text.encode("latin-1", "replace")
    return data.translate(_FLAT).decode("latin-1")
