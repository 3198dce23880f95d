"""`postlint clean`: remove what postlint keeps between runs."""

from __future__ import annotations

import click

from postlint.cli.options import Sectioned, debug_option
from postlint.cli.terminal import say
from postlint.errors import OutputError, why_unwritten
from postlint.render.base import count
from postlint.run.report_cache import clean as remove

_HELP = """Removes what postlint keeps between runs, and says what that was.

Reports of files that were checked before, and tables that make it start sooner,
lie in the user's cache folder, or where POSTLINT_CACHE_DIR says. Nothing else
is removed, and the next run is only slower.
"""

_KB, _MB = 1000, 1_000_000


@click.command(cls=Sectioned, help=_HELP, short_help="Remove what is cached between runs.")
@debug_option
def clean() -> int:
    """Remove the files and return the exit code."""
    try:
        folder, cleaned = remove()
    except OSError as error:
        raise OutputError(str(error.filename), why_unwritten(error)) from error
    if folder is None:
        say("Nothing is cached: POSTLINT_CACHE_DIR is set to nothing.")
    elif not cleaned.reports and not cleaned.tables:
        say(f"Nothing was cached in {folder}.")
    else:
        reports, tables = count(cleaned.reports, "report"), count(cleaned.tables, "table")
        say(f"{reports} and {tables} removed from {folder} ({_size(cleaned.size)}).")
    return 0


def _size(size: int) -> str:
    if size >= _MB:
        return f"{size / _MB:.1f} MB"
    return f"{size / _KB:.1f} KB"
