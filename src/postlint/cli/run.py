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
from postlint.text.values import define

if TYPE_CHECKING:  # few runs change files, or need other processes
    from postlint.fix.file import Fixed
    from postlint.run.processes import Checked


# A second process costs as much as checking some twenty files, where it is not forked off.
_LEAST = 32


@define(kw_only=True, eq=False, repr=False)
class Run:
    """One run over many files, and what it did to them."""

    session: Session
    kind: str | None
    stdin_filename: str | None
    fix: bool
    unsafe: bool
    debug: bool
    jobs: int | None = 1
    full: bool = True
    named: frozenset[str] = frozenset()
    old_papers: bool = False
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

    def files(self, targets: list[Target]) -> Iterator[Checked]:
        """Yield what each file comes to: a report of each posting in it."""
        files = [t for t in targets if _is_file(t) and not self._is_old(t)]
        pooled = None if self.fix else self._pooled(files)
        for target in targets:
            if isinstance(target, SourceError):
                yield target
                continue
            if pooled is not None and target != STDIN and not self._is_old(target):
                yield next(pooled)
                continue
            try:
                if target == STDIN:
                    name = self.stdin_filename or STDIN
                    limits = self.session.assigned(name).config.limits
                    data = stream_bytes(sys.stdin.buffer, name, limits.megabytes)
                    yield self.session.check_bytes(data, name, kind=self.kind)
                elif self._is_old(target):
                    from postlint.run.papers import as_docx  # noqa: PLC0415  # few ask for it

                    yield self.session.check_bytes(as_docx(target), target, kind="word")
                else:
                    reports = self.session.check_all(target, kind=self.kind)
                    yield self._fixed(target, reports) if self.fix else reports
            except SourceError as error:
                yield error
            except Exception as error:  # a fault of postlint's own, reported with the file's name
                reason = f"it could not be checked: {fault(error, debug=self.debug)}"
                yield SourceError(target, reason)

    def _is_old(self, target: str) -> bool:
        return self.old_papers and target.lower().endswith(OLD_PAPERS)

    def _pooled(self, names: list[str]) -> Iterator[Checked] | None:
        """Return the results of files from several processes, where those are worth their cost."""
        jobs, least = self.jobs, 2
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
            kind=self.kind,
            least=least,
            full=self.full,
            describe=partial(fault, debug=self.debug),
            apart=frozenset(apart).__contains__,
        )

    def end(self) -> None:
        """Drop what is cached for later runs and was not used for long."""
        if self.session.results is not None:
            self.session.results.tidy()

    def fixed(self, target: str, reports: Sequence[Report]) -> Fixed | None:
        """Return what the fixes make of a file; `None` where it has none to make."""
        from postlint.fix.file import fix_file  # noqa: PLC0415  # most runs change nothing

        allowed = {Applicability.SAFE, *((Applicability.UNSAFE,) if self.unsafe else ())}
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
        fixed = fix_file(self.session, target, data, kind=self.kind, unsafe=self.unsafe)
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
        return self.session.check_all(target, kind=self.kind)


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
