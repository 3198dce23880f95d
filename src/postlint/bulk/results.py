"""What comes out for each row: the columns of a checked batch, versioned.

Columns and fields are added in later versions and never taken away or renamed;
a change that breaks a reader of the old shape raises `FORMAT_VERSION`, which
stands in the schema's metadata.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pyarrow as pa

FORMAT_VERSION: Final = 1

_SPAN = pa.struct(
    [pa.field("start", pa.int64(), nullable=False), pa.field("end", pa.int64(), nullable=False)]
)
_SPANS = pa.list_(_SPAN)


def _texts(*names: str) -> list[tuple[str, pa.DataType]]:
    return [(name, pa.string()) for name in names]


AUTHORITY: Final = pa.struct(
    [
        *_texts("citation", "jurisdiction", "date", "confidence", "basis"),
        ("volatile", pa.bool_()),
        *_texts("link"),
    ]
)
OUTCOME: Final = pa.struct(
    [
        *_texts("code", "name", "verdict", "severity", "reason"),
        ("spans", _SPANS),
        ("authority", pa.list_(AUTHORITY)),
    ]
)
DIAGNOSTIC: Final = pa.struct(
    [
        *_texts("code", "name", "severity", "message", "message_id"),
        ("start", pa.int64()),
        ("end", pa.int64()),
        *_texts("url", "fingerprint"),
        ("authority", pa.list_(AUTHORITY)),
    ]
)
FACT: Final = pa.struct(
    [
        ("name", pa.string()),
        ("value", pa.string()),  # JSON, as in the report's schema
        ("missing", pa.string()),
        ("spans", _SPANS),
    ]
)
MEASURE: Final = pa.struct([("name", pa.string()), ("value", pa.float64())])

ROW: Final = "row"
_COLUMNS: Final = (
    pa.field(ROW, pa.int64(), nullable=False),
    pa.field("error", pa.string()),
    pa.field("is_posting", pa.bool_()),
    pa.field("kind", pa.string()),
    pa.field("sha256", pa.string()),
    pa.field("title", pa.string()),
    pa.field("employer", pa.string()),
    pa.field("place", pa.string()),
    pa.field("day", pa.date32()),
    pa.field("outcomes", pa.list_(OUTCOME)),
    pa.field("diagnostics", pa.list_(DIAGNOSTIC)),
    pa.field("facts", pa.list_(FACT)),
    pa.field("measures", pa.list_(MEASURE)),
)


def schema(carried: Iterable[pa.Field] = ()) -> pa.Schema:
    """Return the columns of a checked batch; `carried` are columns of the input that stay."""
    return pa.schema(
        [*_COLUMNS, *carried], metadata={"postlint.bulk.format_version": str(FORMAT_VERSION)}
    )
