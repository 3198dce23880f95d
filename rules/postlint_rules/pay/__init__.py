"""What a posting says of pay and application, and what the law of its places asks it to say."""

# ruff: noqa: PLC0415  # rules are imported when asked for, so that listing packs stays cheap

from __future__ import annotations

from postlint.rules import Rule, hookimpl, word_rules

# Rules about words, one TOML file each.
_WORDS = ("pay_secrecy_clause", "remote_exclusion", "salary_history_request")


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    from postlint_rules.pay.application_deadline_missing import ApplicationDeadlineMissing
    from postlint_rules.pay.benefits_description_missing import BenefitsDescriptionMissing
    from postlint_rules.pay.benefits_vague import BenefitsVague
    from postlint_rules.pay.flsa_status_implausible import FlsaStatusImplausible
    from postlint_rules.pay.flsa_status_missing import FlsaStatusMissing
    from postlint_rules.pay.how_to_apply_missing import HowToApplyMissing
    from postlint_rules.pay.pay_basis_missing import PayBasisMissing
    from postlint_rules.pay.pay_contradiction import PayContradiction
    from postlint_rules.pay.pay_grade_unresolved import PayGradeUnresolved
    from postlint_rules.pay.pay_range_malformed import PayRangeMalformed
    from postlint_rules.pay.pay_range_missing import PayRangeMissing
    from postlint_rules.pay.pay_range_open_ended import PayRangeOpenEnded
    from postlint_rules.pay.pay_range_too_wide import PayRangeTooWide
    from postlint_rules.pay.posting_date_missing import PostingDateMissing
    from postlint_rules.pay.vacancy_status_missing import VacancyStatusMissing

    return [
        PayRangeMissing,
        PayRangeOpenEnded,
        PayRangeTooWide,
        PayGradeUnresolved,
        PayBasisMissing,
        PayRangeMalformed,
        BenefitsDescriptionMissing,
        BenefitsVague,
        ApplicationDeadlineMissing,
        HowToApplyMissing,
        PostingDateMissing,
        FlsaStatusMissing,
        FlsaStatusImplausible,
        VacancyStatusMissing,
        PayContradiction,
        *word_rules(__package__, *_WORDS),
    ]
