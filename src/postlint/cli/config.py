"""`postlint config`: what is in force for a file, and where each value came from."""

from __future__ import annotations

import json
from typing import Any

import click

from postlint.cli.options import (
    Sectioned,
    debug_option,
    format_option,
    scope_options,
)
from postlint.cli.scope import make_session
from postlint.cli.sinks import StdoutSink
from postlint.config.show import DEFAULT, Setting, settings_of
from postlint.render.cells import Screen
from postlint.run.session import Assigned

_HELP = """Shows the configuration in force for a file or folder, value by value.

PATH is a posting or a folder; the default is the current folder.

\b
Examples:
  postlint config postings/cto.posting
  postlint config --format json
  postlint config --format schema > postlint.schema.json
"""


@click.command(cls=Sectioned, help=_HELP, short_help="Show what is in force, and why.")
@click.argument("path", default=".", metavar="[PATH]", type=click.Path())
@format_option(
    ["table", "json", "schema"],
    "table, json, or schema: a JSON schema for editors, with the rules that are loaded.",
)
@scope_options
@debug_option
def config(path: str, format_: str, *, config: str | None, isolated: bool) -> int:
    """Show the configuration and return the exit code."""
    assigned = make_session(config=config, isolated=isolated).assigned(path)
    if format_ == "schema":
        from postlint.run.settings_schema import settings_schema  # noqa: PLC0415  # few ask for it

        schema = settings_schema(assigned.linter.packs)
        StdoutSink(for_people=False).write(json.dumps(schema, indent=2) + "\n")
        return 0
    settings = settings_of(assigned.found, assigned.config)
    if format_ == "json":
        document = _document(path, assigned, settings)
        StdoutSink(for_people=False).write(json.dumps(document, indent=2) + "\n")
        return 0
    sink = StdoutSink(for_people=True)
    screen = Screen(200, sink.encoding)
    sink.write("".join([screen.plain(line) + "\n" for line in _table(path, assigned, settings)]))
    return 0


def _document(path: str, assigned: Assigned, settings: list[Setting]) -> dict[str, Any]:
    file = assigned.found.path
    return {
        "version": 1,
        "path": path,
        "file": None if file is None else str(file),
        "settings": [
            {"key": each.key, "value": each.value, "origin": each.origin} for each in settings
        ],
        "rules": [rule.meta.code for rule in assigned.linter.rules.rules],
    }


def _table(path: str, assigned: Assigned, settings: list[Setting]) -> list[str]:
    """Return the values, set ones with where they came from."""
    file = assigned.found.path
    where = "no configuration file" if file is None else str(file)
    words = [(f"{each.key} = {_shown(each)}", each.origin) for each in settings]
    wide = min(max(len(text) for text, _ in words), 60)
    lines = [f"# {path}: {where}"]
    for text, origin in words:
        lines.append(f"{text:<{wide}}  # {origin}" if origin != DEFAULT else f"{text}")
    count = len(assigned.linter.rules.rules)
    return [*lines, f"# {count} of {len(assigned.linter.packs.rules)} rules are selected."]


def _shown(setting: Setting) -> str:
    """Return a value as a file would say it; no rules selected are not none asked."""
    if setting.key == "select" and not setting.value:
        return "(the rules that are on by default)"
    return _toml(setting.value)


def _toml(value: Any) -> str:
    """Return a value as it would be written in a file; what is not set has no value there."""
    if value is None:
        return "(not set)"
    if isinstance(value, dict):
        if not value:
            return "{}"
        return "{ " + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(each) for each in value) + "]"
    return json.dumps(value, ensure_ascii=False)
