"""Which linter a file gets: the configuration above it, its own settings, the house rules.

A session is what the command and the editor server share. It reads each
configuration once and makes each linter once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property, partial
from re import sub
from typing import TYPE_CHECKING, Any

from postlint.config.find import find_file, forget, nearest_baseline
from postlint.config.load import Found, load
from postlint.config.model import Config, Limits
from postlint.engine.report import Report, Settings
from postlint.errors import ConfigError, UnknownName
from postlint.linter import Linter
from postlint.packs.registry import Pack, Packs, load_packs, merge_packs
from postlint.readers.sniff import is_paper
from postlint.run.limits import limited
from postlint.text.files import regular_bytes
from postlint.text.places import real
from postlint.text.records import NamedTuple
from postlint.text.values import define, evolve, field, frozen

if TYPE_CHECKING:
    from pathlib import Path, PurePath

    from pathspec import GitIgnoreSpec

    from postlint.engine.baseline import Baseline
    from postlint.run.report_cache import Key, Results


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Assigned:
    """What is in force for one file: its configuration and the linter made of it."""

    found: Found
    config: Config
    linter: Linter

    @property
    def kind(self) -> str | None:
        """The kind of source its settings say it is."""
        return next((rule.as_ for rule in reversed(self.config.per_file) if rule.as_), None)

    @cached_property
    def settings(self) -> Settings:
        """What a report says of the configuration."""
        import json  # noqa: PLC0415  # few formats tell of it
        from hashlib import sha256  # noqa: PLC0415

        from postlint.config.show import as_toml  # noqa: PLC0415

        settings = as_toml(evolve(self.config, baseline=None))
        house = [
            sha256(regular_bytes(self.found.root / name)).hexdigest()
            for name in self.config.rule_files
        ]
        text = json.dumps([settings, house], sort_keys=True)
        # A folder's name would make the same check differ from machine to machine.
        origin = os.path.basename(self.found.origins.get("employer.as-of", "the day of the check"))
        return Settings(
            digest=sha256(text.encode()).hexdigest()[:16],
            as_of=self.config.employer.as_of or date.today(),
            as_of_origin=origin,
        )

    @cached_property
    def key(self) -> bytes:
        """What changes when anything that decides a report does, save the text and the code."""
        day = self.config.employer.as_of or date.today()
        house = [regular_bytes(self.found.root / name) for name in self.config.rule_files]
        return repr((evolve(self.config, baseline=None), day, house)).encode()

    @property
    def baseline(self) -> Path | None:
        """The file of accepted findings."""
        name = self.config.baseline
        return None if name is None else self.found.root / name


# A PDF or Word file can ask for a thousand times its size, and no posting needs it.
_SHARE_OF_PAPERS = 5


class ReadFile(NamedTuple):
    """A file that was read, with the reports of it that were cached, where there are such."""

    assigned: Assigned
    path: str
    kind: str | None
    data: bytes
    cached: tuple[Report, ...] | None = None
    results: Results | None = None
    key: Key | None = None

    def reports(self) -> tuple[Report, ...]:
        """Return the cached reports, or check the file and cache what is found."""
        if self.cached is not None:
            return self.cached
        with limited(self.path, self.limits):
            reports = self.check()
            if self.results is not None and self.key is not None:
                self.results.put(self.key, reports)
        return reports

    @property
    def limits(self) -> Limits:
        """What checking the file may cost."""
        limits = self.assigned.config.limits
        if not is_paper(self.data):
            return limits
        return evolve(limits, memory=limits.memory / _SHARE_OF_PAPERS)

    def check(self) -> tuple[Report, ...]:
        """Check every posting of the file. Raises `SourceError`."""
        return self.assigned.linter.check_all(self.data, kind=self.kind, path=self.path)

    @property
    def sha256(self) -> str:
        """The SHA-256 of what the file holds."""
        from hashlib import sha256  # noqa: PLC0415  # few runs ask for it

        return sha256(self.data).hexdigest() if self.key is None else self.key.sha256


@define(eq=False, repr=False, slots=False)
class Session:
    """Finds configurations and makes linters, each once.

    `over` is the command line's table. `config_file` stands in the place of
    the files above each posting; `isolated` looks at none at all. `results`
    has what was found before, and is given what is found now.
    """

    over: Mapping[str, Any] = field(factory=dict)
    config_file: Path | None = None
    isolated: bool = False
    installed: Packs | None = field(default=None, repr=False)
    results: Results | None = field(default=None, repr=False)
    _founds: dict[Path | None, Found] = field(factory=dict, init=False)
    no_baseline: bool = False
    _nearest: dict[str, Path | None] = field(factory=dict, init=False)
    _baselines: dict[Path, Baseline] = field(factory=dict, init=False)
    _made: dict[tuple[Path | None, tuple[int, ...]], Assigned] = field(factory=dict, init=False)

    @cached_property
    def packs(self) -> Packs:
        """The installed packs, or those that were given as `installed`."""
        return load_packs() if self.installed is None else self.installed

    def found(self, path: str | PurePath) -> Found:
        """Return the configuration in force above a file. Raises `ConfigError`."""
        place = None if self.isolated else self.config_file or find_file(path)
        found = self._founds.get(place)
        if found is None:
            if place is None and not self.over:
                found = Found(config=Config(), folder=os.path.dirname(os.path.realpath(path)))
            else:
                root = real(path).parent if place is None else place.parent
                try:
                    found = load(place, root=root, over=self.over)
                except ConfigError as error:
                    raise self._all_faults(place, error) from error
            self._founds[place] = found
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
            config = _settled(found.config, matching, self.over)
            try:
                packs = self._with_house_rules(found)
                linter = Linter(config=config, packs=packs)
                for name in config.severity:
                    linter.rules.matching(name)
            except (UnknownName, ConfigError) as error:
                raise self._all_faults(found.path, error) from error
            assigned = self._made[key] = Assigned(found=found, config=config, linter=linter)
        return assigned

    def _all_faults(
        self, place: Path | None, error: UnknownName | ConfigError
    ) -> UnknownName | ConfigError:
        """Return all that is wrong with a file, or the error where that lies elsewhere."""
        if place is None:
            return error
        from postlint.run.settings_faults import all_faults  # noqa: PLC0415  # for a fault

        return all_faults(place, self.packs) or error

    def excluded(self, path: str | PurePath) -> bool:
        """Say whether the configuration above a file or folder passes it over.

        Raises `ConfigError`.
        """
        # What stands in a folder does not decide whether it is entered.
        found = self.found(os.path.dirname(path) or os.curdir)
        return any(matches(path, found.root, glob) for glob in found.config.exclude)

    def check_all(self, path: str, *, kind: str | None = None) -> tuple[Report, ...]:
        """Check every posting of a file as its configuration says.

        What its baseline accepts is set apart. Raises `SourceError` when the
        file cannot be read, and what `assigned` raises.
        """
        return self.judged(self.read_file(path, kind=kind).reports(), path)

    def check_file(self, path: str, *, kind: str | None = None) -> Report:
        """Check the first posting of a file, as `check_all` does."""
        return self.check_all(path, kind=kind)[0]

    def read_file(self, path: str, *, kind: str | None = None) -> ReadFile:
        """Read a file and look whether reports of it are cached; the check itself can wait.

        Raises what `check_file` raises.
        """
        assigned = self.assigned(path)
        kind = kind or assigned.kind
        with limited(path, assigned.config.limits):  # a pipe may never come to an end
            data = assigned.linter.file_bytes(path)
        if self.results is None:
            return ReadFile(assigned, path, kind, data)
        key = self.results.key(data, path, assigned.key + (kind or "").encode())
        cached = self.results.get(key, path)
        return ReadFile(assigned, path, kind, data, cached, self.results, key)

    def check_bytes(self, data: bytes, path: str, *, kind: str | None = None) -> tuple[Report, ...]:
        """Check bytes as if they stood in a file at `path`: every posting in them."""
        assigned = self.assigned(path)
        reports = assigned.linter.check_all(data, kind=kind or assigned.kind, path=path)
        return self.judged(reports, path)

    def judged(self, reports: Iterable[Report], path: str) -> tuple[Report, ...]:
        """Return reports that know their settings, with what a baseline accepts set apart."""
        assigned = self.assigned(path)
        stamped = tuple(
            evolve(each, settings_of=partial(getattr, assigned, "settings")) for each in reports
        )
        file = self.baseline_of(path)
        if file is None:
            return stamped
        from postlint.engine.baseline import apply, name_in  # noqa: PLC0415  # few have one

        accepted, name = self.baseline(file), name_in(file, path)
        return tuple(apply(accepted, each, file, f"{name}{each.source.part}") for each in stamped)

    def baseline_of(self, path: str | PurePath) -> Path | None:
        """Return the file of accepted findings in force for a file.

        The settings name it; else it is the nearest of its usual name, in the
        file's folder or above it, but not above the settings.
        """
        assigned = self.assigned(path)
        if assigned.baseline is not None or self.isolated or self.no_baseline:
            return None if self.no_baseline else assigned.baseline
        folder = os.path.dirname(os.path.realpath(path))
        if folder not in self._nearest:
            top = assigned.found.folder if assigned.found.path is not None else None
            self._nearest[folder] = nearest_baseline(folder, top)
        return self._nearest[folder]

    def baseline(self, file: Path) -> Baseline:
        """Return the accepted findings of a file, read once. Raises `SourceError`."""
        from postlint.engine.baseline import load as load_baseline  # noqa: PLC0415  # few have one

        baseline = self._baselines.get(file)
        if baseline is None:
            baseline = self._baselines[file] = load_baseline(file)
        return baseline

    def _with_house_rules(self, found: Found) -> Packs:
        if not found.config.rule_files:
            return self.packs
        from postlint.packs.house.load import load_house_rules  # noqa: PLC0415  # few have house rules

        house: list[Pack] = [
            load_house_rules(found.root / name) for name in found.config.rule_files
        ]
        return merge_packs(self.packs, house)

    def forget(self) -> None:
        """Read every configuration anew when it is next asked for."""
        self._founds.clear()
        self._made.clear()
        self._baselines.clear()
        self._nearest.clear()
        forget()


def matches(path: str | PurePath, root: Path, glob: str) -> bool:
    """Say whether a file is one a glob means, as git means it; globs are relative to `root`."""
    try:
        inside = real(path).relative_to(real(root))
    except ValueError:
        return False
    return _spec(glob).match_file(inside.as_posix())


@cache
def _spec(glob: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # few runs have such settings

    # git has no name for the folder itself, which people write as "." or "./".
    plain = sub(r"(?:^|(?<=/))(?:\./|/(?<=//))+|(?<=/)\.\Z", "", glob)
    return GitIgnoreSpec.from_lines(["*" if glob and plain in {"", "."} else plain])


def _settled(config: Config, matching: tuple[int, ...], over: Mapping[str, Any]) -> Config:
    """Return a configuration with the settings of the globs that match, the last one strongest.

    Rules that the command line selects are asked whatever files say: their
    selections and what they ignore give way to it.
    """
    rules = tuple(config.per_file[number] for number in matching)
    severity = dict(config.severity)
    for rule in rules:
        severity.update(rule.severity)
    if "select" in over:
        extend = tuple(over.get("extend-select", ()))
        ignore = tuple(over.get("ignore", ()))
        return evolve(
            config, extend_select=extend, ignore=ignore, severity=severity, per_file=rules
        )
    select = next((rule.select for rule in reversed(rules) if rule.select), config.select)
    ignore = (*config.ignore, *(name for rule in rules for name in rule.ignore))
    return evolve(config, select=select, ignore=ignore, severity=severity, per_file=rules)
