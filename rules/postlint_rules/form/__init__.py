"""The form of a posting's text: marks, bullets, headings, debris. Off unless they are chosen."""

from __future__ import annotations

from postlint.rules import Rule, hookimpl, rules_of


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    return rules_of(__package__)
