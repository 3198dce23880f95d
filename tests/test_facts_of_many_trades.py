"""Facts in the shapes that postings of many trades and houses have, each told in our own words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from postlint import Linter
from postlint.engine.report import Report
from postlint.facts import country, employment_type, jurisdiction, remote
from postlint.facts.base import FactSource

LINTER = Linter(select=("LEAD001",))


def check(text: str, path: str = "a.md") -> Report:
    return LINTER.check(text, path=path)


def told(fact: str | FactSource[Any], text: str, path: str = "a.md") -> Any:
    report = check(text, path)
    return report.facts[fact].value if isinstance(fact, str) else report[fact].value


def posting(*lines: str, title: str = "Records Clerk") -> str:
    """Return a small posting with these lines before its duties."""
    body = "\n\n".join(lines)
    return (
        f"# {title}\n\n{body}\n\n## Duties\n\n- Files the papers of the house.\n"
        "- Answers callers.\n"
    )


@pytest.mark.parametrize(
    ("title", "line", "words"),
    [
        ("Web Maker", "You will be reporting directly to the founders.", "the founders"),
        ("Sexton", "The sexton is answerable to the Vestry.", "the Vestry"),
        # The point inside a name ends no sentence.
        ("Chief of Forms", "The chief reports to the forms.gov Editor, and plans.", "gov Editor"),
        # Said of all who hold the post.
        ("Truck Driver", "Drivers report to the Yard Manager.", "the Yard Manager"),
    ],
)
def test_a_supervisor_is_named(title: str, line: str, words: str) -> None:
    assert told("reports_to", posting(line, title=title)).endswith(words)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Yard Manager", "Drivers report to the Yard Manager."),
        ("Truck Driver", "Drivers report to the yard at five."),
    ],
)
def test_others_who_report_name_no_supervisor(title: str, line: str) -> None:
    assert told("reports_to", posting(line, title=title)) is None


def test_the_team_of_a_part_of_the_house_is_no_cabinet() -> None:
    whole = posting("Serves as a member of the management team.")
    part = posting("Serves as a member of the branch management team.")
    assert told("cabinet", whole)
    assert told("cabinet", part) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # A newsletter's line: the work, the county and the state, whatever the work is called.
        (
            (
                "Ballot Outreach, Fen County, Ohio– Visits fairs. Salary: $41,000. Ends: May 3. "
                "Application: see the county's page.\n"
            ),
            "Ballot Outreach",
        ),
        (
            (
                "Rolls Analyst (Maps & Lists Unit), Ohio Department of Roads– This keeps the "
                "rolls. Salary: $51,000. Application: by letter.\n"
            ),
            "Rolls Analyst (Maps & Lists Unit)",
        ),
        (
            (
                "I have a permanent full time position available for a Stage Carpenter in Ely, OH. "
                "Responsibilities: Builds sets. Qualifications: Two years of experience.\n"
            ),
            "Stage Carpenter",
        ),
    ],
)
def test_running_text_names_the_job(text: str, title: str) -> None:
    report = check(text, "a.txt")
    assert report.is_posting
    assert report.facts["title"].value == title


def test_a_dateline_is_no_title() -> None:
    text = "Hull, Fen County, Ohio — The bridge was closed on Monday.\n\nBy Ann Lee\n"
    assert told("title", text, "a.txt") is None


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Contract: permanent\n\nWe seek a full-time clerk.", ("permanent", "full-time")),
        ("This is a permanent, full-time position.", ("permanent", "full-time")),
        ("Appointment type: perm", ("permanent",)),
        ("Job type: FT Exempt", ("full-time",)),
        ("Appointment type: term", ("contract",)),
        ("A ladder of 20 ft is carried.", ()),
        ("Schedule: full time\n\nThis is a permanent part-time position.", ("full-time",)),
    ],
)
def test_the_hours_and_the_length_of_employment(line: str, kinds: tuple[str, ...]) -> None:
    assert set(told(employment_type, posting(line))) == set(kinds)


def test_front_matter_tells_the_day_it_was_posted() -> None:
    text = f"---\ntitle: Lecturer\npostdate: 2014-03-09\n---\n\n{posting(title='Lecturer')}"
    assert told("posting_date", text) == date(2014, 3, 9)


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("The Ohio Department of Roads seeks a clerk.", ("US-OH",)),
        # Who licenses is not who employs.
        ("Licensed through the Ohio Department of Roads.", ()),
        ("The University of Luxembourg invites applications.", ("LU",)),
        ("Location\n\nUSA - OH - Ely", ("US-OH",)),
        ("Office: US-OH-Ely", ("US-OH",)),
        ("Position level: EX-02", ("CA",)),
    ],
)
def test_where_the_work_is_judged(line: str, codes: tuple[str, ...]) -> None:
    assert told(jurisdiction, posting(line)) == codes


def test_a_place_ends_at_a_dash() -> None:
    text = "Rolls Technician, Fen County, Ohio– This position keeps rolls. Salary: $40,000.\n"
    assert told("place", text, "a.txt") == "Fen County, Ohio"
    assert told(country, text, "a.txt") == "US"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        # Answers to choose among ask for none of them.
        (
            (
                "Please choose the answer that best describes your education.\n\n"
                "Associate's Degree\nBachelor's Degree\nBachelor's Degree in botany\n"
            ),
            "none",
        ),
        # What fellows come to earn they do not bring.
        ("The Ph.D. Fellows are helped in earning a Doctoral Degree.", "none"),
        ("We need a doctoral degree in botany.", "required"),
    ],
)
def test_a_degree_is_asked_for_or_only_named(line: str, value: str) -> None:
    assert told("degree", posting(line)) == value


def test_study_in_place_of_experience_replaces_no_degree() -> None:
    line = (
        "Completion of 60 semester units at an accredited college, with twelve in botany, may be "
        "substituted for one (1) year of the required experience."
    )
    assert told("degree_equivalency", posting(line)) is None


def test_two_columns_are_a_range() -> None:
    report = check(posting("## Salary\n\n$4,410.00 $5,520.00 Monthly"))
    (one,) = report.facts["pay_statements"].value
    assert (one.low, one.high, one.unit) == (4410.0, 5520.0, "month")


def test_two_figures_in_a_row_of_more_are_no_range() -> None:
    report = check(posting("## Salary\n\nClerk $41,000 $55,000 and a van"))
    assert not any(one.is_range for one in report.facts["pay_statements"].value)


def test_who_buys_technology_does_not_make_it() -> None:
    duties = "- Writes bids.\n- Signs contracts.\n- Checks invoices.\n- Meets vendors.\n"
    text = f"# IT Procurement Specialist\n\n## Duties\n\n{duties}"
    assert told("role", text) == "other"


def test_those_who_report_to_the_post_have_no_duties_of_it() -> None:
    text = (
        "# Director of Rolls\n\n## Reporting to the Director are two positions\n\n"
        "- Rolls Manager: responsible for the rolls.\n- Office Manager: responsible for staff.\n\n"
        "## Specific accountabilities\n\n- Leads the work on rolls.\n- Plans the year.\n"
    )
    assert len(check(text).posting.duties) == 2


@pytest.mark.parametrize(
    ("line", "value"),
    [("On-site", "on-site"), ("In office", "on-site"), ("The crew repairs pumps on site.", None)],
)
def test_a_line_of_its_own_says_where_from(line: str, value: str | None) -> None:
    assert told(remote, posting(line)) == value


def test_one_word_about_school_names_no_school() -> None:
    line = "Hours follow the school year of your school, and school rules of the school."
    assert told("sector", posting(line)) == "unknown"


def test_a_heading_far_above_makes_no_degree_a_wish() -> None:
    prose = "Keeps the rolls of the town and answers whoever asks for them. " * 60
    text = (
        "# Town Clerk\n\n## Our ideal candidate will\n\n- Listen.\n\n"
        f"{prose}\n\nTraining - Bachelor's degree in public administration.\n"
    )
    assert told("degree", text) == "required"
