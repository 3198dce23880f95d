"""A process at work for this one, with a pipe of its own.

When this process is killed the pipe closes and the worker ends; when the
worker is killed, what it was given and nothing else is in doubt.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeAlias, TypeVar, cast

Pipe: TypeAlias = "Connection[Any, Any]"
Task = TypeVar("Task")
Answer = TypeVar("Answer")


class ProcessWorker(Generic[Task, Answer]):
    """A process that gives an answer to each task, in their order.

    `prepare` is called in it once and returns what answers. It begins from nothing where
    the method is `spawn`. Raises what the system says where it can have no process.
    """

    def __init__(
        self,
        prepare: Callable[..., Callable[[Task], Answer]],
        arguments: tuple[object, ...],
        *,
        method: str | None = None,
        beside: Iterable[ProcessWorker[Task, Answer]] = (),
    ) -> None:
        context: Any = multiprocessing.get_context(method)
        forked = context.get_start_method() == "fork"
        self.pipe: Pipe
        self.pipe, theirs = context.Pipe()
        # A forked process has the ends of every pipe that is open here, and would hold them open.
        ends = [each.pipe for each in (self, *beside)] if forked else []
        self.process = context.Process(
            target=_serve, args=(theirs, ends, prepare, arguments), daemon=True
        )
        try:
            if os.name == "posix" and not forked:
                # Begun with the first process, it would let interrupts through again.
                resource_tracker.ensure_running()
            with _uninterrupted():
                self.process.start()
        except BaseException:
            self.pipe.close()
            raise
        finally:
            theirs.close()  # so that the end of the process is the end of the pipe

    def give(self, task: Task) -> None:
        """Give it a task."""
        try:
            self.pipe.send(task)
        except OSError:
            return  # it is gone; `answer` will say so

    def answer(self) -> Answer | None:
        """Return its answer to the first task that has none, `None` where the process ended."""
        try:
            return cast("Answer", self.pipe.recv())
        except (EOFError, OSError):
            self.process.join()
            return None

    def end(self, *, now: bool = True) -> None:
        """End the process, after what it is at work on unless it has to be now."""
        self.pipe.close()
        if now:
            self.process.terminate()
        self.process.join()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep an interrupt back while a process is begun; it comes at the end.

    The process begins with it kept back too, until it leaves it to the one that the user
    sees: one that came before would be reported as a fault of its own.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_interrupts() -> None:
    """Leave an interrupt, one that was kept back among them, to the process that the user sees."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _serve(
    pipe: Pipe,
    ends: Iterable[Pipe],
    prepare: Callable[..., Callable[[Task], Answer]],
    arguments: tuple[object, ...],
) -> None:
    """Answer what comes through the pipe until it closes."""
    for end in ends:
        end.close()
    _leave_interrupts()
    answer = prepare(*arguments)
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        found = answer(task)
        try:
            pipe.send(found)
        except OSError:
            return
