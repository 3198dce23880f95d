"""Which files a run checks: those named, those in folders, those that match a pattern."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from postlint.errors import SourceError
from postlint.registry import nearest

STDIN = "-"
# What folders are searched for, besides the suffixes that readers bring.
SUFFIXES = frozenset({".posting", ".txt", ".md"})
# Folders that hold tools' files, never postings. Hidden ones are passed over too.
_PASSED_OVER = frozenset({"node_modules", "__pycache__"})
_PATTERN = frozenset("*?[")

Target: TypeAlias = str | SourceError


def find_targets(paths: Iterable[str], suffixes: frozenset[str] = SUFFIXES) -> Iterator[Target]:
    """Yield each file once, in a stable order; what cannot be found as its error.

    A file named is taken whatever its suffix. A folder gives the files in it
    and below that have one of the suffixes.
    """
    seen: set[str] = set()
    for target in _each(paths, suffixes):
        if isinstance(target, SourceError):
            yield target
            continue
        key = target if target == STDIN else os.path.realpath(target)
        if key not in seen:
            seen.add(key)
            yield target


def _each(paths: Iterable[str], suffixes: frozenset[str]) -> Iterator[Target]:
    for path in paths:
        if path == STDIN:
            yield path
        elif os.path.isdir(path):  # noqa: PTH112  # a Path would drop what makes "./" and "" differ
            yield from _in_folder(path, suffixes)
        elif _PATTERN.isdisjoint(path) or os.path.lexists(path):
            yield _missing(path) if not os.path.lexists(path) else path
        else:
            yield from _matching(path, suffixes)


def _in_folder(folder: str, suffixes: frozenset[str]) -> Iterator[Target]:
    faults: list[OSError] = []
    found = 0
    for place, folders, files in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in _PASSED_OVER
        )
        for name in sorted(files):
            path = Path(place, name)
            if path.suffix.lower() in suffixes and not name.startswith(".") and path.is_file():
                found += 1
                yield str(path)
    for fault in faults:
        reason = (fault.strerror or str(fault)).lower()
        yield SourceError(str(fault.filename or folder), f"the folder cannot be read: {reason}")
    if not found and not faults:
        kinds = ", ".join(sorted(suffixes))
        yield SourceError(folder, f"the folder holds no posting to check ({kinds})")


def _matching(pattern: str, suffixes: frozenset[str]) -> Iterator[Target]:
    from glob import glob  # noqa: PLC0415  # shells do this as a rule

    matches = sorted(glob(pattern, recursive=True))  # noqa: PTH207  # Path drops a leading "./"
    if not matches:
        yield SourceError(pattern, "no file matches this pattern")
    for match in matches:
        if os.path.isdir(match):  # noqa: PTH112
            # "**" names every folder below as well as its files: one without
            # postings of its own is no mistake of the user's.
            yield from (target for target in _in_folder(match, suffixes) if isinstance(target, str))
        else:
            yield match


def _missing(path: str) -> SourceError:
    """Say that a file is not there, and which one like it is."""
    reason = "there is no such file"
    where = Path(path)
    try:
        close = nearest(where.name, [entry.name for entry in where.parent.iterdir()])
    except (OSError, ValueError):
        close = None
    if close:
        reason += f"; did you mean '{where.parent / close}'?"
    return SourceError(path, reason)
