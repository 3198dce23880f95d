"""A folder from somebody else is checked without harm: to the screen, the disk, the machine.

The texts, names and settings below hold what terminals, browsers, CI services
and parsers act on.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from postlint import cache
from postlint.__main__ import main
from postlint.render import FORMATS
from postlint.run.git_changes import GitError, changed_since

EVIL = (
    "\x1b[31m\x1b]0;mine\x07\x9b2J \u202egnihton\u2066 <script>alert(1)</script> ]]> --> "
    "&quot;\"'<img src=x onerror=alert(1)> %0A::error::mine \x08"
)
TEXT = f"""# Cook {EVIL}

Reports to: {EVIL}

## Essential duties {EVIL}

- Bakes {EVIL} young and energetic bread.
- He must be able-bodied {EVIL}.
- Supervises {EVIL}

## Qualifications

- High school diploma {EVIL}

## Pay

%% postlint: ignore ADA009 -- {EVIL}

Salary: $20 {EVIL}

%% postlint: ignore no-such-rule{EVIL.replace(" ", "")} -- why
"""
# What no output may hold: it turns, moves, clears, renames or hides.
ACTING = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *"\u061c\u200e\u200f\u2028\u2029"}
ACTING.update(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
ACTING.discard("\n")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as it may be checked out from anywhere."""
    place = tmp_path / "theirs"
    place.mkdir()
    monkeypatch.chdir(place)
    (place / "a.posting").write_text(TEXT, encoding="utf-8")
    return place


def evil_name(folder: Path, suffix: str) -> str:
    name = f"\x1b[31m\u202e<script>&'{suffix}" if os.name == "posix" else f"evil{suffix}"
    (folder / name).write_text(TEXT, encoding="utf-8")
    return name


def assert_harmless(text: str) -> None:
    assert not sorted(ACTING.intersection(text))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_shows_a_hostile_posting_harmlessly(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    evil_name(folder, ".posting")
    (folder / evil_name(folder, ".txt")).write_bytes(b"\x7fELF\0\0\1\2" * 99)
    code = main(
        ["check", ".", "--format", name, "--verdicts", "--statistics", "-o", "../out", "--no-cache"]
    )
    assert code == 2  # one is no text
    out = Path("../out").read_bytes().decode("utf-8")
    assert len(out) > 300
    assert_harmless(out)
    assert_harmless(capsys.readouterr().err)
    if name in {"json", "sarif", "gitlab", "rdjson"}:
        json.loads(out)
    elif name == "jsonl":
        assert all(json.loads(line) for line in out.splitlines())
    elif name in {"junit", "checkstyle"}:
        ET.fromstring(out)  # noqa: S314  # our own
    elif name == "html":
        assert "<script" not in out
        assert "onerror=alert(1)>" not in out
        assert "&lt;script&gt;" in out
    elif name == "github":
        assert all(line.startswith("::") for line in out.splitlines())
        assert not any(line.startswith("::error::mine") for line in out.splitlines())


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab", "rdjson"])
def test_what_programs_read_keeps_every_character(name: str) -> None:
    """Harmless is escaped, not changed: a program that reads it has the words as they are."""
    main(["check", ".", "--format", name, "-o", "../out", "--no-cache"])
    said = json.dumps(json.loads(Path("../out").read_bytes()), ensure_ascii=False)
    assert "<script>alert(1)</script>" in said


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no terminals to try here")
@pytest.mark.parametrize(
    "command",
    [
        ("convert", "a.posting"),
        ("fmt", "loose.posting", "--diff"),
        ("check", "a.posting"),
        ("check", "a.posting", "--diff", "--unsafe-fixes"),
        ("check", "a.posting", "--format", "json"),
        ("config", "a.posting"),
    ],
    ids=" ".join,
)
def test_a_terminal_is_given_nothing_to_act_on(folder: Path, command: tuple[str, ...]) -> None:
    (folder / "loose.posting").write_text(TEXT.replace("- ", "*   "), encoding="utf-8")
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "postlint", *command],
        stdout=theirs,
        stderr=theirs,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100"},
    ):
        os.close(theirs)
        parts = []
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not part:
                break
            parts.append(part)
    os.close(ours)
    shown = b"".join(parts).decode("utf-8").replace("\r\n", "\n")
    assert len(shown) > 20
    assert_harmless(shown)


