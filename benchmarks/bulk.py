"""What checking in bulk costs: beside the bare loop, and as the number of rows grows.

    python benchmarks/bulk.py --rows 1000 10000 100000

For each number of rows it makes a file (`made_postings.py`), audits it in
processes of its own, and prints rows a second of processor, the audit's
processor time a row beside a bare loop over `Linter.check`, beside the same
loop with everything a result holds asked for, and beside DuckDB's count of
words over the same column, and the most memory the audit's largest process
held. Processor time is what the other users of a machine disturb least; the
loops run before the audit and after it, and their mean counts.

With `--keep`, an audit that was stopped goes on where it was, and the figures
are of the rows that were left.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

import made_postings
from postlint import Linter
from postlint.bulk.workers import spare_collector

# Rows of the bare loop: enough for a steady rate, few enough for a long table.
_LOOP = 2000


def main() -> None:
    """Print a line for each number of rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--keep", type=Path, help="a folder for the files, else a temporary one")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        for rows in asked.rows:
            print(line(folder, rows, asked.jobs), flush=True)


def line(folder: Path, rows: int, jobs: int) -> str:
    """Measure one number of rows."""
    file = folder / f"made-{rows}.parquet"
    if not file.exists():
        made_postings.write(file, rows, seed=7)
    out = folder / f"audit-{rows}"
    left = rows - sum(pq.read_metadata(part).num_rows for part in _parts(out))
    before = _floors(file, min(rows, _LOOP))
    command = [
        sys.executable, "-m", "postlint", "audit", str(file), "--out", str(out),
        "--jobs", str(jobs), "--isolated", "--place", "place", "--employer", "employer",
        "--day", "day", "--employer-kind-column", "employer_kind", "--carry", "id",
    ]  # fmt: skip
    began, worked = time.perf_counter(), _children()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    seconds, work = time.perf_counter() - began, _children() - worked
    after = _floors(file, min(rows, _LOOP))
    bare, asked, words = ((one + two) / 2 for one, two in zip(before, after, strict=True))
    held = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    each = work / left
    size = sum(part.stat().st_size for part in _parts(out)) / rows
    return (
        f"{rows:>9,} rows ({left:,} now) in {jobs} processes: {seconds:.1f} s by the clock, "
        f"{work:.1f} s of processor, {1 / each:.0f} rows a second of processor, "
        f"{each / bare:.2f} of the bare loop a row, {each / asked:.2f} of the loop that asks for "
        f"all, {each / words:,.0f} word counts, {held:.0f} MiB in the largest process, "
        f"{size:,.0f} bytes of results a row"
    )


def _parts(out: Path) -> list[Path]:
    return sorted((out / "parts").glob("*.parquet"))


def _children() -> float:
    """Return the processor seconds of the processes this one has waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _floors(file: Path, rows: int) -> tuple[float, float, float]:
    """Return processor seconds a row: a bare loop, one that asks for all, a count of words."""
    texts = next(pq.ParquetFile(file).iter_batches(rows, columns=["text"])).column(0).to_pylist()
    linter = Linter()
    linter.check(texts[0])
    spare_collector()
    loops = []
    for full in (False, True):
        began = time.process_time()
        for text in texts:
            report = linter.check(text)
            if full:
                _ = report.facts, report.measures
        loops.append((time.process_time() - began) / len(texts))
    return loops[0], loops[1], count_words(file)


def count_words(file: Path) -> float:
    """Return the seconds a row that DuckDB takes to count the words of the column."""
    # A text's words are what stands between white space; the file is named by this program.
    sql = f"SELECT sum(len(string_split_regex(text, '\\s+'))), count(*) FROM '{file}'"  # noqa: S608
    with duckdb.connect(config={"threads": 1}) as connection:
        began = time.process_time()
        _words, rows = connection.execute(sql).fetchall()[0]
        return (time.process_time() - began) / int(rows)


if __name__ == "__main__":
    main()
