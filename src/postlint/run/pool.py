"""Many files in several processes. What comes out, and its order, is as in one."""

from __future__ import annotations

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as LateError
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any, TypeAlias

from attrs import define

from postlint.engine.report import Report
from postlint.errors import SourceError
from postlint.readers.decoded_again import prepare
from postlint.run.limits import limited
from postlint.run.report_cache import open_results
from postlint.run.report_codec import dump, is_cacheable, load
from postlint.run.session import Session
from postlint.text.records import NamedTuple

# What a file comes to: a report of each posting in it.
Checked: TypeAlias = tuple[Report, ...] | SourceError

_session: Session | None = None

# How many files wait for each process: enough that none is idle while results are shown.
_AHEAD = 16
# One in so many of the files that wait is checked before processes are begun.
_FIRST = 4
# Of so many files some are damaged, which is dear to be ready for.
_MANY = 256
# Seconds between looks at whether anybody still minds the processes.
_PATIENCE = 5
_NO_PROCESS = "it could not be checked: the system allows no process of its own for it"
_ENDED = "it could not be checked: its process was ended from outside, or found no memory left"


class _Reported(NamedTuple):
    """Reports on their way: plain data with the input's digest, or pickled where it cannot be."""

    body: bytes
    sha256: str


@define
class _Turn:
    """A file on its way through the pool."""

    path: str
    result: Checked | None = None
    future: Future[_Reported | tuple[str, str]] | None = None
    # Whether it must have a process to itself: the one it shared was ended.
    alone: bool = False


def fault(error: Exception) -> str:
    """Say what kind of fault it is."""
    return f"{type(error).__name__}: {error}"


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


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
) -> Iterator[Checked]:
    """Check files in `jobs` processes and yield what each comes to, in the order of the paths.

    Processes are begun when `least` files wait that no cached report answers
    for. Without `full`, reports come without facts, measures and duties. A
    fault of postlint's own is a `SourceError` that names it. Packs are those
    installed: each process loads them for itself. A file that `apart` says may
    end its process is never checked in this one.
    """
    begin = _beginning(session, full=full)
    names = list(paths)
    rest = iter(names)
    waiting: deque[_Turn] = deque()
    pool: ProcessPoolExecutor | None = None
    try:
        while True:
            while len(waiting) < max(jobs * _AHEAD, least) and (path := next(rest, "")):
                waiting.append(_look(session, path, kind, describe))
            if not waiting:
                return
            idle = [turn for turn in waiting if turn.result is None and turn.future is None]
            enough = len(idle) >= least
            if pool is None and idle and (enough or any(apart(turn.path) for turn in idle)):
                # What the first files make ready, phrases learned among it, is there for
                # processes that are forked off.
                first = len(idle) // _FIRST if enough else 0
                for turn in idle[: max(first, enough)]:
                    if not apart(turn.path):
                        turn.result = _here(session, turn.path, kind, describe)
                idle = [turn for turn in idle if turn.result is None]
                if len(names) >= _MANY:
                    prepare()
                pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(begin,))
            if pool is not None and not _submitted(pool, idle, kind):
                _end(pool)
                pool = None
            turn = waiting.popleft()
            if turn.future is not None:
                try:
                    turn.result = _arrived(session, turn.path, _row(pool, turn.future), full=full)
                except BrokenProcessPool:
                    if pool is not None:
                        _end(pool)
                        pool = None
                    for other in (turn, *waiting):
                        other.alone = other.alone or other.future is not None
                        other.future = None
            if turn.alone:
                turn.result = _alone(session, turn.path, kind, begin, full=full)
            elif turn.result is None and apart(turn.path):
                # It was not submitted: no process could be had for it so far.
                turn.result = _alone(session, turn.path, kind, begin, full=full)
            yield turn.result or _here(session, turn.path, kind, describe)
    finally:
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, idle: list[_Turn], kind: str | None) -> bool:
    """Give files to the processes; say whether there are any to take them."""
    for turn in idle:
        if turn.alone:
            continue
        try:
            turn.future = pool.submit(_check, turn.path, kind)
        except (OSError, RuntimeError):
            # One was ended from outside, or the system allows no other: the file is
            # checked in this one when its turn comes.
            return False
    return True


def _row(
    pool: ProcessPoolExecutor | None, future: Future[_Reported | tuple[str, str]]
) -> _Reported | tuple[str, str]:
    """Return what a process says of a file. Raises `BrokenProcessPool` where nobody will say it."""
    lost = False
    while True:
        try:
            return future.result(timeout=_PATIENCE)
        except LateError:
            if lost and not future.done():
                raise BrokenProcessPool("nobody minds the processes") from None
            lost = _abandoned(pool)


