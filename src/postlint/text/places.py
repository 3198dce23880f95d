"""Questions about places in the file system that a hostile one cannot make raise.

A loop of links leads to itself, and what may not be looked at is not there.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePath

__all__ = ["is_file", "is_folder", "is_there", "real"]


def real(path: str | PurePath) -> Path:
    """Return where a path leads in the end."""
    return Path(os.path.realpath(path))


def is_there(path: Path) -> bool:
    """Say whether there is something at a path."""
    return os.path.exists(path)  # noqa: PTH110  # Path.exists raises where nobody may look


def is_file(path: Path) -> bool:
    """Say whether there is a file at a path."""
    return os.path.isfile(path)  # noqa: PTH113  # as above


def is_folder(path: Path) -> bool:
    """Say whether there is a folder at a path."""
    return os.path.isdir(path)  # noqa: PTH112  # as above
