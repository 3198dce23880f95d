"""Every format shows the same reports truly, and harmlessly."""

from __future__ import annotations

import copy
import json
import re
from itertools import pairwise
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from referencing import Registry, Resource

import sample_reports as sample
from postlint.engine.values import plain
from postlint.errors import UnknownName
from postlint.render import FORMATS, Context, make_renderer, render_all
from postlint.render.base import Tally
from postlint.render.cells import Screen, harmless, width, wrap
from postlint.render.excerpt import evidence, excerpt
from postlint.schema import report_schema
from postlint.text.source import SourceText, Span
from sample_reports import everything, show

REPORTS = sample.reports()
SCHEMA = report_schema()
# All that a terminal may act on, or that turns the direction of writing.
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


# ------------------------------------------------------------------ all formats


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("verdicts", [False, True])
def test_every_format_shows_every_report(name: str, verdicts: bool) -> None:
    assert everything(name, verdicts=verdicts)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_results_give_the_same_text(name: str) -> None:
    again = render_all(make_renderer(name, sample.context()), sample.results())
    assert again == everything(name)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("verdicts", [False, True])
def test_no_format_lets_a_posting_reach_the_terminal(name: str, verdicts: bool) -> None:
    assert HARMFUL.findall(everything(name, verdicts=verdicts)) == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_run_without_results_is_whole(name: str) -> None:
    text = render_all(make_renderer(name, sample.context()), ())
    assert text == "" or text.endswith("\n")


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "html"])
def test_a_finding_is_named_by_path_code_and_severity(name: str) -> None:
    text = show(name, "loud")
    for words in ("jobs/loud.posting", "TEST001", "MANPOWER"):
        assert words in text


def test_an_unknown_format_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="'json'"):
        make_renderer("jsn", sample.context())


# ------------------------------------------------------------------------- rich


def underlined(text: str) -> list[str]:
    """Return what stands above each underline, cell by cell."""
    found = []
    lines = text.splitlines()
    for above, below in pairwise(lines):
        if "━" not in below:
            continue
        cells: list[str] = []
        for shown, size in Screen().cells(above):
            if size == 0 and cells:
                cells[-1] += shown
            else:
                cells.extend([shown, *[""] * (size - 1)])
        first, last = below.index("━"), below.rindex("━")
        found.append("".join(cells[first : last + 1]))
    return found


def test_rich_underlines_the_exact_words() -> None:
    assert underlined(show("rich", "related")) == ["manpower", "budget"]


def test_rich_aligns_behind_emoji_and_wide_characters() -> None:
    assert underlined(show("rich", "emoji")) == ["manpower"]


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_rich_cuts_a_long_line_around_the_words(columns: int) -> None:
    text = show("rich", "long", width=columns)
    assert underlined(text) == ["manpower"]
    excerpt = next(line for line in text.splitlines() if "manpower" in line and "│" in line)
    assert excerpt.count("…") == 2
    assert max(width(line) for line in text.splitlines()) <= columns


@pytest.mark.parametrize("columns", [40, 60, 100])
@pytest.mark.parametrize("name", list(sample.TEXTS))
def test_rich_never_runs_over_the_edge(columns: int, name: str) -> None:
    text = show("rich", name, width=columns, verdicts=True)
    assert max(width(line) for line in text.splitlines()) <= columns


def test_rich_says_severity_code_name_and_message() -> None:
    text = show("rich", "loud")
    assert "6:13  error  TEST001 word-to-change\n  'MANPOWER' is loud." in text
    assert "Fix (safe): Write 'staff'" in text


def test_rich_says_nothing_of_a_clean_posting_but_the_count() -> None:
    assert show("rich", "none") == "No findings in 1 file.\n"


def test_rich_says_first_what_to_do_first_and_folds_notes() -> None:
    text = show("rich", "loud", "related", full=False)
    assert "1 thing to fix first." in text
    assert "   1. 'MANPOWER' is loud." in text
    assert underlined(text) == []
    assert "'--full' shows every finding" in text


def test_rich_calls_ready_only_what_every_rule_was_asked_about() -> None:
    ready = "Ready to post: no findings in 1 file.\n"
    assert show("rich", "none", full=False, whole=True) == ready
    assert show("rich", "none", full=False) == "No findings in 1 file.\n"
    assert "Ready" not in show("rich", "suppressed", full=False, whole=True)
    assert "Ready" not in show("rich", "not-a-posting", full=False, whole=True)


