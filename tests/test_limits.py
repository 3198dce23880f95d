"""What costs too much ends with a line, in every thread and by every door."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import postlint
from documents import word
from packs import pack, point, rule
from postlint.__main__ import main
from postlint.config.model import Config, Limits
from postlint.errors import SourceError
from postlint.facts.base import Case
from postlint.linter import Linter
from postlint.packs.registry import Packs, load_packs
from postlint.rules.rule import Outcome, Passed
from postlint.run import limits as limits_module
from postlint.run.limits import TooSlow, limited, memory_limit, time_limit
from postlint.run.session import Session
from postlint.text.files import file_bytes, stream_bytes

COOK = "# Cook\n\n## Duties\n\n- Bakes bread.\n"
# An end may come while the collector of garbage runs, which tells nobody; it comes again.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the system refuses no memory")


def work(_: Case) -> Iterator[Outcome]:
    """Never come to an end, and let no ordinary exception stop it."""
    while True:
        try:
            time.sleep(0.001)
        except Exception:  # noqa: S112  # that is what bad rules do
            continue
    yield Passed("never")


def hoard(_: Case) -> Iterator[Outcome]:
    """Take more and more memory."""
    taken = []
    while True:
        taken.append(bytearray(10_000_000))
    yield Passed("never")


def packs(check: Callable[[Case], Iterator[Outcome]]) -> Packs:
    return load_packs([point("costly", pack(rules=[rule(check)]))])


def ended(linter: Linter, **how: Any) -> str:
    with pytest.raises(SourceError) as caught, limited("a.posting", linter.config.limits):
        linter.check(COOK, path="a.posting", **how)
    return str(caught.value)


# -------------------------------------------------------------------------- time


def slow() -> Linter:
    return Linter(packs=packs(work), config=Config(limits=Limits(seconds=0.2)))


TOLD = "a.posting: it took more than 0.2 seconds; limits.seconds would allow more"


def test_time_ends_in_the_main_thread() -> None:
    assert ended(slow()) == TOLD
    assert postlint.check(COOK).is_posting  # and only that check


def test_time_ends_in_every_other_thread() -> None:
    linter = slow()
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(lambda _: ended(linter), range(6))) == [TOLD] * 6
        assert all(pool.map(lambda _: postlint.check(COOK).is_posting, range(6)))


def test_time_ends_where_there_is_no_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer", raising=False)
    assert ended(slow()) == TOLD


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no alarm here")
class _Tidied:
    """What is raised while it is tidied up is told to nobody."""

    def __del__(self) -> None:
        end = time.monotonic() + 0.3
        while time.monotonic() < end:
            pass


@pytest.mark.parametrize("elsewhere", [False, True])
def test_time_ends_though_an_end_was_lost(monkeypatch: pytest.MonkeyPatch, elsewhere: bool) -> None:
    monkeypatch.setattr(limits_module, "_AGAIN", 0.4)

    def work() -> None:
        with limited("slow", Limits(seconds=0.1)):
            _Tidied()
            end = time.monotonic() + 20
            while time.monotonic() < end:
                pass

    with ThreadPoolExecutor(1) as pool, pytest.raises(SourceError, match="seconds"):
        pool.submit(work).result() if elsewhere else work()
    time.sleep(0.5)  # and nothing rings behind the block


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_block_that_was_left_without_a_word_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, elsewhere: bool
) -> None:
    """What ends a block may come as it ends by itself, and keep its parts alive."""
    monkeypatch.setattr(limits_module, "_AGAIN", 0.05)
    kept = []

    def leave() -> None:
        block = time_limit(0.05)
        block.__enter__()
        kept.append(block)

    def work() -> None:
        leave()
        time.sleep(0.3)

    if elsewhere:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(work).result()
    else:
        work()
    for block in kept:
        block.__exit__(None, None, None)


def test_the_alarm_of_a_program_stays_its_own() -> None:
    heard: list[int] = []
    before = signal.signal(signal.SIGALRM, lambda number, _: heard.append(number))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        assert ended(slow()) == TOLD
        assert heard == [signal.SIGALRM]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_nothing_is_ended_after_the_block() -> None:
    """Blocks that end just as the time is up never hit what comes after."""

    def blocks() -> int:
        late = 0
        for _ in range(200):
            try:
                with time_limit(0.002):
                    time.sleep(0.0019)
            except TooSlow:
                late += 1
            sum(range(200))
        time.sleep(0.05)
        return late

    with ThreadPoolExecutor(2) as pool:
        counts = list(pool.map(lambda _: blocks(), range(2)))
    assert all(0 <= count <= 200 for count in counts)


def test_a_limit_inside_a_limit_changes_nothing() -> None:
    def sleep(outer: float, inner: float, how_long: float) -> None:
        with limited("outer", Limits(seconds=outer)), limited("inner", Limits(seconds=inner)):
            time.sleep(how_long)

    with pytest.raises(SourceError, match=r"^outer: .* 0\.1 seconds"):
        sleep(0.1, 99, 5)
    sleep(99, 0.01, 0.05)


@pytest.mark.parametrize("seconds", [0, -1, 1e30, float("inf")])
def test_no_time_and_all_time_are_no_limit(seconds: float) -> None:
    with time_limit(seconds):
        time.sleep(0.01)


def test_the_time_of_reading_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    from postlint import linter as module  # noqa: PLC0415

    monkeypatch.setattr(module, "decode_again", lambda *_, **__: time.sleep(5))
    linter = Linter(config=Config(limits=Limits(seconds=0.1)))
    for read in (linter.read, linter.check):
        with pytest.raises(SourceError, match="seconds"), limited("-", linter.config.limits):
            read(COOK)
    with pytest.raises(SourceError, match="seconds"), limited("-", linter.config.limits):
        linter.read_bytes(COOK.encode())


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no alarm here")
def test_a_linter_leaves_the_process_alone() -> None:
    """Limits of time and memory are set by doors; a library's call sets none."""
    seen: list[tuple[float, object]] = []

    def looks(_: Case) -> Iterator[Outcome]:
        seen.append((signal.getitimer(signal.ITIMER_REAL)[0], signal.getsignal(signal.SIGALRM)))
        yield Passed("looked")

    Linter(packs=packs(looks), config=Config(limits=Limits(seconds=5, memory=500))).check(COOK)
    assert seen == [(0.0, signal.SIG_DFL)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_that_nobody_writes_to_is_a_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.posting")
    (tmp_path / "postlint.toml").write_text("[limits]\nseconds = 0.2\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"more than 0\.2 seconds"):
        Session().check_file(str(tmp_path / "a.posting"))


# ------------------------------------------------------------------------ memory


def hoards() -> None:
    """Let a check take more memory than it may, and take more behind it."""
    linter = Linter(packs=packs(hoard), config=Config(limits=Limits(memory=200)))
    words = "a.posting: it took more than 200 MB of memory; limits.memory would allow more"
    assert ended(linter) == words
    assert len(bytearray(300_000_000)) == 300_000_000


@LINUX
def test_memory_ends() -> None:
    """It does in a process of its own: here any test may have left a thread behind."""
    code = f"import sys; sys.path[:0] = {sys.path!r}; import test_limits; test_limits.hoards()"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


def test_memory_that_is_gone_is_told_wherever_it_was_missed() -> None:
    def raises(_: Case) -> Iterator[Outcome]:
        raise MemoryError
        yield Passed("never")

    linter = Linter(packs=packs(raises), config=Config(limits=Limits(memory=0)))
    assert "a.posting: it took more than" in ended(linter)


@LINUX
def test_memory_is_not_limited_for_a_program_with_threads() -> None:
    import resource  # noqa: PLC0415  # not on every system

    before = resource.getrlimit(resource.RLIMIT_AS)
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        with memory_limit(1):
            assert resource.getrlimit(resource.RLIMIT_AS) == before
    finally:
        over.set()
        other.join()


@LINUX
def test_a_lower_limit_of_the_system_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource  # noqa: PLC0415  # as above

    monkeypatch.setattr(resource, "getrlimit", lambda _: (1000, 1000))
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert limits_module._room(10_000) is None  # nothing else shows it
    monkeypatch.setattr(resource, "getrlimit", lambda _: (-1, -1))
    assert (limits_module._room(10_000) or 0) > 10_000_000_000


# -------------------------------------------------------------------------- size


def linter(**limits: float) -> Linter:
    return Linter(config=Config(limits=Limits(**limits)))


def test_text_is_measured_as_text() -> None:
    big = COOK + "word " * 4000
    assert linter(text_megabytes=0.03).check(big).is_posting
    words = r"^-: it has more than 0\.01 MB of text; limits\.text-megabytes would allow more$"
    small = linter(text_megabytes=0.01)
    for check in (small.check, small.read):
        with pytest.raises(SourceError, match=words):
            check(big)
    with pytest.raises(SourceError, match=words):
        small.check_bytes(big.encode())


def test_the_pictures_of_a_page_are_no_text() -> None:
    page = "<html><body><h1>Cook</h1><img src='data:image/png;base64,{}'><ul><li>Bakes.</ul>"
    small = linter(text_megabytes=0.01)
    assert small.check(page.format("A" * 50_000), path="a.html").kind == "html"
    with pytest.raises(SourceError, match="of text"):
        small.check(page + "<p>word</p>" * 9000, path="a.html")
    with pytest.raises(SourceError, match="of data"):
        linter(megabytes=0.04).check_bytes(page.format("A" * 50_000).encode(), path="a.html")


def test_the_text_of_a_word_file_is_measured(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_heading("Cook", level=1)
        for _ in range(300):
            document.add_paragraph("Bakes bread for the town.")

    (tmp_path / "a.docx").write_bytes(word(build))
    assert linter().check_file(tmp_path / "a.docx").kind == "word"
    with pytest.raises(SourceError, match=r"of text; limits\.text-megabytes"):
        linter(text_megabytes=0.005).check_file(tmp_path / "a.docx")


def test_no_more_is_read_than_shows_that_it_is_too_much(tmp_path: Path) -> None:
    class Endless(io.RawIOBase):
        asked = 0

        def read(self, size: int = -1) -> bytes:
            assert 0 < size < 1_000_000
            self.asked += size
            return b"x" * size

    for megabytes in (0.01, 0.2):
        stream: Any = Endless()
        with pytest.raises(SourceError, match=rf"^-: it has more than {megabytes} MB of data"):
            stream_bytes(stream, "-", megabytes)
        assert stream.asked == int(megabytes * 1_000_000) + 1
    (tmp_path / "a").write_bytes(b"x" * 10_001)
    with pytest.raises(SourceError, match="of data"):
        file_bytes(str(tmp_path / "a"), 0.01)
    (tmp_path / "a").write_bytes(b"x" * 10_000)
    assert len(file_bytes(str(tmp_path / "a"), 0.01)) == 10_000


@pytest.mark.parametrize(
    "command",
    [
        ("check", "a.posting"),
        ("check", "a.posting", "--no-cache"),
        ("check", "a.posting", "b.posting", "--jobs", "2"),
        ("check", "a.posting", "--fix"),
        ("check", "a.posting", "--diff"),
        ("check", "-"),
        ("convert", "a.posting"),
        ("convert", "-"),
        ("fmt", "a.posting"),
        ("fmt", "-"),
        ("baseline", "a.posting"),
    ],
    ids=" ".join,
)
def test_the_configured_size_holds_in_every_command(
    command: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    text = (COOK + "word " * 4000).encode()
    (tmp_path / "a.posting").write_bytes(text)
    (tmp_path / "b.posting").write_bytes(text)
    (tmp_path / "postlint.toml").write_text("[limits]\nmegabytes = 0.01\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))
    assert main([*command]) == 2
    assert "it has more than 0.01 MB of data; limits.megabytes" in capsys.readouterr().err
    assert (tmp_path / "a.posting").read_bytes() == text


def _laughing_pdf(depth: int) -> bytes:
    """Return a PDF file in which each form draws the next one twice."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    look = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<"
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
            b"/Resources<</XObject<</A 6 0 R>>>>>>"
        ),
        b"<</Length 5>>stream\n/A Do\nendstream",
        font,
    ]
    for number in range(7, 7 + depth):
        ask = b"/XObject<</A %d 0 R>>>>" % number
        bodies.append(b"<<" + look + ask + b"/Length 12>>stream\n/A Do /A Do \nendstream")
    words = b"BT /F 9 Tf 72 700 Td (Files the records.) Tj ET"
    last = b"<<" + look + b"/Font<</F 5 0 R>>>>/Length %d>>stream\n" % len(words)
    bodies.append(last + words + b"\nendstream")
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(bodies) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    end = out.index(b"xref\n0")
    return out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, end)


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited on Linux")
def test_a_pdf_file_that_asks_for_all_memory_is_one_line_about_one_file(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2", reason="reading PDF files needs it")
    (tmp_path / "laughs.pdf").write_bytes(_laughing_pdf(26))
    (tmp_path / "smiles.pdf").write_bytes(_laughing_pdf(1))
    (tmp_path / "clerk.posting").write_text("# Clerk\n\n## Duties\n\n- Files.\n", "utf-8")
    code = (
        "import resource, subprocess, sys; "
        "done = subprocess.run([sys.executable, '-m', 'postlint', 'check', '.', '--no-cache', "
        "'--format', 'json', '--exit-zero'], capture_output=True, text=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024); "
        "print(done.stdout)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    megabytes, _, shown = done.stdout.partition("\n")
    assert int(megabytes) < 500
    told = json.loads(shown)
    assert [one["path"] for one in told["failures"]] == ["laughs.pdf"]
    assert "memory" in told["failures"][0]["reason"]
    assert sorted(one["path"] for one in told["reports"]) == ["clerk.posting", "smiles.pdf"]
