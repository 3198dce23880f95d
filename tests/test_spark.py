"""Spark brings the batches: real executors, and nothing lost when one dies."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyspark", reason="pyspark is not installed: postlint[spark]")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java, which is not installed", allow_module_level=True)

from postlint import Linter  # after the checks above
from postlint.bulk.spark import check
from postlint.config.model import Config
from postlint.errors import UnknownName
from postlint.run.session import Session

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

COOK = "Cook\n\nDuties\n\n• Bakes bread for the school.\n• Keeps kitchen {} clean.\n"
HOUSE = """
[[rule]]
code = "RIVR001"
name = "no-bread"
summary = "Bread is named."
message = "'{words}' is named."
severity = "warning"
authority = "Our kitchen's guide"
date = "2026-03-01"
words = [{ find = ["bread"] }]
page = "Bread is for another post."
fail = ["- Bakes bread."]
pass = ["- Bakes pies."]
"""


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark import cloudpickle  # noqa: PLC0415  # as above
    from pyspark.sql import SparkSession  # noqa: PLC0415

    # Executors do not have this file.
    register: Callable[[object], None] = cloudpickle.register_pickle_by_value
    register(sys.modules[__name__])

    with pytest.MonkeyPatch.context() as patch:
        # A cluster on this machine alone, whatever its name is.
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("SPARK_LOCAL_HOSTNAME", "localhost")
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        session = (
            SparkSession.builder.master("local-cluster[2,1,1024]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "50")
            .config("spark.task.maxFailures", "8")
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("OFF")
        yield session
        session.stop()


def frame(spark: Any, number: int, parts: int = 4) -> Any:
    rows = [(n, COOK.format(n)) for n in range(number)]
    return spark.createDataFrame(rows, ["id", "body"]).repartition(parts)


def test_a_row_comes_out_for_every_row(spark: Any) -> None:
    found = check(frame(spark, 120), text="body", carry=("id",)).collect()
    assert sorted(row["id"] for row in found) == list(range(120))
    report = Linter().check(COOK.format(0))
    row = next(row for row in found if row["id"] == 0)
    assert [one["code"] for one in row["diagnostics"]] == [d.code for d in report.diagnostics]


def test_a_column_that_is_not_there_is_told_before_anything_runs(spark: Any) -> None:
    with pytest.raises(UnknownName, match="Did you mean 'body'"):
        check(frame(spark, 1), text="bodi")


def test_house_rules_go_to_the_executors(spark: Any, tmp_path: Path) -> None:
    rules = tmp_path / "river.toml"
    rules.write_text(HOUSE, encoding="utf-8")
    spark.sparkContext.addFile(str(rules))

    def linter() -> Linter:
        from pyspark import SparkFiles  # noqa: PLC0415  # on the executor

        over = {"rule-files": [SparkFiles.get("river.toml")], "select": ["RIVR001"]}
        return Session(over=over, isolated=True).assigned("posting.txt").linter

    rows = check(frame(spark, 6), text="body", linter=linter).collect()
    assert [[one["code"] for one in row["diagnostics"]] for row in rows] == [["RIVR001"]] * 6


def test_a_linter_is_made_once_in_a_process_for_all_its_tasks(spark: Any, tmp_path: Path) -> None:
    made = tmp_path / "made"

    def linter() -> Linter:
        with made.open("a") as file:
            file.write(f"{os.getpid()}\n")
        return Linter(config=Config())

    for _ in range(2):
        check(frame(spark, 40, parts=6), text="body", linter=linter).collect()
    processes = made.read_text().split()
    assert len(processes) == len(set(processes)) <= 4


def test_an_executor_lost_in_the_middle_loses_no_row(spark: Any, tmp_path: Path) -> None:
    mark = tmp_path / "killed"

    def linter() -> Linter:
        # The first process that gets here takes the executor above it with it.
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return Linter(config=Config())
        time.sleep(0.3)
        os.kill(_executor(), signal.SIGKILL)
        time.sleep(5)
        raise AssertionError("the executor lives")

    found = check(frame(spark, 200, parts=8), text="body", carry=("id",), linter=linter).collect()
    assert mark.exists()
    assert sorted(row["id"] for row in found) == list(range(200))


def _executor() -> int:
    """Return the process above this one that runs Java."""
    process = os.getpid()
    while process > 1:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        if status.startswith("Name:\tjava"):
            return process
        process = int(status.split("PPid:\t")[1].split("\n")[0])
    raise AssertionError("no executor stands above this process")
