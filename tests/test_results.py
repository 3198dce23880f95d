"""What was checked before is not checked again, and nobody can tell from the output."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import postlint
from documents import pdf, word
from postlint import cache
from postlint.__main__ import main
from postlint.config import find
from postlint.engine.report import Report
from postlint.linter import Linter
from postlint.packs.discovery import EntryPoint
from postlint.render import FORMATS
from postlint.run import report_cache as results, session
from postlint.run.report_cache import Key, Results
from postlint.run.report_codec import dump, is_cacheable, load
from postlint.run.session import Session
from postlint.text.diagnostics import Diagnostic, Severity
from postlint.text.source import Span

COOK = "# Cook 🍳\n\n## Duties\n\n- Bakes bread for {} schools.\n- Stirs soup.\n- Washes up.\n"
SILENCED = (
    "# Head cook\n\n%% postlint: ignore-file EQTY001 until 2099-01-01 -- it is on the letterhead\n"
    "%% postlint: ignore ADA003 -- silences nothing\n\n## Duties\n\n- Leads the kitchen team.\n"
    "- Must be able to lift 50 pounds and stand all day.\n\n## Pay\n\nSalary: $50,000\n"
)
PAGE = "<html><body><h1>Cook &amp; baker</h1><h2>Duties</h2><ul><li>Bakes&nbsp;bread.</li></ul>"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty working folder, and an empty place to keep things beside it."""
    place = tmp_path / "work"
    place.mkdir()
    monkeypatch.chdir(place)
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(tmp_path / "kept"))
    cache.folder.cache_clear()
    yield place
    cache.folder.cache_clear()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "results"


def postings(folder: Path) -> None:
    """One of each: every kind of source, with and without what a report may have in it."""

    def build(document: Any) -> None:
        document.add_heading("Cook", level=1)
        document.add_paragraph("Bakes bread.", style="List Bullet")

    for number in range(3):
        (folder / f"{number}.posting").write_text(COOK.format(number), encoding="utf-8")
    (folder / "silenced.posting").write_text(SILENCED, encoding="utf-8")
    (folder / "old.txt").write_bytes(b"\xef\xbb\xbfCook\r\n\r\nDuties:\r\n\xe2\x80\xa2 Bakes\r\n")
    (folder / "latin.txt").write_bytes("Café cook\n\nDuties:\n- Bakes crêpes.\n".encode("cp1252"))
    (folder / "a.md").write_text("Cook\n====\n\n* **Bakes** bread\n", encoding="utf-8")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "letter.txt").write_text("Dear all,\n\nthe kitchen is closed.\n", encoding="utf-8")
    (folder / "cook.docx").write_bytes(word(build))
    (folder / "cook.pdf").write_bytes(pdf([[("Cook", 72, 700, 18, True)]]))
    (folder / "scan.txt").write_bytes(b"\x7fELF\0\0\1\2" * 99)
    (folder / "empty.txt").write_bytes(b"")


def check(*arguments: str) -> tuple[int, bytes]:
    """Run the command in this process; return its code and what it wrote."""
    out = Path("../out")
    code = main(["check", "--output", str(out), *arguments])
    return code, out.read_bytes()


def process(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "postlint", "check", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


@contextlib.contextmanager
def nothing_checked() -> Iterator[None]:
    """Fail where a file is checked and not its kept report is used."""

    def refuse(*_: Any, **__: Any) -> Report:
        raise AssertionError("it was checked again")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Linter, "check_all", refuse)
        yield


def entries(kept: Path) -> list[Path]:
    return sorted(path for path in kept.glob("??/*") if path.is_file())


