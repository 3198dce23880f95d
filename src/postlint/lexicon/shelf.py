"""The phrases of every fact and rule: a book for each key, opened when a key is asked for.

A text's words are filed once, by what they are; a key then looks only where the
words stand that begin its phrases. Of all keys a posting calls for fewer than half,
and of what a single walk would find four fifths would go unread.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from postlint.cache import remember
from postlint.lexicon.block import Block
from postlint.lexicon.book import (
    FILED_BY,
    LONGEST_REMEMBERED,
    REMEMBERED,
    PhraseBook,
    file_phrases,
)
from postlint.lexicon.hits import Hits, Places
from postlint.lexicon.words import Words


class PhraseShelf:
    """Phrases filed under keys, as in a `PhraseBook`, laid out for many keys and much text.

    `scan` finds what a book of all of them would. Raises `PhraseError` for a
    phrase that cannot be read.
    """

    __slots__ = ("_begun", "_books", "_packed", "_prefixes", "_words", "keys")

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        # What stands for their words is written out, so that the digest tells of all of them.
        phrases = {
            key: wanted if isinstance(wanted, list | tuple | Block) else list(wanted)
            for key, wanted in phrases.items()
        }
        digest = f"{zlib.crc32(repr(phrases).encode()):08x}-6"
        self._packed, self._words, self._prefixes = remember(
            f"phrases-{len(phrases)}", digest, lambda: _file(phrases)
        )
        self._books: dict[str, PhraseBook] = {}
        # What words of texts begin: remembered, as texts repeat their words.
        self._begun: dict[str, tuple[str, ...]] = {}
        self.keys = frozenset(phrases)

    def scan(self, words: Words) -> Hits:
        """File the words of a text, for the keys that will be asked for."""
        if len(self._begun) > REMEMBERED:
            self._begun = {}
        known = self._begun
        begun: dict[str, list[str]] = {}
        for word in words.places:
            keys = known.get(word)
            if keys is None:
                keys = self._keys(word)
                if len(word) <= LONGEST_REMEMBERED:
                    known[word] = keys
            for key in keys:
                if key in begun:
                    begun[key].append(word)
                else:
                    begun[key] = [word]
        return Hits(self.keys, words, _Finds(self, words, begun))

    def book(self, key: str) -> PhraseBook:
        """Return the book of a key."""
        book = self._books.get(key)
        if book is None:
            filed = marshal.loads(self._packed[key])  # noqa: S302  # what `_file` packed
            book = self._books[key] = PhraseBook.of_filed(filed)
        return book

    def _keys(self, word: str) -> tuple[str, ...]:
        """Return the keys with a phrase that begins with a word or with a prefix of it."""
        begun = [
            keys
            for length in range(1, min(FILED_BY, len(word)) + 1)
            for prefix, keys in self._prefixes.get(word[:length], ())
            if word.startswith(prefix)
        ]
        return tuple(dict.fromkeys(chain(self._words.get(word, ()), *begun)))


def _file(phrases: Mapping[str, Iterable[str]]) -> tuple[Any, ...]:
    """Return the packed books by key, and the keys by first words and by first prefixes."""
    packed: dict[str, bytes] = {}
    words: dict[str, list[str]] = {}
    prefixes: dict[str, dict[str, list[str]]] = {}
    for key, written in phrases.items():
        filed = file_phrases({key: written})
        packed[key] = marshal.dumps(filed)
        for word in filed[1]:
            words.setdefault(word, []).append(key)
        for letters, begun in filed[2].items():
            for prefix, _ in begun:
                prefixes.setdefault(letters, {}).setdefault(prefix, []).append(key)
    return packed, words, {letters: list(begun.items()) for letters, begun in prefixes.items()}


class _Finds(Mapping[str, Places]):
    """The finds of a text by key, looked for when the key is asked for."""

    def __init__(self, shelf: PhraseShelf, words: Words, begun: Mapping[str, list[str]]) -> None:
        self._shelf = shelf
        self._words = words
        self._begun = begun
        self._found: dict[str, Places] = {}

    def __getitem__(self, key: str) -> Places:
        places = self.get(key)
        if places is None:
            raise KeyError(key)
        return places

    def get(self, key: str, default: Places | None = None) -> Places | None:  # type: ignore[override]
        """Return a key's finds; most keys have none, and need no exception to say so."""
        begun = self._begun.get(key)
        if begun is None:
            return default
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._shelf.book(key).places(self._words, begun)
        return found or default

    def __contains__(self, key: object) -> bool:
        # Most keys have no word in a text that could begin a phrase of theirs.
        return key in self._begun and bool(self.get(str(key)))

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._begun if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
