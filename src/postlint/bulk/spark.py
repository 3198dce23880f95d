"""The same function on many machines: Spark brings the batches.

It needs pyspark 3.5 or later with Arrow, on the driver and on every executor,
and what `postlint.bulk` needs on every executor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from postlint.errors import MissingExtra
from postlint.linter import Linter

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame


def check(
    df: DataFrame,
    *,
    text: str = "text",
    linter: Callable[[], Linter] = Linter,
    carry: Iterable[str] = (),
    **names: Any,
) -> DataFrame:
    """Return a frame with a checked row for every row of `df`.

    `text` and `names` name columns, as in `postlint.bulk.Columns`; `carry`
    names columns that stay, such as a key. Spark cuts frames where it likes,
    so `row` counts from the beginning of a partition: carry a key to join by.
    `linter` makes the linter on each executor, once for each Python process and function:
    settings, house rules and packs are those it finds or is given there.

    Raises `UnknownName` for a column that is not there, before anything runs.
    """
    try:
        from pyspark import cloudpickle  # noqa: PLC0415  # no part of the core
        from pyspark.sql.pandas.types import (  # noqa: PLC0415  # no part of the core
            from_arrow_schema,
            to_arrow_schema,
        )

        from postlint.bulk.columns import Columns  # noqa: PLC0415
        from postlint.bulk.results import schema  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise MissingExtra("Postings in Spark", "spark") from error
    columns = Columns(text=text, carry=tuple(carry), **names)
    columns.require(df.columns)
    needed = df.select(*(f"`{name}`" for name in columns.named))
    fields = to_arrow_schema(needed.schema)
    carried = [fields.field(name) for name in columns.carry]

    # A function arrives on an executor as another object with each task; its words are the same.
    serialise: Callable[[object], bytes] = cloudpickle.dumps
    key = sha256(serialise(linter)).hexdigest()

    def checked(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from postlint.bulk.batch import check_batch  # noqa: PLC0415  # on the executor

        made, row = _made(key, linter), 0
        for batch in batches:
            yield check_batch(batch, columns=columns, linter=made, first_row=row)
            row += batch.num_rows

    return needed.mapInArrow(checked, from_arrow_schema(schema(carried)))


# The linters of this process, by what makes them.
_linters: dict[str, Linter] = {}


def _made(key: str, linter: Callable[[], Linter]) -> Linter:
    """Return the linter of this process, made once for all its tasks."""
    if key not in _linters:
        from postlint.bulk.workers import spare_collector  # noqa: PLC0415  # on the executor

        _linters[key] = linter()
        spare_collector()
    return _linters[key]
