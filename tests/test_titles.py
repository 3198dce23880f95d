"""Which words are the title of the job, and which are not."""

from __future__ import annotations

from typing import Any

import pytest

from postlint import Linter
from postlint.document.job_title import WAYS
from postlint.engine.report import Report
from postlint.facts.base import Case
from postlint.facts.title import LOOKS, Look
from postlint.facts.title.employers import CUTS
from postlint.text.decisions import Way

LINTER = Linter()
BODY = """
## Duties

- Keeps the maps of the water board.
- Answers surveyors.

## Qualifications

- Two years of practice.
"""


def _title(text: str, path: str = "a.md") -> object:
    return LINTER.check(text, path=path).facts["title"].value


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_each_way_is_the_first_to_find_its_example(way: Way[Any, Any, str]) -> None:
    """Every step of the decision has an example that it decides."""
    sections = LINTER.check(way.example, path="a.posting").posting.sections
    found = [(each.name, each.read(sections)) for each in WAYS]
    assert next(name for name, title in found if title is not None) == way.name


def _case(report: Report) -> Case:
    case = report._case
    assert isinstance(case, Case)
    return case


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_each_look_finds_its_example(look: Look) -> None:
    """Every place in running text has an example in which it is the first to find a title."""
    case = _case(LINTER.check(look.example, path="a.txt"))
    assert next(each.name for each in LOOKS if each.find(case) is not None) == look.name


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.name)
def test_each_cut_is_the_first_to_shorten_its_example(cut: Way[str, Any, str]) -> None:
    assert next(each.name for each in CUTS if each.read(cut.example) is not None) == cut.name


