"""Where, since when, at what distance and as what the work is: told, or said not to be known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from postlint import Linter
from postlint.facts.base import Fact, FactSource
from postlint.facts.context import abroad, country, employer_kind, jurisdiction
from postlint.facts.declared import Employer
from postlint.facts.terms import employment_type, place, posting_date, remote

LINTER = Linter(select=("LEAD001",))


def posting(*lines: str, name: str = "Network Analyst") -> str:
    """Return a small posting with these lines above its duties."""
    body = "\n\n".join(lines)
    return (
        f"{name}\n\n{body}\n\nDUTIES\n\n• Keeps the network running.\n• Trains the help desk.\n\n"
        "QUALIFICATIONS\n\n• Two years of experience.\n"
    )


def fact(source: FactSource[Any], *lines: str, name: str = "Network Analyst") -> Fact[Any]:
    return LINTER.check(posting(*lines, name=name), kind="text")[source]


def told(source: FactSource[Any], *lines: str) -> Any:
    return fact(source, *lines).value


class TestPlace:
    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("Location: Riverbend, OR 97001", "Riverbend, OR 97001"),
            ("Job Location: Lakeview Annex", "Lakeview Annex"),
            ("Duty Station: Juneau, Alaska", "Juneau, Alaska"),
            ("Our office in Cedar Falls, Iowa, has a view of the river.", "Cedar Falls, Iowa"),
            ("The library stands in Boulder, near the creek.", "Boulder"),
            ("Work location: Gatineau, Québec", "Gatineau, Québec"),
        ],
    )
    def test_a_field_an_address_or_a_city_names_it(self, line: str, words: str) -> None:
        """The words are those of the text."""
        found = fact(place, line)
        assert (found.value, found.known) == (words, True)
        assert words in posting(line)[found.spans[0].start : found.spans[0].end]

    @pytest.mark.parametrize(
        "line",
        [
            "Location: Remote",
            "Location: Various",
            "Work site: as assigned",
            "We like tea.",
            "The Deputy Director, Rhode Island, signs.",
        ],
    )
    def test_what_names_no_place_leaves_it_unknown(self, line: str) -> None:
        """Distances, degrees and offices are no places."""
        found = fact(place, line)
        assert (found.value, found.known) == (None, False)

    def test_a_name_two_cities_share_is_not_known_alone(self) -> None:
        """Portland is in Maine or in Oregon until something says which."""
        alone = fact(place, "Location: Portland")
        assert alone.value == "Portland"
        assert alone.missing == "which Portland: Maine or Oregon"
        assert not fact(jurisdiction, "Location: Portland").known
        beside = ("Location: Portland", "Buses run along the Willamette.")
        assert fact(place, *beside).known
        assert "US-OR" in told(jurisdiction, *beside)


class TestCountry:
    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("Location: Toronto, Ontario", "CA"),
            ("Apply at www.example.gc.ca and cite the Employment Equity Act.", "CA"),
            ("Salary: £38,000 a year. Location: Leeds, UK", "GB"),
            ("You will need a DBS check.", "GB"),
            ("Grade: HEO", "GB"),
            ("Level: EX-02", "CA"),
            ("Location: Munich, Germany", "DE"),
            ("Location: Wellington, New Zealand", "NZ"),
            ("The office is in Tulsa, Oklahoma.", "US"),
        ],
    )
    def test_addresses_offices_and_laws_tell_it(self, line: str, code: str) -> None:
        """By ISO 3166, and abroad only where it is not the United States."""
        assert told(country, line) == code
        assert told(abroad, line) == (None if code == "US" else code)

    @pytest.mark.parametrize(
        "line",
        [
            "Our partners are in Canada, France and India.",
            "The New England office moved to Ottawa County.",
            "The shop is in New Brunswick, NJ 08901.",
            "Sells maps of England.",
            "Reads GDPR and answers letters from Ireland.",
        ],
    )
    def test_a_name_alone_tells_nothing(self, line: str) -> None:
        """Partners, customers and namesakes are not where the work is."""
        assert told(abroad, line) is None

    def test_signs_of_two_countries_settle_nothing(self) -> None:
        """An office here and one there leave it open, and say so."""
        both = ("Offices: Leeds, UK and Tulsa, Oklahoma.", "Open to all in the United States.")
        assert not fact(country, *both).known

    def test_outside_the_united_states_the_province_is_named(self) -> None:
        """Narrowest first."""
        assert told(jurisdiction, "Location: Montreal, Quebec", "Service Canada") == ("CA-QC", "CA")
        assert told(jurisdiction, "Apply at example.gov.uk.") == ("GB",)

    def test_what_was_declared_wins(self) -> None:
        """The employer knows where it is."""
        text = posting("Location: Toronto, Ontario")
        linter = Linter(select=("LEAD001",), employer=Employer(jurisdictions=("US-OR",)))
        report = linter.check(text, kind="text")
        assert report[country].value == "US"
        assert report[abroad].value is None
        assert report[jurisdiction].value == ("US-OR",)


class TestPostingDate:
    @pytest.mark.parametrize(
        ("line", "day"),
        [
            ("Date posted: 2025-11-03", date(2025, 11, 3)),
            ("Posted: 8/4/2025", date(2025, 8, 4)),
            ("Opening Date: March 7, 2024", date(2024, 3, 7)),
            ("Posted on 7th of March 2024", date(2024, 3, 7)),
            ("**Opens:** Friday, April 8, 2022", date(2022, 4, 8)),
            ("Date posted: 31/01/25", date(2025, 1, 31)),
            ("Opening\nDate\n\n11/15/2024", date(2024, 11, 15)),
            ("Placed On: 3rd March 2024", date(2024, 3, 3)),
            ("Posted Date\n2 weeks ago(3/7/2024 9:20 AM)", date(2024, 3, 7)),
            ("Open & closing dates\n 04/08/2024 to 04/19/2024", date(2024, 4, 8)),
        ],
    )
    def test_the_day_behind_its_name_is_read(self, line: str, day: date) -> None:
        """Short dates have the month first unless they cannot."""
        assert told(posting_date, line) == day

    def test_elsewhere_the_day_comes_first(self) -> None:
        """3/4 is the third of April in London."""
        lines = ("Date posted: 3/4/2025", "Location: London, UK", "Salary: £40,000")
        assert told(posting_date, *lines) == date(2025, 4, 3)

    @pytest.mark.parametrize(
        "line",
        [
            "Closing date: 2025-11-03",
            "Date posted: soon",
            "Date posted: 31/31/2025",
            "The report was published 3/4/2019 by the board.",
            "Posted speed limits changed after 1/2/2020.",
        ],
    )
    def test_other_days_are_not_it(self, line: str) -> None:
        """Where no day of posting is given it is unknown."""
        found = fact(posting_date, line)
        assert (found.value, found.known) == (None, False)


class TestRemote:
    @pytest.mark.parametrize(
        ("line", "value"),
        [
            ("Location: Anywhere in the country (remote)", "remote"),
            ("Remote Employment: Flexible/Hybrid", "hybrid"),
            ("Work format: Fully on-site", "on-site"),
            ("Remote: No", "on-site"),
            ("Telework eligible: Yes", "hybrid"),
            ("This is a remote position.", "remote"),
            ("You will work from home.", "remote"),
            ("This is a telework post.", "remote"),
            ("This hybrid position asks for two days in the office.", "hybrid"),
            ("Telework is available up to two days per week.", "hybrid"),
            ("This position is not eligible for telework.", "on-site"),
            ("The job is performed in person at the yard.", "on-site"),
            ("Staff work in person at least three days a week.", "hybrid"),
            ("Remote work is possible one day a week.", "hybrid"),
        ],
    )
    def test_fields_and_sentences_tell_it(self, line: str, value: str) -> None:
        """Away, partly away, or here."""
        assert told(remote, line) == value

    @pytest.mark.parametrize(
        "line",
        [
            "Supports remote users and remote sensing projects.",
            "Runs hybrid cloud platforms.",
            "Travels to remote villages.",
            "Helps visiting and\nremote researchers.",
            "Telecommuting options are available in many jobs.",
            "Works in the office of the clerk.",
        ],
    )
    def test_other_things_are_remote_too(self, line: str) -> None:
        """What is said of users, clouds and villages leaves it unknown."""
        found = fact(remote, line)
        assert (found.value, found.known) == (None, False)


class TestEmploymentType:
    @pytest.mark.parametrize(
        ("line", "value"),
        [
            ("Job Type: Full-Time", ("full-time",)),
            ("Job Type: Permanent Part-Time", ("permanent", "part-time")),
            ("Employment type: CONTRACTOR", ("contract",)),
            ("Type: Seasonal", ("seasonal",)),
            ("This is a full-time, exempt position.", ("full-time",)),
            ("We seek a part-time (20 hours) helper.", ("part-time",)),
            ("Full-time, 40 hours a week", ("full-time",)),
            ("This is a temporary position for one season.", ("temporary",)),
            ("Full-time: yes", ("full-time",)),
        ],
    )
    def test_fields_and_sentences_tell_it(self, line: str, value: tuple[str, ...]) -> None:
        """In the order of the text."""
        assert told(employment_type, line) == value

    def test_a_title_tells_it(self) -> None:
        """An intern is one wherever the hours are given."""
        assert fact(employment_type, "Come and learn.", name="Archive Intern").value == (
            "internship",
        )

    @pytest.mark.parametrize(
        "line",
        [
            "Three years of full-time experience are required.",
            "Supervises part-time staff and temporary workers.",
            "The office has twelve full-time employees.",
            "The team has 4.5 full-time equivalents.",
            "Negotiates every contract with vendors.",
            "Non-temporary badges are issued at the desk.",
        ],
    )
    def test_what_others_are_is_not_this_job(self, line: str) -> None:
        """Experience, staff and equivalents leave it unknown."""
        found = fact(employment_type, line)
        assert (found.value, found.known) == ((), False)


class TestStructuredPostings:
    def test_a_job_postings_properties_tell_all_of_it(self) -> None:
        """What a page's data says is read like any field."""
        text = (
            '{"@context": "https://schema.org", "@type": "JobPosting", "title": "Archivist", '
            '"datePosted": "2025-05-06", "employmentType": ["PART_TIME", "TEMPORARY"], '
            '"jobLocationType": "TELECOMMUTE", "hiringOrganization": {"name": "Mill Museum"}, '
            '"jobLocation": {"@type": "Place", "address": {"addressLocality": "Bend", '
            '"addressRegion": "OR"}}, "responsibilities": "<ul><li>Files maps.</li></ul>", '
            '"qualifications": "<ul><li>Two years of experience.</li></ul>"}'
        )
        facts = Linter(select=("LEAD001",)).check(text, kind="jobposting").facts
        assert facts["place"].value == "Bend, OR"
        assert facts["posting_date"].value == date(2025, 5, 6)
        assert facts["employment_type"].value == ("part-time", "temporary")
        assert facts["remote"].value == "remote"
        assert facts["jurisdiction"].value == ("US-OR",)
        assert facts["employer_kind"].value is not None


