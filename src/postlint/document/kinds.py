"""The kinds of section a posting has."""

from __future__ import annotations

from enum import Enum


class SectionKind(Enum):
    """What a section of a posting is about."""

    OVERVIEW = "overview"
    ORGANIZATION = "organization"
    DUTIES = "duties"
    QUALIFICATIONS = "qualifications"
    KNOWLEDGE_SKILLS = "knowledge-skills"
    EDUCATION_EXPERIENCE = "education-experience"
    PREFERRED = "preferred"
    WORKING_CONDITIONS = "working-conditions"
    PHYSICAL = "physical"
    EQUAL_OPPORTUNITY = "equal-opportunity"
    ACCOMMODATION = "accommodation"
    COMPENSATION = "compensation"
    BENEFITS = "benefits"
    HOW_TO_APPLY = "how-to-apply"
    LICENCES = "licences"
    SUPERVISION = "supervision"
    OTHER = "other"

    # There is one of each, so that each can be its own hash: `Enum` takes the name's anew.
    __hash__ = object.__hash__


# Kinds that speak of the job and of who may have it: no notices, no pay.
OF_THE_JOB = frozenset(SectionKind) - {
    SectionKind.EQUAL_OPPORTUNITY,
    SectionKind.ACCOMMODATION,
    SectionKind.COMPENSATION,
    SectionKind.BENEFITS,
}

# What an employer says in every posting, and must say in words of the law.
BOILERPLATE = frozenset(
    {
        SectionKind.ACCOMMODATION,
        SectionKind.BENEFITS,
        SectionKind.EQUAL_OPPORTUNITY,
        SectionKind.HOW_TO_APPLY,
    }
)

# Where the work is described; text before the first heading is a summary in most postings.
OF_THE_WORK = frozenset({SectionKind.DUTIES, SectionKind.OVERVIEW, SectionKind.SUPERVISION, None})

# Kinds whose lists are not duties, however their statements open.
REQUIREMENTS = frozenset(
    {
        SectionKind.QUALIFICATIONS,
        SectionKind.KNOWLEDGE_SKILLS,
        SectionKind.EDUCATION_EXPERIENCE,
        SectionKind.PREFERRED,
        SectionKind.LICENCES,
    }
)
