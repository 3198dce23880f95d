"""Phrases filed by the words they begin with, as plain data that can be cached between runs."""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Iterable, Mapping, Sequence
from sys import intern
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from postlint.lexicon.phrase_table import PhraseTable

if TYPE_CHECKING:
    from postlint.lexicon.phrase import Part, Step

# Prefixes are filed under their first letters, so that a word is compared
# with the few that could fit and not with all.
FILED_BY: Final = 3

# Places and starts are plain tuples, so that they can be cached between runs.
# A place in a phrase: the key that ends here, the places behind each next word,
# those behind each prefix of one, and the place behind a mark.
Place: TypeAlias = "tuple[str | None, _ByWord | None, _ByPrefix | None, _ByMark | None]"
_ByWord: TypeAlias = "dict[str, tuple[Place, ...]]"
_ByPrefix: TypeAlias = "tuple[tuple[str, tuple[Place, ...]], ...]"
_ByMark: TypeAlias = "dict[str, Place]"
# What words lead to, laid out for the one look most need: the keys that end with
# the last word, the places behind each next word, the places after which a prefix
# or a mark may stand, those prefixes, and whether there is a mark.
Start: TypeAlias = "tuple[tuple[str, ...], _ByWord, tuple[Place, ...], tuple[str, ...], bool]"
# What a book has filed: its keys, the packed starts of whole words, and the packed
# places behind prefixes under their first letters.
Filed: TypeAlias = tuple[frozenset[str], dict[str, bytes], dict[str, list[tuple[str, bytes]]]]


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
    # Words that lead to the same, as the options of a first part do, have one copy of it.
    same: dict[bytes, bytes] = {}
    for word, drafts in by_word.items():
        fitting = [
            draft
            for length in range(1, min(FILED_BY, len(word)) + 1)
            for prefix in filed.get(word[:length], ())
            if word.startswith(prefix)
            for draft in by_prefix[prefix]
        ]
        packed = marshal.dumps(start_of(_places([*drafts, *fitting], {})))
        starts[word] = same.setdefault(packed, packed)
    return (
        frozenset(phrases),
        starts,
        {
            letters: [
                (prefix, marshal.dumps(_places(by_prefix[prefix], {}))) for prefix in prefixes
            ]
            for letters, prefixes in filed.items()
        },
    )


def digest_of(phrases: Mapping[str, Iterable[str]]) -> str:
    """Return what tells phrases from others, and their filing from that of other releases."""
    listing = "\0".join([f"{key}\0{_written(listed)}" for key, listed in phrases.items()])
    return f"{zlib.crc32(listing.encode()):08x}-{len(listing)}-12"


def _written(phrases: Iterable[str]) -> str:
    return phrases.text if isinstance(phrases, PhraseTable) else "\0".join(phrases)


def unpack(packed: bytes) -> Any:
    """Return what `file_phrases` packed: a start, or the places behind a prefix."""
    return marshal.loads(packed)  # noqa: S302  # what this module packed, and data only


def start_of(places: Iterable[Place]) -> Start:
    """Return what the places behind a word come to."""
    return together([_alone(place) for place in places])


def together(starts: Sequence[Start]) -> Start:
    """Return what several starts come to, those of one word in several books, say."""
    if len(starts) == 1:  # most words behind a first one belong to one phrase
        return starts[0]
    keys: dict[str, None] = {}
    follow: dict[str, tuple[Place, ...]] = {}
    slow: list[Place] = []
    begun: dict[str, None] = {}
    marked = False
    for ends, words, places, prefixes, mark in starts:
        keys.update(dict.fromkeys(ends))
        for word, targets in words.items():
            before = follow.get(word)
            follow[word] = targets if before is None else (*before, *targets)
        slow.extend(places)
        begun.update(dict.fromkeys(prefixes))
        marked = marked or mark
    return tuple(keys), follow, tuple(slow), tuple(begun), marked


def _alone(place: Place) -> Start:
    key, words, prefixes, after_mark = place
    slow = (place,) if prefixes or after_mark else ()
    begun = tuple([prefix for prefix, _ in prefixes or ()])
    return (() if key is None else (key,)), words or {}, slow, begun, after_mark is not None


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
        # What is unpacked later is then the same object wherever the word stands.
        ways.setdefault(intern(step.word), []).extend(targets)

    def place(self, made: _Made) -> Place:
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


# What drafts came to, a place each and all that one word leads to.
_Made: TypeAlias = "dict[int | tuple[int, ...], Any]"


def _places(drafts: Sequence[_Draft], made: _Made) -> tuple[Place, ...]:
    """Return the finished places; the words of a choice lead to the same, which is there once."""
    all_of = tuple(map(id, drafts))
    known: tuple[Place, ...] | None = made.get(all_of)
    if known is None:
        known = made[all_of] = tuple([draft.place(made) for draft in drafts])
    return known


def _root(key: str, phrase: str) -> _Draft:
    """Return the place before a phrase, with all its words behind it.

    Built from the last word to the first, so that what follows a choice is
    there once, however many the choices are.
    """
    from postlint.lexicon.phrase import take_apart  # noqa: PLC0415  # most starts file nothing

    root = _Draft()
    for parts in take_apart(phrase):
        targets = [_Draft(intern(key))]
        for part in reversed(parts[1:]):
            targets = _before(part, targets)
        for steps in parts[0]:
            _chain(root, steps, targets)
    return root


def _before(part: Part, targets: list[_Draft]) -> list[_Draft]:
    """Return the places before one part of a phrase, whichever option is taken.

    All options begin at one place: a place each would be led to by every option before.
    """
    draft = _Draft()
    for steps in part:
        if steps:
            _chain(draft, steps, targets)
    return [draft, *targets] if any(not steps for steps in part) else [draft]


def _chain(draft: _Draft, steps: tuple[Step, ...], targets: list[_Draft]) -> None:
    """Let one option's words lead from a place to others."""
    for step in steps[:-1]:
        following = _Draft()
        draft.add(step, [following])
        draft = following
    draft.add(steps[-1], targets)
