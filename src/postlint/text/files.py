"""The bytes of a file or a stream, and no more of them than one file may have."""

from __future__ import annotations

from typing import BinaryIO

from postlint.errors import SourceError, why_unread

_PIECE = 1 << 16


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
