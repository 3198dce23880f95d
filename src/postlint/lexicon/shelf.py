"""The phrases of every fact and rule, found in one pass over a text's words.

Phrases of several words are found together in one walk. Single words need no
walk: the words of a text are filed once, and a key's own are looked up there
when somebody asks for the key. Of all keys a posting calls for fewer than half.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from postlint.cache import remember
from postlint.lexicon.block import Block
from postlint.lexicon.book import PhraseBook, file_phrases
from postlint.lexicon.hits import Hits
from postlint.lexicon.words import Words, lower

Places = list[tuple[int, int]]

_SINGLE = re.compile(r"[^\W_]+\*?")


class PhraseShelf:
    """Phrases filed under keys, as in a `PhraseBook`, laid out for many keys and much text.

    `scan` finds what a book of all of them would. Raises `PhraseError` for a
    phrase that cannot be read.
    """

    __slots__ = ("_book", "_prefixes", "_words", "keys")

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        # What stands for their words is written out, so that the digest tells of all of them.
        phrases = {
            key: wanted if isinstance(wanted, list | tuple | Block) else list(wanted)
            for key, wanted in phrases.items()
        }
        digest = f"{zlib.crc32(repr(phrases).encode()):08x}-3"
        self._words, self._prefixes, filed = remember(
            f"phrases-{len(phrases)}", digest, lambda: _file(phrases)
        )
        self._book = PhraseBook.of_filed(filed)
        self.keys = frozenset(phrases)

    def scan(self, words: Words) -> Hits:
        """Find the longer phrases of a text, and file its words for the others."""
        return Hits(self.keys, words, _Finds(self, words))

    def walk(self, words: Words) -> Mapping[str, Places]:
        """Return the finds of all longer phrases by key."""
        return self._book.find(words)

    def single_words(self, key: str, vocabulary: _Vocabulary) -> list[str]:
        """Return the words of a text that are phrases of a key by themselves."""
        found: list[str] = []
        if key in self._words:
            found.extend(vocabulary.words.intersection(self._words[key]))
        if key in self._prefixes:
            known = set(found)
            for prefix in self._prefixes[key]:
                known.update(vocabulary.beginning_with(prefix))
            return list(known)
        return found


def _file(phrases: Mapping[str, Iterable[str]]) -> tuple[Any, ...]:
    """Return single words by key, single prefixes by key, and the longer phrases, filed."""
    words: dict[str, set[str]] = {}
    prefixes: dict[str, list[str]] = {}
    longer: dict[str, list[str]] = {}
    for key, written in phrases.items():
        for phrase in written:
            if _SINGLE.fullmatch(phrase) is None:
                longer.setdefault(key, []).append(phrase)
            elif phrase[-1] == "*":
                prefixes.setdefault(key, []).append(lower(phrase[:-1]))
            else:
                words.setdefault(key, set()).add(lower(phrase))
    return words, prefixes, file_phrases(longer)


class _Vocabulary:
    """The words of a text, each once, with their places."""

    def __init__(self, words: list[str]) -> None:
        at: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            if word in at:
                at[word].append(place)
            else:
                at[word] = [place]
        self.at = at
        self.words = frozenset(at)
        self._in_order: list[str] | None = None

    def beginning_with(self, prefix: str) -> list[str]:
        """Return the words that begin so."""
        if self._in_order is None:
            self._in_order = sorted(self.words)
        words = self._in_order
        first = last = bisect_left(words, prefix)
        while last < len(words) and words[last].startswith(prefix):
            last += 1
        return words[first:last]


class _Finds(Mapping[str, Places]):
    """The finds of a text by key; single words are looked up at the first question."""

    def __init__(self, shelf: PhraseShelf, words: Words) -> None:
        self._shelf = shelf
        self._vocabulary = _Vocabulary(words.words)
        self._longer = shelf.walk(words)
        self._found: dict[str, Places] = {}

    def __getitem__(self, key: str) -> Places:
        places = self._found.get(key)
        if places is None:
            if key not in self._shelf.keys:
                raise KeyError(key)
            places = self._found[key] = self._find(key)
        if not places:
            raise KeyError(key)
        return places

    def get(self, key: str, default: Places | None = None) -> Places | None:  # type: ignore[override]
        """Return a key's finds; most keys have none, and need no exception to say so."""
        places = self._found.get(key)
        if places is None:
            if key not in self._shelf.keys:
                return default
            places = self._found[key] = self._find(key)
        return places or default

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._shelf.keys if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _find(self, key: str) -> Places:
        longer = self._longer.get(key)
        words = self._shelf.single_words(key, self._vocabulary)
        if not words:
            return longer or []
        at = self._vocabulary.at
        single = [(place, place + 1) for word in words for place in at[word]]
        if longer is None:
            if len(words) > 1:
                single.sort()
            return single
        # The longest at a place comes first, and hides what it overlaps.
        both = sorted([*single, *longer], key=lambda place: (place[0], -place[1]))
        found: Places = []
        end = 0
        for place in both:
            if place[0] >= end:
                found.append(place)
                end = place[1]
        return found
