"""The phrases of every fact and rule, found in one pass over a text's words.

Phrases of several words are found together in one walk. Single words need no
walk: which of a text's words are phrases is known from other texts, and a key's
own are put in place when somebody asks for the key. Of all keys a posting calls
for fewer than half.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, KeysView, Mapping
from itertools import chain, compress
from typing import Any

from postlint.cache import remember
from postlint.lexicon.block import Block
from postlint.lexicon.book import LONGEST_REMEMBERED, REMEMBERED, PhraseBook, file_phrases
from postlint.lexicon.hits import Hits
from postlint.lexicon.words import Words, lower

Places = list[tuple[int, int]]

_SINGLE = re.compile(r"[^\W_]+\*?")


class PhraseShelf:
    """Phrases filed under keys, as in a `PhraseBook`, laid out for many keys and much text.

    `scan` finds what a book of all of them would. Raises `PhraseError` for a
    phrase that cannot be read.
    """

    __slots__ = ("_book", "_known", "_prefixes", "_words", "keys")

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        # What stands for their words is written out, so that the digest tells of all of them.
        phrases = {
            key: wanted if isinstance(wanted, list | tuple | Block) else list(wanted)
            for key, wanted in phrases.items()
        }
        digest = f"{zlib.crc32(repr(phrases).encode()):08x}-4"
        self._words, self._prefixes, filed = remember(
            f"phrases-{len(phrases)}", digest, lambda: _file(phrases)
        )
        self._book = PhraseBook.of_filed(filed)
        # Words of texts that were asked about, and the keys of those that are phrases.
        # One pair, so that a thread never has half of what another puts in its place.
        self._known: tuple[set[str], dict[str, tuple[str, ...]]] = set(), {}
        self.keys = frozenset(phrases)

    def scan(self, words: Words) -> Hits:
        """Find the longer phrases of a text, and file its words for the others."""
        different = set(words.words)
        longer = self._book.find(words, different)
        return Hits(self.keys, words, _Finds(longer, words, self._phrases(different)))

    def _phrases(self, different: set[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the keys of words that are phrases by themselves; a text's are among them."""
        if len(self._known[0]) > REMEMBERED:
            self._known = set(), {}
        seen, known = self._known
        long: dict[str, tuple[str, ...]] = {}
        for word in different.difference(seen):
            brief = len(word) <= LONGEST_REMEMBERED
            keys = self._keys(word)
            if keys:
                (known if brief else long)[word] = keys
            if brief:
                seen.add(word)
        return {**known, **long} if long else known

    def _keys(self, word: str) -> tuple[str, ...]:
        """Return the keys of which a word is a phrase by itself."""
        whole = self._words.get(word, ())
        all_prefixes, by_prefix = self._prefixes
        begun: list[list[str]] = []
        if word.startswith(all_prefixes):
            begun = [keys for prefix, keys in by_prefix.items() if word.startswith(prefix)]
        return tuple(dict.fromkeys(chain(whole, *begun)))


def _file(phrases: Mapping[str, Iterable[str]]) -> tuple[Any, ...]:
    """Return keys by single words, keys by single prefixes, and the longer phrases, filed."""
    words: dict[str, list[str]] = {}
    prefixes: dict[str, list[str]] = {}
    longer: dict[str, list[str]] = {}
    for key, written in phrases.items():
        for phrase in written:
            if _SINGLE.fullmatch(phrase) is None:
                longer.setdefault(key, []).append(phrase)
            elif phrase[-1] == "*":
                prefixes.setdefault(lower(phrase[:-1]), []).append(key)
            else:
                words.setdefault(lower(phrase), []).append(key)
    return words, (tuple(prefixes), prefixes), file_phrases(longer)


class _Finds(Mapping[str, Places]):
    """The finds of a text by key; those of single words are put in place when a key is asked."""

    def __init__(
        self,
        longer: Mapping[str, Places],
        words: Words,
        phrases: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._longer = longer
        self._found: dict[str, Places] = {}
        # Where the words stand that are phrases, and which of them each key has.
        texts = words.words
        at: dict[str, list[int]] = {}
        for place in compress(range(len(texts)), map(phrases.__contains__, texts)):
            word = texts[place]
            if word in at:
                at[word].append(place)
            else:
                at[word] = [place]
        alone: dict[str, list[str]] = {}
        for word in at:
            for key in phrases[word]:
                alone.setdefault(key, []).append(word)
        self._at = at
        self._alone = alone
        self._all = dict.fromkeys((*longer, *alone))

    def __getitem__(self, key: str) -> Places:
        places = self.get(key)
        if places is None:
            raise KeyError(key)
        return places

    def get(self, key: str, default: Places | None = None) -> Places | None:  # type: ignore[override]
        """Return a key's finds; most keys have none, and need no exception to say so."""
        words = self._alone.get(key)
        if words is None:
            return self._longer.get(key, default)
        places = self._found.get(key)
        if places is None:
            places = self._found[key] = self._find(words, self._longer.get(key))
        return places

    def __contains__(self, key: object) -> bool:
        return key in self._all

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def keys(self) -> KeysView[str]:
        """Return the keys found, in a view that answers without calling back."""
        return self._all.keys()

    def _find(self, words: list[str], longer: Places | None) -> Places:
        single = [(place, place + 1) for word in words for place in self._at[word]]
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