FOUND = {
    "front matter before headings of level 1": (
        "---\ntitle: Lead Surveyor\ncompany: Tern\n---\n# About Tern\n\nWe map.\n\n# Why us\n",
        "Lead Surveyor",
    ),
    "the job's title in front matter beside the page's": (
        "---\ntitle: Tern Board - Lead Surveyor\njobTitle: Lead Surveyor\n---\n" + BODY,
        "Lead Surveyor",
    ),
    "a post's field that has the end of the page's title": (
        "---\ntitle: Fen State Library Map Analyst\nposition: Map Analyst\n---\n" + BODY,
        "Map Analyst",
    ),
    "an employer behind a name that has no known noun": (
        "---\ntitle: Stack Page - The Tern Society Library\n---\n" + BODY,
        "Stack Page",
    ),
    "a tag and the name of the paper before it": (
        "# [maplist] Job Posting-Map Curator, Old Charts\n" + BODY,
        "Map Curator, Old Charts",
    ),
    "a number before it": ("#206381 Map Analyst 3\n" + BODY, "Map Analyst 3"),
    "an employer, a state and a dash behind it": (
        "**Map Services Manager, Tern County, Ohio —** position reports to the Clerk.\n" + BODY,
        "Map Services Manager",
    ),
    "a rank's unit before an employer and a state": (
        "Deputy Director, Maps & Charts, Tern County, Ohio — the deputy plans. Salary: $70,000.\n",
        "Deputy Director, Maps & Charts",
    ),
    "the first words of a flattened text": (
        "Senior Map Engraver Editor Founded in 2002, our client prints maps. "
        + "It sells them to schools and to walkers. " * 6,
        "Senior Map Engraver Editor",
    ),
    "what somebody's skill is needed as": (
        "A new opening! We need your expertise as a Back End / Module developer who will map.\n"
        + BODY,
        "Back End / Module developer",
    ),
    "what is sought, though its noun is of no known job": (
        "TERN INC. is currently seeking a Marine Charts Targeteer for one of our clients.\n" + BODY,
        "Marine Charts Targeteer",
    ),
    "a high number behind the noun": (
        "TERN INC. is currently seeking a Chart Specialist VI for a client in Ely.\n" + BODY,
        "Chart Specialist VI",
    ),
    "an employer before a dash": ("# Fen University - Map Librarian\n" + BODY, "Map Librarian"),
    "an employer behind a dash": ("# Map Librarian - Fen University\n" + BODY, "Map Librarian"),
    "an employer behind at": ("Map Librarian at Tern\n\nTern maps.\n" + BODY, "Map Librarian"),
    "letters for all": ("Map Librarian (m/w/d)\n\nTern maps.\n" + BODY, "Map Librarian"),
    "a letterhead above": (
        "# Fen Unified School District\n\n## Chief Information Officer\n" + BODY,
        "Chief Information Officer",
    ),
    "a label above": ("# Job Posting\n\n## Map Librarian\n" + BODY, "Map Librarian"),
    "two lines": (
        "# Executive Director of Maps\n\n# And Water Data\n" + BODY,
        "Executive Director of Maps",
    ),
    "will serve as": (
        "Fen keeps rivers.\n\nThe person chosen will serve as the Deputy Director of Locks.\n"
        + BODY,
        "Deputy Director of Locks",
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_a_title_is_found(name: str) -> None:
    """A title is found whatever stands around it."""
    text, wanted = FOUND[name]
    assert str(_title(text)).startswith(wanted)


IN_PAPERS = {
    "Technology Director Job Description": "Technology Director",
    "HEAD COOK DUTIES AND RESPONSIBILITIES": "HEAD COOK",
    "Duties and Responsibilities of the Stage Manager": "Stage Manager",
    "Role Profile: Network Manager": "Network Manager",
    "Terms of Reference for the Finance Officer": "Finance Officer",
    "Payroll Clerk's Duties": "Payroll Clerk",
    "Fen School District seeks Director of Technology": "Director of Technology",
    "Fen Unified is hiring Bus Drivers": "Bus Drivers",
    "Opening for Stage Manager": "Stage Manager",
    "Stage Manager, Fen High School": "Stage Manager",
    "Deputy Director, Elk County": "Deputy Director, Elk County",
    "Loan Officer, School & Special Libraries": "Loan Officer, School & Special Libraries",
    "Principal Duties": None,
    "Staff Responsibilities": None,
}


@pytest.mark.parametrize("line", IN_PAPERS)
def test_the_name_of_a_paper_holds_the_title(line: str) -> None:
    """A paper about one job names the job before its own name or behind it."""
    text = f"{line}\n\nThe person in this post plans the work of six.\n\nSkills\n- Patience.\n"
    assert _title(text, "a.txt") == IN_PAPERS[line]


ADVERTISED = {
    "Experienced barber needed for a shop in Dell. Walk in and ask for Sam.\n": "barber",
    "Line cook wanted at the Fen Kettle! Must know the grill and keep it clean.\n": "Line cook",
    "BUS DRIVERS NEEDED FOR THE COMING YEAR! Drive a route each day.\n": "BUS DRIVERS",
    "HELP WANTED part-time bookkeeper for a small church, ten hours a week.\n": "bookkeeper",
}


@pytest.mark.parametrize("text", ADVERTISED)
def test_an_advertisement_names_whom_it_wants(text: str) -> None:
    """A few lines in a newspaper begin with whom they want."""
    assert _title(text, "a.txt") == ADVERTISED[text]


SOUGHT = [
    "The board of Fen Water seeks its next Finance Director.",
    "Fen Water is searching for its first Finance Director.",
    "Fen Water is in search of a Finance Director.",
    "The board will appoint a Finance Director in spring.",
    "An opportunity has arisen for a Finance Director.",
]


@pytest.mark.parametrize("sentence", SOUGHT)
def test_whom_an_employer_seeks_is_the_title(sentence: str) -> None:
    """A letter names the job in a sentence about whom the employer wants."""
    text = f"Dear colleague,\n\n{sentence} The person leads a staff of twelve.\n"
    assert _title(text, "a.txt") == "Finance Director"


@pytest.mark.parametrize("trade", ["HARBOR PILOT", "Tile Setter", "BLACKSMITH", "Bog Ranger"])
def test_a_trade_above_fields_is_the_title(trade: str) -> None:
    """A short line above fields is a title, whatever trade it names."""
    text = f"{trade}\nClass Code:   4471\nOpen Date:  03-02-27\n\nDUTIES\n\nDoes skilled work.\n"
    assert _title(text, "a.txt") == trade


def test_a_line_below_a_label_is_the_title() -> None:
    """Plain text may be read as a name and its value, and the value is the title."""
    text = "JOB POSTING\n\nDirector of Technology\n\nFen Schools\n\nDuties\n- Leads staff.\n"
    assert _title(text, "a.txt") == "Director of Technology"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Announcing an opening: Clock Mender", "Clock Mender"),
        ("Clock Mender wanted", "Clock Mender"),
        ("Lead Mender | Fen Clocks | Full-time", "Lead Mender"),
        ("Dean of Clocks beginning July 2027", "Dean of Clocks"),
        ("Mender (2 posts)", "Mender"),
        ("Join us as a Clock Mender", "Clock Mender"),
        ("Come and work with us!\n\nClock Mender\n\nFen Clock Works", "Clock Mender"),
        ("Clock Hand\nFen Clock Works", "Clock Hand"),
    ],
)
def test_what_is_said_around_a_title_is_no_part_of_it(line: str, found: str) -> None:
    """A call before it, whose it is, when it begins and how many are sought."""
    text = f"{line}\n\nDuties\n\n- Mends clocks.\n- Winds them.\n\nRequirements\n\n- A lens.\n"
    assert _title(text, "a.txt") == found


