"""Postings by the million: a row for a row, whatever the rows hold, and whoever brings them."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: postlint[bulk]")
duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: postlint[bulk]")

import pyarrow.parquet as pq  # noqa: E402  # after the check above

from documents import word  # noqa: E402
from packs import pack, point, rule  # noqa: E402
from postlint.__main__ import main  # noqa: E402
from postlint.bulk import (  # noqa: E402
    FORMAT_VERSION,
    Columns,
    audit,
    check_batch,
    compare,
    parts as parts_module,
    schema,
)
from postlint.bulk.columns import BadValue  # noqa: E402
from postlint.bulk.report import write_report  # noqa: E402
from postlint.bulk.source import Chunk, chunks, open_source, sample  # noqa: E402
from postlint.bulk.summary import bounds  # noqa: E402
from postlint.bulk.workers import ENDED, check_chunks  # noqa: E402
from postlint.config.model import Config, Limits  # noqa: E402
from postlint.errors import OutputError, SourceError, UnknownName  # noqa: E402
from postlint.facts.base import Case  # noqa: E402
from postlint.linter import Linter  # noqa: E402
from postlint.packs.registry import load_packs  # noqa: E402
from postlint.rules.rule import Outcome, Passed  # noqa: E402
from postlint.text.diagnostics import Finding  # noqa: E402
from postlint.text.source import Span  # noqa: E402

COOK = "Cook\n\nDuties\n\n• Bakes bread for the school.\n• Keeps the kitchen clean.\n"
NURSE = "# School Nurse\n\n## Duties\n\n- Cares for pupils. (E)\n- He keeps the records.\n"


def batch(*texts: object, **columns: list[Any]) -> Any:
    return pa.RecordBatch.from_pydict({"text": list(texts), **columns})


def rows_of(found: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = found.to_pylist()
    return rows


# ------------------------------------------------------------------------- a batch


def test_a_row_comes_out_for_every_row_and_in_order() -> None:
    found = check_batch(batch(COOK, NURSE, None, ""), first_row=10)
    assert found.schema.equals(schema(), check_metadata=True)
    rows = rows_of(found)
    assert [row["row"] for row in rows] == [10, 11, 12, 13]
    assert [row["error"] for row in rows] == [None, None, "the text is missing", None]
    assert rows[1]["title"] == "School Nurse"


def test_a_row_says_what_a_linter_says() -> None:
    report = Linter().check(NURSE)
    row = rows_of(check_batch(batch(NURSE)))[0]
    assert [one["code"] for one in row["diagnostics"]] == [d.code for d in report.diagnostics]
    assert [(one["code"], one["verdict"]) for one in row["outcomes"]] == [
        (outcome.code, outcome.verdict.value) for outcome in report.outcomes
    ]
    for one, found in zip(row["diagnostics"], report.diagnostics, strict=True):
        assert (one["start"], one["end"]) == tuple(found.span)
    facts = {one["name"]: json.loads(one["value"]) for one in row["facts"]}
    assert facts["title"] == "School Nurse"
    assert {one["name"] for one in row["measures"]} == set(report.measures)


def test_the_schema_has_its_version() -> None:
    assert schema().metadata == {b"postlint.bulk.format_version": str(FORMAT_VERSION).encode()}


def test_columns_that_are_carried_stay_as_they_are() -> None:
    found = check_batch(batch(COOK, COOK, id=[7, 9], tags=[["a"], []]), carry=("id", "tags"))
    assert found.column("id").to_pylist() == [7, 9]
    assert found.column("tags").to_pylist() == [["a"], []]


def test_a_column_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match=r"no column 'txt'\. Did you mean 'text'"):
        check_batch(batch(COOK), text="txt")
    with pytest.raises(BadValue, match="results have one of that name"):
        check_batch(batch(COOK, error=["x"]), carry=("error",))
    with pytest.raises(BadValue, match="holds int64"):
        check_batch(batch(1, 2))


def test_what_a_row_declares_holds_for_it_alone() -> None:
    def says(case: Case) -> Iterator[Outcome]:
        kind = case.employer.kind.value if case.employer.kind else "none"
        places = "+".join(case.employer.jurisdictions)
        yield Passed(f"{kind} {places} {case.employer.employees} {case.employer.as_of}")

    linter = Linter(packs=load_packs([point("says", pack(rules=[rule(says)]))]))
    found = check_batch(
        batch(
            COOK, COOK, COOK,
            who=["school", None, "City "],
            where=["us-or, US-CO", None, "US-CO"],
            people=["1,200", None, "30"],
            on=["2026-05-01", None, "2025-01-31T10:00:00"],
        ),
        linter=linter, employer_kind="who", place="where", employees="people", day="on",
    )  # fmt: skip
    assert [row["outcomes"][0]["reason"] for row in rows_of(found)] == [
        "school US-OR+US-CO 1200 2026-05-01",
        "none  None None",
        "city US-CO 30 2025-01-31",
    ]
    assert found.column("day").to_pylist()[2] == date(2025, 1, 31)


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("employer_kind", "scool", "Did you mean 'school'"),
        ("employees", "many", "is not a number of people"),
        ("day", "soon", "is not a day"),
        ("kind", "wrod", "Did you mean 'word'"),
    ],
)
def test_a_value_that_says_nothing_is_an_error_of_its_row(
    column: str, value: str, why: str
) -> None:
    names: dict[str, Any] = {column: "it"}
    rows = rows_of(check_batch(batch(COOK, COOK, it=[value, None]), **names))
    assert why in rows[0]["error"]
    assert rows[1]["error"] is None


def test_files_are_read_from_their_bytes() -> None:
    def build(document: Any) -> None:
        document.add_heading("Cook", level=1)
        document.add_paragraph("Bakes bread.", style="List Bullet")

    data = pa.array([word(build), COOK.encode("cp1252"), b"%PDF-broken", None], pa.binary())
    rows = rows_of(check_batch(pa.RecordBatch.from_arrays([data], names=["text"])))
    assert [row["kind"] for row in rows] == ["word", "text", None, None]
    assert rows[2]["error"]


def test_a_title_from_a_column_is_the_first_heading() -> None:
    text = "Duties\n\n• Bakes bread. He keeps the oven clean.\n"
    page = "<p>Bakes &amp; cleans.</p><ul><li>Bakes bread</li></ul>"
    rows = rows_of(
        check_batch(batch(text, page, COOK, job=["Head Cook", "Cook <A&B>", "Cook"]), title="job")
    )
    assert [row["title"] for row in rows] == ["Head Cook", "Cook <A&B>", "Cook"]
    for row, given in zip(rows, (text, page, COOK), strict=True):
        for found in row["diagnostics"]:
            assert 0 <= found["start"] <= found["end"] <= len(given)


def test_a_row_that_takes_too_long_is_a_row_with_its_error() -> None:
    def slow(case: Case) -> Iterator[Outcome]:
        while "bread" in case.text:
            time.sleep(0.001)
        yield Passed("quick")

    packs = load_packs([point("slow", pack(rules=[rule(slow)]))])
    linter = Linter(packs=packs, config=Config(limits=Limits(seconds=1.0, memory=0)))
    rows = rows_of(check_batch(batch(COOK, NURSE), linter=linter))
    assert "more than 1 seconds" in rows[0]["error"]
    assert rows[1]["error"] is None


def test_a_row_of_many_megabytes_and_a_thousand_columns() -> None:
    wide = {f"column{number}": [None, "x"] for number in range(1000)}
    rows = rows_of(check_batch(batch("word " * 2_000_000, COOK, **wide), carry=("column7",)))
    assert "MB of text" in rows[0]["error"]
    assert rows[1]["error"] is None


@pytest.mark.parametrize("kind", ["large_string", "string_view", "dictionary"])
def test_every_form_of_text_is_read(kind: str) -> None:
    texts = pa.array([COOK, NURSE, COOK])
    types = {"large_string": pa.large_string(), "string_view": pa.string_view()}
    texts = texts.dictionary_encode() if kind == "dictionary" else texts.cast(types[kind])
    found = check_batch(pa.RecordBatch.from_arrays([texts], names=["text"]))
    assert [row["is_posting"] for row in rows_of(found)] == [True, True, True]


def test_an_empty_batch_is_an_empty_batch() -> None:
    assert check_batch(batch().cast(pa.schema([("text", pa.string())]))).num_rows == 0


# ------------------------------------------------------------------------- sources


def table(number: int) -> Any:
    texts = [f"{COOK}\n{index}\n" for index in range(number)]
    return pa.table({"body": texts, "id": list(range(number)), "state": ["US-OR"] * number})


def numbers(place: Path | str, text: str = "body", **how: Any) -> list[int]:
    source = open_source(str(place), **how)
    return [
        n
        for chunk in chunks(source, Columns(text=text), size=7, megabytes=1)
        for n in chunk.numbers
    ]


def test_the_same_rows_come_from_every_kind_of_table(tmp_path: Path) -> None:
    made = table(30)
    pq.write_table(made, tmp_path / "a.parquet", row_group_size=4)
    with duckdb.connect(str(tmp_path / "a.duckdb")) as connection:
        connection.register("made", made)
        connection.execute("CREATE TABLE jobs AS SELECT * FROM made")
        connection.execute(f"COPY made TO '{tmp_path / 'a.csv'}' (HEADER)")
        connection.execute(f"COPY made TO '{tmp_path / 'a.jsonl'}' (FORMAT json)")
    folder = tmp_path / "dataset" / "part=1"
    folder.mkdir(parents=True)
    pq.write_table(made, folder / "x.parquet")
    for name in ("a.parquet", "a.csv", "a.jsonl", "a.duckdb", "dataset"):
        source = open_source(str(tmp_path / name))
        assert source.count() == 30, name
        found = list(chunks(source, Columns(text="body"), size=7, megabytes=1))
        assert [len(chunk.numbers) for chunk in found] == [7, 7, 7, 7, 2], name
        texts = [text for chunk in found for text in chunk.batch.column("body").to_pylist()]
        assert texts == made.column("body").to_pylist(), name
    query = "SELECT body FROM source WHERE id >= 20"
    assert numbers(tmp_path / "a.parquet", query=query) == list(range(10))
    assert numbers(tmp_path / "a.duckdb", query="SELECT body FROM jobs WHERE id < 5;") == list(
        range(5)
    )


def test_a_folder_of_postings_is_a_table_of_files(tmp_path: Path) -> None:
    (tmp_path / "a.posting").write_text(NURSE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(COOK.encode("utf-16"))
    found = audit(str(tmp_path), tmp_path / "out", columns=Columns(carry=("path",)), jobs=1)
    assert (found.rows, found.errors) == (2, 0)


def test_batches_end_by_weight_too(tmp_path: Path) -> None:
    texts = ["x" * 400_000] * 5 + ["y"] * 5
    pq.write_table(pa.table({"text": texts}), tmp_path / "a.parquet")
    source = open_source(str(tmp_path / "a.parquet"))
    cut = [chunk.numbers for chunk in chunks(source, Columns(), size=100, megabytes=1)]
    assert cut == [(0, 1), (2, 3), (4, 5, 6, 7, 8, 9)]


def test_csv_rows_in_several_encodings_are_each_read(tmp_path: Path) -> None:
    head = "body,id\n"
    rows = [f'"Koch\n\nAufgaben: backt Brötchen {n}",{n}\n' for n in range(4)]
    data = head.encode() + b"".join(
        row.encode("utf-8" if n % 2 else "cp1252") for n, row in enumerate(rows)
    )
    (tmp_path / "a.csv").write_bytes(data)
    source = open_source(str(tmp_path / "a.csv"))
    assert source.columns() == ["body", "id"]
    assert source.count() == 4
    found = audit(
        str(tmp_path / "a.csv"),
        tmp_path / "out",
        columns=Columns(text="body", carry=("id",)),
        jobs=1,
    )
    assert (found.rows, found.errors) == (4, 0)


def test_what_is_no_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and nothing more")
    (tmp_path / "broken.duckdb").write_bytes(b"no database")
    (tmp_path / "a.xlsx").write_bytes(b"x")
    cases = {
        "missing.parquet": "no such file",
        "none*.parquet": "no file matches",
        "a.xlsx": "it is no table",
        "broken.parquet": "DuckDB cannot read it",
        "broken.duckdb": "DuckDB cannot read it",
    }
    for name, why in cases.items():
        with pytest.raises(SourceError, match=why):
            open_source(str(tmp_path / name)).count()


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    assert sample(1000, 5, 1) == sample(1000, 5, 1) != sample(1000, 5, 2)
    assert sample(3, 10, 0) == [0, 1, 2]


# -------------------------------------------------------------------------- audits


def ids(out: Path) -> list[int]:
    found: list[int] = pq.read_table(out / "parts").column("id").to_pylist()
    return sorted(found)


def run(place: Path, out: Path, **how: Any) -> Any:
    columns = Columns(text="body", place="state", carry=("id",))
    return audit(str(place / "a.parquet"), out, columns=columns, size=4, **how)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    pq.write_table(table(22), tmp_path / "a.parquet")
    return tmp_path


def test_an_audit_checks_every_row_once_in_one_process_or_many(place: Path) -> None:
    one, two = place / "one", place / "two"
    assert run(place, one, jobs=1).rows == run(place, two, jobs=2).rows == 22
    assert ids(one) == ids(two) == list(range(22))
    assert pq.read_table(one / "parts").equals(pq.read_table(two / "parts"))


def test_a_run_goes_on_where_it_was(place: Path) -> None:
    out = place / "out"

    def stop(done: int, _: int) -> None:
        if done >= 8:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(place, out, jobs=1, progress=stop)
    (out / "parts" / "000000000008.parquet.99.draft").write_bytes(b"half")
    found = run(place, out, jobs=1)
    assert (found.rows, found.new) == (22, 14)
    assert ids(out) == list(range(22))
    assert not list((out / "parts").glob("*.draft"))
    assert run(place, out, jobs=1).new == 0


def test_a_folder_of_another_audit_is_left_alone(place: Path) -> None:
    out = place / "out"
    run(place, out, jobs=1)
    with pytest.raises(OutputError, match=r"audit of something else \(sample\)"):
        run(place, out, jobs=1, number=3)
    assert run(place, out, jobs=1, number=3, restart=True).rows == 3
    pq.write_table(table(23), place / "a.parquet")
    with pytest.raises(OutputError, match="content"):
        run(place, out, jobs=1, number=3)


def test_a_full_disk_is_a_line_and_what_was_done_stays(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = place / "out"
    written: list[Path] = []
    whole = parts_module.AuditFolder.write_table

    def full(self: Any, path: Path, made: Any) -> None:
        if len(written) == 2:
            raise OutputError(str(path), "no space left on device")
        written.append(path)
        whole(self, path, made)

    monkeypatch.setattr(parts_module.AuditFolder, "write_table", full)
    with pytest.raises(OutputError, match="no space left"):
        run(place, out, jobs=1)
    monkeypatch.undo()
    assert len(list((out / "parts").glob("*.parquet"))) == 2
    assert (run(place, out, jobs=1).new, ids(out)) == (14, list(range(22)))


# A disk of its own, which nobody else sees and which is gone with the process.
_TINY = """
set -e
mount -t tmpfs -o size=72k tmpfs "$2"
"$1" -c "$3" || true
ls "$2/out/parts" | wc -l
mount -o remount,size=64m "$2"
"$1" -c "$3"
"""
_AUDIT = """
from pathlib import Path
from postlint.bulk import Columns, audit
from postlint.errors import OutputError
columns = Columns(text="body", carry=("id",))
try:
    done = audit({source!r}, Path({out!r}), columns=columns, size=4, jobs=1)
