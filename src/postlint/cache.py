"""A small store for what is costly to work out and always comes out the same.

Entries are plain data (numbers, texts, lists, dictionaries) in files of the
user's cache folder. A file that is missing, torn or not ours is worked out
again; one that cannot be written is done without. Nothing read from here is
ever executed.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from postlint.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC = b"postlint-1\n"
# Entries are named after what they are of, such as how many phrases a run's rules have, and
# nobody asks again for that of former rules. What is still asked for is made anew.
_MOST_SECONDS = 30 * 24 * 60 * 60
# What a folder that was made for the store says to git and to backups.
FOLDER_NOTES = {
    ".gitignore": b"# Written by postlint.\n*\n",
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n",
}


@cache
def folder() -> str | None:
    """Return the cache folder, or `None` where `POSTLINT_CACHE_DIR` is set to nothing."""
    chosen = os.environ.get("POSTLINT_CACHE_DIR")
    if chosen is not None:
        return chosen or None
    if sys.platform == "linux":
        # As platformdirs has it, which imports as much as a small program.
        home = os.environ.get("XDG_CACHE_HOME", "").strip() or os.path.expanduser("~/.cache")
        return os.path.join(home, "postlint") if os.path.isabs(home) else None
    from platformdirs import user_cache_dir  # noqa: PLC0415  # not needed when the folder is given

    try:
        return user_cache_dir("postlint", appauthor=False)
    except (OSError, RuntimeError):  # a user without a home
        return None


def read_data(package: str, name: str) -> bytes:
    """Return the bytes of a file that lies in a package."""
    try:
        return _read(os.path.join(_folder_of(package), name))
    except OSError:  # a package that is in no folder, but in an archive
        import pkgutil  # noqa: PLC0415  # rarely needed

        data = pkgutil.get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package} has no file {name}")
    return data


def read_toml(package: str, name: str) -> Any:
    """Return a TOML file that lies in a package; parsed once for each state of its folder.

    Reading TOML takes some twenty times as long as reading what came of it, and a file of
    the store for each of ours would take longer than what is in it. What is returned is
    everybody's: it must not be changed.
    """
    below, _, file = name.rpartition("/")
    found = _tables(package, below).get(file)
    return _toml(read_data(package, name)) if found is None else found


def read_json(package: str, name: str) -> Any:
    """Return a JSON file that lies in a package; parsed once for each state of the file."""

    def parse() -> Any:
        import json  # noqa: PLC0415  # rarely needed

        return json.loads(read_data(package, name))

    try:
        state = os.stat(os.path.join(_folder_of(package), name))
    except OSError:  # a package that is in no folder
        return parse()
    return remember(_place(package, name), f"{state.st_mtime_ns}-{state.st_size}", parse)


def read_tables(package: str) -> dict[str, Any]:
    """Return every TOML file that lies in a package, by its name without the suffix."""
    file = import_module(package).__file__
    if file is None:  # a folder without code is no pack, and may be any
        return {}
    names = list(_tables(package, ""))
    if not os.path.isfile(file):
        from importlib.resources import files  # noqa: PLC0415  # for a package in an archive

        names = [entry.name for entry in files(package).iterdir() if entry.name.endswith(".toml")]
    return {name.removesuffix(".toml"): read_toml(package, name) for name in names}


@cache
def _tables(package: str, below: str) -> dict[str, Any]:
    """Return the tables of a folder by their files' names; `None` is one that cannot be cached."""

    def parse() -> dict[str, Any]:
        parsed = {
            name: _toml(read_data(package, f"{below}/{name}".lstrip("/"))) for name, *_ in files
        }
        return {name: table if _can_be_cached(table) else None for name, table in parsed.items()}

    try:
        files = sorted(
            (entry.name, entry.stat().st_mtime_ns, entry.stat().st_size)
            for entry in os.scandir(os.path.join(_folder_of(package), below))
            if entry.name.endswith(".toml")
        )
    except OSError:  # a package that is in no folder
        return {}
    key = f"{zlib.crc32(repr(files).encode()):08x}-{len(files)}"
    tables: dict[str, Any] = remember(_place(package, below), key, parse)
    return tables


@cache
def state_of(package: str) -> str:
    """Return what tells the state of a package's code and tables from any other."""
    folder = _folder_of(package)
    root, listed, state = _installed()
    below = package.replace(".", "/")
    if folder == os.path.join(root, below) and f"\n{below}/__init__.py,".encode() in listed:
        return state
    try:
        files = sorted(_code_below(folder))
    except OSError:  # a package that is in no folder changes with its release
        return package
    return f"{zlib.crc32(repr(files).encode()):08x}"


