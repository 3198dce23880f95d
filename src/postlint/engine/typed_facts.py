"""The facts of a posting by the names that are documented, each with its type.

`Facts` holds them as Python has them: dates are dates, kinds of employer an
enumeration. `FactValues` is what they become for JSON: dates are ISO texts,
enumerations their values, and amounts numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Generic, Literal, TypedDict, TypeVar, cast

from postlint.facts.base import Fact
from postlint.facts.day import Day
from postlint.facts.declared import EmployerKind
from postlint.facts.degrees import DegreeDemand
from postlint.facts.mentions import DegreeLevel, DegreeMention, ExperienceMention, LicenceMention
from postlint.facts.pay import Pay
from postlint.facts.payment import PayBasis, PayOpenness, PayStatement, PayUnit
from postlint.facts.role import Role
from postlint.facts.sector import Sector
from postlint.facts.work import EmploymentType, Remote
from postlint.text.source import SourceText

T = TypeVar("T")

Words = str | None
Offsets = list[int]


class FactValue(TypedDict, Generic[T]):
    """A fact in JSON: `spans` are pairs of offsets, `missing` is null where the value is known."""

    value: T
    spans: list[Offsets]
    missing: str | None


class PayGradeValues(TypedDict):
    """A grade of a pay plan in JSON."""

    span: Offsets
    plan: str
    grade: str
    step: str | None
    series: str | None


class PayStatementValues(TypedDict):
    """One statement of what the post pays, in JSON."""

    span: Offsets
    low: float | None
    high: float | None
    currency: str | None
    unit: PayUnit | None
    basis: PayBasis
    openness: PayOpenness | None
    by_experience: bool
    grade: PayGradeValues | None


class DegreeValues(TypedDict):
    """A degree that is asked for, in JSON."""

    span: Offsets
    level: DegreeLevel
    required: bool
    subject: str | None


class LicenceValues(TypedDict):
    """A licence to drive that is asked for, in JSON."""

    span: Offsets
    kind: Literal["driver", "commercial driver"]
    required: bool
    subject: str | None


class ExperienceValues(TypedDict):
    """Years of experience that are asked for, in JSON."""

    span: Offsets
    low: float
    high: float | None
    required: bool
    subject: str | None


class DayValues(TypedDict):
    """The day whose law applies, in JSON."""

    date: str
    since: str
    origin: Literal["posted", "closing", "declared", "today"]


class FactValues(TypedDict):
    """What a posting says, as JSON has it; packs may bring more."""

    is_posting: FactValue[bool]
    title: FactValue[Words]
    role: FactValue[Role]
    sector: FactValue[Sector]
    reports_to: FactValue[Words]
    cabinet: FactValue[Words]
    nondiscrimination: FactValue[Words]
    protected_classes: FactValue[list[str]]
    equity_commitment: FactValue[Words]
    essential: FactValue[Literal["none", "per-duty", "section"]]
    essential_legend: FactValue[Words]
    accommodation: FactValue[Words]
    physical_demands: FactValue[bool]
    pay: FactValue[Pay]
    pay_statements: FactValue[list[PayStatementValues]]
    flsa: FactValue[Literal["exempt", "nonexempt"] | None]
    closing: FactValue[Words]
    closing_date: FactValue[Words]
    degree: FactValue[DegreeDemand]
    degree_equivalency: FactValue[Words]
    driver_license: FactValue[Words]
    degrees: FactValue[list[DegreeValues]]
    licences: FactValue[list[LicenceValues]]
    experience: FactValue[list[ExperienceValues]]
    place: FactValue[Words]
    jurisdiction: FactValue[list[str]]
    posting_date: FactValue[Words]
    remote: FactValue[Remote | None]
    employer_kind: FactValue[Words]
    employment_type: FactValue[list[EmploymentType]]
    judged_on: FactValue[DayValues]


class Facts(Mapping[str, Fact[Any]]):
    """What a posting says, by the fact's name: `facts.title`, or `facts["title"]`.

    The facts of packs have their names as keys and attributes, too, and no type.
    """

    is_posting: Fact[bool]
    title: Fact[Words]
    role: Fact[Role]
    sector: Fact[Sector]
    reports_to: Fact[Words]
    cabinet: Fact[Words]
    nondiscrimination: Fact[Words]
    protected_classes: Fact[tuple[str, ...]]
    equity_commitment: Fact[Words]
    essential: Fact[Literal["none", "per-duty", "section"]]
    essential_legend: Fact[Words]
    accommodation: Fact[Words]
    physical_demands: Fact[bool]
    pay: Fact[Pay]
    pay_statements: Fact[tuple[PayStatement, ...]]
    flsa: Fact[Literal["exempt", "nonexempt"] | None]
    closing: Fact[Words]
    closing_date: Fact[date | None]
    degree: Fact[DegreeDemand]
    degree_equivalency: Fact[Words]
    driver_license: Fact[Words]
    degrees: Fact[tuple[DegreeMention, ...]]
    licences: Fact[tuple[LicenceMention, ...]]
    experience: Fact[tuple[ExperienceMention, ...]]
    place: Fact[Words]
    jurisdiction: Fact[tuple[str, ...]]
    posting_date: Fact[date | None]
    remote: Fact[Remote | None]
    employer_kind: Fact[EmployerKind | None]
    employment_type: Fact[tuple[EmploymentType, ...]]
    judged_on: Fact[Day]

    def __init__(self, source: SourceText, found: Mapping[str, Fact[Any]]) -> None:
        self._source = source
        self._found = dict(found)
        # As attributes of the instance; a pack's fact may have the name of a method.
        vars(self).update({name: one for name, one in found.items() if not hasattr(self, name)})

    def __getitem__(self, name: str) -> Fact[Any]:
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __repr__(self) -> str:
        return f"<Facts {', '.join(self._found)}>"

    def to_dict(self) -> FactValues:
        """Return them as plain values, as `facts` of a report in JSON has them."""
        from postlint.engine.values import facts_values  # noqa: PLC0415  # few ask

        return cast("FactValues", facts_values(self._source, self._found))
