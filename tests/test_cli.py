"""The command as people and programs use it: arguments in, text and an exit code out."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from postlint.__main__ import main
from postlint.cli import checking
from postlint.cli.progress import with_progress
from postlint.errors import SourceError
from postlint.linter import Linter
from postlint.packs.registry import PackError, Packs, load_packs
from postlint.run.search import find_targets

GOOD = """# Librarian

## Essential functions

- Leads the branch.
- Plans its budget.

The county is an equal opportunity employer and does not discriminate on the
basis of race, color, religion, sex, national origin, age or disability.
Reasonable accommodation is available on request.
"""
SLIP = "# Librarian\n\n##Pay\n\n## Duties\n\n- Leads the branch.\n"
# The tool's own findings stay the same whatever rules are installed.
NO_RULES = ("--select", "all", "--ignore", "all")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a posting that is in order and one that is not."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.posting").write_text(GOOD, encoding="utf-8")
    (tmp_path / "slip.posting").write_text(SLIP, encoding="utf-8")
    return tmp_path


def as_process(
    *arguments: str,
    stdin: bytes = b"",
    cwd: Path | None = None,
    env: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "postlint", *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        check=False,
        timeout=120,
    )


# ------------------------------------------------------------------ exit codes


def test_a_posting_in_order_exits_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "good.posting", *NO_RULES]) == 0
    assert capsys.readouterr().out == "No findings in 1 file.\n"


def test_a_finding_exits_with_1_and_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "slip.posting", *NO_RULES, "--full"]) == 1
    out = capsys.readouterr().out
    assert "3:1  warning  POST001 heading-without-blank" in out
    assert "    3 │ ##Pay\n      │ ━━━━━\n" in out
    assert "1 finding in 1 file: 1 warning." in out


@pytest.mark.parametrize(
    ("limit", "code"), [("info", 1), ("warning", 1), ("error", 0), ("never", 0)]
)
def test_the_limit_decides_between_0_and_1(limit: str, code: int) -> None:
    assert main(["check", "slip.posting", *NO_RULES, "--fail-on", limit]) == code


def test_a_note_does_not_fail_by_default(folder: Path) -> None:
    (folder / "page.txt").write_text("It rains today.\n", encoding="utf-8")
    assert main(["check", "page.txt"]) == 0
    assert main(["check", "page.txt", "--fail-on", "info"]) == 1


# ------------------------------------------------------------------- bad input


def test_every_file_that_cannot_be_read_is_a_line_and_the_others_are_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "scan.txt").write_bytes(b"%PDF\x00\x01\x02")
    (folder / "empty").mkdir()
    paths = ["slip.posting", "scan.txt", "silp.posting", "empty", "jobs/*.txt"]
    assert main(["check", *paths, *NO_RULES, "--format", "concise"]) == 2
    captured = capsys.readouterr()
    assert captured.out.startswith("slip.posting:3:1: warning POST001 heading-without-blank ")
    lines = captured.err.splitlines()
    assert lines[:2] == [
        "postlint: scan.txt: it is a binary file, not text",
        "postlint: silp.posting: there is no such file; did you mean 'slip.posting'?",
    ]
    assert lines[2].startswith("postlint: empty: the folder holds no posting to check (.")
    assert lines[3:] == [
        "postlint: jobs/*.txt: no file matches this pattern",
        "postlint: 1 finding in 1 file: 1 warning; 4 files could not be read.",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read_is_a_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "good.posting").chmod(0)
    assert main(["check", "good.posting"]) == 2
    assert "good.posting: you may not read it" in capsys.readouterr().err


def test_undecodable_bytes_are_a_finding_and_the_rest_is_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "old.posting").write_bytes(
        SLIP.encode() + b"- Keeps \xff" + b" caf\xc3\xa9" * 8 + b"\n"
    )
    assert main(["check", "old.posting", *NO_RULES, "--format", "concise"]) == 1
    assert {line.split()[2] for line in capsys.readouterr().out.splitlines()} == {
        "POST001",
        "POST006",
    }


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chekc", "x"], "There is no command 'chekc'. Did you mean 'check'?"),
        (["good.posting"], "Did you mean 'postlint check good.posting'?"),
        (["check"], "Name a file or a folder"),
        (["check", "good.posting", "--jobs", "x"], "'x' is no whole number"),
        (["check", "good.posting", "--jobs", "-3"], "-3 is less than 0"),
        (["check", "good.posting", "--select", "zzzz"], "'postlint rules' lists them"),
        (["check", "good.posting", "--jurisdiction", "zzzz"], "'postlint law' lists them"),
        (["convert"], "Name a file, or - for"),
        (["new-pack"], "such as transit-rules"),
        (["audit", "good.posting"], "such as --out results"),
        (["test-rules", "latin.toml"], "no text in UTF-8"),
        (["import", "good.posting"], "no style of Vale"),
        (["import", "nowhere"], "there is no such file or folder"),
        (["check", "good.posting", "--selec", "x"], "No such option"),
        (["check", "good.posting", "--format", "jsn"], "Did you mean 'json'?"),
        (["check", "good.posting", "--format", "json="], "names no file"),
        (["check", "good.posting", "--fail-on", "eror"], "Did you mean 'error'?"),
        (["check", "good.posting", "--as", "txt"], "Did you mean 'text'?"),
        (["check", "good.posting", "--select", "eeo-statment-missing"], "'eeo-statement-missing'?"),
        (["check", "good.posting", "--ignore", "nonsense-word"], "'nonsense-word'"),
        (["check", "good.posting", "--employer-kind", "skool"], "Did you mean 'school'?"),
        (["check", "good.posting", "--employees", "-3"], "--employees"),
        (["check", "good.posting", "--jurisdiction", "Oregn"], "US-OR"),
        (["check", "good.posting", "--as-of", "tomorrow"], "2027-01-15"),
        (["check", "good.posting", "--format", "rich", "--format", "json"], "cannot share"),
        (["check", "good.posting", "-o", "nowhere/x.json"], "its folder does not exist"),
        (["check", "good.posting", "-o", "."], "it is a folder"),
        (["check", "good.posting", "-o", "good.posting"], "one of the postings to check"),
        (["explain", "PSOT010"], "Did you mean 'POST0"),
        (["explain"], "Name a rule, such as ADA001"),
        (["rules", "nonsense"], "'nonsense'"),
    ],
)
def test_wrong_use_is_a_clear_line_and_exits_with_2(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    (folder / "latin.toml").write_bytes(b"# caf\xe9")
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert words.lower() in captured.err.lower()
    assert "Traceback" not in captured.err
    assert captured.out == ""
    assert (folder / "good.posting").read_text(encoding="utf-8") == GOOD


def test_who_asks_for_help_in_words_gets_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    assert "postlint check posting.txt" in capsys.readouterr().out
    assert main(["help", "fmt"]) == 0
    assert "postlint fmt" in capsys.readouterr().out


def test_no_arguments_show_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "postlint check posting.txt" in capsys.readouterr().err


# ----------------------------------------------------------------------- paths


def test_a_folder_gives_its_postings_in_a_stable_order(folder: Path) -> None:
    for name in (
        "b/z.txt",
        "b/a.MD",
        "a/x.posting",
        ".hidden/h.txt",
        "node_modules/n.md",
        "c.docx",
        "d.json",
    ):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    found = [str(target) for target in find_targets(["."])]
    assert found == [
        str(Path(name))
        for name in ("c.docx", "good.posting", "slip.posting", "a/x.posting", "b/a.MD", "b/z.txt")
    ]


def test_a_file_is_checked_once_however_often_it_is_named(folder: Path) -> None:
    named = ["slip.posting", "./slip.posting", ".", str(folder / "slip.posting"), "s*.posting"]
    assert list(find_targets(named)) == ["slip.posting", "good.posting"]


def test_a_pattern_reaches_into_folders(folder: Path) -> None:
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "x.txt").write_text("x", encoding="utf-8")
    assert list(find_targets(["**/*.txt"])) == [str(Path("deep", "er", "x.txt"))]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(folder: Path) -> None:
    (folder / "odd[1].posting").write_text(SLIP, encoding="utf-8")
    assert list(find_targets(["odd[1].posting"])) == ["odd[1].posting"]


def test_a_loop_of_links_ends(folder: Path) -> None:
    (folder / "loop").symlink_to(folder)
    targets = list(find_targets(["."]))
    assert not any(isinstance(target, SourceError) for target in targets)
    assert len(targets) == 2


def test_standard_input_is_read_and_named() -> None:
    done = as_process("check", "-", "--format", "json", *NO_RULES, stdin=SLIP.encode())
    report = json.loads(done.stdout)["reports"][0]
    assert (report["path"], report["kind"]) == ("-", "markup")
    named = as_process(
        "check", "-", "--stdin-filename", "jobs/x.txt", "--format", "json", stdin=b"Clerk\n"
    )
    report = json.loads(named.stdout)["reports"][0]
    assert (report["path"], report["kind"]) == ("jobs/x.txt", "text")


def test_as_decides_the_kind(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "slip.posting", "--as", "text", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["reports"][0]["kind"] == "text"


# --------------------------------------------------------------------- outputs


def test_json_is_one_document_also_with_files_that_fail(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "slip.posting", "gone.txt", "--format", "json"]) == 2
    document = json.loads(capsys.readouterr().out)
    assert [report["path"] for report in document["reports"]] == ["slip.posting"]
    assert [failure["path"] for failure in document["failures"]] == ["gone.txt"]
    assert document["producer"]["packs"]


def test_output_replaces_a_file_whole_and_keeps_its_mode(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder / "report.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    assert main(["check", "slip.posting", *NO_RULES, "--format", "json", "-o", "report.json"]) == 1
    assert json.loads(target.read_text(encoding="utf-8"))["summary"]["files"] == 1
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in folder.iterdir()) == [
        "good.posting",
        "report.json",
        "slip.posting",
    ]
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "1 finding" in captured.err


def test_an_interrupted_run_leaves_the_old_output(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", ".", *NO_RULES, "--format", "json=report.json"]) == 1
    before = (folder / "report.json").read_text(encoding="utf-8")

    def interrupt(*_: object, **__: object) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(Linter, "check_all", interrupt)
    assert main(["check", ".", "--no-cache", "--format", "json=report.json"]) == 130
    assert (folder / "report.json").read_text(encoding="utf-8") == before
    assert len(list(folder.iterdir())) == 3
    assert "Traceback" not in capsys.readouterr().err


def test_several_formats_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    formats = ["--format", "json=r.json", "--format", "jsonl=r.jsonl", "--format", "concise"]
    assert main(["check", ".", *NO_RULES, *formats]) == 1
    assert json.loads((folder / "r.json").read_text(encoding="utf-8"))["summary"]["files"] == 2
    assert len((folder / "r.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert capsys.readouterr().out.count("\n") == 1


def test_a_report_among_the_postings_is_replaced_and_a_posting_is_not(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["check", ".", *NO_RULES, "--format", "json=report.json"]) == 1
        report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
        assert report["summary"]["files"] == 2
    (folder / "notes.md").write_text(GOOD, encoding="utf-8")
    assert main(["check", ".", "--format", "json=notes.md"]) == 2
    assert "one of the postings" in capsys.readouterr().err
    assert (folder / "notes.md").read_text(encoding="utf-8") == GOOD


def test_quiet_leaves_out_the_summary(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", ".", *NO_RULES, "--quiet"])
    captured = capsys.readouterr()
    assert "finding" not in captured.out
    assert "POST001" in captured.out
    assert captured.err == ""


def test_statistics_count_the_findings_of_each_rule(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "more.posting").write_text(SLIP + "\n##Again\n\n##\n", encoding="utf-8")
    main(["check", ".", *NO_RULES, "--statistics"])
    counts = "3  POST001 heading-without-blank\n1  POST002 heading-without-words\n\n"
    assert counts + "4 findings in 2 of 3 files: 4 warnings.\n" in capsys.readouterr().out
    main(["check", ".", *NO_RULES, "--statistics", "--format", "concise"])
    assert capsys.readouterr().out.endswith(counts[:-1])


def test_exit_zero_shows_findings_and_exits_with_0(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "slip.posting", *NO_RULES, "--exit-zero"]) == 0
    assert "POST001" in capsys.readouterr().out
    assert main(["check", "gone.posting", "--exit-zero"]) == 2


def test_a_long_run_is_counted_for_a_person_who_sees_nothing_else(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    items = range(60)
    assert list(with_progress(items, 60, shown=False)) == list(items)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(with_progress(items, 60, shown=True)) == list(items)
    assert capsys.readouterr().err == ""
    assert list(with_progress(items, 60, shown=False)) == list(items)
    err = capsys.readouterr().err
    assert "\r50 of 60 files" in err
    assert err.endswith("\r\x1b[K")


def test_verdicts_show_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "good.posting", "--verdicts", "--select", "ADA"])
    out = capsys.readouterr().out
    rules = [rule for rule in load_packs().rules if rule.meta.family == "ADA"]
    assert f"Record of {len(rules)} rules" in out
    for rule in rules:
        assert f"{rule.meta.code} {rule.meta.name}" in out


def test_selecting_takes_commas_and_repetition(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "good.posting", "--select", "ADA001, EQTY", "--select", "LEAD", "--ignore",
          "EQTY001", "--format", "json"])  # fmt: skip
    report = json.loads(capsys.readouterr().out)["reports"][0]
    codes = {outcome["code"] for outcome in report["outcomes"]}
    assert "ADA001" in codes
    assert "EQTY001" not in codes
    assert {code.rstrip("0123456789") for code in codes} == {"ADA", "EQTY", "LEAD"}


def test_what_is_said_of_the_employer_reaches_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []

    def look(self: Linter, *_: object, **__: object) -> Any:
        seen.append(self.config.employer)
        raise SourceError("x", "enough was seen")

    monkeypatch.setattr(Linter, "check_all", look)
    main(["check", "good.posting", "--no-cache", "--employer-kind", "school", "--employees", "40",
          "--jurisdiction", "us-or", "--jurisdiction", "US", "--recipient",
          "--no-federal-contractor", "--as-of", "2027-01-15"])  # fmt: skip
    employer = seen[0]
    assert employer.kind.value == "school"
    assert employer.employees == 40
    assert employer.jurisdictions == ("US-OR", "US")
    assert employer.recipient is True
    assert employer.federal_contractor is False
    assert employer.equal_opportunity_notice is None
    assert str(employer.as_of) == "2027-01-15"


# ---------------------------------------------------------------- when it breaks


def test_a_fault_in_one_file_is_told_and_the_next_is_checked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = Linter.check_all

    def faulty(self: Linter, data: bytes, *, kind: str | None = None, path: str = "") -> Any:
        if "good" in path:
            raise ZeroDivisionError("a fault")
        return real(self, data, kind=kind, path=path)

    monkeypatch.setattr(Linter, "check_all", faulty)
    assert main(["check", ".", "--no-cache", *NO_RULES, "--format", "concise"]) == 2
    captured = capsys.readouterr()
    assert captured.out.startswith("slip.posting:3:1:")
    assert "good.posting: it could not be checked: ZeroDivisionError: a fault" in captured.err
    assert "Traceback" not in captured.err
    assert main(["check", ".", "--no-cache", "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_a_pack_that_does_not_load_is_named_and_exits_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = PackError(pack="house", reason="cannot be imported: ImportError: no module", trace="T")
    monkeypatch.setattr(checking, "load_packs", lambda: Packs(packs=(), errors=(broken,)))
    assert main(["check", "slip.posting"]) == 2
    captured = capsys.readouterr()
    assert "postlint: Pack 'house' cannot be imported" in captured.err
    assert "POST001" in captured.out
    assert main(["check", "slip.posting", "--allow-broken-packs"]) == 1


def test_a_reader_that_stops_reading_is_no_error(folder: Path) -> None:
    for number in range(200):
        (folder / f"p{number}.posting").write_text(SLIP, encoding="utf-8")
    command = f"{sys.executable} -m postlint check . --verdicts | head -n 1"
    done = subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        cwd=folder,
        check=False,
        timeout=120,
    )
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_a_line(folder: Path) -> None:
    command = f"{sys.executable} -m postlint check slip.posting > /dev/full"
    done = subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        cwd=folder,
        check=False,
        timeout=120,
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"o space left" in done.stderr


def test_hardly_anything_is_imported_before_an_interrupt_is_caught() -> None:
    """What the command imports on its way to `run` could be interrupted with a trace."""
    code = (
        "import sys; before = set(sys.modules); from postlint.__main__ import run; "
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split()) - set(sys.builtin_module_names) - {"__future__"}
    assert loaded == {"postlint", "postlint.__main__", "postlint.version"}


@pytest.mark.parametrize("place", ["spare_collector", "main", "_leave"])
def test_an_interrupt_before_and_after_the_command_leaves_no_trace(place: str) -> None:
    code = f"""
