"""Qualifications: what is asked of applicants, and whether they can tell what it is."""

import postlint.rules as kit

# Rules, each in a module named after it.
_RULES = (
    "required_preferred_mixed",
    "degree_equivalency_missing",
    "years_ceiling",
    "qualification_contradiction",
    "years_floor_excessive",
    "degree_inflation",
    "too_many_requirements",
    "requirement_without_duty",
    "and_or_ambiguity",
    "impossible_experience",
    "licence_timing",
)
# Rules about words, one TOML file each.
_WORDS = ("unverifiable_trait",)


@kit.hookimpl
def postlint_rules() -> list[type[kit.Rule]]:
    """Return the rules of this pack."""
    return [*kit.rules_of(__package__, *_RULES), *kit.word_rules(__package__, *_WORDS)]
