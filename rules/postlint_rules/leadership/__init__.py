"""The leadership pack: postings for the person who runs technology at a school or public body."""

# ruff: noqa: PLC0415  # rules are imported when asked for, so that listing packs stays cheap

from __future__ import annotations

from typing import Any

from postlint.rules import FactSource, Rule, hookimpl, rules_of

# Rules, each in a module named after it.
_RULES = (
    "cabinet_reporting_line",
    "cabinet_membership",
    "leadership_duty_share",
    "competency_coverage",
    "technical_duties_first",
    "instructional_collaboration_missing",
    "education_context_missing",
    "strategic_planning_missing",
    "budget_responsibility_missing",
    "supervision_scope_missing",
    "data_privacy_governance_missing",
    "cybersecurity_leadership_missing",
    "stakeholder_communication_missing",
    "digital_accessibility_missing",
    "title_authority_mismatch",
    "technical_credential_overweight",
    "succession_continuity_missing",
)


@hookimpl
def postlint_facts() -> list[FactSource[Any]]:
    """Return the facts of this pack."""
    from postlint_rules.leadership._competencies import competencies

    return [competencies]


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    return rules_of(__package__, *_RULES)