def test_the_kind_of_employer_may_be_unknown() -> None:
    """It is not guessed at where nothing tells it."""
    found = fact(employer_kind, "We like tea.")
    assert (found.value, found.known) == (None, False)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("created: !!timestamp '2016-01-04'", date(2016, 1, 4)),
        ("date: 2003-03-01", date(2003, 3, 1)),
        ("revised: 2003-03-01", None),
    ],
)
def test_the_fields_of_a_page_say_when_it_was_made(head: str, day: date | None) -> None:
    text = f"---\ntitle: Clerk\n{head}\n---\n\n## Duties\n\n- Files papers.\n"
    assert Linter().check(text, kind="markdown").facts["posting_date"].value == day


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Full-time • Good pay • Plenty of benefits • Work from anywhere that you like",
            {"full-time"},
        ),
        ("This is a temporary four-month position.", {"temporary"}),
        ("As a permanent, full-time clerk 2, you keep the files.", {"permanent", "full-time"}),
        (
            "Job type: Full-time\n\nWe take applications for temporary clerks.",
            {"full-time", "temporary"},
        ),
        ("The office consists of a clerk, a part-time typist and a porter.", set()),
        ("The council consists of a mayor (full-time position) and six members.", set()),
        ("Working pattern\n\nPart time, 28 hours", {"part-time"}),
        ("Fixed term  Full time", {"contract", "full-time"}),
        ("Temporary and seasonal employees accrue no leave.", set()),
        ("Part-time, temporary and seasonal staff have few benefits.", set()),
        ("A post of 0.5 FTE in the map room.", {"part-time"}),
        ("FTE: 1.0", {"full-time"}),
    ],
)
def test_the_kind_of_employment_in_other_shapes(text: str, kinds: set[str]) -> None:
    """In a row of facts, behind "as a", before more words; not of others in the office."""
    found = Linter().check(f"# Clerk\n\n{text}\n").facts["employment_type"].value
    assert set(found) == kinds


