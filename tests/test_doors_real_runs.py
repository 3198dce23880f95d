"""What services read is right on real runs, with every pack that ships and a house rule."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from jsonschema import Draft4Validator  # type: ignore[import-untyped]

from documents import word
from postlint.config.load import preset_names
from postlint.errors import SourceError
from postlint.packs.registry import load_packs
from postlint.run.papers import as_docx

SARIF = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
POSTING = """# Director of Technology

Organization: Alder Unified School District

## Duties

- Leads the technology plan. (E)
- Asks for synergy with the foreman.

## Qualifications

- A degree.
"""
HOUSE = """[[rule]]
code = "ALDER001"
name = "house-word"
summary = "A word the house does not use."
message = "'{words}' says little about the work; try {use}."
severity = "warning"
authority = "Alder Unified, Style Guide"
date = "2026-03-01"
words = [{ find = ["synergy"], use = ["help"] }]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    jobs = tmp_path / "jobs"
    jobs.mkdir()
    (jobs / "a.posting").write_text(POSTING, encoding="utf-8")
    return tmp_path


def run(where: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "postlint", *arguments],
        cwd=where,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )


def settings(folder: Path, text: str) -> None:
    (folder / "postlint.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("extra", [(), ("--verdicts",), ("--select", "ALL")])
def test_sarif_of_all_packs_is_what_the_schema_says(folder: Path, extra: tuple[str, ...]) -> None:
    (folder / "house.toml").write_text(HOUSE, encoding="utf-8")
    settings(folder, 'rule-files = ["house.toml"]\n')
    done = run(folder, "check", "jobs", "--format", "sarif", "--exit-zero", *extra)
    assert done.returncode == 0, done.stderr
    assert "ALDER001" in done.stdout
    document = json.loads(done.stdout)
    schema = json.loads(SARIF.read_text(encoding="utf-8"))
    assert [error.message for error in Draft4Validator(schema).iter_errors(document)] == []


def test_sarif_has_only_the_rules_that_were_asked(folder: Path) -> None:
    done = run(folder, "check", "jobs", "--format", "sarif", "--select", "ADA001")
    (sarif,) = json.loads(done.stdout)["runs"]
    assert [rule["id"] for rule in sarif["tool"]["driver"]["rules"]] == ["ADA001"]
    assert sarif["tool"]["driver"]["rules"][0]["helpUri"].startswith("https://")


@pytest.mark.parametrize("format_", ["sarif", "gitlab", "github"])
def test_services_get_one_path_and_one_fingerprint_whatever_was_typed(
    folder: Path, format_: str
) -> None:
    typed = [(folder, "jobs/a.posting"), (folder, "./jobs"), (folder / "jobs", "a.posting")]
    typed.append((folder, str(folder / "jobs" / "a.posting")))
    told = {run(where, "check", name, "--format", format_).stdout for where, name in typed}
    assert len(told) == 1
    assert "jobs/a.posting" in told.pop()


@pytest.mark.parametrize("name", preset_names())
def test_every_preset_can_be_used_and_asks_something(folder: Path, name: str) -> None:
    settings(folder, f'extends = "{name}"\n')
    done = run(folder, "check", "jobs", "--format", "json")
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["reports"][0]["outcomes"]


def test_law_is_what_a_jurisdiction_stands_behind(folder: Path) -> None:
    codes = run(folder, "check", "jobs", "--format", "sarif", "--select", "law").stdout
    (sarif,) = json.loads(codes)["runs"]
    asked = {rule["id"] for rule in sarif["tool"]["driver"]["rules"] if rule["id"][:4] != "POST"}
    rules = load_packs().rules
    law = {rule.meta.code for rule in rules if any(a.jurisdiction for a in rule.meta.authority)}
    assert asked == law
    assert law < {rule.meta.code for rule in rules}


@pytest.mark.parametrize(
    "text",
    ['ignore = ["LEAD001"]\n', '[[per-file]]\nfiles = ["jobs/"]\nselect = ["FORM"]\n'],
    ids=["ignored", "per-file"],
)
def test_what_the_command_line_selects_is_asked(folder: Path, text: str) -> None:
    settings(folder, text)
    done = run(folder, "check", "jobs", "--select", "LEAD001", "--format", "concise")
    assert "LEAD001" in done.stdout
    left = run(folder, "check", "jobs", "--select", "LEAD", "--ignore", "LEAD001")
    assert "LEAD001" not in left.stdout


@pytest.mark.parametrize(
    "glob",
    [
        "jobs",
        "jobs/",
        "./jobs/",
        "./jobs/*",
        "jobs/**",
        "/jobs/*",
        "././jobs/*",
        "jobs/./*",
        "jobs//**",
        "./jobs/.",
    ],
)
def test_a_pattern_means_one_thing_wherever_it_stands(folder: Path, glob: str) -> None:
    settings(folder, f'[[per-file]]\nfiles = ["{glob}"]\nignore = ["LEAD001"]\n')
    assert "LEAD001" not in run(folder, "check", "jobs/a.posting").stdout
    settings(folder, f'exclude = ["{glob}"]\n')
    assert "no posting to check" in run(folder, "check", ".").stderr
    named = ("check", "jobs/a.posting", "--force-exclude")
    assert run(folder, *named).returncode == 0
    stdin = ("check", "-", "--stdin-filename", "jobs/a.posting", "--force-exclude")
    assert run(folder, *stdin, stdin=POSTING).returncode == 0


def test_a_pattern_that_takes_back_is_a_fault_of_the_settings(folder: Path) -> None:
    settings(folder, 'exclude = ["jobs/**", "!jobs/a.posting"]\n')
    done = run(folder, "check", "jobs")
    assert done.returncode == 2
    assert "exclude has the pattern '!jobs/a.posting'; '!' takes nothing back" in done.stderr


def test_an_empty_pattern_is_a_fault_of_the_settings(folder: Path) -> None:
    settings(folder, 'exclude = [""]\n[[per-file]]\nfiles = [" "]\n')
    done = run(folder, "check", "jobs")
    assert done.returncode == 2
    assert "exclude has an empty pattern" in done.stderr
    assert "per-file[0].files has an empty pattern" in done.stderr


def test_formatting_passes_over_what_is_excluded(folder: Path) -> None:
    settings(folder, 'exclude = ["jobs/**"]\ninclude = ["*.json"]\n')
    (folder / "b.posting").write_text("# Clerk\n\n\n\n* Files.\n", encoding="utf-8")
    (folder / "c.json").write_text("{}", encoding="utf-8")
    (folder / "jobs" / "a.posting").write_text("# Clerk\n\n\n\n* Files.\n", encoding="utf-8")
    assert run(folder, "fmt", ".").returncode == 0
    assert "\n\n\n" not in (folder / "b.posting").read_text(encoding="utf-8")
    assert run(folder, "fmt", "--force-exclude", "jobs/a.posting").returncode == 0
    assert "\n\n\n" in (folder / "jobs" / "a.posting").read_text(encoding="utf-8")


def test_what_gitignore_takes_in_again_is_checked(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / ".gitignore").write_text("*\n!*/\n!*.posting\n", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.posting").write_text(POSTING, encoding="utf-8")
    (tmp_path / "sub" / "b.txt").write_text(POSTING, encoding="utf-8")
    done = run(tmp_path, "check", ".", "--format", "json")
    assert [each["path"] for each in json.loads(done.stdout)["reports"]] == ["sub/a.posting"]


def test_settings_reach_what_the_tool_itself_finds(folder: Path) -> None:
    blank = POSTING.replace("A degree.", "[insert degree].")
    (folder / "jobs" / "a.posting").write_text(blank, encoding="utf-8")
    only = ("check", "jobs", "--select", "LEAD001", "--format", "concise")
    assert "warning POST012 placeholder-left" in run(folder, *only).stdout
    settings(folder, '[severity]\nplaceholder-left = "info"\n')
    assert "note POST012 placeholder-left" in run(folder, *only).stdout
    settings(folder, 'ignore = ["placeholder-left"]\n')
    assert "POST012" not in run(folder, "check", "jobs", "--format", "concise").stdout


def test_papers_that_nothing_reads_are_named(folder: Path) -> None:
    for name in ("b.doc", "c.odt", "d.rtf"):
        (folder / "jobs" / name).write_bytes(b"x")
    done = run(folder, "check", "jobs", "--output-format", "concise")
    assert [f"{name}: not checked" in done.stderr for name in ("b.doc", "c.odt", "d.rtf")] == [
        True
    ] * 3
    settings(folder, 'exclude = ["*.doc", "*.odt", "*.rtf"]\n')
    assert "not checked" not in run(folder, "check", "jobs").stderr


def test_data_that_holds_a_posting_is_named_where_a_folder_is_checked(folder: Path) -> None:
    data = {"@context": "https://schema.org", "@type": ["JobPosting"], "title": "Nurse"}
    (folder / "jobs" / "nurse.json").write_text(json.dumps(data), encoding="utf-8")
    (folder / "jobs" / "package.json").write_text('{"name": "jobs"}', encoding="utf-8")
    said = run(folder, "check", "jobs").stderr
    assert "nurse.json: not checked: it holds a JobPosting; name it" in said
    assert "package.json" not in said
    assert "not checked" not in run(folder, "check", "jobs", "./jobs/nurse.json").stderr
    settings(folder, 'include = ["*.json"]\n')
    assert "not checked" not in run(folder, "check", "jobs").stderr


def test_libreoffice_makes_word_files_of_old_papers_where_it_is_asked_to(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(document: Any) -> None:
        document.add_heading("Director of Technology", 1)
        document.add_heading("Duties", 2)
        document.add_paragraph("Leads the technology plan.", style="List Bullet")
        document.add_paragraph("Hires the foreman.", style="List Bullet")

    (folder / "made.docx").write_bytes(word(build))
    tools = folder / "tools"
    tools.mkdir()
    # It takes and gives what LibreOffice does, and leaves the words to the test.
    soffice = tools / "soffice"
    soffice.write_text(
        "#!/bin/sh\nwhile [ $# -gt 1 ]; do [ $1 = --outdir ] && into=$2; shift; done\n"
        f'cp "{folder}/made.docx" "$into/$(basename "${{1%.*}}").docx"\n',
        encoding="utf-8",
    )
    soffice.chmod(0o755)
    old = folder / "jobs" / "b.doc"
    words = bytes.fromhex("d0cf11e0a1b11ae1") + b"old words"  # as such files begin
    old.write_bytes(words)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    said = run(folder, "check", "jobs").stderr
    assert "b.doc: not checked: save it as .docx or .pdf first, or add --libreoffice" in said
    done = run(folder, "check", "jobs", "--libreoffice", "--format", "concise")
    assert any(
        line.startswith("jobs/b.doc") and "EQTY013" in line and "(paragraph 4)" in line
        for line in done.stdout.splitlines()
    )
    assert "not checked" not in done.stderr
    assert old.read_bytes() == words
    assert "or add --libreoffice" in run(folder, "check", "jobs/b.doc").stderr
    copy = ("check", "jobs/b.doc", "--libreoffice", "--annotate", "b.docx")
    assert run(folder, *copy).returncode == 1
    assert list(Document(str(folder / "b.docx")).comments)
    # It starts another program, which ends with it, and is not waited for.
    monkeypatch.setattr("postlint.run.papers._SECONDS", 1)
    soffice.write_text(
        '#!/bin/sh\nsleep 60 & echo $! > "$(dirname "$0")/pid"; wait\n', encoding="utf-8"
    )
    with pytest.raises(SourceError, match="longer than 1 seconds"):
        as_docx(str(old))
    assert not Path("/proc", (tools / "pid").read_text().strip(), "exe").exists()
    soffice.write_text("#!/bin/sh\necho no filter >&2\nexit 1\n", encoding="utf-8")
    done = run(folder, "check", "jobs/b.doc", "--libreoffice")
    assert "b.doc: LibreOffice could not convert it: no filter" in done.stderr
    assert done.returncode == 2


def test_what_postlint_wrote_is_no_posting(folder: Path) -> None:
    (folder / "jobs" / "a.posting").unlink()
    (folder / "jobs" / "a.docx").write_bytes(word(lambda d: d.add_heading("Chair of the foreman")))
    copy = ("check", "jobs/a.docx", "--annotate", "jobs/a - comments.docx")
    first = run(folder, *copy, "--format", "html=jobs/report.html", "--select", "ALL")
    assert first.returncode == 1, first.stderr
    done = run(folder, "check", "jobs", "--format", "json")
    assert [each["path"] for each in json.loads(done.stdout)["reports"]] == ["jobs/a.docx"]
    for name in ("a - comments.docx", "report.html"):
        assert f"{name}: not checked: postlint wrote it; name it" in done.stderr
    named = run(folder, "check", "jobs/a - comments.docx", "--format", "json")
    assert json.loads(named.stdout)["reports"]


def test_a_word_file_is_not_written_under_another_name(folder: Path) -> None:
    done = run(folder, "check", "jobs/a.posting", "--annotate", "out.pdf")
    assert done.returncode == 2
    assert "Call it .docx, not 'out.pdf'" in done.stderr
    assert not (folder / "out.pdf").exists()
