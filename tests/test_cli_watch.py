"""Checking again whenever something changes, and the list of files that would be checked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from postlint.__main__ import main

# A shell lets what it starts in the background pass over Ctrl-C.
HEEDS = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from postlint.__main__ import main; sys.exit(main(sys.argv[1:]))"
)
COOK = "# Cook\n\n## Duties\n\n- {}\n\n## Qualifications\n\n- A clean kitchen.\n"


@contextmanager
def watched(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Run the command with `--watch`, and end it whatever happens; what it says is in a file."""
    said = folder.parent / "said.txt"
    with said.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-c", HEEDS, "check", *arguments, "--watch"],
            stdout=file,
            stderr=file,
            cwd=folder,
        )
        try:
            yield process, said
        finally:
            process.kill()
            process.wait(timeout=30)


def waited(said: Path, *words: str, times: int = 1) -> str:
    """Wait until the command has said some words, and return all it said."""
    for _ in range(600):
        text = said.read_text(encoding="utf-8")
        if all(word in text for word in words) and text.count("Ctrl-C ends it") >= times:
            return text
        time.sleep(0.1)
    raise AssertionError(f"{words} not in {said.read_text(encoding='utf-8')!r}")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as a signal of POSIX")
def test_a_posting_is_checked_again_when_it_or_its_settings_change(tmp_path: Path) -> None:
    folder = tmp_path / "jobs"
    folder.mkdir()
    posting = folder / "cook.posting"
    posting.write_text(COOK.format("Bakes bread."), encoding="utf-8")
    (folder / "postlint.toml").write_text('select = ["ADA009"]\n', encoding="utf-8")
    with watched(folder, ".", "--format", "concise") as (process, said):
        assert "No findings" in waited(said)
        posting.write_text(COOK.format("Is able-bodied."), encoding="utf-8")
        waited(said, "ADA009 able-bodied-language", times=2)
        # Settings that are wrong for a moment do not end it.
        (folder / "postlint.toml").write_text("select = 3\n", encoding="utf-8")
        waited(said, "postlint.toml:1: select must be", times=3)
        (folder / "postlint.toml").write_text('select = ["EQTY014"]\n', encoding="utf-8")
        waited(said, times=4)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
    text = said.read_text(encoding="utf-8")
    assert (text.count("Ctrl-C ends it"), text.count("No findings")) == (4, 2)


def test_standard_input_is_not_watched(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-", "--watch"]) == 2
    assert "standard input comes once" in capsys.readouterr().err


def test_the_files_that_would_be_checked_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.posting", "notes.json", "old/c.posting"):
        place = tmp_path / name
        place.parent.mkdir(exist_ok=True)
        place.write_text("not even a posting", encoding="utf-8")
    (tmp_path / "postlint.toml").write_text('exclude = ["old/"]\n', encoding="utf-8")
    assert main(["check", ".", "--show-files"]) == 0
    assert capsys.readouterr().out == "a.posting\nb.txt\n"
    assert main(["check", ".", "--show-files", "--include", "*.json"]) == 0
    assert capsys.readouterr().out == "a.posting\nb.txt\nnotes.json\n"
    assert main(["check", "a.posting", "none.posting", "--show-files"]) == 2
    captured = capsys.readouterr()
    assert captured.out == "a.posting\n"
    assert "none.posting: there is no such file" in captured.err