@pytest.mark.parametrize(
    ("text", "fact", "wanted"),
    [
        ("- Location: Fenmouth\n- Grade: P4", "place", "Fenmouth"),
        ("EEO: 3", "nondiscrimination", None),
        ("Review of applications goes on until a suitable candidate is found.", "closing", True),
        ("Final date to receive applications: 01/04/2027", "closing", True),
        ("We offer competitive base rates.", "pay", "competitive"),
        ("The clerk will join the team and will report to the Registrar.", "reports_to", True),
        ("Three typists will be hired and will report to the Registrar.", "reports_to", None),
        ("Answering directly to the Registrar, the clerk files.", "reports_to", True),
        ("Receives direct or general supervision from the Registrar.", "reports_to", True),
    ],
)
def test_facts_in_words_met_elsewhere(text: str, fact: str, wanted: object) -> None:
    """Items that are fields, open ends, elided subjects; and numbers of a category."""
    found = Linter().check(f"# Clerk\n\n{text}\n").facts[fact].value
    assert (found is not None) if wanted is True else found == wanted


def test_a_title_goes_on_behind_a_comma() -> None:
    """What a director is of may stand behind a comma, before the verb."""
    text = "Description\n\nThe Road Director, Bridges & Maps plans the roads of the whole town.\n"
    assert Linter().check(text).facts["title"].value == "Road Director, Bridges & Maps"
