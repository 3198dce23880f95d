"""CSV files whose rows are in several encodings, which no reader of tables takes.

Rows are handed on as bytes, and each is decoded by itself, as a file would be.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import pyarrow as pa

from postlint.errors import SourceError

_PIECE = 1 << 20
_ROWS = 256
# The longest field: a posting of many megabytes is a row with an error, not the end of a run.
_FIELD = 1 << 30


def is_utf8(path: Path) -> bool:
    """Say whether a file is UTF-8 throughout; a packed one is left to its reader."""
    if path.suffix in {".gz", ".zst"}:
        return True
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


class CsvOfBytes:
    """Rows of CSV files as bytes."""

    def __init__(self, name: str, files: Sequence[Path], delimiter: str | None) -> None:
        self.name = name
        self._files = files
        self._delimiter = delimiter or self._sniff(files[0])

    def columns(self) -> Sequence[str]:
        """Return the names of its columns: its first line."""
        return [_shown(cell) for cell in next(self._lines(self._files[0]), [])]

    def fingerprint(self) -> str:
        """Return what changes when its rows may have changed."""
        digest = sha256(self._delimiter.encode())
        for file in self._files:
            about = file.stat()
            digest.update(f"{file}\0{about.st_size}\0{about.st_mtime_ns}\n".encode())
        return digest.hexdigest()[:16]

    def count(self) -> int:
        """Return how many rows it has."""
        return sum(max(0, sum(1 for _ in self._lines(file)) - 1) for file in self._files)

    def batches(self, wanted: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yield its rows in order, with these columns as bytes."""
        for file in self._files:
            lines = self._lines(file)
            head = [_shown(cell) for cell in next(lines, [])]
            places = [head.index(name) if name in head else None for name in wanted]
            waiting: list[list[str]] = []
            for line in lines:
                waiting.append(line)
                if len(waiting) == _ROWS:
                    yield _batch(waiting, places, wanted)
                    waiting = []
            if waiting:
                yield _batch(waiting, places, wanted)

    def _lines(self, file: Path) -> Iterator[list[str]]:
        before = csv.field_size_limit(_FIELD)
        try:
            # Bytes that are no UTF-8 are carried through as they are.
            with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
                yield from csv.reader(stream, delimiter=self._delimiter)
        except csv.Error as error:
            raise SourceError(str(file), f"it is no CSV file: {error}") from error
        finally:
            csv.field_size_limit(before)

    @staticmethod
    def _sniff(file: Path) -> str:
        with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
            first = stream.readline()
        return max(",;\t|", key=first.count)


def _batch(
    lines: Sequence[Sequence[str]], places: Sequence[int | None], wanted: Sequence[str]
) -> pa.RecordBatch:
    columns = [
        [_bytes(line[place]) if place is not None and place < len(line) else None for line in lines]
        for place in places
    ]
    return pa.RecordBatch.from_arrays(
        [pa.array(column, pa.large_binary()) for column in columns], names=list(wanted)
    )


def _bytes(cell: str) -> bytes | None:
    return cell.encode("utf-8", "surrogateescape") if cell else None


def _shown(cell: str) -> str:
    return cell.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
