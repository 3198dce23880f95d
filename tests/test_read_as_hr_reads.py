"""What an HR reader wants of whole postings: verdicts that are true of them, and no others."""

from __future__ import annotations

import pytest

from postlint import Linter, Report, Verdict

LINTER = Linter(select=["ALL"])


def posting(line: str) -> str:
    """Return a posting with a line where it says itself to stand, else among what is asked."""
    where, _, words = line.rpartition("@ ")
    parts = dict.fromkeys(("head", "duty", "apply"), "")
    parts[where or "asked"] = words
    asked = f"- {parts['asked']}\n" if "asked" in parts else ""
    duty = f"- {parts['duty']}\n" if parts["duty"] else ""
    apply = f"\n## How to apply\n\n{parts['apply']}\n" if parts["apply"] else ""
    return (
        f"# Boat builder\n\nOrganization: Fen Yard Company\n\n{parts['head']}\n\n## Duties\n\n"
        f"- Planks hulls.\n- Keeps the tool room.\n{duty}\n## Qualifications\n\n"
        f"- High school diploma.\n{asked}{apply}"
    )


def report(line: str) -> Report:
    """Check a posting with a line in it."""
    return LINTER.check(posting(line))


PASSES, FAILS, OPEN = Verdict.PASS, Verdict.FAIL, Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("code", "line", "verdict"),
    [
        ("EQTY021", "Must be a U.S. citizen or authorized to work here.", PASSES),
        ("EQTY021", "Must be a citizen of the United States or hold a valid work permit.", PASSES),
        ("EQTY021", "Must be a United States citizen, as the port's rules require.", PASSES),
        ("EQTY021", "Must be a United States citizen.", FAILS),
        ("EQTY021", "U.S. citizens or nationals only.", FAILS),
        ("EQTY025", "Not convicted of fraud, as provided by chapter 12 of the Labor Code.", PASSES),
        ("EQTY025", "No convictions, as our code of conduct has it.", FAILS),
        ("EQTY025", "No DUI within five years and a clean driving record.", PASSES),
        ("EQTY025", "No DUI.", FAILS),
        ("EQTY015", "Women only. This is a genuine occupational requirement.", PASSES),
        ("EQTY015", "Women only.", FAILS),
        ("ADA012", "Pass a pre-employment drug test and physical.", FAILS),
        ("ADA012", "After a conditional offer: drug test and physical.", PASSES),
        ("ADA012", "Pass a pre-employment drug test.", PASSES),
        ("EQTY018", "head@ We are a young, lively crew.", FAILS),
        ("EQTY018", "head@ Our team is young.", FAILS),
        ("EQTY018", "duty@ Coaches our young team of rowers.", PASSES),
        ("EQTY017", "Some practice; new graduates are welcome too.", PASSES),
        ("EQTY017", "New graduates wanted.", FAILS),
        ("QUAL002", "A university degree or a comparable qualification.", PASSES),
        ("QUAL002", "A university degree.", FAILS),
        ("CLAR001", "duty@ Supports special projects and other duties as assigned", FAILS),
        ("PAY011", "apply@ Send a letter to the foreman at the yard office by May 2.", PASSES),
        ("PAY011", "apply@ Write to crew (at) fenyard dot example.", PASSES),
        ("PAY011", "head@ Stop by any morning with a resume, or text 207-555-0142.", PASSES),
        ("PAY011", "apply@ Apply soon. If you need adjustments, ring 207-555-0142.", FAILS),
        ("PAY011", "apply@ Apply soon. Title IX coordinator: Ann Lee, 207-555-0142.", FAILS),
        ("PAY011", "apply@ Apply through PoliceApp by May 2.", PASSES),
        ("PAY011", "apply@ Apply on Monday.", FAILS),
        ("ADA010", "Valid driver's license.", FAILS),
        ("EQTY003", "apply@ Attach a statement of how you serve diverse learners.", FAILS),
        ("EQTY017", "head@ We want a mature, reliable person.", FAILS),
        ("EQTY024", "A sharp dresser.", FAILS),
        ("EQTY025", "A background that comes back clean.", FAILS),
        ("EQTY025", "Convictions for fraud disqualify, as C.R.S. 1-6-101 has it.", PASSES),
        ("EQTY027", "A credit report, as you will have access to the accounts.", PASSES),
        ("EQTY027", "Your credit history will be reviewed.", FAILS),
        ("EQTY029", "Help for disabled applicants.", FAILS),
        ("EQTY029", "Disabled applicants are interviewed (Disability Confident).", PASSES),
        ("QUAL008", "Bilingual (English and Spanish).", FAILS),
        ("EQTY019", "apply@ Please include your DOB.", FAILS),
        ("EQTY025", "Must pass a background check, as required by 20-4-102, MCA.", PASSES),
        ("EQTY029", "Disabled people are encouraged to apply.", PASSES),
        ("ADA005", "Must lift 50 pounds w/ or w/out accommodation.", PASSES),
        ("ADA005", "Must lift 50 pounds without accommodation.", FAILS),
        ("ADA010", "Driver's license, or the ability to get to the yards by other means.", PASSES),
        ("EQTY001", "apply@ We welcome applicants of every race, age and faith.", PASSES),
    ],
)
def test_a_verdict(code: str, line: str, verdict: Verdict) -> None:
    """A verdict is true of what the line says."""
    found = [one.verdict for one in report(line).outcomes if one.code == code]
    assert found == [verdict]


