"""What programs read is valid: a real run with every pack that ships and a house rule.

The schemas of others are written here from what they publish: GitLab's page on
code quality, reviewdog's on its diagnostic format, GitHub's on workflows,
JUnit's and Checkstyle's forms as their readers take them. SARIF's own is in
`schemas/`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml  # type: ignore[import-untyped]  # it has no types
from jsonschema import Draft4Validator, Draft202012Validator  # type: ignore[import-untyped]

from postlint.__main__ import main
from postlint.config.schema import config_schema
from postlint.packs.registry import load_packs
from postlint.render.pages import page_address
from postlint.run.settings_schema import settings_schema
from postlint.schema import report_schema

ROOT = Path(__file__).parents[1]
SARIF = ROOT / "tests" / "schemas" / "sarif-2.1.0-rtm.5.json"
POSTING = """# Director of Technology 🏫

Organization: Alder Unified School District
Location: Salem, Oregon

## Duties

- Leads the technology plan 🏥 with synergy & <care>. (E)
- Hires the foreman and the salesmen.

%% postlint: ignore EQTY014 -- the agreement says so

- He plans the "work" of nine.

## Qualifications

- A degree. [insert degree]
"""
TWO = "".join(
    f"# {title}\n\nReports to: Principal\n\n## Duties\n\n- Hires the foreman.\n- He plans.\n\n"
    "## Qualifications\n\n- A degree.\n\n"
    for title in ("Director of Technology", "School Nurse")
)
HOUSE = """[[rule]]
code = "ALDER001"
name = "house-word"
message = "'{words}' says little; try {use}."
severity = "error"
words = [{ find = ["synergy"], use = ["help"] }]
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what one run writes, by format: findings, a file that cannot be read, a house rule."""
    folder = tmp_path_factory.mktemp("run")
    (folder / "a b.posting").write_text(POSTING, encoding="utf-8")
    (folder / "two.md").write_text(TWO, encoding="utf-8")
    (folder / "clean.txt").write_text("Minutes of the meeting, item one.\n", encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    (folder / "house.toml").write_text(HOUSE, encoding="utf-8")
    (folder / "postlint.toml").write_text(
        'rule-files = ["house.toml"]\nselect = ["ALL"]\n', encoding="utf-8"
    )
    names = ("json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson")
    asked = [part for name in names for part in ("--format", f"{name}={folder / name}.out")]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["check", ".", "--verdicts", *asked]) == 2
    return {name: (folder / f"{name}.out").read_text(encoding="utf-8") for name in names}


def faults(schema: dict[str, Any], document: object) -> list[str]:
    Draft202012Validator.check_schema(schema)
    return [
        f"{e.json_path}: {e.message}" for e in Draft202012Validator(schema).iter_errors(document)
    ]


def closed(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}


def test_json_and_json_lines_are_what_our_schema_says(written: dict[str, str]) -> None:
    document = json.loads(written["json"])
    assert faults(report_schema(), document) == []
    assert "ALDER001" in written["json"]
    lines = [json.loads(line) for line in written["jsonl"].splitlines()]
    line = {**report_schema(), "$ref": "#/$defs/line"}
    for key in ("type", "properties", "required", "additionalProperties", "$id"):
        line.pop(key, None)
    assert [each for one in lines for each in faults(line, one)] == []
    assert len(lines) >= len(document["reports"])


def rules_of(run: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rules that a run of SARIF describes."""
    found: list[dict[str, Any]] = run["tool"]["driver"]["rules"]
    return found


def test_only_our_own_rules_have_a_page_in_our_documentation(written: dict[str, str]) -> None:
    reports = json.loads(written["json"])["reports"]
    urls = {found["code"]: found["url"] for one in reports for found in one["diagnostics"]}
    assert urls["ALDER001"] is None
    assert urls["EQTY013"] == "reference/rules/gendered-title.html"
    assert page_address("https://a.example/d/", "x/y.html") == "https://a.example/d/x/y.html"
    in_repository = page_address("https://a.example/o/p/tree/v1/docs", "x/y.html")
    assert in_repository == "https://a.example/o/p/tree/v1/docs/x/y.md"


def test_sarif_is_what_its_schema_says(written: dict[str, str]) -> None:
    document = json.loads(written["sarif"])
    schema = json.loads(SARIF.read_text(encoding="utf-8"))
    assert [error.message[-80:] for error in Draft4Validator(schema).iter_errors(document)] == []
    (run,) = document["runs"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(ids) == len(set(ids))
    assert {result["ruleId"] for result in run["results"]} <= set(ids)
    # Gaps in messages are numbers, as SARIF has them.
    gaps = re.findall(r"\{([^}]*)\}", json.dumps([r["messageStrings"] for r in rules_of(run)]))
    assert [gap for gap in gaps if gap.isalpha()] == []
    house = next(rule for rule in rules_of(run) if rule["id"] == "ALDER001")
    (wording,) = house["messageStrings"].values()
    assert wording["text"] == "'{0}' says little; try {1}."
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]


