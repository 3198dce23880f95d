"""The formats that other programs read say what those programs expect."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator  # type: ignore[import-untyped]

import sample_reports as sample
from postlint.errors import SourceError
from postlint.render import make_renderer, render_all
from postlint.render.paths import slashed, uri
from postlint.text.diagnostics import Severity
from sample_reports import everything, show

REPORTS = sample.reports()
SARIF = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"


def xml(text: str) -> ET.Element:
    return ET.fromstring(text.encode())  # noqa: S314  # our own output


# ------------------------------------------------------------------------ sarif


def sarif(*texts: str, **look: Any) -> dict[str, Any]:
    document = json.loads(show("sarif", *texts, **look))
    return dict(document["runs"][0])


@pytest.mark.parametrize("verdicts", [False, True])
def test_sarif_is_what_its_schema_says(verdicts: bool) -> None:
    schema = json.loads(SARIF.read_text(encoding="utf-8"))
    validator = Draft4Validator(schema)
    for text in (everything("sarif", verdicts=verdicts), show("sarif")):
        errors = [
            f"{error.json_path}: {error.message}"
            for error in validator.iter_errors(json.loads(text))
        ]
        assert errors == []


def test_sarif_counts_columns_in_code_points() -> None:
    run = sarif("emoji")
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    text = sample.TEXTS["emoji"]
    start = region["charOffset"]
    assert text[start : start + region["charLength"]] == "manpower"
    line = text.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "manpower"


def test_sarif_has_verdicts_as_kinds_when_asked() -> None:
    texts = ("none", "related", "cannot-tell", "emoji")
    kinds = {result["kind"] for result in sarif(*texts)["results"]}
    assert kinds == {"fail"}
    results = sarif(*texts, "application", verdicts=True)["results"]
    assert {result["kind"] for result in results} == {"fail", "pass", "notApplicable", "review"}
    assert all((result["kind"] == "fail") == (result["level"] != "none") for result in results)


def test_sarif_rules_carry_help_citations_and_tags() -> None:
    run = sarif("related")
    result = run["results"][0]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"] == "TEST001"
    assert "## What it checks" in rule["help"]["markdown"]
    assert "A handbook, page 3" in rule["properties"]["citations"][0]
    assert rule["properties"]["tags"] == ["test", "law", "wording"]
    assert rule["defaultConfiguration"]["level"] == "warning"


def test_sarif_has_fixes_related_places_and_fingerprints() -> None:
    result = sarif("related")["results"][0]
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"]["text"] == "staff"
    assert replacement["deletedRegion"]["charLength"] == len("manpower")
    assert result["relatedLocations"][0]["message"]["text"] == "The budget is here."
    assert re.fullmatch("[0-9a-f]{16}", result["partialFingerprints"]["postlint/v1"])


def test_sarif_keeps_silenced_findings_with_their_reason() -> None:
    (result,) = sarif("suppressed")["results"]
    (suppression,) = result["suppressions"]
    assert suppression["kind"] == "inSource"
    assert suppression["justification"] == "the house word, until we vote"


def test_sarif_says_what_could_not_be_read() -> None:
    run = json.loads(everything("sarif"))["runs"][0]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notice,) = invocation["toolExecutionNotifications"]
    assert notice["message"]["text"] == "jobs/scan.txt: it is a binary file, not text"


# ----------------------------------------------------------------------- github


def test_github_has_one_command_a_finding() -> None:
    assert show("github", "loud") == (
        "::error file=jobs/loud.posting,line=6,endLine=6,title=TEST001 word-to-change,"
        "col=13,endColumn=21::'MANPOWER' is loud.\n"
    )


def test_github_commands_cannot_be_forged() -> None:
    posting = "# Nurse\n\n##a%0A::error::b\r##c,d=e:f\n\n## Duties\n\n- Leads.\n"
    report = sample.linter().check(posting, kind="markup", path="a,b:c%\n::x.posting")
    text = render_all(make_renderer("github", sample.context()), (report,))
    assert all(
        line.startswith("::warning file=a%2Cb%3Ac%25 %3A%3Ax.posting,")
        for line in text.splitlines()
    )
    assert "%250A" in text


# ----------------------------------------------------------------------- gitlab


def test_gitlab_entries_have_what_gitlab_asks_for() -> None:
    entries = json.loads(everything("gitlab"))
    for entry in entries:
        assert entry["description"]
        assert entry["check_name"]
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["path"].startswith("jobs/")
        assert entry["location"]["lines"]["begin"] >= 1
    fingerprints = [entry["fingerprint"] for entry in entries]
    assert len(set(fingerprints)) == len(fingerprints)


def test_gitlab_fingerprints_differ_for_equal_findings_and_outlive_edits_above() -> None:
    twice = "# Nurse\n\n## Duties\n\n- Leads.\n\n##Pay\n\n##Pay\n"
    moved = twice.replace("- Leads.", "- Leads.\n- Plans.\n\nMore words.")

    def fingerprints(text: str) -> list[str]:
        report = sample.linter().check(text, kind="markup", path="x")
        shown = render_all(make_renderer("gitlab", sample.context()), (report,))
        return [entry["fingerprint"] for entry in json.loads(shown)]

    assert len(set(fingerprints(twice))) == 2
    assert fingerprints(twice) == fingerprints(moved)


def test_gitlab_without_findings_is_an_empty_list() -> None:
    assert json.loads(show("gitlab", "none")) == []


# ------------------------------------------------------------------------ junit


def test_junit_has_a_suite_for_each_file_and_a_test_for_each_rule() -> None:
    root = xml(everything("junit"))
    suites = root.findall("testsuite")
    assert len(suites) == len(sample.results())
    for suite in suites:
        cases = suite.findall("testcase")
        assert int(suite.get("tests", "")) == len(cases)
        for kind, tag in (("failures", "failure"), ("skipped", "skipped"), ("errors", "error")):
            assert int(suite.get(kind, "")) == len(suite.findall(f"testcase/{tag}"))
    for key in ("tests", "failures", "skipped", "errors"):
        assert int(root.get(key, "")) == sum(int(suite.get(key, "")) for suite in suites)


def test_junit_fails_at_the_limit_and_not_below() -> None:
    context = sample.context()
    results = (REPORTS["related"], REPORTS["loud"])
    for limit, failures in (
        (Severity.INFO, 2),
        (Severity.WARNING, 2),
        (Severity.ERROR, 1),
        (None, 0),
    ):
        renderer = make_renderer("junit", context._replace(limit=limit))
        assert len(xml(render_all(renderer, results)).findall(".//failure")) == failures


def test_junit_says_why_a_rule_was_not_asked() -> None:
    root = xml(show("junit", "cannot-tell"))
    (skipped,) = root.findall(".//skipped")
    assert (
        skipped.get("message")
        == "cannot-tell: The text does not settle whether the staff are a team."
    )


# ------------------------------------------------------------ checkstyle, rdjson


def test_checkstyle_has_place_severity_and_source() -> None:
    root = xml(everything("checkstyle"))
    (error,) = root.findall("file[@name='jobs/loud.posting']/error")
    assert error.attrib == {
        "line": "6",
        "column": "13",
        "severity": "error",
        "message": "'MANPOWER' is loud.",
        "source": "postlint.TEST001",
    }
    assert root.find("file[@name='jobs/none.posting']") is None
    assert root.find("file[@name='jobs/scan.txt']/error") is not None


def test_rdjson_counts_columns_in_bytes_and_suggests() -> None:
    (found,) = json.loads(show("rdjson", "emoji"))["diagnostics"]
    line = sample.TEXTS["emoji"].split("\n")[5].encode()
    start, end = found["location"]["range"]["start"], found["location"]["range"]["end"]
    assert line[start["column"] - 1 : end["column"] - 1] == b"manpower"
    assert found["suggestions"] == [{"range": found["location"]["range"], "text": "staff"}]
    assert found["severity"] == "WARNING"
    assert len(json.loads(everything("rdjson"))["diagnostics"]) > 5


# ---------------------------------------------------------------------- grouped


def test_grouped_names_each_rule_once_with_all_its_places() -> None:
    text = show("grouped", "emoji", "related", "slip")
    assert text.startswith(
        "2 things to fix first.\n\nTEST001 word-to-change  2 findings, warning\n"
    )
    assert text.count("'manpower' has a plainer word.") == 1
    assert "    jobs/emoji.posting:6:" in text
    assert "    jobs/related.posting:6:" in text
    assert "POST001 heading-without-blank  1 finding, warning" in text
    assert text.endswith("3 findings in 3 files: 3 warnings.\n")


# ------------------------------------------------------------------------ paths


def test_paths_for_programs() -> None:
    assert slashed("./jobs/a.txt") == "jobs/a.txt"
    assert uri("jobs/a b#c?.txt") == "jobs/a%20b%23c%3F.txt"
    assert uri("/tmp/ü.txt") == "file:///tmp/%C3%BC.txt"  # noqa: S108  # nothing is written
    assert uri(None) == "posting"
    assert uri("a\udcff") == "a%FF"


def test_every_program_format_stands_odd_paths() -> None:
    odd = SourceError('<a&"b">\x00\x1b[0m\udcff]]>.txt', "it is <odd> & \x00 ]]>")
    for name in ("junit", "checkstyle"):
        xml(render_all(make_renderer(name, sample.context()), (odd,)))
    for name in ("json", "jsonl", "sarif", "gitlab", "rdjson"):
        json.loads(render_all(make_renderer(name, sample.context()), (odd,)))
