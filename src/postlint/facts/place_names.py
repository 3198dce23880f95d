"""The places that laws and declarations name, by their codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from postlint.errors import UnknownName
from postlint.facts._data import table
from postlint.text.tables import lines


@cache
def _places() -> Mapping[str, str]:
    rows = (line.split("|") for line in lines(table("place_names")["places"]))
    return {code.strip(): name.strip() for code, name in rows}


@cache
def _also() -> Mapping[str, str]:
    """Return the codes of places by what else they are called."""
    rows = (line.split("|") for line in lines(table("place_names")["also"]))
    return {name.strip(): code.strip().casefold() for name, code in rows}


def place_name(code: str) -> str:
    """Return what a place is called, or nothing for one nobody knows."""
    return _places().get(code, "")


def known_places() -> tuple[str, ...]:
    """Return the codes of all places there are, in order."""
    return tuple(_places())


def place_code(word: str) -> str:
    """Return the code of a place by its code or name, in capitals or not.

    Raises `UnknownName` for a place nobody knows, with the nearest there is.
    """
    if word in _places():
        return word
    plain = word.strip().casefold().removeprefix("the ")
    plain = _also().get(plain, plain)
    for code, name in _places().items():
        if plain in {code.casefold(), name.casefold().removeprefix("the ")}:
            return code
    raise UnknownName("place", word, _nearest(word))


def _nearest(word: str) -> str | None:
    """Return the code of the place most like a word: a code, or a name."""
    from difflib import get_close_matches  # noqa: PLC0415  # for a name that is wrong

    plain = word.strip().casefold().removeprefix("the ")
    around = plain.rpartition("-")[0].upper()
    if "-" in around and around in _places():  # "US-CO-DEN" is a place in one that is known
        return around
    called = {name.casefold().removeprefix("the "): code for code, name in _places().items()}
    called |= {code.casefold(): code for code in _places()}
    # "OR" alone is the state to most who write it here.
    called |= {code[3:].casefold(): code for code in _places() if code[:3] == "US-"}
    close = get_close_matches(plain, called, n=1, cutoff=0.7)
    return called[close[0]] if close else None
