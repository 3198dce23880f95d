"""The usual names of headings, and how two headings are compared."""

from collections.abc import Mapping
from functools import cache, lru_cache

import postlint.rules as kit

_WORD = kit.pattern(r"[^\W_]+(?:['’][^\W_]+)?|&")
_SLIGHT = frozenset({"and", "of", "or", "the", "to", "for", "a", "an"})


@cache
def usual_names() -> Mapping[str, str]:
    """Return the usual name of each heading of the table."""
    found: dict[str, str] = {}
    for usual, block in kit.table(__package__, "headings")["usual"].items():
        found.update((compared(line), usual) for line in kit.lines(block))
    return found


@lru_cache(maxsize=4096)
def compared(heading: str) -> str:
    """Return a heading's words to compare: lower-case, without signs around them."""
    words = _WORD.findall(heading.lower().replace("’", "'"))
    return " ".join("and" if word == "&" else word for word in words)


def in_capitals_of(words: str, usual: str) -> str:
    """Return a name in the capitals of the words it stands for."""
    if words.isupper():
        return usual.upper()
    others = [word for word in _WORD.findall(words)[1:] if word.lower() not in _SLIGHT]
    if others and all(word[0].isupper() for word in others):
        first, *rest = usual.split(" ")
        return " ".join(
            [first, *(word if word in _SLIGHT else word[:1].upper() + word[1:] for word in rest)]
        )
    return usual
