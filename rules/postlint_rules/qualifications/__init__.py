"""Qualifications: what is asked of applicants, and whether they can tell what it is."""

# rules are imported when asked for, so that listing packs stays cheap

from __future__ import annotations

from postlint.rules import Rule, hookimpl


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    return []
