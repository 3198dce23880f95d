"""The same function under Dask and Ray, as the page about many machines has it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: postlint[bulk]")

from postlint.bulk import check_batch  # noqa: E402  # after the check above

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
COOK = "Cook\n\nDuties\n\n• Bakes bread for the school.\n• Keeps kitchen {} clean.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    import pyarrow.parquet as pq  # noqa: PLC0415  # where it is installed

    rows = {"id": list(range(60)), "body": [COOK.format(n) for n in range(60)]}
    pq.write_table(pa.table(rows), tmp_path / "jobs.parquet", row_group_size=20)
    return tmp_path


def checked(table: Any) -> Any:
    batches = table.combine_chunks().to_batches()
    return pa.Table.from_batches([check_batch(one, text="body", carry=("id",)) for one in batches])


def test_dask(folder: Path) -> None:
    dask = pytest.importorskip("dask", reason="dask is not installed")
    import pyarrow.dataset as ds  # noqa: PLC0415  # where it is installed

    batches = ds.dataset(folder).to_batches(columns=["id", "body"], batch_size=25)
    work = [dask.delayed(check_batch)(batch, text="body", carry=("id",)) for batch in batches]
    found = dask.compute(*work, scheduler="processes", num_workers=2)
    ids = [row["id"] for batch in found for row in batch.to_pylist() if row["error"] is None]
    assert sorted(ids) == list(range(60))


def test_ray(folder: Path) -> None:
    ray = pytest.importorskip("ray", reason="ray is not installed")
    pytest.importorskip("ray.data", reason="ray[data] is not installed")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        data = ray.data.read_parquet(str(folder))
        found = data.map_batches(checked, batch_format="pyarrow", batch_size=25).take_all()
    finally:
        ray.shutdown()
    assert sorted(row["id"] for row in found if row["error"] is None) == list(range(60))