# ------------------------------------------------------------------- the output


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_the_same_with_and_without_kept_reports(
    folder: Path, kept: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    postings(folder)
    arguments = (".", "--format", name, "--verdicts", "--statistics", "--exclude", "scan.txt")
    anew = check(*arguments, "--no-cache")
    assert not kept.exists()
    said = capsys.readouterr().err
    first = check(*arguments)
    assert len(entries(kept)) == 12
    assert capsys.readouterr().err == said
    with nothing_checked():
        again = check(*arguments)
    assert capsys.readouterr().err == said
    assert anew == first == again
    assert len(anew[1]) > 200


def test_several_processes_keep_what_one_keeps(folder: Path, kept: Path) -> None:
    postings(folder)
    anew = check(".", "--format", "json", "--no-cache")
    assert check(".", "--format", "json", "--jobs", "3") == anew
    assert len(entries(kept)) == 12
    with nothing_checked():
        assert check(".", "--format", "json", "--jobs", "1", "--exclude", "scan.txt")[0] == 1
    assert check(".", "--format", "json", "--jobs", "3") == anew


def test_many_files_are_checked_in_several_processes_unasked(folder: Path) -> None:
    for number in range(40):
        (folder / f"{number}.posting").write_text(COOK.format(number), encoding="utf-8")
    anew = check(".", "--format", "jsonl", "--no-cache", "--jobs", "1")
    assert check(".", "--format", "jsonl") == anew
    (folder / "7.posting").write_text(COOK.format("seven"), encoding="utf-8")
    changed = check(".", "--format", "jsonl")
    assert changed != anew
    assert check(".", "--format", "jsonl", "--no-cache", "--jobs", "1") == changed


def test_a_format_that_shows_facts_does_not_take_a_report_without_them(folder: Path) -> None:
    postings(folder)
    anew = check("0.posting", "--format", "json", "--no-cache")
    check("0.posting", "--format", "concise")
    assert check("0.posting", "--format", "json") == anew
    with nothing_checked():  # but the other way round it does
        check("0.posting", "--format", "concise")


def test_a_baseline_is_put_upon_kept_reports(folder: Path) -> None:
    postings(folder)
    code, before = check("0.posting", "--format", "json")
    assert main(["baseline", "0.posting", "-o", "base.json"]) == 0
    with nothing_checked():
        after = check("0.posting", "--format", "json", "--baseline", "base.json")
    assert (code, after[0]) == (1, 0)
    (one,), (other,) = (json.loads(text)["reports"] for text in (before, after[1]))
    assert other["diagnostics"] == []
    assert other["accepted"] == one["diagnostics"] != []


def test_fixes_are_made_in_what_was_kept(folder: Path) -> None:
    postings(folder)
    check("silenced.posting")
    assert check("silenced.posting", "--fix")[0] in {0, 1}
    assert "silences nothing" not in (folder / "silenced.posting").read_text(encoding="utf-8")


# ---------------------------------------------------------------------- the key


def changes(
    folder: Path, change: Callable[[Path], list[str] | None], path: str = "a.posting"
) -> bool:
    """Say whether a file is checked again after a change."""
    (folder / "a.posting").write_text(COOK, encoding="utf-8")
    (folder / "rules.toml").write_text(HOUSE.format("soup"), encoding="utf-8")
    (folder / "postlint.toml").write_text('rule-files = ["rules.toml"]\n', encoding="utf-8")
    check(path)
    more = change(folder) or []
    try:
        with nothing_checked():
            assert check(path, *more)[0] < 2
    except AssertionError:
        return True
    return False


HOUSE = """[[rule]]
code = "RIV001"
name = "plain-words"
severity = "warning"
message = "'{{words}}' is not for cooks."
phrases = ["{}"]
"""


def test_what_is_the_same_is_not_checked_again(folder: Path) -> None:
    assert not changes(folder, lambda _: None)
    assert not changes(folder, lambda _: ["--format", "sarif", "--verdicts", "--fail-on", "never"])
    assert not changes(folder, lambda place: os.utime(place / "a.posting", (1, 1)))


@pytest.mark.parametrize(
    "more",
    [
        ["--select", "ADA"],
        ["--ignore", "ADA001"],
        ["--employees", "12"],
        ["--employer-kind", "school"],
        ["--as-of", "2001-01-01"],
        ["--as", "text"],
        ["--isolated"],
    ],
)
def test_options_that_decide_a_report_are_in_its_key(folder: Path, more: list[str]) -> None:
    assert changes(folder, lambda _: more)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.posting", COOK + "\n"),
        ("rules.toml", HOUSE.format("bread")),
        ("postlint.toml", 'rule-files = ["rules.toml"]\n[severity]\nADA001 = "info"\n'),
        ("postlint.toml", 'rule-files = ["rules.toml"]\n[limits]\nmegabytes = 1\n'),
        ("postlint.toml", '[[per-file]]\nfiles = ["a.*"]\nignore = ["ADA001"]\n'),
        (".git-is-nothing", ""),
    ],
)
def test_files_that_decide_a_report_are_in_its_key(folder: Path, name: str, text: str) -> None:
    def change(place: Path) -> None:
        (place / name).write_text(text, encoding="utf-8")
        find.forget()

    assert changes(folder, change) is (name != ".git-is-nothing")


def test_the_name_of_a_file_is_in_its_key(folder: Path) -> None:
    def change(place: Path) -> list[str]:
        (place / "b.txt").write_bytes((place / "a.posting").read_bytes())
        return ["b.txt"]

    assert changes(folder, change)


