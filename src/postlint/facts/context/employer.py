"""The kind of paper, of employer and of profile a posting has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from postlint.document.kinds import SectionKind
from postlint.facts.base import Case, Fact, fact
from postlint.facts.declared import EmployerKind, Profile as DeclaredProfile
from postlint.facts.employer_name import own_names
from postlint.facts.role import role
from postlint.facts.sector import names_law, sector
from postlint.facts.title import title

DocumentKind = Literal["advertisement", "class-spec", "announcement", "unknown"]
ProfileName = Literal["k12", "public"]


@fact("document_kind")
def document_kind(case: Case) -> Fact[DocumentKind]:
    """Return what kind of document the text is.

    A class specification describes a family of positions and invites nobody;
    an announcement is a public body's formal notice; the rest advertise.
    """
    spec = case.hits["context.class_spec"]
    notice = case.hits["context.announcement"]
    advert = case.hits["context.advertisement"]
    invites = bool(case.posting.of_kind(SectionKind.HOW_TO_APPLY))
    if len(spec) >= 3 and len(spec) > len(advert) and not invites:
        return Fact("class-spec", spec[:3])
    if len(notice) >= 2 and len(notice) >= len(advert):
        return Fact("announcement", notice[:3])
    if advert or invites:
        headings = tuple(
            s.heading.span for s in case.posting.of_kind(SectionKind.HOW_TO_APPLY) if s.heading
        )
        return Fact("advertisement", (*advert[:3], *headings[:1]))
    if len(spec) >= 2:
        return Fact("class-spec", spec[:3])
    return Fact("unknown", missing="what kind of document this is")


@fact("employer_kind")
def employer_kind(case: Case) -> Fact[EmployerKind | None]:
    """Return the kind of employer: declared, else recognised from the text."""
    if case.employer.kind is not None:
        return Fact(case.employer.kind)
    known = case[sector]
    kind = _KINDS.get(known.value)
    if known.value == "city-county":
        counties = len(case.hits.places("context.county"))
        cities = len(case.hits.places("context.city"))
        kind = EmployerKind.COUNTY if counties > cities else EmployerKind.CITY
    elif known.value == "state-federal":
        federal = sum(1 for place in case.hits["context.federal"] if not names_law(case, place))
        states = len(case.hits.places("context.state"))
        if any(case.hits.within("role.own_federal", span) for span in own_names(case)):
            return Fact(EmployerKind.FEDERAL, known.spans)
        kind = EmployerKind.FEDERAL if federal >= 2 and federal > states else EmployerKind.STATE
    if kind is None:
        return Fact(None, missing="the kind of employer")
    return Fact(kind, known.spans)


_KINDS: Final[Mapping[str, EmployerKind]] = {
    "k12": EmployerKind.SCHOOL,
    "higher-ed": EmployerKind.COLLEGE,
    "nonprofit": EmployerKind.NONPROFIT,
    "private": EmployerKind.PRIVATE,
}
_SCHOOL_SIGNS: Final = 2
_BY_DECLARED: Final[Mapping[DeclaredProfile, ProfileName | None]] = {
    DeclaredProfile.K12: "k12",
    DeclaredProfile.PUBLIC: "public",
    DeclaredProfile.NONE: None,
}
_PUBLIC: Final = frozenset({EmployerKind.CITY, EmployerKind.COUNTY, EmployerKind.STATE})


@fact("profile")
def profile(case: Case) -> Fact[ProfileName | None]:
    """Return which technology-leadership profile the posting falls under, or none.

    The post must run technology, and the employer be a school body (`k12`) or
    a city, county or state (`public`). Coordinators, coaches and directors of
    stage or church technology are outside. A declared profile holds for every
    post that runs technology, and for one whose role the text does not say.
    """
    declared, what = case.employer.profile, case[role]
    if declared is not None:
        may_lead = what.value == "tech-leader" or not what.known
        on = may_lead and declared is not DeclaredProfile.NONE
        return Fact(_BY_DECLARED[declared] if on else None, what.spans if on else ())
    if what.value != "tech-leader":
        return Fact(None, missing=what.missing)
    spans = case[title].spans
    kind = case[employer_kind].value
    if kind is EmployerKind.SCHOOL:
        return Fact("k12", spans)
    if case.employer.kind is None:
        if case.hits["context.stage"]:
            return Fact(None)
        if _school_signs(case) >= _SCHOOL_SIGNS and kind not in (
            EmployerKind.COLLEGE,
            EmployerKind.FEDERAL,
        ):
            return Fact("k12", spans)
    if kind is None:
        return Fact(None, spans, missing=_NO_EMPLOYER)
    return Fact("public", spans) if kind in _PUBLIC else Fact(None)


_NO_EMPLOYER: Final = "whether the employer is a school district or a local public body"


def _school_signs(case: Case) -> int:
    """Return how many different words of school governance the text has."""
    found = {
        case.text[place.start : place.end].lower() for place in case.hits["context.school_words"]
    }
    return len(found) + ("students" in case.words.words) + ("district" in case.words.words)
