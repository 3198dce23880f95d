"""Exports of job systems: every posting in them, with places in the file."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from postlint import Linter, Report
from postlint.config import Columns, Config
from postlint.errors import SourceError
from postlint.facts import country

DUTIES = "<h3>What you will do</h3><ul><li>Tune the pianos of four schools.</li></ul>"
ASKED = "<h3>What you bring</h3><ul><li>Two years at the bench.</li></ul>"
TEXT = DUTIES + ASKED


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


GREENHOUSE = {
    "jobs": [
        {
            "id": number,
            "title": title,
            "company_name": "Fern Music",
            "location": {"name": "Salem, OR"},
            "departments": [{"id": 4, "name": "Workshop"}],
            "application_deadline": "2027-03-19",
            "pay_input_ranges": [
                {"min_cents": 5200000, "max_cents": 6100000, "currency_type": "USD"}
            ],
            "content": escaped(TEXT),
        }
        for number, title in ((1, "Piano Tuner"), (2, "Harp Tuner"))
    ],
    "meta": {"total": 2},
}
LEVER = [
    {
        "id": "a1",
        "text": title,
        "categories": {"commitment": "Full-time", "location": "Salem, OR", "team": "Workshop"},
        "description": "<div>We keep instruments in tune.</div>",
        "descriptionPlain": "We keep instruments in tune.",
        "lists": [
            {"text": "What you will do", "content": "<li>Tune the pianos of four schools.</li>"},
            {"text": "What you bring", "content": "<li>Two years at the bench.</li>"},
        ],
        "additional": "<div>Come and see the workshop.</div>",
        "salaryRange": {"min": 52000, "max": 61000, "currency": "USD", "interval": "per-year"},
    }
    for title in ("Piano Tuner", "Harp Tuner")
]
ASHBY = {
    "apiVersion": "1",
    "jobs": [
        {
            "title": title,
            "department": "Workshop",
            "employmentType": "FullTime",
            "location": "Salem, OR",
            "descriptionHtml": TEXT,
            "descriptionPlain": "WHAT YOU WILL DO\n\n- Tune the pianos of four schools.",
            "compensation": {"compensationTierSummary": "$52K - $61K"},
        }
        for title in ("Piano Tuner", "Harp Tuner")
    ],
}
WORKABLE = {
    "name": "Fern Music",
    "jobs": [
        {
            "title": title,
            "full_title": f"{title} - Salem",
            "department": "Workshop",
            "employment_type": "Full-time",
            "location": {"city": "Salem", "region": "Oregon", "country": "United States"},
            "description": DUTIES,
            "requirements": "<ul><li>Two years at the bench.</li></ul>",
        }
        for title in ("Piano Tuner", "Harp Tuner")
    ],
}
SMARTRECRUITERS = {
    "content": [
        {
            "name": title,
            "refNumber": "R7",
            "company": {"name": "Fern Music", "identifier": "Fern"},
            "location": {"city": "Salem", "region": "OR"},
            "typeOfEmployment": {"label": "Full-time"},
            "jobAd": {
                "sections": {
                    "companyDescription": {"title": "Who we are", "text": "<p>We tune things.</p>"},
                    "jobDescription": {
                        "title": "What you will do",
                        "text": "<ul><li>Tune the pianos of four schools.</li></ul>",
                    },
                    "qualifications": {
                        "title": "What you bring",
                        "text": "<ul><li>Two years at the bench.</li></ul>",
                    },
                }
            },
        }
        for title in ("Piano Tuner", "Harp Tuner")
    ]
}
USAJOBS = {
    "SearchResult": {
        "SearchResultItems": [
            {
                "MatchedObjectDescriptor": {
                    "PositionTitle": title,
                    "OrganizationName": "Fern Music",
                    "PositionLocationDisplay": "Salem, Oregon",
                    "PositionRemuneration": [
                        {
                            "MinimumRange": "52000.0",
                            "MaximumRange": "61000.0",
                            "RateIntervalCode": "Per Year",
                        }
                    ],
                    "ApplicationCloseDate": "2027-03-19",
                    "QualificationSummary": "Two years at the bench are asked for.",
                    "UserArea": {
                        "Details": {
                            "JobSummary": "The tuner serves the schools.",
                            "MajorDuties": ["Tune the pianos of four schools."],
                        }
                    },
                }
            }
            for title in ("Piano Tuner", "Harp Tuner")
        ]
    }
}
NEOGOV = """<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:joblisting="urn:jobs" version="2.0"><channel>
<title>County of Fern</title><description>All of the openings</description>
{}
</channel></rss>
""".format(
    "\n".join(
        f"""<item>