def test_a_first_sentence_that_wants_somebody_offers_a_post() -> None:
    """Without heading or list, it says of whom it speaks and what is paid."""
    report = LINTER.check("Clock Mender wanted for our shop. We mend old clocks. $28 an hour.\n")
    assert report.facts["title"].value == "Clock Mender"
    assert report.is_posting


NONE = {
    "headings of sections": (
        "<h1>Who We Are</h1><p>We map.</p><h1>What You'll Make</h1><ul><li>Design maps.</li></ul>",
        "a.html",
    ),
    "a letterhead alone": ("# Fen Unified School District\n" + BODY, "a.md"),
    "a label alone": ("# JOB POSTING\n" + BODY, "a.md"),
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_title_is_none(name: str) -> None:
    """Where nothing names the job, the title is unknown, and the fact says so."""
    text, path = NONE[name]
    fact = LINTER.check(text, path=path).facts["title"]
    assert fact.value is None
    assert fact.missing == "the title of the job"


def test_what_a_label_calls_the_title_is_no_doubt() -> None:
    asked = "REQUIREMENTS\n- A doctorate.\n- Good Norwegian.\n"
    read = LINTER.check(f"Job title: Night crew\n\n{asked}").facts
    assert read["title"].known
    assert read["is_posting"].value
    assert not LINTER.check(f"# Night crew\n\n{asked}", path="a.md").facts["title"].known


def test_a_heading_without_a_jobs_noun_is_a_doubt() -> None:
    """A first heading that names no job is the best guess, and is told as one."""
    fact = LINTER.check("# Night crew\n" + BODY, path="a.md").facts["title"]
    assert fact.value == "Night crew"
    assert fact.missing == "whether 'Night crew' is the title"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("DEPUTY WARDEN\nOF WATERWAYS", "DEPUTY WARDEN OF WATERWAYS"),
        ("Director of Maps\nand Survey Records", "Director of Maps and Survey Records"),
        ("Head Cook\nfor Alder School", "Head Cook"),
        ("Head Cook\nfor our new kitchen", "Head Cook"),
        ("Warden, 2nd shift", "Warden, 2nd shift"),
        ("Associate Dean, College of Surveying", "Associate Dean, College of Surveying"),
        ("Teacher - 5th Grade (Leave Replacement)", "Teacher - 5th Grade (Leave Replacement)"),
    ],
)
def test_title_goes_on_where_it_cannot_end(lines: str, title: str) -> None:
    """A second line that cannot stand alone, and what says which of its kind, are the title's."""
    assert _title(f"{lines}\n{BODY}", "a.txt") == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Head Keeper,\n\n# Reptiles and Birds\n", "Head Keeper, Reptiles and Birds"),
        ("# Fen County Zoo\n\n# Head Keeper,\n\n# Reptiles\n", "Head Keeper, Reptiles"),
        ("# Manager of Boats\n\n# and Moorings\n", "Manager of Boats and Moorings"),
    ],
)
def test_a_heading_that_ends_open_goes_on_in_the_next(text: str, title: str) -> None:
    assert _title(text + BODY) == title


@pytest.mark.parametrize(
    "line", ["Req ID 20417 | Boat Keeper", "Job #417 - Boat Keeper", "Boat Keeper (x2)"]
)
def test_numbers_around_a_title_are_none_of_it(line: str) -> None:
    assert _title(f"{line}\n{BODY}", "a.txt") == "Boat Keeper"


@pytest.mark.parametrize("blank", ["(insert title)", "Enter supervisor name", "[TBD by HR]"])
def test_a_blank_is_no_supervisor(blank: str) -> None:
    text = f"Boat Keeper\nReports to: {blank}\nGrade: 7\n{BODY}"
    assert LINTER.check(text, path="a.txt").facts["reports_to"].value is None


@pytest.mark.parametrize("title", ["Deputy Head, Middle School", "Coach, Junior High School"])
def test_a_kind_of_school_names_no_employer(title: str) -> None:
    assert _title(f"Job title: {title}\nReports to: Principal\n{BODY}", "a.txt") == title
