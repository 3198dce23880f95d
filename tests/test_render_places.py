"""Every format names the place of a finding as the reader of a Word or PDF file sees it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from documents import pdf
from postlint.engine.report import Report
from postlint.linter import Linter
from postlint.render import Context, Producer, make_renderer
from postlint.render.base import render_all
from postlint.schema import report_schema

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
pytest.importorskip("pypdfium2", reason="the extra for PDF is not installed")

LINES = ["FOREMAN", "DUTIES", "- Leads the crew. (E)", "- Plans the week.", "- Orders tools."]
ASKED = ["QUALIFICATIONS", "- Five years as a salesman.", "- A licence."]
PLACE = "page 2, line 2"


@cache
def paper() -> Report:
    pages = [
        [(words, 72.0, 720.0 - 20 * n, 12.0, False) for n, words in enumerate(lines)]
        for lines in (LINES, ASKED)
    ]
    return Linter(select=("gendered-title", "ADA002")).check_bytes(pdf(pages), path="a.pdf")


@cache
def text() -> Report:
    words = "\n".join([*LINES, *ASKED])
    return Linter(select=("gendered-title", "ADA002")).check(words, kind="text", path="a.txt")


def shown(name: str, report: Report) -> str:
    context = Context(producer=Producer(version="0"), verdicts=True, width=100)
    return render_all(make_renderer(name, context), (report,))


SARIF = Path(__file__).parent / "schemas/sarif-2.1.0-rtm.5.json"
FORMATS = "rich concise grouped html json jsonl sarif github gitlab junit checkstyle rdjson".split()


def test_the_place_is_where_it_should_be() -> None:
    report = paper()
    assert PLACE in [report.source.place(found.span) for found in report.diagnostics]


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_names_the_place(name: str) -> None:
    said = shown(name, paper()).replace("%2C", ",")
    assert PLACE in said
    assert "page 1" in said


@pytest.mark.parametrize("name", FORMATS)
def test_a_text_has_lines_and_no_other_places(name: str) -> None:
    said = shown(name, text())
    assert "page 1" not in said
    assert "(None)" not in said


def test_rich_shows_no_numbers_of_lines_that_nobody_sees() -> None:
    said = shown("rich", paper())
    line = next(one for one in said.split("\n") if "Five years as a salesman" in one and "│" in one)
    assert line.strip().startswith("│")
    assert "7 │" in shown("rich", text())


def test_json_has_the_place_as_a_key() -> None:
    document = json.loads(shown("json", paper()))
    jsonschema.validate(document, report_schema())
    found = document["reports"][0]["diagnostics"]
    assert PLACE in [each["place"] for each in found]
    flat = json.loads(shown("json", text()))["reports"][0]["diagnostics"]
    assert {each["place"] for each in flat} == {None}


def test_sarif_has_the_place_as_a_logical_location() -> None:
    document = json.loads(shown("sarif", paper()))
    jsonschema.Draft7Validator(json.loads(SARIF.read_text("utf-8"))).validate(document)
    results = document["runs"][0]["results"]
    names = [
        logical["name"]
        for result in results
        for location in result["locations"]
        for logical in location.get("logicalLocations", ())
    ]
    assert PLACE in names
