"""The commands that write postings: `convert` and `fmt`, as processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

LOOSE = "#  Cook #\n\n\n\n* Bakes bread. (E)\n*   Stirs soup.\n"
TIDY = "# Cook\n\n- Bakes bread. (E)\n- Stirs soup.\n"
PAGE = (
    "<html><body><nav>Home</nav><h1>Cook</h1><h2>Duties</h2>"
    "<ul><li>Bakes bread.</li><li>Stirs soup.</li></ul></body></html>"
)


pytestmark = pytest.mark.usefixtures("folder")


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "postlint", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "NO_COLOR": "1"},
    )


# ---------------------------------------------------------------------- convert


def test_a_page_is_written_as_markup_and_left_as_it_is(folder: Path) -> None:
    (folder / "cook.html").write_text(PAGE, encoding="utf-8")
    done = run("convert", "cook.html", "-o", "cook.posting")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    expected = "# Cook\n\n## Duties\n\n- Bakes bread.\n- Stirs soup.\n"
    assert (folder / "cook.posting").read_text(encoding="utf-8") == expected
    assert (folder / "cook.html").read_text(encoding="utf-8") == PAGE
    assert run("convert", "cook.html").stdout.decode() == expected
    assert run("convert", "-", "--as", "html", stdin=PAGE.encode()).stdout.decode() == expected


def test_each_of_several_postings_is_written_to_its_own_file(folder: Path) -> None:
    posts = "\n".join(
        f"# {post}\n\nReports to: Warden\n\n## Duties\n\n- Serves.\n\n"
        "## Qualifications\n\n- Cares.\n"
        for post in ("Cook", "Nurse")
    )
    (folder / "jobs.md").write_text(posts, encoding="utf-8")
    done = run("convert", "jobs.md", "-o", "jobs.posting")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    made = {path.name: path.read_text("utf-8").split("\n")[0] for path in folder.glob("*.posting")}
    assert made == {"jobs-1.posting": "# Cook", "jobs-2.posting": "# Nurse"}
    first = run("convert", "jobs.md")
    assert first.stdout.startswith(b"# Cook\n")
    assert b"Nurse" not in first.stdout
    assert b"2 postings" in first.stderr
    # A name that is the source's own is refused before anything is written.
    (folder / "jobs-2.posting").write_text(posts, encoding="utf-8")
    refused = run("convert", "jobs-2.posting", "-o", "jobs.posting")
    assert refused.returncode == 2
    assert (folder / "jobs-2.posting").read_text("utf-8") == posts


def test_what_would_not_say_the_same_is_not_written(folder: Path) -> None:
    unclear = (
        "RECORDS CLERK\n\nDUTIES\n\n- Files records.\n\n"
        "Proposed Minimum Salary\nCommensurate\n\nJob Location\nElk, Texas\n"
    )
    (folder / "clerk.txt").write_text(unclear, encoding="utf-8")
    told = b"postlint: clerk.txt: pay: competitive would become none\n"
    done = run("convert", "clerk.txt", "-o", "clerk.posting")
    assert (done.returncode, done.stdout) == (1, b"")
    assert told in done.stderr
    assert b"not written" in done.stderr
    assert not (folder / "clerk.posting").exists()
    anyway = run("convert", "clerk.txt", "--anyway")
    assert (anyway.returncode, anyway.stderr) == (0, told)
    assert b"Commensurate" in anyway.stdout


def test_what_was_given_up_in_reading_is_told(folder: Path) -> None:
    (folder / "cook.posting").write_text(PAGE, encoding="utf-8")
    done = run("convert", "cook.posting")
    assert done.returncode == 0
    assert done.stdout.startswith(b"# Cook\n")
    assert b"cook.posting: This was to be read as a posting in markup" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["convert", "gone.docx"], "gone.docx: there is no such file"),
        (["convert", "scan.bin"], "scan.bin: it is a binary file, not text"),
        (["convert", "cook.posting", "--as", "markdwn"], "Did you mean 'markdown'?"),
        (["convert", "cook.posting", "-o", "./cook.posting"], "it is the posting to convert"),
        (["convert", "cook.posting", "-o", "no/cook.posting"], "its folder does not exist"),
        (["fmt", "gone.posting"], "gone.posting: there is no such file"),
        (["fmt", "scan.bin"], "scan.bin: it is a binary file, not text"),
    ],
)
def test_what_cannot_be_is_a_line_and_exits_with_2(
    folder: Path, arguments: list[str], words: str
) -> None:
    (folder / "cook.posting").write_text(TIDY, encoding="utf-8")
    (folder / "scan.bin").write_bytes(b"\x7fELF\0\0\1\2" * 99)
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert words in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert (folder / "cook.posting").read_text(encoding="utf-8") == TIDY


# -------------------------------------------------------------------------- fmt


def test_formatting_writes_once_and_check_tells_before_and_after(folder: Path) -> None:
    path = folder / "cook.posting"
    path.write_text(LOOSE, encoding="utf-8")
    path.chmod(0o640)
    before = run("fmt", "--check", ".")
    assert before.returncode == 1
    assert b"cook.posting: would be formatted" in before.stderr
    assert path.read_text(encoding="utf-8") == LOOSE
    assert run("fmt", ".").returncode == 0
    assert path.read_text(encoding="utf-8") == TIDY
    assert path.stat().st_mode & 0o777 == 0o640
    written = path.stat().st_mtime_ns
    again = run("fmt", ".")
    assert again.returncode == 0
    assert b"0 files formatted, 1 left as they were." in again.stderr
    assert path.stat().st_mtime_ns == written
    assert run("fmt", "--check", ".").returncode == 0
    assert list(folder.iterdir()) == [path]


def test_a_diff_can_be_applied(folder: Path) -> None:
    path = folder / "cook.posting"
    path.write_bytes(LOOSE.replace("\n", "\r\n").encode().rstrip())
    done = run("fmt", "--diff", "cook.posting")
    assert done.returncode == 1
    assert b"+- Bakes bread. (E)\r\n" in done.stdout
    assert b"\\ No newline at end of file" in done.stdout
    applied = subprocess.run(
        ["git", "apply", "--unsafe-paths", "-p0", "-"],
        input=done.stdout, cwd=folder, capture_output=True, check=False,
    )  # fmt: skip
    assert applied.returncode == 0, applied.stderr
    assert path.read_bytes() == TIDY.replace("\n", "\r\n").encode()
    assert run("fmt", "--diff", "cook.posting").returncode == 0


@pytest.mark.parametrize(
    ("encoding", "mark", "newline"),
    [
        ("utf-8", b"\xef\xbb\xbf", "\r\n"),
        ("utf-16-le", b"\xff\xfe", "\n"),
        ("cp1252", b"", "\r\n"),
        ("utf-8", b"", "\n"),
    ],
)
def test_encoding_mark_and_newlines_are_kept(
    folder: Path, encoding: str, mark: bytes, newline: str
) -> None:
    path = folder / "cook.posting"
    text = LOOSE.replace("bread", "crêpes").replace("\n", newline)
    path.write_bytes(mark + text.encode(encoding))
    assert run("fmt", "cook.posting").returncode == 0
    expected = TIDY.replace("bread", "crêpes").replace("\n", newline)
    assert path.read_bytes() == mark + expected.encode(encoding)


def test_standard_input_is_formatted_to_standard_output() -> None:
    done = run("fmt", "-", stdin=LOOSE.encode())
    assert (done.returncode, done.stdout, done.stderr) == (0, TIDY.encode(), b"")
    assert run("fmt", "-", "--check", stdin=LOOSE.encode()).returncode == 1
    assert run("fmt", "-", "--check", stdin=TIDY.encode()).returncode == 0


def test_other_kinds_and_damaged_files_are_left_alone(folder: Path) -> None:
    (folder / "cook.posting").write_text(LOOSE, encoding="utf-8")
    (folder / "cook.md").write_text("* a\n* b\n", encoding="utf-8")
    damaged = LOOSE.encode() + "* Serves crêpes, crêpes.\n".encode() + b"* \xff\n"
    (folder / "torn.posting").write_bytes(damaged)
    done = run("fmt", "cook.md", "torn.posting", "cook.posting")
    assert done.returncode == 2
    assert b"cook.md: it is Markdown, not markup" in done.stderr
    assert b"torn.posting: some of its bytes are not utf-8; it is left as it is" in done.stderr
    assert (folder / "cook.md").read_text(encoding="utf-8") == "* a\n* b\n"
    assert (folder / "torn.posting").read_bytes() == damaged
    assert (folder / "cook.posting").read_text(encoding="utf-8") == TIDY
    assert run("fmt", ".", "--check").returncode == 2


def test_a_link_stays_a_link(folder: Path) -> None:
    (folder / "real.posting").write_text(LOOSE, encoding="utf-8")
    (folder / "link.posting").symlink_to("real.posting")
    assert run("fmt", "link.posting").returncode == 0
    assert (folder / "link.posting").is_symlink()
    assert (folder / "real.posting").read_text(encoding="utf-8") == TIDY


# ----------------------------------------------------------------------- sheets


def test_options_and_settings_name_the_columns_of_a_sheet(folder: Path) -> None:
    sheet = 'n,who,words\n1,Groom,"Duties: feeds horses; brushes them."\n2,Cook,"Fries eggs."\n'
    (folder / "a.csv").write_text(sheet, encoding="utf-8")
    refused = run("check", "a.csv")
    assert refused.returncode == 2
    assert b"--text COLUMN" in refused.stderr
    told = run("check", "a.csv", "--text", "words", "--title", "who", "--format", "concise")
    assert b"a.csv[1]:" in told.stdout
    assert b"a.csv[2]:" in told.stdout
    (folder / "postlint.toml").write_text('[columns]\ntext = "words"\n', encoding="utf-8")
    assert b"a.csv[2]:" in run("check", "a.csv", "--format", "concise").stdout
