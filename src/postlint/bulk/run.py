"""An audit: every row of a source checked, written as it is done, and summed up.

A run that is stopped goes on where it was: parts are cut by rows alone, a part
is there whole or not at all, and what is there is not made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from attrs import asdict, frozen

from postlint.bulk.columns import Columns
from postlint.bulk.parts import AuditFolder
from postlint.bulk.results import FORMAT_VERSION
from postlint.bulk.source import Chunk, Source, chunks, open_source, sample
from postlint.bulk.workers import MakeLinter, check_chunks
from postlint.errors import OutputError
from postlint.linter import Linter
from postlint.run.processes import processors
from postlint.version import __version__

# Rows of a part: some seconds of work, which is what a killed run loses at most.
SIZE = 512
# Megabytes of text in a part: memory is bounded by it, whatever the rows hold.
MEGABYTES = 32.0

Progress = Callable[[int, int], None]


@frozen(kw_only=True)
class Audit:
    """What an audit came to.

    `rows` were checked in all, `new` of them by this run; `errors` of them
    could not be read. `folder` holds the parts, the tables and the page.
    """

    folder: Path
    rows: int
    new: int
    errors: int
    postings: int


def audit(
    source: str | Source,
    out: Path,
    *,
    columns: Columns | None = None,
    linter: MakeLinter = Linter,
    settings: str = "",
    table: str | None = None,
    query: str | None = None,
    number: int | None = None,
    seed: int = 0,
    jobs: int | None = None,
    restart: bool = False,
    progress: Progress | None = None,
    size: int = SIZE,
) -> Audit:
    """Check every row of a source, and keep what is found in the folder `out`.

    `linter` makes the linter in each process; `settings` names what it is made
    of, so that a run with other settings does not go on with this one. `number`
    draws a sample by `seed`. `progress` is called with how many rows are done, of how
    many. Raises `SourceError` for a source that cannot be read, `UnknownName`
    for a column that is not there, `OutputError` for a folder that cannot be
    written or holds another audit; what was done stays done.
    """
    columns = columns or Columns()
    rows_of = open_source(source, table=table, query=query) if isinstance(source, str) else source
    columns.require(rows_of.columns())
    total = rows_of.count()
    chosen = None if number is None else sample(total, number, seed)
    parts = AuditFolder(out)
    about: dict[str, Any] = {
        "format_version": FORMAT_VERSION,
        "postlint": __version__,
        "source": rows_of.name,
        "content": rows_of.fingerprint(),
        "columns": asdict(columns),
        "settings": settings,
        "sample": None if number is None else {"rows": number, "seed": seed, "of": total},
        "part_rows": size,
        "rows": total if chosen is None else len(chosen),
        "finished": False,
    }
    parts.begin(about, restart=restart)
    new = _check_rest(
        parts,
        chunks(rows_of, columns, size=size, megabytes=MEGABYTES, chosen=chosen),
        columns=columns,
        linter=linter,
        jobs=jobs or processors(),
        total=about["rows"],
        progress=progress,
    )
    found = _count(parts, new)
    if found.rows != about["rows"]:
        reason = f"{found.rows} of {about['rows']} rows are there: the source changed meanwhile"
        raise OutputError(str(out), reason)
    parts.describe({**about, "finished": True})
    return found


def _check_rest(
    parts: AuditFolder,
    cut: Iterator[Chunk],
    *,
    columns: Columns,
    linter: MakeLinter,
    jobs: int,
    total: int,
    progress: Progress | None,
) -> int:
    """Check the chunks whose parts are not there, and return how many rows that were."""
    done = parts.done()
    finished = new = 0

    def missing() -> Iterator[tuple[int, Chunk]]:
        nonlocal finished
        for chunk in cut:
            if chunk.numbers[0] in done:
                finished += len(chunk.numbers)
                continue
            yield chunk.numbers[0], chunk

    for number, batch in check_chunks(missing(), columns=columns, linter=linter, jobs=jobs):
        parts.add(number, batch)
        finished += batch.num_rows
        new += batch.num_rows
        if progress is not None:
            progress(finished, total)
    return new


def _count(parts: AuditFolder, new: int) -> Audit:
    rows = errors = postings = 0
    for file in parts.files():
        table = pq.read_table(file, columns=["error", "is_posting"])
        rows += table.num_rows
        errors += table.num_rows - table.column("error").null_count
        postings += sum(1 for value in table.column("is_posting").to_pylist() if value)
    return Audit(folder=parts.folder, rows=rows, new=new, errors=errors, postings=postings)
