"""What Spark adds to the function it calls: time a row beside the bare function's.

    python benchmarks/spark.py --rows 4000 --rounds 5

One core: a local Spark with one task at a time, and `check_batch` in this
process, in turns over the same rows in the same batches. Both have begun and
checked the rows once before the clock runs; results are worked out in full and
kept nowhere. The median of the rounds' ratios counts, by the clock and by
processor time, which other users of a machine disturb least. Spark's is that
of Java and of all Python processes below it together (read from `/proc`).
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

import made_postings
from postlint import Linter
from postlint.bulk import Columns, check_batch
from postlint.bulk.spark import check
from postlint.bulk.workers import spare_collector

_BATCH = 500
_NAMES: dict[str, Any] = {
    "place": "place", "employer": "employer", "day": "day", "employer_kind": "employer_kind",
}  # fmt: skip


def main() -> None:
    """Print what each round took, and the median ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "made.parquet"
        made_postings.write(file, asked.rows, seed=7)
        spark = _session()
        frame = spark.read.parquet(str(file)).coalesce(1)
        linter = Linter()
        _spark(frame)
        _bare(file, linter)
        spare_collector()
        clock, work = [], []
        for _ in range(asked.rounds):
            one, other = _bare(file, linter), _spark(frame)
            clock.append(other[0] / one[0])
            work.append(other[1] / one[1])
            each = 1000 / asked.rows
            print(
                f"processor: bare {one[1] * each:.2f} ms a row, Spark {other[1] * each:.2f} "
                f"({other[2] * each:.2f} of it Python), {work[-1]:.2f}; clock {clock[-1]:.2f}",
                flush=True,
            )
        print(
            f"Spark takes {statistics.median(work):.2f} times the bare function's processor time "
            f"a row, and {statistics.median(clock):.2f} times its time by the clock"
        )
        spark.stop()


def _session() -> Any:
    from pyspark.sql import SparkSession  # noqa: PLC0415  # Java is started

    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["SPARK_LOCAL_HOSTNAME"] = "localhost"
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", str(_BATCH))
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    return session


def _spark(frame: Any) -> tuple[float, float, float]:
    """Return seconds by the clock, of all processors, and of Python's part in them."""
    began, (java, python) = time.perf_counter(), _below()
    # Spark's own measure of what making rows costs: every row is made, and none is kept.
    check(frame, carry=("id",), **_NAMES).write.format("noop").mode("overwrite").save()
    seconds, (java_then, python_then) = time.perf_counter() - began, _below()
    own = python_then - python
    return seconds, own + java_then - java, own


def _bare(file: Path, linter: Linter) -> tuple[float, float]:
    columns = Columns(carry=("id",), **_NAMES)
    began, worked = time.perf_counter(), time.process_time()
    for batch in pq.ParquetFile(file).iter_batches(_BATCH):
        check_batch(batch, columns=columns, linter=linter)
    return time.perf_counter() - began, time.process_time() - worked


def _below() -> tuple[float, float]:
    """Return the processor seconds so far of the Java below this process, and of its children."""
    parents: dict[int, int] = {}
    about: dict[int, tuple[str, float]] = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            name, _, rest = (place / "stat").read_text().partition("(")[2].rpartition(")")
        except OSError:
            continue  # it has ended
        fields = rest.split()
        parents[int(place.name)] = int(fields[1])
        # Own time, and that of children that have ended.
        ticks = sum(map(int, fields[11:15]))
        about[int(place.name)] = (name, ticks / os.sysconf("SC_CLK_TCK"))
    java = python = 0.0
    for process, (name, seconds) in about.items():
        above = process
        while above in parents and above != os.getpid():
            above = parents[above]
        if above == os.getpid() and process != above:
            java += seconds if name == "java" else 0
            python += seconds if name != "java" else 0
    return java, python


if __name__ == "__main__":
    main()