<title>{title}</title>
<description>{escaped(TEXT)}</description>
<joblisting:department>Workshop</joblisting:department>
<joblisting:location>Salem</joblisting:location><joblisting:state>Oregon</joblisting:state>
<joblisting:minimumSalary>52000</joblisting:minimumSalary>
<joblisting:maximumSalary>61000</joblisting:maximumSalary>
<joblisting:salaryInterval>Year</joblisting:salaryInterval>
</item>"""
        for title in ("Piano Tuner", "Harp Tuner")
    )
)
INDEED = "<source>{}</source>".format(
    "".join(
        f"<job><title><![CDATA[{title}]]></title><company><![CDATA[Fern Music]]></company>"
        f"<city>Salem</city><state>OR</state><description><![CDATA[{TEXT}]]></description></job>"
        for title in ("Piano Tuner", "Harp Tuner")
    )
)
CSV = "Job Title;Company;Pay;Job Description\n" + "".join(
    f'{title};Fern "" Music;$52,000 - $61,000;"{TEXT.replace(chr(60), chr(60))}\nSee ""us""."\n'
    for title in ("Piano Tuner", "Harp Tuner")
)
JSON = {
    "greenhouse": GREENHOUSE,
    "lever": LEVER,
    "ashby": ASHBY,
    "workable": WORKABLE,
    "smartrecruiters": SMARTRECRUITERS,
    "usajobs": USAJOBS,
}
SOURCES = {
    **{f"{name}.json": json.dumps(value, indent=1) for name, value in JSON.items()},
    "lever.jsonl": "\n".join(json.dumps(row) for row in LEVER) + "\n",
    "neogov.rss": NEOGOV,
    "indeed.xml": INDEED,
    "sheet.csv": CSV,
    "two.json": "\n".join(
        json.dumps({"@type": "JobPosting", "title": title, "description": TEXT})
        for title in ("Piano Tuner", "Harp Tuner")
    ),
}


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def checked(linter: Linter, name: str) -> tuple[Report, ...]:
    return linter.check_all(SOURCES[name], path=name)


@pytest.mark.parametrize("name", SOURCES)
def test_every_posting_of_an_export_is_checked(linter: Linter, name: str) -> None:
    reports = checked(linter, name)
    assert [report.name for report in reports] == [f"{name}[1]", f"{name}[2]"]
    assert [report.facts["title"].value for report in reports] == ["Piano Tuner", "Harp Tuner"]
    for report in reports:
        assert report.posting.declared
        duties = [duty.text.text for duty in report.posting.duties]
        assert "Tune the pianos of four schools." in duties
        assert "Two years at the bench" in report.source.text
        assert "Two years at the bench." not in duties
        assert "<" not in report.source.text
        assert not any(found.name == "source-cut-short" for found in report.diagnostics)


@pytest.mark.parametrize("name", SOURCES)
def test_places_lead_into_the_file(linter: Linter, name: str) -> None:
    text = SOURCES[name]
    for report, title in zip(checked(linter, name), ("Piano Tuner", "Harp Tuner"), strict=True):
        span = report.facts["title"].spans[0]
        place = report.source.given_span(span)
        assert text[place.start : place.end] == title
        duty = report.source.given_span(report.posting.duties[0].span)
        assert "pianos" in text[duty.start : duty.end]
        assert report.source.given == text


@pytest.mark.parametrize(
    "name",
    ["greenhouse.json", "lever.json", "usajobs.json", "neogov.rss", "sheet.csv", "ashby.json"],
)
def test_pay_is_read_in_the_form_each_system_gives_it(linter: Linter, name: str) -> None:
    for report in checked(linter, name):
        assert report.facts["pay"].value == "range"


@pytest.mark.parametrize("name", ["greenhouse.json", "usajobs.json"])
def test_the_day_to_apply_by_is_read(linter: Linter, name: str) -> None:
    for report in checked(linter, name):
        fields = {field.key.text: field.value.text for field in report.posting.fields}
        assert fields["Closes"] == "2027-03-19"


def test_one_posting_has_no_number(linter: Linter) -> None:
    (report,) = linter.check_all(json.dumps(LEVER[0]), path="one.json")
    assert report.name == "one.json"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.json", '{"@type": "Product", "name": "Piano stool"}', "'Product'"),
        ("a.json", '{"a": [1, 2]}', "JSON without a job posting"),
        ("a.csv", "name,size\nstool,3\n", "name its columns"),
        ("a.xml", "<list><thing>stool</thing></list>", "XML without a job posting"),
        ("a.rss", "", "XML without a job posting"),
        ("a.csv", "", "name its columns"),
    ],
)
def test_what_is_no_export_is_refused_with_what_to_do(
    linter: Linter, name: str, text: str, words: str
) -> None:
    with pytest.raises(SourceError, match=words):
        linter.check_all(text, path=name)


def test_an_export_cut_short_keeps_what_there_is(linter: Linter) -> None:
    text = SOURCES["greenhouse.json"]
    reports = linter.check_all(text[: len(text) - 60], path="greenhouse.json")
    assert [report.facts["title"].value for report in reports] == ["Piano Tuner", "Harp Tuner"]
    assert any(found.name == "source-cut-short" for found in reports[-1].diagnostics)


def test_real_exports_are_read_whole(linter: Linter) -> None:
    folder = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "wild" / "exports"
    if not folder.is_dir():
        pytest.skip("the shared postings are not beside the checkout")
    for path in sorted(folder.iterdir()):
        reports = linter.check_all(path)
        assert len(reports) > 1, path.name
        assert all(report.facts["title"].value for report in reports)
        assert sum(report.is_posting for report in reports) * 4 > 3 * len(reports)


def _jobs(*jobs: Mapping[str, object]) -> str:
    return json.dumps({"jobs": list(jobs)})


_TEXT = "<p>Keeps rolls.</p><h3>Duties</h3><ul><li>Files deeds.</li><li>Sorts maps.</li></ul>"


@pytest.mark.parametrize(
    ("part", "fact", "value"),
    [
        ({"location": {"city": "Bath", "country": "gb"}}, "place", "Bath, United Kingdom"),
        (
            {
                "location": "Ely",
                "address": {
                    "postalAddress": {
                        "addressLocality": "Ely",
                        "addressRegion": "MN",
                        "addressCountry": "USA",
                    }
                },
            },
            "place",
            "Ely, MN",
        ),
        ({"state": "published", "location": {"location_str": "Ely, MN"}}, "place", "Ely, MN"),
        (
            {"typeOfEmployment": {"id": "1", "label": "Part-time"}},
            "employment_type",
            ("part-time",),
        ),
        (
            {"PositionSchedule": [{"Name": "Full-time", "Code": "1"}]},
            "employment_type",
            ("full-time",),
        ),
        ({"isRemote": True}, "remote", "remote"),
        ({"isRemote": False}, "remote", None),
        ({"location": {"city": "Ely", "hybrid": True}}, "remote", "hybrid"),
        # Counted in thousandths of a second since 1970.
        ({"createdAt": 1_590_969_600_000}, "posting_date", date(2020, 6, 1)),
        ({"pubDate": "Mon, 01 Jun 2020 10:00:00 GMT"}, "posting_date", date(2020, 6, 1)),
    ],
)
def test_what_systems_say_in_ways_of_their_own(
    linter: Linter, part: dict[str, object], fact: str, value: object
) -> None:
    text = _jobs({"title": "Rolls Clerk", "descriptionHtml": _TEXT, **part})
    (report,) = linter.check_all(text, path="jobs.json")
    assert report.facts[fact].value == value


@pytest.mark.parametrize(
    ("part", "pay"),
    [
        (
            {
                "salaryRange": {
                    "min": 40000,
                    "max": 50000,
                    "currency": "CAD",
                    "interval": "per-year-salary",
                }
            },
            (40_000, 50_000, "CAD", "year"),
        ),
        (
            {"salary": {"salary_from": 30000, "salary_to": 40000, "salary_currency": "eur"}},
            (30_000, 40_000, "EUR", None),
        ),
        (
            {
                "metadata": [
                    {
                        "name": "Pay",
                        "value": {"min_value": "60000.0", "max_value": "70000.0", "unit": "USD"},
                    }
                ]
            },
            (60_000, 70_000, "USD", None),
        ),
        (
            {
                "compensation": {
                    "summaryComponents": [
                        {
                            "interval": "1 YEAR",
                            "currencyCode": "USD",
                            "minValue": 90000,
                            "maxValue": 95000,
                        }
                    ]
                }
            },
            (90_000, 95_000, "USD", "year"),
        ),
        (
            {"salary": {"min": "31000", "max": "34000", "period": "year", "currency": "GBP"}},
            (31_000, 34_000, "GBP", "year"),
        ),
        (
            {
                "min-salary": 2900,
                "max-salary": 3300,
                "currency": "EUR",
                "salary-time-unit": "monthly",
            },
            (2900, 3300, "EUR", "month"),
        ),
        # The name of a range says for what time it is.
        (
            {
                "pay_input_ranges": [
                    {
                        "title": "Hourly pay",
                        "min_cents": 1875,
                        "max_cents": 2150,
                        "currency_type": "USD",
                    }
                ]
            },
            (18.75, 21.5, "USD", "hour"),
        ),
        # Without a currency the time makes small figures pay.
        (
            {"MinimumSalary": "4810.00", "MaximumSalary": "5960.00", "SalaryInterval": "Month"},
            (4810, 5960, None, "month"),
        ),
        (
            {"MinimumSalary": "17.00", "MaximumSalary": "19.00", "SalaryInterval": "Hour"},
            (17, 19, None, "hour"),
        ),
    ],
)
def test_pay_stands_under_many_names(
    linter: Linter,
    part: dict[str, object],
    pay: tuple[float, float, str | None, str | None],
) -> None:
    text = _jobs({"title": "Rolls Clerk", "descriptionHtml": _TEXT, **part})
    (report,) = linter.check_all(text, path="jobs.json")
    (one,) = report.facts["pay_statements"].value
    assert (one.low, one.high, one.currency, one.unit) == pay


def test_each_range_of_pay_is_read_under_its_name(linter: Linter) -> None:
    ranges = [
        {"title": town, "min_cents": low * 100, "max_cents": low * 110, "currency_type": "USD"}
        for town, low in (("Salem", 52_000), ("Bend", 48_000))
    ]
    job = {"title": "Rolls Clerk", "content": _TEXT, "pay_input_ranges": ranges}
    (report,) = linter.check_all(_jobs(job), path="jobs.json")
    assert "Salary: Salem: $52,000 - $57,200; Bend: $48,000 - $52,800" in report.posting.text
    assert [one.low for one in report.facts["pay_statements"].value] == [52_000, 48_000]


def test_names_are_known_with_words_about_them(linter: Linter) -> None:
    text = json.dumps(
        {
            "result": {
                "jobOpening": {
                    "jobOpeningName": "Rolls Clerk",
                    "departmentLabel": "Deeds",
                    "employmentStatusLabel": "Part-Time",
                    "location": {"city": "Ely", "state": "MN"},
                    "compensation": "$21 an hour",
                    "datePosted": "2026-05-04",
                    "description": _TEXT,
                }
            }
        }
    )
    (report,) = linter.check_all(text, path="opening.json")
    facts = report.facts
    assert facts["title"].value == "Rolls Clerk"
    assert facts["place"].value == "Ely, MN"
    assert facts["employment_type"].value == ("part-time",)
    assert facts["pay_statements"].value[0].unit == "hour"
    sheet = "Posting Title,Posting Full Description\nRolls Clerk,Files deeds and sorts old maps.\n"
    (report,) = linter.check_all(sheet, path="openings.csv")
    assert report.facts["title"].value == "Rolls Clerk"


def test_a_summary_stands_under_no_heading_of_another_text(linter: Linter) -> None:
    job = {
        "PositionTitle": "Rolls Clerk",
        "QualificationSummary": "You have filed for a year.",
        "PositionRemuneration": [
            {"MinimumRange": "19", "MaximumRange": "22", "RateIntervalCode": "PH",
             "Description": "Per Hour"},
        ],
        "JobSummary": "The clerk keeps the deeds of a county.",
        "MajorDuties": ["Files deeds.", "Sorts maps."],
    }  # fmt: skip
    (report,) = linter.check_all(_jobs(job), path="jobs.json")
    text = report.posting.text
    assert text.index("The clerk keeps") < text.index("Qualifications") < text.index("Duties")
    assert "Per Hour" not in text


@pytest.mark.parametrize("times", [0, 1, 2, 3])
def test_a_description_may_be_escaped_several_times(linter: Linter, times: int) -> None:
    text = _TEXT
    for _ in range(times):
        text = html.escape(text)
    (report,) = linter.check_all(_jobs({"title": "Rolls Clerk", "content": text}), path="jobs.json")
    assert [duty.text.text for duty in report.posting.duties] == ["Files deeds.", "Sorts maps."]


def test_the_examples_of_duties_are_duties(linter: Linter) -> None:
    text = (
        "<?xml version='1.0'?><JobPostings><JobPosting><JobTitle>Water Operator</JobTitle>"
        "<JobDescription>Runs the plant.</JobDescription>"
        "<ExamplesOfDuties><![CDATA[<ul><li>Reads meters.</li><li>Tests water.</li></ul>]]>"
        "</ExamplesOfDuties></JobPosting></JobPostings>"
    )
    (report,) = linter.check_all(text, path="jobs.xml")
    assert len(report.posting.duties) == 2


def test_a_location_names_the_country(linter: Linter) -> None:
    job = {"title": "Rolls Clerk", "descriptionHtml": _TEXT, "location": {"name": "Remote - US"}}
    (report,) = linter.check_all(_jobs(job), path="jobs.json")
    assert report[country].value == "US"


SHEET = (
    "ref;vakanz;volltext;description\n"
    '1;Groom;"Keeps horses.\n\nDuties\n- Feeds them.\n- Brushes them.";short\n'
    '2;Cook;"Keeps a kitchen.\n\nDuties\n- Fries eggs.\n- Bakes bread.";short\n'
)


@pytest.mark.parametrize("title", ["vakanz", "Vakanz"])
def test_settings_name_the_columns_of_a_sheet(title: str) -> None:
    columns = Columns(text="volltext", title=title)
    reports = Linter(config=Config(columns=columns)).check_all(SHEET, path="a.csv")
    assert [one.facts["title"].value for one in reports] == ["Groom", "Cook"]
    for report, words in zip(reports, ("Feeds them.", "Fries eggs."), strict=True):
        place = report.source.given_span(report.posting.duties[0].span)
        assert SHEET[place.start : place.end] == words
        assert "short" not in report.source.text


def test_a_sheet_needs_no_title_where_its_text_is_named() -> None:
    linter = Linter(config=Config(columns=Columns(text="volltext")))
    assert [one.name for one in linter.check_all(SHEET, path="a.csv")] == ["a.csv[1]", "a.csv[2]"]


def test_a_column_that_is_not_there_is_told() -> None:
    linter = Linter(config=Config(columns=Columns(text="body")))
    with pytest.raises(SourceError, match="no column 'body'; its columns are 'ref', 'vakanz'"):
        linter.check_all(SHEET, path="a.csv")
