"""Kinds of layout and wording that were met first in documents nobody had labelled."""

from __future__ import annotations

import pytest

from postlint import Linter, Report

LINTER = Linter()


def check(text: str, path: str = "a.txt") -> Report:
    return LINTER.check(text, path=path)


def duties(report: Report) -> list[str]:
    return [duty.text.text for duty in report.posting.duties]


def headings(report: Report) -> list[str]:
    return [part.heading.text for part in report.posting.sections if part.heading]


# ---------------------------------------------------------------------- sources


@pytest.mark.parametrize("body", ["Bring tea &amp; cake.", "Bring <b>tea</b>."])
def test_front_matter_makes_a_page_markdown_whatever_its_name(body: str) -> None:
    text = f"---\ntitle: Bridge Keeper\n---\n\n{body}\n\nWhat it takes\n-------------\n\n- Calm.\n"
    report = check(text, "a.html")
    assert report.facts["title"].value == "Bridge Keeper"
    assert "What it takes" in headings(report)


# ----------------------------------------------------------------------- titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            (
                "Records Analyst 9 – Vaults & Files Section, Ohio Department of Lands – This"
                " position keeps the vaults. Salary: $40,000."
            ),
            "Records Analyst 9",
        ),
        (
            (
                "Road EngineerElm City, OHFULL TIME Required Skills: five years of building roads"
                " and bridges in the hills•Concrete, steel and stone•A licence to blast•Good humour"
                " in all weather and a sound knowledge of soils, drains and the law of ways"
            ),
            "Road Engineer",
        ),
        (
            "Collection Clerk, Birds | Elm City, OH | Fen University\n\nDuties\n\n- Files eggs.\n",
            "Collection Clerk, Birds",
        ),
    ],
)
def test_a_title_ends_before_the_unit_the_place_and_the_next_word(text: str, title: str) -> None:
    assert check(text).facts["title"].value == title


# --------------------------------------------------------------------- headings


@pytest.mark.parametrize(
    "line", ["OPEN UNTIL FILLED - REVIEW BEGINS AT ONCE", "POSTED UNTIL FURTHER NOTICE"]
)
def test_until_when_to_apply_heads_no_duties(line: str) -> None:
    report = check(
        "PORT CLERK\n\nThe clerk keeps the port's books and greets the boats.\n\n"
        f"{line}\n\nFiles the log of each boat.\n\nCounts the crates on the quay.\n\n"
        "Answers the captains.\n\nWill perform other duties as assigned.\n"
    )
    assert line not in headings(report)
    assert duties(report)[-1] == "Will perform other duties as assigned."


def test_a_word_of_duties_may_sort_the_post() -> None:
    report = check(
        "Egg Keeper\n\nAlder Job Function: Museum\nGrade: 7\n\n"
        "Duties\n\n- Keeps eggs.\n- Lends eggs.\n"
    )
    assert headings(report) == ["Duties"]
    assert [field.value.text for field in report.posting.fields] == ["Museum", "7"]


# ----------------------------------------------------------------------- duties


def test_numbers_and_promises_to_applicants_are_no_duties() -> None:
    report = check(
        "Port Clerk\n\nDuties\n\n1. Files logs.\n2. Counts crates.\n3. 14\n"
        "4. You will be evaluated on your answers.\n"
    )
    assert duties(report) == ["Files logs.", "Counts crates."]


def test_a_list_of_tools_among_duties_is_none() -> None:
    report = check(
        "# Web Clerk\n\n## Duties\n\n- Builds pages.\n- Mends pages.\n- Reads logs.\n\nThe"
        " technologies we work with include:\n\n- Languages: Perl\n- Testing: tap\n- Host: own\n",
        "a.md",
    )
    assert duties(report) == ["Builds pages.", "Mends pages.", "Reads logs."]


def test_running_text_states_duties_in_many_words() -> None:
    report = check(
        "Head of Deeds, Elk County, Ohio — Research is open to any field of study here. The head is"
        " appointed by the council and serves under the clerk. The incumbent has the primary"
        " responsibility for keeping the deeds. The role also involves answering the courts."
        " Additional responsibilities include training the clerks of the towns.\n"
    )
    said = " ".join(duties(report))
    assert "keeping the deeds" in said
    assert "answering the courts" in said
    assert "training the clerks" in said
    assert "Research" not in said
    assert "appointed" not in said


# ------------------------------------------------------------------------ facts


def test_a_degree_that_is_an_example_of_what_counts_is_not_required() -> None:
    report = check(
        "# Egg Keeper\n\n## Duties\n\n- Keeps eggs.\n\n## Qualifications\n\n"
        "A doctorate in zoology is preferred, or an equivalent mix of study and work, e.g. a"
        " master's degree and three years with eggs.\n",
        "a.md",
    )
    assert report.facts["degree"].value == "preferred"


def test_what_is_considered_is_not_what_the_post_is() -> None:
    front = "---\ntitle: Web Clerk\ncontract: permanent\n---\n\n"
    report = check(front + "* Builds pages\n* Part time and remote considered\n", "a.md")
    assert report.facts["employment_type"].value == ("permanent",)
