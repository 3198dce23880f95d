"""What a posting says beyond its structure; each fact with its evidence.

A rule asks a case for one: `case[facts.title]`. `CATALOGUE` lists the facts
that reports show, under the names they have there. `SUPPORTING` lists the
facts that rules and other facts build on.
"""

from __future__ import annotations

from typing import Any

from postlint.facts.accommodation import accommodation
from postlint.facts.base import FactSource
from postlint.facts.benefits import BenefitKind, Benefits, benefits
from postlint.facts.catch_alls import catch_alls
from postlint.facts.closing import closing, closing_date
from postlint.facts.context import (
    abroad,
    country,
    document_kind,
    employer_kind,
    jurisdiction,
    profile,
    seat,
)
from postlint.facts.day import judged_on
from postlint.facts.degree_equivalency import degree_equivalency
from postlint.facts.degrees import degree, degrees
from postlint.facts.duties import BUCKET_NAMES, BUCKETS, Bucket, DutyClass, DutyProfile
from postlint.facts.duty_classes import duty_classes
from postlint.facts.duty_counts import counted_duties, duty_counts
from postlint.facts.equal_opportunity import (
    EqualOpportunityStatement,
    NamedClass,
    equal_opportunity,
    nondiscrimination,
    protected_classes,
)
from postlint.facts.equity import equity_commitment, equity_request
from postlint.facts.essential import (
    EssentialDevices,
    InlineMarks,
    duty_essential,
    essential,
    essential_device,
    essential_legend,
)
from postlint.facts.experience import experience
from postlint.facts.full_description import full_description
from postlint.facts.kind import is_posting, reads_as
from postlint.facts.languages import language
from postlint.facts.licences import driver_license, licences
from postlint.facts.mentions import DegreeMention, ExperienceMention, LicenceMention
from postlint.facts.pay import flsa, pay, pay_statements
from postlint.facts.payment import PayGrade, PayStatement
from postlint.facts.physical import physical_demands
from postlint.facts.place_names import place_name
from postlint.facts.readability import job_sentences, reading_grade
from postlint.facts.reporting import ReportingLine, cabinet, reporting_lines, reports_to
from postlint.facts.requirements import Requirement, form_start, requirements
from postlint.facts.role import role
from postlint.facts.sector import sector
from postlint.facts.terms import employment_type, place, posting_date, remote
from postlint.facts.title import title

__all__ = [
    "BUCKETS",
    "BUCKET_NAMES",
    "CATALOGUE",
    "SUPPORTING",
    "BenefitKind",
    "Benefits",
    "Bucket",
    "DegreeMention",
    "DutyClass",
    "DutyProfile",
    "EqualOpportunityStatement",
    "EssentialDevices",
    "ExperienceMention",
    "InlineMarks",
    "LicenceMention",
    "NamedClass",
    "PayGrade",
    "PayStatement",
    "ReportingLine",
    "Requirement",
    "abroad",
    "accommodation",
    "benefits",
    "cabinet",
    "catch_alls",
    "closing",
    "closing_date",
    "counted_duties",
    "country",
    "degree",
    "degree_equivalency",
    "degrees",
    "document_kind",
    "driver_license",
    "duty_classes",
    "duty_counts",
    "duty_essential",
    "employer_kind",
    "employment_type",
    "equal_opportunity",
    "equity_commitment",
    "equity_request",
    "essential",
    "essential_device",
    "essential_legend",
    "experience",
    "flsa",
    "form_start",
    "full_description",
    "is_posting",
    "job_sentences",
    "judged_on",
    "jurisdiction",
    "language",
    "licences",
    "nondiscrimination",
    "pay",
    "pay_statements",
    "physical_demands",
    "place",
    "place_name",
    "posting_date",
    "profile",
    "protected_classes",
    "reading_grade",
    "reads_as",
    "remote",
    "reporting_lines",
    "reports_to",
    "requirements",
    "role",
    "seat",
    "sector",
    "title",
]

CATALOGUE: tuple[FactSource[Any], ...] = (
    is_posting,
    title,
    role,
    sector,
    reports_to,
    cabinet,
    nondiscrimination,
    protected_classes,
    equity_commitment,
    essential,
    essential_legend,
    accommodation,
    physical_demands,
    pay,
    pay_statements,
    flsa,
    closing,
    closing_date,
    degree,
    degree_equivalency,
    driver_license,
    degrees,
    licences,
    experience,
    place,
    jurisdiction,
    posting_date,
    remote,
    employer_kind,
    employment_type,
    judged_on,
)

SUPPORTING: tuple[FactSource[Any], ...] = (
    reads_as,
    benefits,
    job_sentences,
    reading_grade,
    form_start,
    requirements,
    language,
    catch_alls,
    full_description,
    reporting_lines,
    equal_opportunity,
    equity_request,
    essential_device,
    duty_essential,
    duty_classes,
    document_kind,
    profile,
    abroad,
    country,
    seat,
)
