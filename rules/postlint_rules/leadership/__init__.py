"""The leadership pack: postings for the person who runs technology at a school or public body."""

# ruff: noqa: PLC0415  # rules are imported when asked for, so that listing packs stays cheap

from __future__ import annotations

from typing import Any

from postlint.rules import FactSource, Rule, hookimpl


@hookimpl
def postlint_facts() -> list[FactSource[Any]]:
    """Return the facts of this pack."""
    from postlint_rules.leadership._competencies import competencies

    return [competencies]


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    from postlint_rules.leadership.budget_responsibility_missing import BudgetResponsibilityMissing
    from postlint_rules.leadership.cabinet_membership import CabinetMembership
    from postlint_rules.leadership.cabinet_reporting_line import CabinetReportingLine
    from postlint_rules.leadership.competency_coverage import CompetencyCoverage
    from postlint_rules.leadership.cybersecurity_leadership_missing import (
        CybersecurityLeadershipMissing,
    )
    from postlint_rules.leadership.data_privacy_governance_missing import (
        DataPrivacyGovernanceMissing,
    )
    from postlint_rules.leadership.digital_accessibility_missing import DigitalAccessibilityMissing
    from postlint_rules.leadership.education_context_missing import EducationContextMissing
    from postlint_rules.leadership.instructional_collaboration_missing import (
        InstructionalCollaborationMissing,
    )
    from postlint_rules.leadership.leadership_duty_share import LeadershipDutyShare
    from postlint_rules.leadership.stakeholder_communication_missing import (
        StakeholderCommunicationMissing,
    )
    from postlint_rules.leadership.strategic_planning_missing import StrategicPlanningMissing
    from postlint_rules.leadership.succession_continuity_missing import SuccessionContinuityMissing
    from postlint_rules.leadership.supervision_scope_missing import SupervisionScopeMissing
    from postlint_rules.leadership.technical_credential_overweight import (
        TechnicalCredentialOverweight,
    )
    from postlint_rules.leadership.technical_duties_first import TechnicalDutiesFirst
    from postlint_rules.leadership.title_authority_mismatch import TitleAuthorityMismatch

    return [
        CabinetReportingLine,
        CabinetMembership,
        LeadershipDutyShare,
        CompetencyCoverage,
        TechnicalDutiesFirst,
        InstructionalCollaborationMissing,
        EducationContextMissing,
        StrategicPlanningMissing,
        BudgetResponsibilityMissing,
        SupervisionScopeMissing,
        DataPrivacyGovernanceMissing,
        CybersecurityLeadershipMissing,
        StakeholderCommunicationMissing,
        DigitalAccessibilityMissing,
        TitleAuthorityMismatch,
        TechnicalCredentialOverweight,
        SuccessionContinuityMissing,
    ]
