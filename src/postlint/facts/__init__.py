"""What a posting says beyond its structure; each fact with its evidence.

A rule asks a case for one: `case[facts.title]`. `CATALOGUE` lists the facts
that reports show, under the names they have there. `SUPPORTING` lists the
facts that rules and other facts build on.
"""

from __future__ import annotations

from typing import Any

from postlint.facts.accommodation import accommodation as accommodation
from postlint.facts.base import FactSource
from postlint.facts.benefits import (
    BenefitKind as BenefitKind,
    Benefits as Benefits,
    benefits as benefits,
)
from postlint.facts.catch_alls import catch_alls as catch_alls
from postlint.facts.closing import closing as closing, closing_date as closing_date
from postlint.facts.context import (
    abroad as abroad,
    country as country,
    document_kind as document_kind,
    employer_kind as employer_kind,
    jurisdiction as jurisdiction,
    profile as profile,
    seat as seat,
)
from postlint.facts.day import judged_on as judged_on
from postlint.facts.degree_equivalency import degree_equivalency as degree_equivalency
from postlint.facts.degrees import degree as degree, degrees as degrees
from postlint.facts.duties import (
    BUCKET_NAMES as BUCKET_NAMES,
    BUCKETS as BUCKETS,
    Bucket as Bucket,
    DutyClass as DutyClass,
    DutyProfile as DutyProfile,
)
from postlint.facts.duty_classes import duty_classes as duty_classes
from postlint.facts.duty_counts import counted_duties as counted_duties, duty_counts as duty_counts
from postlint.facts.equal_opportunity import (
    EqualOpportunityStatement as EqualOpportunityStatement,
    NamedClass as NamedClass,
    equal_opportunity as equal_opportunity,
    nondiscrimination as nondiscrimination,
    protected_classes as protected_classes,
)
from postlint.facts.equity import (
    equity_commitment as equity_commitment,
    equity_request as equity_request,
)
from postlint.facts.essential import (
    EssentialDevices as EssentialDevices,
    InlineMarks as InlineMarks,
    duty_essential as duty_essential,
    essential as essential,
    essential_device as essential_device,
    essential_legend as essential_legend,
)
from postlint.facts.experience import experience as experience
from postlint.facts.full_description import full_description as full_description
from postlint.facts.kind import is_posting as is_posting, reads_as as reads_as
from postlint.facts.languages import language as language
from postlint.facts.licences import driver_license as driver_license, licences as licences
from postlint.facts.mentions import (
    DegreeMention as DegreeMention,
    ExperienceMention as ExperienceMention,
    LicenceMention as LicenceMention,
)
from postlint.facts.pay import flsa as flsa, pay as pay, pay_statements as pay_statements
from postlint.facts.payment import PayGrade as PayGrade, PayStatement as PayStatement
from postlint.facts.physical import physical_demands as physical_demands
from postlint.facts.place_names import place_name as place_name
from postlint.facts.readability import (
    job_sentences as job_sentences,
    reading_grade as reading_grade,
)
from postlint.facts.reporting import (
    ReportingLine as ReportingLine,
    cabinet as cabinet,
    reporting_lines as reporting_lines,
    reports_to as reports_to,
)
from postlint.facts.requirements import (
    Requirement as Requirement,
    form_start as form_start,
    requirements as requirements,
)
from postlint.facts.role import role as role
from postlint.facts.sector import sector as sector
from postlint.facts.terms import (
    employment_type as employment_type,
    place as place,
    posting_date as posting_date,
    remote as remote,
)
from postlint.facts.title import title as title

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
