"""What checking in bulk costs: beside the bare loop, and as the number of rows grows.

    python benchmarks/bulk.py --rows 1000 10000 100000

For each number of rows it makes a file (`made_postings.py`), audits it in
processes of its own, and prints rows a second a process, the audit's time a
row beside a bare loop over `Linter.check` and beside DuckDB's count of words
over the same column, and the most memory the audit's largest process held.
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
    made_postings.write(file, rows, seed=7)
    bare = loop(file, min(rows, _LOOP))
    words = count_words(file) / rows
    began = time.perf_counter()
    out = folder / f"audit-{rows}"
    command = [
        sys.executable, "-m", "postlint", "audit", str(file), "--out", str(out), "--restart",
        "--jobs", str(jobs), "--isolated", "--place", "place", "--employer", "employer",
        "--day", "day", "--employer-kind-column", "employer_kind", "--carry", "id",
    ]  # fmt: skip
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    seconds = time.perf_counter() - began
    held = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    each = seconds * jobs / rows
    size = sum(part.stat().st_size for part in (out / "parts").glob("*.parquet")) / rows
    return (
        f"{rows:>9,} rows in {jobs} processes: {seconds:.1f} s, {1 / each:.0f} rows a second a "
        f"process, {each / bare:.2f} of the bare loop a row, {each / words:,.0f} word counts, "
        f"{held:.0f} MiB in the largest process, {size:,.0f} bytes of results a row"
    )


def loop(file: Path, rows: int) -> float:
    """Return the seconds a row takes in a bare loop."""
    texts = pq.ParquetFile(file).read(columns=["text"]).column(0)[:rows].to_pylist()
    linter = Linter()
    linter.check(texts[0])
    began = time.perf_counter()
    for text in texts:
        linter.check(text)
    return (time.perf_counter() - began) / rows


def count_words(file: Path) -> float:
    """Return the seconds DuckDB takes to count the words of the column, in one thread."""
    sql = f"SELECT sum(len(string_split_regex(text, '\\s+'))) FROM '{file}'"  # noqa: S608  # ours
    with duckdb.connect(config={"threads": 1}) as connection:
        began = time.perf_counter()
        connection.execute(sql).fetchall()
        return time.perf_counter() - began


if __name__ == "__main__":
    main()
