"""Clarity: what keeps a posting from being read, in counts and shares."""

import postlint.rules as kit

# Rules, each in a module named after it.
_RULES = (
    "catch_all_duty",
    "readability_grade",
    "long_sentence",
    "posting_length",
    "duty_not_action_led",
    "duty_compound",
    "duty_passive",
    "duty_duplicate",
    "duty_count",
    "words_run_together",
    "core_section_missing",
    "stale_description",
    "all_caps_block",
    "acronym_unexpanded",
)
# Rules about words, one TOML file each.
_WORDS = ("jargon_title",)


@kit.hookimpl
def postlint_rules() -> list[type[kit.Rule]]:
    """Return the rules of this pack."""
    return [*kit.rules_of(__package__, *_RULES), *kit.word_rules(__package__, *_WORDS)]
