"""Qualifications: what is asked of applicants, and whether they can tell what it is."""

import postlint.rules as kit

# Where rules look whose files do not say otherwise.
READS = kit.REQUIREMENTS


@kit.hookimpl
def postlint_rules() -> list[type[kit.Rule]]:
    """Return the rules of this pack."""
    return [*kit.rules_of(__package__), *kit.word_rules(__package__)]
