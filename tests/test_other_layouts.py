"""Layouts of wikis, of pages that describe a posting in their tags, and of several short jobs."""

from __future__ import annotations

import json

import pytest

from postlint import Linter, Report

LINTER = Linter()


def kinds(report: Report) -> list[tuple[str, str]]:
    return [
        (section.heading.text, section.kind.value)
        for section in report.posting.sections
        if section.heading is not None and section.kind is not None
    ]


def duties(report: Report) -> list[str]:
    return [duty.text.text for duty in report.posting.duties]


def titles(text: str, path: str) -> list[object]:
    return [report.facts["title"].value for report in LINTER.check_all(text, path=path)]


BOTH = [("Duties", "duties"), ("Requirements", "qualifications")]
LISTS = "* Salts herring.\n* Packs barrels.\n* Hoses decks.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"= Fish Packer =\n\n== Duties ==\n{LISTS}\n== Requirements ==\n* Warm gloves.\n",
        f"= Fish Packer\n\n== Duties\n\n{LISTS}\n== Requirements\n\n* Warm gloves.\n",
        f"h1. Fish Packer\n\nh2. Duties\n\n{LISTS}\nh2. Requirements\n\n* Warm gloves.\n",
        (
            f"# Fish Packer {{#top}}\n\n## Duties {{#work .wide}}\n\n{LISTS}\n"
            "## Requirements [¶](#need)\n\n* Warm gloves.\n"
        ),
    ],
    ids=["closed signs", "open signs", "numbered", "names of places"],
)
def test_headings_are_set_as_wikis_set_them(text: str) -> None:
    report = LINTER.check(text, path="a.md")
    assert report.facts["title"].value == "Fish Packer"
    assert kinds(report) == BOTH
    assert duties(report) == ["Salts herring.", "Packs barrels.", "Hoses decks."]


def test_what_a_term_means_stands_behind_colons() -> None:
    report = LINTER.check(
        "# Fish Packer\n\nReports to\n: Quay Master\n\nDuties\n: Salts herring.\n"
        ": Packs barrels.\n: Hoses decks.\n\nRequirements\n: Warm gloves.\n: Sea legs.\n",
        path="a.md",
    )
    assert "Quay Master" in str(report.facts["reports_to"].value)
    assert kinds(report) == BOTH
    assert duties(report) == ["Salts herring.", "Packs barrels.", "Hoses decks."]


def test_a_cell_of_markdown_has_lines_too() -> None:
    report = LINTER.check(
        "# Fish Packer\n\n| | |\n|---|---|\n| **Duties** | Salts herring.<br>Packs barrels. |\n"
        "| **Requirements** | Warm gloves.<br/>Sea legs. |\n",
        path="a.md",
    )
    assert kinds(report) == BOTH
    assert duties(report) == ["Salts herring.", "Packs barrels."]


def test_tags_say_of_a_posting_what_its_page_does_not_show() -> None:
    report = LINTER.check(
        '<div itemscope itemtype="https://schema.org/JobPosting">'
        '<meta itemprop="title" content="Fish Packer">'
        '<time itemprop="validThrough" datetime="2027-05-04"></time>'
        '<div itemprop="responsibilities"><p>Salts herring.</p><p>Packs barrels.</p></div>'
        '<div itemprop="qualifications"><p>Warm gloves.</p></div></div>',
        kind="html",
    )
    assert report.facts["title"].value == "Fish Packer"
    assert "2027-05-04" in str(report.facts["closing"].value)
    assert kinds(report) == [("Responsibilities", "duties"), ("Qualifications", "qualifications")]


@pytest.mark.parametrize("attribute", ['class="accordion-button"', 'aria-expanded="false"'])
def test_a_button_that_opens_a_part_heads_it(attribute: str) -> None:
    report = LINTER.check(
        f"<h1>Fish Packer</h1><button {attribute}>Duties</button><ul><li>Salts herring.</li>"
        f"<li>Packs barrels.</li></ul><button {attribute}>Requirements</button><p>Sea legs.</p>"
        f"<button {attribute}>Show more</button>",
        kind="html",
    )
    assert kinds(report) == BOTH


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (
            (
                "<h1>Work at Elm Quay</h1><h2>Fish Packer</h2><p>You will salt herring and pack"
                " barrels. You need warm gloves. $18 an hour.</p><h2>Ice Crusher</h2><p>You will"
                " crush ice for the boats. You need sea legs. $17 an hour.</p>"
            ),
            "a.html",
        ),
        (
            (
                "<ul><li><h3>Fish Packer</h3><p><b>Duties:</b> Salts herring; packs barrels; hoses"
                " decks.</p><p><b>Requirements:</b> Warm gloves on cold days.</p></li><li><h3>Ice"
                " Crusher</h3><p><b>Duties:</b> Crushes ice; fills holds; sweeps up.</p>"
                "<p><b>Requirements:</b> Sea legs and a strong back.</p></li></ul>"
            ),
            "a.html",
        ),
        (
            (
                "1. FISH PACKER\nDuties: salts herring; packs barrels; hoses decks.\n"
                "Requirements: warm gloves.\nPay: $18 an hour\n\n2. ICE CRUSHER\n"
                "Duties: crushes ice; fills holds; sweeps up.\nRequirements: sea legs.\n"
                "Pay: $17 an hour\n"
            ),
            "a.txt",
        ),
    ],
    ids=["a paragraph each", "boxes of a list", "numbered names"],
)
def test_short_jobs_of_one_text_are_postings_each(text: str, path: str) -> None:
    assert [str(title).casefold() for title in titles(text, path)] == ["fish packer", "ice crusher"]


