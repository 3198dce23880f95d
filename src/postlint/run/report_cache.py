"""Reports cached from run to run: what was checked before and is the same is not checked again.

A report's key is made of everything that decides it: the file's bytes, what it
is called, the configuration in force, the day, postlint's and the packs' code,
and the versions of everything installed. Entries lie in the user's cache
folder, each in a file that is written whole; one that is torn, crafted or
of another version is not used and written anew.
"""

from __future__ import annotations

import os
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from postlint import cache
from postlint.packs.discovery import installed_packs
from postlint.rules.hooks import PROJECT
from postlint.text.files import write_whole
from postlint.text.records import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from postlint.engine.report import Report

# To be raised when what is written changes its form.
_MAGIC = b"postlint-result-2 "
_FOLDER = "results"
_SWEPT = "swept"
_DRAFT = ".draft"
# What is not used for so long, or is too much, goes; it is looked after once a day.
MOST_BYTES = 200_000_000
MOST_DAYS = 30
_DAY = 86_400
_MANY = 2_000
# Code that was written later than this may be other code than what runs.
_STARTED = time.time_ns() - 1_000_000_000


class Key(NamedTuple):
    """The name of an entry, and the SHA-256 of the bytes that were checked."""

    name: str
    sha256: str


class Results:
    """The cached reports of a user. With `full`, those that formats with facts need."""

    def __init__(self, folder: str | Path, *, full: bool) -> None:
        self.folder = os.fspath(folder)
        self.full = full
        self._written = 0
        self._broken = False

    @cached_property
    def _code(self) -> bytes:
        return f"{code_digest()} {installed_digest()} {sys.version}".encode()

    def key(self, data: bytes, path: str, settings: bytes) -> Key:
        """Return the key of a file's bytes, as it is named and under these settings."""
        from hashlib import sha256  # noqa: PLC0415  # not needed where nothing is cached

        digest = sha256(data).hexdigest()
        name = sha256()
        for part in (digest.encode(), self._code, os.fsencode(path), settings):
            name.update(b"%d:" % len(part))  # so that two parts never read as two others
            name.update(part)
        return Key(name.hexdigest(), digest)

    def get(self, key: Key, path: str) -> tuple[Report, ...] | None:
        """Return the cached reports of a key, or `None` where there is none to use."""
        data = self.read(key)
        if data is None:
            return None
        from postlint.run.report_codec import load  # noqa: PLC0415  # not needed where nothing is cached

        return load(data, path=path, sha256=key.sha256, full=self.full)

    def read(self, key: Key) -> bytes | None:
        """Return what was written under a key, or `None`."""
        place = self._place(key)
        try:
            data = cache.entry_bytes(place)
            if time.time() - os.stat(place).st_mtime > _DAY:  # it is in use
                os.utime(place)
        except OSError:
            return None
        head = _head(key)
        body = data[len(head) + 9 :]
        if data[: len(head) + 9] != b"%s%08x\n" % (head, zlib.crc32(body)):
            return None
        return body

    def put(self, key: Key, reports: tuple[Report, ...]) -> None:
        """Cache the reports of a source. What cannot be cached or written is done without."""
        from postlint.run.report_codec import dump, is_cacheable  # noqa: PLC0415  # as above

        body = dump(reports, full=self.full) if is_cacheable(reports) else None
        if body is not None:
            self.write(key, body)

    def write(self, key: Key, body: bytes) -> None:
        """Put what was dumped under a key."""
        if self._broken:
            return
        place = self._place(key)
        if os.path.lexists(place) and not os.path.isfile(place):
            return  # a device or a pipe
        data = b"%s%08x\n" % (_head(key), zlib.crc32(body)) + body
        draft = os.path.join(self.folder, f"{os.urandom(8).hex()}{_DRAFT}")
        try:
            try:
                write_whole(place, data, mode=0o600, draft=draft)
            except FileNotFoundError:
                cache.make_folder(os.path.dirname(self.folder))
                cache.make_folder(self.folder)
                with suppress(FileExistsError):
                    os.mkdir(os.path.dirname(place), 0o700)
                write_whole(place, data, mode=0o600, draft=draft)
        except OSError:  # no room, no right to write, or another run was quicker on Windows
            self._broken = not os.path.isdir(self.folder)
            return
        self._written += 1
        if self._written % _MANY == 0:
            self.sweep()

    def tidy(self) -> None:
        """Drop old entries, once a day."""
        try:
            due = time.time() - os.stat(os.path.join(self.folder, _SWEPT)).st_mtime > _DAY
        except FileNotFoundError:
            due = os.path.isdir(self.folder)
        except OSError:
            return
        if due:
            self.sweep()

    def sweep(self, *, most_bytes: int = MOST_BYTES, most_days: float = MOST_DAYS) -> None:
        """Drop what was not used for long, then the oldest until the rest is small enough."""
        now = time.time()
        cached: list[tuple[float, int, str]] = []
        for path, age, size in _entries(self.folder, now):
            # A draft belongs to a run that writes, or was left by one that was killed.
            if age > (_DAY if path.endswith(_DRAFT) else most_days * _DAY):
                _drop(path)
            else:
                cached.append((age, size, path))
        total = sum(size for _, size, _ in cached)
        for _, size, path in sorted(cached, reverse=True):
            if total <= most_bytes:
                break
            _drop(path)
            total -= size
        from pathlib import Path  # noqa: PLC0415  # as below

        with suppress(OSError):
            Path(self.folder, _SWEPT).touch()  # its time is all it says

    def _place(self, key: Key) -> str:
        return os.path.join(self.folder, key.name[:2], key.name[2:])


