"""What an audit tells: how each rule came out, by place, employer and month.

A share is that of failures among the postings a rule spoke of and could tell:
`failed / (failed + passed)`. Where rows are a sample, each share has the
bounds within which the whole lies 19 times in 20 (Wilson, 1927, "Probable
inference, the law of succession, and statistical inference").
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa

from postlint.bulk.parts import AuditFolder
from postlint.errors import SourceError

TABLES: Final = "tables"
# Groups by which results are counted: the table's name, and the column of a part or its month.
GROUPS: Final = {
    "place": "place",
    "employer": "employer",
    "month": "strftime(day, '%Y-%m')",
}
# The 97.5th percentile of the normal distribution: bounds that hold 19 times in 20.
_Z = 1.959964

_VERDICTS = """
CREATE OR REPLACE TEMP VIEW verdicts AS
SELECT part.row AS row, part.place AS place, part.employer AS employer, part.day AS day,
       outcome.code AS code, outcome.name AS name, outcome.verdict AS verdict
FROM (SELECT "row", place, employer, day, unnest(outcomes) AS outcome
      FROM read_parquet({parts}) WHERE error IS NULL) AS part
"""

_COUNTS = """
SELECT {group}code, any_value(name) AS name,
       count(*) FILTER (verdict = 'pass') AS passed,
       count(*) FILTER (verdict = 'fail') AS failed,
       count(*) FILTER (verdict = 'not-applicable') AS not_applicable,
       count(*) FILTER (verdict = 'cannot-tell') AS cannot_tell
FROM verdicts {where}
GROUP BY ALL ORDER BY ALL
"""


def summarise(parts: AuditFolder, *, sampled: bool) -> dict[str, pa.Table]:
    """Return the tables of an audit by name, and write each as Parquet into its folder.

    `by_rule`, `by_place`, `by_employer` and `by_month` count verdicts; `unread`
    counts the reasons for which rows were not checked; `rows_by_month` says how
    many postings each month has.
    """
    with duckdb.connect(config={"memory_limit": "1GB", "threads": 2}) as connection:
        connection.execute("SET enable_progress_bar = false")
        where = "'" + parts.pattern.replace("'", "''") + "'"
        try:
            connection.execute(_VERDICTS.format(parts=where))
            tables = {"by_rule": _counts(connection, sampled=sampled)}
            for name, column in GROUPS.items():
                tables[f"by_{name}"] = _counts(connection, (name, column), sampled=sampled)
            tables["unread"] = connection.sql(_UNREAD.format(parts=where)).to_arrow_table()
            tables["rows_by_month"] = connection.sql(_MONTHS.format(parts=where)).to_arrow_table()
        except duckdb.Error as error:
            reason = str(error).split("\n", maxsplit=1)[0]
            raise SourceError(str(parts.folder), f"its parts cannot be read: {reason}") from error
    folder = parts.folder / TABLES
    folder.mkdir(exist_ok=True)
    for name, table in tables.items():
        parts.write_table(folder / f"{name}.parquet", table)
    return tables


_UNREAD = """
SELECT error AS reason, count(*) AS "rows", min("row") AS first_row
FROM read_parquet({parts}) WHERE error IS NOT NULL GROUP BY error ORDER BY 2 DESC, 1
"""
_MONTHS = """
SELECT strftime(day, '%Y-%m') AS month, count(*) AS "rows"
FROM read_parquet({parts}) WHERE error IS NULL AND day IS NOT NULL GROUP BY 1 ORDER BY 1
"""


def _counts(
    connection: duckdb.DuckDBPyConnection,
    group: tuple[str, str] | None = None,
    *,
    sampled: bool,
) -> pa.Table:
    if group is None:
        sql = _COUNTS.format(group="", where="")
    else:
        name, column = group
        sql = _COUNTS.format(group=f'{column} AS "{name}", ', where=f"WHERE {column} IS NOT NULL")
    return with_shares(connection.sql(sql).to_arrow_table(), sampled=sampled)


def with_shares(table: pa.Table, *, sampled: bool) -> pa.Table:
    """Return counts with the share of failures and, for a sample, its bounds."""
    shares: list[float | None] = []
    lows: list[float | None] = []
    highs: list[float | None] = []
    for failed, passed in zip(
        table.column("failed").to_pylist(), table.column("passed").to_pylist(), strict=True
    ):
        total = failed + passed
        low, high = bounds(failed, total) if total and sampled else (None, None)
        shares.append(failed / total if total else None)
        lows.append(low)
        highs.append(high)
    for name, values in (("share", shares), ("share_low", lows), ("share_high", highs)):
        table = table.append_column(name, pa.array(values, pa.float64()))
    return table


def bounds(count: int, total: int) -> tuple[float, float]:
    """Return Wilson's bounds of a share that `count` of `total` in a sample have."""
    share = count / total
    spread = _Z * _Z / total
    middle = share + spread / 2
    half = _Z * ((share * (1 - share) + spread / 4) / total) ** 0.5
    # Rounding must not put a bound outside what a share can be, or the share outside its bounds.
    low, high = max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))
    return min(low, share), max(high, share)


def read_tables(folder: Path, names: Sequence[str]) -> dict[str, Any]:
    """Return tables that an audit wrote. Raises `SourceError` where one is missing."""
    import pyarrow.parquet as pq  # noqa: PLC0415  # for a comparison alone

    found = {}
    for name in names:
        path = folder / TABLES / f"{name}.parquet"
        if not path.is_file():
            raise SourceError(str(folder), "it holds no finished audit")
        found[name] = pq.read_table(path)
    return found
