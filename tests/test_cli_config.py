"""Configuration, fixes, baselines and choosing files, as people use them: by the command."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import postlint
from documents import write
from postlint.config.schema import config_schema, schema_text
from postlint.config.shape import structure

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")

ROOT = Path(__file__).parents[1]
COOK = "# Cook\n\n## Duties\n\n- Bakes bread.\n- Stirs soup.\n- Washes up.\n"
# No rule's silence is needed here, and a fix removes it.
UNUSED = COOK + "\n## Pay\n\n%% postlint: ignore ADA004 -- once needed\n\nSalary: $20 per hour\n"
HOUSE = """[[rule]]
code = "RIV001"
name = "soup"
severity = "warning"
message = "'{words}' is not for cooks."
phrases = ["soup"]
"""
ONLY = ("--select", "ADA004,EQTY001", "--format", "concise")


pytestmark = pytest.mark.usefixtures("folder")


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "postlint", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200"},
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def git(folder: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


# ---------------------------------------------------------------- configuration


def test_the_nearest_file_holds_and_the_command_line_stands_over_it(folder: Path) -> None:
    write(folder, "postlint.toml", 'select = ["EQTY001"]\nfail-on = "error"\n')
    write(folder, "a.posting", COOK)
    write(folder, "deep/postlint.toml", 'select = ["ADA001"]\nfail-on = "note"\n')
    write(folder, "deep/b.posting", COOK)
    done = run("check", ".", "--format", "json")
    asked = {
        report["path"]: [row["code"] for row in report["outcomes"]]
        for report in json.loads(done.stdout)["reports"]
    }
    assert asked == {"a.posting": ["EQTY001"], os.path.join("deep", "b.posting"): ["ADA001"]}  # noqa: PTH118
    assert done.returncode == 1  # a note in deep, where one is enough to fail
    assert run("check", "a.posting").returncode == 0
    assert run("check", "a.posting", "--fail-on", "warning").returncode == 1
    over = run("check", "a.posting", "--select", "ADA001", "--format", "json")
    assert [row["code"] for row in json.loads(over.stdout)["reports"][0]["outcomes"]] == ["ADA001"]
    alone = run("check", "a.posting", "--isolated", "--format", "json")
    assert len(json.loads(alone.stdout)["reports"][0]["outcomes"]) > 20
    named = run("check", "a.posting", "--config", "deep/postlint.toml", "--format", "json")
    assert [row["code"] for row in json.loads(named.stdout)["reports"][0]["outcomes"]] == ["ADA001"]


def test_rules_are_asked_besides_what_files_and_options_select(folder: Path) -> None:
    write(folder, "postlint.toml", 'select = ["EQTY001"]\nextend-select = ["ADA001"]')
    write(folder, "a.posting", COOK)

    def asked(*options: str) -> list[str]:
        done = run("check", "a.posting", "--format", "json", *options)
        return sorted(row["code"] for row in json.loads(done.stdout)["reports"][0]["outcomes"])

    assert asked("--extend-select", "LEAD001") == ["ADA001", "EQTY001", "LEAD001"]
    assert asked("--select", "EQTY002", "--extend-select", "LEAD001,ADA002") == [
        "ADA002",
        "EQTY002",
        "LEAD001",
    ]
    assert asked("--extend-select", "LEAD001", "--ignore", "ADA001") == ["EQTY001", "LEAD001"]


def test_ignoring_on_the_command_line_adds(folder: Path) -> None:
    write(folder, "postlint.toml", 'select = ["ADA001", "EQTY001", "EQTY002"]\nignore = ["ADA001"]')
    write(folder, "a.posting", COOK)
    done = run("check", "a.posting", "--ignore", "EQTY002", "--format", "json")
    assert [r["code"] for r in json.loads(done.stdout)["reports"][0]["outcomes"]] == ["EQTY001"]


def test_what_a_file_says_of_the_employer_reaches_the_rules(folder: Path) -> None:
    write(folder, "a.posting", COOK)
    before = run("check", "a.posting", "--select", "EQTY001", "--format", "json")
    write(folder, "postlint.toml", "[employer]\nequal-opportunity-notice = true\n")
    after = run("check", "a.posting", "--select", "EQTY001", "--format", "json")
    found = [json.loads(done.stdout)["reports"][0]["outcomes"][0] for done in (before, after)]
    assert found[0] != found[1]


def test_every_fault_of_every_configuration_is_a_line_and_nothing_is_checked(folder: Path) -> None:
    write(folder, "a.posting", COOK)
    write(folder, "postlint.toml", 'selct = ["ADA"]\n\n[severity]\nADA001 = "eror"\n')
    write(folder, "deep/postlint.toml", '\nselect = ["ADA9"]\n')
    write(folder, "deep/b.posting", COOK)
    done = run("check", "a.posting", "deep/b.posting", "--format", "json")
    assert (done.returncode, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert lines[0].endswith("postlint.toml:1: selct is no setting. Did you mean 'select'?")
    assert "postlint.toml:4: severity.ADA001 must be one of" in lines[1]
    assert "postlint.toml:2: select: There is no rule, family or tag 'ADA9'" in lines[2]
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "[rules.leadership-duty-share]\nlest = 3\n",
            ":2: rules.leadership-duty-share.lest: lest is no",
        ),
        ('[severity]\nADA01 = "info"\n', ":2: severity.ADA01: There is no rule"),
        ("[[per-file]]\nfiles = ['*']\nignore = ['NOPE']\n", ":3: per-file[0].ignore: There is no"),
        ("extends = 'k13'\n", "extends must name a .toml file or a preset"),
        ("select = [\n", "is not TOML"),
        ("baseline = 'gone.json'\n", "gone.json: the baseline cannot be read: there is no such"),
        ("rule-files = ['gone.toml']\n", "gone.toml: cannot be read"),
    ],
)
def test_a_configuration_that_cannot_be_used_exits_with_2(
    folder: Path, text: str, words: str
) -> None:
    write(folder, "postlint.toml", text)
    write(folder, "a.posting", COOK)
    done = run("check", "a.posting")
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_one_may_not_ask_for_a_file_and_for_none() -> None:
    done = run("check", ".", "--config", "x.toml", "--isolated")
    assert done.returncode == 2
    assert "give one" in done.stderr
    assert "x.toml: cannot be read" in run("config", "--config", "x.toml").stderr


def test_config_shows_values_and_where_they_came_from(folder: Path) -> None:
    write(folder, "base.toml", 'fail-on = "error"\n[severity]\nADA001 = "info"\n')
    write(
        folder,
        "postlint.toml",
        'extends = ["base.toml", "k12"]\nignore = ["EQTY"]\n'
        '[[per-file]]\nfiles = ["old/**"]\nignore = ["LEAD"]\n',
    )
    document: dict[str, Any] = json.loads(run("config", "old/a.txt", "--format", "json").stdout)
    shown = {row["key"]: row for row in document["settings"]}
    assert shown["fail-on"]["value"] == "error"
    assert Path(shown["fail-on"]["origin"]).name == "base.toml"
    assert shown["severity.ADA001"]["value"] == "note"
    assert (shown["employer.kind"]["value"], shown["employer.kind"]["origin"]) == (
        "school",
        "preset k12",
    )
    assert shown["ignore"]["value"] == ["EQTY", "LEAD"]
    assert shown["ignore"]["origin"].startswith("per-file in ")
    assert shown["exclude"]["origin"] == "default"
    assert not [code for code in document["rules"] if code.startswith(("EQTY", "LEAD"))]
    table = run("config").stdout
    assert 'fail-on = "error"' in table
    assert "# preset k12" in table


def test_init_writes_a_starter_that_changes_nothing_and_never_overwrites(folder: Path) -> None:
    write(folder, "a.posting", COOK)
    before = run("check", "a.posting").stdout
    assert run("init").returncode == 0
    path = folder / "postlint.toml"
    text = path.read_text(encoding="utf-8")
    assert run("check", "a.posting").stdout == before
    again = run("init")
    assert again.returncode == 2
    assert "it is there already" in again.stderr
    assert path.read_text(encoding="utf-8") == text
    assert run("init", "no/such/folder").returncode == 2


def test_every_line_of_the_starter_can_be_used() -> None:
    place = ROOT / "src" / "postlint" / "config" / "starter.toml"
    lines = place.read_text(encoding="utf-8").split("\n")
    live = [
        line.removeprefix("# ")
        for line in lines
        if (line.startswith("# ") and (" = " in line or line.startswith("# [")))
        or line.startswith("[")
    ]
    config, faults = structure(tomllib.loads("\n".join(live)))
    assert faults == []
    assert config is not None
    assert config.employer.employees == 120


def test_the_schema_shipped_is_the_one_the_classes_make() -> None:
    path = ROOT / "src" / "postlint" / "schema" / "config-1.json"
    assert path.read_text(encoding="utf-8") == schema_text(), "python -m postlint.config.schema"
    jsonschema.Draft202012Validator.check_schema(config_schema())


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('select = "ADA"\n[employer]\nkind = "city"\nas-of = 2027-01-15\n', True),
        ('[[per-file]]\nfiles = ["*"]\nas = "text"\nseverity = { ADA001 = "info" }\n', True),
        ('[severity]\nADA001 = "note"\n', True),
        ("[rules.leadership-duty-share]\nany = 3\n[limits]\nseconds = 3\n", True),
        ('selct = "ADA"\n', False),
        ('[employer]\nkind = "village"\n', False),
        ('[[per-file]]\nignore = ["ADA"]\n', False),
        ("[limits]\nseconds = '3'\n", False),
        ("[suppressions]\nrequire-reason = 1\n", False),
    ],
)
def test_the_schema_takes_what_postlint_takes(text: str, right: bool) -> None:
    table = tomllib.loads(text)
    assert (structure(table)[0] is not None) is right
    as_json = json.loads(json.dumps(table, default=str))
    assert jsonschema.Draft202012Validator(config_schema()).is_valid(as_json) is right


# ------------------------------------------------------------------ which files


def test_folders_respect_git_and_the_configuration(folder: Path) -> None:
    git(folder, "init", "--quiet")
    write(folder, ".gitignore", "/drafts/\n*.txt\n!kept.txt\n")
    for name in ("drafts/a.posting", "b.txt", "kept.txt", "deep/c.posting", "deep/x/d.md", "e.json",
                 "old/f.posting", "g.html", "deep/mine.posting"):  # fmt: skip
        write(folder, name, COOK)
    write(folder, "deep/.gitignore", "x/\r\nmine.posting\r\n")
    write(folder, "postlint.toml", 'exclude = ["old/**"]\ninclude = ["e.json"]\n')

    def checked(*arguments: str) -> list[str]:
        done = run("check", *arguments, "--format", "jsonl", "--exit-zero")
        return [Path(json.loads(line)["path"]).as_posix() for line in done.stdout.splitlines()]

    assert checked(".") == ["e.json", "g.html", "kept.txt", "deep/c.posting"]
    assert checked("deep") == ["deep/c.posting"]
    assert checked("drafts") == ["drafts/a.posting"]  # it was named
    assert checked("old/f.posting", "b.txt") == ["old/f.posting", "b.txt"]
    assert checked("old/f.posting", "g.html", "--force-exclude") == ["g.html"]
    assert checked(".", "--exclude", "*.html", "--exclude", "deep") == ["e.json", "kept.txt"]
    assert "b.txt" not in checked(".", "--include", "old/*")


def test_since_checks_what_a_revision_changed(folder: Path) -> None:
    git(folder, "init", "--quiet")
    for name in ("a.posting", "b.posting", "deep/c.posting"):
        write(folder, name, COOK)
    # A repository must not make postlint run anything.
    trap = write(folder, "trap.sh", "#!/bin/sh\ntouch trapped\n")
    trap.chmod(0o755)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "first")
    git(folder, "config", "core.fsmonitor", str(trap))
    git(folder, "config", "diff.external", str(trap))
    (folder / "trapped").unlink(missing_ok=True)
    write(folder, "b.posting", COOK + "- Sings.\n")
    write(folder, "new.posting", COOK)
    done = run("check", ".", "--since", "HEAD", "--format", "jsonl", "--exit-zero")
    assert [json.loads(line)["path"] for line in done.stdout.splitlines()] == [
        "b.posting",
        "new.posting",
    ]
    assert not (folder / "trapped").exists()
    unknown = run("check", ".", "--since", "--output=x")
    assert unknown.returncode == 2
    assert "git knows no revision '--output=x'" in unknown.stderr
    assert not (folder / "x").exists()


def test_since_needs_a_repository(folder: Path) -> None:
    write(folder, "a.posting", COOK)
    done = run("check", ".", "--since", "HEAD")
    assert done.returncode == 2
    assert "git cannot tell what changed" in done.stderr


# ------------------------------------------------------------------------ fixes


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_fixes_are_made_in_the_file_and_nothing_else_is(folder: Path, newline: str) -> None:
    path = folder / "cook.posting"
    text = UNUSED.replace("bread", "crêpes").replace("\n", newline)
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    path.chmod(0o640)
    shown = run("check", "cook.posting", *ONLY, "--diff")
    assert shown.returncode == 1
    assert "-%% postlint: ignore ADA004" in shown.stdout
    assert "1 fix would be made in 1 file." in shown.stderr
    assert path.read_bytes() == b"\xef\xbb\xbf" + text.encode()

    done = run("check", "cook.posting", *ONLY, "--fix")
    assert "POST035" not in done.stdout
    assert "1 fix made in 1 file." in done.stderr
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf")
    kept = [line for line in text.encode().split(b"\n") if b"postlint:" not in line]
    left = after.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    assert [line for line in left if line.strip()] == [line for line in kept if line.strip()]
    assert path.stat().st_mode & 0o777 == 0o640
    again = run("check", "cook.posting", *ONLY, "--fix")
    assert "0 fixes made in 0 files." in again.stderr
    assert path.read_bytes() == after
    assert run("check", "cook.posting", *ONLY, "--diff").returncode == 0
    assert [each.name for each in folder.iterdir()] == ["cook.posting"]


def test_a_text_that_is_not_read_as_meant_is_not_rewritten(folder: Path) -> None:
    slip = UNUSED + "\n##Benefits\n\nA pension.\n"
    path = write(folder, "cook.posting", slip)
    done = run("check", "cook.posting", *ONLY, "--fix")
    assert "cook.posting: not fixed: POST001 comes first" in done.stderr
    assert path.read_text(encoding="utf-8") == slip
    damaged = UNUSED.encode() + b"- \xff caf\xc3\xa9 caf\xc3\xa9\n"
    path.write_bytes(damaged)
    assert "cook.posting: not fixed: " in run("check", ".", *ONLY, "--fix").stderr
    assert path.read_bytes() == damaged


def test_unsafe_fixes_are_asked_for_with_fix_or_diff() -> None:
    done = run("check", ".", "--unsafe-fixes")
    assert done.returncode == 2
    assert "add --fix or --diff" in done.stderr
    assert run("check", "-", "--fix", stdin=COOK.encode()).returncode == 2


# --------------------------------------------------------------------- baseline


def test_accepted_findings_pass_new_ones_fail_and_gone_ones_are_said(folder: Path) -> None:
    write(folder, "postlint.toml", 'select = ["EQTY001", "ADA009"]\nbaseline = "base/old.json"\n')
    (folder / "base").mkdir()
    path = write(folder, "jobs/cook.posting", COOK)
    missing = run("check", ".")
    assert missing.returncode == 2
    assert "'postlint baseline' writes it" in missing.stderr
    written = run("baseline")
    assert written.returncode == 0
    assert "1 finding in 1 file accepted in " in written.stderr
    recorded = json.loads((folder / "base" / "old.json").read_text(encoding="utf-8"))
    assert list(recorded["files"]) == ["../jobs/cook.posting"]

    done = run("check", ".")
    assert done.returncode == 0
    assert "No findings in 1 file; 1 finding accepted by old.json." in done.stdout
    path.write_text("%% A note above.\n\n" + COOK, encoding="utf-8")
    assert run("check", "jobs/cook.posting").returncode == 0
    (result,) = json.loads(run("check", ".", "--format", "sarif").stdout)["runs"][0]["results"]
    assert result["ruleId"] == "EQTY001"
    assert result["suppressions"][0]["kind"] == "external"
    assert run("check", ".", "--isolated", "--select", "EQTY001").returncode == 1

    path.write_text(COOK + "- Must be able-bodied.\n", encoding="utf-8")
    new = run("check", ".", "--format", "concise")
    assert new.returncode == 1
    assert "ADA009" in new.stdout
    assert "EQTY001" not in new.stdout

    statement = "\nThe city does not discriminate on the basis of race, sex or disability.\n"
    path.write_text(COOK + statement, encoding="utf-8")
    gone = run("check", ".", "--format", "json")
    summary = json.loads(gone.stdout)["summary"]
    assert (summary["accepted"], summary["gone"]) == (0, 1)
    assert "1 accepted finding is gone from the postings" in run("check", ".").stdout
    # A rule that was not asked has not gone away.
    assert "gone" not in run("check", ".", "--select", "ADA009").stdout


def test_what_was_not_checked_is_neither_gone_nor_forgotten(folder: Path) -> None:
    one = write(folder, "one.posting", COOK)
    write(folder, "two.posting", COOK)
    base = ("--baseline", "base.json")
    assert run("baseline", "-o", "base.json", "--select", "EQTY001,ADA001").returncode == 0
    whole = (folder / "base.json").read_bytes()
    assert len(json.loads(whole)["files"]["two.posting"]) == 2

    statement = "\nThe city does not discriminate on the basis of race, sex or disability.\n"
    one.write_text(COOK + statement, encoding="utf-8")
    both = run("check", ".", *base, "--select", "EQTY001,ADA001")
    assert both.returncode == 0
    assert "1 accepted finding is gone" in both.stdout
    for command in (
        ("check", "two.posting"),
        ("check", "two.posting", "--select", "EQTY001"),
        ("check", ".", "--exclude", "one.posting"),
        ("check", ".", "--select", "ADA001"),
    ):
        done = run(*command, *base)
        assert "accepted by base.json" in done.stdout
        assert "gone" not in done.stdout

    # One rule of one file: all the rest of the baseline stays as it is.
    done = run("baseline", "one.posting", "-o", "base.json", "--select", "EQTY001")
    assert "0 findings in 1 file accepted in base.json; 3 findings of what was not" in done.stderr
    left = json.loads((folder / "base.json").read_bytes())["files"]
    codes = {name: sorted(row["code"] for row in rows.values()) for name, rows in left.items()}
    assert codes == {"one.posting": ["ADA001"], "two.posting": ["ADA001", "EQTY001"]}
    assert run("check", ".", *base, "--select", "EQTY001,ADA001").returncode == 0

    # A posting that is not there any more is forgotten when the baseline is written.
    (folder / "two.posting").unlink()
    run("baseline", "one.posting", "-o", "base.json", "--select", "EQTY001")
    assert list(json.loads((folder / "base.json").read_bytes())["files"]) == ["one.posting"]
    one.write_text(COOK, encoding="utf-8")
    write(folder, "two.posting", COOK)
    assert run("baseline", "-o", "base.json", "--select", "EQTY001,ADA001").returncode == 0
    assert (folder / "base.json").read_bytes() == whole


NURSE = """# School Nurse