import postlint.__main__ as command
def stopped(*_):
    raise KeyboardInterrupt
command.main = lambda: 0
command.{place} = stopped
command.run()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == (0 if place == "_leave" else 130)
    assert done.stderr == ""


@pytest.mark.skipif(
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN,
    reason="interrupts are ignored here, as in what a shell runs in the background",
)
def test_an_interrupt_ends_quietly(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "postlint", "check", "slip.posting", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
    )
    assert process.stdout is not None
    # The first file is shown at once; then it waits for standard input.
    assert process.stdout.readline() == b"slip.posting\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert err.strip() == b"postlint: Stopped."


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_any_terminal_can_show_any_posting(folder: Path, encoding: str) -> None:
    (folder / "slip.posting").write_text(
        "# 護士 “Nurse” 🏥\n\n##Pay €\n\n## Duties\n\n- Leads.\n", "utf-8"
    )
    done = as_process(
        "check", "slip.posting", "--verdicts", cwd=folder, env={"PYTHONIOENCODING": encoding}
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert "POST001" in done.stdout.decode(encoding)


def test_a_file_name_cannot_reach_the_terminal(folder: Path) -> None:
    name = "a\x1b[2J\udcff.posting"
    try:
        (folder / name).write_text(SLIP, encoding="utf-8")
    except OSError:
        pytest.skip("the file system does not take such names")
    done = as_process("check", ".", cwd=folder)
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"a\xe2\x90\x9b[2J<U+DCFF>.posting" in done.stdout
    as_json = as_process("check", ".", "--format", "json", cwd=folder)
    assert name in [report["path"] for report in json.loads(as_json.stdout)["reports"]]


# ----------------------------------------------------------------------- color


def in_terminal(*arguments: str, cwd: Path, env: dict[str, str] | None = None) -> bytes:
    """Run the command in a terminal and return what it shows."""
    head, tail = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if "COLOR" not in key}
    process = subprocess.Popen(
        [sys.executable, "-m", "postlint", *arguments],
        stdout=tail,
        stderr=tail,
        stdin=subprocess.DEVNULL,
        cwd=cwd,
        env={**clean, "TERM": "xterm-256color", "COLUMNS": "80", **(env or {})},
    )
    os.close(tail)
    shown = b""
    while True:
        try:
            part = os.read(head, 4096)
        except OSError:  # how Linux says that the other side is closed
            break
        if not part:
            break
        shown += part
    process.wait(timeout=60)
    os.close(head)
    return shown