@pytest.mark.parametrize("unread", ["untitled", "without_duties"])
def test_rich_calls_nothing_ready_that_was_not_read(unread: str) -> None:
    renderer = make_renderer("rich", sample.context(full=False, whole=True))
    assert "Ready" in render_all(renderer, (REPORTS["none"],))
    setattr(renderer.tally, unread, 1)
    assert renderer.end().startswith("No findings in 1 file; no ")


def test_rich_counts_by_severity_and_names_a_rule_to_read_about() -> None:
    text = everything("rich")
    assert "could not be read" in text
    assert "1 error" in text
    assert "'postlint explain TEST001' says" in text


def test_rich_shows_the_record_with_evidence() -> None:
    text = show("rich", "related", verdicts=True)
    assert "Record of 2 rules: 1 pass, 1 fail" in text
    assert "✓ pass            TEST002 team-is-named\n    The team is named." in text
    assert '    5:13  "- Leads the team"' in text


def test_rich_says_what_is_missing_to_tell() -> None:
    text = show("rich", "cannot-tell", verdicts=True)
    assert "? cannot tell     TEST002 team-is-named\n" in text
    assert "    The text does not settle whether the staff are a team.\n" in text


def test_rich_uses_signs_that_the_screen_has() -> None:
    text = everything("rich", encoding="ascii", verdicts=True)
    assert text.isascii()
    assert "^^^^^^^^" in text


def test_color_changes_nothing_but_the_color() -> None:
    colored = show("rich", "related", "slip", color=True, verdicts=True)
    bare = re.sub("\x1b\\[[0-9;]*m", "", colored)
    plain_text = show("rich", "related", "slip", verdicts=True)
    assert "\x1b[" in colored
    assert [line.rstrip() for line in bare.splitlines()] == plain_text.splitlines()


def test_a_span_over_many_lines_shows_its_first_two() -> None:
    lines = [f"- Duty number {number} of the ward." for number in range(9)]
    text = "# Nurse\n\n## Duties\n\n" + "\n".join(lines) + "\n"
    posting = sample.linter().read(text, kind="markup")
    whole = Span(text.index("Duty number 0"), text.index(" 8 of") + 2)
    rows = excerpt(posting.source, whole, Screen(80), 70)
    assert [row.line for row in rows] == [5, 6, 0]
    assert rows[-1].text == "7 more lines"


def test_evidence_that_is_a_mere_mark_comes_with_its_words() -> None:
    text = "- Leads the work of the whole department and of all who serve in its branches. (E)\n"
    source = SourceText(text)
    place = text.index("(E)")
    assert evidence(source, Span(place, place + 3)).endswith("in its branches. (E)")
    assert evidence(source, Span(place, place + 3)).startswith("… ")
    assert evidence(source, Span(2, 7)) == "- Leads"
    assert evidence(source, Span(2, 16)) == "Leads the work"


# ---------------------------------------------------------------------- concise


def test_concise_is_one_line_a_finding() -> None:
    assert show("concise", "loud") == (
        "jobs/loud.posting:6:13: error TEST001 word-to-change 'MANPOWER' is loud.\n"
    )


def test_concise_counts_columns_in_characters() -> None:
    line = show("concise", "emoji")
    text = sample.TEXTS["emoji"].split("\n")[5]
    assert line.startswith(f"jobs/emoji.posting:6:{text.index('manpower') + 1}: warning")


def test_concise_is_empty_for_a_clean_posting() -> None:
    assert show("concise", "none") == ""


# ------------------------------------------------------------------------- json


def test_json_is_what_its_schema_says() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(everything("json")))


def test_the_schema_describes_every_key_that_is_written() -> None:
    strict = copy.deepcopy(SCHEMA)

    def close(part: object) -> None:
        if isinstance(part, dict):
            if "properties" in part and "oneOf" not in part:
                part.setdefault("additionalProperties", False)
            for value in part.values():
                close(value)
        elif isinstance(part, list):
            for value in part:
                close(value)

    close(strict)
    Draft202012Validator(strict).validate(json.loads(everything("json")))


def test_json_lines_are_what_the_schema_says() -> None:
    registry: Registry[Any] = Registry().with_resource(
        SCHEMA["$id"], Resource.from_contents(SCHEMA)
    )
    validator = Draft202012Validator({"$ref": SCHEMA["$id"] + "#/$defs/line"}, registry=registry)
    lines = everything("jsonl").splitlines()
    assert len(lines) == len(sample.results())
    for line in lines:
        validator.validate(json.loads(line))
    assert not validator.is_valid({"version": 1, "path": "x"})
    assert not validator.is_valid({"version": 2, "path": "x", "reason": "y"})


