"""The options that decide which configuration holds, and the session they make."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from postlint.cli.options import Option
from postlint.packs.registry import Packs
from postlint.run.session import Session

F = TypeVar("F", bound=Callable[..., Any])


def scope_options(command: F) -> F:
    """Add `--config` and `--isolated`."""
    options = (
        click.option(
            "--config",
            cls=Option,
            section="Configuration",
            metavar="FILE",
            help="Use this file instead of the one nearest above each posting.",
        ),
        click.option(
            "--isolated",
            cls=Option,
            section="Configuration",
            is_flag=True,
            help="Use no configuration file.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def make_session(
    config: str | None,
    *,
    isolated: bool,
    packs: Packs | None = None,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    fail_on: str | None = None,
    baseline: str | None = None,
    **employer: Any,
) -> Session:
    """Return a session in which the command line stands over the files."""
    if config is not None and isolated:
        raise click.UsageError("--config names a file and --isolated asks for none; give one.")
    over: dict[str, Any] = {}
    if select:
        over["select"] = list(select)
    if ignore:
        over["ignore"] = list(ignore)
    if fail_on is not None:
        over["fail-on"] = fail_on
    if baseline is not None:
        over["baseline"] = os.path.abspath(baseline)  # noqa: PTH100  # links stay as they are
    about = employer_table(**employer)
    if about:
        over["employer"] = about
    return Session(
        over=over,
        config_file=None if config is None else Path(config).absolute(),
        isolated=isolated,
        installed=packs,
    )


def employer_table(
    *, employer_kind: str | None = None, jurisdictions: tuple[str, ...] = (), **others: Any
) -> dict[str, Any]:
    """Return what the options say about the employer, as a configuration file would."""
    table: dict[str, Any] = {}
    if employer_kind is not None:
        table["kind"] = employer_kind
    if jurisdictions:
        table["jurisdictions"] = list(jurisdictions)
    for name, value in others.items():
        if value is not None:
            table[name.replace("_", "-")] = value
    return table
