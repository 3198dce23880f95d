"""Many books, one a key, each opened when a text is first asked about its key.

The phrases of every fact and rule stand on one shelf. A text's words are filed
in one pass; a key's phrases then cost something only when somebody asks for
the key, and only where the first word of one stands in the text. Of the keys
of all rules a posting calls for fewer than half.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from postlint.lexicon.book import PhraseBook
from postlint.lexicon.hits import Hits
from postlint.lexicon.words import Words

Places = list[tuple[int, int]]


class PhraseShelf:
    """Phrases filed under keys, as in a `PhraseBook`, and read when they are wanted.

    `scan` finds what a book of all of them would. A phrase that cannot be read
    raises `PhraseError` when its key is first asked for.
    """

    __slots__ = ("_books", "_phrases", "keys")

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._phrases = phrases
        self._books: dict[str, PhraseBook] = {}
        self.keys = frozenset(phrases)

    def book(self, key: str) -> PhraseBook:
        """Return the book of one key."""
        book = self._books.get(key)
        if book is None:
            book = self._books[key] = PhraseBook({key: self._phrases[key]})
        return book

    def scan(self, words: Words) -> Hits:
        """File a text's words, and return its hits, each found when it is asked for."""
        return Hits(self.keys, words, _Finds(self, words))


class _Finds(Mapping[str, Places]):
    """The finds of a text by key; finding happens at the first question."""

    def __init__(self, shelf: PhraseShelf, words: Words) -> None:
        self._shelf = shelf
        self._words = words
        self._found: dict[str, Places] = {}
        at: dict[str, list[int]] = {}
        for place, word in enumerate(words.words):
            if word in at:
                at[word].append(place)
            else:
                at[word] = [place]
        self._at = at
        self._after = [*words.words[1:], ""]
        self._vocabulary = frozenset(at)
        self._in_order: list[str] | None = None

    def __getitem__(self, key: str) -> Places:
        places = self._found.get(key)
        if places is None:
            if key not in self._shelf.keys:
                raise KeyError(key)
            places = self._found[key] = self._find(key)
        if not places:
            raise KeyError(key)
        return places

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._shelf.keys if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _find(self, key: str) -> Places:
        book = self._shelf.book(key)
        begins = [*self._vocabulary.intersection(book.firsts)]
        for prefix in book.prefixes:
            begins.extend(self._beginning_with(prefix))
        found: Places = []
        for word in dict.fromkeys(begins) if book.prefixes else begins:
            found.extend(book.finds_of(word, self._at[word], self._words, self._after))
        if len(begins) > 1 and len(found) > 1:
            found.sort()
        return _apart(found)

    def _beginning_with(self, prefix: str) -> list[str]:
        """Return the words of the text that begin so."""
        if self._in_order is None:
            self._in_order = sorted(self._vocabulary)
        words = self._in_order
        first = last = bisect_left(words, prefix)
        while last < len(words) and words[last].startswith(prefix):
            last += 1
        return words[first:last]


def _apart(found: Places) -> Places:
    """Return finds, in order, without those that overlap one before them."""
    kept: Places = []
    end = 0
    for place in found:
        if place[0] >= end:
            kept.append(place)
            end = place[1]
    return kept
