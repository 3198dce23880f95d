"""Postings by the million: Arrow batches in, Arrow batches out.

Everything here calls one function, `check_batch`; a command, a pool of
processes and Spark only bring it rows. It needs `pip install '.[bulk]'`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint.bulk.batch import check_batch
    from postlint.bulk.changes import compare
    from postlint.bulk.columns import Columns
    from postlint.bulk.results import FORMAT_VERSION, schema
    from postlint.bulk.run import Audit, audit

__all__ = ["FORMAT_VERSION", "Audit", "Columns", "audit", "check_batch", "compare", "schema"]

_MODULES = {
    "Audit": "run",
    "Columns": "columns",
    "FORMAT_VERSION": "results",
    "audit": "run",
    "check_batch": "batch",
    "compare": "changes",
    "schema": "results",
}


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for; say what to install where Arrow is missing."""
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module 'postlint.bulk' has no attribute '{name}'")
    try:
        found: object = getattr(import_module(f"postlint.bulk.{module}"), name)
    except ModuleNotFoundError as error:
        if error.name in {"pyarrow", "duckdb"}:
            from postlint.errors import MissingExtra  # noqa: PLC0415  # for this alone

            raise MissingExtra("Postings in bulk", "bulk") from error
        raise
    return found
