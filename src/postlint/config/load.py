"""Which configuration is in force for a file, and where each value came from.

The nearest file above wins; what it `extends` lies under it, the command line
above it. Layers are tables merged key by key: tables join, everything else is
replaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from postlint.config.model import Config
from postlint.errors import ConfigError
from postlint.text.files import regular_text
from postlint.text.places import is_file, real
from postlint.text.records import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from postlint.config.shape import SettingFault

_TABLE = ("tool", "postlint")
# Lists that add: what a base file chose stays in force.
_ADDING = frozenset({"extend-select", "ignore", "exclude", "employer.allow"})


class Found(NamedTuple):
    """A configuration and its story.

    `folder` is what globs and paths in it are relative to. `origins` names
    the source of every value that is not a default, by its key: a file, a
    preset, or the command line.
    """

    config: Config
    folder: str
    path: Path | None = None
    origins: Mapping[str, str] = {}
    table: Mapping[str, Any] = {}

    @property
    def root(self) -> Path:
        """The folder, as a path."""
        from pathlib import Path  # noqa: PLC0415  # few checks ask

        return Path(self.folder)


def load(path: Path | None, *, root: Path, over: Mapping[str, Any] | None = None) -> Found:
    """Return the configuration of a file, what it extends below it and `over` on top.

    `over` is the command line's table, in the form of the file. Raises
    `ConfigError` with every fault of the file found wrong.
    """
    from postlint.config.shape import structure  # noqa: PLC0415  # costly, and few have a file

    layers: list[tuple[str, Mapping[str, Any]]] = [] if path is None else [*_layers(path, ())]
    if over:
        if wrong := faults_in(over):
            raise ConfigError("the command line", wrong)
        layers.append(("the command line", over))
    table: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for origin, layer in layers:
        _merge(table, layer, origin, origins, "")
    config, faults = structure(table)
    if config is None:
        # Each layer was right by itself, so this is a clash between them.
        raise ConfigError(str(path or root), [(None, f"{f.key} {f.reason}") for f in faults])
    folder = str(root if path is None else path.parent)
    return Found(config=config, folder=folder, path=path, origins=origins, table=table)


def preset_names() -> list[str]:
    """Return the names of the presets shipped with postlint."""
    from importlib.resources import files  # noqa: PLC0415  # few name a preset

    folder = files("postlint.config").joinpath("presets")
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir())


def _layers(path: Path, above: tuple[Path, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    table, text, prefix = read_settings(path)
    if faults := faults_in(table, text, prefix):
        raise ConfigError(str(path), faults)
    extends = table.get("extends", [])
    for name in [extends] if isinstance(extends, str) else extends:
        yield from _extended(name, path, (*above, path), text)
    yield str(path), {key: value for key, value in table.items() if key != "extends"}


def read_settings(path: Path) -> tuple[dict[str, Any], str, tuple[str, ...]]:
    """Return the settings of a file, its text, and the keys that lead to them.

    Raises `ConfigError` for a file that cannot be read.
    """
    table = read_toml(path)
    prefix = _TABLE if path.name == "pyproject.toml" else ()
    for name in prefix:
        table = table.get(name, {})
    return table, regular_text(path), prefix


def _extended(
    name: str, path: Path, above: tuple[Path, ...], text: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    from postlint.config.place import line_of  # noqa: PLC0415  # few extend another

    line = line_of(text, ("extends",))
    package, colon, inside = name.partition(":")
    if colon and len(package) > 1:  # one letter is a drive
        place = _in_package(package, inside)
        if place is None:
            reason = f"extends '{name}', and no package '{package}' with that file is installed"
            if inside in preset_names():
                reason += f"; a preset is named alone: '{inside}'"
            raise ConfigError(str(path), [(line, reason)])
        if place in above:
            raise ConfigError(str(path), [(line, f"extends '{name}', which extends this file")])
        yield from _layers(place, above)
        return
    if not name.endswith(".toml"):
        names = preset_names()
        if name not in names:
            reason = (
                f"extends must name a .toml file or a preset ({', '.join(names)}), not '{name}'"
            )
            raise ConfigError(str(path), [(line, reason)])
        from importlib.resources import files  # noqa: PLC0415  # few name a preset

        preset = files("postlint.config").joinpath("presets", f"{name}.toml")
        import tomllib  # noqa: PLC0415  # as above

        yield f"preset {name}", tomllib.loads(preset.read_text(encoding="utf-8"))
        return
    other = real(path.parent / name)
    if other in above:
        raise ConfigError(str(path), [(line, f"extends '{name}', which extends this file")])
    if not is_file(other):
        raise ConfigError(str(path), [(line, f"extends '{name}', which does not exist")])
    yield from _layers(other, above)


def _in_package(package: str, inside: str) -> Path | None:
    """Return the place of a file in an installed package, which is looked for and not imported."""
    from importlib.util import find_spec  # noqa: PLC0415  # few extend a package

    if not package.isidentifier():
        return None
    from pathlib import Path  # noqa: PLC0415

    found = find_spec(package)
    for folder in found.submodule_search_locations or () if found is not None else ():
        place = real(Path(folder) / inside)
        if is_file(place) and place.is_relative_to(real(folder)):
            return place
    return None


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file. Raises `ConfigError`."""
    import tomllib  # noqa: PLC0415  # costly, and few have a file

    try:
        return tomllib.loads(regular_text(path))
    except OSError as error:
        raise ConfigError(str(path), [(None, f"cannot be read: {error.strerror}")]) from error
    except UnicodeDecodeError as error:
        raise ConfigError(str(path), [(None, "is no text in UTF-8, which TOML is")]) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(path), [(None, f"is not TOML: {error}")]) from error
    except RecursionError as error:
        raise ConfigError(str(path), [(None, "is nested too deeply")]) from error


def faults_in(
    table: Mapping[str, Any], text: str = "", prefix: tuple[str, ...] = ()
) -> list[tuple[int | None, str]]:
    """Return what is wrong with the keys and values of a table, with the lines of its text."""
    from postlint.config.shape import structure  # noqa: PLC0415  # costly, and few have a file

    _, faults = structure(table)
    placed = [_placed(fault, text, prefix) for fault in faults]
    return sorted(placed, key=lambda row: row[0] or 0)


def _placed(fault: SettingFault, text: str, prefix: tuple[str, ...]) -> tuple[int | None, str]:
    from postlint.config.place import line_of  # noqa: PLC0415  # for a fault

    return line_of(text, (*prefix, *fault.path)), f"{fault.key} {fault.reason}"


def _merge(
    under: dict[str, Any],
    layer: Mapping[str, Any],
    origin: str,
    origins: dict[str, str],
    prefix: str,
) -> None:
    for key, value in layer.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            below = under.setdefault(key, {})
            _merge(below, value, origin, origins, f"{name}.")
        elif name in _ADDING and key in under:
            under[key] = [*under[key], *[item for item in value if item not in under[key]]]
            origins[name] = f"{origins[name]}, {origin}"
        else:
            under[key] = value
            origins[name] = origin
