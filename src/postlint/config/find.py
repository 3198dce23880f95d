"""Where the configuration of a file is: the nearest file above it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from postlint.text.places import is_file, is_folder, is_there, real

FILE_NAMES = ("postlint.toml", ".postlint.toml", "pyproject.toml")
# What a file of accepted findings is called where nothing calls it otherwise.
BASELINE = "postlint-baseline.json"


def find_file(start: Path) -> Path | None:
    """Return the configuration file nearest above a file or folder, or `None`."""
    folder = start if is_folder(start) else start.parent
    return _find_above(real(folder))


def nearest_baseline(folder: Path, top: Path | None) -> Path | None:
    """Return the baseline in a folder or the nearest above it, up to `top` or a repository's."""
    for place in (folder, *folder.parents):
        if is_file(place / BASELINE):
            return place / BASELINE
        if place == top or is_there(place / ".git"):
            return None
    return None


def forget() -> None:
    """Look again: files may have come or gone."""
    _find_above.cache_clear()


@cache
def _find_above(folder: Path) -> Path | None:
    for name in FILE_NAMES:
        path = folder / name
        if is_file(path) and (name != "pyproject.toml" or _has_table(path)):
            return path
    return None if folder.parent == folder else _find_above(folder.parent)


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
