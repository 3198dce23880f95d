"""All that is wrong with a settings file at once: values, rule names, options, house rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from postlint.config.load import faults_in, read_settings
from postlint.config.place import line_of
from postlint.errors import ConfigError, UnknownName
from postlint.packs.registry import Pack, Packs, RuleSet, configure, merge_packs
from postlint.text.places import is_file, real

Row = tuple[int | None, str]


def all_faults(path: Path, packs: Packs) -> ConfigError | None:
    """Return what is wrong with a file, what it extends and its files of rules, or `None`."""
    found = [error for file in _chain(path, []) for error in _faults(file, packs)]
    if not found:
        return None
    first, *others = found
    return ConfigError(first.name, first.faults, tuple(others))


def _chain(path: Path, seen: list[Path]) -> list[Path]:
    """Return a file and those it extends, each once."""
    if path in seen or not is_file(path):
        return seen
    seen.append(path)
    try:
        extends = read_settings(path)[0].get("extends", [])
    except ConfigError:
        return seen
    for name in _texts(extends):
        if name.endswith(".toml"):
            _chain(real(path.parent / name), seen)
    return seen


def _faults(path: Path, packs: Packs) -> Iterator[ConfigError]:
    from postlint.packs.house.load import load_house_rules  # noqa: PLC0415  # for a fault

    try:
        table, text, prefix = read_settings(path)
    except ConfigError as error:
        yield error
        return
    house: list[Pack] = []
    broken: list[ConfigError] = []
    for name in _texts(table.get("rule-files", [])):
        try:
            house.append(load_house_rules(path.parent / name))
        except ConfigError as error:
            broken.append(error)
    rows = faults_in(table, text, prefix)
    rules = RuleSet.choose(merge_packs(packs, house))
    for keys, reason in _naming(table, rules):
        # A file of rules that cannot be read may have the rule.
        if not (broken and reason.startswith("There is no rule")):
            rows.append((line_of(text, (*prefix, *keys)), f"{_words(keys)}: {reason}"))
    if rows:
        yield ConfigError(str(path), sorted(rows, key=lambda row: row[0] or 0))
    yield from broken


def _naming(
    table: Mapping[str, Any], rules: RuleSet
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the keys under which a rule stands that there is not, or an option it does not have."""
    per_file = table.get("per-file", [])
    parts: list[tuple[tuple[str | int, ...], Any]] = [((), table)]
    if isinstance(per_file, list):
        parts += [(("per-file", number), part) for number, part in enumerate(per_file)]
    for prefix, part in parts:
        if not isinstance(part, dict):
            continue
        for key in ("select", "extend-select", "ignore", "severity"):
            for name in _texts(part.get(key, [])):
                at = (*prefix, key, name) if key == "severity" else (*prefix, key)
                try:
                    rules.matching(name)
                except UnknownName as error:
                    yield at, str(error)
    options = table.get("rules", {})
    for name, values in options.items() if isinstance(options, dict) else ():
        try:
            configure(rules.find(name), values if isinstance(values, dict) else {})
        except UnknownName as error:
            yield ("rules", name), str(error)
        except ConfigError as error:
            for _, reason in error.faults:
                yield ("rules", name, reason.split(" ")[0]), reason


def _texts(value: object) -> list[str]:
    """Return the texts of a list, the keys of a table, or one text."""
    if isinstance(value, str):
        return [value]
    return (
        [item for item in value if isinstance(item, str)] if isinstance(value, list | dict) else []
    )


def _words(keys: tuple[str | int, ...]) -> str:
    place = ""
    for key in keys:
        place += f"[{key}]" if isinstance(key, int) else f".{key}" if place else key
    return place
