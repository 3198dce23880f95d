"""A schema.org JobPosting is read for its properties, with places in the JSON itself."""

# ruff: noqa: E501 (inputs stand on one line, as they would in a file)
from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings, strategies as st

from postlint import Linter
from postlint.errors import Unreadable
from postlint.text.source import Span
from reading import given as place_of, outline, read

JOB = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "description": '<p><b>Duties</b></p><ul><li>Leads the district’s "data" work. (E)</li><li>Plans &amp; budgets.</li></ul>',
    "title": "Director of Technology – K12 🏫",
    "hiringOrganization": {"@type": "Organization", "name": "Riverbend USD"},
    "jobLocation": {
        "@type": "Place",
        "address": {"addressLocality": "Riverbend", "addressRegion": "OR", "addressCountry": "US"},
    },
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "USD",
        "value": {"minValue": 142000, "maxValue": "178000.00", "unitText": "YEAR"},
    },
    "employmentType": ["FULL_TIME", "CONTRACTOR"],
    "applicantLocationRequirements": {"@type": "State", "name": "Oregon"},
    "validThrough": "2027-01-15",
    "qualifications": "Bachelor's degree.\nFive years of experience.",
    "skills": ["Python", "SQL"],
    "responsibilities": "Chairs the council.",
    "educationRequirements": {"credentialCategory": "bachelor degree"},
    "experienceRequirements": {"monthsOfExperience": "60"},
    "jobBenefits": "Health, dental.",
}
OUTLINE = [
    "# Director of Technology – K12 🏫",
    "Organization = Riverbend USD",
    "Location = Riverbend, OR, US",
    "Applicants must live in = Oregon",
    "Employment type = Full time, Contractor",
    "Salary = $142,000 - $178,000 per year",
    "Closes = 2027-01-15",
    "## Duties",
    '* Leads the district’s "data" work. <E>',
    "* Plans & budgets.",
    "## Responsibilities",
    "Chairs the council.",
    "## Qualifications",
    "Bachelor's degree.",
    "Five years of experience.",
    "## Skills",
    "* Python",
    "* SQL",
    "## Education requirements",
    "bachelor degree",
    "## Experience requirements",
    "5 years of experience",
    "## Benefits",
    "Health, dental.",
]


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("indent", [None, 2])
def test_properties_become_a_title_fields_and_sections(
    ascii_only: bool, indent: int | None
) -> None:
    posting = read(json.dumps(JOB, ensure_ascii=ascii_only, indent=indent), "jobposting")
    assert outline(posting) == OUTLINE
    assert posting.title is not None


def test_plain_json_with_the_same_keys_and_a_graph_read_alike() -> None:
    bare = {key: value for key, value in JOB.items() if not key.startswith("@")}
    assert outline(read(json.dumps({"data": [bare]}), "jobposting")) == OUTLINE
    graph = {"@graph": [{"@type": "WebSite", "name": "Jobs"}, JOB]}
    assert outline(read(json.dumps(graph), "jobposting")) == OUTLINE


def test_words_can_be_found_again_through_the_escapes() -> None:
    source = json.dumps(JOB, indent=1)
    posting = read(source, "jobposting")
    assert place_of(posting, 'district’s "data" work') == 'district\\u2019s \\"data\\" work'
    assert place_of(posting, "K12 🏫") == "K12 \\ud83c\\udfeb"
    assert place_of(posting, "$142,000") == "142000"
    assert place_of(posting, "Plans & budgets") == "Plans &amp; budgets"
    at = posting.text.index("Chairs")
    line = posting.source.range(Span(at, at + 6)).start.line
    assert "Chairs" in source.split("\n")[line - 1]


def test_a_page_filled_by_a_script_is_read_from_its_json() -> None:
    page = f'<html><body><div id="app">Loading</div><script type="application/ld+json">{json.dumps(JOB)}</script></body></html>'
    posting = read(page, "html")
    assert outline(posting) == OUTLINE
    assert place_of(posting, "Chairs the council") == "Chairs the council"


def test_a_page_that_shows_its_posting_takes_only_facts_from_its_json() -> None:
    shown = "<h1>Director</h1><h2>Duties</h2><ul><li>Leads the data work of the district with four managers.</li><li>Plans and budgets for the schools, each year anew.</li></ul>"
    page = f'<html><body>{shown}<script type="application/ld+json">{json.dumps(JOB)}</script></body></html>'
    lines = outline(read(page, "html"))
    assert "Salary = $142,000 - $178,000 per year" in lines
    assert "# Director" in lines
    assert "Chairs the council." not in lines