def test_color_is_for_terminals_that_want_it(folder: Path) -> None:
    arguments = ("check", "slip.posting", "--full")
    assert b"\x1b[1;33mwarning\x1b[0m" in in_terminal(*arguments, cwd=folder)
    assert b"\x1b" not in in_terminal(*arguments, cwd=folder, env={"NO_COLOR": "1"})
    assert b"\x1b" not in in_terminal(*arguments, cwd=folder, env={"TERM": "dumb"})
    assert b"\x1b" not in in_terminal(*arguments, "--no-color", cwd=folder)
    assert b"\x1b" in in_terminal(*arguments, "--color", cwd=folder, env={"NO_COLOR": "1"})
    assert b"\x1b" not in as_process(*arguments, cwd=folder).stdout
    assert b"\x1b" in as_process(*arguments, cwd=folder, env={"FORCE_COLOR": "1"}).stdout


# ---------------------------------------------------------------------- screens

POOR = """# Technology Director

Organization: Riverbend Unified School District
Reports to: Business Manager

## Duties

- He installs printers and answers tickets.
- Images laptops and repairs them.

## Requirements

- Bachelor's degree. A native speaker under 35.
- Must be able-bodied and lift 90 pounds. Valid driver's license.

## How to apply

Send a recent photograph to the foreman before the medical examination.
"""


