"""Two audits side by side: which gaps became rarer, and which more common.

A change counts as one where the difference of two shares is larger than chance
explains 19 times in 20, by Newcombe's interval (1998, "Interval estimation for
the difference between independent proportions", method 10).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa

from postlint.bulk.summary import bounds, read_tables

BETTER, WORSE, SAME, NEW, GONE = "better", "worse", "no clear change", "new", "gone"


def compare(before: Path, after: Path) -> pa.Table:
    """Return how each rule's share of failures changed between two audits' folders.

    Columns: `code`, `name`, `before` and `after` (shares), `difference`, its
    bounds `low` and `high`, and `change`, one of `better`, `worse`,
    `no clear change`, `new`, `gone`. Raises `SourceError` for a folder without
    a finished audit.
    """
    old = _rules(before)
    new = _rules(after)
    rows = [_change(code, old.get(code), new.get(code)) for code in sorted({*old, *new})]
    return pa.Table.from_pylist(rows, schema=_SCHEMA)


_SCHEMA = pa.schema(
    [
        ("code", pa.string()),
        ("name", pa.string()),
        ("before", pa.float64()),
        ("after", pa.float64()),
        ("difference", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("change", pa.string()),
    ]
)


def _rules(folder: Path) -> dict[str, dict[str, Any]]:
    rows = read_tables(folder, ["by_rule"])["by_rule"].to_pylist()
    return {row["code"]: row for row in rows if row["share"] is not None}


def _change(code: str, old: dict[str, Any] | None, new: dict[str, Any] | None) -> dict[str, Any]:
    there = new or old or {}
    row = {"code": code, "name": there["name"], "difference": None, "low": None, "high": None}
    row["before"] = old["share"] if old else None
    row["after"] = new["share"] if new else None
    if old is None or new is None:
        return {**row, "change": NEW if old is None else GONE}
    difference = new["share"] - old["share"]
    low, high = _interval(old, new)
    change = BETTER if high < 0 else WORSE if low > 0 else SAME
    return {**row, "difference": difference, "low": low, "high": high, "change": change}


def _interval(old: dict[str, Any], new: dict[str, Any]) -> tuple[float, float]:
    """Return the bounds of the difference of two shares."""
    (one, one_low, one_high), (two, two_low, two_high) = _bounded(new), _bounded(old)
    difference = one - two
    low = difference - ((one - one_low) ** 2 + (two_high - two) ** 2) ** 0.5
    high = difference + ((one_high - one) ** 2 + (two - two_low) ** 2) ** 0.5
    return low, high


def _bounded(row: dict[str, Any]) -> tuple[float, float, float]:
    return row["share"], *bounds(row["failed"], row["failed"] + row["passed"])