def _abandoned(pool: ProcessPoolExecutor | None) -> bool:
    """Say whether a pool may never answer, which it does not always notice itself.

    One of its processes was killed in the middle of an answer, for whose end it waits,
    or the thread that minds them died because it could begin no thread of its own.
    """
    minding = getattr(pool, "_executor_manager_thread", None)
    begun = (getattr(pool, "_processes", None) or {}).values()
    dead = any(not process.is_alive() for process in list(begun))
    return dead or (minding is not None and not minding.is_alive())


def _unblock(pool: ProcessPoolExecutor) -> None:
    """Close the far ends of a pool's pipes: what a killed process was writing ends there."""
    for name, end in (("_result_queue", "_writer"), ("_call_queue", "_reader")):
        pipe = getattr(getattr(pool, name, None), end, None)
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


def _end(pool: ProcessPoolExecutor) -> None:
    """End a pool that takes no more, and what it began before it failed to begin another."""
    begun = list((getattr(pool, "_processes", None) or {}).values())
    for process in begun:
        process.kill()
    minding = getattr(pool, "_executor_manager_thread", None)
    if minding is not None and minding.is_alive():
        minding.join(timeout=1)
        if minding.is_alive():
            _unblock(pool)
    with suppress(RuntimeError):  # the thread that minds them could not be begun
        pool.shutdown(wait=True, cancel_futures=True)
    for process in begun:
        process.join()


def _look(
    session: Session, path: str, kind: str | None, describe: Callable[[Exception], str]
) -> _Turn:
    """Return a turn that has its result where a cached report answers, or nothing can."""
    if session.results is None:
        return _Turn(path)
    try:
        cached = session.read_file(path, kind=kind).cached
        return _Turn(path, None if cached is None else session.judged(cached, path))
    except SourceError as error:
        return _Turn(path, error)
    except Exception as error:  # a fault of postlint's own, reported with the file's name
        return _Turn(path, SourceError(path, f"it could not be checked: {describe(error)}"))


def _here(
    session: Session, path: str, kind: str | None, describe: Callable[[Exception], str]
) -> Checked:
    """Check a file in this process."""
    try:
        return session.check_all(path, kind=kind)
    except SourceError as error:
        return error
    except Exception as error:  # as above
        return SourceError(path, f"it could not be checked: {describe(error)}")


def _alone(
    session: Session, path: str, kind: str | None, begin: dict[str, Any], *, full: bool
) -> Checked:
    """Check a file in a process of its own, which it may take down with it."""
    pool = ProcessPoolExecutor(1, initializer=_begin, initargs=(begin,))
    try:
        row = _row(pool, pool.submit(_check, path, kind))
        return _arrived(session, path, row, full=full)
    except BrokenProcessPool:
        return SourceError(path, _ENDED)
    except (OSError, RuntimeError):
        return SourceError(path, _NO_PROCESS)
    finally:
        _end(pool)


def _beginning(session: Session, *, full: bool) -> dict[str, Any]:
    """Return what a process that shares nothing with this one makes its session of."""
    global _session  # noqa: PLW0603  # one for each process, made once
    _session = session
    return {
        "about": {
            "over": session.over,
            "config_file": session.config_file,
            "isolated": session.isolated,
            "no_baseline": session.no_baseline,
        },
        "full": full,
        "keeps": session.results is not None,
    }


_full = True


def _begin(begin: dict[str, Any]) -> None:
    global _session, _full  # noqa: PLW0603  # as above
    # An interrupt is for the process that the user sees.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _full = begin["full"]
    if _session is None:
        results = open_results(full=_full) if begin["keeps"] else None
        _session = Session(**begin["about"], results=results)


def _check(path: str, kind: str | None) -> _Reported | tuple[str, str]:
    assert _session is not None  # noqa: S101  # the pool began with one
    try:
        answer = _session.read_file(path, kind=kind)
        # Done here, where what cannot travel costs one file and not the run.
        with limited(path, answer.limits):
            reports = answer.cached or answer.check()
            body = dump(reports, full=_full)
            if body is None:
                return _Reported(pickle.dumps(reports), "")
        if answer.results is not None and answer.key is not None and is_cacheable(reports):
            answer.results.write(answer.key, body)
        return _Reported(body, answer.sha256)
    except SourceError as error:
        return error.path, error.reason
    except Exception as error:  # a fault of postlint's own, reported with the file's name
        return path, f"it could not be checked: {fault(error)}"


def _arrived(
    session: Session, path: str, row: _Reported | tuple[str, str], *, full: bool
) -> Checked:
    if not isinstance(row, _Reported):
        return SourceError(*row)
    if row.sha256:
        reports = load(row.body, path=path, sha256=row.sha256, full=full)
        assert reports is not None  # noqa: S101  # they were dumped the same way
    else:
        reports = pickle.loads(row.body)  # noqa: S301  # from our own process
    return session.judged(reports, path)
