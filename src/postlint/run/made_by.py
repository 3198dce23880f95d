"""What made a report: this version, and the packs that were loaded."""

from __future__ import annotations

from postlint import __version__
from postlint.packs.registry import Packs
from postlint.render.base import Producer


def producer(packs: Packs) -> Producer:
    """Return what made the results."""
    return Producer(
        version=__version__,
        packs=tuple((pack.name, pack.distribution, pack.version) for pack in packs.packs),
        errors=tuple(str(error) for error in packs.errors),
    )
