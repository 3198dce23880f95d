"""What is said about a source points into it, and is written only where it can be."""

from __future__ import annotations

import json
from typing import Any

import pytest

import sample_reports as sample
from postlint import Linter
from postlint.engine.values import report_values
from postlint.fix.settle import settle
from postlint.render import FORMATS, make_renderer, render_all
from postlint.run.report_codec import dump, load
from postlint.text.diagnostics import Applicability

LINTER = Linter()
WORDS = "He/she leads the manpower of the department and plans & budgets for 🏥 care. (E)"
SOURCES = {
    "markdown": f"# Director of *Technology*\n\n## Duties\n\n- {WORDS}\n- Plans [the work](http://x.example/he/she).\n",
    "html": "<h1>Director of <i>Technology</i></h1>\r\n<h2>Duties</h2><ul><li>"
    + WORDS.replace("&", "&amp;")
    + "</li><li>Plans <b>the</b> work.</li></ul>",
    "jobposting": json.dumps(
        {
            "description": f"<h2>Duties</h2><ul><li>{WORDS}</li></ul>",
            "title": "Director of Technology",
        }
    ),
}


@pytest.mark.parametrize("kind", list(SOURCES))
def test_the_spans_of_a_report_are_those_of_the_source(kind: str) -> None:
    text = SOURCES[kind]
    report = LINTER.check(text, kind=kind)
    values: Any = report_values(report)
    assert values["diagnostics"]
    for found in values["diagnostics"]:
        start, end = found["span"]
        assert 0 <= start <= end <= len(text)
        begin = found["range"]["start"]
        lines = text.replace("\r\n", "\n").split("\n")
        before = sum(
            len(line) + (2 if kind == "html" else 1) for line in lines[: begin["line"] - 1]
        )
        assert before + begin["column"] - 1 == start
    duty = values["duties"][0]
    assert text[slice(*duty["span"])].startswith("He/she leads")


ASKED = "<p><b>Pay</b>: $60,000 &ndash; $70,000 a year</p><p>A <i>Bachelor's degree</i> in law</p>"
PLACED = {
    "markdown": "# Data *Analyst*\n\n**Pay:** $60,000 - $70,000 a year\n\n## *What* we ask\n\n"
    "- **A** Bachelor's degree in law\n",
    "html": f"<h1>Data <i>Analyst</i></h1>{ASKED}",
    "jobposting": json.dumps({"@type": "JobPosting", "title": "Analyst", "description": ASKED}),
}


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("kind", list(PLACED))
def test_the_spans_within_a_fact_are_those_of_the_source(kind: str, kept: bool) -> None:
    text = PLACED[kind]
    report = LINTER.check(text, kind=kind, path=f"a.{kind}")
    if kept:
        data = dump([report], full=True)
        assert data is not None
        back = load(data, path=f"a.{kind}", sha256=report.sha256 or "", full=True)
        assert back is not None
        (report,) = back
    facts: Any = report_values(report)["facts"]
    (pay,) = facts["pay_statements"]["value"]
    (degree,) = facts["degrees"]["value"]
    assert "60,000" in text[slice(*pay["span"])]
    assert text[slice(*degree["span"])].startswith("Bachelor")


@pytest.mark.parametrize("kind", list(SOURCES))
@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_shows_every_kind_of_source(kind: str, name: str) -> None:
    report = LINTER.check(SOURCES[kind], kind=kind, path=f"a.{kind}")
    out = render_all(make_renderer(name, sample.context(verdicts=True)), (report,))
    assert report.diagnostics[0].code in out


@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_fixes_change_the_source_and_nothing_but_their_words(kind: str) -> None:
    text = SOURCES[kind]
    settled = settle(text, lambda new: LINTER.check(new, kind=kind), unsafe=True)
    assert settled.text.count("<") == text.count("<")
    assert settled.text.count("http://x.example/he/she") == text.count("http://x.example/he/she")
    assert settled.text.startswith(text[:20])


def test_a_fix_that_needs_signs_is_only_shown_in_html() -> None:
    report = LINTER.check(SOURCES["html"], kind="html")
    for found in report.diagnostics:
        for fix in found.fixes:
            if any("\n" in edit.content for edit in fix.edits):
                assert fix.applicability is Applicability.DISPLAY
