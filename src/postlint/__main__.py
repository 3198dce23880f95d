"""The command `postlint`, also as `python -m postlint`."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

_OBJECTS_BETWEEN_COLLECTIONS = 100_000


def spare_collector() -> None:
    """Let Python look for circles of garbage a hundred times more seldom.

    Start-up and checks make much that stays and hardly any circles; looking for
    them at Python's own pace was an eighth of a cold start and of a check.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 20)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; nothing is raised."""
    from postlint.cli.door import enter  # noqa: PLC0415  # an interrupt while importing is caught

    return enter(sys.argv[1:] if argv is None else list(argv))


def run() -> None:
    """Run the command and leave the interpreter with its exit code."""
    spare_collector()
    try:
        code = main()
    except KeyboardInterrupt:  # before or after the command itself
        code = 130
    _leave(code)


def _leave(code: int) -> NoReturn:
    """Leave with an exit code, and with nothing left to do.

    Python takes every module apart at its end, which frees nothing anybody needs and was a
    thirtieth of a start; what asked to be told of the end is told.
    """
    if threading.active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):  # nobody is there to be told
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
