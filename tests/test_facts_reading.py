"""Finer points of reading: whose name counts, which statement is chosen, where a title stands."""

from __future__ import annotations

from typing import Any

import pytest

from postlint import Linter
from postlint.engine.report import Report
from postlint.facts.base import FactSource
from postlint.facts.equity import equity_commitment
from postlint.facts.essential import essential_legend
from postlint.facts.pay import pay
from postlint.facts.reporting import cabinet, reports_to
from postlint.facts.sector import sector
from postlint.facts.title import title

LINTER = Linter(select=("LEAD001",))


def check(text: str) -> Report:
    return LINTER.check(text, kind="text")


def posting(*lines: str, name: str = "Director of Records") -> str:
    """Return a small posting with these lines where a summary stands."""
    body = "\n\n".join(lines)
    return (
        f"{name}\n\nSUMMARY\n\n{body}\n\nRESPONSIBILITIES\n\n"
        "• Leads the records team.\n• Plans the yearly budget.\n\n"
        "QUALIFICATIONS\n\n• Five years of experience.\n"
    )


def told(fact: FactSource[Any], *lines: str) -> Any:
    return check(posting(*lines))[fact].value


class TestSector:
    @pytest.mark.parametrize(
        ("line", "wanted"),
        [
            # The state's law binds a county; the county employs.
            (
                "Elk County runs elections under the laws of the State of Oregon. Elk County pays.",
                "city-county",
            ),
            ("Filed with the Secretary of State. Apply with our County by Friday.", "city-county"),
            ("Files forms with the Secretary of State for the Town of Alder.", "city-county"),
            # A degree is from somebody else's university.
            ("Asks for a degree from an accredited college or university. Our client sells pumps.",
             "private"),
            ("Elk University welcomes staff to its campus.", "higher-ed"),
            # A city in an address employs nobody.
            ("Our client in Jersey City sells pumps to customers.", "private"),
            # A museum of a county is a museum.
            ("The nonprofit Museum of Elk County keeps birds in its museum.", "nonprofit"),
            ("ELM COUNTY SCHOOLS seeks a helper.", "k12"),
            ("Alder House is a school for children who learn in other ways.", "k12"),
            ("Attach your SF-50 and show your time in grade.", "state-federal"),
        ],
    )  # fmt: skip
    def test_the_employer_and_not_the_bodies_named_beside_it(self, line: str, wanted: str) -> None:
        """Laws, licences, schools attended and places are somebody else's."""
        assert told(sector, line) == wanted

    def test_a_grade_of_the_civil_service_tells_its_country(self) -> None:
        """Only one employer has grades such as HEO."""
        assert told(sector, "Grade: HEO") == "state-federal"

    def test_a_job_boards_terms_name_the_board(self) -> None:
        """The firm that runs the site is not the employer."""
        terms = "This site is run by Governmentjobs.com, Inc. Governmentjobs.com, Inc. stores it."
        assert told(sector, "The City of Alder seeks a clerk.", terms) == "city-county"


class TestEquityCommitment:
    def test_the_first_of_equals_is_the_commitment(self) -> None:
        """The others are evidence behind it."""
        first = "We are committed to equity and inclusion."
        second = "We are committed to diversity and belonging."
        report = check(posting(first, "Pay is good.", "Parking is free.", second))
        fact = report[equity_commitment]
        assert fact.value == first
        assert [report.source.slice(span) for span in fact.spans] == [first, second]

    def test_a_paragraph_is_one_statement(self) -> None:
        """Also over a sentence between that says something else."""
        paragraph = (
            "We value diversity and inclusion in our work. Many of us speak two languages. "
            "We are committed to equity and belonging for all staff."
        )
        assert told(equity_commitment, paragraph) == paragraph

    def test_items_of_a_list_are_statements_of_their_own(self) -> None:
        """What stands in the next item is another duty."""
        text = posting("Good work.") + (
            "\nDUTIES\n\n• Champions equity and inclusion.\n• Fosters diversity and belonging.\n"
        )
        assert check(text)[equity_commitment].value in {
            "Champions equity and inclusion.",
            "Fosters diversity and belonging.",
        }

    @pytest.mark.parametrize(
        "sentence",
        [
            "We want to build a diverse organization that looks like the town.",
            "We strongly encourage people from marginalized and underrepresented groups to apply.",
        ],
    )
    def test_aims_and_invitations_commit(self, sentence: str) -> None:
        """Who is sought and invited says what is valued."""
        assert told(equity_commitment, sentence) == sentence

    @pytest.mark.parametrize(
        "sentence",
        [
            "The collection shows the genetic diversity of beetles and supports research.",
            "Keeps good relations with the public and a diverse workforce.",
            "The town has parks, a diverse culture and a rich history.",
            "Cultivates a diversity of dance styles within the season.",
        ],
    )
    def test_beetles_and_parks_do_not(self, sentence: str) -> None:
        """Diversity of nature, of a town, of those one meets."""
        assert told(equity_commitment, sentence) is None

    def test_what_stands_under_a_heading_of_equity_weighs_more(self) -> None:
        """It is where the commitment is announced."""
        under = "We are committed to equity and inclusion."
        text = posting("We are committed to diversity and belonging.") + (
            f"\nEQUITY AND INCLUSION\n\n{under}\n"
        )
        assert check(text)[equity_commitment].value == under


