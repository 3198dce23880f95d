"""Fixes by the command: what becomes of a file's bytes, and of files that are no text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from documents import pdf, word

POSTING = (
    "# Café Manager\n\nOrganization: Alder County\n\n## Duties\n\n- Leads the café’s staff. “E”\n"
    "- Plans the menu. “E”\n- Orders supplies.\n\n“E” marks essential functions.\n"
)
PAGE = (
    "<html><body><h1>Nurse</h1><h2>Duties</h2><ul><li>Cares for the ward. (E)</li>"
    "<li>Plans the week. (E)</li></ul><h2>Qualifications</h2><p>A licence.</p></body></html>"
)


pytestmark = pytest.mark.usefixtures("folder")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "postlint", "check", *arguments],
        capture_output=True,
        check=False,
        timeout=120,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"},
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("cp1252", b""), ("utf-16-le", b"\xff\xfe")],
)
def test_encoding_mark_and_line_ends_stay(
    folder: Path, encoding: str, mark: bytes, newline: str
) -> None:
    path = folder / "cafe.posting"
    text = POSTING.replace("\n", newline)
    path.write_bytes(mark + text.encode(encoding))
    done = run("cafe.posting", "--select", "FORM001,EQTY001", "--fix", "--unsafe-fixes")
    assert "2 fixes made in 1 file." in done.stderr
    after = path.read_bytes()
    assert after.startswith(mark)
    new = after.removeprefix(mark).decode(encoding)
    assert new.startswith(text.replace(". “E”", ". (E)").rstrip())
    assert "## Equal opportunity" in new
    assert new.replace(newline, "").isprintable()


def test_a_difference_is_shown_and_nothing_is_written(folder: Path) -> None:
    path = folder / "cafe.posting"
    path.write_text(POSTING, encoding="utf-8")
    done = run("cafe.posting", "--select", "EQTY001", "--unsafe-fixes", "--diff")
    assert done.returncode == 1
    assert "+## Equal opportunity" in done.stdout
    assert "-" not in [line[:1] for line in done.stdout.split("\n")[2:]]
    assert path.read_text(encoding="utf-8") == POSTING
    assert run("cafe.posting", "--select", "EQTY001", "--diff").returncode == 0


def test_what_is_added_is_reported_until_it_is_filled_in(folder: Path) -> None:
    (folder / "cafe.posting").write_text(POSTING, encoding="utf-8")
    done = run("cafe.posting", "--select", "EQTY001", "--fix", "--unsafe-fixes", "--format=concise")
    assert done.returncode == 1
    assert "POST012 placeholder-left '[Employer]' was left to be filled in." in done.stdout
    assert "EQTY001" not in done.stdout


def test_nothing_is_written_where_a_new_error_would_appear(folder: Path) -> None:
    """A house rule that forbids what the fix adds, as an error."""
    (folder / "postlint.toml").write_text('rule-files = ["house.toml"]\n', encoding="utf-8")
    (folder / "house.toml").write_text(
        '[[rule]]\ncode = "TST001"\nname = "blank"\nmessage = "Seen: {words}"\n'
        'severity = "error"\nwords = [{ find = ["discriminate"] }]\nin-legal-text = true\n',
        encoding="utf-8",
    )
    path = folder / "cafe.posting"
    path.write_text(POSTING, encoding="utf-8")
    done = run("cafe.posting", "--select", "EQTY001,TST001", "--fix", "--unsafe-fixes")
    assert "cafe.posting: not fixed: the fixes would bring a new error, TST001" in done.stderr
    assert path.read_text(encoding="utf-8") == POSTING


def nurse(document: Any) -> None:
    document.add_heading("Nurse", 1)
    document.add_heading("Duties", 2)
    document.add_paragraph("Cares for the ward. (E)", style="List Bullet")
    document.add_paragraph("Plans the week. (E)", style="List Bullet")
    document.add_heading("Qualifications", 2)
    document.add_paragraph("A licence as a nurse.")


def test_a_word_file_is_left_as_it_is_and_that_is_said(folder: Path) -> None:
    pytest.importorskip("docx")
    data = word(nurse)
    (folder / "nurse.docx").write_bytes(data)
    done = run("nurse.docx", "--fix", "--unsafe-fixes")
    assert "nurse.docx: not fixed: the file is no text and is left as it is" in done.stderr
    assert "postlint convert" in done.stderr
    assert (folder / "nurse.docx").read_bytes() == data


def test_a_pdf_is_left_as_it_is_and_that_is_said(folder: Path) -> None:
    pytest.importorskip("pypdfium2")
    lines = ["NURSE", "DUTIES", "- Cares for the ward. (E)", "- Plans the week. (E)"]
    lines += ["QUALIFICATIONS", "- A licence as a nurse."]
    data = pdf([[(line, 72.0, 720.0 - 20 * n, 12.0, False) for n, line in enumerate(lines)]])
    (folder / "nurse.pdf").write_bytes(data)
    done = run("nurse.pdf", "--fix", "--unsafe-fixes")
    assert "nurse.pdf: not fixed: the file is no text and is left as it is" in done.stderr
    assert (folder / "nurse.pdf").read_bytes() == data


def test_a_web_page_is_left_to_its_writer_and_that_is_said(folder: Path) -> None:
    path = folder / "nurse.html"
    path.write_text(PAGE, encoding="utf-8")
    done = run("nurse.html", "--select", "EQTY001", "--fix", "--unsafe-fixes")
    assert "nurse.html: not fixed: 1 fix can only be made by hand" in done.stderr
    assert path.read_text(encoding="utf-8") == PAGE
