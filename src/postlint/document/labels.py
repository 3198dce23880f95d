"""Lines that name a field, or a place of the web site that the posting was on."""

from __future__ import annotations

from functools import lru_cache

from postlint.document.vocabulary import comparable, first_word, vocabulary, words_of
from postlint.text.patterns import pattern

# One word with a hyphen, a digit or a capital inside.
_TAG = pattern(r"[^\W\d]\w*(?:-\w+|[\d_]\w*|(?<=[a-z])[A-Z]\w*)+\s*\Z")


def is_field_name(words: str) -> bool:
    """Say whether the words name a one-line fact, such as `Reports to` or `FLSA`."""
    words = words[:60]
    return _may_begin_name(first_word(words)) and label_key(words) in vocabulary().fields


@lru_cache(maxsize=8192)
def _may_begin_name(first: str) -> bool:
    """Say whether a field's name or a line of navigation may begin with a word.

    Most lines are decided by it, without looking further.
    """
    if not (first.isalpha() and first.isascii()):
        return True
    word = first.lower()
    return word in vocabulary().leads or word.startswith("quali")


@lru_cache(maxsize=4096)
def label_key(words: str) -> str:
    """Return a label as it is looked up: plain words with single blanks."""
    return " ".join(words_of(comparable(words)))


def is_navigation(line: str) -> bool:
    """Say whether a line is what a web site says of itself, such as `Sign in`."""
    line = line[:60]
    return _may_begin_name(first_word(line)) and label_key(line) in vocabulary().navigation


def is_farewell(line: str) -> bool:
    """Say whether a line ends a letter: `Kind regards,`, above the name of who writes.

    >>> is_farewell("Kind regards,"), is_farewell("Regards the budget as a plan")
    (True, False)
    """
    return len(line) < _LONGEST_FAREWELL and label_key(line) in vocabulary().farewells


_LONGEST_FAREWELL = 30


def is_tag(words: str) -> bool:
    """Say whether what stands behind a `#` is a job board's tag and no heading.

    >>> is_tag("XY-Remote"), is_tag("WeAreHiring"), is_tag("Duties"), is_tag("Our plans")
    (True, True, False, False)
    """
    return _TAG.match(words) is not None
