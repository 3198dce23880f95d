"""Which packs are installed: the entry points of the group `postlint`.

Asking Python's package metadata costs as much as the rest of start-up, so the
answer is remembered until a folder on the path changes.
"""

from __future__ import annotations

import sys
import zlib
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from postlint.cache import remember


class EntryPoint(NamedTuple):
    """Where a pack is: a name, `module` or `module:attribute`, and what it was installed from."""

    name: str
    value: str
    distribution: str = ""
    version: str = ""

    def load(self) -> object:
        """Import the pack and return it. May raise whatever the pack's code raises."""
        module, _, attribute = self.value.partition(":")
        found: object = import_module(module.strip())
        for part in filter(None, attribute.strip().split(".")):
            found = getattr(found, part)
        return found


def installed_packs(group: str) -> tuple[EntryPoint, ...]:
    """Return the packs that installed distributions offer, in no particular order."""
    found = remember(f"packs-{group}", _path_key(), lambda: _ask(group))
    return tuple(EntryPoint(*row) for row in found)


def _path_key() -> str:
    """Return what changes when something is installed or removed: the folders' times."""
    times = []
    for place in sys.path:
        try:
            times.append((place, Path(place or ".").stat().st_mtime_ns))
        except OSError:
            times.append((place, 0))
    return f"{zlib.crc32(repr(times).encode()):08x}"


def _ask(group: str) -> list[list[str]]:
    from importlib.metadata import entry_points  # noqa: PLC0415  # costly, and rarely needed

    rows = []
    for point in entry_points(group=group):
        version = point.dist.version if point.dist else ""
        rows.append([point.name, point.value, point.dist.name if point.dist else "", version])
    return rows