def test_gitlab_is_what_its_page_asks_for(written: dict[str, str]) -> None:
    severities = ["info", "minor", "major", "critical", "blocker"]
    entry = closed(
        {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": severities},
            "location": closed(
                {"path": TEXT, "lines": closed({"begin": COUNT, "end": COUNT}, "begin")},
                "path",
                "lines",
            ),
        },
        "description",
        "check_name",
        "fingerprint",
        "severity",
        "location",
    )
    document = json.loads(written["gitlab"])
    assert faults({"type": "array", "items": entry, "minItems": 1}, document) == []
    # Of equal ones only the first is shown.
    prints = [each["fingerprint"] for each in document]
    assert len(prints) == len(set(prints))
    assert not any(Path(each["location"]["path"]).is_absolute() for each in document)


def test_rdjson_is_what_its_page_says(written: dict[str, str]) -> None:
    position = closed({"line": COUNT, "column": COUNT}, "line")
    range_ = closed({"start": position, "end": position}, "start")
    location = closed({"path": TEXT, "range": range_}, "path")
    entry = closed(
        {
            "message": TEXT,
            "location": location,
            "severity": {"enum": ["ERROR", "WARNING", "INFO", "UNKNOWN_SEVERITY"]},
            "code": closed({"value": TEXT, "url": TEXT}, "value"),
            "suggestions": {
                "type": "array",
                "items": closed({"range": range_, "text": {"type": "string"}}, "range", "text"),
            },
            "relatedLocations": {"type": "array"},
            "originalOutput": {"type": "string"},
        },
        "message",
        "location",
    )
    source = closed({"name": TEXT, "url": TEXT}, "name")
    document = json.loads(written["rdjson"])
    schema = closed(
        {"source": source, "severity": TEXT, "diagnostics": {"type": "array", "items": entry}},
        "diagnostics",
    )
    assert faults(schema, document) == []
    # Columns count bytes of UTF-8: an emoji before the words is four of them.
    (found,) = [each for each in document["diagnostics"] if "synergy" in each["message"]]
    line = POSTING.split("\n")[found["location"]["range"]["start"]["line"] - 1]
    start = found["location"]["range"]["start"]["column"] - 1
    end = found["location"]["range"]["end"]["column"] - 1
    assert line.encode()[start:end] == b"synergy"


def test_junit_is_what_its_readers_take(written: dict[str, str]) -> None:
    root = ElementTree.fromstring(written["junit"])  # noqa: S314  # our own
    assert root.tag == "testsuites"
    suites = list(root)
    assert {suite.tag for suite in suites} == {"testsuite"}
    for suite in suites:
        cases = suite.findall("testcase")
        assert suite.get("name")
        assert int(suite.get("tests", "-1")) == len(cases)
        assert int(suite.get("failures", "-1")) == sum(c.find("failure") is not None for c in cases)
        assert int(suite.get("errors", "0")) == sum(c.find("error") is not None for c in cases)
        for case in cases:
            assert case.get("name")
            assert case.get("classname")
            assert {part.tag for part in case} <= {
                "failure", "error", "skipped", "system-out", "system-err", "properties"
            }  # fmt: skip
            for part in case:
                assert part.tag not in ("failure", "error") or part.get("message")
    for name in ("tests", "failures", "errors"):
        if root.get(name) is not None:
            assert int(root.get(name, "0")) == sum(int(s.get(name, "0")) for s in suites)


def test_checkstyle_is_what_its_readers_take(written: dict[str, str]) -> None:
    root = ElementTree.fromstring(written["checkstyle"])  # noqa: S314  # our own
    assert root.tag == "checkstyle"
    assert root.get("version")
    errors = [error for file in root for error in file]
    assert errors
    assert {file.tag for file in root} == {"file"}
    assert all(file.get("name") for file in root)
    for error in errors:
        assert error.tag == "error"
        assert set(error.keys()) <= {"line", "column", "severity", "message", "source"}
        assert int(error.get("line", "0")) >= 1 or error.get("line") is None
        assert error.get("severity") in ("error", "warning", "info", "ignore")
        assert error.get("message")
        assert error.get("source")


def test_github_annotations_are_commands(written: dict[str, str]) -> None:
    lines = written["github"].splitlines()
    assert lines
    form = re.compile(
        r"::(error|warning|notice) (?:[a-zA-Z]+=[^,:\r\n]*)(?:,[a-zA-Z]+=[^,:\r\n]*)*::\S.*\Z"
    )
    assert [line for line in lines if line.startswith("::") and not form.match(line)] == []
    assert any("title=" in line and "file=a b.posting" in line for line in lines)


# ------------------------------------------------------------ settings and workflows


