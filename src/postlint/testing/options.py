"""The `options` block of a case: a rule's options, and what is declared of the employer.

Keys at the top are the rule's own options; the table `[employer]` holds what
no posting can tell. Both are written and read as in a configuration file:

    least-duties = 4

    [employer]
    kind = "school"
    employees = 40
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from postlint.config.shape import SettingFault, structure_as
from postlint.errors import ConfigError
from postlint.facts.declared import Employer
from postlint.packs.registry import configure
from postlint.rules.rule import Rule


@frozen
class Options:
    """What a case sets: the rule, ready to be asked, and the employer."""

    rule: Rule
    employer: Employer


def read_options(text: str, rule: type[Rule]) -> Options:
    """Read an `options` block. Raises `ValueError` with a sentence that says what is wrong."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"The options are not TOML: {error}.") from error
    declared = data.pop("employer", {})
    if not isinstance(declared, dict):
        raise ValueError("'employer' is a table: write '[employer]' and its keys below it.")
    employer, faults = structure_as(Employer, _hyphened(declared)) if declared else (Employer(), [])
    if employer is None:
        raise ValueError(_reported("employer.", faults))
    try:
        return Options(configure(rule, _hyphened(data)), employer)
    except ConfigError as error:
        raise ValueError(str(error)) from error


def _hyphened(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values under the names they have in configuration files."""
    return {key.replace("_", "-"): value for key, value in values.items()}


def _reported(prefix: str, faults: Iterable[SettingFault]) -> str:
    return " ".join(f"{prefix}{fault.key} {fault.reason}" for fault in faults)
