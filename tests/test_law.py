"""How a law reaches a posting: by place, kind and size of the employer, and the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from postlint.errors import UnknownName
from postlint.facts.base import Case
from postlint.facts.day import judged_on
from postlint.facts.declared import Employer, EmployerKind
from postlint.facts.place_names import place_code
from postlint.linter import Linter
from postlint.rules import Force, Severity, authority, reach
from postlint.rules.law import NO_COUNT, NO_DAY, NO_FUNDS, NO_KIND, NO_SIZE, decided_by, held_by

TEXT = "# Analyst\n\n{line}\n\n## Duties\n\n- Writes reports.\n"
TODAY = date(2026, 11, 29)
LAW = {"citation": "An act", "read": "2026", "jurisdiction": "US-OH"}


def case(line: str = "", **declared: Any) -> Case:
    linter = Linter()
    posting = linter.read(TEXT.format(line=line))
    return Case(posting, linter._plan.book, Employer(**declared), TODAY)


@pytest.mark.parametrize(
    ("line", "declared", "day", "origin"),
    [
        ("Date posted: 2025-03-04", {"as_of": date(2026, 1, 1)}, date(2025, 3, 4), "posted"),
        ("Closing date: 2025-04-17", {"as_of": date(2026, 1, 1)}, date(2025, 4, 17), "closing"),
        ("", {"as_of": date(2026, 1, 1)}, date(2026, 1, 1), "declared"),
        ("", {}, TODAY, "today"),
    ],
)
def test_the_day_is_the_postings_own_before_any_other(
    line: str, declared: dict[str, Any], day: date, origin: str
) -> None:
    told = case(line, **declared)[judged_on].value
    assert (told.date, told.origin) == (day, origin)
    assert told.stated is (origin != "today")


@pytest.mark.parametrize(
    ("more", "force", "unsure"),
    [
        ({}, Force.IN_FORCE, ()),
        ({"effective": "2025-01-01"}, Force.IN_FORCE, ()),
        ({"effective": "2027-01-01"}, Force.COMING, ()),
        ({"effective": "2025-01-01", "expires": "2026-01-01"}, Force.EXPIRED, ()),
        ({"least": 15}, Force.UNCERTAIN, (NO_SIZE,)),
        ({"whom": ["school"]}, Force.UNCERTAIN, (NO_KIND,)),
        ({"whom": ["recipient"]}, Force.UNCERTAIN, (NO_FUNDS,)),
    ],
)
def test_a_law_says_how_it_stands_and_what_is_unknown(
    more: dict[str, Any], force: Force, unsure: tuple[str, ...]
) -> None:
    found = reach(
        case(jurisdictions=("US-OH-CLE",), as_of=date(2026, 6, 1)), authority({**LAW, **more})
    )
    assert found is not None
    assert (found.force, found.unsure) == (force, unsure)


@pytest.mark.parametrize(
    ("more", "declared"),
    [
        ({}, {"jurisdictions": ("US-TX",)}),
        ({"until": "2026-01-01"}, {"jurisdictions": ("US-OH",)}),
        ({"least": 15}, {"jurisdictions": ("US-OH",), "employees": 14}),
        ({"whom": ["public"]}, {"jurisdictions": ("US-OH",), "kind": EmployerKind.PRIVATE}),
        ({"exempt": ["school"]}, {"jurisdictions": ("US-OH",), "kind": EmployerKind.SCHOOL}),
        ({"whom": ["contractor"]}, {"jurisdictions": ("US-OH",), "federal_contractor": False}),
    ],
)
def test_a_law_for_others_does_not_reach(more: dict[str, Any], declared: dict[str, Any]) -> None:
    assert reach(case(as_of=date(2026, 6, 1), **declared), authority({**LAW, **more})) is None


def test_a_closing_day_leaves_open_what_began_within_the_year_before() -> None:
    law = authority({**LAW, "effective": "2025-01-01"})
    found = reach(case("Closing date: 2025-04-17", jurisdictions=("US-OH",)), law)
    assert found is not None
    assert (found.force, found.unsure) == (Force.UNCERTAIN, (NO_DAY,))


@pytest.mark.parametrize(
    ("more", "declared", "severity"),
    [
        ({"effective": "2025-01-01"}, {"as_of": date(2026, 6, 1)}, Severity.ERROR),
        ({"effective": "2025-01-01"}, {}, Severity.WARNING),
        ({"effective": "2027-01-01"}, {"as_of": date(2026, 6, 1)}, Severity.INFO),
        ({"confidence": "medium"}, {}, Severity.WARNING),
        ({"basis": "general"}, {}, Severity.WARNING),
        ({"contested": True}, {}, Severity.WARNING),
    ],
)
def test_an_error_needs_everything_known(
    more: dict[str, Any], declared: dict[str, Any], severity: Severity
) -> None:
    found = reach(case(jurisdictions=("US-OH",), **declared), authority({**LAW, **more}))
    assert found is not None
    assert found.limited(Severity.ERROR) is severity


def test_a_posting_in_ohio_is_not_shown_the_statutes_of_texas() -> None:
    ohio, texas = authority(LAW), authority({**LAW, "jurisdiction": "US-TX"})
    practice = authority({"citation": "Practice", "read": "2026"})
    told = case(jurisdictions=("US-OH",))
    assert decided_by(told, [ohio, texas, practice]) == (ohio, practice)


# ------------------------------------------------------------- work from afar

REMOTE = "Work arrangement: fully remote"


@pytest.mark.parametrize(
    ("law", "line", "declared", "reaches"),
    [
        ({"remote": "open-there"}, REMOTE, {}, True),
        ({"remote": "open-there"}, "Work arrangement: on site", {}, False),
        ({"remote": "open-there"}, REMOTE, {"jurisdictions": ("US-OR",)}, False),
        ({"remote": "open-there"}, REMOTE, {"kind": EmployerKind.FEDERAL}, False),
        ({"remote": "open-there"}, "Remote within Texas only.", {}, False),
        # Work that has to be done in some states can be done in no other.
        ({"remote": "open-there"}, "Remote in Texas or Idaho.", {}, False),
        ({"remote": "open-there"}, "Remote, open to residents of TX, ID and OH.", {}, None),
        ({"remote": "open-to-all"}, "Remote within Texas only.", {}, False),
        ({"remote": "open-to-all"}, "Remote, Texas residents only.", {}, False),
        # To leave a state out keeps the laws away that ask for people there, and no other.
        ({"remote": "open-there"}, "Fully remote, anywhere except Ohio.", {}, False),
        ({"remote": "open-there"}, "Fully remote, not open to residents of OH.", {}, False),
        ({"remote": "open-there"}, "Fully remote, anywhere except Texas.", {}, True),
        ({"remote": "open-to-all"}, "Fully remote, anywhere except Ohio.", {}, True),
        ({"remote": "in-place"}, REMOTE, {}, False),
        ({}, REMOTE, {}, False),
        ({"remote": "reports-in"}, REMOTE, {}, False),
        ({"remote": "reports-in"}, REMOTE, {"seat": "US-OH"}, True),
        ({"remote": "reports-in"}, REMOTE, {"seat": "US-TX"}, False),
        ({"remote": "employer-there"}, REMOTE + "\n\nHeadquartered in Dayton, Ohio.", {}, True),
        ({"remote": "employer-there"}, REMOTE + "\n\nHeadquartered in Reno, Nevada.", {}, False),
        (
            {"remote": "employer-there"},
            REMOTE,
            {"jurisdictions": ("US-OR",), "seat": "US-OH-CLE"},
            True,
        ),
    ],
)
def test_work_from_afar_is_reached_by_the_laws_own_words(
    law: dict[str, Any], line: str, declared: dict[str, Any], reaches: bool | None
) -> None:
    found = reach(case(line, as_of=date(2026, 6, 1), **declared), authority({**LAW, **law}))
    if reaches is None:  # the work itself is there
        assert found is not None
        assert found.in_scope
        return
    assert (found is not None) is reaches
    if found is not None:
        # What a posting does not say of work from afar never makes an error.
        assert found.unsure
        assert found.limited(Severity.ERROR) is Severity.WARNING


def test_a_law_that_counts_people_at_the_place_needs_them_there() -> None:
    law = authority({**LAW, "least": 15, "local": True})
    day = date(2026, 6, 1)
    here = reach(case(jurisdictions=("US-OH",), employees=40, as_of=day), law)
    assert here is not None
    assert here.unsure == ()
    both = reach(case(jurisdictions=("US-OH", "US-TX"), employees=40, as_of=day), law)
    assert both is not None
    assert both.unsure == (NO_COUNT,)


def test_no_state_binds_an_agency_of_the_union() -> None:
    told = case(jurisdictions=("US-OH",), kind=EmployerKind.FEDERAL, as_of=date(2026, 6, 1))
    assert reach(told, authority(LAW)) is None


def test_kinds_a_law_may_not_reach_are_told() -> None:
    law = authority({**LAW, "doubtful": ["public"]})
    day = date(2026, 6, 1)
    county = reach(case(jurisdictions=("US-OH",), kind=EmployerKind.COUNTY, as_of=day), law)
    assert county is not None
    assert county.unsure == ("whether it reaches public bodies",)
    shop = reach(case(jurisdictions=("US-OH",), kind=EmployerKind.PRIVATE, as_of=day), law)
    assert shop is not None
    assert shop.certain


@pytest.mark.parametrize("line", ["The fund remained in the family.", "THE RAIN REMAINED."])
def test_a_word_that_holds_the_name_of_a_state_names_none(line: str) -> None:
    maine = authority({**LAW, "jurisdiction": "US-ME"})
    assert reach(case(line, as_of=date(2026, 6, 1)), maine) is None


def test_one_note_says_that_the_table_is_old() -> None:
    employer = Employer(jurisdictions=("US-CO",), as_of=date(2029, 5, 1))
    report = Linter(employer=employer).check(TEXT.format(line=""))
    told = [one for one in report.diagnostics if one.name == "table-of-laws-old"]
    assert len(told) == 1
    assert "1 May 2029" in told[0].message
    doubts = [one for one in report.outcomes if one.verdict.value == "cannot-tell"]
    assert {"PAY001", "PAY010", "PAY011"} <= {one.code for one in doubts}


@pytest.mark.parametrize(
    ("declared", "nearest"),
    [({"jurisdictions": ("US-OG",)}, "US-OR"), ({"seat": "Colorad"}, "US-CO")],
)
def test_a_place_nobody_knows_is_refused_with_the_nearest(
    declared: dict[str, Any], nearest: str
) -> None:
    with pytest.raises(UnknownName, match=nearest):
        Employer(**declared)


@pytest.mark.parametrize(
    ("words", "code"), [("NYC", "US-NY-NYC"), ("Washington", "US-WA"), ("England", "GB")]
)
def test_a_place_is_known_by_what_else_it_is_called(words: str, code: str) -> None:
    assert place_code(words) == code


@pytest.mark.parametrize(
    ("more", "held"),
    [
        ({}, True),
        ({"effective": "2024-06-01"}, True),
        ({"effective": "2026-06-01"}, False),
        ({"until": "2024-06-01"}, False),
        ({"least": 15}, False),
        ({"whom": ["school"]}, False),
    ],
)
def test_a_finding_is_shown_no_law_that_cannot_hold_it(more: dict[str, Any], held: bool) -> None:
    """A law that began after the posting, was over before, or is of others, is not its matter."""
    posting = case(
        "Date posted: 2025-03-04",
        jurisdictions=("US-OH",),
        kind=EmployerKind.PRIVATE,
        employees=9,
    )
    law = authority({**LAW, **more})
    assert (law in held_by(posting, (law,))) is held
