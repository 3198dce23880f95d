"""Where sentences end in a posting.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or
a number; so does a blank line, and a line end before a capital that follows a
stop. Postings are full of "U.S.C.", "Sec. 504" and "7:30 a.m.", and a
posting's sentence is judged alone by many rules, so the exceptions matter more
here than in prose.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from math import inf

from postlint.document.vocabulary import word_set
from postlint.text.patterns import pattern
from postlint.text.records import record
from postlint.text.source import Span

# A run of stops or of white space is tried once, at its start: the search stays
# in proportion to the text.
# Each way to end begins with a character that search can look for by itself, and
# stands behind one that is not of its run: a run is tried once.
_STOP = pattern(
    r"[.!?](?<![.!?]{2})[.!?]*+[)\]\"'”’†*]*+(?=\s)"
    r"|[\r\n](?<!\s[\r\n])(?:(?<=\r)\n|(?!(?<=\r)\n))(?:[^\S\r\n]*+(?:\r\n|\n|\r))++"
)
_ABBREVIATIONS = word_set("abbreviations")
# What may stand before the word that a stop follows.
_OPENERS = "([\"“‘'"
_REACH = 24


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of a stretch of text, trimmed, in order."""
    start, end = span
    sentences: list[Span] = []
    raw = text[start:end]
    # Most stretches are one sentence: what may end another is sooner missed than searched for.
    many = "." in raw[:-1] or "\n" in raw or "!" in raw or "?" in raw or "\r" in raw
    for stop in _STOP.finditer(text, start, end) if many else ():
        if text[stop.start()] != "." or not _goes_on(text, span.start, stop):
            place = stop.end()
            _add(sentences, text, start, place)
            start = place
    _add(sentences, text, start, end)
    return tuple(sentences)


class Sentences:
    """The sentences of a text's stretches of running text, split where somebody asks.

    Most questions are about a few places; a stretch nobody asks about is never split.
    """

    __slots__ = ("_known", "_stretches", "_text")

    def __init__(self, text: str, stretches: Sequence[Span]) -> None:
        self._text = text
        self._stretches = stretches
        self._known: dict[int, tuple[Span, ...]] = {}

    def __iter__(self) -> Iterator[Span]:
        for number in range(len(self._stretches)):
            yield from self._split(number)

    def at(self, offset: int) -> Span | None:
        """Return the sentence an offset stands in, or `None` where it is in none."""
        number = bisect_right(self._stretches, (offset, inf)) - 1
        # What begins before a stretch ends before it too, so that no other has the offset.
        if number < 0 or offset >= self._stretches[number].end:
            return None
        sentences = self._split(number)
        place = bisect_right(sentences, (offset, inf)) - 1
        return sentences[place] if place >= 0 and offset < sentences[place].end else None

    def beginning_at(self, offset: int) -> Span | None:
        """Return the first sentence that begins at an offset or after it."""
        first = max(0, bisect_right(self._stretches, (offset, inf)) - 1)
        for number in range(first, len(self._stretches)):
            sentences = self._split(number)
            place = bisect_left(sentences, (offset,))
            if place < len(sentences):
                return sentences[place]
        return None

    def _split(self, number: int) -> tuple[Span, ...]:
        sentences = self._known.get(number)
        if sentences is None:
            sentences = split_sentences(self._text, self._stretches[number])
            self._known[number] = sentences
        return sentences


def _goes_on(text: str, floor: int, stop: re.Match[str]) -> bool:
    """Say whether a full stop stands inside a sentence."""
    after = text[stop.end() : stop.end() + _REACH].lstrip()
    if after[:1].islower():
        return True
    before = text[max(floor, stop.start() - _REACH) : stop.start()]
    if not before or before[-1].isspace():
        return False
    word = before.split()[-1].lower()
    if not word.isalnum():
        for opener in _OPENERS:
            word = word.rpartition(opener)[2]
    # An initial ("J. Doe") or an enumeration ("1. Lead ...").
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def _add(sentences: list[Span], text: str, start: int, end: int) -> None:
    raw = text[start:end]
    bare = raw.lstrip()
    words = bare.rstrip()
    if words:
        begin = end - len(bare)
        sentences.append(record(Span, (begin, begin + len(words))))