@pytest.mark.parametrize("lines", [20, 24, 30, 60])
def test_one_posting_fits_the_screen(folder: Path, lines: int) -> None:
    (folder / "poor.posting").write_text(POOR, encoding="utf-8")
    whole = as_process("check", "poor.posting", cwd=folder).stdout.decode()
    arguments = ("check", "poor.posting", "--no-color")
    shown = in_terminal(*arguments, cwd=folder, env={"LINES": str(lines)}).decode()
    numbered = re.compile(r"^ *\d+\. ", re.MULTILINE)
    tasks = len(numbered.findall(whole))
    assert tasks > 9
    # The command that was typed and the next prompt are on the screen too.
    assert len(shown.splitlines()) <= lines - 2
    left = re.search(r"and (\d+) more\.", shown)
    assert (left is None) == (lines == 60)
    assert len(numbered.findall(shown)) + (int(left[1]) if left else 0) == tasks
    assert ("To consider" in shown) == (lines == 60)


# ------------------------------------------------------------- rules and explain


def test_rules_lists_every_rule_and_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    out = capsys.readouterr().out
    packs = load_packs()
    for rule in packs.rules:
        assert f"{rule.meta.code} {rule.meta.name}" in out
    assert "POST001 heading-without-blank" in out
    assert all(pack.name in out for pack in packs.packs)


