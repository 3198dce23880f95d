"""An end to what takes too long.

It rests on an alarm, which systems other than Windows have and which reaches
the main thread only; elsewhere nothing is ended.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooSlow(BaseException):  # no rule's or reader's `except Exception` may stop it
    """The time was up."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TooSlow` inside the block when it takes longer; no time at all means no limit."""
    if seconds <= 0 or not can_limit():
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def can_limit() -> bool:
    """Say whether time can be limited here."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
