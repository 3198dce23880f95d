"""The packs whose rules have pages in the folder one stands in."""

from __future__ import annotations

from pathlib import Path

from postlint.packs.registry import Packs
from postlint.run.session import Session


def packs_here() -> Packs:
    """Return the installed packs, and the house rules in force in the current folder.

    Raises `ConfigError` for a configuration or a file of rules that cannot be used.
    """
    session, place = Session(), Path.cwd() / "posting"
    if not session.found(place).config.rule_files:
        return session.packs
    return session.assigned(place).linter.packs
