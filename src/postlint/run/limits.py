"""An end to what takes too long or too much memory, reported as a fault of the file.

Time is ended by an alarm where there is one, which reaches the main thread
only. In other threads, and on Windows, a watch of its own asks Python to raise
in the thread that works. Memory is ended where the system can refuse it, which
it does for a whole process, so only where no other thread would be refused too.
"""

from __future__ import annotations

# What `signal` adds to it are enumerations, a two-hundredth of a start, that nobody needs here.
import _signal as signal  # type: ignore[import-not-found]
import sys
from _thread import get_ident
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from types import FrameType
from typing import Protocol

from postlint.errors import SourceError

# Longer than any check, and what no system's clock finds too long.
_FOREVER = 1_000_000.0
# Seconds until an end is asked for again: what is raised while Python tidies up, in a
# finalizer or for the collector of garbage, is reported to nobody and would end nothing.
_AGAIN = 1.0
# How many seconds of its own work a process has to end by itself.
_GRACE = 2.0
OVERDUE = -getattr(signal, "SIGPROF", 0)
# More than Linux has to say of a process's memory.
_LINE = 256

# The threads in which a limit holds already.
_limited: set[int] = set()


class Allowed(Protocol):
    """How much one file may cost: seconds of work, megabytes of memory."""

    @property
    def seconds(self) -> float:
        """The longest it may take; nothing means no limit."""
        ...

    @property
    def memory(self) -> float:
        """The megabytes it may take; nothing means no limit."""
        ...


class TooSlow(BaseException):  # no rule's or reader's `except Exception` may stop it
    """The time was up."""


def limited(path: str, limits: Allowed) -> AbstractContextManager[None]:
    """End with a `SourceError` what takes longer or more memory than is allowed.

    Inside another such block it changes nothing.
    """
    thread = get_ident()
    return _LIMITED_ALREADY if thread in _limited else _limit(path, limits, thread)


_LIMITED_ALREADY = nullcontext()


@contextmanager
def _limit(path: str, limits: Allowed, thread: int) -> Iterator[None]:
    _limited.add(thread)
    try:
        with time_limit(limits.seconds), memory_limit(limits.memory):
            yield
    except TooSlow:
        raise SourceError(path, too_slow(limits.seconds)) from None
    except MemoryError:
        reason = f"it took more than {limits.memory:g} MB of memory; limits.memory would allow more"
        raise SourceError(path, reason) from None
    finally:
        _limited.discard(thread)


def time_limit(seconds: float) -> AbstractContextManager[None]:
    """Raise `TooSlow` inside the block when it takes longer; no time at all means no limit."""
    seconds = min(seconds, _FOREVER)
    if seconds <= 0:
        return nullcontext()
    return _alarm(seconds) if _has_alarm() else _watch(seconds)


def _has_alarm() -> bool:
    """Say whether there is an alarm here that nobody else has set."""
    return (
        hasattr(signal, "setitimer")
        and _is_main()
        and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    )


def _is_main() -> bool:
    """Say whether this is the first thread; where nobody has loaded `threading` it is the only."""
    threading = sys.modules.get("threading")
    return threading is None or threading.current_thread() is threading.main_thread()


def _has_others() -> bool:
    threading = sys.modules.get("threading")
    return threading is not None and threading.active_count() > 1


def _entered() -> FrameType | None:
    """Return the frame whose `with` statement is being entered: none of ours, nor contextlib's."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename in _OF_BLOCKS:
        frame = frame.f_back
    return frame


_OF_BLOCKS = frozenset((_entered.__code__.co_filename, contextmanager.__code__.co_filename))


def _holds(block: FrameType | None, frame: FrameType | None) -> bool:
    """Say whether a block is still being run, where a thread is at a frame.

    What ends it may be raised as it ends by itself, before it has said so; and its parts live
    on for as long as somebody keeps what was raised.
    """
    while frame is not None and frame is not block:
        frame = frame.f_back
    return frame is not None


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    over, block = False, _entered()

    def ring(_number: int, frame: FrameType | None) -> None:
        if not over and _holds(block, frame):
            raise TooSlow

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        try:
            yield
        finally:
            over = True
    finally:  # an alarm in the line before leaves this to do
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _watch(seconds: float) -> Iterator[None]:
    """As an alarm, from a thread of its own; it needs CPython, and else does nothing."""
    import threading  # noqa: PLC0415  # most runs have one thread, and an alarm

    try:
        import ctypes  # noqa: PLC0415  # not needed in the main thread

        throw = ctypes.pythonapi.PyThreadState_SetAsyncExc
    except (ImportError, AttributeError):
        yield
        return
    ident, block = get_ident(), _entered()
    thread = ctypes.c_ulong(ident)
    lock, over = threading.Lock(), threading.Event()
    rung = False

    def ring() -> None:
        nonlocal rung
        wait = seconds
        while not over.wait(wait):
            wait = _AGAIN
            with lock:
                # Behind the block it would hit whatever the thread does next.
                if over.is_set() or not _holds(block, sys._current_frames().get(ident)):
                    return
                rung = True
                throw(thread, ctypes.py_object(TooSlow))

    threading.Thread(target=ring, daemon=True).start()
    try:
        try:
            yield
        finally:
            over.set()
    finally:  # as with an alarm
        with lock:
            over.set()
        if rung:  # and perhaps not yet raised
            throw(thread, None)


@contextmanager
def last_limit(seconds: float) -> Iterator[None]:
    """Let the system end this process where a library that is not Python's does not come back.

    An alarm waits until it does. `OVERDUE` is the code that such a process ends with.
    """
    usual = hasattr(signal, "ITIMER_PROF") and signal.getsignal(signal.SIGPROF) is signal.SIG_DFL
    if not usual or seconds <= 0:
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, min(seconds, _FOREVER) + _GRACE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def too_slow(seconds: float) -> str:
    """Say that a file took longer than it may."""
    return f"it took more than {seconds:g} seconds; limits.seconds would allow more"


def memory_limit(megabytes: float) -> AbstractContextManager[None]:
    """Let the block raise `MemoryError` when it takes more; no memory at all means no limit."""
    room = _room(megabytes)
    return nullcontext() if room is None else _capped(room)


@contextmanager
def _capped(room: int) -> Iterator[None]:
    import resource  # noqa: PLC0415  # there where `_room` finds it

    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _room(megabytes: float) -> int | None:
    """Return how many bytes the process may come to have, or `None` where it cannot be limited."""
    if megabytes <= 0 or _has_others():
        return None
    try:
        import resource  # noqa: PLC0415  # not on every system

        # For every file checked: neither a path nor a buffer is made for it.
        with open("/proc/self/statm", "rb", buffering=0) as file:  # noqa: PTH123
            taken = int(file.read(_LINE).split()[0]) * resource.getpagesize()
        soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    except (ImportError, OSError, ValueError, AttributeError):
        return None
    room = taken + int(min(megabytes, _FOREVER) * 1_000_000)
    return None if soft not in {resource.RLIM_INFINITY, -1} and soft <= room else room
