"""A machine that gives less than one expects: each lack is a line, and no file goes unchecked."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from documents import archive, pdf
from postlint.__main__ import main
from postlint.errors import OutputError, SourceError
from postlint.run import pool, worker
from postlint.run.session import Session
from postlint.text.rewrite import TextFile

TEXT = "# Clerk\n\n##  Duties ##\n\n*  Files records.\n"


def _files(folder: Path, count: int = 6) -> list[str]:
    paths = [folder / f"{number}.posting" for number in range(count)]
    for path in paths:
        path.write_text(TEXT, encoding="utf-8")
    return [str(path) for path in paths]


def _none_left(*_: object, **__: object) -> Any:
    raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))


def _no_thread(*_: object, **__: object) -> Any:
    raise RuntimeError("can't start new thread")


@pytest.mark.parametrize("fault", [_none_left, _no_thread])
def test_without_processes_every_file_is_checked_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Any
) -> None:
    names = _files(tmp_path)
    monkeypatch.setattr(BaseProcess, "start", fault)
    done = list(pool.check_in_pool(Session(), names, jobs=2))
    assert [one[0].path for one in done if isinstance(one, tuple)] == names


def test_what_may_end_its_process_is_not_checked_in_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = _files(tmp_path)
    monkeypatch.setattr(BaseProcess, "start", _none_left)
    done = list(pool.check_in_pool(Session(), names, jobs=2, apart=names[3].__eq__))
    refused = [one for one in done if isinstance(one, SourceError)]
    assert [(one.path, "no process of its own" in one.reason) for one in refused] == [
        (names[3], True)
    ]
    assert len(done) == len(names)


def test_a_pool_begins_no_thread_and_sets_no_hook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook = threading.excepthook
    monkeypatch.setattr(threading.Thread, "start", _no_thread)
    names = _files(tmp_path)
    done = list(pool.check_in_pool(Session(), names, jobs=2, apart=names[0].__eq__))
    assert [one[0].path for one in done if isinstance(one, tuple)] == names
    assert threading.excepthook is hook


def test_where_one_process_can_be_had_it_checks_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = BaseProcess.start
    begun: list[int] = []

    def first_only(self: Any) -> None:
        if begun:
            _none_left()
        start(self)
        begun.append(1)

    monkeypatch.setattr(BaseProcess, "start", first_only)
    names = _files(tmp_path, 40)
    done = list(pool.check_in_pool(Session(), names, jobs=2, apart=names[3].__eq__))
    assert [one[0].path for one in done if isinstance(one, tuple)] == names


def test_a_worker_that_is_killed_leaves_no_file_unchecked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = _files(tmp_path, 40)
    begun: list[int] = []
    give = worker.ProcessWorker.give

    def killing(self: Any, task: Any) -> None:
        give(self, task)
        if len(begun) < 2:
            begun.append(1)
            os.kill(self.process.pid, 9)

    monkeypatch.setattr(worker.ProcessWorker, "give", killing)
    done = list(pool.check_in_pool(Session(), names, jobs=2))
    paths = [one.path if isinstance(one, SourceError) else one[0].path for one in done]
    assert paths == names
    assert begun


def test_a_loop_of_links_is_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loop = tmp_path / "loop.posting"
    loop.symlink_to(loop)
    assert main(["check", str(loop)]) == 2
    told = capsys.readouterr().err
    assert "loop.posting: " in told
    assert "postlint itself" not in told


def test_settings_that_lead_in_a_circle_are_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "round.toml").symlink_to("round.toml")
    (tmp_path / "postlint.toml").write_text('extends = ["round.toml"]\n', encoding="utf-8")
    assert main(["check", *_files(tmp_path, 1)]) == 2
    told = capsys.readouterr().err
    assert "round.toml" in told
    assert "postlint itself" not in told


def test_what_could_not_be_formatted_is_not_counted_as_formatted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    names = _files(tmp_path, 2)
    write = TextFile.write

    def full(self: TextFile, text: str) -> None:
        if self.path == names[0]:
            raise OutputError(self.path, "no space left on device")
        write(self, text)

    monkeypatch.setattr(TextFile, "write", full)
    assert main(["fmt", *names]) == 2
    assert (
        "1 file formatted, 0 left as they were; 1 file could not be formatted."
        in capsys.readouterr().err
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("command", ["check", "rules", "explain ADA001", "check --format json"])
def test_a_full_disk_is_a_line(tmp_path: Path, command: str) -> None:
    names = _files(tmp_path, 1) if command.startswith("check") else []
    with Path("/dev/full").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "postlint", *command.split(), *names],
            stdout=out, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert (done.returncode, b"Traceback" in done.stderr) == (2, False)
    assert b"o space left on device" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes the streams")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 2), ("2>&-", 1), (">&- 2>&-", 2), ("<&-", 1)])
def test_streams_that_are_closed_are_no_fault(tmp_path: Path, closed: str, code: int) -> None:
    """Findings that nobody can be shown are told by the exit code."""
    names = _files(tmp_path, 1)
    script = f'"$1" -m postlint check "$2" {closed}'
    done = subprocess.run(
        ["sh", "-c", script, "sh", sys.executable, *names], capture_output=True, check=False
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (code, False), done.stderr


@pytest.mark.parametrize("name", ["gone.posting", f"{'long' * 80}.posting", "device.posting"])
def test_what_is_no_file_any_more_is_a_line_and_the_others_are_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """A link whose file has vanished, a name no system allows, a device without an end."""
    names = _files(tmp_path, 2)
    (tmp_path / "gone.posting").symlink_to("nowhere.posting")
    (tmp_path / "device.posting").symlink_to("/dev/zero")
    assert main(["check", names[0], str(tmp_path / name), names[1], "--format", "concise"]) == 2
    shown = capsys.readouterr()
    assert all(Path(one).name in shown.out for one in names)
    assert f"{name}: " in shown.err
    assert "postlint itself" not in shown.err
    assert shown.err.endswith("; 1 file could not be read.\n")


def test_a_user_without_a_home_is_answered(tmp_path: Path) -> None:
    """Nothing can be kept for the next run, and nothing need be."""
    kept = {"PATH", "PYTHONPATH", "LANG", "SYSTEMROOT"}
    environment = {name: value for name, value in os.environ.items() if name in kept}
    done = subprocess.run(
        [sys.executable, "-m", "postlint", "check", "--format", "concise", *_files(tmp_path, 1)],
        env=environment | {"HOME": ""},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "in 1 file: " in done.stderr) == (1, True)
    assert len(done.stderr.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.posting"]


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let interrupts be heard where tests run in the background, which ignores them."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(os.name == "nt", reason="an interrupt reaches a group of processes on Unix")
def test_an_interrupt_ends_all_processes(tmp_path: Path) -> None:
    _files(tmp_path, 400)
    run = subprocess.Popen(
        [sys.executable, "-m", "postlint", "check", "--no-cache", "--jobs", "2", "."],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, start_new_session=True,
    )  # fmt: skip
    assert run.stdout is not None
    assert run.stdout.readline()
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=120)
    assert (run.returncode, told.strip()) == (130, b"postlint: Stopped.")
    with pytest.raises(ProcessLookupError):  # nobody of the group is left
        os.killpg(run.pid, 0)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="groups of processes are of POSIX")
def test_processes_do_not_outlive_a_run_that_is_killed(tmp_path: Path) -> None:
    _files(tmp_path, 400)
    run = subprocess.Popen(
        [sys.executable, "-m", "postlint", "check", "--no-cache", "--jobs", "2", "."],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, start_new_session=True,
    )  # fmt: skip
    assert run.stdout is not None
    assert run.stdout.readline()
    run.kill()
    run.communicate(timeout=120)  # what its processes hold open is closed, too
    for _ in range(1200):
        try:
            os.killpg(run.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a process is left")


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="signals are sent to threads")
def test_an_interrupt_waits_until_processes_are_begun() -> None:
    begun = []

    def begin() -> None:
        with worker._uninterrupted():
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)
            begun.append("here")

    with pytest.raises(KeyboardInterrupt):
        begin()
    assert begun


@pytest.mark.parametrize("name", ["torn.docx", "torn.pdf", "twice.docx", "torn.html", "torn.json"])
def test_what_a_library_has_to_say_does_not_reach_the_user(tmp_path: Path, name: str) -> None:
    part = b"<w:document><w:body><w:p><w:r><w:t>Clerk</w:t></w:r></w:p></w:body></w:document>"
    whole = archive({"word/document.xml": part})
    data = {
        "torn.docx": whole[: len(whole) // 2],
        "torn.pdf": pdf([[("Clerk", 70, 700, 12, True)]])[:400],
        "twice.docx": whole + whole,
        "torn.html": b"<html><body><h1>Clerk<p>&#xfffffff;<![CDATA[",
        "torn.json": b'{"@type": "JobPosting", "title": "Clerk", "description": "<p>\\ud800',
    }[name]
    (tmp_path / name).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-W", "default", "-m", "postlint", "check", "--format", "concise", name],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert all(line.startswith("postlint: ") for line in done.stderr.splitlines()), done.stderr
    assert "Warning" not in done.stdout
