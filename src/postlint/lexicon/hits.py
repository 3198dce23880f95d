"""What a scan found: places of phrases by key."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Set
from typing import TypeAlias

from postlint.lexicon.words import Words
from postlint.source import Span

# Half-open ranges of word numbers, in order.
Places: TypeAlias = "list[tuple[int, int]]"


class Hits:
    """The places of each key's phrases in a text, in order.

    A key of the book that was not found has no places; a key the book does
    not know raises `KeyError`, because it is a slip of the one who asks.
    """

    __slots__ = ("_found", "_keys", "_spans", "found", "words")

    def __init__(
        self,
        keys: Set[str],
        words: Words,
        found: Mapping[str, Iterable[tuple[int, int]]],
    ) -> None:
        self._keys = keys
        self._found = found
        self._spans: dict[str, tuple[Span, ...]] = {}
        # The keys found at least once: whoever has many keys looks here first.
        self.found: Collection[str] = found
        self.words = words

    def __contains__(self, key: object) -> bool:
        return key in self.found

    def __getitem__(self, key: str) -> tuple[Span, ...]:
        spans = self._spans.get(key)
        if spans is None:
            if key not in self._keys:
                raise KeyError(key)
            places = self._found.get(key, ())
            # Most keys are not found; an empty list need not be made a tuple of spans.
            spans = tuple([self.words.span(*place) for place in places]) if places else ()
            self._spans[key] = spans
        return spans

    def places(self, key: str) -> tuple[tuple[int, int], ...]:
        """Return a key's places as half-open ranges of word numbers."""
        if key not in self._keys:
            raise KeyError(key)
        return tuple(self._found.get(key, ()))

    def within(self, key: str, span: Span) -> tuple[Span, ...]:
        """Return the places of a key that lie wholly inside a span."""
        spans = self[key]
        if not spans:
            return ()
        # Places of one key do not overlap, so their ends are in order too.
        start, end = span
        first = stop = bisect_left(spans, (start,))
        while stop < len(spans) and spans[stop].end <= end:
            stop += 1
        return spans[first:stop]
