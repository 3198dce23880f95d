"""The processes of a pool: what each does with a file, and how they are begun and ended."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as LateError
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any, TypeAlias

from postlint.engine.report import Report
from postlint.errors import SourceError
from postlint.run.limits import limited
from postlint.run.report_cache import open_results
from postlint.run.report_codec import dump, is_cacheable, load
from postlint.run.session import Session
from postlint.text.records import NamedTuple

# What a file comes to: a report of each posting in it.
CheckedFile: TypeAlias = tuple[Report, ...] | SourceError

# Seconds between looks at whether anybody still minds the processes.
_PATIENCE = 5
_NO_PROCESS = "it could not be checked: the system allows no process of its own for it"
_ENDED = "it could not be checked: its process was ended from outside, or found no memory left"

_session: Session | None = None
_full = True


class Reported(NamedTuple):
    """Reports on their way: plain data with the input's digest, or pickled where it cannot be."""

    body: bytes
    sha256: str


# What a process answers: the reports, or the name of the file and why there are none.
Answer: TypeAlias = Reported | tuple[str, str]


def fault(error: Exception) -> str:
    """Say what kind of fault it is."""
    return f"{type(error).__name__}: {error}"


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def beginning(session: Session, *, full: bool) -> dict[str, Any]:
    """Return what a process that shares nothing with this one makes its session of."""
    global _session  # noqa: PLW0603  # one for each process, made once
    _session = session
    _say_files_only()
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


@cache
def _say_files_only() -> None:
    """Let a thread that minds processes end without a word, where the system allows it no other.

    What becomes of the files it had is said of each file.
    """
    before = threading.excepthook

    def say(ended: threading.ExceptHookArgs) -> None:
        if type(ended.thread).__module__ != ProcessPoolExecutor.__module__:
            before(ended)

    threading.excepthook = say


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Keep an interrupt back while processes are begun; it comes at the end.

    They begin with it kept back too, until they leave it to the process that the user sees:
    one that came before would be reported as a fault of theirs.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def leave_interrupts() -> None:
    """Leave an interrupt, one that was kept back among them, to the process that the user sees."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def begin_process(begin: dict[str, Any]) -> None:
    """Make a process ready, from what `beginning` returned."""
    global _session, _full  # noqa: PLW0603  # as above
    leave_interrupts()
    _full = begin["full"]
    if _session is None:
        results = open_results(full=_full) if begin["keeps"] else None
        _session = Session(**begin["about"], results=results)


def check(path: str, kind: str | None) -> Answer:
    """Check a file in the process this is called in, and return what can travel."""
    assert _session is not None  # noqa: S101  # the pool began with one
    try:
        answer = _session.read_file(path, kind=kind)
        # Done here, where what cannot travel costs one file and not the run.
        with limited(path, answer.limits):
            reports = answer.cached or answer.check()
            body = dump(reports, full=_full)
            if body is None:
                return Reported(pickle.dumps(reports), "")
        if answer.results is not None and answer.key is not None and is_cacheable(reports):
            answer.results.write(answer.key, body)
        return Reported(body, answer.sha256)
    except SourceError as error:
        return error.path, error.reason
    except Exception as error:  # a fault of postlint's own, reported with the file's name
        return path, f"it could not be checked: {fault(error)}"


def arrived(session: Session, path: str, row: Answer, *, full: bool) -> CheckedFile:
    """Return what a process answered about a file, as this one has it."""
    if not isinstance(row, Reported):
        return SourceError(*row)
    if row.sha256:
        reports = load(row.body, path=path, sha256=row.sha256, full=full)
        assert reports is not None  # noqa: S101  # they were dumped the same way
    else:
        reports = pickle.loads(row.body)  # noqa: S301  # from our own process
    return session.judged(reports, path)


def check_alone(
    session: Session, path: str, kind: str | None, begin: dict[str, Any], *, full: bool
) -> CheckedFile:
    """Check a file in a process of its own, which it may take down with it."""
    pool = ProcessPoolExecutor(1, initializer=begin_process, initargs=(begin,))
    try:
        with uninterrupted():
            future = pool.submit(check, path, kind)
        row = answer_of(pool, future)
        return arrived(session, path, row, full=full)
    except BrokenProcessPool:
        return SourceError(path, _ENDED)
    except (OSError, RuntimeError):
        return SourceError(path, _NO_PROCESS)
    finally:
        end(pool)


def answer_of(pool: ProcessPoolExecutor | None, future: Future[Answer]) -> Answer:
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


def end(pool: ProcessPoolExecutor) -> None:
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
