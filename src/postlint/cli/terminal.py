"""What the command knows of the terminal, and its one way to speak beside the output."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from postlint.render.cells import Screen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint.packs.registry import PackError

# Where nobody is looking, or where it is not known how wide the screen is.
DEFAULT_WIDTH = 100


def say(message: str) -> None:
    """Write one line to standard error, harmless and whatever its encoding."""
    stream = sys.stderr
    if stream is None:
        return
    screen = Screen(encoding=stream.encoding or "ascii")
    with suppress(OSError, ValueError):  # nobody is there to read it
        stream.write(f"postlint: {screen.plain(message)}\n")
        stream.flush()


def wants_color(requested: bool | None) -> bool:
    """Decide on color: the option, then NO_COLOR and FORCE_COLOR, then where the output goes.

    An old Windows console is made to understand it.
    """
    if requested is not None:
        wanted = requested
    elif os.environ.get("NO_COLOR"):
        wanted = False
    elif os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        wanted = True
    else:
        wanted = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if wanted:
        enable_codes()
    return wanted


def report_packs(errors: Iterable[PackError], *, debug: bool) -> None:
    """Say which packs do not load, with the trace of each where it is wanted."""
    for error in errors:
        say(str(error))
        if debug and error.trace:
            say(error.trace)


def screen_width() -> int:
    """Return the columns of the terminal, or what COLUMNS says.

    What goes through a pipe, such as to a pager, ends on the terminal that complaints go to.
    """
    if not os.environ.get("COLUMNS") and not (sys.__stdout__ and sys.__stdout__.isatty()):
        with suppress(OSError, ValueError, AttributeError):  # no terminal, or no pipe
            if stat.S_ISFIFO(os.fstat(1).st_mode):
                return min(os.get_terminal_size(2).columns or DEFAULT_WIDTH, DEFAULT_WIDTH)
        return DEFAULT_WIDTH  # as the library below would find, at the cost of loading it
    import shutil  # noqa: PLC0415  # only output for people needs it

    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns


def screen_height() -> int | None:
    """Return the lines of the terminal; `None` where nobody sits before one."""
    if not sys.stdout.isatty():
        return None
    import shutil  # noqa: PLC0415  # only output for people needs it

    return shutil.get_terminal_size((DEFAULT_WIDTH, 0)).lines or None


def enable_codes() -> None:
    """Let an old Windows console understand color codes."""
    if os.name == "nt":  # pragma: no cover  # colorama comes with click there
        with suppress(ImportError):
            import_module("colorama").just_fix_windows_console()
