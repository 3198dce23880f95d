"""`postlint audit`: check a table of postings, however long, and say what it tells."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import click

from postlint.cli.options import (
    Sectioned,
    debug_option,
    employer_options,
    option,
    options,
    rules_options,
    scope_options,
)
from postlint.cli.scope import make_session, words
from postlint.cli.terminal import say
from postlint.errors import MissingExtra
from postlint.linter import Linter
from postlint.render.base import count

_HELP = """Checks a table of postings: Parquet, CSV, JSON Lines, DuckDB, or a folder of files.

\b
  postlint audit jobs.parquet --text body --out audit
  postlint audit jobs.duckdb --query "SELECT body AS text FROM jobs" --out audit
  postlint audit postings/ --out audit
  postlint audit jobs.csv --text body --sample 2000 --out sample --against last-year

Every row is checked, and one that cannot be read is a row with its reason.
The folder has the results as Parquet (parts), tables (tables) and one page
(index.html). A run that was stopped goes on when it is begun again.
"""


@click.command(cls=Sectioned, help=_HELP, short_help="Check a table of postings.")
@click.argument("source")
@option(
    "Output",
    "--out",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for the results.",
)
@option(
    "Output",
    "--against",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="The folder of another audit: say what changed since.",
)
@options("Output", {"--restart": "Begin anew in a folder that holds an audit."})
@option(
    "Columns",
    "--text",
    "column_text",
    metavar="COLUMN",
    default="text",
    help="The column with the posting's text, or the bytes of its file.",
)
@options(
    "Columns",
    {
        "--kind column_kind COLUMN": "The column that says what the text is: text, html, markdown, "
        "word, pdf.",
        "--title column_title COLUMN": "The column with a title that does not stand in the text.",
        "--employer column_employer COLUMN": "The column with the employer's name, to group "
        "results by.",
        "--employer-kind-column column_employer_kind COLUMN": "The column with the kind of "
        "employer, such as school or city.",
        "--place column_place COLUMN": "The column with the jurisdiction, such as US-OR.",
        "--employees-column column_employees COLUMN": "The column with the number of people.",
        "--day column_day COLUMN": "The column with the day of the posting.",
    },
)
@option(
    "Columns",
    "--carry",
    multiple=True,
    metavar="COLUMN",
    help="A column that stays in the results. May be repeated.",
)
@options(
    "Rows",
    {
        "--table NAME": "The table of a DuckDB file.",
        "--query SQL": "SQL that gives the rows; a table that is no database is called source in "
        "it.",
    },
)
@option(
    "Rows",
    "--sample",
    metavar="NUMBER",
    type=click.IntRange(min=1),
    help="Check so many rows, drawn by chance.",
)
@option(
    "Rows",
    "--seed",
    metavar="NUMBER",
    type=int,
    default=0,
    show_default=True,
    help="The seed a sample is drawn by.",
)
@option(
    "Rows",
    "--jobs",
    metavar="NUMBER",
    type=click.IntRange(min=1),
    help="How many processes; as many as there are processors.",
)
@rules_options
@employer_options
@scope_options
@debug_option
def audit(
    *,
    source: str,
    out: Path,
    against: Path | None,
    restart: bool,
    carry: tuple[str, ...],
    table: str | None,
    query: str | None,
    sample: int | None,
    seed: int,
    jobs: int | None,
    **others: Any,
) -> int:
    """Run an audit and return the exit code."""
    try:
        from postlint.bulk.columns import Columns  # noqa: PLC0415
        from postlint.bulk.report import write_report  # noqa: PLC0415
        from postlint.bulk.run import audit as run  # noqa: PLC0415  # needs more than the core
    except ModuleNotFoundError as error:
        if error.name in {"pyarrow", "duckdb", "matplotlib"}:
            raise MissingExtra("Audits", "bulk") from error
        raise
    named = {
        name.removeprefix("column_"): others.pop(name)
        for name in list(others)
        if name.startswith("column_")
    }
    session = make_session(**others)
    assigned = session.assigned(str(out))  # a fault of the settings is reported before any row
    found = run(
        source,
        out,
        columns=Columns(**named, carry=words(carry)),
        linter=partial(_linter, others, str(out)),
        settings=assigned.settings.digest,
        table=table,
        query=query,
        number=sample,
        seed=seed,
        jobs=jobs,
        restart=restart,
        progress=_Meter() if sys.stderr is not None and sys.stderr.isatty() else None,
    )
    page = write_report(found, against=against)
    before = found.rows - found.new
    went_on = f" ({before:,} of them before)" if before else ""
    say(f"{found.rows:,} rows checked{went_on}; {count(found.errors, 'row')} could not be read.")
    say(f"Read {page}; results are in {out / 'parts'} and {out / 'tables'}.")
    return 0


def _linter(options: dict[str, Any], place: str) -> Linter:
    """Return the linter of one process, made from the same words as every other."""
    return make_session(**options).assigned(place).linter


class _Meter:
    """How far an audit is: rows, rate, and time left, on one line that is written over."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._first: int | None = None

    def __call__(self, done: int, total: int) -> None:
        """Show so many rows of so many."""
        if self._first is None:
            # The first part was made while processes began; the rate is that of the others.
            self._first, self._began = done, time.monotonic()
        seconds = time.monotonic() - self._began
        rate = (done - self._first) / seconds if seconds > 0 else 0.0
        left = f", {_span((total - done) / rate)} left" if rate > 0 and done < total else ""
        speed = f", {rate:,.0f} rows a second" if rate > 0 else ""
        with suppress(OSError):
            end = "\n" if done >= total else ""
            sys.stderr.write(f"\r\x1b[K{done:,} of {total:,} rows{speed}{left}{end}")
            sys.stderr.flush()


def _span(seconds: float) -> str:
    minutes = int(seconds // 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes} min {int(seconds % 60)} s" if minutes else f"{int(seconds)} s"
