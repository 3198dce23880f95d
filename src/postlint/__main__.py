"""The command `postlint`, also as `python -m postlint`."""

from __future__ import annotations

import gc
import sys

# All else is imported where an interrupt is caught, from the first moment on.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

_OBJECTS_BETWEEN_COLLECTIONS = 150_000


def spare_collector() -> None:
    """Let Python look for circles of garbage two hundred times more seldom.

    Start-up and checks make much that stays and hardly any circles; looking for
    them at Python's own pace was an eighth of a cold start and of a check.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 20)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; nothing is raised."""
    from postlint.cli.entry import enter  # noqa: PLC0415  # an interrupt while importing is caught

    return enter(sys.argv[1:] if argv is None else list(argv))


def run() -> None:
    """Run the command and leave the interpreter with its exit code."""
    code = 130
    try:
        spare_collector()
        code = main()
        _leave(code)
    except KeyboardInterrupt:  # before or after the command itself
        import os  # noqa: PLC0415  # the interpreter has loaded it long ago

        os._exit(code)


def _leave(code: int) -> NoReturn:
    """Leave with an exit code, and with nothing left to do.

    Python takes every module apart at its end, which frees nothing anybody needs and was a
    thirtieth of a start; what asked to hear of the end hears of it.
    """
    import atexit  # noqa: PLC0415  # see above
    import os  # noqa: PLC0415

    threading = sys.modules.get("threading")  # where nobody has loaded it there is one thread
    if threading is not None and threading.active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except (OSError, ValueError):  # nobody is there to read it
            continue
    os._exit(code)


if __name__ == "__main__":
    run()
