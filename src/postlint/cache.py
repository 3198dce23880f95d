"""A small store for what is costly to work out and always comes out the same.

Entries are plain data (numbers, texts, lists, dictionaries) in files of the
user's cache folder. A file that is missing, torn or not ours is worked out
again; one that cannot be written is done without. Nothing read from here is
ever executed.
"""

from __future__ import annotations

import marshal
import os
import pkgutil
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

_MAGIC = b"postlint-1\n"
# What a folder that was made for the store says to git and to backups.
FOLDER_NOTES = {
    ".gitignore": b"# Written by postlint.\n*\n",
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n",
}


@cache
def folder() -> Path | None:
    """Return the cache folder, or `None` where `POSTLINT_CACHE_DIR` is set to nothing."""
    chosen = os.environ.get("POSTLINT_CACHE_DIR")
    if chosen is not None:
        return Path(chosen) if chosen else None
    if sys.platform == "linux":
        # As platformdirs has it, which imports as much as a small program.
        home = os.environ.get("XDG_CACHE_HOME", "").strip() or os.path.expanduser("~/.cache")  # noqa: PTH111
        return Path(home) / "postlint" if os.path.isabs(home) else None  # noqa: PTH117
    from platformdirs import user_cache_path  # noqa: PLC0415  # not needed when the folder is given

    try:
        return user_cache_path("postlint", appauthor=False)
    except (OSError, RuntimeError):  # a user without a home
        return None


def read_toml(package: str, name: str) -> Any:
    """Return a TOML file that lies in a package; parsed once for each state of the file.

    Reading TOML takes some twenty times as long as reading what came of it.
    """

    def parse(text: str) -> Any:
        import tomllib  # noqa: PLC0415  # rarely needed

        return tomllib.loads(text)

    return _parsed(package, name, parse)


def read_json(package: str, name: str) -> Any:
    """Return a JSON file that lies in a package; parsed once for each state of the file."""

    def parse(text: str) -> Any:
        import json  # noqa: PLC0415  # rarely needed

        return json.loads(text)

    return _parsed(package, name, parse)


def _parsed(package: str, name: str, parse: Callable[[str], Any]) -> Any:
    data = pkgutil.get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package} has no file {name}")
    place = f"{package}-{name.replace('/', '-')}"
    key = f"{zlib.crc32(data):08x}-{len(data)}"
    return remember(place, key, lambda: parse(data.decode("utf-8")))


def remember(name: str, key: str, build: Callable[[], Any]) -> Any:
    """Return what `build` gives, from the store where it is there under this key.

    `key` must change when the outcome would: put versions and digests in it.
    """
    place = folder()
    if place is None:
        return build()
    # marshal's format belongs to one version of Python.
    full = f"{key}-{sys.implementation.cache_tag}"
    path = place / f"{name}.bin"
    head = _MAGIC + full.encode() + b"\n"
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    if data.startswith(head):
        body = data[len(head) + 4 :]
        # A torn file would be read as something else; the sum tells.
        if zlib.crc32(body).to_bytes(4, "big") == data[len(head) : len(head) + 4]:
            with suppress(ValueError, EOFError, TypeError):
                return marshal.loads(body)  # noqa: S302  # our own file, and data only
    value = build()
    try:
        body = marshal.dumps(value)
    except ValueError:  # dates, for one
        return value
    from postlint.text.files import write_whole  # noqa: PLC0415  # rarely needed

    with suppress(OSError):
        make_folder(path.parent)
        write_whole(str(path), head + zlib.crc32(body).to_bytes(4, "big") + body, mode=0o600)
    return value


def make_folder(folder: Path) -> None:
    """Make a folder that only the user may read and that git and backups pass over."""
    try:
        folder.mkdir(mode=0o700, parents=True)
    except FileExistsError:  # it may be there for something else as well
        return
    for name, content in FOLDER_NOTES.items():
        (folder / name).write_bytes(content)


def entries() -> list[Path]:
    """Return the files of the store; what is not ours and lies there too is left out."""
    place = folder()
    if place is None or not place.is_dir():
        return []
    found = []
    for path in sorted(place.glob("*.bin")):
        with suppress(OSError), path.open("rb") as file:
            if file.read(len(_MAGIC)) == _MAGIC:
                found.append(path)
    return found
