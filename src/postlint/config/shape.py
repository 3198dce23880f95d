"""From a table of TOML to a `Config`: every fault at once, each with its place.

cattrs does the walking. Its hooks are strict: a text is never taken for a
number, nor a number for a truth. What it finds wrong comes out as `SettingFault`s,
with the path of keys, what was allowed, and the nearest name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.gen import make_dict_structure_fn, override

from postlint.config.model import Columns, Config, Limits, PerFile, SuppressionConfig, toml_name
from postlint.errors import UnknownName
from postlint.facts.declared import Employer
from postlint.facts.place_names import place_code
from postlint.text.diagnostics import Severity

T = TypeVar("T")

Path = tuple[str | int, ...]

# What other linters call a severity that takes a rule out.
_OFF = ("off", "none", "ignore", "disabled")
# Keys that belong elsewhere.
_ELSEWHERE = {
    **dict.fromkeys(
        ("rule", "house-rules"),
        "House rules stand in a file of their own, which 'rule-files' names.",
    ),
    **dict.fromkeys(
        ("preset", "presets"), "A preset is named in 'extends': extends = [\"strict\"]."
    ),
}


@attrs.frozen
class SettingFault:
    """One thing wrong in a configuration: where, and what would be right."""

    path: Path
    reason: str

    @property
    def key(self) -> str:
        """The path as a person would write it: `per-file[0].severity`."""
        words = ""
        for part in self.path:
            words += f"[{part}]" if isinstance(part, int) else f".{part}" if words else part
        return words


def structure(table: Mapping[str, Any]) -> tuple[Config | None, list[SettingFault]]:
    """Return the configuration a table describes, or `None` and all that is wrong with it."""
    try:
        config = _converter().structure(table, Config)
    except ClassValidationError as error:
        # What cattrs looks at only when all else is right is looked at here.
        # cattrs stops at the first unknown place: all of them are reported instead.
        places = list(_unknown_places(table))
        faulty = {fault.path for fault in places}
        reported = [fault for fault in _faults(error, ()) if fault.path not in faulty]
        known = {fault.path for fault in reported}
        more = (fault for fault in _empty_patterns(table) if fault.path not in known)
        return None, [*reported, *places, *more]
    faults = list(_empty_patterns(table))
    return (None, faults) if faults else (config, [])


def _empty_patterns(table: Mapping[str, Any]) -> Iterator[SettingFault]:
    """Yield the patterns that mean no file, which nobody writes on purpose."""
    rows: list[tuple[Path, object]] = [((key,), table.get(key)) for key in ("include", "exclude")]
    parts = table.get("per-file")
    for at, part in enumerate(parts if isinstance(parts, list) else []):
        if isinstance(part, dict):
            rows.append((("per-file", at, "files"), part.get("files")))
    for path, patterns in rows:
        given = [patterns] if isinstance(patterns, str) else patterns
        for pattern in given if isinstance(given, list) else []:
            if isinstance(pattern, str) and not pattern.strip():
                yield SettingFault(path, "has an empty pattern, which means no file. Leave it out.")
                break
            if isinstance(pattern, str) and ".." in pattern.replace("\\", "/").split("/"):
                why = "patterns stay below the folder of the settings, and '..' means no file."
                yield SettingFault(path, f"has the pattern '{pattern}'; {why}")
                break
            if isinstance(pattern, str) and pattern.startswith("!"):
                why = "'!' takes nothing back here. Write patterns of the files that are meant."
                yield SettingFault(path, f"has the pattern '{pattern}'; {why}")
                break


def _unknown_places(table: Mapping[str, Any]) -> Iterator[SettingFault]:
    employer = table.get("employer")
    places = employer.get("jurisdictions") if isinstance(employer, dict) else None
    given = [places] if isinstance(places, str) else places
    for place in given if isinstance(given, list) else ():
        if isinstance(place, str):
            try:
                place_code(place)
            except UnknownName as error:
                yield SettingFault(("employer", "jurisdictions"), f"names no place. {error}")


def structure_options(
    model: type[T], values: Mapping[str, Any]
) -> tuple[T | None, list[SettingFault]]:
    """Return an attrs class made of options by their TOML names, or `None` and what is wrong."""
    if not attrs.has(model) or not attrs.fields(model):
        return None, [SettingFault((key,), "is no option: the rule has none.") for key in values]
    return structure_as(cast("type[T]", model), values)


def structure_as(
    model: type[T], table: Mapping[str, Any], parts: tuple[type, ...] = ()
) -> tuple[T | None, list[SettingFault]]:
    """Return an attrs class made of a table of TOML, or `None` and all that is wrong.

    `parts` are the attrs classes inside it, so that their keys have hyphens too.
    """
    converter = _converter()
    for part in (*parts, model):
        converter.register_structure_hook(part, _hook(converter, part))
    try:
        made: T = converter.structure(table, model)
    except ClassValidationError as error:
        return None, list(_faults(error, ()))
    return made, []


def _wants(kind: type, *names: str) -> Callable[[Any, Any], Any]:
    def hook(value: Any, _: Any) -> Any:
        # bool is an int, and datetime a date, to Python and to nobody else.
        if type(value) is not kind and not (kind is float and type(value) is int):
            raise TypeError(f"must be {' or '.join(names)}, not {_describe(value)}")
        return float(cast("int", value)) if kind is float else value

    return hook


def choices_of(kind: type[Enum]) -> list[str]:
    """Return what a setting of this kind may say; a severity by the word people read."""
    return [member.word if isinstance(member, Severity) else str(member.value) for member in kind]


def taken(kind: type[Enum]) -> list[str]:
    """Return all that a setting of this kind is taken for: programs' `info` is a note too."""
    return list(dict.fromkeys([*choices_of(kind), *(str(member.value) for member in kind)]))


