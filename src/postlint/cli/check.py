"""`postlint check`: read postings, ask the rules, show what they say."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from typing import Any, NamedTuple

import click
from attrs import evolve

from postlint import __version__
from postlint.cli.annotated import Copy
from postlint.cli.options import (
    Named,
    Option,
    Sectioned,
    complete_rules,
    debug_option,
    employer_options,
    make_employer,
    words,
)
from postlint.cli.progress import with_progress
from postlint.cli.sinks import FileSink, Sink, Sinks, StdoutSink
from postlint.cli.targets import STDIN, SUFFIXES, Target, find_targets
from postlint.cli.terminal import DEFAULT_WIDTH, enable_codes, say, screen_width, wants_color
from postlint.diagnostics import Severity
from postlint.errors import OutputError, SourceError
from postlint.linter import Linter
from postlint.readers.sniff import MARKUP
from postlint.registry import Packs, load_packs
from postlint.render import FORMATS, Context, Producer, Renderer, Result, Tally, make_renderer

_NEVER = "never"
# How much of a file is read to tell whether it is a report of ours.
_LOOK = 8192
_LIMITS = [severity.value for severity in reversed(Severity)]

_HELP = """Checks postings and shows what the rules say about them.

PATH is a file, a folder (its .posting, .txt and .md files and those below),
a pattern such as 'jobs/**/*.txt', or - for standard input.

\b
Examples:
  postlint check cto.posting
  postlint check postings/ --format concise
  postlint check cto.txt --verdicts --employer-kind school --jurisdiction US-OR
  postlint check postings/ --select LEAD,ADA --fail-on error
  pbpaste | postlint check - --as text
  postlint check cto.docx --annotate cto-comments.docx
"""


class _Channel(NamedTuple):
    """One format and where it goes."""

    name: str
    renderer: Renderer
    sink: Sink
    to_stdout: bool


class FormatName(click.ParamType):  # type: ignore[type-arg]  # generic in later clicks only
    """A format, or `FORMAT=FILE`."""

    name = "format"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str | None]:
        """Return the format's name and the file."""
        if isinstance(value, tuple):
            return value
        name, equals, file = str(value).partition("=")
        if equals and not file:
            self.fail(f"'{value}' names no file after '='.", param, ctx)
        return Named(list(FORMATS)).convert(name, param, ctx), file or None

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[Any]:
        """Return the formats that begin like this."""
        return Named(list(FORMATS)).shell_complete(ctx, param, incomplete)


