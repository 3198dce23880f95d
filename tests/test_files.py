"""Files are written whole, and a killed run leaves nothing that the next does not clear."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

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
