"""Verdicts of small postings: what a careful reader answers, whatever the words."""

from __future__ import annotations

import pytest

from postlint import Linter, Report

LINTER = Linter(select=["ALL"])
_HEAD = "Director of Technology\nElm School District\n\n{line}"
_HEAD += "\n\nDuties\n- {duty}\n- Is there when it counts.\n\nQualifications\n- {asked}\n"
_PLAIN = "Sail Mender\nTown of Elm, Oregon\n\n{line}"
_PLAIN += "\n\nDuties\n- {duty}\n- Mends sails.\n\nQualifications\n- {asked}\n\n{end}\n"


def _head(line: str = "Reports to the Superintendent.", duty: str = "Leads the staff.") -> str:
    return _HEAD.format(line=line, duty=duty, asked="Ten years of leading.")


def _plain(
    line: str = "", duty: str = "Sews.", asked: str = "A year at sea.", end: str = ""
) -> str:
    return _PLAIN.format(line=line, duty=duty, asked=asked, end=end)


def _verdict(report: Report, code: str) -> str:
    return next(one.verdict.value for one in report.outcomes if one.code == code)


@pytest.mark.parametrize(
    ("code", "verdict", "duty"),
    [
        ("LEAD009", "cannot-tell", "Bids welcome to the new teachers."),
        ("LEAD009", "cannot-tell", "Grants users access to the maps."),
        ("LEAD009", "cannot-tell", "Purchases flowers for the office."),
        ("LEAD009", "pass", "Applies for grants and spends them."),
        ("LEAD009", "pass", "Weighs offers and awards contracts for cabling."),
        ("LEAD008", "pass", "Draws the vision of where the schools shall be in 2034."),
        ("LEAD010", "pass", "The technicians and their supervisor answer to the CTO."),
        ("LEAD010", "cannot-tell", "Manages the staff lounge."),
        ("LEAD010", "cannot-tell", "Leads walks for employees."),
        ("LEAD010", "pass", "Three crews work under the director."),
        ("LEAD010", "pass", "Chooses and trains new analysts."),
        ("LEAD008", "pass", "Writes the cloud strategy of the schools."),
        ("LEAD009", "cannot-tell", "Visits the vendor hall."),
        ("LEAD009", "cannot-tell", "Grants visiting artists the use of rooms."),
        ("LEAD009", "pass", "Grants, levies and other sources: finds them."),
        ("LEAD012", "pass", "Gets systems going again after a disaster."),
        ("LEAD012", "pass", "Readies the schools to carry on after an attack."),
        ("LEAD013", "pass", "Talks with nearby districts about a day for all."),
        ("LEAD010", "pass", "Draws up rosters for the technicians and rates their work."),
        ("LEAD010", "pass", "Four analysts report to this post."),
        ("LEAD011", "pass", "Vets programs for what they do with pupils' data."),
        ("LEAD006", "pass", "Shapes with principals how children learn."),
        ("LEAD011", "pass", "Keeps employees' records confidential."),
        ("LEAD013", "pass", "Defends the plan before the school board."),
        ("LEAD013", "pass", "Hosts evenings at which families look at new devices."),
        ("LEAD017", "pass", "Readies a deputy to take the helm."),
        ("LEAD017", "cannot-tell", "Trains teachers in the use of maps."),
    ],
)
def test_what_a_leader_does(code: str, verdict: str, duty: str) -> None:
    """A duty counts by what it does, and not by a word that it has in another sense."""
    assert _verdict(LINTER.check(_head(duty=duty)), code) == verdict


@pytest.mark.parametrize(
    ("verdict", "line"),
    [
        ("pass", "Evaluated once a year by the Superintendent."),
        ("pass", "You join the team, and the Superintendent will be your direct supervisor."),
        ("pass", "The Superintendent will evaluate the Director each May."),
        ("fail", "Reports to the Business Manager, who reports to the Superintendent."),
        ("fail", "Reports to the Business Manager, who in turn answers to the Superintendent."),
        ("pass", "Accountable solely to the Superintendent, the Director runs it all."),
        ("cannot-tell", "The Maps Manager reports to the Director of Technology."),
    ],
)
def test_whose_line_it_is(verdict: str, line: str) -> None:
    """Who reports to the post's own title is somebody else."""
    assert _verdict(LINTER.check(_head(line)), "LEAD001") == verdict


@pytest.mark.parametrize(
    "line",
    [
        "As one of five cabinet members, the Director reports to the Superintendent.",
        "Reports to the Superintendent and is one of the district's six cabinet members.",
        "Member, Superintendent's Cabinet. Reports to the Superintendent.",
        "Joins the meetings of the leadership team as a full member.",
    ],
)
def test_a_seat_in_other_words(line: str) -> None:
    """A seat is one among others."""
    assert LINTER.check(_head(line)).facts.cabinet.value is not None


