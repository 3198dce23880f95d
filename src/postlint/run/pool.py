"""Many files in several processes. What comes out, and its order, is as in one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from typing import cast

from attrs import define, field

from postlint.errors import SourceError
from postlint.readers.decoded_again import prepare
from postlint.run.processes import (
    Answer,
    CheckedFile,
    FileWorker,
    arrived,
    begin_worker,
    beginning,
    check_alone,
    fault,
    overdue,
)
from postlint.run.session import Session
from postlint.run.worker import Pipe

# How many files wait for each process: enough that none is idle while results are shown.
_AHEAD = 16
# How many files a process has at a time: one that it checks, and the next.
_IN_HAND = 2
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
    # What a process answered about it, until its turn comes.
    row: Answer | None = None
    # Whether a process has it in hand.
    given: bool = False
    # Whether it must have a process to itself: the one it shared was ended.
    alone: bool = False

    @property
    def idle(self) -> bool:
        """Whether a process may have it."""
        return not (self.result or self.row or self.given or self.alone)


@define(eq=False)
class _Hand:
    """A process, and the files it has in hand, the one it checks first."""

    worker: FileWorker
    turns: deque[_Turn] = field(factory=deque)


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
        self.hands: dict[Pipe, _Hand] = {}

    def fill(self) -> bool:
        """Let files come up to the queue; say whether any wait in it."""
        room = max(self.jobs * _AHEAD, self.least)
        while len(self.waiting) < room and (path := next(self.rest, "")):
            self.waiting.append(self._looked_up(path))
        return bool(self.waiting)

    def submit(self) -> None:
        """Give the processes the files nobody has checked; begin them where that is worth it."""
        idle = [turn for turn in self.waiting if turn.idle]
        if not self.hands:
            enough = len(idle) >= self.least
            if not enough and not any(self.apart(turn.path) for turn in idle):
                return
            idle = self._warmed_up(idle, enough=enough)
        self._hire()
        for turn in idle:
            free = [each for each in self.hands.values() if len(each.turns) < _IN_HAND]
            if not free:
                return
            self._give(min(free, key=lambda each: len(each.turns)), turn)

    def take(self) -> CheckedFile:
        """Return what the first file of the queue comes to, checking it here where nobody has."""
        turn = self.waiting[0]
        while turn.given:
            self._receive()
        self.waiting.popleft()
        if turn.row is not None:
            return arrived(self.session, turn.path, turn.row, full=self.full)
        # What may end a process was not submitted where no process could be had for it so far.
        if turn.alone or (turn.result is None and self.apart(turn.path)):
            return check_alone(self.session, turn.path, self.kind, self.begin, full=self.full)
        return turn.result or self._checked_here(turn.path)

    def close(self) -> None:
        """Let the processes go, each after the file it checks."""
        for hand in self.hands.values():
            hand.worker.end(now=False)

    def _hire(self) -> None:
        """Begin what processes are missing, as far as the system allows."""
        while len(self.hands) < self.jobs:
            others = [each.worker for each in self.hands.values()]
            try:
                worker = begin_worker(self.begin, others)
            except (OSError, RuntimeError):
                return
            self.hands[worker.pipe] = _Hand(worker)

    def _give(self, hand: _Hand, turn: _Turn) -> None:
        hand.worker.give((turn.path, self.kind))
        hand.turns.append(turn)
        turn.given = True

    def _receive(self) -> None:
        """Wait for answers; give each process that answered its next file."""
        for pipe in wait([pipe for pipe, hand in self.hands.items() if hand.turns]):
            hand = self.hands[cast("Pipe", pipe)]
            row = hand.worker.answer()
            if row is None:
                self._lose(hand)
                continue
            done = hand.turns.popleft()
            done.row, done.given = row, False
            following = next((turn for turn in self.waiting if turn.idle), None)
            if following is not None:
                self._give(hand, following)

    def _lose(self, hand: _Hand) -> None:
        """Give every file that the ended process had a process of its own.

        The first need not be tried again where it took all the time it may.
        """
        del self.hands[hand.worker.pipe]
        hand.worker.end()
        hand.turns[0].result = overdue(self.session, hand.turns[0].path, hand.worker)
        for turn in hand.turns:
            turn.alone, turn.given = turn.result is None, False

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
