"""What `postlint check` does, whoever read its arguments.

Click reads them in `check`, and `plain` those of most runs, which are paths and little
else: importing click would cost such a run as much as its check.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from postlint.cli.outputs import Outputs, placed, spare_sources
from postlint.cli.progress import with_progress
from postlint.cli.run import NEVER, CheckOptions, Run
from postlint.cli.scope import make_session
from postlint.cli.sinks import Sink, Sinks, StdoutSink
from postlint.cli.terminal import report_packs, say, screen_height
from postlint.errors import ConfigError, SourceError, WrongUse
from postlint.linter import Linter
from postlint.packs.registry import Packs, load_packs
from postlint.readers.sniff import MARKUP
from postlint.render import FORMATS, Context, Tally
from postlint.render.base import count
from postlint.render.cells import Screen
from postlint.run.made_by import producer
from postlint.run.search import OLD_PAPERS, STDIN, SUFFIXES, Search, Target
from postlint.run.session import Assigned, Session
from postlint.text.diagnostics import Severity

if TYPE_CHECKING:
    from postlint.cli.annotated import Copy


def check_paths(paths: tuple[str, ...], **given: Any) -> int:
    """Check the paths and return the exit code.

    `given` are the fields of `CheckOptions`, and besides them what is declared of the employer.
    """
    employer = {name: value for name, value in given.items() if name not in CheckOptions._fields}
    options = CheckOptions(**{name: given[name] for name in given if name not in employer})
    packs = load_packs()
    session = _session(options, packs, employer)
    _refuse(paths, fixing=options.fix or options.diff, unsafe=options.unsafe_fixes)
    if options.kind is not None and options.kind != MARKUP:
        Linter(packs=packs).reader(options.kind)  # raises for a kind there is not
    targets = _targets(paths, options, session, packs)
    if options.show_files:
        return _list(targets)
    wanted = placed(options.formats, options.output)
    full = options.scorecard or any(FORMATS[name].with_facts for name, _ in wanted)
    if not options.no_cache:
        from postlint.run.report_cache import open_results  # noqa: PLC0415  # as it says

        session.results = open_results(full=full)
    targets = spare_sources(wanted, targets, paths)
    report_packs(packs.errors, debug=options.debug)
    everything, faults = _assign(session, targets, options.stdin_filename)
    if faults:
        for line in faults:
            say(line)
        return 2
    run = Run(session=session, options=options, full=full, named=frozenset(paths))
    if options.diff:
        return _show_fixes(run, targets, quiet=options.quiet)
    all_packs = _all_packs(packs, everything)
    shared = _context(options, all_packs, everything, alone=len(targets) == 1)
    sinks: list[Sink] = []
    with Sinks(sinks):
        copies = _copies(options.annotate, targets)
        sinks.extend(copy.sink for copy in copies)
        outputs = Outputs(
            wanted, shared, all_packs, sinks, color=options.color, debug=options.debug
        )
        tally, failing = _check(run, targets, outputs, copies, limited=shared.limit is not None)
    run.end()
    if not options.quiet:
        _sum_up(run, None if outputs.sums_up else tally)
    packs_broken = packs.errors and not options.allow_broken_packs
    if tally.unreadable or outputs.broken or run.failed or packs_broken:
        return 2
    return int(failing)


def _session(options: CheckOptions, packs: Packs, employer: dict[str, Any]) -> Session:
    """Return what is in force for every file of the run."""
    return make_session(
        config=options.config,
        isolated=options.isolated,
        select=options.select,
        extend_select=options.extend_select,
        ignore=options.ignore,
        fail_on=None if options.fail_on == NEVER else options.fail_on,
        baseline=options.baseline,
        no_baseline=options.no_baseline,
        packs=packs,
        columns={"text": options.text_column, "title": options.title_column},
        **employer,
    )


def _targets(
    paths: tuple[str, ...], options: CheckOptions, session: Session, packs: Packs
) -> list[Target]:
    """Return the files to check, and say which look like postings and are not among them."""
    search = Search(
        suffixes=SUFFIXES.union(*(reader.suffixes for reader in packs.readers)),
        session=session,
        include=options.include,
        exclude=options.exclude,
        force_exclude=options.force_exclude,
        stdin_name=options.stdin_filename,
        old_papers=options.libreoffice_,
    )
    targets = list(search.find(paths))
    _report_skipped(search, targets)
    return targets if options.since is None else _changed(targets, options.since)


def _context(
    options: CheckOptions, packs: Packs, everything: list[Assigned], *, alone: bool
) -> Context:
    """Return what every output of the run shows alike."""
    return Context(
        producer=producer(packs),
        verdicts=options.verdicts,
        scorecard=options.scorecard,
        statistics=options.statistics,
        full=options.everything_shown,
        whole=not any(one.config.select or one.config.ignore for one in everything),
        quiet=options.quiet,
        limit=None if options.never_fails else _limit(everything),
        # One posting is to fit a screen; of many one scrolls anyway.
        height=screen_height() if alone else None,
    )


def _limit(everything: list[Assigned]) -> Severity:
    """Return the mildest severity that fails a file, by the settings of all."""
    limits = [assigned.config.fail_on for assigned in everything]
    return min(limits, key=lambda each: each.rank, default=Severity.WARNING)


def _check(
    run: Run, targets: list[Target], outputs: Outputs, copies: list[Copy], *, limited: bool
) -> tuple[Tally, bool]:
    """Check the files and show each as it comes; return the counts, and whether one fails.

    Where the run is not `limited`, none does.
    """
    tally = Tally()
    failing = False
    outputs.begin()
    shown = outputs.on_screen and sys.stdout.isatty()
    for result in with_progress(run.results(targets), len(targets), shown=shown):
        tally.add(result)
        if isinstance(result, SourceError):
            say(_unread(result, converted=run.options.libreoffice_))
        elif limited and not failing:
            floor = run.session.assigned(result.path or STDIN).config.fail_on
            failing = any(found.severity.rank >= floor.rank for found in result.diagnostics)
        outputs.add(result)
        for copy in copies:
            copy.add(result)
    for copy in copies:
        copy.end()
    outputs.end()
    return tally, failing


def _copies(annotate: str | None, targets: list[Target]) -> list[Copy]:
    """Return the copy that findings are written into as comments, where one was asked for."""
    if annotate is None:
        return []
    from postlint.cli.annotated import Copy  # noqa: PLC0415  # few ask for it

    return [Copy(annotate, targets)]


def _refuse(paths: tuple[str, ...], *, fixing: bool, unsafe: bool) -> None:
    """Say which options do not go together."""
    if unsafe and not fixing:
        raise WrongUse("--unsafe-fixes says which fixes; add --fix or --diff.")
    if fixing and STDIN in paths:
        raise WrongUse("Fixes are made in files; standard input is none.")


def _report_skipped(search: Search, targets: list[Target]) -> None:
    """Say which files of folders look like postings and are not checked."""
    named = {os.path.normpath(target) for target in targets if isinstance(target, str)}
    unread, unnamed, own = (
        [name for name in names if os.path.normpath(name) not in named]
        for names in (search.unread, search.unnamed, search.own)
    )
    if unread:
        from postlint.run.papers import libreoffice  # noqa: PLC0415  # few folders have such files

        how = "save it as .docx or .pdf first"
        how += ", or add --libreoffice" if libreoffice() else ""
        for name in unread:
            say(f"{name}: not checked: {how}")
    for name in unnamed:
        say(f"{name}: not checked: it holds a JobPosting; name it to have it checked")
    for name in own:
        say(f"{name}: not checked: postlint wrote it; name it to have it checked all the same")


def _unread(error: SourceError, *, converted: bool) -> str:
    """Say why a file was not read, and what would have it read."""
    if not converted and error.path.lower().endswith(OLD_PAPERS):
        from postlint.run.papers import libreoffice  # noqa: PLC0415  # few runs have such files

        return f"{error}, or add --libreoffice" if libreoffice() else str(error)
    return str(error)


def _changed(targets: list[Target], since: str) -> list[Target]:
    from pathlib import Path  # noqa: PLC0415  # few runs ask git

    from postlint.run.git_changes import changed_since  # noqa: PLC0415  # few runs ask git

    changed = changed_since(since, Path.cwd())
    return [
        target
        for target in targets
        if isinstance(target, SourceError) or target == STDIN or os.path.realpath(target) in changed
    ]


def _list(targets: list[Target]) -> int:
    """List the files that would be checked; return 2 where one that was named cannot be."""
    out = StdoutSink(for_people=True)
    screen = Screen(encoding=out.encoding)
    for target in targets:
        if isinstance(target, SourceError):
            say(str(target))
        else:
            out.write(f"{screen.plain(target)}\n")
    return 2 if any(isinstance(target, SourceError) for target in targets) else 0


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
            accepted = session.baseline_of(stdin_filename or STDIN if target == STDIN else target)
            if accepted is not None:
                session.baseline(accepted)
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
    """Say what was fixed, and the counts where no output does."""
    if run.options.fix:
        say(f"{count(run.made, 'fix', 'fixes')} made in {count(run.written, 'file')}.")
    if tally is not None:
        say(tally.sentence())


def _show_fixes(run: Run, targets: list[Target], *, quiet: bool) -> int:
    """Show what the fixes would change, and write nothing."""
    from postlint.text.rewrite import difference  # noqa: PLC0415  # most runs show no difference

    out = StdoutSink(for_people=False)
    files = made = 0
    broken = False
    for result in run.files(targets):
        if isinstance(result, SourceError):
            broken = True
            say(str(result))
            continue
        try:
            fixed = run.fixed(result[0].path or "", result)
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
