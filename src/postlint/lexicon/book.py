"""Finds all phrases of all keys in one walk over a text's words.

The book is a tree over words: the cost of a scan grows with the words of the
text and with what is found, not with the number of phrases. Building it is a
few dictionary insertions a phrase, because every start of the program pays
for it (`docs/decisions/0002-phrases-by-words.md`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from postlint.lexicon.hits import Hits
from postlint.lexicon.phrase import PLAIN_LIST, Step, expand, steps
from postlint.lexicon.words import JOINERS, Words, joins

# Prefixes are filed under their first letters, so that a word is compared
# with the few that could fit and not with all.
_FILED_BY: Final = 3
# A book remembers what a word leads to. Texts repeat their words; a limit
# keeps a book that lives as long as an editor's server from growing with them.
_REMEMBERED: Final = 20_000
_LONGEST_REMEMBERED: Final = 40


class _Node:
    """A place in the tree: what ends here, and what may follow."""

    __slots__ = ("after_mark", "keys", "prefixes", "words")

    def __init__(self) -> None:
        self.keys: list[str] | None = None
        self.words: dict[str, _Node] | None = None
        self.prefixes: dict[str, dict[str, _Node]] | None = None
        self.after_mark: dict[str, _Node] | None = None

    def next_word(self, word: str) -> _Node:
        """Return the place after a whole word, made where it is missing."""
        if self.words is None:
            self.words = {}
        node = self.words.get(word)
        if node is None:
            node = self.words[word] = _Node()
        return node

    def next_prefix(self, prefix: str) -> _Node:
        """Return the place after a word that begins so, made where it is missing."""
        if self.prefixes is None:
            self.prefixes = {}
        return self.prefixes.setdefault(prefix[:_FILED_BY], {}).setdefault(prefix, _Node())

    def next_mark(self, mark: str) -> _Node:
        """Return the place behind a mark that must stand in the text."""
        if self.after_mark is None:
            self.after_mark = {}
        return self.after_mark.setdefault(mark, _Node())

    def end(self, key: str) -> None:
        """Note that a phrase of this key ends here."""
        if self.keys is None:
            self.keys = [key]
        elif key not in self.keys:
            self.keys.append(key)

    def follow(self, word: str) -> list[_Node]:
        """Return the places a word leads to."""
        nodes: list[_Node] = []
        if self.words is not None:
            node = self.words.get(word)
            if node is not None:
                nodes.append(node)
        if self.prefixes is not None:
            for length in range(1, min(_FILED_BY, len(word)) + 1):
                filed = self.prefixes.get(word[:length])
                if filed is not None:
                    nodes += [node for prefix, node in filed.items() if word.startswith(prefix)]
        return nodes


class PhraseBook:
    """Phrases filed under keys; the same phrase may stand under many.

    A book is read-only once built: it is made from a mapping, or by a
    `PhraseBookBuilder` where many hands add to it. Raises `PhraseError` for a
    phrase that cannot be read.
    """

    __slots__ = ("_by_first", "_known", "_prefixed", "keys")

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self.keys = frozenset(phrases)
        # Phrases by their first word, not yet taken apart; those that begin with a prefix.
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        self._prefixed = _Node()
        self._known: dict[str, tuple[_Node, ...]] = {}
        for key, written in phrases.items():
            self._file(key, list(written))

    def _file(self, key: str, written: list[str]) -> None:
        if not PLAIN_LIST.fullmatch("\n".join(written)):
            for phrase in written:
                for plain in expand(phrase):
                    self._file_steps(key, plain, steps(plain))
            return
        by_first = self._by_first
        for phrase in written:
            first = phrase.partition(" ")[0]
            if not first.isalpha() or not first.islower():
                self._file_steps(key, phrase, steps(phrase))
            elif first in by_first:
                by_first[first].append((key, phrase))
            else:
                by_first[first] = [(key, phrase)]

    def _file_steps(self, key: str, phrase: str, parts: list[Step]) -> None:
        if parts[0].prefix:
            _grow(self._prefixed, key, parts)
        else:
            self._by_first.setdefault(parts[0].word, []).append((key, phrase))

    def _lead(self, word: str) -> tuple[_Node, ...]:
        """Return the places a first word leads to."""
        nodes = self._prefixed.follow(word)
        phrases = self._by_first.get(word)
        if phrases is not None:
            # Grown apart and handed over whole, so that two threads cannot see half a branch.
            node = _Node()
            for key, phrase in phrases:
                place = node
                first, *rest = phrase.split(" ")
                if first == word and all(map(str.isalnum, rest)):
                    for after in rest:
                        place = place.next_word(after)
                    place.end(key)
                else:
                    _grow(node, key, steps(phrase)[1:])
            nodes.append(node)
        return tuple(nodes)

    def scan(self, words: Words) -> Hits:
        """Return all that is found: per key from left to right, the longest at a place.

        Two finds of one key never overlap; finds of different keys may.
        """
        found: dict[str, list[tuple[int, int]]] = {}
        starts = self._starts(words.words)
        for first, word in enumerate(words.words):
            nodes = starts.get(word)
            if not nodes:
                continue
            longest: dict[str, int] = {}
            for node in nodes:
                if node.keys is not None:
                    for key in node.keys:
                        longest.setdefault(key, first + 1)
                if node.words is not None or node.prefixes is not None or node.after_mark:
                    _walk(node, words, first + 1, longest)
            for key, stop in longest.items():
                places = found.get(key)
                if places is None:
                    found[key] = [(first, stop)]
                elif places[-1][1] <= first:
                    places.append((first, stop))
        return Hits(self.keys, words, found)

    def _starts(self, words: list[str]) -> dict[str, tuple[_Node, ...]]:
        """Return what each word of a text leads to from the root."""
        known = self._known
        if len(known) > _REMEMBERED:
            known = self._known = {}
        fresh = set(words).difference(known)
        if not fresh:
            return known
        long: dict[str, tuple[_Node, ...]] = {}
        for word in fresh:
            nodes = self._lead(word)
            if len(word) <= _LONGEST_REMEMBERED:
                known[word] = nodes
            elif nodes:
                long[word] = nodes
        return {**known, **long} if long else known


def _grow(node: _Node, key: str, parts: list[Step]) -> None:
    """Add a phrase's words behind a node."""
    for word, prefix, mark in parts:
        if mark:
            node = node.next_mark(mark)
        node = node.next_prefix(word) if prefix else node.next_word(word)
    node.end(key)


def _walk(node: _Node, words: Words, place: int, longest: dict[str, int]) -> None:
    """Note the longest phrase of each key that goes on from a node at a place."""
    if place == len(words.words):
        return
    gap = words.gaps[place]
    if gap != " " and not joins(gap):
        marked = None if node.after_mark is None else node.after_mark.get(gap.strip(JOINERS))
        if marked is None:
            return
        node = marked
    for after in node.follow(words.words[place]):
        if after.keys is not None:
            for key in after.keys:
                if longest.get(key, 0) <= place:
                    longest[key] = place + 1
        if after.words is not None or after.prefixes is not None or after.after_mark:
            _walk(after, words, place + 1, longest)


class PhraseBookBuilder:
    """Gathers phrases from many hands and makes a book of them."""

    __slots__ = ("_phrases",)

    def __init__(self) -> None:
        self._phrases: dict[str, list[str]] = {}

    def add(self, key: str, phrases: Iterable[str]) -> PhraseBookBuilder:
        """File phrases under a key, beside those already there, and return the builder."""
        self._phrases.setdefault(key, []).extend(phrases)
        return self

    def build(self) -> PhraseBook:
        """Return the book; what is added later does not change it."""
        return PhraseBook(self._phrases)