## Duties

- Cares for pupils.
- Stands in for the foreman.

## Qualifications

- A licence as a nurse.
"""


@pytest.mark.parametrize("settings", ["", 'ignore = ["EQTY002"]\n'])
def test_a_baseline_is_used_where_it_stands(folder: Path, settings: str) -> None:
    if settings:
        write(folder, "postlint.toml", settings)
    write(folder, "jobs/a.posting", NURSE)
    assert "accepted in postlint-baseline.json" in run("baseline").stderr
    done = run("check", "jobs/a.posting")
    assert (done.returncode, done.stderr) == (0, "")
    assert "accepted by postlint-baseline.json" in done.stdout
    # Neither another title nor another name undoes what was accepted.
    (folder / "jobs" / "a.posting").unlink()
    write(folder, "jobs/b.posting", NURSE.replace("# School Nurse", "# Head School Nurse"))
    done = run("check", "jobs", "--format", "json")
    assert [each["code"] for each in json.loads(done.stdout)["reports"][0]["diagnostics"]] == []
    # What is new is found, and all is where a baseline is not wanted.
    new = NURSE.replace("Cares for pupils.", "Hires salesmen.")
    write(folder, "jobs/b.posting", new)
    done = run("check", "jobs", "--format", "concise")
    assert "EQTY013" in done.stdout
    assert "foreman" not in done.stdout
    assert "foreman" in run("check", "jobs", "--format", "concise", "--no-baseline").stdout
    assert "foreman" in run("check", "jobs", "--format", "concise", "--isolated").stdout


def test_a_posting_like_an_accepted_one_is_not_taken_for_it(folder: Path) -> None:
    write(folder, "jobs/a.posting", NURSE)
    run("baseline")
    write(folder, "jobs/b.posting", NURSE)
    assert "b.posting" in run("check", ".", "--format", "concise").stdout


def test_a_baseline_above_the_settings_or_the_repository_is_not_used(folder: Path) -> None:
    write(folder, "jobs/a.posting", NURSE)
    run("baseline")
    write(folder, "jobs/postlint.toml", "")
    assert "foreman" in run("check", "jobs", "--format", "concise").stdout
    (folder / "jobs" / "postlint.toml").unlink()
    (folder / "jobs" / ".git").mkdir()
    assert "foreman" in run("check", "jobs", "--format", "concise").stdout


def test_a_baseline_is_the_same_wherever_it_is_written_from(folder: Path) -> None:
    write(folder, "jobs/cook.posting", COOK)
    assert run("baseline", "jobs", "-o", "all.json", "--select", "EQTY").returncode == 0
    first = (folder / "all.json").read_bytes()
    name = str(folder / "jobs" / "cook.posting")
    assert run("baseline", name, "-o", str(folder / "all.json"), "--select", "EQTY").returncode == 0
    assert (folder / "all.json").read_bytes() == first
    assert run("check", ".", "--select", "EQTY", "--baseline", "all.json").returncode == 0


def test_a_configuration_cannot_have_a_baseline_written_elsewhere(folder: Path) -> None:
    write(folder, "jobs/postlint.toml", 'baseline = "../elsewhere.json"\n')
    write(folder, "jobs/cook.posting", COOK)
    done = subprocess.run(
        [sys.executable, "-m", "postlint", "baseline"],
        cwd=folder / "jobs", capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 2
    assert b"may only name a baseline in its own folder or below" in done.stderr
    assert not (folder / "elsewhere.json").exists()


def test_no_baseline_is_written_when_a_file_cannot_be_read(folder: Path) -> None:
    write(folder, "cook.posting", COOK)
    done = run("baseline", "cook.posting", "gone.posting")
    assert done.returncode == 2
    assert "No baseline was written: 1 file could not be checked." in done.stderr
    assert not (folder / "postlint-baseline.json").exists()


# ----------------------------------------------------------------- the record


def test_the_record_tells_what_a_report_was_made_of(folder: Path) -> None:
    path = write(folder, "a.posting", COOK)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    write(folder, "postlint.toml", "[employer]\nas-of = 2027-01-15\n")
    document = json.loads(run("check", "a.posting", "--format", "json").stdout)
    (report,) = document["reports"]
    assert "not legal advice" in document["producer"]["disclaimer"]
    assert report["sha256"] == digest
    settings = report["settings"]
    assert (settings["as_of"], settings["as_of_origin"]) == ("2027-01-15", "postlint.toml")
    over = run("check", "a.posting", "--as-of", "2027-02-01", "--format", "json")
    other = json.loads(over.stdout)["reports"][0]["settings"]
    assert (other["as_of"], other["as_of_origin"]) == ("2027-02-01", "the command line")
    assert other["digest"] != settings["digest"]
    today = json.loads(run("check", "a.posting", "--isolated", "--format", "json").stdout)
    assert today["reports"][0]["settings"]["as_of_origin"] == "the day of the check"

    sarif = json.loads(run("check", "a.posting", "--format", "sarif").stdout)["runs"][0]
    assert sarif["artifacts"][0]["hashes"] == {"sha-256": digest}
    assert sarif["artifacts"][0]["properties"]["settings"] == settings["digest"]
    page = run("check", "a.posting", "--format", "html").stdout
    assert digest in page
    assert f"Settings {settings['digest']}; the law as of 2027-01-15 (from: postlint.toml)" in page


def test_the_same_input_and_settings_give_the_same_bytes_in_any_folder(folder: Path) -> None:
    outputs = []
    for name in ("one", "two/deeper"):
        write(folder, f"{name}/a.posting", COOK)
        write(folder, f"{name}/house.toml", HOUSE)
        write(folder, f"{name}/postlint.toml",
              "rule-files = ['house.toml']\n[employer]\nas-of = 2027-01-15\n")  # fmt: skip
        for format_ in ("json", "sarif", "html"):
            done = subprocess.run(
                [sys.executable, "-m", "postlint", "check", "a.posting", "--format", format_],
                cwd=folder / name, capture_output=True, check=False, timeout=120,
            )  # fmt: skip
            assert done.returncode == 1
            outputs.append(done.stdout.replace(str(folder / name).encode(), b""))
    assert outputs[:3] == outputs[3:]
    write(folder, "one/house.toml", HOUSE.replace("soup", "stew"))
    changed = run("check", "one/a.posting", "--format", "json").stdout
    before = json.loads(outputs[0])["reports"][0]["settings"]["digest"]
    assert json.loads(changed)["reports"][0]["settings"]["digest"] != before


# --------------------------------------------------------------------- limits


def test_what_is_too_large_or_takes_too_long_is_a_line_and_the_next_is_checked(
    folder: Path,
) -> None:
    write(folder, "long.txt", "# Cook\n\n## Duties\n\n" + "- Bakes bread for the town.\n" * 100_000)
    write(folder, "postlint.toml", "[limits]\nseconds = 1.5\nmegabytes = 3\n")
    write(folder, "a.posting", COOK)
    write(folder, "huge.txt", "x" * 3_000_001)
    done = run("check", "long.txt", "huge.txt", "a.posting", "--format", "json")
    assert done.returncode == 2
    assert "long.txt: it took more than 1.5 seconds; limits.seconds" in done.stderr
    assert "huge.txt: it has more than 3 MB of data; limits.megabytes" in done.stderr
    assert [report["path"] for report in json.loads(done.stdout)["reports"]] == ["a.posting"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device here")
def test_a_file_without_end_is_a_line() -> None:
    done = run("check", "/dev/zero")
    assert done.returncode == 2
    assert "it has more than 20 MB of data" in done.stderr


# ------------------------------------------------------------ several processes


@pytest.mark.parametrize("format_", ["json", "sarif", "html", "rich"])
def test_several_processes_say_what_one_says_in_its_order(folder: Path, format_: str) -> None:
    for number in range(12):
        write(folder, f"{number}.posting", COOK.replace("soup", f"soup {number}"))
    (folder / "scan.posting").write_bytes(b"\x7fELF\0\0\1\2" * 99)
    write(folder, "deep/postlint.toml", 'select = ["ADA"]\n')
    write(folder, "deep/a.posting", COOK)
    one = run("check", ".", "gone.posting", "--format", format_, "--no-cache")
    many = run("check", ".", "gone.posting", "--format", format_, "--no-cache", "--jobs", "3")
    assert many.returncode == one.returncode == 2
    assert many.stdout == one.stdout
    assert many.stderr == one.stderr


def test_a_report_that_travelled_says_the_same(folder: Path) -> None:
    report = postlint.check(write(folder, "a.posting", COOK))
    other = pickle.loads(pickle.dumps(report))  # noqa: S301  # our own
    assert other == report
    assert dict(other.facts) == dict(report.facts)
    assert dict(other.measures) == dict(report.measures)
    assert other.sha256 == report.sha256
    assert pickle.loads(pickle.dumps(other)) == report  # noqa: S301


def test_all_faults_of_settings_are_told_at_once(folder: Path) -> None:
    write(
        folder,
        "postlint.toml",
        """ignore = ["eo-statement"]
