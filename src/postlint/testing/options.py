"""The `options` block of a case: a rule's options, and what is declared of the employer.

Keys at the top are the rule's own options; the table `[employer]` holds what
no posting can tell:

    minimum = 4

    [employer]
    kind = "school"
    employees = 40
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import fields, frozen

from postlint.facts.declared import Employer, EmployerKind
from postlint.registry import nearest
from postlint.rule import Rule

# What TOML must give for a fact about the employer, by the name of its type.
_KINDS = {"bool": bool, "int": int, "tuple": list, "date": date, "EmployerKind": str}


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
    # `fields` wants a class known to be attrs; a rule without options need not be one.
    known = [field.name for field in getattr(rule, "__attrs_attrs__", ())]
    _refuse_unknown(data, known, f"Rule '{rule.meta.name}' has no option")
    try:
        made = rule(**data)
    except (TypeError, ValueError) as error:
        raise ValueError(f"The options do not fit: {error}") from error
    return Options(made, _employer(declared))


def _employer(declared: Mapping[str, Any]) -> Employer:
    values = {key.replace("-", "_"): value for key, value in declared.items()}
    known = {field.name: str(field.type) for field in fields(Employer)}
    _refuse_unknown(values, known, "Of an employer nobody can declare")
    for key, value in values.items():
        wanted = next(kind for name, kind in _KINDS.items() if known[key].startswith(name))
        if type(value) is not wanted:
            raise ValueError(f"'{key}' of the employer cannot be {value!r}.")
    if "kind" in values:
        kinds = {kind.value: kind for kind in EmployerKind}
        _refuse_unknown([values["kind"]], kinds, "There is no employer of kind")
        values["kind"] = kinds[values["kind"]]
    if "jurisdictions" in values:
        values["jurisdictions"] = tuple(values["jurisdictions"])
    return Employer(**values)


def _refuse_unknown(
    names: Mapping[str, Any] | list[str], known: Mapping[str, Any] | list[str], what: str
) -> None:
    for name in names:
        if name not in known:
            close = nearest(str(name), known)
            hint = f" Did you mean '{close}'?" if close else ""
            raise ValueError(f"{what} '{name}'.{hint}")
