"""`postlint check`: read postings, ask the rules, show what they say."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from postlint.cli.options import (
    Named,
    Option,
    Sectioned,
    complete_rules,
    debug_option,
    employer_options,
    words,
)
from postlint.cli.outputs import Outputs, placed, spare_sources
from postlint.cli.progress import with_progress
from postlint.cli.run import Run
from postlint.cli.scope import make_session, scope_options
from postlint.cli.sinks import Sink, Sinks, StdoutSink
from postlint.cli.terminal import say
from postlint.errors import ConfigError, SourceError
from postlint.linter import Linter
from postlint.packs.registry import Packs, load_packs
from postlint.readers.sniff import MARKUP
from postlint.render import FORMATS, Context, Tally
from postlint.render.base import count
from postlint.run.made_by import producer
from postlint.run.report_cache import open_results
from postlint.run.search import STDIN, SUFFIXES, Search, Target
from postlint.run.session import Assigned, Session
from postlint.text.diagnostics import Severity

if TYPE_CHECKING:
    from postlint.cli.annotated import Copy

_NEVER = "never"
_LIMITS = [severity.value for severity in reversed(Severity)]

_HELP = """Checks postings and shows what the rules say about them.

PATH is a file, a folder (the files in it and below that are called like
postings: .posting, .txt, .md, .docx, .pdf, .html), a pattern such as
'jobs/**/*.txt', or - for standard input. What git ignores is passed over.

\b
Examples:
  postlint check cto.posting
  postlint check postings/ --format concise
  postlint check cto.txt --verdicts --employer-kind school --jurisdiction US-OR
  postlint check postings/ --select LEAD,ADA --fail-on error
  pbpaste | postlint check - --as text
  postlint check cto.docx --annotate cto-comments.docx
