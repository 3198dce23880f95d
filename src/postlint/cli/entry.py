"""Where a run of the command begins and ends: every error becomes a line and a code."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from postlint.cli.checking import check_paths
from postlint.cli.plain import plain_request
from postlint.cli.terminal import say
from postlint.errors import PostlintError

if TYPE_CHECKING:
    import click

CLEAN, FOUND, WRONG = 0, 1, 2
# As shells report a program that a signal ended.
INTERRUPTED, PIPE_CLOSED = 130, 141


def enter(arguments: Sequence[str]) -> int:
    """Run the command; say what went wrong in one line, and return the exit code."""
    debug = "--debug" in arguments
    try:
        code = _run(arguments)
        _flush()
    except BrokenPipeError:
        _leave_stdout()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        say("Stopped.")
        _leave_stdout()
        return INTERRUPTED
    except PostlintError as error:
        code = WRONG
        for line in str(error).split("\n"):  # a configuration may have many faults
            say(line)
    except OSError as error:
        if debug:
            _trace()
        _leave_stdout()
        where = f"{error.filename}: " if error.filename else ""
        say(f"{where}{error.strerror or error}")
        return WRONG
    except Exception as error:  # the last place where a fault can become a sentence
        code = WRONG
        if debug:
            _trace()
        say(
            f"Something went wrong in postlint itself: {type(error).__name__}: {error}. "
            "Run again with --debug to see where."
        )
    return code


def _trace() -> None:
    import traceback  # noqa: PLC0415  # only for the one who looks for a fault

    traceback.print_exc()


def _run(arguments: Sequence[str]) -> int:
    request = plain_request(arguments)
    return _by_click(arguments) if request is None else check_paths(**request)


def _by_click(arguments: Sequence[str]) -> int:
    import click  # noqa: PLC0415  # most runs ask plainly

    from postlint.cli.app import app  # noqa: PLC0415

    try:
        result = app.main(list(arguments), prog_name="postlint", standalone_mode=False)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        return _wrong_use(error)
    return result if isinstance(result, int) else CLEAN


def _wrong_use(error: click.ClickException) -> int:
    """Say what was wrong with the arguments, and where help is."""
    say(_kinder(error))
    context = getattr(error, "ctx", None)
    if context is not None:
        say(f"Try '{context.command_path} --help'.")
    return WRONG


def _kinder(error: click.ClickException) -> str:
    """Return what click says, what is missing and what is no number in plain words."""
    from click import MissingParameter  # noqa: PLC0415  # it is loaded

    message = error.format_message()
    if isinstance(error, MissingParameter) and error.param is not None:
        argument = _ARGUMENTS.get(error.param.human_readable_name.rstrip("."))
        return message if argument is None else f"Name {argument}."
    for words, plainer in _PLAINER:
        message = re.sub(words, plainer, message)
    return message


# What a command is asked about, by what its help calls it.
_ARGUMENTS = {
    "PATH": "a file or a folder, such as postings/ or clerk.docx",
    "STYLES": "a folder of Vale styles, or a list of joblint or retext, such as styles/Google",
    "SOURCE": "a file, or - for standard input",
    "RULE": "a rule, such as ADA001, or a word to look for, such as eeo",
    "NAME": "what the pack shall be called, such as transit-rules",
    "out": "the folder for the results with --out, such as --out results",
}
_PLAINER = (
    (r" is not a valid integer(?: range)?\.", " is no whole number."),
    (r" is not in the range x>=(\d+)\.", r" is less than \1."),
    (r" is not in the range (\d+)<=x<=(\d+)\.", r" is not between \1 and \2."),
)


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _leave_stdout() -> None:
    """Send what is still unwritten nowhere, so that Python does not complain at exit."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
