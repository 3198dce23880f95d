"""The phrases of every fact and rule: a book for each key, opened when a key is asked for.

Nearly every check asks for the same keys, and never for half of them. A shelf
counts what is asked: the usual keys are found together, in one walk over a text's
words, and any other is looked for when somebody asks for it. A process that
checks one posting learns nothing: all keys of its first text are found together, in
one book, which is put away then. The books of single keys are taken out of the store
when a second text comes.
"""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from postlint.cache import remember
from postlint.lexicon.book import FirstBook, JointBook, PhraseBook
from postlint.lexicon.filing import Filing, Packed, digest_of
from postlint.lexicon.hits import Hits, WordPlaces
from postlint.lexicon.walk import FiledPlaces
from postlint.lexicon.words import Words
from postlint.text.tables import PhraseTable

# After so many looks for single keys, those that one text in fifty asked for, and more
# than one, join the usual ones. Learning costs what so many looks do: words are filed anew.
_LOOKS: Final = 150
_USUAL: Final = 0.02


class PhraseShelf:
    """Phrases filed under keys, as in a `PhraseBook`, laid out for many keys and many texts.

    `scan` finds what a book of all of them would. Raises `PhraseError` for a
    phrase that cannot be read.
    """

    __slots__ = (
        "_books",
        "_every",
        "_looks",
        "_packed",
        "_phrases",
        "_requests",
        "_texts",
        "_usual",
        "keys",
    )

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        # What stands for their words is written out, so that the digest tells of all of them.
        phrases = {
            key: wanted if isinstance(wanted, list | tuple | PhraseTable) else list(wanted)
            for key, wanted in phrases.items()
        }
        self._phrases = phrases
        self._packed: tuple[dict[str, bytes], FiledPlaces] | None = None
        self._every: FirstBook | None = FirstBook.cached(phrases)
        self._books: dict[str, PhraseBook] = {}
        self._usual = JointBook(())
        self._requests: Counter[str] = Counter()
        self._texts = 0
        self._looks = 0
        self.keys = frozenset(phrases)

    def scan(self, words: Words) -> Hits:
        """Return what is found in a text, some of it once it is asked for."""
        self._texts += 1
        every, self._every = self._every, None
        if every is not None:
            found = every.found(words)
            every.places.forget()
            return Hits(self.keys, words, found)
        if self._looks > _LOOKS:
            self._learn()
        usual = self._usual
        found = usual.found(words) if usual.keys else {}
        return Hits(self.keys, words, found, self, usual.keys)

    def look(self, key: str, words: Words) -> WordPlaces:
        """Return the places of one key, and count that it was asked for."""
        self._requests[key] += 1
        self._looks += 1
        return self._book(key).look(words).get(key, [])

    def near(self, key: str, words: Words, inside: range) -> WordPlaces:
        """Return its places within some words; that makes no key a usual one."""
        return self._book(key).near(words, inside)

    def _book(self, key: str) -> PhraseBook:
        book = self._books.get(key)
        if book is None:
            if self._packed is None:
                books, places = remember(
                    f"phrases-{len(self._phrases)}",
                    digest_of(self._phrases),
                    lambda: _file(self._phrases),
                )
                self._packed = books, FiledPlaces(places)
            books, places = self._packed
            packed = books.get(key)
            if packed is None:  # another thread has just taken it out
                return self._books[key]
            filed = marshal.loads(packed)  # noqa: S302  # what `_file` packed
            book = self._books[key] = PhraseBook.of_filed((key,), filed, places)
            books.pop(key, None)
        return book

    def _learn(self) -> None:
        """Let the keys that texts ask for be found together from now on."""
        enough = max(2, self._texts * _USUAL)
        # A copy: another thread may ask for a key at the same time.
        often = {key for key, times in tuple(self._requests.items()) if times >= enough}
        if added := sorted(often - self._usual.keys):
            self._usual = self._usual.and_also([self._book(key) for key in added])
        self._looks = 0


def _file(phrases: Mapping[str, Iterable[str]]) -> tuple[dict[str, bytes], Packed]:
    """Return the packed books by key, and the places of all."""
    filing = Filing()
    books = {key: marshal.dumps(filing.file({key: listed})) for key, listed in phrases.items()}
    return books, filing.packed