except OutputError as error:
    print(error)
else:
    import pyarrow.parquet as pq
    print(done.new, sorted(pq.read_table(done.folder / "parts").column("id").to_pylist()))
"""


def test_a_disk_that_is_really_full_keeps_what_was_done(place: Path) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("unshare is not installed")
    tried = subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("no disk of its own may be mounted here")
    disk = place / "disk"
    disk.mkdir()
    code = _AUDIT.format(source=str(place / "a.parquet"), out=str(disk / "out"))
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", _TINY, "sh", sys.executable, str(disk), code],
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    full, parts, again = done.stdout.splitlines()
    assert full.endswith(".parquet: cannot be written: no space left on device")
    assert 0 < int(parts) < 6
    assert again == f"{22 - 4 * int(parts)} {list(range(22))}"


def deadly() -> Linter:
    """Make a linter with a rule that ends its process at one word."""

    def kills(case: Case) -> Iterator[Outcome]:
        if "\n13\n" in case.text:
            os.kill(os.getpid(), signal.SIGKILL)
        yield Passed("lived")

    return Linter(packs=load_packs([point("kills", pack(rules=[rule(kills)]))]))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_a_row_that_ends_its_process_costs_that_row_alone() -> None:
    made = table(22)
    cut = [
        (
            start,
            Chunk(tuple(range(start, min(start + 5, 22))), made.slice(start, 5).to_batches()[0]),
        )
        for start in range(0, 22, 5)
    ]
    columns = Columns(text="body", carry=("id",))
    found = dict(check_chunks(cut, columns=columns, linter=deadly, jobs=2))
    rows = [row for number in sorted(found) for row in rows_of(found[number])]
    assert [row["id"] for row in rows] == list(range(22))
    assert [row["id"] for row in rows if row["error"]] == [13]
    assert rows[13]["error"] == ENDED


class _Interrupted:
    """Make a linter in a process that is interrupted while it begins."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _interrupted_linter, ()

    def __call__(self) -> Linter:
        return Linter()


