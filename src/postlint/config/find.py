"""Where the configuration of a file is: the nearest file above it.

Every check looks here, so folders are names: most runs find nothing and need no `Path`.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from postlint.text.places import is_file, is_folder, is_there

if TYPE_CHECKING:
    from pathlib import Path, PurePath

FILE_NAMES = ("postlint.toml", ".postlint.toml", "pyproject.toml")
# What a file of accepted findings is called where nothing calls it otherwise.
BASELINE = "postlint-baseline.json"


def find_file(start: str | PurePath) -> Path | None:
    """Return the configuration file nearest above a file or folder, or `None`."""
    folder = start if is_folder(start) else os.path.dirname(start)
    return _find_above(os.path.realpath(folder))


def nearest_baseline(folder: str, top: str | None) -> Path | None:
    """Return the baseline in a folder or the nearest above it, up to `top` or a repository's."""
    while not is_file(place := os.path.join(folder, BASELINE)):
        above = os.path.dirname(folder)
        if folder in (top, above) or is_there(os.path.join(folder, ".git")):
            return None
        folder = above
    return _as_path(place)


def forget() -> None:
    """Look again: files may have come or gone."""
    _find_above.cache_clear()


@cache
def _find_above(folder: str) -> Path | None:
    for name in FILE_NAMES:
        place = os.path.join(folder, name)
        if is_file(place):
            path = _as_path(place)
            if name != "pyproject.toml" or _has_table(path):
                return path
    above = os.path.dirname(folder)
    return None if above == folder else _find_above(above)


def _as_path(name: str) -> Path:
    from pathlib import Path  # noqa: PLC0415  # few runs find anything

    return Path(name)


def _has_table(path: Path) -> bool:
    """Say whether a project's file has a table for postlint."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    if b"tool.postlint" not in data and b"[tool]" not in data:
        return False
    from postlint.config.load import read_toml  # noqa: PLC0415  # few projects come this far

    tool = read_toml(path).get("tool", {})
    return isinstance(tool, dict) and "postlint" in tool
