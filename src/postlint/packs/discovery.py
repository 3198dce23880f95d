"""Which packs are installed: the entry points of the group `postlint`.

Asking Python's package metadata costs as much as the rest of start-up, so the
answer is remembered until a folder on the path changes.
"""

from __future__ import annotations

import os
import sys
import zlib
from importlib import import_module

from postlint.cache import remember
from postlint.text.records import NamedTuple


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
    places = _places()
    name = f"packs-{group}-{zlib.crc32(repr(places).encode()):08x}"
    found = remember(name, _times(places), lambda: _find(group, places))
    return tuple(EntryPoint(*row) for row in found)


def _places() -> list[str]:
    """Return Python's path without the folder one stands in: packs are installed, not found."""
    here = os.getcwd()
    return [place for place in sys.path if place and os.path.normpath(place) != here]


def _times(places: list[str]) -> str:
    """Return what changes when something is installed or removed: the folders' times."""
    times = []
    for place in places:
        try:
            times.append(os.stat(place).st_mtime_ns)
        except OSError:
            times.append(0)
    return f"{zlib.crc32(repr(times).encode()):08x}"


def _find(group: str, places: list[str]) -> list[list[str]]:
    from importlib.metadata import distributions  # noqa: PLC0415  # costly, and rarely needed

    rows: dict[str, list[list[str]]] = {}
    for found in distributions(path=places):
        points = found.entry_points.select(group=group)
        # Of two copies of a distribution, the first on the path is the one imported.
        if points and found.name not in rows:
            rows[found.name] = [
                [point.name, point.value, found.name, found.version] for point in points
            ]
    return [row for points in rows.values() for row in points]
