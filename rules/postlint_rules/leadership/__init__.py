"""The leadership pack: postings for the person who runs technology at a school or public body."""

# ruff: noqa: PLC0415  # rules are imported when asked for, so that listing packs stays cheap

from __future__ import annotations

from typing import Any

from postlint.rules import FactSource, Rule, hookimpl, rules_of


@hookimpl
def postlint_facts() -> list[FactSource[Any]]:
    """Return the facts of this pack."""
    from postlint_rules.leadership._competencies import competencies

    return [competencies]


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    return rules_of(__package__)
