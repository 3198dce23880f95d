"""What is in force, value by value, with where each one came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any

import attrs

from postlint.config.load import Found
from postlint.config.model import Config, toml_name
from postlint.text.diagnostics import Severity

DEFAULT = "default"


@attrs.frozen(kw_only=True)
class Setting:
    """One value in force: its key as in a file, what it is, and where it came from."""

    key: str
    value: Any
    origin: str = DEFAULT


def settings_of(found: Found, config: Config | None = None) -> list[Setting]:
    """Return every value in force, in the order of the reference.

    `config` is the configuration settled for one file, where globs changed it.
    """
    shown = config or found.config
    before = dict(_values(found.config, ""))
    settings = []
    for key, value in _values(shown, ""):
        origin = _origin(found.origins, key)
        if value != before.get(key, value) or (key not in before and origin == DEFAULT):
            origin = f"per-file in {found.path}"
        settings.append(Setting(key=key, value=value, origin=origin))
    return settings


def _origin(origins: Mapping[str, str], key: str) -> str:
    """Return where a value came from; a table's from what is written in it."""
    if key in origins:
        return origins[key]
    below = [origin for name, origin in origins.items() if name.startswith(f"{key}.")]
    return ", ".join(dict.fromkeys(below)) or DEFAULT


def _values(model: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for field in attrs.fields(type(model)):
        key = f"{prefix}{toml_name(field.name)}"
        value = getattr(model, field.name)
        if field.name == "extends":
            continue  # it has done its work: what it brought is in the values
        if attrs.has(type(value)):
            yield from _values(value, f"{key}.")
        elif isinstance(value, Mapping) and value:
            for name, inner in value.items():
                yield from _rows(f"{key}.{name}", inner)
        else:
            yield key, as_toml(value)


def _rows(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield f"{key}.{name}", as_toml(inner)
    else:
        yield key, as_toml(value)


def as_toml(value: Any) -> Any:
    """Return a value as TOML and JSON have it."""
    if isinstance(value, Severity):
        return value.word
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [as_toml(item) for item in value]
    if isinstance(value, Mapping):
        return {str(name): as_toml(inner) for name, inner in value.items()}
    if attrs.has(type(value)):
        fields = attrs.fields(type(value))
        pairs = {toml_name(field.name): getattr(value, field.name) for field in fields}
        return {
            name: as_toml(inner) for name, inner in pairs.items() if inner not in (None, (), {})
        }
    return value