def test_driving_may_be_told_elsewhere() -> None:
    """A title that drives, or a word about the work, says why a license is asked for."""
    asked = "## Requirements\n\n- Valid driver's license\n"
    duties = "## Duties\n\n- Brings parcels.\n- Keeps the log.\n\n"
    by_title = LINTER.check(f"# Courier\n\n{duties}{asked}")
    told = LINTER.check(
        f"# Nurse\n\n## About the role\n\nYou see six people a day, driving your own car.\n\n"
        f"{duties}{asked}"
    )
    for one in (by_title, told):
        messages = {found.message_id for found in one.diagnostics if found.code == "ADA010"}
        assert "no-driving" not in messages


def test_a_heading_with_an_aside() -> None:
    """Brackets behind "Essential duties" that speak of others take nothing back."""
    found = LINTER.check(
        "# Boat builder\n\n## Essential duties (other related duties may be assigned)\n\n"
        "- Planks hulls.\n- Keeps the tool room.\n"
    )
    assert found.facts["essential"].value == "section"


def test_a_short_form_in_a_row() -> None:
    """Of a line with bars the part is shown that says it."""
    (one,) = [
        d
        for d in report("apply@ jobs@fenyard.com  |  No agents  |  EOE").diagnostics
        if d.code == "EQTY001"
    ]
    assert one.message_id == "short-form"
    assert "EOE" in one.message
    assert "agents" not in one.message


def test_a_wage_and_hour_status_is_no_hour() -> None:
    """The label of a law, the letters of an office and a first year are no times of pay."""
    form = (
        "Job Title: Clerk          Wage/Hour Status: Exempt\n"
        "Reports to: Director of HR          Pay Grade: B ($58,410 - $70,372, 226 days)\n"
    )
    for head in (form, "Pay: $21.36 an hour in the first year, $24.92 in the second."):
        found = report(f"head@ {head}")
        assert not {"PAY007", "PAY017", "PAY020"} & {one.code for one in found.diagnostics}


def test_a_duty_offers_nobody_accommodation() -> None:
    """Whoever coordinates requests for accommodation is offered none by that."""
    told = report("duty@ Coordinates the interactive process for accommodation requests.")
    assert told.facts["accommodation"].value is None
    made = report("duty@ Reasonable accommodation will be made to perform these duties.")
    assert made.facts["accommodation"].value is not None


def test_the_heading_of_a_board_leads_nowhere() -> None:
    """ "Full job description" over the description itself is no way to another text."""
    words = "We build and mend boats of oak for owners on three rivers. " * 6
    board = f"# Boat builder\n\nFull job description\n\n{words}\n\n## Duties\n\n- Planks hulls.\n"
    found = {one.code: one for one in LINTER.check(board).outcomes}
    assert found["ADA001"].verdict is FAILS


