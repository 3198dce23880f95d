"""Finds all phrases of all keys in one walk over a text's words.

The cost of a scan grows with the words of the text and with what is found, not
with the number of phrases. A phrase is taken apart when its first word is first
met, because every start of the program pays for what a book does when it is
made (`docs/decisions/0002-phrases-by-words.md`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from postlint.lexicon.hits import Hits
from postlint.lexicon.phrase import PLAIN_LIST, Part, Step, first_words, take_apart
from postlint.lexicon.words import JOINERS, Words, joins

# Prefixes are filed under their first letters, so that a word is compared
# with the few that could fit and not with all.
_FILED_BY: Final = 3
# A book remembers what a word leads to. Texts repeat their words; a limit
# keeps a book that lives as long as an editor's server from growing with them.
_REMEMBERED: Final = 20_000
_LONGEST_REMEMBERED: Final = 40


# What a book has filed: keys, phrases by first word, phrases by the prefix they begin with.
Filed: TypeAlias = tuple[
    frozenset[str], dict[str, list[tuple[str, str]]], dict[str, list[tuple[str, str, str]]]
]


class _Node:
    """A place in a phrase: what ends here, and what may follow."""

    __slots__ = ("after_mark", "key", "prefixes", "words")

    def __init__(self, key: str | None = None) -> None:
        self.key = key
        self.words: dict[str, list[_Node]] | None = None
        self.prefixes: list[tuple[str, list[_Node]]] | None = None
        self.after_mark: dict[str, _Node] | None = None

    def add(self, word: str, targets: list[_Node], *, prefix: bool, mark: str) -> None:
        """Let a word lead from here to other places."""
        if mark:
            if self.after_mark is None:
                self.after_mark = {}
            self.after_mark.setdefault(mark, _Node()).add(word, targets, prefix=prefix, mark="")
        elif prefix:
            if self.prefixes is None:
                self.prefixes = []
            self.prefixes.append((word, targets))
        else:
            if self.words is None:
                self.words = {}
            self.words.setdefault(word, []).extend(targets)

    def follow(self, word: str) -> Iterator[_Node]:
        """Yield the places a word leads to."""
        if self.words is not None:
            yield from self.words.get(word, ())
        if self.prefixes is not None:
            for prefix, targets in self.prefixes:
                if word.startswith(prefix):
                    yield from targets


class _Start:
    """What a first word leads to, laid out for the one look most words need.

    `keys` end with the word itself, `follow` has the places behind each second
    word, `prefixes` are the beginnings a second word may have, and `slow` are
    the places after which one of them or a mark may stand.
    """

    __slots__ = ("follow", "keys", "marked", "prefixes", "slow")

    def __init__(self, nodes: list[_Node]) -> None:
        self.keys = tuple(dict.fromkeys(node.key for node in nodes if node.key is not None))
        self.follow: dict[str, list[_Node]] = {}
        for node in nodes:
            for word, targets in (node.words or {}).items():
                self.follow.setdefault(word, []).extend(targets)
        self.slow = tuple(node for node in nodes if node.prefixes or node.after_mark)
        self.prefixes = tuple(prefix for node in nodes for prefix, _ in node.prefixes or ())
        self.marked = any(node.after_mark is not None for node in nodes)

    def may_go_on(self, after: str) -> bool:
        """Say whether a prefix or a mark may lead on to the next word."""
        return self.marked or after.startswith(self.prefixes)


class PhraseBook:
    """Phrases filed under keys; the same phrase may stand under many.

    A book is read-only once built: it is made from a mapping, or by a
    `PhraseBookBuilder` where many hands add to it. Raises `PhraseError` for a
    phrase that cannot be read.
    """

    __slots__ = ("_by_first", "_by_prefix", "_known", "keys")

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self.keys = frozenset(phrases)
        # Phrases by their first word, not yet taken apart; those that begin with a prefix.
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        self._by_prefix: dict[str, list[tuple[str, str, str]]] = {}
        self._known: dict[str, _Start | None] = {}
        for key, written in phrases.items():
            self._file(key, list(written))

    @classmethod
    def of_filed(cls, filed: Filed) -> PhraseBook:
        """Return a book of what another has filed."""
        book = cls({})
        book.keys, book._by_first, book._by_prefix = filed
        return book

    @property
    def filed(self) -> Filed:
        """The keys, and the phrases by their first word or prefix: plain data."""
        return self.keys, self._by_first, self._by_prefix

    def _file(self, key: str, written: list[str]) -> None:
        by_first = self._by_first
        plain = PLAIN_LIST.fullmatch("\n".join(written)) is not None
        for phrase in written:
            if plain:
                first = phrase.partition(" ")[0]
                if first.isalpha() and first.islower():
                    by_first.setdefault(first, []).append((key, phrase))
                    continue
            for word, prefix in first_words(phrase):
                if prefix:
                    filed = self._by_prefix.setdefault(word[:_FILED_BY], [])
                    filed.append((word, key, phrase))
                else:
                    by_first.setdefault(word, []).append((key, phrase))

    def _lead(self, word: str) -> list[_Node]:
        """Return the places a first word leads to."""
        wanted = list(self._by_first.get(word, ()))
        for length in range(1, min(_FILED_BY, len(word)) + 1):
            wanted.extend(
                (key, phrase)
                for prefix, key, phrase in self._by_prefix.get(word[:length], ())
                if word.startswith(prefix)
            )
        # A phrase that begins both with the word and with a prefix of it is one phrase.
        return [node for pair in dict.fromkeys(wanted) for node in _root(*pair).follow(word)]

    def scan(self, words: Words) -> Hits:
        """Return all that is found: per key from left to right, the longest at a place.

        Two finds of one key never overlap; finds of different keys may.
        """
        return Hits(self.keys, words, self.find(words))

    def find(self, words: Words) -> dict[str, list[tuple[int, int]]]:
        """Return all that is found by key, as half-open ranges of word numbers."""
        texts = words.words
        following = [*texts[1:], ""]
        # Most words begin some phrase and few go on with its second word, so the
        # next word is looked at before anything is called: here most of the time goes.
        begun = [
            (first, start, after)
            for first, (start, after) in enumerate(
                zip(map(self._starts(texts).get, texts), following, strict=False)
            )
            if start is not None
            and (after in start.follow or (start.slow and start.may_go_on(after)) or start.keys)
        ]
        found: dict[str, list[tuple[int, int]]] = {}
        for first, start, after in begun:
            finds = _finds(start, words, first, after)
            if finds:
                _add(found, first, finds)
        return found

    def _starts(self, words: list[str]) -> dict[str, _Start | None]:
        """Return what each word of a text leads to."""
        known = self._known
        if len(known) > _REMEMBERED:
            known = self._known = {}
        fresh = set(words).difference(known)
        if not fresh:
            return known
        long: dict[str, _Start | None] = {}
        for word in fresh:
            nodes = self._lead(word)
            start = _Start(nodes) if nodes else None
            if len(word) <= _LONGEST_REMEMBERED:
                known[word] = start
            elif start is not None:
                long[word] = start
        return {**known, **long} if long else known


def _finds(start: _Start, words: Words, first: int, after: str) -> list[tuple[str, int]]:
    """Return the keys whose phrases begin at a place, each with the end of its longest."""
    stop = first + 1
    gaps = words.gaps
    targets = start.follow.get(after)
    slow = start.slow and (after.startswith(start.prefixes) or (start.marked and gaps[stop] != " "))
    if targets is None and not slow:
        return [(key, stop) for key in start.keys] if start.keys else []
    longest = dict.fromkeys(start.keys, stop)
    if targets is not None and (gaps[stop] == " " or joins(gaps[stop])):
        _arrive(targets, words, stop, longest)
    if slow:
        for node in start.slow:
            _go_on(node, words, stop, longest, words_too=False)
    return list(longest.items())


def _add(found: dict[str, list[tuple[int, int]]], first: int, finds: list[tuple[str, int]]) -> None:
    """Add finds that begin at a place, save those that overlap an earlier one of their key."""
    for key, end in finds:
        places = found.get(key)
        if places is None:
            found[key] = [(first, end)]
        elif places[-1][1] <= first:
            places.append((first, end))


def _root(key: str, phrase: str) -> _Node:
    """Return the place before a phrase, with all its words behind it.

    Built from the last word to the first, so that what follows a choice is
    there once, however many the choices are.
    """
    root = _Node()
    for parts in take_apart(phrase):
        targets = [_Node(key)]
        for part in reversed(parts[1:]):
            targets = _before(part, targets)
        for steps in parts[0]:
            _chain(root, steps, targets)
    return root


def _before(part: Part, targets: list[_Node]) -> list[_Node]:
    """Return the places before one part of a phrase, whichever option is taken."""
    before: list[_Node] = []
    for steps in part:
        if not steps:
            before.extend(targets)
        else:
            node = _Node()
            _chain(node, steps, targets)
            before.append(node)
    return before


def _chain(node: _Node, steps: tuple[Step, ...], targets: list[_Node]) -> None:
    """Let one option's words lead from a place to others."""
    for number, step in enumerate(steps):
        if number == len(steps) - 1:
            node.add(step.word, targets, prefix=step.prefix, mark=step.mark)
        else:
            following = _Node()
            node.add(step.word, [following], prefix=step.prefix, mark=step.mark)
            node = following


def _go_on(
    node: _Node, words: Words, place: int, longest: dict[str, int], *, words_too: bool = True
) -> None:
    """Note the longest phrase of each key that goes on from a node at a place.

    Whole words are passed over where they have been looked at already.
    """
    if place == len(words.words):
        return
    gap = words.gaps[place]
    if gap != " " and not joins(gap):
        marked = None if node.after_mark is None else node.after_mark.get(gap.strip(JOINERS))
        if marked is None:
            return
        node, words_too = marked, True
    word = words.words[place]
    if words_too and node.words is not None:
        targets = node.words.get(word)
        if targets is not None:
            _arrive(targets, words, place, longest)
    if node.prefixes is not None:
        for prefix, targets in node.prefixes:
            if word.startswith(prefix):
                _arrive(targets, words, place, longest)


def _arrive(targets: list[_Node], words: Words, place: int, longest: dict[str, int]) -> None:
    """Note the phrases that end with the word at a place, and go on from there."""
    for node in targets:
        if node.key is not None and longest.get(node.key, 0) <= place:
            longest[node.key] = place + 1
        if node.words is not None or node.prefixes is not None or node.after_mark is not None:
            _go_on(node, words, place + 1, longest)


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
