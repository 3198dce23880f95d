"""The JSON schema of settings as they are here: with the rules that are loaded, and their options.

The schema that comes with the package cannot know packs and house rules.
"""

from __future__ import annotations

from typing import Any

from postlint.config.load import preset_names
from postlint.config.schema import config_schema, option_schema
from postlint.facts.place_names import known_places
from postlint.packs.registry import Packs
from postlint.rules.rule import options_of
from postlint.rules.tool_findings import TOOL_FINDINGS


def settings_schema(packs: Packs) -> dict[str, Any]:
    """Return the schema of settings with the names of rules, their options, presets and places."""
    schema = config_schema()
    rules = [name for rule in packs.rules for name in (rule.meta.code, rule.meta.name)]
    tool = [name for finding in TOOL_FINDINGS for name in (finding.code, finding.name)]
    groups = {rule.meta.family for rule in packs.rules}
    groups.update(tag for rule in packs.rules for tag in rule.meta.all_tags)
    selectors = sorted({*rules, *tool, *groups, "ALL"})
    names: dict[str, Any] = {"enum": selectors}
    settings = schema["properties"]
    per_file = settings["per-file"]["items"]["properties"]
    for table in (settings, per_file):
        for key in table.keys() & {"select", "extend-select", "ignore"}:
            table[key] = _texts(names)
        table["severity"]["propertyNames"] = names
    settings["rules"] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {**option_schema(options_of(rule)), "description": rule.meta.summary}
            for rule in packs.rules
            for name in (rule.meta.code, rule.meta.name, *rule.meta.aliases)
        },
    }
    settings["employer"]["properties"]["jurisdictions"] = _texts({"enum": list(known_places())})
    others = {"type": "string", "pattern": r"\.toml$|^[\w.-]+:[\w./-]+$"}
    settings["extends"] = _texts({"anyOf": [{"enum": preset_names()}, others]})
    return schema


def _texts(item: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of one text or a list of them."""
    return {"anyOf": [item, {"type": "array", "items": item}]}
