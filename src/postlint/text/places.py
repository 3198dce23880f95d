"""Questions about places in the file system that a hostile one cannot make raise.

A loop of links leads to itself, and what may not be looked at is not there.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path, PurePath

__all__ = ["expanded", "is_file", "is_folder", "is_there", "real"]


def real(path: str | PurePath) -> Path:
    """Return where a path leads in the end."""
    from pathlib import Path  # noqa: PLC0415  # a plain check does without it

    return Path(os.path.realpath(path))


def is_there(path: str | PurePath) -> bool:
    """Say whether there is something at a path."""
    return os.path.exists(path)  # Path.exists raises where nobody may look


def is_file(path: str | PurePath) -> bool:
    """Say whether there is a file at a path."""
    return os.path.isfile(path)  # as above


def is_folder(path: str | PurePath) -> bool:
    """Say whether there is a folder at a path."""
    return os.path.isdir(path)  # as above


def expanded(pattern: str) -> list[str]:
    """Return the places that a pattern with stars names, sorted: what a shell would hand over.

    Patterns of settings are not expanded; `run.session` says which files one means, as git does.
    """
    from glob import glob  # noqa: PLC0415  # shells do this as a rule

    return sorted(glob(pattern, recursive=True))  # Path drops a leading "./"