def test_a_pipe_is_given_the_words_as_they_are() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "postlint", "convert", "a.posting"], capture_output=True, check=True
    )
    assert b"\x1b[31m" in done.stdout


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (f'"{EVIL.encode("unicode_escape").decode()}" = 1\n'.replace("\\x", "\\u00"), "no setting"),
        ('select = ["\\u001b[31m\\u202e"]\n', "no rule"),
        ("a = " + "[" * 20_000 + "]" * 20_000 + "\n", "nested too deeply"),
        ('rule-files = ["deep.toml"]\n', "nested too deeply"),
        ('baseline = "deep.json"\n', "is not a baseline"),
        ('extends = ["postlint.toml"]\n', "which extends this file"),
        ('extends = ["/dev/zero.toml"]\n', "does not exist"),
    ],
)
def test_a_hostile_configuration_is_a_line(
    folder: Path, settings: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "postlint.toml").write_text(settings.replace("\"'<", "<"), encoding="utf-8")
    (folder / "deep.toml").write_text("a = " + "[" * 20_000 + "]" * 20_000, encoding="utf-8")
    (folder / "deep.json").write_text('{"version": 1, "files": ' + "[" * 100_000, encoding="utf-8")
    assert main(["check", "a.posting"]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "Something went wrong" not in err
    assert "Traceback" not in err
    assert_harmless(err)


def test_nothing_in_a_folder_is_executed_or_imported(folder: Path, tmp_path: Path) -> None:
    """Python files, packs and tools' settings of the folder stay what they are: files."""
    mark = tmp_path / "executed"
    code = f"open({str(mark)!r}, 'w').close()\n"
    for name in ("conftest.py", "setup.py", "sitecustomize.py", "postlint_rules.py", "lark.py",
                 "attrs.py", "postlint.py", "theirs_pack.py", "__init__.py"):  # fmt: skip
        (folder / name).write_text(code, encoding="utf-8")
    for name in ("postlint", "postlint_rules"):
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(code, encoding="utf-8")
    info = folder / "theirs-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: theirs\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[postlint]\ntheirs = theirs_pack\n", encoding="utf-8")
    (folder / "pyproject.toml").write_text(
        '[project.entry-points.postlint]\ntheirs = "theirs_pack"\n[tool.postlint]\n'
        'select = ["ADA"]\n',
        encoding="utf-8",
    )
    command = Path(sys.executable).with_name("postlint")
    if not command.exists():
        pytest.skip("the command is not installed beside this Python")
    done = subprocess.run(
        [str(command), "check", ".", "--format", "json", "--jobs", "2"],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert "theirs" not in [pack["name"] for pack in json.loads(done.stdout)["producer"]["packs"]]
    assert not mark.exists()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no devices here")
@pytest.mark.parametrize("named", ["baseline", "rule-files", ".gitignore"])
def test_a_device_in_the_place_of_a_file_of_settings_is_a_line(
    folder: Path, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    """It has no end, and would fill the memory."""
    (folder / "end.toml").symlink_to("/dev/zero")
    if named == ".gitignore":
        (folder / "end.toml").rename(folder / named)
        assert main(["check", "."]) in {0, 1}
        return
    value = '["end.toml"]' if named == "rule-files" else '"end.toml"'
    (folder / "postlint.toml").write_text(f"{named} = {value}\n", encoding="utf-8")
    assert main(["check", "a.posting"]) == 2
    assert "it is a device or a pipe" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_no_program_that_a_repository_names_is_run(tmp_path: Path) -> None:
    """Neither what git would run files through, nor what it would fetch a missing object with."""
    place, mark = tmp_path / "cloned", tmp_path / "executed"
    place.mkdir()
    (place / "a.posting").write_text("# Clerk\n", encoding="utf-8")

    def git(*words: str) -> None:
        command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *words]
        subprocess.run(command, cwd=place, check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "first")
    (place / ".gitattributes").write_text("* filter=a=b\n", encoding="utf-8")
    for key in ("filter.a=b.clean", "filter.a=b.process", "core.fsmonitor", "core.sshCommand"):
        git("config", key, f"touch {mark}")
    git("config", "filter.a=b.required", "true")
    git("config", "remote.origin.url", f"ext::touch {mark}")
    git("config", "protocol.ext.allow", "always")
    git("config", "remote.origin.promisor", "true")
    git("config", "extensions.partialClone", "origin")
    git("config", "core.repositoryFormatVersion", "1")
    (place / "a.posting").write_text("# Cook\n", encoding="utf-8")
    found = changed_since("HEAD", place)
    assert {Path(name).name for name in found} == {"a.posting", ".gitattributes"}
    with pytest.raises(GitError, match="knows no revision"):
        changed_since("1" * 40, place)
    assert not mark.exists()


def test_a_check_writes_nothing_into_the_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(tmp_path / "kept"))
    cache.folder.cache_clear()
    (folder / "postlint.toml").write_text('baseline = "base.json"\n', encoding="utf-8")
    (folder / "base.json").write_text('{"version": 2, "files": {}}', encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*")}
    for more in ([], ["--diff", "--unsafe-fixes"], ["--jobs", "2"]):
        assert main(["check", ".", "a.posting", *more]) in {0, 1}
    assert {path: path.read_bytes() for path in folder.rglob("*")} == before
    cache.folder.cache_clear()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links here")
@pytest.mark.parametrize("command", [("check", "--fix", "--unsafe-fixes"), ("fmt",)])
def test_a_link_in_a_folder_is_not_written_through(
    folder: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    text = (
        "# Cook\n\n## Duties\n\n*   Bakes.\n\n## Pay\n\n%% postlint: ignore ADA004 -- no\n\n$20\n"
    )
    outside = tmp_path / "outside.posting"
    outside.write_text(text, encoding="utf-8")
    (folder / "link.posting").symlink_to(outside)
    assert main([command[0], ".", *command[1:]]) in {0, 1}
    assert outside.read_text(encoding="utf-8") == text
    assert main([command[0], "link.posting", *command[1:]]) in {0, 1}
    assert outside.read_text(encoding="utf-8") != text
    assert (folder / "link.posting").is_symlink()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links here")
@pytest.mark.parametrize("name", ["../outside.json", "link/outside.json", "there.json"])
def test_no_configuration_leads_a_baseline_out_of_its_folder(
    folder: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "outside.json").write_text("mine", encoding="utf-8")
    (folder / "link").symlink_to(outside)
    (folder / "there.json").symlink_to(outside / "outside.json")
    (folder / "postlint.toml").write_text(f'baseline = "{name}"\n', encoding="utf-8")
    assert main(["baseline"]) == 2
    said = capsys.readouterr().err
    assert "in its own folder or below" in said
    assert (outside / "outside.json").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "outside.json").exists()
