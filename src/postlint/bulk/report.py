"""What an audit leaves for people: its tables as Parquet, and one page."""

from __future__ import annotations

from pathlib import Path

from postlint.bulk.changes import compare
from postlint.bulk.page import page
from postlint.bulk.parts import AuditFolder
from postlint.bulk.run import Audit
from postlint.bulk.summary import TABLES, summarise
from postlint.errors import SourceError

PAGE = "index.html"


def write_report(found: Audit, *, against: Path | None = None) -> Path:
    """Write the tables and the page of an audit, and return the page's path.

    `against` is the folder of another audit to compare with. Raises
    `SourceError` where that holds none, and `OutputError`.
    """
    parts = AuditFolder(found.folder)
    about = parts.about()
    if about is None:
        raise SourceError(str(found.folder), "it holds no audit")
    tables = summarise(parts, sampled=about.get("sample") is not None)
    changes = None
    if against is not None:
        changes = compare(against, found.folder)
        parts.write_table(found.folder / TABLES / "changes.parquet", changes)
    text = page(found, about, tables, changes, against)
    parts.write(found.folder / PAGE, text.encode("utf-8", "replace"))
    return found.folder / PAGE