def _interrupted_linter() -> type[Linter]:
    os.kill(os.getpid(), signal.SIGINT)
    return Linter


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot be kept back")
def test_an_interrupt_is_left_to_the_process_that_began_the_others() -> None:
    chunk = Chunk((0, 1), batch(COOK, NURSE))
    (found,) = check_chunks([(0, chunk)], columns=Columns(), linter=_Interrupted(), jobs=2)
    assert [row["error"] for row in rows_of(found[1])] == [None, None]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_killed_at_any_moment_no_row_is_lost_or_doubled(place: Path) -> None:
    pq.write_table(table(400), place / "a.parquet")
    out = place / "out"
    command = [
        sys.executable, "-m", "postlint", "audit", str(place / "a.parquet"), "--text", "body",
        "--carry", "id", "--out", str(out), "--jobs", "2", "--isolated",
    ]  # fmt: skip
    for wait in (0.4, 0.9, 1.3, 1.6):
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as begun:
            time.sleep(wait)
            begun.kill()
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    assert ids(out) == list(range(400))


# ---------------------------------------------------------------- what an audit tells


def test_the_tables_and_the_page_say_how_rules_came_out(place: Path) -> None:
    months = [f"{2024 + n // 12}-{n % 12 + 1:02d}-15" for n in range(22)]
    places = ["US-OR", "US-CO"] * 11
    employers = ["Alder <b>Schools</b>", "Larch & Lowe"] * 11
    made = pa.table({"body": [NURSE] * 21 + [None], "m": months, "p": places, "e": employers})
    pq.write_table(made, place / "b.parquet")
    columns = Columns(text="body", place="p", day="m", employer="e")
    found = audit(str(place / "b.parquet"), place / "out", columns=columns, jobs=1, number=22)
    page = write_report(found).read_text(encoding="utf-8")
    rules = pq.read_table(place / "out" / "tables" / "by_rule.parquet").to_pylist()
    for row in rules:
        counted = (row["passed"], row["failed"], row["not_applicable"], row["cannot_tell"])
        assert sum(counted) == 21
        if row["share"] is not None:
            assert row["share_low"] <= row["share"] <= row["share_high"]
    by_place = pq.read_table(place / "out" / "tables" / "by_place.parquet").to_pylist()
    assert {row["place"] for row in by_place} == {"US-OR", "US-CO"}
    assert pq.read_table(place / "out" / "tables" / "unread.parquet").to_pylist() == [
        {"reason": "the text is missing", "rows": 1, "first_row": 21}
    ]
    assert "Alder &lt;b&gt;Schools&lt;/b&gt;" in page
    assert "<b>Schools" not in page
    assert "<script" not in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    for heading in ("Which gaps", "Where: by place", "Since when", "Rows that were not read"):
        assert heading in page
    assert page.count("<svg") == page.count("<figure>") >= 3


