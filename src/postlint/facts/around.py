"""Small questions about the words around a find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from postlint.facts.base import Case
from postlint.text.source import Span

# How far a stretch may reach that is neither sentence nor line: texts without
# newlines exist, and nobody quotes a page.
REACH = 400
# A sentence is looked at whole up to this length, and around the place asked
# for beyond it: what is worked out for each find must not grow with the text.
_LONGEST = 2400
_BEFORE, _AFTER = 800, 1600


def sentence_at(case: Case, offset: int) -> Span:
    """Return the sentence an offset stands in; outside running text, its line."""
    sentence = case.posting.running.at(offset)
    return line_at(case.text, offset) if sentence is None else near(case.text, sentence, offset)


def near(text: str, sentence: Span, offset: int) -> Span:
    """Return a sentence, or of an endless one what stands around an offset."""
    start, end = sentence
    if end - start <= _LONGEST:
        return sentence
    return trim(text, Span(max(start, offset - _BEFORE), min(end, offset + _AFTER)))


def next_sentence(case: Case, sentence: Span) -> Span | None:
    """Return the sentence that begins after this one."""
    return case.posting.running.beginning_at(sentence.end)


@lru_cache(maxsize=16)
def line_at(text: str, offset: int) -> Span:
    """Return the line an offset stands in, without blanks around it.

    Facts about one figure ask for its line several times over.
    """
    floor, ceiling = max(0, offset - REACH), min(len(text), offset + REACH)
    start = max(text.rfind("\n", floor, offset), text.rfind("\r", floor, offset)) + 1 or floor
    ends = [text.find(mark, offset, ceiling) for mark in "\n\r"]
    end = min((place for place in ends if place >= 0), default=ceiling)
    return trim(text, Span(max(start, floor), end))


def trim(text: str, span: Span) -> Span:
    """Return a span without the white space at its ends."""
    raw = text[span.start : span.end]
    start = span.start + len(raw) - len(raw.lstrip())
    return Span(start, max(start, span.end - len(raw) + len(raw.rstrip())))


def found_at(case: Case, search: re.Pattern[str], key: str) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds in the text in small letters, where the phrases of a key begin.

    They are found with all others: a pattern all of whose finds begin with one of them
    is asked at these places alone, and finds the same many times faster.
    """
    floor = 0
    for start, _ in case.hits[key]:
        if start >= floor and (match := search.match(case.lowered, start)) is not None:
            yield match
            floor = match.end()


def words_in(case: Case, span: Span) -> list[str]:
    """Return the words of a span, lower-case."""
    inside = case.words.between(span)
    return case.words.words[inside.start : inside.stop]


def within(case: Case, keys: tuple[str, ...], span: Span) -> Iterator[Span]:
    """Yield the finds of several keys inside a span, key by key."""
    for key in keys:
        yield from case.hits.within(key, span)
