"""What a posting says of pay and application, and what the law of its places asks it to say."""

from __future__ import annotations

from postlint.rules import Rule, hookimpl, rules_of, word_rules


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    return [*rules_of(__package__), *word_rules(__package__)]