def picky() -> Linter:
    """Make a linter with one rule, which finds one word."""

    def finds(case: Case) -> Iterator[Outcome]:
        yield Finding("found", Span(0, 1), {"word": "He"}) if "He" in case.text else Passed("none")

    return Linter(packs=load_packs([point("picky", pack(rules=[rule(finds)]))]))


def test_two_audits_are_compared(place: Path) -> None:
    good = NURSE.replace("He keeps", "Keeps")
    for name, texts in {"old": [NURSE] * 40, "new": [good] * 40}.items():
        pq.write_table(pa.table({"text": texts}), place / f"{name}.parquet")
        write_report(audit(str(place / f"{name}.parquet"), place / name, jobs=1, linter=picky))
    changes = {row["code"]: row for row in compare(place / "old", place / "new").to_pylist()}
    better = [row for row in changes.values() if row["change"] == "better"]
    assert [row["code"] for row in better] == ["HOUS001"]
    assert not [row for row in changes.values() if row["change"] == "worse"]
    with pytest.raises(SourceError, match="no finished audit"):
        compare(place, place / "new")


def test_bounds_of_a_share_are_those_of_the_textbook() -> None:
    low, high = bounds(10, 100)
    assert (round(low, 4), round(high, 4)) == (0.0552, 0.1744)
    assert bounds(0, 10)[0] == 0.0
    assert bounds(10, 10)[1] == pytest.approx(1.0)


# --------------------------------------------------------------------- the command


def test_a_share_lies_within_its_bounds_whatever_rounding_does() -> None:
    for total in range(1, 60):
        for count in range(total + 1):
            low, high = bounds(count, total)
            assert 0 <= low <= count / total <= high <= 1


def test_the_command_says_what_it_did(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [
        "audit",
        str(place / "a.parquet"),
        "--out",
        str(place / "out"),
        "--jobs",
        "1",
        "--isolated",
    ]
    assert main([*arguments, "--text", "bodi"]) == 2
    assert "Did you mean 'body'?" in capsys.readouterr().err
    assert main([*arguments, "--text", "body", "--select", "LEAD"]) == 0
    said = capsys.readouterr().err
    assert "22 rows checked; 0 rows could not be read." in said
    assert (place / "out" / "index.html").is_file()
    rows = rows_of(pq.read_table(place / "out" / "parts"))
    assert {one["code"][:4] for row in rows for one in row["outcomes"]} == {"LEAD"}
