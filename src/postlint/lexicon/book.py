"""Finds all phrases of all keys in one walk over a text's words.

The cost of a scan grows with the words of the text and with what is found, not
with the number of phrases. What a first word leads to is worked out when the
book is made, and kept packed until a text has that word: a posting has one in
ten of the words that begin phrases (`docs/decisions/0002-phrases-by-words.md`).
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

from postlint.lexicon.hits import Hits, Places
from postlint.lexicon.phrase import Part, Step, take_apart
from postlint.lexicon.words import JOINERS, Words

# Prefixes are filed under their first letters, so that a word is compared
# with the few that could fit and not with all.
FILED_BY: Final = 3
# A book remembers what a word leads to. Texts repeat their words; a limit
# keeps a book that lives as long as an editor's server from growing with them.
REMEMBERED: Final = 20_000
LONGEST_REMEMBERED: Final = 40

# Places and starts are plain tuples, so that they can be kept between runs.
# A place in a phrase: the key that ends here, the places behind each next word,
# those behind each prefix of one, and the place behind a mark.
Place: TypeAlias = "tuple[str | None, _ByWord | None, _ByPrefix | None, _ByMark | None]"
_ByWord: TypeAlias = "dict[str, tuple[Place, ...]]"
_ByPrefix: TypeAlias = "tuple[tuple[str, tuple[Place, ...]], ...]"
_ByMark: TypeAlias = "dict[str, Place]"
# What words lead to, laid out for the one look most need: the keys that end with
# the last word, the places behind each next word, the places after which a prefix
# or a mark may stand, those prefixes, and whether there is a mark.
_Start: TypeAlias = "tuple[tuple[str, ...], _ByWord, tuple[Place, ...], tuple[str, ...], bool]"
# What a book has filed: its keys, the packed starts of whole words, and the packed
# places behind prefixes under their first letters.
Filed: TypeAlias = tuple[frozenset[str], dict[str, bytes], dict[str, list[tuple[str, bytes]]]]


class _Draft:
    """A place while its phrase is read: what ends here, and what may follow."""

    __slots__ = ("after_mark", "key", "prefixes", "words")

    def __init__(self, key: str | None = None) -> None:
        self.key = key
        self.words: dict[str, list[_Draft]] = {}
        self.prefixes: dict[str, list[_Draft]] = {}
        self.after_mark: dict[str, _Draft] = {}

    def add(self, step: Step, targets: list[_Draft]) -> None:
        """Let a word lead from here to other places."""
        place = self.after_mark.setdefault(step.mark, _Draft()) if step.mark else self
        ways = place.prefixes if step.prefix else place.words
        ways.setdefault(step.word, []).extend(targets)

    def place(self, made: dict[int, Place]) -> Place:
        """Return the finished place; `made` has those that several ways lead to."""
        known = made.get(id(self))
        if known is None:
            known = made[id(self)] = (
                self.key,
                {word: _places(ways, made) for word, ways in self.words.items()} or None,
                tuple((word, _places(ways, made)) for word, ways in self.prefixes.items()) or None,
                {mark: draft.place(made) for mark, draft in self.after_mark.items()} or None,
            )
        return known


def _places(drafts: Iterable[_Draft], made: dict[int, Place]) -> tuple[Place, ...]:
    return tuple(draft.place(made) for draft in drafts)


class _State:
    """Where a walk stands when it has read words: all phrases that begin with them at once.

    What another word leads to is worked out when a text first has it there, so
    that a text's words are looked up one by one however many phrases share them.
    """

    __slots__ = ("_onward", "ends", "follow", "marked", "prefixes", "slow")

    def __init__(self, start: _Start) -> None:
        self.ends, self.follow, self.slow, self.prefixes, self.marked = start
        self._onward: dict[str, _State] = {}

    def after(self, word: str) -> _State:
        """Return where one of the words of `follow` leads."""
        state = self._onward.get(word)
        if state is None:
            state = self._onward[word] = _State(_start(self.follow[word]))
        return state


def _start(places: tuple[Place, ...]) -> _Start:
    """Return what the places behind a word come to."""
    if len(places) == 1:  # most words behind a first one belong to one phrase
        key, words, prefixes, after_mark = places[0]
        slow = places if prefixes or after_mark else ()
        begun = tuple([prefix for prefix, _ in prefixes or ()])
        return (() if key is None else (key,)), words or {}, slow, begun, after_mark is not None
    return _merged(places)


def _merged(places: tuple[Place, ...]) -> _Start:
    keys: dict[str, None] = {}
    follow: dict[str, tuple[Place, ...]] = {}
    slow: list[Place] = []
    for place in places:
        key, words, prefixes, after_mark = place
        if key is not None:
            keys[key] = None
        for word, targets in (words or {}).items():
            follow[word] = (*follow.get(word, ()), *targets)
        if prefixes or after_mark:
            slow.append(place)
    beginnings = (prefix for place in slow for prefix, _ in place[2] or ())
    marked = any(place[3] for place in slow)
    return tuple(keys), follow, tuple(slow), tuple(dict.fromkeys(beginnings)), marked


class PhraseBook:
    """Phrases filed under keys; the same phrase may stand under many.

    A book is read-only once built. Raises `PhraseError` for a phrase that cannot
    be read.
    """

    __slots__ = ("_by_first", "_by_prefix", "_known", "keys")

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self.keys, self._by_first, self._by_prefix = file_phrases(phrases)
        self._known: dict[str, _State | None] = {}

    @classmethod
    def of_filed(cls, filed: Filed) -> PhraseBook:
        """Return a book of what `file_phrases` gave."""
        book = cls.__new__(cls)
        book.keys, book._by_first, book._by_prefix = filed
        book._known = {}
        return book

    def _lead(self, word: str) -> _State | None:
        """Return what a first word leads to."""
        packed = self._by_first.get(word)
        if packed is not None:
            return _State(_unpack(packed))
        places = [
            place
            for length in range(1, min(FILED_BY, len(word)) + 1)
            for prefix, packed in self._by_prefix.get(word[:length], ())
            if word.startswith(prefix)
            for place in _unpack(packed)
        ]
        return _State(_start(tuple(places))) if places else None

    def scan(self, words: Words) -> Hits:
        """Return all that is found: per key from left to right, the longest at a place.

        Two finds of one key never overlap; finds of different keys may.
        """
        texts = words.words
        known = self._known
        states = {word: known[word] if word in known else self._state(word) for word in set(texts)}
        found: dict[str, Places] = {}
        for first, (state, after) in enumerate(
            zip(map(states.get, texts), words.following, strict=True)
        ):
            # Most words begin some phrase and few go on with its second word.
            if state is None or not (after in state.follow or state.ends or state.slow):
                continue
            for key, end in _finds(state, words, first).items():
                places = found.get(key)
                if places is None:
                    found[key] = [(first, end)]
                elif places[-1][1] <= first:  # those that overlap an earlier one are none
                    places.append((first, end))
        return Hits(self.keys, words, found)

    def places(self, words: Words, begun: Iterable[str]) -> Places:
        """Return what `scan` would find of a book's one key.

        `begun` are the words of the text that may begin its phrases, each once.
        """
        at, after = words.places, words.following
        states = self._known
        found: Places = []
        alone = True
        for word in begun:
            state = states[word] if word in states else self._state(word)
            if state is None:
                continue
            firsts = at[word]
            follow = state.follow
            if not (follow or state.slow):
                found += [(first, first + 1) for first in firsts]
                continue
            alone = False
            if not (state.ends or state.slow):
                firsts = [first for first in firsts if after[first] in follow]
            for first in firsts:
                end = _end(state, words, first)
                if end:
                    found.append((first, end))
        if len(found) > 1:
            found.sort()
            return found if alone else _apart(found)
        return found

    def _state(self, word: str) -> _State | None:
        """Return what a word leads to, and remember it."""
        if len(self._known) > REMEMBERED:
            self._known = {}
        state = self._lead(word)
        if len(word) <= LONGEST_REMEMBERED:
            self._known[word] = state
        return state


def file_phrases(phrases: Mapping[str, Iterable[str]]) -> Filed:
    """Return phrases filed by what they begin with, as plain data.

    Raises `PhraseError` for a phrase that cannot be read.
    """
    by_word: dict[str, list[_Draft]] = {}
    by_prefix: dict[str, list[_Draft]] = {}
    for key, written in phrases.items():
        for phrase in written:
            root = _root(key, phrase)
            for word, drafts in root.words.items():
                by_word.setdefault(word, []).extend(drafts)
            for word, drafts in root.prefixes.items():
                by_prefix.setdefault(word, []).extend(drafts)
    filed: dict[str, list[str]] = {}
    for prefix in by_prefix:
        filed.setdefault(prefix[:FILED_BY], []).append(prefix)
    starts: dict[str, bytes] = {}
    for word, drafts in by_word.items():
        fitting = [
            draft
            for length in range(1, min(FILED_BY, len(word)) + 1)
            for prefix in filed.get(word[:length], ())
            if word.startswith(prefix)
            for draft in by_prefix[prefix]
        ]
        starts[word] = _pack(_start(_places([*drafts, *fitting], {})))
    return (
        frozenset(phrases),
        starts,
        {
            letters: [(prefix, _pack(_places(by_prefix[prefix], {}))) for prefix in prefixes]
            for letters, prefixes in filed.items()
        },
    )


def _pack(plain: Any) -> bytes:
    return marshal.dumps(plain)


def _unpack(packed: bytes) -> Any:
    return marshal.loads(packed)  # noqa: S302  # what this module packed, and data only


def _finds(state: _State, words: Words, first: int) -> dict[str, int]:
    """Return the keys whose phrases begin at a place, each with the end of its longest."""
    texts = words.words
    stop, last = first + 1, len(texts)
    longest = dict.fromkeys(state.ends, stop)
    while stop < last:
        word = texts[stop]
        if state.slow and (
            word.startswith(state.prefixes) or (state.marked and words.gap(stop) != " ")
        ):
            for place in state.slow:
                _go_on(place, words, stop, longest, words_too=False)
        if word not in state.follow or not words.joined(stop):
            break
        state = state.after(word)
        stop += 1
        for key in state.ends:
            # A prefix or a mark may have led further already.
            if longest.get(key, 0) < stop:
                longest[key] = stop
    return longest


def _end(state: _State, words: Words, first: int) -> int:
    """Return where the longest phrase of the one key ends that begins at a place; 0 for none."""
    texts = words.words
    stop, last = first + 1, len(texts)
    end = stop if state.ends else 0
    while stop < last:
        word = texts[stop]
        if state.slow and (
            word.startswith(state.prefixes) or (state.marked and words.gap(stop) != " ")
        ):
            longest: dict[str, int] = {}
            for place in state.slow:
                _go_on(place, words, stop, longest, words_too=False)
            end = max((end, *longest.values()))
        if word not in state.follow or not words.joined(stop):
            break
        state = state.after(word)
        stop += 1
        if state.ends and stop > end:
            end = stop
    return end


def _apart(places: Places) -> Places:
    """Return the places that do not overlap an earlier one."""
    kept = places[:1]
    for place in places:
        if place[0] >= kept[-1][1]:
            kept.append(place)
    return kept


def _root(key: str, phrase: str) -> _Draft:
    """Return the place before a phrase, with all its words behind it.

    Built from the last word to the first, so that what follows a choice is
    there once, however many the choices are.
    """
    root = _Draft()
    for parts in take_apart(phrase):
        targets = [_Draft(key)]
        for part in reversed(parts[1:]):
            targets = _before(part, targets)
        for steps in parts[0]:
            _chain(root, steps, targets)
    return root


def _before(part: Part, targets: list[_Draft]) -> list[_Draft]:
    """Return the places before one part of a phrase, whichever option is taken."""
    before: list[_Draft] = []
    for steps in part:
        if not steps:
            before.extend(targets)
        else:
            draft = _Draft()
            _chain(draft, steps, targets)
            before.append(draft)
    return before


def _chain(draft: _Draft, steps: tuple[Step, ...], targets: list[_Draft]) -> None:
    """Let one option's words lead from a place to others."""
    for step in steps[:-1]:
        following = _Draft()
        draft.add(step, [following])
        draft = following
    draft.add(steps[-1], targets)


def _go_on(
    place: Place, words: Words, number: int, longest: dict[str, int], *, words_too: bool = True
) -> None:
    """Note the longest phrase of each key that goes on from a place with a word.

    Whole words are passed over where they have been looked at already.
    """
    if number == len(words.words):
        return
    _, by_word, by_prefix, after_mark = place
    if not words.joined(number):
        marked = None if after_mark is None else after_mark.get(words.gap(number).strip(JOINERS))
        if marked is None:
            return
        _, by_word, by_prefix, _ = marked
        words_too = True
    word = words.words[number]
    if words_too and by_word is not None:
        targets = by_word.get(word)
        if targets is not None:
            _arrive(targets, words, number, longest)
    if by_prefix is not None:
        for prefix, targets in by_prefix:
            if word.startswith(prefix):
                _arrive(targets, words, number, longest)


def _arrive(places: tuple[Place, ...], words: Words, number: int, longest: dict[str, int]) -> None:
    """Note the phrases that end with a word, and go on from there."""
    for place in places:
        key, by_word, by_prefix, after_mark = place
        if key is not None and longest.get(key, 0) <= number:
            longest[key] = number + 1
        if by_word is not None or by_prefix is not None or after_mark is not None:
            _go_on(place, words, number + 1, longest)
