"""Phrases filed by the words they begin with, as plain data that can be cached between runs.

What may follow a word of some phrases is a place, and places have numbers: one leads to others
by their numbers, and is unpacked when a text first gets there. Phrases that end alike share
their places, so that all of them take less room than they do as they are written out.
"""

from __future__ import annotations

import marshal
import zlib
from array import array
from collections.abc import Iterable, Mapping
from sys import intern
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from postlint.text.tables import PhraseTable

if TYPE_CHECKING:
    from postlint.lexicon.phrase import Part, Step

# Prefixes are filed under their first letters, so that a word is compared
# with the few that could fit and not with all.
FILED_BY: Final = 3

# All are plain data, so that they can be cached between runs.
PlaceNumbers: TypeAlias = tuple[int, ...]
# A place: the keys whose phrases end here, the places behind each next word, those behind
# each prefix of one, and those behind a mark.
Place: TypeAlias = (
    "tuple[tuple[str, ...], dict[str, PlaceNumbers], _ByPrefix, dict[str, PlaceNumbers]]"
)
_ByPrefix: TypeAlias = tuple[tuple[str, PlaceNumbers], ...]
# Where each place begins among all, and all, packed.
Packed: TypeAlias = tuple[bytes, bytes]
# The place behind each word that phrases begin with, and the places behind prefixes under
# their first letters.
ByLetters: TypeAlias = dict[str, list[tuple[str, int]]]
Filed: TypeAlias = tuple[dict[str, int], ByLetters]


class Filing:
    """Phrases that are being filed, of one key or of many; their places are `packed` then."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}
        self._packed: list[bytes] = []

    @property
    def packed(self) -> Packed:
        """The places of all that was filed."""
        starts = array("I", [0])
        for place in self._packed:
            starts.append(starts[-1] + len(place))
        return starts.tobytes(), b"".join(self._packed)

    def file(self, phrases: Mapping[str, Iterable[str]]) -> Filed:
        """Return where phrases begin. Raises `PhraseError` for a phrase that cannot be read."""
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
        known: _Known = {}
        starts: dict[str, int] = {}
        for word, drafts in by_word.items():
            fitting = [
                draft
                for length in range(1, min(FILED_BY, len(word)) + 1)
                for prefix in filed.get(word[:length], ())
                if word.startswith(prefix)
                for draft in by_prefix[prefix]
            ]
            starts[word] = self._number([*drafts, *fitting], known)
        return starts, {
            letters: [(prefix, self._number(by_prefix[prefix], known)) for prefix in prefixes]
            for letters, prefixes in filed.items()
        }

    def _number(self, drafts: Iterable[_Draft], known: _Known) -> int:
        """Return the place where all of some drafts are stood at; equal places are one."""
        drafts = tuple(dict.fromkeys(drafts))
        number = known.get(drafts)
        if number is None:
            words: dict[str, list[_Draft]] = {}
            prefixes: dict[str, list[_Draft]] = {}
            marks: dict[str, list[_Draft]] = {}
            for draft in drafts:
                for ways, all_ways in ((draft.words, words), (draft.prefixes, prefixes)):
                    for word, targets in ways.items():
                        all_ways.setdefault(word, []).extend(targets)
                for mark, target in draft.after_mark.items():
                    marks.setdefault(mark, []).append(target)
            place = (
                tuple(dict.fromkeys(draft.key for draft in drafts if draft.key is not None)),
                tuple((word, (self._number(ways, known),)) for word, ways in words.items()),
                tuple((word, (self._number(ways, known),)) for word, ways in prefixes.items()),
                tuple((mark, (self._number(ways, known),)) for mark, ways in marks.items()),
            )
            number = self._numbers.setdefault(place, len(self._packed))
            if number == len(self._packed):
                ends, by_word, by_prefix, by_mark = place
                self._packed.append(marshal.dumps((ends, dict(by_word), by_prefix, dict(by_mark))))
            known[drafts] = number
        return number


def digest_of(phrases: Mapping[str, Iterable[str]]) -> str:
    """Return what tells phrases from others, and their filing from that of other releases."""
    # Not of all in one text: a single letter beyond Latin-1 would widen all of it.
    size = check = 0
    for key, listed in phrases.items():
        written = f"{key}\0{_written(listed)}\0".encode()
        check = zlib.crc32(written, check)
        size += len(written)
    return f"{check:08x}-{size}-14"


def _written(phrases: Iterable[str]) -> str:
    return phrases.text if isinstance(phrases, PhraseTable) else "\0".join(phrases)


class _Draft:
    """A place in one phrase while it is read: what ends here, and what may follow."""

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


# The numbers of the places that drafts came to.
_Known: TypeAlias = "dict[tuple[_Draft, ...], int]"


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
