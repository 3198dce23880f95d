"""Many files in several processes. What comes out, and its order, is as in one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from attrs import define

from postlint.errors import SourceError
from postlint.readers.decoded_again import prepare
from postlint.run.processes import (
    Answer,
    CheckedFile,
    answer_of,
    arrived,
    begin_process,
    beginning,
    check,
    check_alone,
    end,
    fault,
    uninterrupted,
)
from postlint.run.session import Session

# How many files wait for each process: enough that none is idle while results are shown.
_AHEAD = 16
# One in so many of the files that wait is checked before processes are begun.
_FIRST = 4
# Of so many files some are damaged, which is dear to be ready for.
_MANY = 256


def check_in_pool(
    session: Session,
    paths: Iterable[str],
    *,
    jobs: int,
    kind: str | None = None,
    least: int = 2,
    full: bool = True,
    describe: Callable[[Exception], str] = fault,
    apart: Callable[[str], bool] = lambda _: False,
) -> Iterator[CheckedFile]:
    """Check files in `jobs` processes and yield what each comes to, in the order of the paths.

    Processes are begun when `least` files wait that no cached report answers
    for. Without `full`, reports come without facts, measures and duties. A
    fault of postlint's own is a `SourceError` that names it. Packs are those
    installed: each process loads them for itself. A file that `apart` says may
    end its process is never checked in this one.
    """
    queue = _Queue(
        session,
        list(paths),
        jobs,
        kind=kind,
        least=least,
        full=full,
        describe=describe,
        apart=apart,
    )
    try:
        while queue.fill():
            queue.submit()
            yield queue.take()
    finally:
        queue.close()


@define
class _Turn:
    """A file on its way through the pool."""

    path: str
    result: CheckedFile | None = None
    future: Future[Answer] | None = None
    # Whether it must have a process to itself: the one it shared was ended.
    alone: bool = False


class _Queue:
    """The files that wait for their turn, and the processes that check them, once there are any."""

    def __init__(
        self,
        session: Session,
        names: list[str],
        jobs: int,
        *,
        kind: str | None,
        least: int,
        full: bool,
        describe: Callable[[Exception], str],
        apart: Callable[[str], bool],
    ) -> None:
        self.session, self.jobs, self.kind, self.least = session, jobs, kind, least
        self.full, self.describe, self.apart = full, describe, apart
        self.begin = beginning(session, full=full)
        self.many = len(names) >= _MANY
        self.rest = iter(names)
        self.waiting: deque[_Turn] = deque()
        self.pool: ProcessPoolExecutor | None = None

    def fill(self) -> bool:
        """Let files come up to the queue; say whether any wait in it."""
        room = max(self.jobs * _AHEAD, self.least)
        while len(self.waiting) < room and (path := next(self.rest, "")):
            self.waiting.append(self._looked_up(path))
        return bool(self.waiting)

    def submit(self) -> None:
        """Give the processes the files nobody has checked; begin them where that is worth it."""
        idle = [turn for turn in self.waiting if turn.result is None and turn.future is None]
        if self.pool is None:
            enough = len(idle) >= self.least
            if not enough and not any(self.apart(turn.path) for turn in idle):
                return
            idle = self._warmed_up(idle, enough=enough)
            self.pool = ProcessPoolExecutor(
                self.jobs, initializer=begin_process, initargs=(self.begin,)
            )
        with uninterrupted():
            taken = _submitted(self.pool, idle, self.kind)
        if not taken:
            self._end()

    def take(self) -> CheckedFile:
        """Return what the first file of the queue comes to, checking it here where nobody has."""
        turn = self.waiting.popleft()
        if turn.future is not None:
            try:
                row = answer_of(self.pool, turn.future)
                turn.result = arrived(self.session, turn.path, row, full=self.full)
            except BrokenProcessPool:
                self._lose(turn)
        # What may end a process was not submitted where no process could be had for it so far.
        if turn.alone or (turn.result is None and self.apart(turn.path)):
            return check_alone(self.session, turn.path, self.kind, self.begin, full=self.full)
        return turn.result or self._checked_here(turn.path)

    def close(self) -> None:
        """Let the processes go."""
        if self.pool is not None:
            self.pool.shutdown(wait=True, cancel_futures=True)

    def _warmed_up(self, idle: list[_Turn], *, enough: bool) -> list[_Turn]:
        """Check the first files here; return those still to be checked.

        What they make ready, phrases learned among it, is there for processes that are
        forked off.
        """
        first = len(idle) // _FIRST if enough else 0
        for turn in idle[: max(first, enough)]:
            if not self.apart(turn.path):
                turn.result = self._checked_here(turn.path)
        if self.many:
            prepare()
        return [turn for turn in idle if turn.result is None]

    def _lose(self, lost: _Turn) -> None:
        """Give every file that the ended processes had a process of its own."""
        self._end()
        for turn in (lost, *self.waiting):
            turn.alone = turn.alone or turn.future is not None
            turn.future = None

    def _end(self) -> None:
        if self.pool is not None:
            end(self.pool)
            self.pool = None

    def _looked_up(self, path: str) -> _Turn:
        """Return a turn that has its result where a cached report answers, or nothing can."""
        if self.session.results is None:
            return _Turn(path)
        try:
            cached = self.session.read_file(path, kind=self.kind).cached
            return _Turn(path, None if cached is None else self.session.judged(cached, path))
        except SourceError as error:
            return _Turn(path, error)
        except Exception as error:  # a fault of postlint's own, reported with the file's name
            return _Turn(path, self._faulted(path, error))

    def _checked_here(self, path: str) -> CheckedFile:
        try:
            return self.session.check_all(path, kind=self.kind)
        except SourceError as error:
            return error
        except Exception as error:  # as above
            return self._faulted(path, error)

    def _faulted(self, path: str, error: Exception) -> SourceError:
        return SourceError(path, f"it could not be checked: {self.describe(error)}")


def _submitted(pool: ProcessPoolExecutor, idle: list[_Turn], kind: str | None) -> bool:
    """Give files to the processes; say whether there are any to take them."""
    for turn in idle:
        if turn.alone:
            continue
        try:
            turn.future = pool.submit(check, turn.path, kind)
        except (OSError, RuntimeError):
            # One was ended from outside, or the system allows no other: the file is
            # checked in this one when its turn comes.
            return False
    return True
