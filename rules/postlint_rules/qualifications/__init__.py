"""Qualifications: what is asked of applicants, and whether they can tell what it is."""

# ruff: noqa: PLC0415  # rules are imported when asked for, so that listing packs stays cheap

import postlint.rules as kit

# Rules about words, one TOML file each.
_WORDS = ("unverifiable_trait",)


@kit.hookimpl
def postlint_rules() -> list[type[kit.Rule]]:
    """Return the rules of this pack."""
    from postlint_rules.qualifications.and_or_ambiguity import AndOrAmbiguity
    from postlint_rules.qualifications.degree_equivalency_missing import DegreeEquivalencyMissing
    from postlint_rules.qualifications.degree_inflation import DegreeInflation
    from postlint_rules.qualifications.impossible_experience import ImpossibleExperience
    from postlint_rules.qualifications.licence_timing import LicenceTiming
    from postlint_rules.qualifications.qualification_contradiction import (
        QualificationContradiction,
    )
    from postlint_rules.qualifications.required_preferred_mixed import RequiredPreferredMixed
    from postlint_rules.qualifications.requirement_without_duty import RequirementWithoutDuty
    from postlint_rules.qualifications.too_many_requirements import TooManyRequirements
    from postlint_rules.qualifications.years_ceiling import YearsCeiling
    from postlint_rules.qualifications.years_floor_excessive import YearsFloorExcessive

    return [
        RequiredPreferredMixed,
        DegreeEquivalencyMissing,
        YearsCeiling,
        QualificationContradiction,
        YearsFloorExcessive,
        DegreeInflation,
        TooManyRequirements,
        RequirementWithoutDuty,
        AndOrAmbiguity,
        ImpossibleExperience,
        LicenceTiming,
        *kit.word_rules(__package__, *_WORDS),
    ]