def _enum(value: Any, kind: type[Enum]) -> Enum:
    allowed = choices_of(kind)
    if value in taken(kind):
        return kind(value)
    near = get_close_matches(str(value), allowed, n=1)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    if kind is Severity and value in _OFF:
        hint = " A rule is left out by its name in 'ignore'."
    raise ValueError(f"must be one of {', '.join(allowed)}, not {_describe(value)}.{hint}")


def _texts(value: Any, _: Any) -> tuple[str, ...]:
    """Take one text, or a list of them."""
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or any(not isinstance(item, str) for item in value):
        raise TypeError(f"must be a text or a list of texts, not {_describe(value)}")
    return tuple(value)


def _date(value: Any, _: Any) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise TypeError(f"must be a date such as 2027-06-30, not {_describe(value)}")
    return value


def _options(value: Any, _: Any) -> Mapping[str, Mapping[str, Any]]:
    if not isinstance(value, dict) or any(not isinstance(v, dict) for v in value.values()):
        raise TypeError("must be a table of tables, such as [rules.leadership-duty-share]")
    return cast("Mapping[str, Mapping[str, Any]]", value)


def _describe(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}'"
    names: dict[type, str] = {dict: "a table", list: "a list"}
    return names.get(type(value), str(value))


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, _wants(str, "a text"))
    converter.register_structure_hook(bool, _wants(bool, "true", "false"))
    converter.register_structure_hook(int, _wants(int, "a whole number"))
    converter.register_structure_hook(float, _wants(float, "a number"))
    converter.register_structure_hook(date, _date)
    converter.register_structure_hook_func(lambda kind: kind == tuple[str, ...], _texts)
    converter.register_structure_hook_func(
        lambda kind: kind == Mapping[str, Mapping[str, Any]], _options
    )
    converter.register_structure_hook_func(
        lambda kind: isinstance(kind, type) and issubclass(kind, Enum), _enum
    )
    table: Any = Mapping[str, Severity]
    each = converter.get_structure_hook(table)

    def severities(value: Any, kind: Any) -> Any:
        if not isinstance(value, dict):
            described = _describe(value)
            raise TypeError(f'must be a table such as {{ LEAD001 = "note" }}, not {described}')
        return each(value, kind)

    converter.register_structure_hook_func(lambda kind: kind == table, severities)
    for model in (Employer, PerFile, SuppressionConfig, Limits, Columns, Config):
        converter.register_structure_hook(model, _hook(converter, model))
    return converter


def _hook(converter: Converter, model: type[T]) -> Callable[[Mapping[str, Any], Any], T]:
    """Return the hook for a class whose TOML names have hyphens."""
    renamed: dict[str, Any] = {
        field.name: override(rename=toml_name(field.name))
        for field in attrs.fields(cast("Any", model))
        if toml_name(field.name) != field.name
    }
    made = make_dict_structure_fn(
        model,
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        **renamed,
    )

    def hook(value: Any, kind: Any) -> T:
        if not isinstance(value, Mapping):
            fields = attrs.fields(cast("Any", model))
            needed = [toml_name(each.name) for each in fields if each.default is attrs.NOTHING]
            such = ", ".join(f"{name} = …" for name in needed or [toml_name(fields[0].name)])
            raise TypeError(f"must be a table such as {{ {such} }}, not {_describe(value)}")
        return made(value, kind)

    return hook


def _faults(error: BaseException, path: Path) -> Iterator[SettingFault]:
    """Yield the faults inside cattrs' groups, with the keys that lead to them."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        grouped, others = error.group_exceptions()
        for inner, place in grouped:
            at = (
                toml_name(place.name) if isinstance(place, AttributeValidationNote) else place.index
            )
            yield from _faults(inner, (*path, at))
        for inner in others:
            yield from _faults(inner, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [toml_name(field.name) for field in attrs.fields(error.cl)]
        for extra in sorted(error.extra_fields):
            near = get_close_matches(extra, known, n=1, cutoff=0.5)
            hint = f"Did you mean '{near[0]}'?" if near else f"Known are {', '.join(known)}."
            hint = _ELSEWHERE.get(extra, hint) if error.cl is Config else hint
            yield SettingFault((*path, extra), f"is no setting. {hint}")
    elif isinstance(error, UnknownName):  # a place nobody knows
        key = "seat" if error.kind == "seat" else "jurisdictions"
        yield SettingFault((*path, key), f"names no place. {error}")
    elif isinstance(error, KeyError):
        name = toml_name(str(error.args[0]))
        yield SettingFault(path if path[-1:] == (name,) else (*path, name), "is missing")
    else:
        yield SettingFault(path, str(error) or type(error).__name__)