def test_html_escaped_twice_is_read_as_html() -> None:
    job = {
        "title": "Clerk",
        "description": "&lt;p&gt;Files &amp;amp; sorts.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Mail.&lt;/li&gt;&lt;/ul&gt;",
    }
    assert outline(read(json.dumps(job), "jobposting")) == ["# Clerk", "Files & sorts.", "* Mail."]


def test_a_plain_description_is_read_as_plain_text() -> None:
    job = {
        "title": "Clerk",
        "description": "DUTIES:\n- Files records for the court.\n- Sorts the mail. (E)\n\nPAY:\n$20 an hour\n",
    }
    posting = read(json.dumps(job), "jobposting")
    assert [duty.text.text for duty in posting.duties] == [
        "Files records for the court.",
        "Sorts the mail.",
    ]
    assert posting.duties[1].markers[0].essential
    assert all(section.level in (0, 1, 2) for section in posting.sections)


def test_what_was_cut_off_is_read_and_told() -> None:
    source = json.dumps(JOB)[:260]
    posting = read(source, "jobposting")
    assert "Leads the district" in posting.text
    assert [notice.message_id for notice in posting.notices] == ["source-cut-short"]


def test_several_postings_are_told_of() -> None:
    report = Linter().check(json.dumps([JOB, JOB]), kind="jobposting")
    assert outline(report.posting) == OUTLINE
    assert report.posting.notices[0].data == {"count": 2}


def test_what_is_no_json_is_read_as_text_and_told() -> None:
    posting = read(
        "Network Engineer\n\nDuties:\n- Installs switches.\n- Tests cables.\n", "jobposting"
    )
    assert [notice.message_id for notice in posting.notices] == ["read-as-another-kind"]
    assert len(posting.duties) == 2


@pytest.mark.parametrize(
    "source",
    ["", "{", "}", "[", "]", "{}", "[]", '"', '{"title"', '{"title":', '{"title": null, "description": 1}', "null",
     '{"title": "a", "description": "\\', '{"title": "a\\ud800", "description": "\\udc00\\u0000"}', "[[[[", "{{{{",
     '{"a": {"b": {"title": {"x": 1}, "description": []}}}', '{"@type": "JobPosting"}', '{"@type": ["JobPosting"]}x',
     '{"title": "", "description": ""}', '{"title": {}, "baseSalary": [], "description": "x"}', "\ufeff{}",
     '{"title": "t", "description": "d", "baseSalary": {"value": 5}}', '{"title": "t", "skills": [[["x"]]], "description": "d"}'],
)  # fmt: skip
def test_broken_json_reads_or_is_refused(source: str) -> None:
    try:
        posting = read(source, "jobposting")
    except Unreadable:
        assert source.lstrip("\ufeff")[:1] in ("{", "[")
    else:
        assert posting.source.given == source


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
    | st.sampled_from(["<p>Leads.</p>", "a<br>b", "&lt;p&gt;x", "DUTIES:\n- a\n- b", "FULL_TIME"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from([*JOB, "name", "value", "address", "minValue", "unitText"]), inner, max_size=6),
    max_leaves=15,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.sampled_from(list(JOB)), _VALUES, max_size=8),
    st.booleans(),
    st.integers(0, 400),
)
def test_any_json_reads_and_every_span_fits(
    job: dict[str, object], ascii_only: bool, cut: int
) -> None:
    source = json.dumps(job, ensure_ascii=ascii_only)
    if cut < len(source) and cut % 3 == 0:
        source = source[:cut]
    source = source.encode("utf-8", "replace").decode("utf-8")
    try:
        posting = read(source, "jobposting")
    except Unreadable:
        assert "JobPosting" not in job.values()
        return
    for section in posting.sections:
        place = posting.source.given_span(section.span)
        assert 0 <= place.start <= place.end <= len(source)


@pytest.mark.parametrize(
    "piece",
    [
        "{",
        "[",
        '"',
        "\\",
        '{"a":',
        '"a",',
        "[]",
        '{"title": "x", "description": "',
        "\\u00e9",
        "1,",
    ],
)
@pytest.mark.timing
def test_time_grows_with_the_json_and_not_with_its_square(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.perf_counter()
        read(text, "jobposting")
        return time.perf_counter() - started

    small = min(cost(4_000), cost(4_000))
    assert cost(32_000) < max(60 * small, 1.5)
