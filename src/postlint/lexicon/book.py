"""Finds all phrases of all keys in one walk over a text's words.

The cost of a scan grows with the words of the text and with what is found, not
with the number of phrases. What words lead to is worked out when the book is
made, and stays packed until a text has them: a posting has one in ten of the
words that begin phrases (`docs/decisions/0002-phrases-by-words.md`).
"""

from __future__ import annotations

import marshal
import zlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Set
from itertools import repeat
from operator import itemgetter
from typing import Final, TypeAlias

from postlint.cache import remember
from postlint.lexicon.filing import (
    FILED_BY,
    ByLetters,
    Filed,
    Filing,
    Packed,
    PlaceNumbers,
    digest_of,
)
from postlint.lexicon.hits import Hits, WordPlaces
from postlint.lexicon.walk import FiledPlaces, WalkState, finds
from postlint.lexicon.words import Words

# A book remembers what a word leads to. Texts repeat their words; a limit
# keeps a book that lives as long as an editor's server from growing with them.
_REMEMBERED: Final = 12_000
_LONGEST_REMEMBERED: Final = 40

_number = itemgetter(0)


class Book(ABC):
    """Keys with phrases, of which a walk over a text's words finds all."""

    __slots__ = ("_states", "keys", "places")

    def __init__(self, keys: Set[str], places: FiledPlaces) -> None:
        self.keys = keys
        self.places = places
        self._states = _States(places, self.begun)

    @abstractmethod
    def begun(self, word: str) -> PlaceNumbers:
        """Return the places that a first word leads to."""

    def scan(self, words: Words) -> Hits:
        """Return all that is found: per key from left to right, the longest at a place.

        Two finds of one key never overlap; finds of different keys may.
        """
        return Hits(self.keys, words, self.found(words))

    def found(self, words: Words) -> dict[str, WordPlaces]:
        """Return the places of each key that is found."""
        return _walk(enumerate(map(self._states.__getitem__, words.words)), words)


class PhraseBook(Book):
    """Phrases filed under keys; the same phrase may stand under many.

    What a book finds never changes once it is built. Raises `PhraseError` for a
    phrase that cannot be read.
    """

    __slots__ = ("by_first", "by_prefix", "first_prefixes")

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        filing = Filing()
        filed = filing.file(phrases)
        self._open(frozenset(phrases), filed, FiledPlaces(filing.packed))

    @classmethod
    def of_filed(cls, keys: Iterable[str], filed: Filed, places: FiledPlaces) -> PhraseBook:
        """Return the book of what a `Filing` gave."""
        book = cls.__new__(cls)
        book._open(frozenset(keys), filed, places)
        return book

    @classmethod
    def cached(cls, name: str, phrases: Mapping[str, Iterable[str]]) -> PhraseBook:
        """Return the book of phrases that never change, filed once and cached between runs."""

        def build() -> tuple[Filed, Packed]:
            filing = Filing()
            return filing.file(phrases), filing.packed

        filed, packed = remember(name, digest_of(phrases), build)
        return cls.of_filed(phrases, filed, FiledPlaces(packed))

    def _open(self, keys: Set[str], filed: Filed, places: FiledPlaces) -> None:
        self.by_first, self.by_prefix = filed
        # The beginnings of words (`strateg*`) that phrases begin with.
        self.first_prefixes = tuple(
            [prefix for begun in self.by_prefix.values() for prefix, _ in begun]
        )
        super().__init__(keys, places)

    def begun(self, word: str) -> PlaceNumbers:
        """Return the places that a first word leads to."""
        whole = self.by_first.get(word)
        return _begun(word, self.by_prefix) if whole is None else (whole,)

    def look(self, words: Words) -> dict[str, WordPlaces]:
        """Return what `found` does, sooner where few words of the text begin a phrase."""
        distinct = words.distinct
        beginning = {*(self.by_first.keys() & distinct)}
        if prefixes := self.first_prefixes:
            beginning.update([word for word in distinct if word.startswith(prefixes)])
        if not beginning:  # as for most keys, and where words stand need not be known
            return {}
        at = words.places
        begun = [(first, self._states[word]) for word in beginning for first in at[word]]
        begun.sort(key=_number)
        return _walk(begun, words)

    def near(self, words: Words, inside: range) -> WordPlaces:
        """Return the places within some words of a text, which are all that is read."""
        near, prefixes = words.words[inside.start : inside.stop], self.first_prefixes
        if self.by_first.keys().isdisjoint(near) and not (
            prefixes and any(map(str.startswith, near, repeat(prefixes)))
        ):
            return []  # as for most finds, and no state need be known
        found = _walk(enumerate(map(self._states.__getitem__, near), inside.start), words)
        return [place for places in found.values() for place in places if place[1] <= inside.stop]


