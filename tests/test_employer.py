"""Whose post it is and where: the employer's own name, plain words about a workplace."""

from __future__ import annotations

import pytest

from postlint import Employer, EmployerKind, Linter, PostRole, Profile, UnknownName
from postlint.engine.report import Report

LINTER = Linter()
BODY = "\n\n## Duties\n\n- Keeps records.\n- Answers readers.\n\n## Qualifications\n\n- A degree.\n"


def _read(text: str) -> Report:
    return LINTER.check(text + BODY, path="a.md")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# Analyst\n\nTwo years of postdoctoral work in industry are welcome.", "unknown"),
        ("# Nurse\n\nThe clinic is in a well-known school district.", "unknown"),
        ("# Children's Librarian - Fen Free Library\n\nVisits local schools.", "city-county"),
        ("# Archivist - The Fen Historical Society\n\nLeads tours for K-12 pupils.", "nonprofit"),
        ("# Archivist\n\nOrganization: Fen University Museum\n\nTours for schools.", "higher-ed"),
        ("# Clerk\n\nFen Unified School District\n\nThe county pays.", "k12"),
        ("# Clerk\n\nFen County is seeking a clerk. Our schools are good.", "city-county"),
        ("# Developer - Tern Software Ltd\n\nOur product serves universities.", "private"),
        (
            "# Attorney\n\nU.S. Department of Rivers\n\nSchools and counties write to us.",
            "state-federal",
        ),
        ("# Mower\n\nMows lawns in the parks of the Public Works Department.", "city-county"),
        ("# Analyst\n\nHelps every County department with its maps.", "city-county"),
        ("# Analyst\n\nHelps the County Board of Elections with maps.", "unknown"),
        ("# Analyst\n\nKeeps the networks of all city departments.", "city-county"),
        ("# Organizer - Fen School Boards Association\n\nServes schools.", "nonprofit"),
        ("# Officer\n\nFenaid is a humanitarian NGO, and serves schools.", "nonprofit"),
        ("# Ranger\n\nNational Park Service\n\nLeads tours of the county's park.", "state-federal"),
        ("# Dispatcher\n\nTakes calls for the Sheriff's Office.", "city-county"),
        ("# Organist\n\nPlays for the congregation, and answers to the Pastor.", "nonprofit"),
        ("# Astronomer\n\nThe Universidade da Fenda opens a call.", "higher-ed"),
        ("# Developer\n\nWrites what our products and product teams need.", "private"),
        ("# Writer\n\nDirectorate: Fen Institute of Technology", "higher-ed"),
    ],
)
def test_sector_comes_from_the_employers_own_kind(text: str, wanted: str) -> None:
    """What an employer is called outweighs whom it serves."""
    assert _read(text).facts["sector"].value == wanted


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("# Analyst\n\nYou will work in our office in Ottawa.", "CA"),
        ("# Analyst\n\nYou will be based in Copenhagen.", "DK"),
        ("# Analyst\n\nThe Maritime Museum of Denmark answers to a Danish ministry.", "DK"),
        ("# Designer\n\nYou will work for the NHS.", "GB"),
    ],
)
def test_plain_words_tell_the_country(text: str, country: str) -> None:
    """Rules of United States law do not speak of work that is done elsewhere."""
    report = _read(text)
    assert report.facts["jurisdiction"].value[-1] == country
    assert not {d.code for d in report.diagnostics} & {"ADA001", "ADA005", "EQTY001"}


def test_partners_abroad_are_no_workplace() -> None:
    """A partner's country is not where the work is."""
    report = _read("# Designer\n\nWe have partners in France; our office is in Boston, MA.")
    assert report.facts["jurisdiction"].value == ("US-MA",)


def test_the_seat_of_an_employer_is_no_workplace_of_a_remote_post() -> None:
    """Work from any state is under no one state's law."""
    text = "# Analyst\n\nRemote from any state. Our headquarters are in Denver, CO."
    assert _read(text).facts["jurisdiction"].missing
    here = "# Analyst\n\nWork on site at our headquarters in Denver, CO."
    assert _read(here).facts["jurisdiction"].value == ("US-CO",)


def test_a_federal_agency_is_under_no_districts_law() -> None:
    """An agency in Washington is bound by federal law."""
    report = _read("# Attorney\n\nU.S. Department of Rivers\n\nWashington, DC 20240")
    assert report.facts["jurisdiction"].value == ("US",)
    assert report.facts["place"].value == "Washington, DC 20240"


def test_what_is_declared_may_be_written_as_settings_write_it() -> None:
    declared = Employer(kind="school", role="tech-staff", profile="k12")
    assert declared == Employer(
        kind=EmployerKind.SCHOOL, role=PostRole.TECH_STAFF, profile=Profile.K12
    )


@pytest.mark.parametrize("wrong", [{"kind": "scool"}, {"role": "tech-staf"}, {"profile": "k-12"}])
def test_what_nobody_knows_is_not_declared(wrong: dict[str, str]) -> None:
    with pytest.raises(UnknownName, match="Did you mean '"):
        Employer(**wrong)  # type: ignore[arg-type]  # a slip that no type checker saw
