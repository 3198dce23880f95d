"""The equity pack."""

from __future__ import annotations

from postlint.hookspecs import hookimpl
from postlint.rule import Rule


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    return []
