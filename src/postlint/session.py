"""Which linter a file gets: the configuration above it, its own settings, the house rules.

A session is what the command and the editor server share. It reads each
configuration once and makes each linter once.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any

from attrs import define, evolve, field, frozen

from postlint.config.find import find_file, forget
from postlint.config.load import Found, load
from postlint.config.model import Config
from postlint.linter import Linter
from postlint.registry import Pack, Packs, load_packs, merge_packs


@frozen(kw_only=True)
class Assigned:
    """What is in force for one file: its configuration and the linter made of it."""

    found: Found
    config: Config
    linter: Linter

    @property
    def kind(self) -> str | None:
        """The kind of source its settings say it is."""
        return next((rule.as_ for rule in reversed(self.config.per_file) if rule.as_), None)


@define
class Session:
    """Finds configurations and makes linters, each once.

    `over` is the command line's table. `config_file` stands in the place of
    the files above each posting; `isolated` looks at none at all.
    """

    over: Mapping[str, Any] = field(factory=dict)
    config_file: Path | None = None
    isolated: bool = False
    _founds: dict[Path | None, Found] = field(factory=dict, init=False)
    _made: dict[tuple[Path | None, tuple[int, ...]], Assigned] = field(factory=dict, init=False)

    @cached_property
    def packs(self) -> Packs:
        """The installed packs."""
        return load_packs()

    def found(self, path: str | PurePath) -> Found:
        """Return the configuration in force above a file. Raises `ConfigError`."""
        place = None if self.isolated else self.config_file or find_file(Path(path))
        found = self._founds.get(place)
        if found is None:
            root = Path(path).resolve().parent if place is None else place.parent
            found = self._founds[place] = load(place, root=root, over=self.over)
        return found

    def assigned(self, path: str | PurePath) -> Assigned:
        """Return what is in force for one file. Raises `ConfigError` and `UnknownName`."""
        found = self.found(path)
        matching = tuple(
            number
            for number, rule in enumerate(found.config.per_file)
            if any(matches(path, found.root, glob) for glob in rule.files)
        )
        key = (found.path, matching)
        assigned = self._made.get(key)
        if assigned is None:
            config = _settled(found.config, matching)
            linter = Linter(config=config, packs=self._with_house_rules(found))
            assigned = self._made[key] = Assigned(found=found, config=config, linter=linter)
        return assigned

    def _with_house_rules(self, found: Found) -> Packs:
        if not found.config.rule_files:
            return self.packs
        from postlint.house.load import load_house_rules  # noqa: PLC0415  # few have house rules

        house: list[Pack] = [
            load_house_rules(found.root / name) for name in found.config.rule_files
        ]
        return merge_packs(self.packs, house)

    def forget(self) -> None:
        """Read every configuration anew when it is next asked for."""
        self._founds.clear()
        self._made.clear()
        forget()


def matches(path: str | PurePath, root: Path, glob: str) -> bool:
    """Say whether a file is one a glob means; globs are relative to the configuration's folder."""
    try:
        inside = Path(path).resolve().relative_to(root.resolve())
    except ValueError:
        return False
    # A glob without a slash means the name, wherever the file is; as in .gitignore.
    if "/" not in glob:
        return any(PurePath(part).match(glob) for part in inside.parts)
    return _match_parts(inside.parts, tuple(glob.strip("/").split("/")))


def _match_parts(parts: tuple[str, ...], globs: tuple[str, ...]) -> bool:
    """Match folders one by one; `**` is any number of them, none included."""
    reached = {0}
    for part in parts:
        following = set()
        for place in _skip(reached, globs):
            if place < len(globs):
                if globs[place] == "**":
                    following.add(place)
                elif PurePath(part).match(globs[place]):
                    following.add(place + 1)
        reached = following
        if not reached:
            return False
    return len(globs) in _skip(reached, globs)


def _skip(places: set[int], globs: tuple[str, ...]) -> set[int]:
    """Return the places and those behind a `**` that matches nothing."""
    found: set[int] = set()
    for start in places:
        end = start
        while end < len(globs) and globs[end] == "**":
            end += 1
        found.update(range(start, end + 1))
    return found


def _settled(config: Config, matching: tuple[int, ...]) -> Config:
    """Return a configuration with the settings of the globs that match, the last one strongest."""
    rules = tuple(config.per_file[number] for number in matching)
    if not rules:
        return evolve(config, per_file=())
    select = next((rule.select for rule in reversed(rules) if rule.select), config.select)
    severity = dict(config.severity)
    for rule in rules:
        severity.update(rule.severity)
    ignore = (*config.ignore, *(name for rule in rules for name in rule.ignore))
    return evolve(config, select=select, ignore=ignore, severity=severity, per_file=rules)
