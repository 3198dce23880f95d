"""What an audit has done so far: a folder of parts, each written whole or not there.

A part is named after the first of its rows and holds a batch. A run that was
killed leaves whole parts and perhaps a draft, which the next run takes away.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from postlint.errors import OutputError, SourceError, why_unwritten
from postlint.text.files import write_whole

MANIFEST = "audit.json"
PARTS = "parts"
_DRAFT = ".draft"


class AuditFolder:
    """The folder of an audit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._parts = folder / PARTS

    def begin(self, about: dict[str, Any], *, restart: bool = False) -> None:
        """Make the folder ready for an audit of this description, or go on with one of the same.

        Raises `OutputError` where it holds something else.
        """
        try:
            self._parts.mkdir(parents=True, exist_ok=True)
            for draft in self._parts.glob(f"*{_DRAFT}"):
                draft.unlink(missing_ok=True)
            before = self.about()
            if restart:
                for part in self._parts.glob("*.parquet"):
                    part.unlink(missing_ok=True)
            elif before is not None and _comparable(before) != _comparable(about):
                differs = ", ".join(_differences(before, about))
                raise OutputError(
                    str(self.folder),
                    f"it holds an audit of something else ({differs}); "
                    "choose another folder, or begin anew with --restart",
                )
            elif before is None and any(self._parts.glob("*.parquet")):
                raise OutputError(str(self.folder), f"it has parts and no {MANIFEST}")
            self.describe(about)
        except OSError as error:
            raise OutputError(str(self.folder), why_unwritten(error)) from error

    def about(self) -> dict[str, Any] | None:
        """Return what the folder says it holds, `None` where it says nothing."""
        try:
            text = (self.folder / MANIFEST).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        try:
            found = json.loads(text)
        except ValueError as error:
            raise SourceError(
                str(self.folder / MANIFEST), "it is not what an audit wrote"
            ) from error
        return found if isinstance(found, dict) else None

    def describe(self, about: dict[str, Any]) -> None:
        """Write what the folder holds."""
        text = json.dumps(about, indent=2, ensure_ascii=False) + "\n"
        self.write(self.folder / MANIFEST, text.encode())

    def done(self) -> frozenset[int]:
        """Return the numbers of the parts that are there."""
        return frozenset(int(part.stem) for part in self._parts.glob("*.parquet"))

    def add(self, number: int, batch: pa.RecordBatch) -> None:
        """Write a part. Raises `OutputError`; what was written before stays."""
        self.write_table(self._parts / f"{number:012d}.parquet", pa.Table.from_batches([batch]))

    def write_table(self, path: Path, table: pa.Table) -> None:
        """Write a table as Parquet, whole. Raises `OutputError`."""
        sink = pa.BufferOutputStream()
        pq.write_table(table, sink, compression="zstd")
        self.write(path, sink.getvalue().to_pybytes())

    def write(self, path: Path, data: bytes) -> None:
        """Write a file whole, and wait until it is on the disk. Raises `OutputError`."""
        draft = path.with_name(f"{path.name}.{os.getpid()}{_DRAFT}")
        try:
            write_whole(str(path), data, draft=str(draft), to_disk=True)
        except OSError as error:
            raise OutputError(str(path), why_unwritten(error)) from error

    @property
    def pattern(self) -> str:
        """What reads all parts."""
        return str(self._parts / "*.parquet")

    def files(self) -> Iterable[Path]:
        """Return the parts, in the order of their rows."""
        return sorted(self._parts.glob("*.parquet"))


# What may differ between a run and the one that goes on with it.
_FREE = frozenset({"rows", "finished", "jobs"})


def _comparable(about: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(about))
    return {name: value for name, value in plain.items() if name not in _FREE}


def _differences(before: dict[str, Any], about: dict[str, Any]) -> list[str]:
    one, other = _comparable(before), _comparable(about)
    return [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]
