"""The JSON schema of the configuration, made from the classes that hold it.

Editors read `schema/config-1.json`. Write it anew after a change:
`python -m postlint.config.schema`; a test holds the two together.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from datetime import date
from enum import Enum
from importlib.resources import files
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from postlint.config.model import Config, toml_name
from postlint.config.shape import taken
from postlint.text.files import write_whole

_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number"}
_ID = "https://json-schema.org/draft/2020-12/schema"


def config_schema() -> dict[str, Any]:
    """Return the schema of `postlint.toml`."""
    return {
        "$schema": _ID,
        "title": "postlint.toml",
        "description": "The configuration of postlint, as a file of its own or under "
        "[tool.postlint] in pyproject.toml.",
        **_schema(Config),
    }


def option_schema(model: Any) -> dict[str, Any]:
    """Return the schema of a rule's options, which an attrs class holds; a rule may have none."""
    if not attrs.has(model):
        return {"type": "object", "additionalProperties": False}
    schema = _table(model)
    schema.pop("description", None)
    return schema


def _schema(kind: Any) -> dict[str, Any]:
    """Return the schema of a type that a setting has."""
    if kind is Any:
        return {}
    if kind in _TYPES:
        return {"type": _TYPES[kind]}
    if kind is date:
        # TOML has dates; as JSON they are texts.
        return {"type": "string", "format": "date"}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": taken(kind)}
    if attrs.has(kind):
        return _table(kind)
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        (only,) = [each for each in inside if each is not type(None)]
        return _schema(only)
    if origin is tuple and inside[0] is str:
        texts = {"type": "array", "items": {"type": "string"}}
        return {"anyOf": [{"type": "string"}, texts]}
    if origin is tuple:
        return {"type": "array", "items": _schema(inside[0])}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _schema(inside[1])}
    raise TypeError(f"a setting has a type that no schema is known for: {kind}")


def _table(model: Any) -> dict[str, Any]:
    hints = get_type_hints(model)
    fields = attrs.fields(model)
    schema: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {toml_name(field.name): _schema(hints[field.name]) for field in fields},
    }
    required = [toml_name(field.name) for field in fields if field.default is attrs.NOTHING]
    if required:
        schema["required"] = required
    words = " ".join((model.__doc__ or "").split())
    if words:
        schema["description"] = words.replace("_", "-")
    return schema


def schema_text() -> str:
    """Return the schema as the file has it."""
    return json.dumps(config_schema(), indent=2) + "\n"


if __name__ == "__main__":
    place = files("postlint.schema").joinpath("config-1.json")
    write_whole(str(place), schema_text().encode())
