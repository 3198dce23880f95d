"""Clarity: what keeps a posting from being read, in counts and shares."""

import postlint.rules as kit

# Where rules look whose files do not say otherwise.
READS = kit.OF_THE_JOB


@kit.hookimpl
def postlint_rules() -> list[type[kit.Rule]]:
    """Return the rules of this pack."""
    return [*kit.rules_of(__package__), *kit.word_rules(__package__)]
