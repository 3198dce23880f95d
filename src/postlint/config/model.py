"""What a user can set. The names are those of the TOML files, with hyphens there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.facts.declared import Employer
from postlint.text.diagnostics import Severity
from postlint.text.values import Factory, frozen


@frozen(kw_only=True)
class PerFile:
    """Settings for the files that match a glob, relative to the config's folder."""

    files: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = Factory(dict)
    as_: str | None = None


@frozen(kw_only=True)
class SuppressionConfig:
    """How findings may be silenced in a posting."""

    require_reason: bool = True
    report_unused: bool = True


@frozen(kw_only=True)
class Limits:
    """How much one file may cost before it is given up with a diagnostic.

    `megabytes` of input, `text_megabytes` of text in it, `seconds` of work, and
    `memory`, in megabytes, for that work.
    """

    megabytes: float = 20.0
    text_megabytes: float = 5.0
    seconds: float = 30.0
    memory: float = 2000.0


@frozen(kw_only=True)
class Columns:
    """Which columns of a sheet hold a posting's text and its title, by the names they have there.

    Where none is named, their own names tell it.
    """

    text: str | None = None
    title: str | None = None


@frozen(kw_only=True)
class Config:
    """Everything that can be set, with its defaults.

    Selectors are codes, names, families or tags. `rules` holds options by
    rule; `rule_files` names files of house rules; `baseline` a file of
    accepted findings. `employer` is what no posting can tell, `columns` where
    a sheet of postings has them.
    """

    extends: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = Factory(dict)
    rules: Mapping[str, Mapping[str, Any]] = Factory(dict)
    per_file: tuple[PerFile, ...] = ()
    employer: Employer = Factory(Employer)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: Severity = Severity.WARNING
    suppressions: SuppressionConfig = Factory(SuppressionConfig)
    baseline: str | None = None
    rule_files: tuple[str, ...] = ()
    limits: Limits = Factory(Limits)
    columns: Columns = Factory(Columns)


def toml_name(field: str) -> str:
    """Return the key of a field in TOML: `fail_on` is `fail-on`, `as_` is `as`."""
    return field.rstrip("_").replace("_", "-")