def test_json_spans_and_ranges_point_at_the_words() -> None:
    found = json.loads(show("json", "emoji"))["reports"][0]["diagnostics"][0]
    text = sample.TEXTS["emoji"]
    start, end = found["span"]
    assert text[start:end] == "manpower"
    line = text.split("\n")[found["range"]["start"]["line"] - 1]
    columns = found["range"]["start"]["column"], found["range"]["end"]["column"]
    assert line[columns[0] - 1 : columns[1] - 1] == "manpower"


def test_json_keeps_the_keys_that_others_read() -> None:
    document = json.loads(show("json", "related"))
    assert document["version"] == 1
    report = document["reports"][0]
    assert set(report) >= {
        "path", "kind", "is_posting", "facts", "sections", "duties", "outcomes", "diagnostics",
        "measures",
    }  # fmt: skip
    assert set(report["outcomes"][0]) >= {"code", "name", "verdict", "severity", "spans", "reason"}
    assert set(report["diagnostics"][0]) >= {
        "code", "name", "severity", "message", "span", "range", "related", "fixes", "url",
    }  # fmt: skip
    assert set(report["duties"][0]) >= {"text", "span", "label", "essential", "bucket"}
    assert report["sections"][0].keys() >= {"heading", "kind", "level", "span", "extent"}


def test_a_sections_span_is_its_heading_and_its_extent_the_whole() -> None:
    text = sample.TEXTS["related"]
    section = json.loads(show("json", "related"))["reports"][0]["sections"][-1]
    assert text[slice(*section["span"])] == "Duties" == section["heading"]
    assert text[slice(*section["extent"])].endswith("manpower.\n")


def test_json_has_failures_and_counts() -> None:
    document = json.loads(everything("json"))
    assert document["failures"] == [
        {"path": "jobs/scan.txt", "reason": "it is a binary file, not text"}
    ]
    assert document["summary"]["unreadable"] == 1
    assert document["summary"]["files"] == len(REPORTS)
    assert document["summary"]["suppressed"] == 1


def test_a_silenced_finding_stays_on_record() -> None:
    report = json.loads(show("json", "suppressed"))["reports"][0]
    assert report["diagnostics"] == []
    silenced = report["suppressed"][0]
    assert silenced["reason"] == "the house word, until we vote"
    assert silenced["diagnostic"]["code"] == "TEST001"


def test_facts_become_plain_values() -> None:
    assert plain(frozenset({"b", "a"})) == ["a", "b"]
    assert plain(Span(1, 2)) == [1, 2]
    assert plain(sample.AUTHORITY)["confidence"] == "high"
    assert plain({"k": (1, None)}) == {"k": [1, None]}


# ------------------------------------------------------------------------ parts


def test_harmless_leaves_ordinary_writing_alone() -> None:
    for text in ("Plain.", "Señor — “E” 漢字 🏥 👩‍💻", "שלום", "e\u0301"):
        assert harmless(text) == text


def test_harmless_shows_what_a_terminal_would_do() -> None:
    assert harmless("a\x1b[2Jb") == "a␛[2Jb"
    assert harmless("a\u202eb") == "a<U+202E>b"
    assert harmless("a\u200bb\tc") == "ab c"
    assert harmless("a\x9bb\ud800") == "a<U+009B>b<U+D800>"


def test_wrapping_loses_no_word_and_keeps_to_the_room() -> None:
    text = "a " + "long" * 30 + " 漢字漢字 tail"
    lines = wrap(text, 20)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(width(line) for line in lines) <= 20


def test_cells_give_one_pair_for_one_character() -> None:
    text = "a👩‍💻e\u0301\x1b漢❤️👍🏽"
    pairs = list(Screen().cells(text))
    assert len(pairs) == len(text)
    assert sum(size for _, size in pairs) == 1 + 2 + 1 + 1 + 2 + 2 + 2


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ((), "Nothing was checked."),
        (("none",), "No findings in 1 file."),
        (("none", "loud", "related"), "2 findings in 2 of 3 files: 1 error, 1 warning."),
        (
            ("none", "not-a-posting"),
            "1 finding in 1 of 2 files: 1 note; 1 does not read as a posting.",
        ),
        (("suppressed",), "No findings in 1 file; 1 finding silenced by the postings themselves."),
    ],
)
def test_the_tally_says_its_counts(names: tuple[str, ...], sentence: str) -> None:
    tally = Tally()
    for name in names:
        tally.add(REPORTS[name])
    assert tally.sentence() == sentence


def test_a_context_is_made_without_a_screen() -> None:
    bare = Context(producer=sample.context().producer)
    assert "No findings" in render_all(make_renderer("rich", bare), (REPORTS["none"],))