@pytest.mark.parametrize(
    ("code", "verdict", "parts"),
    [
        ("ADA001", "pass", {"line": "All of the duties listed are essential."}),
        (
            "ADA001",
            "pass",
            {"end": "The duties above are the essential functions of the position."},
        ),
        ("ADA001", "fail", {"line": "Good eyes are essential."}),
        (
            "ADA005",
            "pass",
            {"end": "Applicants with a disability who want help may call the yard."},
        ),
        (
            "ADA005",
            "pass",
            {"end": "We adapt the loft so that disabled staff can do the work, and please ask."},
        ),
        (
            "ADA005",
            "fail",
            {"end": "The yard pays for disability insurance; call for help with the form."},
        ),
        ("ADA005", "pass", {"end": "Are you disabled, and need help at the test? Phone us."}),
        (
            "ADA005",
            "pass",
            {"end": "We arrange the loft for menders with disabilities; please ask."},
        ),
        ("ADA005", "fail", {"end": "Those who assist people with disabilities will take the bus."}),
        ("ADA005", "fail", {"duty": "Helps people with disabilities aboard when they ask."}),
        ("ADA010", "pass", {"asked": "Driver's license.", "duty": "Drives the old sail truck."}),
        ("ADA010", "fail", {"asked": "Driver's license.", "duty": "Drives change."}),
        ("ADA010", "pass", {"asked": "A driver's license is useful."}),
        ("ADA010", "pass", {"asked": "A driver's license or some other way to reach the yards."}),
        ("ADA010", "fail", {"asked": "Driver's license.", "duty": "Operates the bus data system."}),
        ("ADA010", "not-applicable", {"duty": "Checks the driver's licenses of haulers."}),
        ("ADA012", "fail", {"end": "A health check is part of our recruitment."}),
        ("ADA012", "fail", {"end": "The nurse does a health check before any decision."}),
        ("ADA012", "fail", {"end": "Our selection process includes a medical exam."}),
        ("ADA012", "fail", {"end": "Steps: trial day, health check, letter."}),
        ("ADA012", "fail", {"end": "Steps: knot test, interview, medical."}),
        ("ADA012", "pass", {"end": "Once an offer has been made, all take a medical examination."}),
        ("EQTY001", "pass", {"end": "M/F/V/D"}),
        ("EQTY010", "fail", {"end": "How to apply\nWrite to us. Priority goes to women."}),
    ],
)
def test_what_a_posting_says(code: str, verdict: str, parts: dict[str, str]) -> None:
    """The answer is that of a reader who knows what the sentence means."""
    assert _verdict(LINTER.check(_plain(**parts)), code) == verdict


@pytest.mark.parametrize(
    ("title", "verdict"), [("Aide to Mr. Wizard", "pass"), ("Growth Guru", "fail")]
)
def test_a_name_is_no_figure_of_speech(title: str, verdict: str) -> None:
    """Somebody may be called so."""
    text = _plain().replace("Sail Mender", title)
    assert _verdict(LINTER.check(text), "CLAR014") == verdict


@pytest.mark.parametrize("code", [" - #40121", " (JR-40121)", ", Req 40121", " (4012C)"])
def test_a_number_is_no_part_of_a_title(code: str) -> None:
    """The number of a requisition stands behind the title."""
    report = LINTER.check(f"Job Title: Sail Mender{code}\n\nDuties\n- Mends sails.\n- Sews.\n")
    assert report.facts.title.value == "Sail Mender"


@pytest.mark.parametrize(
    ("essential", "marginal"), [("(essential, 30%)", "(marginal, 40%)"), ("(E) 30%", "(M) 40%")]
)
def test_shares_beside_the_mark(essential: str, marginal: str) -> None:
    """A mark may stand in brackets, and the share of time with it or behind."""
    text = f"- Mends sails {essential}\n- Sews {essential}\n- Sweeps {marginal}\n"
    report = LINTER.check(f"Sail Mender\nTown of Elm, Oregon\n\nDuties\n{text}")
    assert _verdict(report, "ADA001") == "pass"


def test_a_demand_that_a_duty_answers() -> None:
    """What is carried may be of any trade, and a calendar is packed without hands."""
    end = "Physical demands\nLifts 50 pounds."
    heavy = _plain(duty="Carries flour from the loft.", end=end).replace("- Mends sails.\n", "")
    light = _plain(duty="Packs the calendar.", end=end).replace("- Mends sails.\n", "")
    assert _verdict(LINTER.check(heavy), "ADA007") == "pass"
    assert _verdict(LINTER.check(light), "ADA007") == "fail"
