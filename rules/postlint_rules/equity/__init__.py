"""Equal opportunity and equity: what the employer states, and what it asks applicants for."""

from __future__ import annotations

from postlint.rules import Rule, hookimpl, rules_of, word_rules

# Rules, each in a module named after it.
_RULES = (
    "eeo_statement_missing",
    "equity_commitment_missing",
    "equity_statement_request",
    "protected_classes_incomplete",
    "contractor_tagline_missing",
    "title_ix_notice_missing",
    "veterans_preference_missing",
    "background_check_unexplained",
    "automated_decision_notice",
    "record_statement_missing",
    "eeo_contact_missing",
    "gender_coded_balance",
)
# Rules about words, one TOML file each.
_WORDS = (
    "age_coded_language",
    "age_limit_language",
    "appearance_requirement",
    "citizenship_restriction",
    "credit_history_requirement",
    "criminal_history_bar",
    "english_demand_unexplained",
    "exclusionary_idiom",
    "gendered_pronoun",
    "gendered_title",
    "graduation_date_request",
    "local_experience_required",
    "native_speaker",
    "protected_class_term_outdated",
    "protected_status_inquiry",
    "protected_status_preference",
    "religion_family_reference",
    "sex_preference",
    "stale_contractor_authority",
    "unemployed_excluded",
    "visa_status_preference",
)


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    return [*rules_of(__package__, *_RULES), *word_rules(__package__, *_WORDS)]