@click.command(cls=Sectioned, help=_HELP, short_help="Check postings.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option(
    "--format",
    "formats",
    cls=Option,
    section="Output",
    type=FormatName(),
    multiple=True,
    metavar="FORMAT[=FILE]",
    help=f"One of {', '.join(FORMATS)}. The default is rich. "
    "May be repeated, all but one with a file: --format rich --format json=report.json",
)
@click.option(
    "--output",
    "-o",
    cls=Option,
    section="Output",
    metavar="FILE",
    help="Write to a file instead of standard output.",
)
@click.option(
    "--annotate",
    cls=Option,
    section="Output",
    metavar="COPY.docx",
    help="Write the findings of one Word file into a copy of it, as comments.",
)
@click.option(
    "--verdicts",
    cls=Option,
    section="Output",
    is_flag=True,
    help="Show the record: every rule, its verdict, its evidence.",
)
@click.option(
    "--statistics",
    cls=Option,
    section="Output",
    is_flag=True,
    help="Count the findings of each rule at the end, in the formats for people.",
)
@click.option(
    "--color/--no-color",
    cls=Option,
    section="Output",
    default=None,
    help="With or without color; else as NO_COLOR, FORCE_COLOR and the terminal say.",
)
@click.option(
    "--quiet", "-q", cls=Option, section="Output", is_flag=True, help="Leave out the summary line."
)
@click.option(
    "--select",
    cls=Option,
    section="Rules",
    multiple=True,
    metavar="RULE",
    shell_complete=complete_rules,
    help="Ask these rules only: codes, names, families, tags, or ALL. With commas, or repeated.",
)
@click.option(
    "--ignore",
    cls=Option,
    section="Rules",
    multiple=True,
    metavar="RULE",
    shell_complete=complete_rules,
    help="Leave these rules out.",
)
@click.option(
    "--fail-on",
    cls=Option,
    section="Rules",
    type=Named([*_LIMITS, _NEVER]),
    default=Severity.WARNING.value,
    metavar="SEVERITY",
    help=f"Exit with 1 for findings as grave as this: {', '.join(_LIMITS)}, or {_NEVER}. "
    "The default is warning.",
)
@click.option(
    "--exit-zero",
    cls=Option,
    section="Rules",
    is_flag=True,
    help="Exit with 0 whatever is found; the same as --fail-on never.",
)
@click.option(
    "--allow-broken-packs",
    cls=Option,
    section="Rules",
    is_flag=True,
    help="Do not exit with 2 when a pack does not load.",
)
@click.option(
    "--as",
    "kind",
    cls=Option,
    section="Reading",
    metavar="KIND",
    help="Read as this kind of source, such as text or markup, whatever the suffix.",
)
@click.option(
    "--stdin-filename",
    cls=Option,
    section="Reading",
    metavar="NAME",
    help="What to call standard input; its suffix tells the kind.",
)
@employer_options
@debug_option
def check(
    paths: tuple[str, ...],
    formats: tuple[tuple[str, str | None], ...],
    output: str | None,
    *,
    annotate: str | None,
    verdicts: bool,
    statistics: bool,
    color: bool | None,
    quiet: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    exit_zero: bool,
    allow_broken_packs: bool,
    kind: str | None,
    stdin_filename: str | None,
    debug: bool,
    **employer: Any,
) -> int:
    """Check the paths and return the exit code."""
    packs = load_packs()
    linter = Linter(
        select=words(select),
        ignore=words(ignore),
        employer=make_employer(**employer),
        packs=packs,
    )
    if kind is not None and kind != MARKUP:
        linter.reader(kind)  # raises for a kind there is not
    suffixes = SUFFIXES.union(*(reader.suffixes for reader in linter.readers))
    targets = list(find_targets(paths, suffixes))
    wanted = _placed(formats, output)
    targets = _spare_sources(wanted, targets, paths)
    for error in packs.errors:
        say(str(error))
        if debug and error.trace:
            say(error.trace)

    limit = None if exit_zero or fail_on == _NEVER else Severity(fail_on)
    shared = Context(
        producer=_producer(packs),
        verdicts=verdicts,
        statistics=statistics,
        quiet=quiet,
        limit=limit,
    )
    tally = Tally()
    channels: list[_Channel] = []
    sinks: list[Sink] = []
    with Sinks(sinks):
        for name, file in wanted:
            channel = _open(name, file, color, shared, packs)
            channels.append(channel)
            sinks.append(channel.sink)
        copy = Copy(annotate, targets) if annotate is not None else None
        if copy is not None:
            sinks.append(copy.sink)
        for channel in channels:
            channel.sink.write(channel.renderer.begin())
        broken = False
        shown = any(channel.to_stdout for channel in channels) and sys.stdout.isatty()
        results = _results(linter, targets, kind, stdin_filename, debug=debug)
        for result in with_progress(results, len(targets), shown=shown):
            tally.add(result)
            if isinstance(result, SourceError):
                say(str(result))
            for channel in channels:
                try:
                    text = channel.renderer.add(result)
                except Exception as error:  # a fact or renderer at fault must not cost the others
                    broken = True
                    name = result.path or STDIN
                    say(f"{name}: the {channel.name} output failed: {_fault(error, debug=debug)}")
                else:
                    channel.sink.write(text)
            if copy is not None:
                copy.add(result, packs)
        for channel in channels:
            channel.sink.write(channel.renderer.end())
    if not quiet and not any(_tells(channel) for channel in channels):
        say(tally.sentence())
    if tally.unreadable or broken or (packs.errors and not allow_broken_packs):
        return 2
    return int(limit is not None and bool(tally.at_least(limit)))


