"""The desk answers in plain data; places are those of an editor in a browser."""

from __future__ import annotations

import json
import re
import tomllib
from base64 import b64encode
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

import postlint
from documents import word
from postlint.syntax.write import to_markup
from postlint.web.desk import Desk
from postlint.web.in_browser import Worker
from postlint.web.problems import problem
from postlint.web.request import InvalidRequest
from postlint.web.units import Units

EXAMPLES = Path(__file__).parents[1] / "examples"
# Every newline there is, and a sign beyond the basic plane before a finding.
POSTING = "# Clerk 🏫\r\n\r\n## Duties\r\rBe able-bodied. 🏫 Be able-bodied.\n"


def _director(document: Any) -> None:
    document.add_heading("Technology Director", 0)
    document.add_heading("Duties", 1)
    document.add_paragraph("Leads an able-bodied team.", style="List Bullet")


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk()


def units(text: str, start: int, end: int) -> str:
    """Return what a browser calls the text between two offsets."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_places_are_counted_as_a_browser_counts_them(desk: Desk) -> None:
    shown = desk.look({"text": POSTING})
    assert "\r" not in shown["text"]
    found = [one for one in shown["findings"] if one["code"] == "ADA009"]
    assert [units(shown["text"], one["from"], one["to"]) for one in found] == [
        "able-bodied",
        "able-bodied",
    ]


def test_offsets_agree_with_a_slow_count() -> None:
    text = "a\r\n🏫\r\rb\n\n\r🏫🏫\r\n"
    for start in range(len(text)):
        if text[:start].endswith("\r") and text[start] == "\n":
            continue
        lead = text[:start].replace("\r\n", "\n").replace("\r", "\n")
        expected = len(lead.encode("utf-16-le")) // 2
        assert Units(text).pair(postlint.Span(start, start))[0] == expected, start


def test_a_check_is_what_the_command_writes_as_json(desk: Desk) -> None:
    text = (EXAMPLES / "no-reporting-line.posting").read_text("utf-8")
    found = desk.check({"text": text})
    assert found["version"] == 1
    assert [one["code"] for one in found["reports"][0]["diagnostics"]] == [
        one.code for one in postlint.check(text).diagnostics
    ]


def test_what_is_declared_in_a_question_counts_for_it_alone(desk: Desk) -> None:
    text = POSTING
    declared = {"equal_opportunity_notice": True, "kind": "school", "as_of": "2026-11-01"}
    with_notice = desk.look({"text": text, "employer": declared})
    assert with_notice["postings"] != desk.look({"text": text})["postings"]
    assert desk.look({"text": text}) == Desk().look({"text": text})


@pytest.mark.parametrize(
    ("table", "field"),
    [
        (["text"], ""),
        ({}, "text"),
        ({"text": "a", "data": "YQ=="}, "text"),
        ({"text": 7}, "text"),
        ({"text": "a", "employer": {"kind": "scool"}}, "employer.kind"),
        ({"text": "a", "employer": {"as_of": "soon"}}, "employer.as_of"),
        ({"text": "a", "colour": "red"}, "colour"),
        ({"data": "not base 64"}, "data"),
    ],
)
def test_a_question_that_cannot_be_understood_names_the_field(
    desk: Desk, table: Any, field: str
) -> None:
    with pytest.raises(InvalidRequest) as raised:
        desk.check(table)
    assert [key for key, _ in raised.value.faults] == [field]
    assert problem(raised.value).status == 422


def test_a_fault_nobody_foresaw_is_a_sentence_without_a_trace() -> None:
    found = problem(ZeroDivisionError("division by zero")).values
    assert found["status"] == 500
    assert "ZeroDivisionError" in found["detail"]
    assert "Traceback" not in found["detail"]


def test_fixes_are_made_in_the_text_and_told(desk: Desk) -> None:
    text = (EXAMPLES / "no-reporting-line.posting").read_text("utf-8")
    made = desk.fix({"text": text, "unsafe": True})
    assert made["changed"]
    assert made["applied"]
    assert len(made["text"]) > len(text)
    assert not desk.fix({"text": text})["changed"]


def test_a_word_file_is_shown_as_its_words_and_fixed_nowhere(desk: Desk) -> None:
    data = b64encode(word(_director))
    question = {"data": data.decode("ascii"), "name": "director.docx"}
    shown = desk.look(question)
    assert not shown["editable"]
    assert "an able-bodied team" in shown["text"]
    found = next(one for one in shown["findings"] if one["code"] == "ADA009")
    assert shown["text"][found["from"] : found["to"]] == "able-bodied"
    assert all(not fix["edits"] for one in shown["findings"] for fix in one["fixes"])
    assert "an able-bodied team" in desk.convert(question)["postings"][0]["text"]
    with pytest.raises(InvalidRequest):
        desk.fix(question)
    with pytest.raises(InvalidRequest):
        desk.annotated({"data": b64encode(b"plain words").decode("ascii")})


JOBS = json.dumps(
    [
        {"@type": "JobPosting", "title": title, "description": f"<p>{words}</p>"}
        for title, words in (("Clerk 🏫", "Files deeds."), ("Guard", "Be able-bodied."))
    ],
    ensure_ascii=False,
)
BULLETIN = """Send a form to the town.

# Clerk

Reports to: Registrar

## Duties

- Is an able-bodied filer.

# Guard

Reports to: Captain

## Duties

