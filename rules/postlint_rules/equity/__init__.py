"""Equal opportunity and equity: what the employer states, and what it asks applicants for."""

# ruff: noqa: PLC0415  # rules are imported when asked for, so that listing packs stays cheap

from __future__ import annotations

from postlint.packs.hookspecs import hookimpl
from postlint.rules.rule import Rule


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    from postlint_rules.equity.age_limit_language import AgeLimitLanguage
    from postlint_rules.equity.citizenship_restriction import CitizenshipRestriction
    from postlint_rules.equity.contractor_tagline_missing import ContractorTaglineMissing
    from postlint_rules.equity.eeo_statement_missing import EeoStatementMissing
    from postlint_rules.equity.equity_commitment_missing import EquityCommitmentMissing
    from postlint_rules.equity.equity_statement_request import EquityStatementRequest
    from postlint_rules.equity.gendered_pronoun import GenderedPronoun
    from postlint_rules.equity.gendered_title import GenderedTitle
    from postlint_rules.equity.native_speaker import NativeSpeaker
    from postlint_rules.equity.protected_class_term_outdated import ProtectedClassTermOutdated
    from postlint_rules.equity.protected_classes_incomplete import ProtectedClassesIncomplete
    from postlint_rules.equity.protected_status_inquiry import ProtectedStatusInquiry
    from postlint_rules.equity.protected_status_preference import ProtectedStatusPreference
    from postlint_rules.equity.sex_preference import SexPreference
    from postlint_rules.equity.stale_contractor_authority import StaleContractorAuthority

    return [
        EeoStatementMissing,
        EquityCommitmentMissing,
        EquityStatementRequest,
        ProtectedClassesIncomplete,
        ProtectedClassTermOutdated,
        ContractorTaglineMissing,
        StaleContractorAuthority,
        ProtectedStatusPreference,
        ProtectedStatusInquiry,
        GenderedTitle,
        GenderedPronoun,
        SexPreference,
        AgeLimitLanguage,
        NativeSpeaker,
        CitizenshipRestriction,
    ]
