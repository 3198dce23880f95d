"""The walk from a phrase's first word to its last, for all phrases that begin alike at once."""

from __future__ import annotations

from postlint.lexicon.filing import Place, Start, start_of
from postlint.lexicon.words import JOINERS, Words


class State:
    """Where a walk stands when it has read words: all phrases that begin with them at once.

    What another word leads to is worked out when a text first has it there, so
    that a text's words are looked up one by one however many phrases share them.
    """

    __slots__ = ("_onward", "eager", "ends", "follow", "marked", "prefixes", "slow")

    def __init__(self, start: Start) -> None:
        self.ends, self.follow, self.slow, self.prefixes, self.marked = start
        # Whether more than a look at the next word may be needed.
        self.eager = bool(self.ends or self.slow)
        self._onward: dict[str, State] = {}

    def after(self, word: str) -> State:
        """Return where one of the words of `follow` leads."""
        state = self._onward.get(word)
        if state is None:
            state = self._onward[word] = State(start_of(self.follow[word]))
        return state


def finds(state: State, words: Words, first: int) -> dict[str, int]:
    """Return the keys whose phrases begin at a place, each with the end of its longest."""
    texts = words.words
    stop, last = first + 1, len(texts)
    longest = dict.fromkeys(state.ends, stop) if state.ends else {}
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