- Walks the able-bodied beat.
"""


def test_items_whose_sign_a_source_does_not_hold_are_told(desk: Desk) -> None:
    page = (
        "<h1>Cook</h1><h2>Duties</h2><ul><li>Bakes bread.<ul><li>Rye.</li></ul></li></ul>"
        "<ol><li>Cleans.</li></ol><h2>Qualifications</h2><p>A degree.</p>"
    )
    shown = desk.look({"data": b64encode(page.encode()).decode(), "name": "cook.html"})
    # A number is part of the text, and stands there already.
    words = [units(shown["text"], item["from"], item["from"] + 4) for item in shown["items"]]
    assert words == ["Bake", "Rye."]
    assert [item["depth"] for item in shown["items"]] == [0, 1]
    assert desk.look({"text": "# Cook\n\n## Duties\n\n- Bakes bread.\n"})["items"] == []


@pytest.mark.parametrize("as_file", [True, False])
def test_every_posting_of_a_source_is_shown_by_its_name(desk: Desk, as_file: bool) -> None:
    question = {"data": b64encode(JOBS.encode()).decode()} if as_file else {"text": JOBS}
    shown = desk.look({**question, "name": "jobs.json"})
    assert [(one["name"], one["title"]) for one in shown["postings"]] == [
        ("jobs.json[1]", "Clerk 🏫"),
        ("jobs.json[2]", "Guard"),
    ]
    numbers = [
        {number for task in (*one["first"], *one["consider"]) for number in task["findings"]}
        for one in shown["postings"]
    ]
    found = [number for number in numbers[1] if shown["findings"][number]["code"] == "ADA009"]
    assert found
    assert not numbers[0] & set(found)
    place = shown["findings"][found[0]]
    assert units(shown["text"], place["from"], place["to"]) == "able-bodied"
    assert "2 postings" in shown["headline"]
    names = [one["name"] for one in desk.facts({**question, "name": "jobs.json"})["postings"]]
    assert names == ["jobs.json[1]", "jobs.json[2]"]
    parts = [one["part"] for one in desk.check({**question, "name": "jobs.json"})["reports"]]
    assert parts == ["[1]", "[2]"]
    page = desk.report({**question, "name": "jobs.json"})
    assert "jobs.json[1]" in page
    assert "jobs.json[2]" in page


def test_what_stands_above_all_postings_of_a_text_is_found_once(desk: Desk) -> None:
    shown = desk.look({"text": BULLETIN})
    assert [one["title"] for one in shown["postings"]] == ["Clerk", "Guard"]
    assert shown["text"] == BULLETIN
    places = [(one["code"], one["from"], one["to"], one["message"]) for one in shown["findings"]]
    assert len(places) == len(set(places))
    marks = [one["from"] for one in shown["findings"] if one["code"] == "ADA009"]
    assert marks == [m.start() for m in re.finditer("able-bodied", BULLETIN)]


def test_what_would_not_say_the_same_as_markup_is_told_and_not_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = desk.convert({"text": BULLETIN})
    assert [one["changed"] for one in kept["postings"]] == [[], []]
    assert "# Guard" in kept["postings"][1]["text"]
    # A writer that loses a line, which the real one must not.
    write = to_markup
    monkeypatch.setattr(
        "postlint.fix.converted.to_markup",
        lambda posting: write(posting).replace("Reports to: Captain\n", ""),
    )
    first, second = desk.convert({"text": BULLETIN})["postings"]
    assert first["text"] is not None
    assert second["text"] is None
    assert any("reports to" in one for one in second["changed"])
    anyway = desk.convert({"text": BULLETIN, "anyway": True})["postings"][1]
    assert anyway["changed"] == second["changed"]
    assert "# Guard" in anyway["text"]


def test_the_law_is_the_whole_table(desk: Desk) -> None:
    told = {(one["citation"], one["jurisdiction"] or "") for one in desk.law({})["law"]}
    table = resources.files("postlint.rules").joinpath("laws")
    entries = [
        entry
        for file in table.iterdir()
        if file.name.endswith(".toml")
        for key, entry in tomllib.loads(file.read_text(encoding="utf-8")).items()
        # What is advice beyond its law is no law of any rule's own.
        if key not in {"all", "advice-beyond-law"} and isinstance(entry, dict)
    ]
    assert len(entries) > 100
    missing = [
        e["citation"] for e in entries if (e["citation"], e.get("jurisdiction", "")) not in told
    ]
    assert missing == []


def test_the_law_of_a_place_comes_with_what_holds_around_it(desk: Desk) -> None:
    everything, oregon = desk.law({}), desk.law({"jurisdictions": ["US-OR"]})
    places = {one["jurisdiction"] for one in oregon["law"]}
    assert "US" in places
    assert places <= {"US", "US-OR"}
    assert len(everything["law"]) > len(oregon["law"])
    assert all(one["rules"] for one in everything["law"])
    with pytest.raises(postlint.UnknownName):
        desk.law({"jurisdictions": ["Oregano"]})
    with pytest.raises(InvalidRequest, match="as_of"):
        desk.law({"jurisdictions": ["US-OR"], "as_of": "tomorrow"})


def test_a_worker_answers_in_json_and_never_raises() -> None:
    worker = Worker()
    good = json.loads(worker.answer("look", json.dumps({"text": POSTING})))
    assert good["ok"]["findings"]
    bad = json.loads(worker.answer("explain", '{"rule": "ADA01"}'))
    assert bad["problem"]["status"] == 404
    assert "Did you mean" in bad["problem"]["detail"]
    assert json.loads(worker.answer("look", "{"))["problem"]["status"] == 500
