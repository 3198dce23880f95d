"""What others do meanwhile: folders closed to us, files that grow, a cache that somebody spoils."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from postlint.__main__ import main
from postlint.errors import OutputError
from postlint.run.session import Session
from postlint.text.rewrite import TextFile, read_text_file

TEXT = (
    "# Clerk\n\n“E” marks essential functions.\n\n##  Duties ##\n\n"
    "*  Files records. “E”\n*  Keeps the books. “E”\n"
)
MENDED = ("check", "--fix", "--unsafe-fixes", "--select", "FORM001")
# What lets an administrator write and read where nobody may.
_OVERRIDES = (1, 2)
_DROP_FROM_BOUNDS = 24


def _as_anybody() -> None:
    """Give up an administrator's right to pass over modes; others have none."""
    if os.geteuid() == 0:
        system = ctypes.CDLL(None)
        for right in _OVERRIDES:
            system.prctl(_DROP_FROM_BOUNDS, right, 0, 0, 0)


def postlint(folder: Path, *arguments: str, kept: Path | str = "") -> tuple[int, str, str]:
    """Run the command in a folder, with no right that its modes do not give."""
    done = subprocess.run(
        [sys.executable, "-m", "postlint", *arguments],
        cwd=folder,
        env=os.environ | {"POSTLINT_CACHE_DIR": str(kept)},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_as_anybody,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def close() -> Callable[[Path], None]:
    """Return what closes a folder with all in it to writers, where that can be had."""
    if sys.platform != "linux":
        pytest.skip("rights are given up on Linux")

    def shut(folder: Path) -> None:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        program = ["touch", str(folder / "more")]
        if not subprocess.run(program, check=False, preexec_fn=_as_anybody, stderr=-3).returncode:
            pytest.skip("nobody can be kept out here")

    return shut


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("fmt", "a.posting"), "a.posting"),
        ((*MENDED, "a.posting"), "a.posting"),
        (("check", "a.posting", "-o", "a.txt"), "a.txt"),
        (("check", "a.posting", "--format", "html=a.html"), "a.html"),
        (("convert", "a.posting", "-o", "b.posting"), "b.posting"),
        (("baseline", "a.posting"), "postlint-baseline.json"),
        (("init",), "postlint.toml"),
        (("audit", ".", "--out", "audit"), "audit"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_a_folder_in_which_nobody_may_write_is_a_line(
    tmp_path: Path, close: Callable[[Path], None], arguments: tuple[str, ...], told: str
) -> None:
    (tmp_path / "a.posting").write_text(TEXT, encoding="utf-8")
    close(tmp_path)
    code, _, shown = postlint(tmp_path, *arguments)
    assert code == 2
    assert f"postlint: {told}: cannot be written: you may not write there\n" in shown
    assert [path.name for path in tmp_path.iterdir()] == ["a.posting"]
    assert (tmp_path / "a.posting").read_text(encoding="utf-8") == TEXT


def test_a_folder_in_which_nobody_may_write_is_checked(
    tmp_path: Path, close: Callable[[Path], None]
) -> None:
    jobs = tmp_path / "jobs"
    jobs.mkdir()
    (jobs / "a.posting").write_text(TEXT, encoding="utf-8")
    before = postlint(jobs, "check", ".", "--format", "concise")
    close(jobs)
    assert postlint(jobs, "check", ".", "--format", "concise") == before


def test_a_folder_of_pages_in_which_nobody_may_write_leaves_the_old_report(
    tmp_path: Path, close: Callable[[Path], None]
) -> None:
    (tmp_path / "jobs").mkdir()
    for name in "ab":
        (tmp_path / "jobs" / f"{name}.posting").write_text(TEXT, encoding="utf-8")
    command = ("check", "jobs", "--format", "html=report.html")
    assert postlint(tmp_path, *command)[0] == 1
    old = (tmp_path / "report.html").read_bytes()
    (tmp_path / "jobs" / "a.posting").write_text(TEXT.replace("Clerk", "Cook"), encoding="utf-8")
    close(tmp_path / "report - postings")
    code, _, shown = postlint(tmp_path, *command)
    assert (code, "you may not write there" in shown) == (2, True)
    assert (tmp_path / "report.html").read_bytes() == old


@pytest.mark.parametrize("filled", [False, True])
def test_a_cache_in_which_nobody_may_write_is_read_and_done_without(
    tmp_path: Path, close: Callable[[Path], None], filled: bool
) -> None:
    jobs, kept = tmp_path / "jobs", tmp_path / "kept"
    jobs.mkdir()
    kept.mkdir()
    (jobs / "a.posting").write_text(TEXT, encoding="utf-8")
    anew = postlint(jobs, "check", ".", "--format", "json")
    if filled:
        assert postlint(jobs, "check", ".", "--format", "json", kept=kept) == anew
    close(kept)
    before = sorted(kept.rglob("*"))
    assert postlint(jobs, "check", ".", "--format", "json", kept=kept) == anew
    (jobs / "a.posting").write_text(TEXT.replace("Clerk", "Cook"), encoding="utf-8")
    assert postlint(jobs, "check", ".", "--format", "json", kept=kept)[2] == anew[2]
    assert sorted(kept.rglob("*")) == before
    if filled:
        code, _, shown = postlint(jobs, "clean", kept=kept)
        assert (code, shown.endswith("cannot be written: you may not write there\n")) == (2, True)


def test_a_file_that_grows_is_read_as_it_was_at_one_moment(tmp_path: Path) -> None:
    """Somebody writes more and more into a posting: each check sees a beginning of it."""
    posting = tmp_path / "a.posting"
    posting.write_text(TEXT, encoding="utf-8")
    stop = threading.Event()

    def grow() -> None:
        with posting.open("a", encoding="utf-8") as file:
            while not stop.is_set():
                file.write("*  Files more records.\n")
                file.flush()
                time.sleep(0.0005)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        seen = [Session().check_file(str(posting)) for _ in range(8)]
    finally:
        stop.set()
        writer.join()
    whole = posting.read_text(encoding="utf-8")
    lengths = [len(report.source.given) for report in seen]
    assert lengths == sorted(lengths)
    assert lengths[0] < lengths[-1]
    assert all(whole.startswith(report.source.given) for report in seen)


@pytest.mark.parametrize("then", [TEXT + "*  Answers letters.\n", TEXT[:-5], None])
def test_what_was_written_since_it_was_read_is_not_written_over(
    tmp_path: Path, then: str | None
) -> None:
    posting = tmp_path / "a.posting"
    posting.write_text(TEXT, encoding="utf-8")
    file = read_text_file(posting, 1)
    if then is None:
        posting.unlink()
    else:
        posting.write_text(then, encoding="utf-8")
    with pytest.raises(OutputError, match=r"has changed since|does not exist"):
        file.write("# Clerk\n")
    assert (posting.read_text(encoding="utf-8") if posting.exists() else None) == then


@pytest.mark.parametrize("command", [("fmt",), MENDED])
def test_a_posting_that_is_saved_while_it_is_mended_keeps_what_was_saved(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: tuple[str, ...],
) -> None:
    posting = tmp_path / "a.posting"
    posting.write_text(TEXT, encoding="utf-8")
    write = TextFile.write

    def late(self: TextFile, text: str) -> None:
        posting.write_text(TEXT + "*  Answers letters.\n", encoding="utf-8")
        write(self, text)

    monkeypatch.setattr(TextFile, "write", late)
    assert main([*command, str(posting)]) == 2
    assert "it has changed since it was read; run this again" in capsys.readouterr().err
    assert posting.read_text(encoding="utf-8").endswith("Answers letters.\n")
    monkeypatch.undo()
    assert main([*command, str(posting)]) < 2
    mended = posting.read_text(encoding="utf-8")
    assert mended != TEXT + "*  Answers letters.\n"
    assert "Answers letters." in mended


def test_a_cache_that_somebody_spoils_under_two_runs_changes_no_answer(tmp_path: Path) -> None:
    jobs, kept = tmp_path / "jobs", tmp_path / "kept"
    jobs.mkdir()
    for number in range(24):
        text = TEXT.replace("Clerk", f"Clerk {number}")
        (jobs / f"{number:02}.posting").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "postlint", "check", ".", "--format", "json", "--jobs"]
    environment = os.environ | {"POSTLINT_CACHE_DIR": str(kept)}
    anew = subprocess.run(
        [*command, "1", "--no-cache"], cwd=jobs, env=environment, capture_output=True, check=False
    )
    assert anew.returncode == 1
    stop = threading.Event()
    spoilt: list[Path] = []

    def spoil() -> None:
        turns = (b"", b"\0" * 300, b"postlint-result-2 ", None)
        while not stop.is_set():
            for place in [*kept.rglob("*")]:
                turn = turns[len(spoilt) % len(turns)]
                try:
                    if not place.is_file():
                        continue
                    if turn is None:
                        place.write_bytes(place.read_bytes()[:-40] + b"x" * 40)
                    else:
                        place.write_bytes(turn)
                except OSError:  # it was replaced at this moment
                    continue
                spoilt.append(place)
            time.sleep(0.001)

    writer = threading.Thread(target=spoil)
    writer.start()
    try:
        for _ in range(2):
            runs = [
                subprocess.Popen(
                    [*command, jobs_], cwd=jobs, env=environment,
                    stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                )
                for jobs_ in ("1", "2")
            ]  # fmt: skip
            for run in runs:
                shown, told = run.communicate(timeout=200)
                assert (run.returncode, shown, told) == (1, anew.stdout, anew.stderr)
    finally:
        stop.set()
        writer.join()
    assert spoilt
    again = subprocess.run(
        [*command, "1"], cwd=jobs, env=environment, capture_output=True, check=False
    )
    assert (again.returncode, again.stdout) == (1, anew.stdout)
