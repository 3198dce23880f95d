"""Clarity: what keeps a posting from being read, in counts and shares."""

import postlint.rules as kit


@kit.hookimpl
def postlint_rules() -> list[type[kit.Rule]]:
    """Return the rules of this pack."""
    return [*kit.rules_of(__package__), *kit.word_rules(__package__)]
