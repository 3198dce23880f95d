"""A folder of files that another file leads to: whenever one looks, the old ones or the new."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from postlint.errors import OutputError, why_unwritten
from postlint.text.files import DRAFT, mark_of, write_whole


class FolderSink:
    """A folder of files to which only another file leads, made final before it.

    The name of each says what it holds, so that no file is ever another than
    it was: until the other one is replaced, it leads to the old files, and then
    to the new ones. What nothing leads to any more goes when that is done, or
    with the next run where this one is killed.
    """

    encoding = "utf-8"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._began = time.time()
        self._names: set[str] = set()
        self._new: list[Path] = []

    def add(self, name: str, data: bytes) -> None:
        """Write a file, whole."""
        file = self._folder / name
        self._names.add(name)
        try:
            self._folder.mkdir(exist_ok=True)
            if not file.exists():
                self._new.append(file)
            write_whole(str(file), data)
        except OSError as error:
            raise OutputError(str(file), why_unwritten(error)) from error

    def write(self, text: str) -> None:
        """Do nothing: it has files and no text."""

    def finish(self) -> None:
        """Remove what other runs have left, and nothing that anybody has changed or put there."""
        self._new.clear()
        with suppress(OSError):
            for file in self._folder.iterdir():
                # What another run writes at this moment is younger.
                if file.name not in self._names and file.stat().st_mtime < self._began:
                    whole = file.suffix == ".html" and _holds_what_it_says(file)
                    if whole or file.name.endswith(DRAFT):
                        file.unlink()
            self._folder.rmdir()

    def abandon(self) -> None:
        """Remove what is new."""
        with suppress(OSError):
            for file in self._new:
                file.unlink(missing_ok=True)
            if self._new:
                self._folder.rmdir()


def _holds_what_it_says(file: Path) -> bool:
    return file.is_file() and file.stem.endswith(f" {mark_of(file.read_bytes())}")
