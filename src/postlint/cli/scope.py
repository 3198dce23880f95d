"""The session that the options about configuration, rules and the employer make."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from postlint.errors import WrongUse
from postlint.packs.registry import Packs
from postlint.run.session import Session


def make_session(
    *,
    config: str | None,
    isolated: bool,
    packs: Packs | None = None,
    select: tuple[str, ...] = (),
    extend_select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    fail_on: str | None = None,
    baseline: str | None = None,
    no_baseline: bool = False,
    columns: Mapping[str, str | None] = {},
    **employer: Any,
) -> Session:
    """Return a session in which the command line stands over the files.

    Names of rules may be repeated and may hold commas.
    """
    if config is not None and isolated:
        raise WrongUse("--config names a file and --isolated asks for none; give one.")
    over: dict[str, Any] = {}
    chosen = {"select": select, "extend-select": extend_select, "ignore": ignore}
    over.update({name: list(words(given)) for name, given in chosen.items() if words(given)})
    if fail_on is not None:
        over["fail-on"] = fail_on
    if baseline is not None:
        over["baseline"] = os.path.abspath(baseline)  # noqa: PTH100  # links stay as they are
    named = {name: column for name, column in columns.items() if column is not None}
    if named:
        over["columns"] = named
    about = employer_table(**employer)
    if about:
        over["employer"] = about
    file = None
    if config is not None:
        from pathlib import Path  # noqa: PLC0415  # few runs name a file

        file = Path(config).absolute()
    return Session(
        over=over,
        config_file=file,
        isolated=isolated,
        no_baseline=no_baseline,
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


def words(values: Iterable[str]) -> tuple[str, ...]:
    """Return the names in options that may be repeated and may hold commas."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def packs_here() -> Packs:
    """Return the installed packs, and the house rules in force in the current folder.

    Raises `ConfigError` for a configuration or a file of rules that cannot be used.
    """
    from pathlib import Path  # noqa: PLC0415  # as above

    session, place = Session(), Path.cwd() / "posting"
    if not session.found(place).config.rule_files:
        return session.packs
    return session.assigned(place).linter.packs
