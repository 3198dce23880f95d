"""One run over many files: checked, fixed where that is requested, one after another."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeGuard

from postlint.cli.terminal import say
from postlint.engine.report import Report
from postlint.errors import PostlintError, SourceError
from postlint.readers.builtin import may_end_process
from postlint.render import Result
from postlint.render.base import count
from postlint.run.search import OLD_PAPERS, STDIN, Target, leads_away
from postlint.run.session import Session
from postlint.text.diagnostics import Applicability
from postlint.text.files import stream_bytes
from postlint.text.records import NamedTuple
from postlint.text.values import define

if TYPE_CHECKING:  # few runs change files, or need other processes
    from postlint.fix.file import Fixed
    from postlint.run.processes import CheckedFile


# A second process costs as much as checking some twenty files, where it is not forked off.
_LEAST = 32
# The `--fail-on` of a run that no finding fails.
NEVER = "never"


class CheckOptions(NamedTuple):
    """What a check was asked for, each as the option of its name in `postlint check --help`."""

    formats: tuple[tuple[str, str | None], ...] = ()
    output: str | None = None
    annotate: str | None = None
    verdicts: bool = False
    scorecard: bool = False
    everything_shown: bool = False
    statistics: bool = False
    color: bool | None = None
    quiet: bool = False
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    exit_zero: bool = False
    allow_broken_packs: bool = False
    kind: str | None = None
    stdin_filename: str | None = None
    text_column: str | None = None
    title_column: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    since: str | None = None
    show_files: bool = False
    jobs: int | None = None
    libreoffice_: bool = False
    no_cache: bool = False
    baseline: str | None = None
    no_baseline: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    config: str | None = None
    isolated: bool = False
    debug: bool = False

    @property
    def never_fails(self) -> bool:
        """Whether the run ends with 0 whatever is found."""
        return self.exit_zero or self.fail_on == NEVER


@define(kw_only=True, eq=False, repr=False)
class Run:
    """One run over many files, and what it did to them."""

    session: Session
    options: CheckOptions
    full: bool
    named: frozenset[str]
    made: int = 0
    written: int = 0
    failed: bool = False

    def results(self, targets: list[Target]) -> Iterator[Result]:
        """Check one file after another; a fault in one does not keep the next from its turn."""
        for result in self.files(targets):
            if isinstance(result, SourceError):
                yield result
            else:
                yield from result

    def files(self, targets: list[Target]) -> Iterator[CheckedFile]:
        """Yield what each file comes to: a report of each posting in it."""
        files = [t for t in targets if _is_file(t) and not self._is_old(t)]
        pooled = None if self.options.fix else self._pooled(files)
        for target in targets:
            if isinstance(target, SourceError):
                yield target
                continue
            if pooled is not None and target != STDIN and not self._is_old(target):
                yield next(pooled)
                continue
            try:
                if target == STDIN:
                    name = self.options.stdin_filename or STDIN
                    limits = self.session.assigned(name).config.limits
                    data = stream_bytes(sys.stdin.buffer, name, limits.megabytes)
                    yield self.session.check_bytes(data, name, kind=self.options.kind)
                elif self._is_old(target):
                    from postlint.run.papers import as_docx  # noqa: PLC0415  # few ask for it

                    yield self.session.check_bytes(as_docx(target), target, kind="word")
                else:
                    reports = self.session.check_all(target, kind=self.options.kind)
                    yield self._fixed(target, reports) if self.options.fix else reports
            except SourceError as error:
                yield error
            except Exception as error:  # a fault of postlint's own, reported with the file's name
                reason = f"it could not be checked: {fault(error, debug=self.options.debug)}"
                yield SourceError(target, reason)

    def _is_old(self, target: str) -> bool:
        return self.options.libreoffice_ and target.lower().endswith(OLD_PAPERS)

    def _pooled(self, names: list[str]) -> Iterator[CheckedFile] | None:
        """Return the results of files from several processes, where those are worth their cost."""
        jobs, least = self.options.jobs, 2
        if jobs is None:
            least = _LEAST
        # A library that is not Python's may end the process it runs in.
        apart = [name for name in names if may_end_process(name)]
        if (jobs == 1 or len(names) < least) and not apart:
            return None
        from postlint.run.pool import check_in_pool  # noqa: PLC0415  # costly
        from postlint.run.processes import processors  # noqa: PLC0415  # as above

        if not jobs:
            jobs = processors() if len(names) >= least else 1
        if jobs == 1 and not apart:
            return None
        return check_in_pool(
            self.session,
            names,
            jobs=jobs,
            kind=self.options.kind,
            least=least,
            full=self.full,
            describe=partial(fault, debug=self.options.debug),
            apart=frozenset(apart).__contains__,
        )

    def end(self) -> None:
        """Drop what is cached for later runs and was not used for long."""
        if self.session.results is not None:
            self.session.results.tidy()

    def fixed(self, target: str, reports: Sequence[Report]) -> Fixed | None:
        """Return what the fixes make of a file; `None` where it has none to make."""
        from postlint.fix.file import fix_file  # noqa: PLC0415  # most runs change nothing

        allowed = {
            Applicability.SAFE,
            *((Applicability.UNSAFE,) if self.options.unsafe_fixes else ()),
        }
        if not any(
            fix.applicability in allowed
            for report in reports
            for found in report.diagnostics
            for fix in found.fixes[:1]
        ):
            if why := _by_hand(reports):
                say(f"{target}: not fixed: {why}")
            return None
        if leads_away(target, self.named):
            say(f"{target}: not fixed: it is a link; name it to have what it leads to fixed")
            return None
        data = self.session.assigned(target).linter.file_bytes(target)
        fixed = fix_file(
            self.session, target, data, kind=self.options.kind, unsafe=self.options.unsafe_fixes
        )
        if fixed.refused:
            say(f"{target}: not fixed: {fixed.refused}")
        elif fixed.settled is not None and fixed.settled.held:
            held = count(len(fixed.settled.held), "fix", "fixes")
            say(f"{target}: {held} not made: what is read in the text would change")
        return fixed

    def _fixed(self, target: str, reports: tuple[Report, ...]) -> tuple[Report, ...]:
        """Make the fixes of a file, and return what is found in it afterwards."""
        fixed = self.fixed(target, reports)
        if fixed is None or not fixed.changed or fixed.settled is None:
            return reports
        try:
            fixed.write()
        except PostlintError as error:
            self.failed = True
            say(str(error))
            return reports
        self.made += len(fixed.settled.applied)
        self.written += 1
        return self.session.check_all(target, kind=self.options.kind)


def _by_hand(reports: Sequence[Report]) -> str:
    """Say why the fixes of a source can only be shown, where it has such fixes."""
    shown = sum(
        fix.applicability is Applicability.DISPLAY
        for report in reports
        for found in report.diagnostics
        for fix in found.fixes[:1]
    )
    if not shown:
        return ""
    if reports[0].source.places is not None:
        return "the file is no text and is left as it is; 'postlint convert' writes it as one"
    return f"{count(shown, 'fix', 'fixes')} can only be made by hand in this kind of source"


def _is_file(target: Target) -> TypeGuard[str]:
    return isinstance(target, str) and target != STDIN


def fault(error: Exception, *, debug: bool) -> str:
    """Say what kind of fault it is; where in the code, when that was asked."""
    if debug:
        import traceback  # noqa: PLC0415  # only for the one who looks for a fault

        traceback.print_exception(error)
    return f"{type(error).__name__}: {error}"
