"""What a pack may offer. Declared with pluggy; nothing here runs.

A pack is an installed distribution with an entry point in the group
`postlint` that names a module (or object) with any of these hooks:

    [project.entry-points.postlint]
    house = "house_rules"

The hooks are marked with `hookimpl`, which `postlint.rules` has too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pluggy

from postlint.rules.hooks import PROJECT, hookimpl

if TYPE_CHECKING:
    from postlint.facts.base import FactSource
    from postlint.readers.base import Reader
    from postlint.rules.rule import Rule

__all__ = ["PROJECT", "hookimpl", "postlint_facts", "postlint_readers", "postlint_rules"]

hookspec = pluggy.HookspecMarker(PROJECT)


@hookspec
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack. Import them inside, so that listing packs stays cheap."""
    raise NotImplementedError


@hookspec
def postlint_facts() -> list[FactSource[Any]]:
    """Return facts of this pack that reports should show; rules may use others too."""
    raise NotImplementedError


@hookspec
def postlint_readers() -> list[Reader]:
    """Return readers for further kinds of source."""
    raise NotImplementedError
