"""Essential functions and accommodation: what a posting says about the ADA's two questions."""

from __future__ import annotations

from postlint.rules import Rule, hookimpl, rules_of, word_rules


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    return [*rules_of(__package__), *word_rules(__package__)]