def test_rules_as_json_name_their_authority(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    by_code = {rule["code"]: rule for rule in document["rules"]}
    assert by_code["ADA001"]["authority"][0]["citation"]
    assert by_code["POST001"]["pack"] is None


def test_rules_takes_names_families_and_tags(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "ADA001", "post"]) == 0
    out = capsys.readouterr().out
    assert "ADA001" in out
    assert "POST001" in out
    assert "ADA002" not in out


def test_explain_prints_the_page_of_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    for rule in load_packs().rules:
        assert main(["explain", rule.meta.name, "--format", "markdown"]) == 0
        out = capsys.readouterr().out
        assert out.startswith(f"# {rule.meta.code} {rule.meta.name}\n\n{rule.meta.summary}\n")
        assert "## What it checks" in out
        assert "## Sources" in out
        for authority in rule.meta.authority:
            assert authority.citation in out
            assert f"confidence {authority.confidence.value}" in out
        for wording in rule.meta.messages.values():
            assert wording in out


def test_explain_names_many_places_in_one_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "PAY001"]) == 0
    out = capsys.readouterr().out
    assert "countries: AT, AU, CA-BC," in out
    assert "'postlint law AT' shows what one asks" in out
    assert "- Practice: " in out
    assert out.count("confidence") < 3
    assert "## When not to use it" in out


