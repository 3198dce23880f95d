r"""The characters a match may begin with, so that a search need not try everywhere.

`re` leaps from one place to the next where a match may begin only if the pattern begins
with a letter or a class. One that begins with `\b`, with a choice of words or with what
may be missing, or that minds no capitals, it tries at each character, ten times as slowly;
three patterns in four do. What they may begin with is found here, once, in what `re`
takes a pattern apart into. It may be more than is so and never less.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from re import IGNORECASE, LOCALE, _compiler, _constants as ops  # type: ignore[attr-defined]
from typing import Any, Final

# A character or two, or a class as `re` has it: an operation and what it is about.
_Signs = list[tuple[Any, Any]]

_PLACES: Final = frozenset({ops.AT, ops.ASSERT, ops.ASSERT_NOT})
_REPEATS: Final = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})
_CLASSES: Final = frozenset({ops.CATEGORY_DIGIT, ops.CATEGORY_SPACE})
_ASCII: Final = 128
_LATIN: Final = 256
# What stands for a letter of ASCII where capitals are not minded, besides its capital.
_ALSO: Final = {"i": "\u0130\u0131", "k": "\u212a", "s": "\u017f"}


class _Anything(Exception):  # noqa: N818  # it says what may stand there
    """A match may begin with nearly any character, or with none."""


def beginning(parsed: Iterable[tuple[Any, Any]], flags: int) -> _Signs | None:
    """Return what the matches of a pattern may begin with; `None` where it is no few characters."""
    if flags & LOCALE:
        return None
    try:
        signs, may_be_empty = _of_all(parsed, flags)
    except _Anything:
        return None
    return None if may_be_empty else signs


def as_numbers(signs: _Signs, flags: int) -> list[int]:
    """Return characters as the class of a program, those of Latin-1 as one table of bits."""
    near = [sign for sign in signs if sign[0] is not ops.CATEGORY and _last(sign) < _LATIN]
    far = [sign for sign in signs if sign[0] is not ops.CATEGORY and _last(sign) >= _LATIN]
    classes = [sign for sign in signs if sign[0] is ops.CATEGORY]
    numbers: list[int] = []
    table = _compiler._optimize_charset(near)[0] if near else []
    _compiler._compile_charset([*table, *dict.fromkeys(far + classes)], flags, numbers)
    return numbers


def _last(sign: tuple[Any, Any]) -> int:
    op, about = sign
    last: int = about[1] if op is ops.RANGE else about
    return last


def _of_all(parts: Iterable[tuple[Any, Any]], flags: int) -> tuple[_Signs, bool]:
    """Return what parts one behind another begin with, and whether they may be nothing."""
    signs: _Signs = []
    for op, about in parts:
        if op in _PLACES:
            continue
        found, may_be_empty = _of_one(op, about, flags)
        signs += found
        if not may_be_empty:
            return signs, False
    return signs, True


def _of_one(op: Any, about: Any, flags: int) -> tuple[_Signs, bool]:
    if op is ops.LITERAL:
        return _characters(range(about, about + 1), flags), False
    if op is ops.IN:
        return [sign for what, which in about for sign in _of_class(what, which, flags)], False
    if op is ops.BRANCH:
        ways = [_of_all(way, flags) for way in about[1]]
        return [sign for signs, _ in ways for sign in signs], any(empty for _, empty in ways)
    if op is ops.SUBPATTERN:
        _, added, taken, inner = about
        return _of_all(inner, (flags | added) & ~taken)
    if op is ops.ATOMIC_GROUP:
        return _of_all(about, flags)
    if op in _REPEATS:
        least, _, inner = about
        signs, may_be_empty = _of_all(inner, flags)
        return signs, may_be_empty or least == 0
    raise _Anything


def _of_class(op: Any, about: Any, flags: int) -> _Signs:
    if op is ops.LITERAL:
        return _characters(range(about, about + 1), flags)
    if op is ops.RANGE:
        return _characters(range(about[0], about[1] + 1), flags)
    if op is ops.CATEGORY and about in _CLASSES:
        return [(op, about)]
    raise _Anything


def _characters(codes: Sequence[int], flags: int) -> _Signs:
    if flags & IGNORECASE and codes[-1] < _ASCII:
        return [(ops.LITERAL, code) for code in _either_case(codes)]
    if flags & IGNORECASE and any(chr(code).lower() != chr(code).upper() for code in codes):
        raise _Anything
    if len(codes) == 1:
        return [(ops.LITERAL, codes[0])]
    return [(ops.RANGE, (codes[0], codes[-1]))]


def _either_case(codes: Iterable[int]) -> list[int]:
    letters = "".join(map(chr, codes)).lower()
    forms = {form for sign in letters for form in (sign, sign.upper(), *_ALSO.get(sign, ""))}
    return sorted(map(ord, forms))