class FirstBook(Book):
    """All phrases of all keys, for a single text: of what words lead to, most stays packed."""

    __slots__ = ("_by_prefix", "_drawers")

    def __init__(self, keys: Set[str], filed: Drawers) -> None:
        self._drawers, self._by_prefix, packed = filed
        super().__init__(keys, FiledPlaces(packed))

    @classmethod
    def cached(cls, phrases: Mapping[str, Iterable[str]]) -> FirstBook:
        """Return the book of phrases, filed once and cached between runs."""

        def build() -> Drawers:
            filing = Filing()
            by_first, by_prefix = filing.file(phrases)
            drawers: list[dict[str, int]] = [{} for _ in range(_DRAWERS)]
            for word, number in by_first.items():
                drawers[_drawer(word)][word] = number
            return tuple(map(marshal.dumps, drawers)), by_prefix, filing.packed

        filed = remember(f"first-{len(phrases)}", digest_of(phrases), build)
        return cls(frozenset(phrases), filed)

    def begun(self, word: str) -> PlaceNumbers:
        """Return the places that a first word leads to."""
        drawer = marshal.loads(self._drawers[_drawer(word)])  # noqa: S302  # what `cached` packed
        whole = drawer.get(word)
        return _begun(word, self._by_prefix) if whole is None else (whole,)


# The words that phrases begin with, in drawers, each packed with the places that they lead to;
# the places behind prefixes; and all places.
Drawers: TypeAlias = tuple[tuple[bytes, ...], ByLetters, Packed]
_DRAWERS: Final = 1 << 10


def _drawer(word: str) -> int:
    return zlib.crc32(word.encode()) % _DRAWERS


class JointBook(Book):
    """Several books of one shelf, read in one walk."""

    __slots__ = ("_books", "_by_first", "_by_prefix")

    def __init__(self, books: Iterable[PhraseBook]) -> None:
        self._books = tuple(books)
        self._by_first: dict[str, PlaceNumbers] = {}
        self._by_prefix: ByLetters = {}
        keys: set[str] = set()
        for book in self._books:
            keys |= book.keys
            for word, number in book.by_first.items():
                self._by_first[word] = (*self._by_first.get(word, ()), number)
            for letters, begun in book.by_prefix.items():
                self._by_prefix.setdefault(letters, []).extend(begun)
        places = self._books[0].places if self._books else FiledPlaces((b"", b""))
        super().__init__(frozenset(keys), places)

    def begun(self, word: str) -> PlaceNumbers:
        """Return the places that a first word leads to in each of the books."""
        return self._by_first.get(word, ()) + _begun(word, self._by_prefix)

    def and_also(self, books: Iterable[PhraseBook]) -> JointBook:
        """Return a book of more books, which knows what texts' words lead to as this one does."""
        added = JointBook(books)
        made = JointBook((*self._books, *added._books))
        known = tuple(self._states.items())
        made._states.update([one for one in known if not added.begun(one[0])])
        return made


def _begun(word: str, by_prefix: ByLetters) -> PlaceNumbers:
    """Return the places behind the prefixes that a word begins with."""
    return tuple(
        [
            number
            for length in range(1, min(FILED_BY, len(word)) + 1)
            for prefix, number in by_prefix.get(word[:length], ())
            if word.startswith(prefix)
        ]
    )


class _States(dict[str, "WalkState | None"]):
    """What first words lead to, worked out when a text first has them, and remembered.

    Words that lead to the same ("leads", "leading") lead to one state.
    """

    __slots__ = ("_begun", "_places")

    def __init__(self, places: FiledPlaces, begun: Callable[[str], PlaceNumbers]) -> None:
        self._places = places
        self._begun = begun

    def __missing__(self, word: str) -> WalkState | None:
        begun = self._begun(word)
        state = self._places.state(begun) if begun else None
        if len(self) > _REMEMBERED:
            self._forget()
        if len(word) <= _LONGEST_REMEMBERED:
            self[word] = state
        return state

    def _forget(self) -> None:
        """Forget the words that begin no phrase, as most do; all, where those are too many."""
        for word in [word for word, state in tuple(self.items()) if state is None]:
            self.pop(word, None)
        if len(self) > _REMEMBERED // 2:
            self.clear()


def _walk(begun: Iterable[tuple[int, WalkState | None]], words: Words) -> dict[str, WordPlaces]:
    """Return what is found where phrases may begin, given from left to right."""
    found: dict[str, WordPlaces] = {}
    following = words.following
    for first, state in begun:
        if state is None:
            continue
        ends: Iterable[tuple[str, int]]
        # Many words begin some phrase and few go on with its second word.
        if (word := following[first]) in state.follow or (
            state.open
            and word
            and (word.startswith(state.prefixes) or (state.marked and not words.joined(first + 1)))
        ):
            ends = finds(state, words, first).items()
        elif state.ends:  # a phrase of one word
            ends = zip(state.ends, repeat(first + 1))
        else:
            continue
        for key, end in ends:
            places = found.get(key)
            if places is None:
                found[key] = [(first, end)]
            elif places[-1][1] <= first:  # those that overlap an earlier one are none
                places.append((first, end))
    return found