"""


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
    "--output-format",
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
    "--full",
    "everything_shown",
    cls=Option,
    section="Output",
    is_flag=True,
    help="Show every finding with its line, its words and its fixes, not only what to do first.",
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
    help="Ask these rules only, whatever the configuration says: codes, names, "
    "families, tags, or ALL. With commas, or repeated.",
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
    metavar="SEVERITY",
    help=f"Exit with 1 for findings as grave as this: {', '.join(_LIMITS)}, or {_NEVER}. "
    "The default is what the configuration says, else warning.",
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
@click.option(
    "--include",
    cls=Option,
    section="Files",
    multiple=True,
    metavar="GLOB",
    help="Look at these files in folders too, such as '*.json'. May be repeated.",
)
@click.option(
    "--exclude",
    cls=Option,
    section="Files",
    multiple=True,
    metavar="GLOB",
    help="Pass over these files and folders, such as 'old/**'. May be repeated.",
)
@click.option(
    "--force-exclude",
    cls=Option,
    section="Files",
    is_flag=True,
    help="Pass over what is excluded also where it is named, as pre-commit does.",
)
@click.option(
    "--since",
    cls=Option,
    section="Files",
    metavar="REVISION",
    help="Check only files that differ from this git revision, such as main.",
)
@click.option(
    "--jobs",
    "-j",
    cls=Option,
    section="Files",
    type=click.IntRange(min=0),
    metavar="NUMBER",
    help="Check in this many processes; 0 is one for each processor. The default is 1 for few "
    "files and 0 for many.",
)
@click.option(
    "--libreoffice",
    "libreoffice_",
    cls=Option,
    section="Files",
    is_flag=True,
    help="Check .doc, .odt and .rtf files too: LibreOffice, where installed, makes Word files of "
    "them that are thrown away afterwards.",
)
@click.option(
    "--no-cache",
    cls=Option,
    section="Files",
    is_flag=True,
    help="Check every file anew, and keep nothing for the next run.",
)
@click.option(
    "--baseline",
    cls=Option,
    section="Rules",
    metavar="FILE",
    help="Let pass the findings that 'postlint baseline' recorded here.",
)
@click.option(
    "--fix",
    cls=Option,
    section="Fixes",
    is_flag=True,
    help="Make the safe fixes in the files, then show what is left.",
)
@click.option(
    "--unsafe-fixes",
    cls=Option,
    section="Fixes",
    is_flag=True,
    help="With --fix or --diff: make also those that add words for you to check.",
)
@click.option(
    "--diff",
    cls=Option,
    section="Fixes",
    is_flag=True,
    help="Write nothing; show what the fixes would change, and exit with 1 when there are any.",
)
@scope_options
@employer_options
@debug_option
def check(
    paths: tuple[str, ...],
    formats: tuple[tuple[str, str | None], ...],
    output: str | None,
    *,
    annotate: str | None,
    verdicts: bool,
    everything_shown: bool,
    statistics: bool,
    color: bool | None,
    quiet: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    exit_zero: bool,
    allow_broken_packs: bool,
    kind: str | None,
    stdin_filename: str | None,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    force_exclude: bool,
    since: str | None,
    jobs: int | None,
    libreoffice_: bool,
    no_cache: bool,
    baseline: str | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    config: str | None,
    isolated: bool,
    debug: bool,
    **employer: Any,
) -> int:
    """Check the paths and return the exit code."""
    packs = load_packs()
    session = make_session(
        config,
        isolated=isolated,
        select=words(select),
        ignore=words(ignore),
        fail_on=None if fail_on == _NEVER else fail_on,
        baseline=baseline,
        packs=packs,
        **employer,
    )
    _refuse(paths, fixing=fix or diff, unsafe=unsafe_fixes)
    if kind is not None and kind != MARKUP:
        Linter(packs=packs).reader(kind)  # raises for a kind there is not
    search = Search(
        suffixes=SUFFIXES.union(*(reader.suffixes for reader in packs.readers)),
        session=session,
        include=include,
        exclude=exclude,
        force_exclude=force_exclude,
        stdin_name=stdin_filename,
        old_papers=libreoffice_,
    )
    targets = list(search.find(paths))
    _passed_over(search)
    if since is not None:
        targets = _changed(targets, since)
    wanted = placed(formats, output)
    full = any(FORMATS[name].with_facts for name, _ in wanted)
    session.results = None if no_cache else open_results(full=full)
    targets = spare_sources(wanted, targets, paths)
    _tell(packs, debug=debug)
    everything, faults = _assign(session, targets, stdin_filename)
    if faults:
        for line in faults:
            say(line)
        return 2
    run = Run(
        session=session,
        kind=kind,
        stdin_filename=stdin_filename,
        fix=fix,
        unsafe=unsafe_fixes,
        debug=debug,
        jobs=jobs,
        full=full,
        named=frozenset(paths),
        old_papers=libreoffice_,
    )
    if diff:
        return _show_fixes(run, targets, quiet=quiet)

    never = exit_zero or fail_on == _NEVER
    limits = [assigned.config.fail_on for assigned in everything]
    limit = None if never else min(limits, key=lambda each: each.rank, default=Severity.WARNING)
    all_packs = _all_packs(packs, everything)
    shared = Context(
        producer=producer(all_packs),
        verdicts=verdicts,
        statistics=statistics,
        full=everything_shown,
        whole=not any(one.config.select or one.config.ignore for one in everything),
        quiet=quiet,
        limit=limit,
    )
    tally = Tally()
    failing = False
    sinks: list[Sink] = []
    with Sinks(sinks):
        extra = _copies(annotate, targets)
        sinks.extend(copy.sink for copy in extra)
        outputs = Outputs(wanted, shared, all_packs, sinks, color=color, debug=debug)
        outputs.begin()
        shown = outputs.on_screen and sys.stdout.isatty()
        for result in with_progress(run.results(targets), len(targets), shown=shown):
            tally.add(result)
            if isinstance(result, SourceError):
                say(str(result))
            elif not never:
                floor = session.assigned(result.path or STDIN).config.fail_on
                failing = failing or any(
                    found.severity.rank >= floor.rank for found in result.diagnostics
                )
            outputs.add(result)
            for copy in extra:
                copy.add(result)
        for copy in extra:
            copy.end()
        outputs.end()
    run.end()
    if not quiet:
        _sum_up(run, None if outputs.tell else tally)
    if (
        tally.unreadable
        or outputs.broken
        or run.failed
        or (packs.errors and not allow_broken_packs)
    ):
        return 2
    return int(failing)


def _copies(annotate: str | None, targets: list[Target]) -> list[Copy]:
    """Return the copy that findings are written into as comments, where one was asked for."""
    if annotate is None:
        return []
    from postlint.cli.annotated import Copy  # noqa: PLC0415  # few ask for it

    return [Copy(annotate, targets)]


def _refuse(paths: tuple[str, ...], *, fixing: bool, unsafe: bool) -> None:
    """Say which options do not go together."""
    if unsafe and not fixing:
        raise click.UsageError("--unsafe-fixes says which fixes; add --fix or --diff.")
    if fixing and STDIN in paths:
        raise click.UsageError("Fixes are made in files; standard input is none.")


def _tell(packs: Packs, *, debug: bool) -> None:
    """Say which packs do not load."""
    for error in packs.errors:
        say(str(error))
        if debug and error.trace:
            say(error.trace)


def _passed_over(search: Search) -> None:
    """Say which files of folders look like postings and are not checked."""
    if search.unread:
        from postlint.run.papers import libreoffice  # noqa: PLC0415  # few folders have such files

        how = "save it as .docx or .pdf first"
        how += ", or add --libreoffice" if libreoffice() else ""
        for name in search.unread:
            say(f"{name}: not checked: {how}")
    for name in search.own:
        say(f"{name}: not checked: postlint wrote it; name it to have it checked all the same")


def _changed(targets: list[Target], since: str) -> list[Target]:
    from postlint.run.git_changes import changed_since  # noqa: PLC0415  # few runs ask git

    changed = changed_since(since, Path.cwd())
    return [
        target
        for target in targets
        if isinstance(target, SourceError) or target == STDIN or os.path.realpath(target) in changed
    ]


def _assign(
    session: Session, targets: list[Target], stdin_filename: str | None
) -> tuple[list[Assigned], list[str]]:
    """Return what is in force for the targets, and the faults of configurations as lines.

    A run with a configuration that cannot be used checks nothing: half of it
    would be checked as nobody asked.
    """
    everything: dict[int, Assigned] = {}
    faults: dict[str, None] = {}
    for target in targets:
        if isinstance(target, SourceError):
            continue
        try:
            assigned = session.assigned((stdin_filename or STDIN) if target == STDIN else target)
            if assigned.baseline is not None:
                session.baseline(assigned.baseline)
        except (ConfigError, SourceError) as error:
            faults.update(dict.fromkeys(str(error).split("\n")))
        else:
            everything[id(assigned)] = assigned
    return list(everything.values()), list(faults)


def _all_packs(packs: Packs, everything: list[Assigned]) -> Packs:
    """Return the installed packs and those of house rules, each once."""
    known = {pack.name: pack for pack in packs.packs}
    for assigned in everything:
        known.update({pack.name: pack for pack in assigned.linter.packs.packs})
    return packs._replace(packs=tuple(known.values()))


def _sum_up(run: Run, tally: Tally | None) -> None:
    """Say what was mended, and the counts where no output does."""
    if run.fix:
        say(f"{count(run.made, 'fix', 'fixes')} made in {count(run.written, 'file')}.")
    if tally is not None:
        say(tally.sentence())


def _show_fixes(run: Run, targets: list[Target], *, quiet: bool) -> int:
    """Show what the fixes would change, and write nothing."""
    from postlint.text.rewrite import difference  # noqa: PLC0415  # most runs show no difference

    out = StdoutSink(for_people=False)
    files = made = 0
    broken = False
    for result in run.results(targets):
        if isinstance(result, SourceError):
            broken = True
            say(str(result))
            continue
        if result.source.part:
            continue  # a file of several postings is not fixed
        try:
            fixed = run.fixed(result.path or "", result)
        except SourceError as error:
            broken = True
            say(str(error))
            continue
        if fixed is not None and fixed.changed and fixed.file and fixed.settled:
            files += 1
            made += len(fixed.settled.applied)
            out.write(difference(fixed.path, fixed.file.text, fixed.settled.text))
    if not quiet:
        say(f"{count(made, 'fix', 'fixes')} would be made in {count(files, 'file')}.")
    return 2 if broken else int(bool(files))
