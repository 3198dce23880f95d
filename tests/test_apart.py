"""What ends the process that reads it costs one line about one file."""

from __future__ import annotations

import os
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