def open_results(*, full: bool) -> Results | None:
    """Return the user's cached reports, or `None` where there is no folder for them."""
    folder = cache.folder()
    return None if folder is None else Results(os.path.join(folder, _FOLDER), full=full)


def _head(key: Key) -> bytes:
    return _MAGIC + key.name.encode() + b" "


def _entries(folder: str | Path, now: float) -> Iterator[tuple[str, float, int]]:
    """Yield the path, the age in seconds and the size of each entry and draft."""
    for path in _files(folder):
        with suppress(OSError):
            found = os.lstat(path)
            yield path, now - found.st_mtime, found.st_size


def _files(folder: str | Path) -> Iterator[str]:
    """Yield the files that are ours by their names: nothing else is ever removed."""
    try:
        rows = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for row in rows:
        if row.name.endswith(_DRAFT) and row.is_file(follow_symlinks=False):
            yield row.path
        elif _is_shard(row.name) and row.is_dir(follow_symlinks=False):
            with suppress(OSError):
                for entry in sorted(os.scandir(row.path), key=lambda entry: entry.name):
                    if len(entry.name) == 62 and _is_hex(entry.name):
                        yield entry.path


def _is_shard(name: str) -> bool:
    return len(name) == 2 and _is_hex(name)


def _is_hex(name: str) -> bool:
    return all(char in "0123456789abcdef" for char in name)


def _drop(path: str) -> None:
    with suppress(OSError):  # another run may have dropped it already
        os.unlink(path)


class Cleaned(NamedTuple):
    """What was removed: cached reports, tables, and their size in bytes."""

    reports: int
    tables: int
    size: int


def clean() -> tuple[Path | None, Cleaned]:
    """Remove what postlint keeps for the user; return the folder and what was removed.

    Only files that postlint wrote are removed. Raises `OSError` for one that
    cannot be.
    """
    from pathlib import Path  # noqa: PLC0415  # rarely asked for

    name = cache.folder()
    if name is None:
        return None, Cleaned(0, 0, 0)
    folder = Path(name)
    results = folder / _FOLDER
    reports = tables = size = 0
    for path in list(_files(results)):
        size += _size(path)
        Path(path).unlink(missing_ok=True)
        reports += not path.endswith(_DRAFT)
    for table in cache.entries():
        size += _size(table)
        table.unlink(missing_ok=True)
        tables += 1
    (results / _SWEPT).unlink(missing_ok=True)
    shards = [results / name for name in _shards(results)]
    for left in (*shards, results, folder):
        _leave(left)
    return folder, Cleaned(reports, tables, size)


