"""Files: read no further than one may be long, and written whole or not at all.

A run that is killed while it writes leaves the old file, and beside it at most
a draft under a name that the next writing of the same file takes over.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from postlint.errors import SourceError, why_unread

if TYPE_CHECKING:
    from pathlib import Path

_PIECE = 1 << 16
DRAFT = ".postlint-draft"
# A draft is there for the moment of its writing; an older one was left by a killed run.
_STALE_SECONDS = 10
_LARGEST = 100_000_000


def file_bytes(name: str, megabytes: float) -> bytes:
    """Return what a file holds. Raises `SourceError` when it cannot be read or is too large."""
    try:
        with open(name, "rb") as file:  # noqa: PTH123  # a name is taken as it is
            return stream_bytes(file, name, megabytes)
    except OSError as error:
        raise SourceError(name, why_unread(error)) from error


def stream_bytes(stream: BinaryIO, name: str, megabytes: float) -> bytes:
    """Return what a stream holds. Raises `SourceError` when that is too much."""
    # Of a stream without end no more is read than shows that it is too large.
    most = int(megabytes * 1_000_000) + 1
    # Python makes room for all that is asked for; most postings are done with the first piece.
    data = stream.read(min(most, _PIECE))
    if len(data) == _PIECE:
        data += stream.read(most - _PIECE)
    return measured(data, name, megabytes)


def measured(data: bytes, name: str, megabytes: float) -> bytes:
    """Return the bytes. Raises `SourceError` when they are too many."""
    if len(data) > megabytes * 1_000_000:
        reason = f"it has more than {megabytes:g} MB of data; limits.megabytes would allow more"
        raise SourceError(name, reason)
    return data


def regular_bytes(path: Path) -> bytes:
    """Return what a file holds that a folder brings. Raises `OSError`.

    A device or a pipe in its place may have no end, and nobody waits for it.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
        raise OSError(errno.EINVAL, "it is a device or a pipe")
    if found.st_size > _LARGEST:
        raise OSError(errno.EFBIG, "it is too large")
    return path.read_bytes()


def regular_text(path: Path, errors: str = "strict") -> str:
    """Return what a file of text says, its line ends as one sign. Raises as `regular_bytes`."""
    text = regular_bytes(path).decode("utf-8-sig", errors)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def mark_of(data: bytes) -> str:
    """Return a few signs that are others where the bytes are, for a name that says so."""
    from hashlib import sha256  # noqa: PLC0415  # few runs name files so

    return sha256(data).hexdigest()[:8]


def write_whole(
    path: str,
    data: bytes | BinaryIO,
    *,
    mode: int | None = None,
    draft: str | None = None,
    to_disk: bool = False,
) -> None:
    """Put bytes in the place of a file, or of none, whole. Raises `OSError`.

    A link stays a link, a device or a pipe is written to, and a file keeps its
    mode unless `mode` gives one. `draft` is where the bytes stand before they
    are whole: beside the file, where not given. `to_disk` waits until they are
    on the disk, for what must outlive a machine that stops.
    """
    final = os.path.realpath(path)
    try:
        old = os.stat(final).st_mode  # noqa: PTH116  # a Path costs more than the writing
    except FileNotFoundError:
        old = 0
    if stat.S_ISDIR(old):
        raise IsADirectoryError
    if old and not stat.S_ISREG(old):
        with open(final, "wb") as device:  # noqa: PTH123
            _pour(data, device)
        return
    if old and not os.access(final, os.W_OK):
        raise PermissionError
    wanted = mode if mode is not None else stat.S_IMODE(old) if old else None
    file = _new(draft, wanted) if draft else _beside(final, wanted)
    try:
        with file:
            _pour(data, file)
            if to_disk:
                file.flush()
                os.fsync(file.fileno())
        if wanted is not None and old:  # what the user's mask took away
            os.chmod(file.name, wanted)  # noqa: PTH101
        os.replace(file.name, final)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(file.name)  # noqa: PTH108
        raise


def _beside(final: str, mode: int | None) -> BinaryIO:
    """Return a new draft beside a file, in the place of one that a killed run has left."""
    folder, name = os.path.split(final)
    number = 0
    while True:
        # A name has at most 255 bytes, and a sign up to four.
        draft = os.path.join(folder, f".{name[:50]}.{number}{DRAFT}")  # noqa: PTH118
        try:
            return _new(draft, mode)
        except FileExistsError:
            with suppress(FileNotFoundError):
                if time.time() - os.stat(draft).st_mtime > _STALE_SECONDS:  # noqa: PTH116
                    os.unlink(draft)  # noqa: PTH108
                else:
                    number += 1  # another run writes the same file


def _new(draft: str, mode: int | None) -> BinaryIO:
    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, 0o666 if mode is None else mode)

    return open(draft, "xb", opener=opener)


def _pour(data: bytes | BinaryIO, file: BinaryIO) -> None:
    if isinstance(data, bytes):
        file.write(data)
    else:
        while piece := data.read(_PIECE):
            file.write(piece)