def test_the_first_line_of_a_list_may_open_with_any_verb() -> None:
    report = LINTER.check(
        "Fish Packer\n\nDUTIES -\nBrines herring.\nTests barrels.\nWrites labels.\n\n"
        "REQUIREMENTS -\nSea legs.\n",
        path="a.txt",
    )
    assert duties(report) == ["Brines herring.", "Tests barrels.", "Writes labels."]


def test_numbers_of_several_parts_open_items() -> None:
    report = LINTER.check(
        "Fish Packer\n\nDuties\n\n1.1 Salts herring.\n1.2 Packs barrels.\n1.3 Hoses decks.\n\n"
        "Requirements\n\n2.1 Sea legs.\n",
        path="a.txt",
    )
    assert duties(report) == ["Salts herring.", "Packs barrels.", "Hoses decks."]


@pytest.mark.parametrize("number", ["1. ", "A.\t", "IV. "])
def test_a_number_before_a_field_is_none_of_its_name(number: str) -> None:
    report = LINTER.check(
        f"{number}TITLE: Fish Packer\n{number}REPORTS TO: Quay Master\n\nDuties:\n"
        "- Salts herring.\n- Packs barrels.\n- Hoses decks.\n",
        path="a.txt",
    )
    assert report.facts["title"].value == "Fish Packer"
    assert "Quay Master" in str(report.facts["reports_to"].value)


def test_jobs_are_told_apart_by_their_fields_and_labels() -> None:
    text = (
        "# Openings\n\n1. **Fish Packer**\n   - Duties: salts herring, packs barrels.\n"
        "   - Pay: $18 an hour\n2. **Ice Crusher**\n   - Duties: crushes ice, fills holds.\n"
        "   - Pay: $17 an hour\n"
    )
    assert titles(text, "a.md") == ["Fish Packer", "Ice Crusher"]


def test_columns_of_a_sheet_may_speak_to_their_reader() -> None:
    reports = LINTER.check_all(
        "Job,What You Do,What You Need,Pay Rate,Apply By\n"
        "Fish Packer,Cleans fish.;Packs barrels.;Writes labels.,Sea legs.,$18 an hour,6/2/2027\n",
        path="a.csv",
    )
    assert [report.facts["title"].value for report in reports] == ["Fish Packer"]
    assert len(duties(reports[0])) == 3
    assert "6/2/2027" in str(reports[0].facts["closing"].value)


def test_a_page_that_describes_several_postings_is_read_as_each() -> None:
    described = [
        {
            "@type": "JobPosting",
            "title": title,
            "description": f"<h2>Duties</h2><ul><li>{duty}</li><li>Hoses decks.</li></ul>",
        }
        for title, duty in (("Fish Packer", "Packs barrels."), ("Ice Crusher", "Fills holds."))
    ]
    one, other = map(json.dumps, described)
    script = '<script type="application/ld+json">{}</script>'
    for page in (
        script.format(f"[{one}, {other}]"),
        script.format(one) + script.format(other) + script.format(one),
    ):
        reports = LINTER.check_all(f"<html><body><h1>Jobs</h1>{page}</body></html>", path="a.html")
        assert [report.facts["title"].value for report in reports] == ["Fish Packer", "Ice Crusher"]
        assert [report.name for report in reports] == ["a.html[1]", "a.html[2]"]


@pytest.mark.parametrize(
    "source",
    ['<img src="opening.png" width="800">', "<iframe src='job'></iframe>", "<script>go()</script>"],
)
def test_no_rule_passes_on_a_page_without_words(source: str) -> None:
    report = LINTER.check(f"<html><body>{source}</body></html>", kind="html")
    assert {outcome.verdict.value for outcome in report.outcomes} == {"cannot-tell"}
    assert [diagnostic.code for diagnostic in report.diagnostics] == ["POST010"]
