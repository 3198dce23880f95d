"""The walk from a phrase's first word to its last, for all phrases that begin alike at once."""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from typing import Any, Final

from postlint.lexicon.filing import Packed, Place, PlaceNumbers
from postlint.lexicon.words import JOINERS, Words

# A state remembers what words lead on from it. Whole words of phrases are few; words that
# only begin as a phrase goes on (`strateg*`) may be any, and texts have many.
_REMEMBERED: Final = 500
# Phrases of all rules have some thousand places, and a server lives long.
_STATES: Final = 12_000
_LONGEST_MARK: Final = 4


# Most states are the end of a phrase, and remember nothing.
_NOWHERE: Final[dict[str, Any]] = {}


class FiledPlaces:
    """The places of a filing by their numbers, and where a walk stands at some of them."""

    __slots__ = ("_all", "_starts", "_states")

    def __init__(self, packed: Packed) -> None:
        starts, self._all = packed
        self._starts = memoryview(starts).cast("I")
        self._states: dict[PlaceNumbers, WalkState] = {}

    def state(self, numbers: PlaceNumbers) -> WalkState:
        """Return where a walk stands at places: the same whichever words led there."""
        state = self._states.get(numbers)
        if state is None:
            if len(self._states) > _STATES:
                self.forget()
            state = self._states[numbers] = WalkState(self, numbers)
        return state

    def forget(self) -> None:
        """Let go of all states, which hold these places as these hold them."""
        self._states.clear()

    def at(self, numbers: Sequence[int]) -> Place:
        """Return what places come to for one who stands at all of them."""
        if len(numbers) == 1:
            return self._unpacked(numbers[0])
        keys: dict[str, None] = {}
        words: dict[str, PlaceNumbers] = {}
        prefixes: list[tuple[str, PlaceNumbers]] = []
        marks: dict[str, PlaceNumbers] = {}
        for ends, by_word, by_prefix, by_mark in map(self._unpacked, numbers):
            keys.update(dict.fromkeys(ends))
            for word, targets in by_word.items():
                words[word] = (*words.get(word, ()), *targets)
            prefixes += by_prefix
            for mark, targets in by_mark.items():
                marks[mark] = (*marks.get(mark, ()), *targets)
        return tuple(keys), words, tuple(prefixes), marks

    def _unpacked(self, number: int) -> Place:
        packed = self._all[self._starts[number] : self._starts[number + 1]]
        place: Place = marshal.loads(packed)  # noqa: S302  # what `Filing` packed, and data only
        return place


class WalkState:
    """Where a walk stands when it has read words: all phrases that begin with them at once.

    What another word leads to is worked out when a text first has it there, so
    that a text's words are looked up one by one however many phrases share them.
    """

    __slots__ = (
        "_behind",
        "_by_mark",
        "_by_prefix",
        "_places",
        "ends",
        "follow",
        "marked",
        "onward",
        "open",
        "prefixes",
    )

    def __init__(self, places: FiledPlaces, numbers: PlaceNumbers) -> None:
        self._places = places
        self.ends, self.follow, self._by_prefix, self._by_mark = places.at(numbers)
        self.prefixes = tuple([prefix for prefix, _ in self._by_prefix])
        self.marked = bool(self._by_mark)
        # Whether more than the whole words of `follow` may go on from here.
        self.open = bool(self.prefixes or self.marked)
        self.onward: dict[str, WalkState] = {} if self.follow or self.prefixes else _NOWHERE
        self._behind: dict[str, WalkState | None] = {} if self.marked else _NOWHERE

    def after(self, word: str) -> WalkState | None:
        """Return where a word leads that white space, a dash or an apostrophe joins."""
        state = self.onward.get(word)
        if state is None and (
            word in self.follow or (self.prefixes and word.startswith(self.prefixes))
        ):
            state = self._places.state(self._reached(word))
            if len(self.onward) < _REMEMBERED:
                self.onward[word] = state
        return state

    def _reached(self, word: str) -> PlaceNumbers:
        numbers = self.follow.get(word, ())
        for prefix, targets in self._by_prefix:
            if word.startswith(prefix):
                numbers += targets
        return tuple(dict.fromkeys(numbers)) if len(numbers) > 1 else numbers

    def behind(self, gap: str) -> WalkState | None:
        """Return where a mark leads that stands in the gap before the next word."""
        mark = gap.strip(JOINERS)
        if mark in self._behind:
            return self._behind[mark]
        numbers = self._by_mark.get(mark)
        state = None if numbers is None else self._places.state(numbers)
        if len(mark) <= _LONGEST_MARK and len(self._behind) < _REMEMBERED:
            self._behind[mark] = state
        return state


def finds(state: WalkState, words: Words, first: int) -> dict[str, int]:
    """Return the keys whose phrases begin at a place, each with the end of its longest."""
    texts = words.words
    stop, last = first + 1, len(texts)
    longest = dict.fromkeys(state.ends, stop)
    while stop < last:
        word = texts[stop]
        if not state.marked:
            following = state.onward.get(word)
            if following is None:
                if word not in state.follow and not state.prefixes:
                    break
                following = state.after(word)
            if following is None or not words.joined(stop):
                break
        else:
            gap = words.gap(stop)
            on = state if gap == " " or words.joined(stop) else state.behind(gap)
            following = None if on is None else on.after(word)
            if following is None:
                break
        state = following
        stop += 1
        for key in state.ends:
            longest[key] = stop
    return longest
