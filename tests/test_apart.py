"""What ends the process that reads it costs one line about one file."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from documents import pdf
from postlint.__main__ import main

pytest.importorskip("pypdfium2")
if not hasattr(os, "fork"):
    pytest.skip("processes are not forked off here", allow_module_level=True)

_LINES = [("Head Cook", 72.0, 700.0, 20.0, True), ("Duties", 72.0, 650.0, 12.0, True),
          ("- Bakes bread.", 72.0, 630.0, 10.0, False)]  # fmt: skip


@pytest.mark.parametrize("jobs", [[], ["--jobs", "1"]])
def test_a_reader_that_aborts_ends_its_own_process(
    tmp_path: Path,
    jobs: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415  # it has no types

    whole = pypdfium2.PdfDocument

    def aborting(data: bytes) -> object:
        if b"poison" in data:
            os.abort()
        return whole(data)

    monkeypatch.setattr(pypdfium2, "PdfDocument", aborting)
    monkeypatch.chdir(tmp_path)
    Path("a.pdf").write_bytes(pdf([_LINES]))
    Path("b.pdf").write_bytes(pdf([_LINES]) + b"\n% poison")
    Path("c.posting").write_text("# Cook\n\n## Duties\n\n- Fries eggs.\n", encoding="utf-8")
    Path("d.pdf").write_bytes(pdf([_LINES]))
    code = main(["check", ".", "--no-cache", "--format", "concise", *jobs])
    said = capsys.readouterr()
    assert code == 2
    assert [
        line for line in said.err.splitlines() if "b.pdf" in line and "process was ended" in line
    ]
    for name in ("a.pdf", "c.posting", "d.pdf"):
        assert f"{name}:" in said.out


@pytest.mark.parametrize("jobs", [[], ["--jobs", "1"]])
def test_a_reader_that_does_not_come_back_is_ended_in_its_time(
    tmp_path: Path,
    jobs: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    import pypdfium2  # noqa: PLC0415

    whole = pypdfium2.PdfDocument

    def endless(data: bytes) -> object:
        if b"poison" in data:  # as a library that is not Python's, it hears no alarm
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
            while True:
                pass
        return whole(data)

    monkeypatch.setattr(pypdfium2, "PdfDocument", endless)
    monkeypatch.chdir(tmp_path)
    Path("postlint.toml").write_text("[limits]\nseconds = 0.5\n", encoding="utf-8")
    Path("a.pdf").write_bytes(pdf([_LINES]) + b"\n% poison")
    Path("b.posting").write_text("# Cook\n\n## Duties\n\n- Fries eggs.\n", encoding="utf-8")
    Path("c.pdf").write_bytes(pdf([_LINES]))
    assert main(["check", ".", "--no-cache", "--format", "concise", *jobs]) == 2
    said = capsys.readouterr()
    assert (
        "postlint: a.pdf: it took more than 0.5 seconds; limits.seconds would allow more\n"
        in said.err
    )
    for name in ("b.posting", "c.pdf"):
        assert f"{name}:" in said.out
