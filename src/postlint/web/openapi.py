"""The HTTP interface described with OpenAPI 3.1, of `openapi.toml` and the report's schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from postlint import __version__
from postlint.cache import read_toml
from postlint.facts.declared import EmployerKind, Profile

Json = dict[str, Any]
_PACKAGE = "postlint.web"
_REFERENCE = "#/components/schemas/"


def document(base: str) -> Json:
    """Return the description; `base` is the address below which it answers."""
    written = read_toml(_PACKAGE, "openapi.toml")
    return {
        "openapi": "3.1.0",
        "info": {**written["info"], "version": __version__},
        "servers": [{"url": base}],
        "paths": {
            f"/{name}": _path(name, operation, written["faults"])
            for name, operation in written["paths"].items()
        },
        "components": {"schemas": _schemas(written)},
    }


def _path(name: str, operation: Mapping[str, str], faults: Mapping[str, str]) -> Json:
    if "missing" in operation:
        faults = {**faults, "404": operation["missing"]}
    answer = (
        _content(operation["file"], {"type": "string"})
        if "file" in operation
        else _content("application/json", _reference(operation["gives"]))
    )
    problem = _content("application/problem+json", _reference("Problem"))
    question = _content("application/json", _reference(operation["asks"]))
    return {
        "post": {
            "operationId": name,
            "summary": operation["summary"],
            "requestBody": {"required": True, **question},
            "responses": {
                "200": {"description": operation["words"], **answer},
                **{status: {"description": words, **problem} for status, words in faults.items()},
            },
        }
    }


def _content(kind: str, schema: Json) -> Json:
    return {"content": {kind: {"schema": schema}}}


def _reference(name: str) -> Json:
    return {"$ref": f"{_REFERENCE}{name}"}


def _schemas(written: Mapping[str, Any]) -> Json:
    """Return the schemas; those of the report are the report's own."""
    own: Json = json.loads(
        files("postlint.schema").joinpath("report-1.json").read_text(encoding="utf-8")
    )
    parts: Json = _moved(own.pop("$defs"))
    report = _moved({key: value for key, value in own.items() if not key.startswith("$")})
    made = {name: _schema(schema, written["shapes"]) for name, schema in written["schemas"].items()}
    made["Employer"]["properties"].update(
        kind={"enum": [kind.value for kind in EmployerKind]},
        profile={"enum": [profile.value for profile in Profile]},
    )
    each, of_report = (
        made["Facts"]["properties"]["postings"]["items"],
        parts["report"]["properties"],
    )
    for name in set(each["required"]) - set(each["properties"]):
        each["properties"][name] = of_report[name]
    return {**parts, "Report": report, **made}


def _schema(written: Mapping[str, Any], shapes: Mapping[str, Any]) -> Json:
    """Return a schema of an object; `each` is that of every posting in its answer."""
    schema = {"type": "object", **written}
    each = schema.pop("each", None)
    if each is not None:
        items = {"type": "object", **each}
        postings = {"type": "array", "minItems": 1, "items": items}
        schema["required"] = [*schema.get("required", ()), "postings"]
        schema["properties"] = {**schema.get("properties", {}), "postings": postings}
    found: Json = _expanded(schema, shapes)
    return found


def _expanded(schema: str | Mapping[str, Any], shapes: Mapping[str, Any]) -> Json:
    """Return a schema with the shapes that it and its parts are called by."""
    if isinstance(schema, str):
        return _expanded(shapes[schema], shapes) if schema in shapes else _reference(schema)
    full = dict(schema)
    shape = full.pop("is", None)
    if "items" in full:
        full["items"] = _expanded(full["items"], shapes)
    if "properties" in full:
        own = full["properties"].items()
        full["properties"] = {name: _expanded(part, shapes) for name, part in own}
    return full if shape is None else {**_expanded(shape, shapes), **full}


def _moved(value: Any) -> Any:
    """Return schemas with their references where OpenAPI keeps schemas."""
    if isinstance(value, dict):
        return {
            key: part.replace("#/$defs/", _REFERENCE)
            if key == "$ref" and isinstance(part, str)
            else _moved(part)
            for key, part in value.items()
        }
    return [_moved(part) for part in value] if isinstance(value, list) else value
