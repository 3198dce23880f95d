"""What a scan found: places of phrases by key."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set
from typing import Protocol, TypeAlias

from postlint.lexicon.words import Words
from postlint.text.source import Span

# Half-open ranges of word numbers, in order.
WordPlaces: TypeAlias = "list[tuple[int, int]]"


class Shelf(Protocol):
    """Who looks for the phrases of a key that a scan did not look for."""

    def look(self, key: str, words: Words) -> WordPlaces:
        """Return the places of a key in a text."""

    def near(self, key: str, words: Words, inside: range) -> WordPlaces:
        """Return its places within some words of a text."""


class Hits:
    """The places of each key's phrases in a text, in order.

    A key of the book that was not found has no places; a key the book does
    not know raises `KeyError`, because it is a slip of the one who asks.
    """

    __slots__ = ("_found", "_keys", "_settled", "_shelf", "_spans", "words")

    def __init__(
        self,
        keys: Set[str],
        words: Words,
        found: dict[str, WordPlaces],
        shelf: Shelf | None = None,
        settled: Set[str] | None = None,
    ) -> None:
        """Keep what was `found`; the `shelf` finds the places of a key that is not `settled`."""
        self._keys = keys
        self._settled = keys if shelf is None or settled is None else settled
        self._found = found
        self._shelf = shelf
        self._spans: dict[str, tuple[Span, ...]] = {}
        self.words = words

    def __contains__(self, key: object) -> bool:
        places = self._found.get(key)  # type: ignore[call-overload]  # any object may be asked about
        if places is None:
            if key in self._settled:
                return False
            return key in self._keys and bool(self._places(str(key)))
        return bool(places)

    def lacks(self, keys: Set[str]) -> bool:
        """Say whether none of some keys is found: most rules about words end with that."""
        if keys <= self._settled:
            return self._found.keys().isdisjoint(keys)
        return not any(key in self for key in keys)

    def __getitem__(self, key: str) -> tuple[Span, ...]:
        spans = self._spans.get(key)
        if spans is None:
            places = self._found.get(key)
            if places is None and key not in self._settled:
                places = self._places(key)
            # Most keys are not found; an empty list need not be made a tuple of spans.
            spans = self._spans[key] = self.words.spans(places) if places else ()
        return spans

    def _places(self, key: str) -> WordPlaces:
        places = self._found.get(key)
        if places is None:
            if key in self._settled:
                return []
            if self._shelf is None or key not in self._keys:
                raise KeyError(key)
            places = self._found[key] = self._shelf.look(key, self.words)
        return places

    @property
    def found(self) -> list[str]:
        """The keys found at least once."""
        for key in self._keys - self._settled - self._found.keys():
            self._places(key)
        return [key for key, places in self._found.items() if places]

    def places(self, key: str) -> tuple[tuple[int, int], ...]:
        """Return a key's places as half-open ranges of word numbers."""
        return tuple(self._places(key))

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

    def near(self, key: str, span: Span) -> tuple[Span, ...]:
        """Return the same of phrases that matter around a find alone: only there they are read."""
        if self._shelf is None or key in self._settled or key in self._found:
            return self.within(key, span)
        words = self.words
        return words.spans(self._shelf.near(key, words, words.between(span)))