def test_pay_in_euros_is_not_american() -> None:
    """A post paid in euros, with one country named, is there; else nobody knows where."""
    duties = "## The job\n\n- Runs the fish station.\n- Orders fish.\n"
    paris = LINTER.check(f"# Chef de partie - Paris\n\nSalary: 2 350 € a month\n\n{duties}")
    assert paris.facts["jurisdiction"].value == ("FR",)
    unnamed = LINTER.check(f"# Chef de partie\n\nSalary: 2 350 € a month\n\n{duties}")
    assert not {"EQTY001", "ADA001"} & {one.code for one in unnamed.diagnostics}


def test_two_provinces() -> None:
    """A field that names towns of two provinces is of both."""
    found = report("head@ Locations: Toronto, ON or Vancouver, BC").facts["jurisdiction"]
    assert found.value == ("CA-ON", "CA-BC", "CA")


def test_a_postal_code_settles_a_province() -> None:
    """Behind a town and two letters it is Canada's, wherever it stands."""
    found = report("Fen Mills, Fen Lake, MB R3C 1A5").facts["jurisdiction"]
    assert found.value == ("CA-MB", "CA")


def test_a_part_of_the_title_is_no_house_before_at() -> None:
    """What a rank is the rank of stays, though an employer's name follows it."""
    text = (
        "Deputy Superintendent, Technology at Fen Public Schools | JOBS\n\nDuties\n\n"
        "- Leads the technology division.\n"
    )
    facts = LINTER.check(text, path="page.txt").facts
    assert facts["title"].value == "Deputy Superintendent, Technology"
    assert facts["role"].value == "tech-leader"


DISTRICTS = {
    "a day of revision beside a school": (
        "Fen ISD\nJob Description\n\nJob Title: Director of Maps     Wage/Hour Status: Exempt\n"
        "Reports to: Superintendent   Pay Grade: AP 2\nDept./School: Maps   Date Revised: 05/2026"
        "\n\nQualifications:\nEducation:\nBachelor's degree\nExperience:\nFive years\n\n"
        "Major Responsibilities and Duties:\nPolicy\n1. Write the plan for maps.\nMoney\n"
        "2. Keep the budget.\n\nSupervisory Responsibilities:\nSupervise two clerks.\n"
    ),
    "lettered topics": (
        "FEN AREA SCHOOLS\nPOSITION GUIDE\n\nPOSITION:   Director of Maps\n\nDUTIES:\n"
        "A.  Supervision\n    1.  Assigns the work of two clerks.\nB.  Operations\n"
        "    1.  Keeps the map room.\n"
    ),
    "a star at every number": (
        "Fen Schools\n\nDirector of Maps\n\nDUTIES:\n* (1) Direct two clerks.\n"
        "* (2) Keep the budget.\n* Essential Performance Responsibilities\n"
    ),
    "a column beside the title": (
        "Fen Schools\nPOSITION DESCRIPTION\n\nDirector of Maps         Exempt - Administrator\n\n"
        "ESSENTIAL JOB FUNCTIONS\n- Directs two clerks.\n- Keeps the budget.\n"
    ),
}


@pytest.mark.parametrize("form", DISTRICTS)
def test_a_districts_own_form_is_read(form: str) -> None:
    """Each form has a title and two duties, whatever stands beside them."""
    report = LINTER.check(DISTRICTS[form], path="form.txt")
    assert report.facts["is_posting"].value, report.facts["is_posting"].missing
    assert report.facts["title"].value == "Director of Maps"
    assert len(report.posting.duties) == 2
    if "star" in form:
        assert report.facts["essential"].value == "per-duty"
        assert report.facts["essential_legend"].value == "* Essential Performance Responsibilities"


