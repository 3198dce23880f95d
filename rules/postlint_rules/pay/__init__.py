"""What a posting says of pay and application, and what the law of its places asks it to say."""

from __future__ import annotations

from postlint.rules import Rule, hookimpl, rules_of, word_rules

# Rules, each in a module named after it.
_RULES = (
    "pay_range_missing",
    "pay_range_open_ended",
    "pay_range_too_wide",
    "pay_grade_unresolved",
    "pay_basis_missing",
    "pay_range_malformed",
    "benefits_description_missing",
    "benefits_vague",
    "application_deadline_missing",
    "how_to_apply_missing",
    "posting_date_missing",
    "flsa_status_missing",
    "flsa_status_implausible",
    "vacancy_status_missing",
    "pay_contradiction",
)
# Rules about words, one TOML file each.
_WORDS = ("pay_secrecy_clause", "remote_exclusion", "salary_history_request")


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    return [*rules_of(__package__, *_RULES), *word_rules(__package__, *_WORDS)]