def test_the_day_is_in_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    today = Session().assigned("a.posting").key

    class Tomorrow(date):
        @classmethod
        def today(cls) -> Tomorrow:
            return cls(2999, 1, 1)

    monkeypatch.setattr(session, "date", Tomorrow)
    assert Session().assigned("a.posting").key != today
    settled = Session(over={"employer": {"as-of": date(2026, 1, 1)}}).assigned("a.posting").key
    monkeypatch.undo()
    assert (
        Session(over={"employer": {"as-of": date(2026, 1, 1)}}).assigned("a.posting").key == settled
    )


def test_code_is_in_the_key_and_not_only_its_version(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = folder / "my_pack"
    (pack / "rules").mkdir(parents=True)
    (pack / "__init__.py").write_text("raise SystemExit\n", encoding="utf-8")
    (pack / "rules" / "words.toml").write_text("a = 1\n", encoding="utf-8")
    (folder / "my_module.py").write_text("a = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    points = [
        EntryPoint("one", "my_pack.rules:hooks"),
        EntryPoint("two", "my_module"),
        EntryPoint("three", "no_such_module"),
    ]
    monkeypatch.setattr(results, "installed_packs", lambda _: points)
    monkeypatch.setattr(results, "_STARTED", time.time_ns() + 10**12)
    seen = [results.code_digest()]
    assert results.code_digest() == seen[0]
    for name in ("rules/words.toml", "__init__.py", "../my_module.py", "rules/new.py"):
        (pack / name).write_text("a = 2\n", encoding="utf-8")
        seen.append(results.code_digest())
    (pack / "rules" / "new.py").unlink()
    assert results.code_digest() == seen[-2]
    (pack / "__pycache__").mkdir()
    (pack / "__pycache__" / "x.pyc").write_bytes(b"1")
    assert results.code_digest() == seen[-2]
    assert len(set(seen)) == 5
    os.utime(pack / "__init__.py", (1, 1))  # a new time alone is no new code
    assert results.code_digest() == seen[-2]


def test_code_that_changes_while_it_runs_gives_a_key_that_no_other_run_has(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "my_module.py").write_text("a = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setattr(results, "installed_packs", lambda _: [EntryPoint("one", "my_module")])
    seen = []
    for started in (0, 1, time.time_ns() + 10**12):
        monkeypatch.setattr(results, "_STARTED", started)
        seen.append(results.code_digest())
    assert len(set(seen)) == 3


def test_what_is_installed_is_in_the_key(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(folder))
    before = results.installed_digest()
    (folder / "markup-1.0.dist-info").mkdir()
    after = results.installed_digest()
    (folder / "markup-1.0.dist-info").rename(folder / "markup-1.1.dist-info")
    assert len({before, after, results.installed_digest()}) == 3


def test_parts_of_a_key_never_read_as_two_others(kept: Path) -> None:
    place = Results(kept, full=False)
    assert place.key(b"", "ab", b"c") != place.key(b"", "a", b"bc")
    assert place.key(b"", "a", b"") == place.key(b"", "a", b"")


# ------------------------------------------------------- what lies in the folder


def signed(key: Key, body: bytes) -> bytes:
    """Return an entry as it is written, with any body."""
    return b"postlint-result-2 %s %08x\n" % (key.name.encode(), zlib.crc32(body)) + body


class Touch:
    """What a pickle can do to whoever reads it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("executed",)


DEEP = b"[" * 100_000 + b"]" * 100_000
CRAFTED = [
    b"",
    b"\n",
    b"null\nnull",
    b"{}\n{}",
    b"[1, 2, 3]\n[]",
    b'["text", true, 7, null, null, null, [], [], [], []]\n[[], {}, [], [], []]',
    b'["text", true, "Cook", null, null, null, [[null, "no-kind", 1, 0, 1, null]], [], [], []]\n',
    b'["text", true, "Cook", [1, 2, 3, 4, 5], null, null, [], [], [], []]\n',
    DEEP,
    DEEP + b"\n" + DEEP,
    b"\xff\xfe\n\xff",
    pickle.dumps(Touch()),
]


@pytest.mark.parametrize("body", CRAFTED, ids=range(len(CRAFTED)))
def test_a_crafted_entry_is_not_used_and_runs_nothing(
    folder: Path, kept: Path, body: bytes
) -> None:
    postings(folder)
    anew = check("0.posting", "--format", "json")
    (entry,) = entries(kept)
    good = entry.read_bytes()
    key = Key(entry.parent.name + entry.name, "")
    entry.write_bytes(signed(key, body))
    assert check("0.posting", "--format", "json") == anew
    assert entry.read_bytes() == good
    assert not (folder / "executed").exists()


def test_a_torn_or_spoilt_entry_is_written_anew(folder: Path, kept: Path) -> None:
    postings(folder)
    anew = check("0.posting", "--format", "json")
    (entry,) = entries(kept)
    good = entry.read_bytes()
    spoilt = [good[:size] for size in (0, 1, 18, 40, 82, 91, 92, 200, len(good) - 1)]
    spoilt += [
        good.replace(b"postlint-result-2", b"postlint-result-1"),
        good.replace(b"Stirs soup", b"Stirs soap"),
        good.replace(entry.name.encode(), entry.name[::-1].encode()),
        good + b"\n",
        b"",
    ]
    for data in spoilt:
        assert data != good
        entry.write_bytes(data)
        assert check("0.posting", "--format", "json") == anew
        assert entry.read_bytes() == good


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_device_or_a_pipe_in_place_of_an_entry_is_never_read(folder: Path, kept: Path) -> None:
    """Nobody waits for what has no end: it is done without, and `clean` leaves it alone."""
    (folder / "a.posting").write_text(COOK, encoding="utf-8")
    main(["check", "."])
    entries = [*kept.rglob("*"), *kept.parent.glob("*.bin")]
    for number, entry in enumerate(path for path in entries if path.is_file()):
        entry.unlink()
        if number % 2:
            os.mkfifo(entry)
        else:
            entry.symlink_to("/dev/zero")
    command = [sys.executable, "-m", "postlint"]
    for arguments in (["check", "."], ["clean"]):
        done = subprocess.run(
            [*command, *arguments], check=False, capture_output=True, text=True, timeout=60
        )
        assert "Traceback" not in done.stderr


def test_a_fault_of_a_rule_is_not_kept() -> None:
    report = postlint.check(COOK)
    assert is_cacheable([report])
    raised = Diagnostic(
        code="POST005",
        name="rule-raised",
        severity=Severity.ERROR,
        message="A rule raised.",
        message_id="rule-raised",
        span=Span(0, 1),
    )
    import attrs  # noqa: PLC0415

    assert not is_cacheable([attrs.evolve(report, diagnostics=(raised,))])


def test_a_text_that_is_no_unicode_is_not_kept() -> None:
    assert dump([postlint.check(COOK + "\ud83c\udf73")], full=True) is None


def test_a_report_comes_back_as_it_was_for_all_that_formats_show() -> None:
    for text in (COOK, SILENCED, PAGE, "", "Dear all"):
        report = postlint.check(text)
        data = dump([report], full=True)
        assert data is not None
        kept = load(data, path="a.posting", sha256="", full=True)
        assert kept is not None
        (again,) = kept
        assert again.diagnostics == report.diagnostics
        assert again.outcomes == report.outcomes
        assert again.suppressed == report.suppressed
        assert again.measures == report.measures
        assert again.source.text == report.source.text
        assert dump([again], full=True) == data
        short = b"\n".join(data.split(b"\n")[:2]) + b"\n"
        assert load(short, path="", sha256="", full=True) is None


# -------------------------------------------------- killed, at once, in the way


# These runs take a while, and midnight may fall into them.
DAY = ("--as-of", "2026-11-02")


def many(folder: Path, count: int = 60) -> None:
    for number in range(count):
        text = COOK.format(number) + f"- Peels {number} carrots.\n" * 20
        (folder / f"{number:03}.posting").write_text(text, encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="processes are not ended like that here")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_run_leaves_nothing_broken(folder: Path, kept: Path, jobs: str) -> None:
    many(folder)
    anew = check(".", *DAY, "--format", "json", "--no-cache")
    run = process(".", *DAY, "--format", "json", "--jobs", jobs)
    until = time.monotonic() + 100
    while len(entries(kept)) < 5 and run.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
    assert run.poll() is None, "it was over before it was killed"
    os.killpg(run.pid, signal.SIGKILL)
    run.communicate()
    assert 0 < len(entries(kept)) < 60
    assert check(".", *DAY, "--format", "json") == anew
    with nothing_checked():
        assert check(".", *DAY, "--format", "json", "--jobs", "1") == anew


def test_two_runs_at_once_do_not_harm_each_other(folder: Path, kept: Path) -> None:
    many(folder, 30)
    anew = check(".", *DAY, "--format", "json", "--no-cache")
    runs = [process(".", *DAY, "--format", "json", "--jobs", jobs) for jobs in ("1", "2")]
    for run in runs:
        out, said = run.communicate(timeout=200)
        assert (run.returncode, out) == anew, said
    with nothing_checked():
        assert check(".", *DAY, "--format", "json", "--jobs", "1") == anew
    assert not list(kept.glob("*.draft"))


def test_a_place_where_nothing_can_be_written_is_done_without(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    postings(folder)
    anew = check("0.posting", "--no-cache")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(tmp_path / "file"))
    cache.folder.cache_clear()
    assert check("0.posting") == check("0.posting") == anew
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
    monkeypatch.setenv("POSTLINT_CACHE_DIR", "")
    cache.folder.cache_clear()
    assert check("0.posting") == anew


def test_git_does_not_see_what_is_kept_in_a_repository(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(folder / "tools" / "cache"))
    cache.folder.cache_clear()
    postings(folder)
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    subprocess.run(["git", "add", "."], check=True)
    check("0.posting")
    assert entries(folder / "tools" / "cache" / "results")
    status = subprocess.run(["git", "status", "--short"], check=True, capture_output=True)
    assert b"??" not in status.stdout


# ------------------------------------------------------------------ what is kept


def filled(kept: Path, ages: list[float], size: int = 1000) -> list[Path]:
    """Write entries that were last used so many days ago."""
    place = Results(kept, full=False)
    now = time.time()
    for number, age in enumerate(ages):
        key = Key(f"{number:02x}" + f"{number:062x}", "")
        place.write(key, b"x" * size)
        os.utime(kept / key.name[:2] / key.name[2:], (now, now - age * 86_400))
    return entries(kept)


def test_what_was_not_used_for_long_is_dropped(kept: Path) -> None:
    filled(kept, [0, 1, 29, 31, 400])
    (kept / "0123456789abcdef.draft").write_bytes(b"x")  # a killed run's
    os.utime(kept / "0123456789abcdef.draft", (1, 1))
    (kept / "fedcba9876543210.draft").write_bytes(b"x")  # a running one's
    place = Results(kept, full=False)
    place.tidy()
    assert [path.parent.name for path in entries(kept)] == ["00", "01", "02"]
    assert [path.name for path in kept.glob("*.draft")] == ["fedcba9876543210.draft"]
    filled(kept, [0, 0, 0, 50])
    place.tidy()  # it was done today
    assert len(entries(kept)) == 4
    os.utime(kept / "swept", (1, 1))
    place.tidy()
    assert len(entries(kept)) == 3


def test_the_oldest_goes_when_it_is_too_much(kept: Path) -> None:
    filled(kept, [5, 1, 4, 2, 3], size=1000)
    Results(kept, full=False).sweep(most_bytes=3500)
    assert [path.parent.name for path in entries(kept)] == ["01", "03", "04"]


def test_a_report_that_is_used_stays(kept: Path) -> None:
    (entry,) = filled(kept, [20])
    assert Results(kept, full=False).read(Key(entry.parent.name + entry.name, "")) is not None
    assert time.time() - entry.stat().st_mtime < 86_400


# ------------------------------------------------------------------------ clean


def test_clean_removes_what_is_kept_and_says_so(
    folder: Path, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    postings(folder)
    main(["check", "0.posting", "1.posting", "-o", "../out"])
    tables = len(list(kept.parent.glob("*.bin")))
    capsys.readouterr()
    assert main(["clean"]) == 0
    said = capsys.readouterr().err
    assert f"2 reports and {tables} table" in said
    assert f"removed from {kept.parent} (" in said
    assert not kept.parent.exists()
    assert main(["clean"]) == 0
    assert f"Nothing was cached in {kept.parent}." in capsys.readouterr().err


def test_clean_leaves_what_is_not_postlints(
    folder: Path, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    postings(folder)
    mine = [
        kept.parent / "photo.bin",
        kept.parent / "notes.txt",
        kept / "ab" / "mine",
        kept / "mine" / "x",
    ]
    for path in mine:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"mine")
    check("0.posting")
    assert main(["clean"]) == 0
    assert "1 report and " in capsys.readouterr().err
    assert all(path.read_bytes() == b"mine" for path in mine)
    assert not [path for path in entries(kept) if path not in mine]


def test_clean_says_where_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("POSTLINT_CACHE_DIR", "")
    cache.folder.cache_clear()
    assert main(["clean"]) == 0
    assert "Nothing is cached" in capsys.readouterr().err