def test_a_pass_names_what_answered() -> None:
    """Where words are in order because of others, the record shows both."""
    (one,) = [
        one
        for one in report("Must be a U.S. citizen, as the port's rules require.").outcomes
        if one.code == "EQTY021"
    ]
    assert one.reason.startswith("'Must be a U.S. citizen' does not count beside 'rules require'.")
    assert len(one.spans) == 2


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Hartford, CT and Springfield, MA offices", {"US-CT", "US-MA"}),
        ("We have openings in Denver, CO, Boise, ID and Austin, TX.", {"US-CO", "US-ID", "US-TX"}),
        ("Work from our Denver, Austin or Phoenix office.", {"US-CO", "US-TX", "US-AZ"}),
        ("The Chicago office is looking for a boat builder.", {"US-IL"}),
        ("Based in our Washington, D.C. headquarters.", {"US-DC"}),
        ("We build for owners in Denver, CO and Austin, TX.", set()),
        ("Ann Lee, MA office manager, and Bo Ray, MD", set()),
    ],
)
def test_places_of_the_work(line: str, places: set[str]) -> None:
    """Towns in a row are all places of the work, where the text says that it is there."""
    assert set(report(f"head@ {line}").facts["jurisdiction"].value) == places


@pytest.mark.parametrize(
    ("line", "remote"),
    [
        ("You may work from anywhere in the United States.", "remote"),
        ("Remote - US", "remote"),
        ("You can work from anywhere two days a week.", "hybrid"),
    ],
)
def test_work_from_afar(line: str, remote: str) -> None:
    """Leave to work from anywhere is work from afar, and for some days it is not."""
    assert report(f"head@ {line}").facts["remote"].value == remote


@pytest.mark.parametrize(
    ("line", "ends", "unit"),
    [
        ("$45,000 - 55", (45_000, 55_000), None),
        ("$21-$24/hr + tips (about $4-6/hr more)", (21, 24), "hour"),
        ("25 hours a week at award rates ($32.06/hr on weekdays)", (32.06,), "hour"),
        ("$30/hr including tips", (30,), "hour"),
        ("$28+/hr DOE, $3,000 sign on bonus, take home van", (28,), "hour"),
        ("Earn up to $140K OTE (base $55,000 + uncapped commission)", (55_000,), None),
    ],
)
def test_pay_in_the_mess_of_advertisements(
    line: str, ends: tuple[float, ...], unit: str | None
) -> None:
    """Tips are no second pay, an award is no prize, and thousands may be shared."""
    stated = report(f"head@ {line}").facts["pay_statements"].value
    assert [(one.amounts, one.unit) for one in stated if one.basis == "base"] == [(ends, unit)]


def test_a_mail_that_passes_a_posting_on() -> None:
    """Who passes a posting on is not who looks for people: their office and title count not."""
    mail = (
        "From: Carla Mendes\nSubject: FW: opening\n\nHi all, see below.\n\nCarla Mendes\n"
        "Office Manager\n1700 Market Street, Philadelphia, PA 19103\n\n"
        "---------- Forwarded message ----------\nFrom: HR\n\n"
    )
    below = (
        "BOAT BUILDER\n\nOur yard in Bath, Maine is hiring.\n\nDuties:\n- Planks hulls.\n"
        "- Keeps the tool room.\n\nQualifications:\n- Three years of such work.\n"
        "- Reads drawings of hulls and spars.\n- Works with others on deck and below it.\n"
        "- Knows oak, cedar and larch, and how each of them bends under steam.\n"
    )
    found = LINTER.check(mail + below).facts
    assert found["title"].value == "BOAT BUILDER"
    assert found["jurisdiction"].value == ("US-ME",)
    alone = LINTER.check(below).facts
    assert alone["jurisdiction"].value == found["jurisdiction"].value


def test_rows_that_begin_anew_are_not_wrapped() -> None:
    """Long rows without bullets are each an item, where each begins with a capital."""
    rows = (
        "Plank carvel hulls with copper rivets under the eye of the master builder\n"
        "Steam ribs and floors in the long box and set them while they are still hot\n"
        "Spile each strake from the one below it and mark the rabbet for the next\n"
        "Caulk seams with cotton and pay them with the yard's own compound of pitch\n"
        "Keep the tool room\n"
    )
    text = f"Boat Builder\n\nResponsibilities\n{rows}\nRequirements\nThree years of such work\n"
    assert len(LINTER.check(text).posting.duties) == 5
