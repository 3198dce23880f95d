"""Files are written whole, and a killed run leaves nothing that the next does not clear."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

import pytest

from postlint.__main__ import main
from postlint.cli.sinks import FileSink
from postlint.errors import OutputError
from postlint.text.files import DRAFT, write_whole

KILLED = """
import sys, time
from postlint.cli.sinks import FileSink
sink = FileSink(sys.argv[1])
sink.write("half of it")
print("written", flush=True)
time.sleep(60)
"""


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "a.posting"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_whole(str(file), b"new")
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640
    assert names_in(tmp_path) == ["a.posting"]


def test_a_new_file_has_the_mode_of_new_files(tmp_path: Path) -> None:
    write_whole(str(tmp_path / "ours"), b"x")
    (tmp_path / "theirs").write_bytes(b"x")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "theirs").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("file")
    write_whole(str(tmp_path / "link"), b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_draft_that_was_left_is_taken_over(tmp_path: Path) -> None:
    left = tmp_path / f".a.0{DRAFT}"
    left.write_bytes(b"half")
    os.utime(left, (1, 1))
    write_whole(str(tmp_path / "a"), b"whole")
    assert names_in(tmp_path) == ["a"]


def test_a_draft_of_another_run_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / f".a.0{DRAFT}"
    theirs.write_bytes(b"half")
    write_whole(str(tmp_path / "a"), b"whole")
    assert (tmp_path / "a").read_bytes() == b"whole"
    assert theirs.read_bytes() == b"half"


@pytest.mark.parametrize("name", ["x" * 200, "€" * 60])
def test_a_long_name_has_a_draft_too(tmp_path: Path, name: str) -> None:
    write_whole(str(tmp_path / name), b"x")
    assert names_in(tmp_path) == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="files without a name are Linux's")
def test_a_killed_run_leaves_no_draft_of_its_output(tmp_path: Path) -> None:
    run = subprocess.Popen(
        [
            sys.executable,
            "-c",
            KILLED,
            str(tmp_path / "report.html"),
        ],
        stdout=subprocess.PIPE,
    )
    assert run.stdout is not None
    assert run.stdout.readline() == b"written\n"
    time.sleep(0.05)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    assert names_in(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="files without a name are Linux's")
def test_a_report_of_a_check_killed_at_any_moment_is_the_old_or_the_new(tmp_path: Path) -> None:
    posting, report = tmp_path / "cook.posting", tmp_path / "report.html"
    posting.write_text("# Cook\n\n## Duties\n\n" + "- Bakes bread for him. (E)\n" * 400)
    command = [sys.executable, "-m", "postlint", "check", "cook.posting", "--no-cache"]
    command += ["--format", "html=report.html"]
    began = time.monotonic()
    subprocess.run(command, cwd=tmp_path, check=False, capture_output=True)
    took = time.monotonic() - began
    whole = report.read_bytes()
    assert whole.rstrip().endswith(b"</html>")
    for moment in range(1, 7):
        report.write_bytes(b"old")
        run = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL)
        with suppress(subprocess.TimeoutExpired):
            run.wait(took * moment / 6)
        run.kill()
        run.wait()
        assert report.read_bytes() in {b"old", whole}
        # A draft has a name for the moment in which it is made the report.
        left = [name for name in names_in(tmp_path) if not name.endswith(DRAFT)]
        assert sorted(left) == ["cook.posting", "report.html"]


KILLED_AT = """
import os, signal, sys
from postlint.__main__ import main
from postlint.cli.sinks import FileSink
from postlint.errors import OutputError
from postlint.__main__ import main
from postlint.cli.sinks import FileSink
from postlint.errors import OutputError
from postlint.text.files import DRAFT
left = int(sys.argv[1])
def step(event, arguments):
    global left
    ours = event in {"open", "os.mkdir", "os.rename", "os.remove"} and "report" in str(arguments[0])
    if ours and (event != "open" or str(arguments[0]).endswith(DRAFT)):
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(step)
main(["check", "jobs", "--isolated", "--no-cache", "--format", "html=report.html"])
"""


def report_killed_at(step: int, folder: Path) -> bool:
    """Write a report and kill the run before it takes a step; say whether it had one so late."""
    command = [sys.executable, "-c", KILLED_AT, str(step)]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode < 0


def reached_from(report: Path) -> set[str]:
    """Return what a report of several postings says, and all that it leads to."""
    shown = report.read_text(encoding="utf-8")
    links = re.findall(r'<td class="path"><a href="([^"]*)">', shown)
    return {shown, *((report.parent / unquote(link)).read_text("utf-8") for link in links)}


@pytest.mark.skipif(sys.platform == "win32", reason="no process is killed so")
def test_a_report_of_several_postings_killed_at_any_step_is_the_old_or_the_new(
    tmp_path: Path,
) -> None:
    jobs = tmp_path / "old" / "jobs"
    jobs.mkdir(parents=True)
    for name in ("cook", "clerk"):
        (jobs / f"{name}.posting").write_text(f"# {name}\n\n## Duties\n\n- Bakes bread. (E)\n")
    assert not report_killed_at(1000, tmp_path / "old")
    old = reached_from(tmp_path / "old" / "report.html")
    old_names = set(names_in(tmp_path / "old" / "report - postings"))
    assert len(old) == 3
    for name in ("cook", "clerk"):
        (jobs / f"{name}.posting").write_text(f"# {name}\n\n## Duties\n\n- Sweeps. (E)\n")
    seen = []
    for step in range(1, 30):
        copy = tmp_path / f"killed at {step}"
        shutil.copytree(tmp_path / "old", copy)
        if not report_killed_at(step, copy):
            break
        now = reached_from(copy / "report.html")
        assert len(now) == 3
        assert now == old or not now & old
        seen.append(now == old)
        if step == 6:  # what the killed run left is gone with the next
            assert len(names_in(copy / "report - postings")) > 2
            assert not report_killed_at(1000, copy)
            left = set(names_in(copy / "report - postings"))
            assert len(left) == 2
            assert not left & old_names
    # The old one until its last file is there, then the new one.
    assert seen == sorted(seen, reverse=True)
    assert set(seen) == {True, False}


def test_a_report_removes_no_file_that_somebody_put_beside_it_or_changed(tmp_path: Path) -> None:
    report, jobs, pages = (tmp_path / name for name in ("report.html", "jobs", "report - postings"))
    jobs.mkdir()
    for name in ("cook", "clerk"):
        (jobs / f"{name}.posting").write_text(f"# {name}\n\n## Duties\n\n- Bakes bread. (E)\n")
    command = ["check", str(jobs), "--isolated", "--exit-zero", "--format", f"html={report}"]
    assert main(command) == 0
    first, second = sorted(pages.iterdir())
    first.write_text(first.read_text() + "<p>Ask Ann about this.</p>")
    (pages / "notes.html").write_text("Call the library.")
    (jobs / "clerk.posting").unlink()
    for file in pages.iterdir():
        os.utime(file, (0, 0))
    assert main(command) == 0
    assert sorted(names_in(pages)) == [first.name, "notes.html"]
    assert not second.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="its limits are others")
def test_a_report_of_more_postings_than_files_may_be_open(tmp_path: Path) -> None:
    (tmp_path / "jobs").mkdir()
    for number in range(80):
        (tmp_path / "jobs" / f"{number}.posting").write_text(f"# Cook {number}\n")
    limited = f"import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))\n{KILLED_AT}"
    command = [sys.executable, "-c", limited, "1000"]
    run = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert "Too many" not in run.stderr
    assert len(reached_from(tmp_path / "report.html")) == 81


def test_a_report_that_cannot_be_written_leaves_no_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    report, jobs = tmp_path / "report.html", tmp_path / "jobs"
    jobs.mkdir()
    for name in ("cook", "clerk"):
        (jobs / f"{name}.posting").write_text(f"# {name}\n")

    def full(sink: FileSink) -> None:
        assert len(names_in(tmp_path / "report - postings")) == 2
        raise OutputError(sink.path, "the disk is full")

    monkeypatch.setattr(FileSink, "finish", full)
    assert main(["check", str(jobs), "--isolated", "--format", f"html={report}"]) == 2
    assert capsys.readouterr().err == f"postlint: {report}: cannot be written: the disk is full\n"
    assert names_in(tmp_path) == ["jobs"]