@pytest.mark.parametrize(
    ("settings", "right"),
    [
        ({"select": ["ADA", "eeo-statement-missing"], "ignore": "POST012"}, True),
        ({"extends": ["legal-only", "our-settings:hr/base.toml", "../base.toml"]}, True),
        ({"rules": {"leadership-duty-share": {"least-duties": 3}}}, True),
        ({"employer": {"jurisdictions": ["US-OR"]}}, True),
        ({"ignore": ["eo-statement-missing"]}, False),
        ({"per-file": [{"files": "old/*", "ignore": ["LEED"]}]}, False),
        ({"severity": {"LEED": "info"}}, False),
        ({"extends": "legal"}, False),
        ({"rules": {"leadership-duty-share": {"lest-duties": 3}}}, False),
        ({"rules": {"leadership-duty-share": {"least-duties": "3"}}}, False),
        ({"employer": {"jurisdictions": ["Oregon"]}}, False),
    ],
)
def test_the_schema_of_settings_names_rules_options_presets_and_places(
    settings: dict[str, Any], right: bool
) -> None:
    schema = settings_schema(load_packs())
    assert (faults(schema, settings) == []) is right
    # What comes with the package knows no packs, and takes whatever this one takes.
    assert faults(config_schema(), settings) == [] or not right


def test_every_rule_is_in_the_schema_of_settings() -> None:
    schema = settings_schema(load_packs())
    for rule in load_packs().rules:
        assert rule.meta.name in schema["properties"]["rules"]["properties"]
        assert faults(schema, {"select": [rule.meta.code, rule.meta.name]}) == []


STEP = closed(
    {
        "name": TEXT,
        "id": TEXT,
        "if": {"type": ["string", "boolean"]},
        "uses": {"type": "string", "pattern": r"^[\w.-]+/[\w./-]+@[\w.-]+$|^\./"},
        "with": {"type": "object"},
        "run": TEXT,
        "shell": TEXT,
        "env": {"type": "object"},
        "continue-on-error": {"type": ["boolean", "string"]},
        "working-directory": TEXT,
    }
) | {"oneOf": [{"required": ["uses"]}, {"required": ["run"]}]}
WORKFLOW = closed(
    {
        "name": TEXT,
        # YAML 1.1 reads the key `on` as true.
        "on": {"type": ["string", "array", "object"]},
        "permissions": {"type": ["string", "object"]},
        "env": {"type": "object"},
        "jobs": {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": closed(
                {
                    "name": TEXT,
                    "runs-on": {"type": ["string", "array"]},
                    "permissions": {
                        "type": "object",
                        "additionalProperties": {"enum": ["read", "write", "none"]},
                    },
                    "strategy": {"type": "object"},
                    "env": {"type": "object"},
                    "steps": {"type": "array", "items": STEP, "minItems": 1},
                },
                "runs-on",
                "steps",
            ),
        },
    },
    "on",
    "jobs",
)


def blocks(page: str) -> list[Any]:
    text = (ROOT / "docs" / "how-to" / page).read_text(encoding="utf-8")
    return [
        yaml.safe_load(block) for block in re.findall(r"```yaml[^\n]*\n(.*?)```", text, re.DOTALL)
    ]


def test_workflows_of_the_docs_are_workflows() -> None:
    found = blocks("github-actions.md")
    assert found
    for workflow in found:
        if isinstance(workflow, list):  # steps to put among others
            assert faults({"type": "array", "items": STEP}, workflow) == []
            continue
        workflow["on"] = workflow.pop(True, workflow.get("on"))
        assert faults(WORKFLOW, workflow) == []


def test_jobs_of_the_docs_for_gitlab_are_jobs() -> None:
    job = {
        "type": "object",
        "properties": {
            "image": {"type": ["string", "object"]},
            "stage": TEXT,
            "script": {"type": ["string", "array"]},
            "before_script": {"type": ["string", "array"]},
            "allow_failure": {"type": ["boolean", "object"]},
            "rules": {"type": "array"},
            "artifacts": closed(
                {
                    "when": {"enum": ["on_success", "on_failure", "always"]},
                    "paths": {"type": "array"},
                    "expire_in": TEXT,
                    "reports": {
                        "type": "object",
                        "properties": {"codequality": {}, "junit": {}, "sast": {}},
                        "additionalProperties": False,
                    },
                }
            ),
        },
        "required": ["script"],
        "additionalProperties": False,
    }
    found = blocks("gitlab.md")
    assert found
    for document in found:
        assert (
            faults({"type": "object", "additionalProperties": job, "minProperties": 1}, document)
            == []
        )


def test_the_hooks_of_the_docs_are_hooks() -> None:
    hook = closed(
        {
            "id": {"enum": ["postlint", "postlint-fmt"]},
            "files": TEXT,
            "exclude": TEXT,
            "args": {"type": "array", "items": {"type": "string"}},
            "types": {"type": "array"},
            "additional_dependencies": {"type": "array", "items": TEXT},
            "name": TEXT,
            "entry": TEXT,
            "language": {"enum": ["system", "python"]},
            "require_serial": {"type": "boolean"},
        },
        "id",
    )
    repo = closed(
        {"repo": TEXT, "rev": TEXT, "hooks": {"type": "array", "items": hook, "minItems": 1}},
        "repo",
        "hooks",
    )
    schema = closed({"repos": {"type": "array", "items": repo, "minItems": 1}}, "repos")
    found = [block for block in blocks("pre-commit.md") if isinstance(block, dict)]
    assert found
    assert [each for block in found for each in faults(schema, block)] == []