def _shards(folder: Path) -> list[str]:
    try:
        return [name for name in os.listdir(folder) if _is_shard(name)]
    except OSError:
        return []


def _leave(folder: Path) -> None:
    """Remove a folder in which nothing is left but what postlint wrote at its making."""
    try:
        left = set(os.listdir(folder))
    except OSError:  # it is not there
        return
    if left - cache.FOLDER_NOTES.keys():
        return
    for name, content in cache.FOLDER_NOTES.items():
        note = folder / name
        if name in left:
            if not note.is_file() or note.read_bytes() != content:
                return
            note.unlink()
    folder.rmdir()


def _size(path: str | Path) -> int:
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0


def installed_digest() -> str:
    """Return what changes when anything is installed, removed or of another version."""
    from hashlib import sha256  # noqa: PLC0415  # not needed where nothing is cached

    names: set[str] = set()
    for place in filter(None, sys.path):
        with suppress(OSError):
            names.update(
                name
                for name in os.listdir(place)  # the names are all that is wanted
                if name.endswith((".dist-info", ".egg-info", ".egg-link"))
            )
    return sha256(repr(sorted(names)).encode()).hexdigest()


def code_digest() -> str:
    """Return a digest of the files of postlint and of every installed pack.

    A version is not enough: whoever writes a rule tries it out many times
    before it has a new one. The files are read when one of them is newer.
    """
    from hashlib import sha256  # noqa: PLC0415  # as above

    tops = {"postlint", "postlint_grammar"}
    for point in installed_packs(PROJECT):
        tops.add(point.value.partition(":")[0].strip().partition(".")[0])
    roots = [place for top in sorted(tops) for place in _code_of(top)]
    files = [row for root in roots for row in _stated(root)]
    state = sha256(repr(files).encode()).hexdigest()

    def content() -> str:
        from pathlib import Path  # noqa: PLC0415  # a thirtieth of a start, and rarely asked for

        found = sha256()
        for root in roots:
            for path, *_ in _stated(root):
                with suppress(OSError):
                    found.update(os.fsencode(os.path.relpath(path, root)) + b"\0")
                    found.update(sha256(Path(path).read_bytes()).digest())
        return found.hexdigest()

    digest: str = cache.remember(f"code-{zlib.crc32(repr(roots).encode()):08x}", state, content)
    newest = max((changed for _, changed, _ in files), default=0)
    return digest if newest < _STARTED else f"{digest} changed {newest} while {_STARTED} runs"


def _code_of(top: str) -> list[str]:
    """Return where a package's folders, or a module's file, are; it is not imported for that."""
    module = sys.modules.get(top)
    spec = getattr(module, "__spec__", None)
    if spec is None:
        from importlib.util import find_spec  # noqa: PLC0415  # its pack did not load

        try:
            spec = find_spec(top)
        except (ImportError, ValueError):
            spec = None
    if spec is None:
        return []
    return [*(spec.submodule_search_locations or filter(None, [spec.origin]))]


def _stated(place: str) -> Iterator[tuple[str, int, int]]:
    """Yield each file of a package with its time and size."""
    waiting = [place]
    while waiting:
        here = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except NotADirectoryError:  # a pack may be one module
            found = os.stat(here)
            yield here, found.st_mtime_ns, found.st_size
            continue
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    waiting.append(entry.path)
            elif not entry.name.endswith(".pyc"):
                with suppress(OSError):
                    found = entry.stat()
                    yield entry.path, found.st_mtime_ns, found.st_size
