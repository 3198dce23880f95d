"""`postlint baseline`: accept what is found now, so that only new findings fail."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from postlint.cli.options import (
    Sectioned,
    debug_option,
    employer_options,
    options,
    rules_options,
    scope_options,
)
from postlint.cli.progress import with_progress
from postlint.cli.scope import make_session
from postlint.cli.sinks import FileSink, Sinks
from postlint.cli.terminal import say
from postlint.config.find import BASELINE as _NAME
from postlint.engine.baseline import Baseline, dump, load, merged, name_in, record
from postlint.engine.report import Report
from postlint.errors import OutputError, PostlintError, SourceError
from postlint.packs.registry import load_packs
from postlint.render.base import count
from postlint.rules.tool_findings import TOOL_FINDINGS
from postlint.run.report_cache import open_results
from postlint.run.search import STDIN, SUFFIXES, Search
from postlint.run.session import Session

_HELP = f"""Records the findings of postings, so that checks fail for new ones only.

PATH is a file, a folder or a pattern; the default is the current folder.
Findings are known by their rule, the headings above them and their words, never
by line, by the title or by the file's name. Checks use the file where it stands
in the folder of the postings or above it, beside the configuration, or where
the configuration or --baseline names it.

A file that is there is brought up to date: what it says of postings and rules
that are not checked now stays.

\b
Examples:
  postlint baseline
  postlint baseline postings/ -o postings/{_NAME}
"""


@click.command(cls=Sectioned, help=_HELP, short_help="Accept what is found now.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@options(
    "Output",
    {
        "--output -o FILE": "Where to write it. The default is the configuration's baseline, else "
        f"{_NAME}.",
    },
)
@rules_options
@scope_options
@employer_options
@debug_option
def baseline(paths: tuple[str, ...], output: str | None, **chosen: Any) -> int:
    """Record the findings of what is `chosen` and return the exit code."""
    if STDIN in paths:
        raise click.UsageError("A baseline is of files; standard input is none.")
    packs = load_packs()
    session = make_session(packs=packs, **chosen)
    suffixes = SUFFIXES.union(*(reader.suffixes for reader in packs.readers))
    targets = list(Search(suffixes=suffixes, session=session).find(paths or (".",)))
    file = Path(output) if output is not None else _configured(session)
    before = load(file) if file.exists() else Baseline()
    session.results = open_results(full=False)
    rows: list[tuple[str, Report]] = []
    failed = 0
    for target in with_progress(targets, len(targets), shown=False):
        try:
            if isinstance(target, SourceError):
                raise target
            reports = session.read_file(target).reports()
        except SourceError as error:
            failed += 1
            say(str(error))
        else:
            name = name_in(file, target)
            rows.extend((f"{name}{report.source.part}", report) for report in reports)
    if failed:
        raise PostlintError(
            f"No baseline was written: {count(failed, 'file')} could not be checked."
        )
    recorded = record((name, report.posting, report.diagnostics) for name, report in rows)
    tools = frozenset(kind.code for kind in TOOL_FINDINGS)
    requested = {
        name: tools.union(outcome.code for outcome in report.outcomes) for name, report in rows
    }
    whole = merged(
        before,
        recorded,
        requested=requested,
        there=lambda name: (file.parent / name).exists(),
    )
    with Sinks([sink := FileSink(str(file))]):
        sink.write(dump(whole))
    if session.results is not None:
        session.results.tidy()
    summary = (
        f"{count(_size(recorded), 'finding')} in {count(len(rows), 'file')} accepted in {file}"
    )
    left = _size(whole) - _size(recorded)
    if left:
        verb = "stays" if left == 1 else "stay"
        summary += f"; {count(left, 'finding')} of what was not checked now {verb}"
    say(f"{summary}.")
    return 0


def _size(baseline: Baseline) -> int:
    """Return how many findings a baseline accepts."""
    return sum(entry.count for rows in baseline.files.values() for entry in rows.values())


def _configured(session: Session) -> Path:
    """Return the file that the configuration names, which must lie in or below its folder."""
    found = session.found(Path.cwd())
    if found.config.baseline is None:
        return Path(_NAME)
    path = found.root / found.config.baseline
    root = os.path.realpath(found.root)
    if os.path.commonpath([root, os.path.realpath(path)]) != root:
        raise OutputError(
            str(path), "a configuration may only name a baseline in its own folder or below; use -o"
        )
    return Path(os.path.relpath(path))
