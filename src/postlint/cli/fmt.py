"""`postlint fmt`: postings in markup, written in one way."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from postlint.cli.options import (
    Sectioned,
    debug_option,
    force_exclude_option,
    options,
    quiet_option,
)
from postlint.cli.sinks import StdoutSink
from postlint.cli.terminal import say
from postlint.config.model import Limits
from postlint.errors import PostlintError, SourceError
from postlint.linter import Linter
from postlint.readers.sniff import MARKUP, MARKUP_SUFFIXES, guess, name_of
from postlint.render.base import count
from postlint.run.limits import limited
from postlint.run.search import STDIN, Search, leads_away
from postlint.run.session import Session
from postlint.syntax.format import format_markup
from postlint.text.files import stream_bytes
from postlint.text.rewrite import TextFile, as_text_file, difference, read_text_file

_HELP = """Formats postings in markup: signs, indents and blank lines, never words.

PATH is a file, a folder (its .posting files and those below), a pattern, or -
for standard input, which is formatted to standard output. A posting of another
kind is left alone; 'postlint convert' writes it as markup.

\b
Examples:
  postlint fmt postings/
  postlint fmt cto.posting --diff
  postlint fmt --check postings/

\b
Exit codes:
  0  formatted, or nothing to format
  1  with --check or --diff: something is to be formatted
  2  wrong use, or a file that cannot be read or written
"""


@click.command(cls=Sectioned, help=_HELP, short_help="Format postings in markup.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@options(
    "Output",
    {
        "--check": "Write nothing; exit with 1 when a file would change.",
        "--diff show": "Write nothing; show what would change, and exit with 1 when something "
        "would.",
    },
)
@quiet_option
@force_exclude_option
@debug_option
def fmt(
    paths: tuple[str, ...],
    *,
    check: bool,
    show: bool,
    quiet: bool,
    force_exclude: bool,
) -> int:
    """Format the paths and return the exit code."""
    out = StdoutSink(for_people=False)
    linter, session = Linter(), Session()
    changed: list[str] = []
    files = failed = 0
    search = Search(suffixes=MARKUP_SUFFIXES, session=session, force_exclude=force_exclude)
    for target in search.find(paths):
        try:
            if isinstance(target, SourceError):
                raise target
            if target not in paths and Path(target).suffix.lower() not in MARKUP_SUFFIXES:
                continue  # settings may take in other kinds to be checked
            if not (check or show) and leads_away(target, paths):
                continue
            source, new = _formatted(target, linter, session.found(target).config.limits)
            if show:
                out.write(difference(target, source.text, new))
            elif not check:
                _write(target, source, new)
            files += 1
            if new != source.text:
                changed.append(target)
        except PostlintError as error:
            failed += 1
            say(str(error))
    dry = check or show
    if check and not show:
        for name in changed:
            say(f"{name}: would be formatted")
    if not quiet and paths != (STDIN,):
        say(_summary(files, len(changed), failed, dry=dry))
    return 2 if failed else int(dry and bool(changed))


def _formatted(target: str, linter: Linter, limits: Limits) -> tuple[TextFile, str]:
    """Return a posting and what formatting makes of it. Raises `SourceError`."""
    with limited(target, limits):
        source = _read(target, linter, limits)
        return source, format_markup(source.text)


def _write(target: str, source: TextFile, new: str) -> None:
    """Write a formatted posting where it came from; what came from a pipe goes on to one."""
    if target == STDIN:
        sys.stdout.flush()
        sys.stdout.buffer.write(source.encode(new))
        sys.stdout.buffer.flush()
    elif new != source.text:
        source.write(new)


def _read(target: str, linter: Linter, limits: Limits) -> TextFile:
    """Read a posting that is to be formatted. Raises `SourceError` for another kind."""
    if target == STDIN:
        return as_text_file(stream_bytes(sys.stdin.buffer, STDIN, limits.megabytes), STDIN)
    source = read_text_file(target, limits.megabytes)
    kind = guess(source.text, target, linter.readers).kind
    if kind != MARKUP:
        raise SourceError(
            target, f"it is {name_of(kind)}, not markup; 'postlint convert' writes it as markup"
        )
    return source


def _summary(files: int, changed: int, failed: int, *, dry: bool) -> str:
    verb = "would be formatted" if dry else "formatted"
    words = f"{count(changed, 'file')} {verb}, {files - changed} left as they were"
    if failed:
        words += f"; {count(failed, 'file')} could not be formatted"
    return words + "."
