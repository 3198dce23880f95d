"""What compiled patterns come to, cached between runs.

`re` compiles in Python, and anew in each process: the hundred patterns that a first check
uses took a seventh of a start. A compiled pattern is a list of numbers, which the user's
cache keeps. `re` offers nothing for that, so this goes by names of its own; where a Python has
not got them, patterns are compiled as ever. The machine that runs the numbers looks them
through before it takes them, wherever they come from.
"""

from __future__ import annotations

import atexit
import re
import sys
from array import array
from functools import cache
from typing import Any, TypeAlias

from postlint.cache import cached, store
from postlint.version import __version__

# Flags, numbers of four bytes each, how many groups, their names by number and their numbers.
_Program: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

_NAME = "patterns"
# Each release begins anew, or patterns that nobody asks for any longer would stay for ever.
_KEY = f"{sys.version}-{__version__}-2".replace("\n", " ")
# More than postlint and many packs have: patterns of former states are among them.
_MOST = 2000


@cache
def compiled(source: str, flags: int) -> re.Pattern[str]:
    """Return what `re.compile` would."""
    flags = int(flags)  # an enumeration is no data
    try:
        import _sre  # type: ignore[import-not-found]  # noqa: PLC0415  # where there is none, nothing is cached

        # What is made of a program stays; the program need not stay beside it.
        program = _programs().pop((flags, source), None) or _note(source, flags)
        all_flags, numbers, groups, index, names = program
        code = array("I", numbers).tolist()  # sooner than a view of them is
        made: re.Pattern[str] = _sre.compile(source, all_flags, code, groups, index, names)
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
        return re.compile(source, flags)
    return made


@cache
def _programs() -> dict[tuple[int, str], _Program]:
    """Return the cached programs that nobody has asked for yet."""
    return _cached()


def _cached() -> dict[tuple[int, str], _Program]:
    found: Any = cached(_NAME, _KEY)
    return found if isinstance(found, dict) and len(found) < _MOST else {}


def _keep() -> None:
    """Cache what this process has compiled, beside what is cached."""
    store(_NAME, _KEY, _cached() | _added)


def _note(source: str, flags: int) -> _Program:
    """Compile a pattern, and keep what came of it when the process ends."""
    from re import _parser  # noqa: PLC0415

    parsed = _parser.parse(source, flags)
    numbers = b"".join(n.to_bytes(4, sys.byteorder) for n in _numbers(parsed, flags))
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    index = dict(state.groupdict)
    program = (flags | state.flags, numbers, state.groups - 1, index, tuple(names))
    if not _added:
        atexit.register(_keep)
    _added[flags, source] = program
    return program


def _numbers(parsed: Any, flags: int) -> list[int]:
    """Return the program of a pattern, with what its matches begin with where `re` does not say."""
    from re import _compiler, _constants  # type: ignore[attr-defined]  # noqa: PLC0415

    # Most starts compile nothing.
    from postlint.text.beginnings import as_numbers, beginning  # noqa: PLC0415

    numbers: list[int] = _compiler._code(parsed, flags)
    op, length, known, *widths = numbers[:5]
    all_flags = flags | parsed.state.flags
    if op != _constants.INFO or known or (signs := beginning(parsed, all_flags)) is None:
        return numbers
    encoded = as_numbers(signs, all_flags)
    head = [op, length + len(encoded), _constants.SRE_INFO_CHARSET, *widths]
    return [*head, *encoded, *numbers[len(head) :]]


_added: dict[tuple[int, str], _Program] = {}