class TestLegend:
    def test_words_of_the_law_over_the_list_are_its_legend(self) -> None:
        """Who can do the essential functions with accommodation is qualified."""
        line = (
            "Holders must be able to perform the essential functions with or without "
            "reasonable accommodation."
        )
        text = f"Clerk\n\nESSENTIAL FUNCTIONS\n\n{line}\n\n• Files papers.\n• Answers calls.\n"
        assert check(text)[essential_legend].value == line

    def test_an_offer_is_none(self) -> None:
        """That accommodations may be made explains nothing about the list."""
        line = "Accommodations may be made to let people perform the essential functions."
        text = f"Clerk\n\nESSENTIAL FUNCTIONS\n\n{line}\n\n• Files papers.\n• Answers calls.\n"
        assert check(text)[essential_legend].value is None


class TestTitle:
    @pytest.mark.parametrize(
        ("line", "wanted"),
        [
            ("Records Clerk, Elk County, Ohio — keeps the files of the courts.", "Records Clerk"),
            ("Director of Records, Elk County, Calif.— leads nine.", "Director of Records"),
            (
                "Mail Services, Testing and Safety Manager, Elk Board of Elections – plans.",
                "Mail Services, Testing and Safety Manager",
            ),
        ],
    )
    def test_a_newsletters_line_begins_with_it(self, line: str, wanted: str) -> None:
        """Before the employer and a dash."""
        text = f"{line} Answers letters. Requirements: two years of experience. Salary: $40,000.\n"
        assert check(text)[title].value == wanted

    @pytest.mark.parametrize("line", ["Valid Motor Vehicle Operator", "Social Security"])
    def test_licences_are_no_titles(self, line: str) -> None:
        """An operator's licence is asked for, not offered."""
        text = (
            "Please read what we ask before you write to us; we read all letters with care.\n\n"
            f"{line}\n\nDUTIES\n\n• Plans the year.\n• Meets families.\n"
        )
        assert check(text)[title].value is None


def test_pay_counts_though_the_sentence_before_speaks_of_a_budget() -> None:
    """What was said before "Salary:" is over."""
    assert told(pay, "Watches the budget of the office. Salary: $61,000 - $72,000.") == "range"


def test_paying_competitively_is_competitive_pay() -> None:
    """Whatever the form of the word."""
    assert told(pay, "Our teachers are compensated competitively.") == "competitive"


@pytest.mark.parametrize(
    ("line", "supervisor"),
    [
        ("Direct report to: Rector", "Rector"),
        ("Role reports to: Rector", "Rector"),
        ("Direct Supervisor's Title: Vice Rector", "Vice Rector"),
        ("Who you'll report to: Head of Archives", "Head of Archives"),
        ("Who does this role report to? The Head of Archives", "Head of Archives"),
        ("Is directly accountable to the Rector.", "Rector"),
        ("Appointed by and serves under the Rector.", "Rector"),
    ],
)
def test_reporting_lines_in_fields_and_without_a_subject_are_read(
    line: str, supervisor: str
) -> None:
    """As forms and headings of web pages put it."""
    assert (told(reports_to, line) or "").endswith(supervisor)


@pytest.mark.parametrize(
    ("line", "supervisor"),
    [
        (
            "This position is directly responsible to and supervised by the Town Clerk.",
            "Town Clerk",
        ),
        (
            "Appointed by the Supervisors, and reporting to the County Manager, the head leads.",
            "County Manager",
        ),
        ("Keeps the lines; reports to and is the stand-in for the Fire Chief.", "Fire Chief"),
    ],
)
def test_reporting_lines_said_twice_are_read(line: str, supervisor: str) -> None:
    """Both verbs have one supervisor."""
    assert (told(reports_to, line) or "").endswith(supervisor)


@pytest.mark.parametrize(
    "line",
    [
        "This position serves as a liaison between staff and executive leadership.",
        "This post works under the direction of a Leadership Team.",
    ],
)
def test_working_for_a_team_is_no_seat_on_it(line: str) -> None:
    """A member sits on it."""
    assert told(cabinet, line) is None


def test_a_newsletters_line_is_a_posting() -> None:
    """Title, employer and a dash, then what it pays or how to apply."""
    line = "Records Clerk, Elk County, Ohio — sorts the files of the courts with care."
    assert check(f"{line} Salary: $40,000. Deadline: June 3.\n").is_posting


@pytest.mark.parametrize(
    "text",
    [
        "Elk Falls, Ohio — The council met on Monday and heard two speakers.\n",
        "The Records Clerk, long retired, remembers — with a smile — the salary of the day.\n",
    ],
)
def test_a_dateline_or_a_story_is_none(text: str) -> None:
    """A place before a dash is news, and commas in a sentence name no employer."""
    assert not check(text).is_posting
