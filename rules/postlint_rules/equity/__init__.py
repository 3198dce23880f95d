"""Equal opportunity and equity: what the employer states, and what it asks applicants for."""

# ruff: noqa: PLC0415  # rules are imported when asked for, so that listing packs stays cheap

from __future__ import annotations

from postlint.rules import Rule, hookimpl, word_rules

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
    from postlint_rules.equity.automated_decision_notice import AutomatedDecisionNotice
    from postlint_rules.equity.background_check_unexplained import BackgroundCheckUnexplained
    from postlint_rules.equity.contractor_tagline_missing import ContractorTaglineMissing
    from postlint_rules.equity.eeo_contact_missing import EeoContactMissing
    from postlint_rules.equity.eeo_statement_missing import EeoStatementMissing
    from postlint_rules.equity.equity_commitment_missing import EquityCommitmentMissing
    from postlint_rules.equity.equity_statement_request import EquityStatementRequest
    from postlint_rules.equity.gender_coded_balance import GenderCodedBalance
    from postlint_rules.equity.protected_classes_incomplete import ProtectedClassesIncomplete
    from postlint_rules.equity.record_statement_missing import RecordStatementMissing
    from postlint_rules.equity.title_ix_notice_missing import TitleIxNoticeMissing
    from postlint_rules.equity.veterans_preference_missing import VeteransPreferenceMissing

    return [
        EeoStatementMissing,
        EquityCommitmentMissing,
        EquityStatementRequest,
        ProtectedClassesIncomplete,
        ContractorTaglineMissing,
        TitleIxNoticeMissing,
        VeteransPreferenceMissing,
        BackgroundCheckUnexplained,
        AutomatedDecisionNotice,
        RecordStatementMissing,
        EeoContactMissing,
        GenderCodedBalance,
        *word_rules(__package__, *_WORDS),
    ]