@cache
def _installed() -> tuple[str, bytes, str]:
    """Return where postlint is installed, the list of its files with digests, and a sum of it.

    Who changes installed files by hand says so with `postlint clean`;
    four hundred files would else be looked at in every start. A working copy has no list.
    """
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    try:
        listed = _read(os.path.join(root, f"postlint-{__version__}.dist-info", "RECORD"))
    except OSError:
        listed = b""
    return root, listed, f"{zlib.crc32(listed):08x}"


def _code_below(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yield the code and tables of a folder and of those in it, each with its age and size."""
    for entry in os.scandir(folder):
        if entry.name.endswith((".py", ".toml")):
            state = entry.stat()
            yield entry.path, state.st_mtime_ns, state.st_size
        elif entry.is_dir() and entry.name != "__pycache__":
            yield from _code_below(entry.path)


def _folder_of(package: str) -> str:
    return os.path.dirname(str(import_module(package).__file__))


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def entry_bytes(path: str) -> bytes:
    """Return what a file of the user's cache holds. Raises `OSError`.

    A device or a pipe in its place may have no end, and nobody waits for it.
    """
    if not os.path.isfile(path):
        raise FileNotFoundError(path)
    return _read(path)


def _place(package: str, name: str) -> str:
    """Return what an entry is called: two installations would else take each other's place."""
    where = zlib.crc32(os.fsencode(_folder_of(package)))
    return f"tables-{package}-{name.replace('/', '-')}-{where:08x}"


def _toml(data: bytes) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  # rarely needed

    return tomllib.loads(data.decode("utf-8"))


def _can_be_cached(value: Any) -> bool:
    try:
        marshal.dumps(value)
    except ValueError:  # dates, for one
        return False
    return True


def remember(name: str, key: str, build: Callable[[], Any]) -> Any:
    """Return what `build` gives, from the store where it is there under this key.

    `key` must change when the outcome would: put versions and digests in it.
    """
    value = cached(name, key)
    if value is None:
        value = build()
        store(name, key, value)
    return value


def cached(name: str, key: str) -> Any:
    """Return what the store has under this key, or `None`."""
    place = folder()
    if place is None:
        return None
    try:
        data = entry_bytes(os.path.join(place, f"{name}.bin"))
    except OSError:
        return None
    head = _head(name, key)
    if data.startswith(head):
        body = memoryview(data)[len(head) + 4 :]
        # A torn file would be read as something else; the sum tells, and this one costs least.
        if zlib.adler32(body).to_bytes(4, "big") == data[len(head) : len(head) + 4]:
            with suppress(ValueError, EOFError, TypeError):
                return marshal.loads(body)  # noqa: S302  # our own file, and data only
    return None


def store(name: str, key: str, value: Any) -> None:
    """Put a value into the store, where it can be put there."""
    place = folder()
    if place is None:
        return
    try:
        body = marshal.dumps(value)
    except ValueError:  # dates, for one
        return
    from postlint.text.files import write_whole  # noqa: PLC0415  # rarely needed

    whole = _head(name, key) + zlib.adler32(body).to_bytes(4, "big") + body
    with suppress(OSError):
        make_folder(place)
        path = os.path.join(place, f"{name}.bin")
        if os.path.isfile(path) or not os.path.lexists(path):  # a pipe would wait for a reader
            write_whole(path, whole, mode=0o600)
        _drop_old(place)


def _drop_old(place: str) -> None:
    """Remove what was put into the store long ago."""
    from time import time  # noqa: PLC0415  # rarely needed

    oldest = time() - _MOST_SECONDS
    for entry in os.scandir(place):
        if entry.name.endswith(".bin") and entry.stat().st_mtime < oldest and _is_ours(entry):
            with suppress(OSError):  # another run was sooner, or is reading it
                os.unlink(entry)


def _is_ours(entry: str | os.PathLike[str]) -> bool:
    try:
        return entry_bytes(os.fspath(entry)).startswith(_MAGIC)
    except OSError:
        return False


def _head(name: str, key: str) -> bytes:
    # Entries of one state of the code have one key, and one may lie in the place of another.
    # marshal's format belongs to one version of Python.
    return _MAGIC + f"{name} {key}-{sys.implementation.cache_tag}\n".encode()


def make_folder(folder: str) -> None:
    """Make a folder that only the user may read and that git and backups skip."""
    from pathlib import Path  # noqa: PLC0415  # most runs make none

    made = Path(folder)
    try:
        made.mkdir(mode=0o700, parents=True)
    except FileExistsError:  # it may be there for something else as well
        return
    for name, content in FOLDER_NOTES.items():
        (made / name).write_bytes(content)


def entries() -> list[Path]:
    """Return the files of the store; what is not ours and lies there too is left out."""
    place = folder()
    if place is None:
        return []
    from pathlib import Path  # noqa: PLC0415  # few runs ask

    return [path for path in sorted(Path(place).glob("*.bin")) if _is_ours(path)]