def _results(
    linter: Linter,
    targets: list[Target],
    kind: str | None,
    stdin_filename: str | None,
    *,
    debug: bool,
) -> Iterator[Result]:
    """Check one file after another; a fault in one does not keep the next from its turn."""
    for target in targets:
        if isinstance(target, SourceError):
            yield target
            continue
        try:
            if target == STDIN:
                data = sys.stdin.buffer.read()
                yield linter.check_bytes(data, kind=kind, path=stdin_filename or STDIN)
            else:
                yield linter.check_file(target, kind=kind)
        except SourceError as error:
            yield error
        except Exception as error:  # a fault of postlint's own, told with the file's name
            reason = f"it could not be checked: {_fault(error, debug=debug)}"
            yield SourceError(target, reason)


def _fault(error: Exception, *, debug: bool) -> str:
    if debug:
        traceback.print_exception(error)
    return f"{type(error).__name__}: {error}"


def _placed(
    formats: tuple[tuple[str, str | None], ...], output: str | None
) -> list[tuple[str, str | None]]:
    """Return each format with its file; at most one may have none, and no file two."""
    wanted = list(formats) or [("rich", None)]
    loose = [name for name, file in wanted if file is None]
    if len(loose) > 1:
        raise click.UsageError(
            f"The formats {' and '.join(loose)} cannot share one output. "
            f"Give one a file: --format {loose[-1]}=FILE"
        )
    if output is not None:
        if not loose:
            raise click.UsageError("--output has no format left: every --format names a file.")
        wanted = [(name, output if file is None else file) for name, file in wanted]
    files = [os.path.realpath(file) for _, file in wanted if file not in {None, os.devnull}]
    for file in files:
        if files.count(file) > 1:
            raise click.UsageError(f"Two formats cannot be written to one file: {file}")
    return wanted


def _spare_sources(
    wanted: list[tuple[str, str | None]], targets: list[Target], paths: tuple[str, ...]
) -> list[Target]:
    """Refuse to write a report over a posting; leave out a report of an earlier run.

    A report that lies in the folder to check is no posting, and the next run
    may replace it.
    """
    named = {os.path.realpath(path) for path in paths}
    sources = {os.path.realpath(target) for target in targets if isinstance(target, str)}
    ours: set[str] = set()
    for _, file in wanted:
        place = os.path.realpath(file) if file is not None else ""
        if place not in sources:
            continue
        if place in named or not _is_report(place):
            raise OutputError(file or "", "it is one of the postings to check")
        ours.add(place)
    return [
        target
        for target in targets
        if isinstance(target, SourceError) or os.path.realpath(target) not in ours
    ]


def _is_report(path: str) -> bool:
    """Say whether a file is a report that postlint wrote."""
    with open(path, "rb") as file:  # noqa: PTH123  # named by os.path, as above
        return b"postlint" in file.read(_LOOK)


def _open(
    name: str, file: str | None, color: bool | None, shared: Context, packs: Packs
) -> _Channel:
    """Open where a format goes, and make its renderer for that."""
    format_ = FORMATS[name]
    for_people = format_.for_people
    sink: Sink = StdoutSink(for_people=for_people) if file is None else FileSink(file)
    colored, width = bool(color), DEFAULT_WIDTH
    if file is None and for_people:
        colored, width = wants_color(color, sys.stdout), screen_width()
        if colored:
            enable_codes()
    context = evolve(shared, width=width, color=colored, encoding=sink.encoding)
    if format_.with_pages:
        from postlint.cli.pages import all_pages  # noqa: PLC0415  # few formats want them

        pages = {page.code: page for page in all_pages(packs)}
        context = evolve(context, pages=pages)
    return _Channel(
        name=name, renderer=make_renderer(name, context), sink=sink, to_stdout=file is None
    )


def _tells(channel: _Channel) -> bool:
    """Say whether a channel's own text says the counts, or must stand alone."""
    return channel.to_stdout and channel.name != "concise"


def _producer(packs: Packs) -> Producer:
    return Producer(
        version=__version__,
        packs=tuple((pack.name, pack.distribution, pack.version) for pack in packs.packs),
        errors=tuple(str(error) for error in packs.errors),
    )