exclude = [" "]
shade = 1
rule-files = ["house.toml"]

[severity]
LEAD001 = "off"

[rules.leadership-duty-share]
lest = 2

[[per-file]]
files = ["a.posting"]
ignore = ["ALDER001", "ALDER009"]

[employer]
jurisdictions = ["Orgon", "Oregon", "US-ZZ"]
kind = "skool"
""",
    )
    rule = '[[rule]]\ncode = "ALDER001"\nname = "helping"\nmessage = "{words} says little."\n'
    write(folder, "house.toml", rule + 'words = [{ find = "synergy" }]\n')
    write(folder, "a.posting", COOK)
    told = [
        "postlint.toml:1: ignore: There is no rule, family or tag 'eo-statement'",
        "postlint.toml:2: exclude has an empty pattern",
        "postlint.toml:3: shade is no setting",
        "left out by its name in 'ignore'",
        "postlint.toml:10: rules.leadership-duty-share.lest: lest is no setting",
        "postlint.toml:14: per-file[0].ignore: There is no rule, family or tag 'ALDER009'",
        "employer.jurisdictions names no place. There is no place 'Orgon'. Did you mean 'US-OR'?",
        "employer.jurisdictions names no place. There is no place 'US-ZZ'",
        "employer.kind must be one of",
    ]
    done = run("check", "a.posting")
    assert (done.returncode, done.stdout) == (2, "")
    assert [words for words in told if words not in done.stderr] == []
    assert len(done.stderr.splitlines()) == len(told)
    # What a broken file of rules may have is not called unknown.
    write(folder, "house.toml", rule + 'words = ["synergy"]\n')
    done = run("check", "a.posting")
    assert "rule[0].words[0] must be a table such as { find = … }, not 'synergy'" in done.stderr
    assert "There is no rule" not in done.stderr
    assert "employer.kind must be one of" in done.stderr


def test_faults_of_a_file_that_is_extended_are_told_with_it(folder: Path) -> None:
    write(folder, "base.toml", 'select = ["LEED"]\n')
    write(folder, "postlint.toml", 'extends = "base.toml"\n[[rule]]\ncode = "A001"\n')
    write(folder, "a.posting", COOK)
    said = run("check", "a.posting").stderr
    assert "base.toml:1: select: There is no rule, family or tag 'LEED'" in said
    assert "rule is no setting. House rules stand in a file of their own" in said


def test_settings_may_extend_a_file_of_an_installed_package(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = folder / "site" / "alder_settings"
    write(folder, "site/alder_settings/__init__.py", "raise RuntimeError('nobody imports this')\n")
    write(folder, "site/alder_settings/hr/base.toml", 'select = ["EQTY013"]\n')
    assert package.is_dir()
    monkeypatch.setenv("PYTHONPATH", str(folder / "site"))
    write(folder, "jobs/a.posting", NURSE)
    write(folder, "jobs/postlint.toml", 'extends = "alder_settings:hr/base.toml"\n')
    done = run("check", "jobs", "--format", "json")
    (report,) = json.loads(done.stdout)["reports"]
    assert {found["code"] for found in report["diagnostics"]} == {"EQTY013"}
    for name in ("alder_settings:gone.toml", "alder_settings:../../jobs/x.toml", "no_such:a.toml"):
        write(folder, "jobs/postlint.toml", f'extends = "{name}"\n')
        done = run("check", "jobs")
        assert done.returncode == 2
        assert f"extends '{name}', and no package" in done.stderr


def test_severities_that_are_no_table_are_told_in_words(folder: Path) -> None:
    write(folder, "postlint.toml", "severity = 3\n")
    write(folder, "a.posting", COOK)
    done = run("check", "a.posting")
    assert done.returncode == 2
    assert 'severity must be a table such as { LEAD001 = "note" }, not 3' in done.stderr


def test_no_rules_selected_are_told_as_those_that_are_on(folder: Path) -> None:
    write(folder, "a.posting", COOK)
    assert "select = (the rules that are on by default)\n" in run("config", "a.posting").stdout
    write(folder, "postlint.toml", 'select = ["LEAD"]\n')
    assert 'select = ["LEAD"] ' in run("config", "a.posting").stdout


def test_patterns_that_lead_out_of_the_folder_are_told(folder: Path) -> None:
    write(
        folder,
        "postlint.toml",
        'exclude = ["../old/**", "..jobs/a.posting"]\n'
        '[[per-file]]\nfiles = ["jobs/../x.posting"]\n',
    )
    write(folder, "a.posting", COOK)
    done = run("check", "a.posting")
    assert done.returncode == 2
    assert "postlint.toml:1: exclude has the pattern '../old/**'; patterns" in done.stderr
    assert "per-file[0].files has the pattern 'jobs/../x.posting'" in done.stderr
    assert "..jobs" not in done.stderr
