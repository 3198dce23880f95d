"""`postlint init`: a starter for the configuration."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from postlint.cli.options import Sectioned, debug_option
from postlint.cli.terminal import say
from postlint.config.find import FILE_NAMES
from postlint.errors import OutputError, why_unwritten

_HELP = """Writes a postlint.toml to begin with, in which every setting is explained.

FOLDER is where it goes; the default is the current folder. A configuration
that is there already is left alone.
"""


@click.command(cls=Sectioned, help=_HELP, short_help="Write a configuration to begin with.")
@click.argument("folder", default=".", metavar="[FOLDER]", type=click.Path())
@debug_option
def init(folder: str) -> int:
    """Write the starter and return the exit code."""
    name = FILE_NAMES[0]
    for other in FILE_NAMES[:2]:
        if (Path(folder) / other).exists():
            raise OutputError(str(Path(folder) / other), "it is there already")
    path = Path(folder) / name
    text = files("postlint.config").joinpath("starter.toml").read_text(encoding="utf-8")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            try:
                file.write(text)
                file.flush()
            except OSError:
                path.unlink()  # it is empty or cut off
                raise
    except OSError as error:
        raise OutputError(str(path), why_unwritten(error)) from error
    say(f"{path} was written. Say there what you know of the employer.")
    return 0