def test_explain_knows_the_tools_own_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "post001", "not-a-posting"]) == 0
    out = capsys.readouterr().out
    assert "# POST001 heading-without-blank" in out
    assert "# POST010 not-a-posting" in out


def test_explain_in_a_terminal_is_drawn(folder: Path) -> None:
    assert b"\x1b[" in in_terminal("explain", "POST001", cwd=folder)


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    from postlint import __version__  # noqa: PLC0415

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"postlint {__version__}\n"


@pytest.mark.parametrize("command", [[], ["check"], ["rules"], ["explain"]])
def test_every_command_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0
    assert "Usage: postlint" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "word", "offered"),
    [
        ("postlint explain ADA00", 2, b"plain,ADA001"),
        ("postlint check --select eeo-", 3, b"plain,eeo-statement-missing"),
        ("postlint check --ignore EQ", 3, b"plain,EQTY\n"),
        ("postlint check --format js", 3, b"plain,jsonl"),
        ("postlint check --jurisdiction US-NY-", 3, b"plain,US-NY-NYC"),
        ("postlint law Onta", 2, b"plain,Ontario"),
        ("postlint ru", 1, b"plain,rules"),
    ],
)
def test_the_shell_completes(line: str, word: int, offered: bytes) -> None:
    done = as_process(
        env={
            "_POSTLINT_COMPLETE": "bash_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": str(word),
        }
    )
    assert offered in done.stdout


# ---------------------------------------------------------------------- start-up


def test_checking_imports_nothing_it_does_not_need(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    code = (
        "import sys; from postlint.__main__ import main; main(['check', 'slip.posting']);"
        "print(*[name for name in ('rich', 'attr', 'pluggy', 'inspect', 'tomllib', 'asyncio',"
        " 'email', 'importlib.metadata', 'json.tool', 'http', 'xml', 'unittest')"
        " if name in sys.modules], file=sys.stderr)"
    )
    cache = tmp_path_factory.mktemp("cache")
    for _ in range(2):  # the first run fills the cache
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            cwd=folder,
            env={**os.environ, "POSTLINT_CACHE_DIR": str(cache)},
            check=True,
            timeout=120,
        )
    assert done.stderr.split() == []
